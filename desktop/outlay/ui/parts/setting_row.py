"""A setting: its name at the left, its control at the right, what it means below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from outlay.painting.lines import horizontal, pixel
from outlay.painting.look import Look
from outlay.ui.parts.paragraph import Paragraph

_NAME = 190
_BETWEEN = 24
_AIR = 10
_LEFT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class SettingRow(QWidget):
    """Holds one control."""

    def __init__(self, look: Look, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.control = look, control
        self._name, self._note = "", ""
        self._width, self._narrow = 0, False
        self.name = Paragraph(look, "body", "text.ink", weight=500)
        self.note = Paragraph(look, "small", "text.third")
        self._lay_out()

    def show_words(self, name: str, note: str) -> None:
        """Show what it is called and what it means."""
        self._name, self._note = name, note
        self._set()

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Lay out for a width; a narrow one puts the control below the name."""
        self._width, self._narrow = width, narrow
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._row.setSpacing(4 if narrow else _BETWEEN)
        self._set()

    def take_look(self, look: Look) -> None:
        """Draw by another look; the page gives the control its own."""
        self._look = look
        self.name.take_look(look)
        self.note.take_look(look)
        self._set()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line below."""
        painter = QPainter(self)
        bottom = self.height() - pixel(painter)
        horizontal(painter, 0, bottom, self.width(), self._look.color("line.hairline"))

    def _set(self) -> None:
        if not self._width:
            return
        left = self._width if self._narrow else round(_NAME * self._look.text_scale)
        right = self._width if self._narrow else self._width - left - _BETWEEN
        self.name.setFixedWidth(left)
        self.note.setFixedWidth(right)
        self.name.show_text(self._name, left)
        self.note.show_text(self._note, right)
        self.note.setVisible(bool(self._note))

    def _lay_out(self) -> None:
        held = QVBoxLayout()
        held.setSpacing(4)
        held.addWidget(self.control, 0, _LEFT_TOP)
        held.addWidget(self.note, 0, _LEFT_TOP)
        named = QVBoxLayout()
        named.setContentsMargins(0, 3, 0, 0)
        named.addWidget(self.name, 0, _LEFT_TOP)
        named.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, _AIR, 0, _AIR)
        self._row.addLayout(named)
        self._row.addLayout(held, 1)
