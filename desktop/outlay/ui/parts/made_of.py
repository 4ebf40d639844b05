"""What numbers are made of, as stacked bars: one picture, described whole."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from outlay.domain.charts import MadeOf
from outlay.painting.look import Look
from outlay.painting.made_of import made_of_height, paint_made_of
from outlay.ui.parts.painted import Painted


class MadeOfWidget(Painted):
    """Bars of the widget's width; a table beside it tells the figures."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.chart = MadeOf((), (), "")
        super().__init__(look, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_chart(self, chart: MadeOf) -> None:
        """Show other bars."""
        self.chart = chart
        self.setAccessibleName(chart.spoken)
        self.fit()
        self.update()

    def fit(self) -> None:
        """Bars and legend."""
        self.setFixedHeight(round(made_of_height(max(1, self.width()), self.chart, self.look)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the legend anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint over the whole widget."""
        paint_made_of(QPainter(self), QRectF(self.rect()), self.chart, self.look)
