"""Spend by day as a widget: days by pointer or arrows, Enter or a click opens one."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from outlay.domain.charts import DaysChart
from outlay.painting.bars import BarsPlan, paint_bars, plan_bars
from outlay.ui.parts.chart import ChartWidget


class DaysChartWidget(ChartWidget):
    """A part of each day filled, the whole as outline.

    Signals:
        day_wanted: the `date` of the day that was opened.
        days_wanted: first day and the day after the last, of a week or month that was opened.
    """

    day_wanted = Signal(object)
    days_wanted = Signal(object, object)

    chart: DaysChart | None = None
    plan: BarsPlan | None = None

    def show_chart(self, chart: DaysChart) -> None:
        """Show other days."""
        self.chart = chart
        self.describe(chart.spoken)

    def fit(self) -> None:
        """Plot, names and caption."""
        if self.chart and self.width():
            self.plan = plan_bars(self.width(), self.chart, self.look)
            self.setFixedHeight(round(self.plan.height))

    def places(self) -> int:
        """One a column."""
        return len(self.chart.columns) if self.chart else 0

    def place_at(self, at: QPointF) -> int | None:
        """The column at a point."""
        return self.plan.columns.at(at.x()) if self.plan else None

    def words_of(self, place: int) -> str:
        """The part and the whole."""
        return self.chart.columns[place].spoken if self.chart else ""

    def enter(self, place: int) -> None:
        """Open the day, or the days."""
        if self.chart is None:
            return
        column = self.chart.columns[place]
        if self.chart.grouping:
            self.days_wanted.emit(column.first, column.end)
        else:
            self.day_wanted.emit(column.first)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.enter(place)

    def paint(self, painter: QPainter) -> None:
        """Draw by the plan."""
        if self.chart and self.plan:
            paint_bars(painter, self.plan, self.chart, self.look, self.lit)
