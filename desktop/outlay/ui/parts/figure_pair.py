"""Two figures beside each other as a widget."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from outlay.domain.figure_pairs import FigurePair
from outlay.painting.figure_pair import figure_pair_height, paint_figure_pair
from outlay.ui.parts.painted import Painted


class FigurePairWidget(Painted):
    """As high as its captions at its width."""

    pair: FigurePair | None = None

    def show_pair(self, pair: FigurePair) -> None:
        """Show another pair and speak it."""
        self.pair = pair
        self.setAccessibleName(pair.spoken)
        self.fit()
        self.update()

    def fit(self) -> None:
        """Figures over captions."""
        if self.pair:
            self.setFixedHeight(round(figure_pair_height(self.pair, max(1, self.width()), self.look)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the captions anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both halves."""
        if self.pair:
            paint_figure_pair(QPainter(self), QRectF(self.rect()), self.pair, self.look)
