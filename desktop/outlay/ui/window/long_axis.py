"""The long time axis of Spend: a year of days to zoom and pan."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.domain.charts import LongChart
from outlay.painting.long_axis import AxisWords, LongView, gutter_of, paint_lit, paint_long
from outlay.painting.look import Look
from outlay.presenters.amounts import two_digits
from outlay.presenters.days import calendar, day_month_text, weekday_text

if TYPE_CHECKING:
    from outlay.ui.window.long_axis_view import SeenDays

_HEIGHT = 168
ZOOM = 1.5
"""How many times fewer days one step of the zoom shows."""

_PAN = 0.25


class LongAxis(QWidget):
    """A stacked bar a day in the tools' hues; one stop for the keyboard.

    Plus and minus zoom, Left and Right walk from day to day, with Shift they pan, Home shows everything, Enter
    opens the day. The wheel zooms with Ctrl held, so that the page still scrolls.

    Signals:
        readout: the day that is looked at in words, empty when none is.
        day_wanted: the `date` of the day that was opened.
        range_changed: the first day seen and the day after the last.
    """

    readout = Signal(str)
    spoken_role = QAccessible.Role.Chart
    day_wanted = Signal(object)
    range_changed = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.chart: LongChart | None = None
        self.lit: int | None = None
        self._view: SeenDays | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take_look(look)

    @property
    def view(self) -> "SeenDays":
        """What holds the days that are seen; made when it is first needed."""
        if self._view is None:
            from outlay.ui.window.long_axis_view import SeenDays  # noqa: PLC0415 - heavy, and not needed to start

            self._view = SeenDays(self)
            self._column.addWidget(self._view)
            self._dress(self._view)
        return self._view

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        self.setFixedHeight(round(_HEIGHT + 2 * look.line("small")))
        if self._view is not None:
            self._dress(self._view)

    def show_chart(self, chart: LongChart) -> None:
        """Show other days, all of them."""
        self.chart = chart
        self.lit = None
        self.setAccessibleName(chart.spoken)
        self.setAccessibleDescription(chart.legend.spoken)
        self.view.hold(len(chart.days))
        self.show_all()

    def seen(self) -> LongView:
        """What of the days is seen."""
        return self.view.seen()

    def show_all(self) -> None:
        """From the first day to the last."""
        self.view.show_days(0, self._number())

    def zoom(self, by: float) -> None:
        """Show `by` times fewer days around the one that is looked at, else around the middle."""
        seen = self.seen()
        middle = self.lit + 0.5 if self.lit is not None else (seen.first + seen.last) / 2
        middle = min(max(middle, seen.first), seen.last)
        self.view.show_days(middle - (middle - seen.first) / by, middle + (seen.last - middle) / by)

    def pan(self, by: float) -> None:
        """Move by parts of what is seen."""
        seen = self.seen()
        self.view.move_to(seen.first + by * (seen.last - seen.first))

    def light(self, day: int | None) -> None:
        """Look at a day, or at none."""
        if self.chart is None or day == self.lit:
            return
        self.lit = day if day is not None and 0 <= day < self._number() else None
        words = self.chart.days[self.lit].spoken if self.lit is not None else ""
        self.setAccessibleDescription(words or self.chart.legend.spoken)
        self.readout.emit(words)
        self.view.viewport().update()

    def enter(self, day: int | None) -> None:
        """Open a day."""
        if self.chart is not None and day is not None:
            self.day_wanted.emit(self.chart.days[day].day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a key asks for, if it asks for anything."""
        if self.chart is None or not self._asked(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look away with the keyboard."""
        self.light(None)
        super().focusOutEvent(event)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the days that are seen."""
        if self.chart is None or not self.chart.days:
            return
        if self.lit is not None:
            paint_lit(painter, rect, self.seen(), self.lit, self.look)
        paint_long(painter, rect, self.chart, self.seen(), _WORDS, self.look)

    def tell_range(self) -> None:
        """Say which days are seen now."""
        if self.chart is None or not self.chart.days:
            return
        seen, last = self.seen(), self._number() - 1
        first = self.chart.days[min(max(0, round(seen.first)), last)].day
        end = self.chart.days[min(max(0, round(seen.last) - 1), last)].day
        self.range_changed.emit(first, date.fromordinal(end.toordinal() + 1))

    def _dress(self, view: "SeenDays") -> None:
        view.setBackground(self.look.color("surface.sheet"))
        view.leave(gutter_of(self.look))
        view.viewport().update()

    def _asked(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False when it asks for nothing."""
        key = event.key()
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if way and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(way * _PAN)
        elif way:
            self._walk(way)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(ZOOM)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.zoom(1 / ZOOM)
        elif key == Qt.Key.Key_Home:
            self.show_all()
        elif key == Qt.Key.Key_End:
            self.view.move_to(self._number())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.lit is not None:
            self.enter(self.lit)
        elif key == Qt.Key.Key_Escape and self.lit is not None:
            self.light(None)
        else:
            return False
        return True

    def _walk(self, by: int) -> None:
        seen, most = self.seen(), self._number() - 1
        entry = round(seen.first) if by > 0 else round(seen.last) - 1
        day = min(max(entry if self.lit is None else self.lit + by, 0), most)
        if day < seen.first:
            self.view.move_to(day)
        elif day + 1 > seen.last:
            self.view.move_to(day + 1 - (seen.last - seen.first))
        self.light(day)

    def _number(self) -> int:
        return len(self.chart.days) if self.chart else 0


def _day_name(day: date) -> str:
    return f"{weekday_text(day)} {day.day}{calendar().ordinal}"


def _month_name(day: date) -> str:
    name = calendar().lone_months[day.month - 1]
    return f"{name} {day.year}" if day.month == 1 else name


_WORDS = AxisWords(two_digits, _day_name, day_month_text, _month_name)
