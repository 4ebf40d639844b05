"""A row with a box to tick, what it is, where it is, a figure, and one thing to do about it."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from outlay.domain.ticks import TickLine
from outlay.painting.lines import baseline, horizontal, pixel, text_at, text_in, width_of
from outlay.painting.look import Look
from outlay.ui.parts.choices import TickBox
from outlay.ui.parts.links import LinkButton

_GAP = 16
_FIGURE = 40


class TickRow(QWidget):
    """One row. `ticked` tells its key and whether it is ticked, `acted` its key."""

    ticked = Signal(str, bool)
    acted = Signal(str)

    def __init__(self, line: TickLine, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self._look = line, look
        self.second_from = 0
        self._below = False
        self.box = TickBox(line.name, look, self, name=", ".join(filter(None, (line.name, line.spoken))))
        self.box.setChecked(line.ticked)
        self.box.toggled.connect(lambda on: self.ticked.emit(self.line.key, on))
        self.link = LinkButton(line.act, look, parent=self)
        self.link.setAccessibleName(f"{line.act} {line.name}".strip())
        self.link.setVisible(bool(line.act))
        self.link.clicked.connect(lambda: self.acted.emit(self.line.key))
        self.setToolTip(line.second)
        self.take_look(look)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.box.take_look(look)
        self.link.take_look(look)
        self.settle()

    def settle(self) -> None:
        """Where it is stands beside the name, or below it where there is no room for all of it."""
        needed = width_of(self.line.second, self._look.font("small"))
        self._below = bool(self.line.second) and self._room() < needed
        more = round(self._look.line("small")) if self._below else 0
        self.setFixedHeight(self._first_line() + more)
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The link keeps to the right."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Where it is and its figure; the box paints itself and its name."""
        painter, look = QPainter(self), self._look
        box = QRectF(0, 0, self.width(), self._first_line() - 1)
        third, at_right = look.color("text.third"), Qt.AlignmentFlag.AlignRight
        text_in(painter, box, self.line.figure, look.font("body"), third, at_right)
        if self._below:
            left, line = self.box.width() - self.box.words_width(), look.line("small")
            self._second(painter, QRectF(left, box.bottom() - 5, self.width() - left, line))
        elif self.line.second:
            self._second(painter, QRectF(self._second_left(), 0, self._room(), box.height()))
        bottom = self.height() - pixel(painter)
        horizontal(painter, 0, bottom, self.width(), look.color("line.hairline"))

    def _first_line(self) -> int:
        return self._look.row_height("size.row")

    def _second_left(self) -> float:
        return float(max(self.box.width(), self.second_from) + _GAP)

    def _room(self) -> float:
        return self.width() - self._taken_right() - self._second_left()

    def _taken_right(self) -> float:
        """What the figure and the link take, with the gap before them."""
        figure = self._figure_room()
        link = self.link.width() + _GAP if self.line.act else 0
        return figure + link + (_GAP if not figure else 0)

    def _figure_room(self) -> float:
        if not self.line.figure:
            return 0.0
        width = width_of(self.line.figure, self._look.font("body"))
        return max(width, _FIGURE * self._look.text_scale) + _GAP

    def _second(self, painter: QPainter, box: QRectF) -> None:
        """A path loses its middle, never its end."""
        font = self._look.font("small")
        text = QFontMetricsF(font).elidedText(self.line.second, Qt.TextElideMode.ElideMiddle, box.width())
        at = QPointF(box.left(), baseline(box, font))
        text_at(painter, at, text, font, self._look.color("text.third"))

    def _place(self) -> None:
        self.box.move(0, round((self._first_line() - 1 - self.box.height()) / 2))
        left = self.width() - self._figure_room() - self.link.width()
        self.link.move(round(left), round((self._first_line() - 1 - self.link.height()) / 2))
