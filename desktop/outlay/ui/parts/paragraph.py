"""A few lines of plain text, with a state's mark before them when there is one."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from outlay.domain.pictures import Mark
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.painting.paragraph import broken, paint_paragraph
from outlay.ui.parts.painted import Painted

_AFTER_MARK = 16.0


class Paragraph(Painted):
    """Text of one style, broken to a known width, so that its height is known before it is shown."""

    def __init__(
        self, look: Look, style: str, color: str, *, air: int = 0, weight: int | None = None
    ) -> None:
        self._style, self._color, self._weight = style, color, weight
        self._air = air
        self._text, self._mark, self._width, self._least = "", Mark.NONE, 0, 1
        self._lines: tuple[str, ...] = ()
        super().__init__(look)

    @property
    def lines(self) -> int:
        """The lines it has room for."""
        return max(len(self._lines), self._least) if self._text else 0

    def show_text(self, text: str, width: int, mark: Mark = Mark.NONE, least: int = 1) -> None:
        """Show another text in a width, with room for some lines at least; an empty one takes no room."""
        self._text, self._width, self._mark, self._least = text, width, mark, least
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.fit()
        self.update()

    def fit(self) -> None:
        """As many line steps as the text takes, with its air."""
        font = self.look.font(self._style, self._weight)
        self._lines = broken(self._text, font, max(1.0, self._width - self._indent())) if self._text else ()
        self.setFixedHeight(round(self.lines * self.look.line(self._style)) + 2 * self._air)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark on the first line, then the lines."""
        painter = QPainter(self)
        step = self.look.line(self._style)
        paint_mark(
            painter,
            self._mark,
            QPointF(4 * self.look.text_scale, self._air + step / 2),
            8 * self.look.text_scale,
            self.look,
        )
        rect = QRectF(self._indent(), self._air, self.width() - self._indent(), self.height() - 2 * self._air)
        font = self.look.font(self._style, self._weight)
        paint_paragraph(painter, rect, self._lines, font, step, self.look.color(self._color))

    def _indent(self) -> float:
        return 0.0 if self._mark is Mark.NONE else _AFTER_MARK * self.look.text_scale


class Rule(QWidget):
    """A hairline across the card."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(1)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One hairline."""
        QPainter(self).fillRect(self.rect(), self._look.color("line.hairline"))
