"""Dots with median and interval as a widget: values by pointer or arrows."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from outlay.domain.charts import DotsChart
from outlay.painting.dots import DotsPlan, paint_dots, plan_dots
from outlay.ui.parts.chart import ChartWidget


class DotsWidget(ChartWidget):
    """Groups of values over one axis; what a dot stands for is told by `readout`."""

    chart: DotsChart | None = None
    plan: DotsPlan | None = None

    def show_chart(self, chart: DotsChart) -> None:
        """Show other groups."""
        self.chart = chart
        self.describe(chart.spoken)

    def fit(self) -> None:
        """Rows, axis and caption."""
        if self.chart and self.width():
            self.plan = plan_dots(self.width(), self.chart, self.look)
            self.setFixedHeight(round(self.plan.height))

    def places(self) -> int:
        """One a value, row by row."""
        return sum(len(row.values) for row in self.chart.rows) if self.chart else 0

    def place_at(self, at: QPointF) -> int | None:
        """The dot at a point."""
        return self.plan.at(at) if self.plan else None

    def words_of(self, place: int) -> str:
        """The value's own words."""
        told = [words for row in self.chart.rows for words in row.told] if self.chart else []
        return told[place] if place < len(told) else ""

    def paint(self, painter: QPainter) -> None:
        """Draw by the plan."""
        if self.chart and self.plan:
            paint_dots(painter, self.plan, self.chart, self.look, self.lit)
