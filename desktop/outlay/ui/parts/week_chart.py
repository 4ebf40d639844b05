"""The week chart as a widget: days by pointer or arrows, items by pointer or Down and Up, Enter opens."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from outlay.domain.charts import WeekChart, WeekColumn
from outlay.painting.week_chart import paint_week
from outlay.painting.week_plan import WeekPlan, plan_week
from outlay.ui.parts.chart import ChartWidget

_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class WeekChartWidget(ChartWidget):
    """Spend above the line, shipped work below it.

    Signals:
        day_wanted: the `date` of the day that was opened.
        days_wanted: first day and the day after the last, of a week or month that was opened.
        item_wanted: the key of the item whose title was opened.
    """

    day_wanted = Signal(object)
    days_wanted = Signal(object, object)
    item_wanted = Signal(str)

    chart: WeekChart | None = None
    plan: WeekPlan | None = None
    item: str | None = None

    def show_chart(self, chart: WeekChart) -> None:
        """Show another chart."""
        self.chart = chart
        self.item = None
        self.describe(chart.spoken)

    def fit(self) -> None:
        """As high as the titles below the line ask for."""
        if self.chart and self.width():
            self.plan = plan_week(self.width(), self.chart, self.look)
            self.setFixedHeight(round(self.plan.height))

    def places(self) -> int:
        """One a column."""
        return len(self.chart.columns) if self.chart else 0

    def place_at(self, at: QPointF) -> int | None:
        """The column below a point; none above the plot."""
        if self.plan is None or at.y() < self.plan.legend.bottom():
            return None
        return self.plan.columns.at(at.x())

    def words_of(self, place: int) -> str:
        """The column's sums and items."""
        return self._column(place).told.spoken

    def enter(self, place: int) -> None:
        """Open the item walked to, else the column."""
        if self.item is not None:
            self.item_wanted.emit(self.item)
            return
        column = self._column(place)
        if not (column.used or column.marks):
            return
        if self.chart and self.chart.grouping:
            self.days_wanted.emit(column.first, column.end)
        else:
            self.day_wanted.emit(column.first)

    def light(self, place: int | None) -> None:
        """Another column has other items."""
        if place != self.lit:
            self._choose(None)
        super().light(place)

    def step(self, key: int) -> bool:
        """Down and Up walk through the items of the column."""
        if key in _WALK and self.lit is not None:
            return self._walk_items(_WALK[Qt.Key(key)])
        return super().step(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Underline the title below the pointer."""
        super().mouseMoveEvent(event)
        self._choose(self._item_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(self._item_at(event.position()))
            self.enter(place)

    def paint(self, painter: QPainter) -> None:
        """Draw by the plan."""
        if self.chart and self.plan:
            paint_week(painter, self.plan, self.chart, self.look, self.lit, self.item)

    def _column(self, place: int) -> WeekColumn:
        if self.chart is None:
            raise IndexError(place)
        return self.chart.columns[place]

    def _item_at(self, at: QPointF) -> str | None:
        box = self.plan.title_at(at) if self.plan else None
        return box.item.key if box and box.item else None

    def _walk_items(self, by: int) -> bool:
        boxes = self.plan.titles if self.plan else ()
        keys = [box.item.key for box in boxes if box.item and box.column == self.lit]
        at = keys.index(self.item) if self.item in keys else -1
        if at + by >= len(keys):
            return bool(keys)
        self._choose(keys[at + by] if at + by >= 0 else None)
        return True

    def _choose(self, key: str | None) -> None:
        if key == self.item:
            return
        self.item = key
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        words = self._words_of_item(key) if key else self.words_of(self.lit) if self.lit is not None else ""
        if words:
            self.setAccessibleDescription(words)
            self.readout.emit(words)
        self.update()

    def _words_of_item(self, key: str) -> str:
        boxes = self.plan.titles if self.plan else ()
        return next((box.item.spoken for box in boxes if box.item and box.item.key == key), "")
