"""A line of legend below a heading; what is looked at takes its place."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from outlay.domain.charts import Told
from outlay.painting.legend import legend_height, legend_lines, paint_legend
from outlay.painting.lines import text_in
from outlay.painting.look import Look
from outlay.ui.parts.painted import Painted

_EMPTY = Told("", (), "")


class LegendLine(Painted):
    """Named colours with their figures, from the left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._told, self._readout = _EMPTY, ""
        super().__init__(look, parent)

    def show_legend(self, told: Told) -> None:
        """Show another legend."""
        self._told, self._readout = told, ""
        self.setAccessibleName(told.spoken)
        self.fit()
        self.update()

    def read_out(self, words: str) -> None:
        """Say what is looked at; an empty text gives the legend back."""
        self._readout = words
        self.update()

    def fit(self) -> None:
        """As many lines as the legend takes."""
        lines = legend_lines(self._told, max(1, self.width()), self.look)
        self.setFixedHeight(round(legend_height(max(1, lines), self.look)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks it anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The legend, or the words in its place."""
        painter, rect = QPainter(self), QRectF(self.rect())
        if self._readout:
            line = QRectF(0, 0, self.width(), legend_height(1, self.look))
            text_in(painter, line, self._readout, self.look.font("label"), self.look.color("text.ink"))
        else:
            paint_legend(painter, rect, self._told, self.look, right=False)
