"""The popover's list: rows that can be reached by keyboard, and that scroll when the screen is low."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from outlay.domain.pictures import ListRow, MoneyColumns
from outlay.painting.lines import horizontal, text_in
from outlay.painting.look import Look
from outlay.painting.rows import NO_COLUMNS, UNNAMED, Columns, context_column, paint_heads, paint_row
from outlay.ui.parts.painted import Painted

_HEAD_AIR = 6
_BELOW_BAR = 8
_BESIDE_BAR = 8
_KEYS = Qt.FocusReason.ShortcutFocusReason
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListHead(Painted):
    """What the rows are; a readout takes its place while there is one."""

    title = ""
    readout = ""
    columns = NO_COLUMNS

    def show_title(self, title: str, columns: Columns = NO_COLUMNS) -> None:
        """Show another title, with the names of the columns of money; a context column without width is none."""
        self.title = title
        self.columns = columns
        self.update()

    def show_readout(self, readout: str) -> None:
        """Show a readout instead of the title, or the title again when it is empty."""
        self.readout = readout
        self.update()

    def fit(self) -> None:
        """Air above, one small line, its own air."""
        self.setFixedHeight(round(_HEAD_AIR + max(22, self.look.line("small") + 6)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One line, a hairline below."""
        painter = QPainter(self)
        look = self.look
        box = QRectF(0, _HEAD_AIR, self.width(), self.height() - _HEAD_AIR - 1)
        font = look.font("small")
        ink = look.color("text.second" if self.readout else "text.third")
        text_in(painter, box, self.readout or self.title, font, ink)
        if self.columns.context and not self.readout:
            paint_heads(painter, box, look, self.columns)
        horizontal(painter, 0, self.height() - 1, self.width(), look.color("line.hairline"))


class RowWidget(Painted):
    """One row; a click or Enter opens what it leads to."""

    opened = Signal(str)

    def __init__(
        self,
        row: ListRow,
        look: Look,
        *,
        line: bool,
        columns: Columns = NO_COLUMNS,
        parent: QWidget | None = None,
    ) -> None:
        self.row = row
        self._columns = columns
        self._line = line
        super().__init__(look, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if row.opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(row.spoken or row.title)
        told = "<br>".join(_escaped(one) for one in (row.title, row.tip) if one)
        self.setToolTip(told and f"<span>{told}</span>")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what it leads to."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what it leads to; other keys go on."""
        if event.key() in _ENTER:
            self._open()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """The token's row, or more for large text."""
        self.setFixedHeight(self.look.row_height("size.row_popover"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row over the whole widget."""
        paint_row(
            QPainter(self), QRectF(self.rect()), self.row, self.look, line=self._line, columns=self._columns
        )

    def _open(self) -> None:
        if self.row.opens:
            self.opened.emit(self.row.opens)


class RowList(QScrollArea):
    """Rows in order; Up and Down walk through them, Tab reaches the one walked to last."""

    row_opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: tuple[RowWidget, ...] = ()
        self.columns = NO_COLUMNS
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setViewport(QWidget())  # Qt's own would have Python learn of every kind of widget, 1 MB

    def show_rows(
        self,
        rows: tuple[ListRow, ...],
        look: Look,
        *,
        written: MoneyColumns = UNNAMED,
        closed: bool = False,
    ) -> None:
        """Show other rows; the keyboard's place is kept when it can be. `closed` ends the last with a hairline."""
        had_focus = self.focused() is not None
        self._look = look
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        last = len(rows) - 1
        self.columns = Columns(written, context_column(rows, look, written))
        self.rows = tuple(
            RowWidget(row, look, line=closed or number < last, columns=self.columns, parent=ground)
            for number, row in enumerate(rows)
        )
        for row in self.rows:
            column.addWidget(row)
            row.opened.connect(self.row_opened)
        column.addStretch(1)
        self.setWidget(ground)
        ground.setAutoFillBackground(False)
        self._current = min(self._current, max(0, last))
        self._rove()
        if had_focus and self.rows:
            self.rows[self._current].setFocus(_KEYS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep figures clear of the scroll bar while there is one."""
        super().resizeEvent(event)
        ground = self.widget()
        column = ground.layout() if ground else None
        if column is not None:
            column.setContentsMargins(0, 0, _BESIDE_BAR if self.height() < self.natural_height() else 0, 0)

    def natural_height(self) -> int:
        """The height at which nothing scrolls."""
        return rows_height(tuple(row.row for row in self.rows), self._look)

    def focused(self) -> int | None:
        """The row that has the keyboard."""
        return next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)

    def step(self, by: int) -> None:
        """Walk the keyboard up or down; from outside it enters at the row walked to last."""
        if not self.rows:
            return
        at = self.focused()
        self._current = self._current if at is None else min(max(at + by, 0), len(self.rows) - 1)
        self._rove()
        self.rows[self._current].setFocus(_KEYS)
        self.ensureWidgetVisible(self.rows[self._current], 0, 0)

    def _rove(self) -> None:
        for number, row in enumerate(self.rows):
            here = number == self._current
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.NoFocus)


def rows_height(rows: tuple[ListRow, ...], look: Look) -> int:
    """The height at which none of these rows scrolls."""
    below = _BELOW_BAR if rows and rows[-1].share is not None else 0
    return len(rows) * look.row_height("size.row_popover") + below


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
