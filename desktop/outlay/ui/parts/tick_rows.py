"""Rows to tick, one below the other; other rows keep the keyboard where it was."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.domain.ticks import TickLine
from outlay.painting.look import Look
from outlay.ui.parts.tick_row import TickRow


class TickRows(QWidget):
    """As high as its rows."""

    ticked = Signal(str, bool)
    acted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: dict[str, TickRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Iterable[TickLine]) -> None:
        """Show other rows; those that say the same stay as they are."""
        wanted = tuple(lines)
        if wanted == tuple(self.lines()):
            return
        focused = next((key for key, row in self.rows.items() if row.box.hasFocus()), "")
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {line.key: self._made(line) for line in wanted}
        self._align()
        if focused in self.rows:
            self.rows[focused].box.setFocus()

    def lines(self) -> tuple[TickLine, ...]:
        """What the rows show, with the ticks as they stand."""
        return tuple(row.line._replace(ticked=row.box.isChecked()) for row in self.rows.values())

    def ticked_keys(self) -> tuple[str, ...]:
        """The keys of the rows that are ticked."""
        return tuple(line.key for line in self.lines() if line.ticked)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        for row in self.rows.values():
            row.take_look(look)
        self._align()

    def _align(self) -> None:
        """What stands behind the names begins at one place."""
        longest = max((row.box.width() for row in self.rows.values()), default=0)
        for row in self.rows.values():
            row.second_from = longest
            row.settle()

    def _made(self, line: TickLine) -> TickRow:
        row = TickRow(line, self._look, self)
        row.ticked.connect(self.ticked)
        row.acted.connect(self.acted)
        self._column.addWidget(row)
        return row
