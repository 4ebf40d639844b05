"""One large figure, and a block of it with its caption beside a paragraph."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from outlay.domain.pictures import Figure
from outlay.domain.words import Words
from outlay.painting.figure import figure_width, paint_figure
from outlay.painting.lines import vertical
from outlay.painting.look import Look
from outlay.ui.parts.painted import Painted
from outlay.ui.parts.words import WordsLabel

_AFTER_RULE = 24
_BEFORE_RULE = 24
_BETWEEN = 2
_STACKED = 10
_LEFT_SHARE = 0.325
_CAPTION_LINES = 2


class FigureLabel(Painted):
    """A figure that never shrinks or elides."""

    def __init__(self, look: Look, style: str = "figure_l", parent: QWidget | None = None) -> None:
        self._style = style
        self.figure = Figure("", "")
        super().__init__(look, parent)

    def show_figure(self, figure: Figure, spoken: str) -> None:
        """Show another figure and speak it."""
        self.figure = figure
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def fit(self) -> None:
        """As high as its line."""
        self.setFixedHeight(round(self.look.line(self._style)))

    def sizeHint(self) -> QSize:
        """As wide as the figure."""
        return QSize(round(figure_width(self.figure, self.look, self._style)) + 1, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign and figure."""
        paint_figure(QPainter(self), QRectF(self.rect()), self.figure, self.look, self._style)


class FigureBlock(QWidget):
    """A figure over its caption, a rule, and a paragraph; one below the other where it is narrow."""

    link_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stacked = False
        self.figure = FigureLabel(look, "figure_l", self)
        self.caption = WordsLabel(look, "small", "text.second", self)
        self.paragraph = WordsLabel(look, "body", "text.second", self)
        self.caption.link_wanted.connect(self.link_wanted)
        self.paragraph.link_wanted.connect(self.link_wanted)

    def show_block(self, figure: Figure, spoken: str, caption: Words, paragraph: Words) -> None:
        """Show another figure with its words."""
        self.figure.show_figure(figure, spoken)
        self.caption.show_words(caption, 1)
        self.paragraph.show_words(paragraph, 1)
        self._place()

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Side by side, or stacked."""
        self._stacked = narrow
        self.setFixedWidth(width)
        self._place()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        for part in (self.figure, self.caption, self.paragraph):
            part.take_look(look)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rule, where there is a paragraph beside it."""
        if self._stacked or self.paragraph.isHidden():
            return
        color = self._look.color("line.hairline_strong")
        vertical(QPainter(self), self._left(), 2, self.height() - 2, color)

    def _left(self) -> int:
        """Where the rule stands: it moves aside for a long figure."""
        wished = round(self.width() * _LEFT_SHARE)
        return max(wished, self.figure.sizeHint().width() + _BEFORE_RULE)

    def _place(self) -> None:
        width = max(1, self.width())
        left = width if self._stacked or self.paragraph.isHidden() else self._left() - _BEFORE_RULE // 2
        self.figure.setGeometry(0, 0, left, self.figure.height())
        top = self.figure.height() + _BETWEEN
        _set(self.caption, 0, top, left)
        bottom = top + self.caption.height()
        if self._stacked:
            _set(self.paragraph, 0, bottom + _STACKED, width)
            bottom += _STACKED + self.paragraph.height()
        else:
            after = self._left() + _AFTER_RULE
            _set(self.paragraph, after, 2, width - after)
            # What stands below keeps its place from one period to the next, whether the caption breaks or not.
            kept = top + round(_CAPTION_LINES * self._look.line("small"))
            bottom = max(bottom, kept, 2 + self.paragraph.height())
        self.setFixedHeight(bottom)
        self.update()


def _set(part: WordsLabel, left: int, top: int, width: int) -> None:
    """Place a text; its height follows its width."""
    part.setGeometry(left, top, width, part.height())
    part.fit()
