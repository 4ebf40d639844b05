"""An item's timeline as a widget: days by pointer or arrows."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from outlay.domain.charts import Timeline
from outlay.painting.timeline import paint_timeline
from outlay.painting.timeline_plan import TimelinePlan, plan_timeline
from outlay.ui.parts.chart import ChartWidget


class TimelineWidget(ChartWidget):
    """From first prompt to landing; what a day says is told by `readout`."""

    chart: Timeline | None = None
    plan: TimelinePlan | None = None

    def show_chart(self, chart: Timeline) -> None:
        """Show another item's timeline; one without a day takes no room."""
        self.chart = chart
        self.describe(chart.spoken)

    def fit(self) -> None:
        """Bars, lane and words."""
        if self.chart and not self.chart.columns:
            self.plan = None
            self.setFixedHeight(0)
        elif self.chart and self.width():
            self.plan = plan_timeline(self.width(), self.chart, self.look)
            self.setFixedHeight(round(self.plan.height))

    def places(self) -> int:
        """One a day, and one a gap."""
        return len(self.chart.columns) if self.chart else 0

    def place_at(self, at: QPointF) -> int | None:
        """The day at a point."""
        return self.plan.at(at.x()) if self.plan else None

    def words_of(self, place: int) -> str:
        """The day with its money and what happened."""
        return self.chart.columns[place].spoken if self.chart else ""

    def paint(self, painter: QPainter) -> None:
        """Draw by the plan."""
        if self.chart and self.plan:
            paint_timeline(painter, self.plan, self.chart, self.look, self.lit)
