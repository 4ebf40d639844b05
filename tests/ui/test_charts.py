"""Charts answer to pointer and keyboard, and speak what they show."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from chart_samples import (
    MONDAY,
    STORY_EVENTS,
    ZONE,
    answer_of,
    dollars,
    story_of,
    unused_day,
    used_day,
    week_answer,
)
from outlay.charts.dots import DotGroup, dots_chart
from outlay.charts.long_days import ToolDay, long_days
from outlay.charts.spend_days import Looked, SpentDay, spend_days
from outlay.charts.timeline import timeline_of
from outlay.charts.week import week_chart
from outlay.domain.charts import WentPart, WhereStrip
from outlay.domain.moments import Period
from outlay.domain.pictures import Mark
from outlay.ui.parts.days_chart import DaysChartWidget
from outlay.ui.parts.dots import DotsWidget
from outlay.ui.parts.timeline import TimelineWidget
from outlay.ui.parts.week_chart import WeekChartWidget
from outlay.ui.parts.where_strip import WhereStripWidget
from outlay.ui.window.long_axis import LongAxis

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown(qtbot, widget, width: int = 920):
    """Inside a window: a chart is never one itself."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 700)
    widget.setParent(window)
    widget.resize(width, widget.height())
    window.show()
    window.activateWindow()
    widget.setFocus()
    QApplication.processEvents()
    widget.window_kept = window
    return widget


@pytest.fixture
def week(qtbot, look) -> WeekChartWidget:
    widget = WeekChartWidget(look)
    widget.show_chart(week_chart(week_answer()))
    return shown(qtbot, widget)


def heard(signal) -> list:
    told: list = []
    signal.connect(lambda *values: told.append(values[0] if len(values) == 1 else values))
    return told


def middle(week: WeekChartWidget, column: int) -> QPoint:
    return QPoint(round(week.plan.columns.bar_left(column) + 20), round(week.plan.line_y) - 10)


def test_arrows_walk_through_the_days_and_the_readout_is_spoken(qtbot, week):
    told = heard(week.readout)
    qtbot.keyClick(week, Qt.Key.Key_Right)
    qtbot.keyClick(week, Qt.Key.Key_Right)
    assert week.lit == 1
    assert told[-1].startswith("Tuesday 17: 18 dollars 60 list value")
    assert week.accessibleDescription() == told[-1]
    qtbot.keyClick(week, Qt.Key.Key_End)
    assert week.lit == 6
    qtbot.keyClick(week, Qt.Key.Key_Home)
    assert week.lit == 0
    qtbot.keyClick(week, Qt.Key.Key_Left)
    assert week.lit == 0


def test_escape_and_losing_the_keyboard_look_away(qtbot, week):
    told = heard(week.readout)
    qtbot.keyClick(week, Qt.Key.Key_Right)
    qtbot.keyClick(week, Qt.Key.Key_Escape)
    assert (week.lit, told[-1]) == (None, "")
    qtbot.keyClick(week, Qt.Key.Key_Right)
    week.clearFocus()
    assert week.lit is None


def test_enter_opens_the_day_and_on_an_item_the_item(qtbot, week):
    days, items = heard(week.day_wanted), heard(week.item_wanted)
    qtbot.keyClick(week, Qt.Key.Key_Home)
    qtbot.keyClick(week, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(week, key)
    assert days == [MONDAY]
    assert items == ["commit:a@9f31c2a"]
    assert week.accessibleDescription().startswith("Raise deploy timeout")
    qtbot.keyClick(week, Qt.Key.Key_Up)
    qtbot.keyClick(week, Qt.Key.Key_Up)
    qtbot.keyClick(week, Qt.Key.Key_Return)
    assert days == [MONDAY, MONDAY + timedelta(2)]


def test_the_pointer_lights_a_day_and_a_click_opens_it(qtbot, week):
    days = heard(week.day_wanted)
    qtbot.mouseMove(week, middle(week, 3))
    assert week.lit == 3
    qtbot.mouseClick(week, LEFT, NONE, middle(week, 3))
    assert days == [MONDAY + timedelta(3)]
    qtbot.mouseMove(week, QPoint(30, 3))
    assert week.lit is None


def test_a_click_on_a_title_opens_its_item_only(qtbot, week):
    days, items = heard(week.day_wanted), heard(week.item_wanted)
    box = next(one for one in week.plan.titles if one.item and one.item.key == "ticket:HBR-207")
    place = box.text.topLeft().toPoint() + QPoint(6, 6)
    qtbot.mouseMove(week, place)
    assert week.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(week, LEFT, NONE, place)
    assert (days, items) == ([], ["ticket:HBR-207"])


def test_a_week_of_a_quarter_opens_its_days(qtbot, look):
    days = [unused_day(date(2026, 10, 1) + timedelta(n)) for n in range(92)]
    days[5] = used_day(days[5].day, {"codex": dollars(2)})
    widget = WeekChartWidget(look)
    widget.show_chart(week_chart(answer_of(days)))
    shown(qtbot, widget)
    told = heard(widget.days_wanted)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(widget, key)
    assert told == [(date(2026, 10, 5), date(2026, 10, 12))]


def test_a_chart_without_a_look_at_it_describes_every_day(week):
    assert week.accessibleName().startswith("Spend and shipped work of 7 days, 5 of them with use")
    assert all(name in week.accessibleDescription() for name in ("Monday 16", "Sunday 22"))


def test_the_height_follows_width_and_text_and_never_the_day_that_is_looked_at(qtbot, week, look):
    wide = week.height()
    week.resize(600, week.height())
    QApplication.processEvents()
    narrow = week.height()
    week.light(3)
    assert week.height() == narrow
    week.take_look(type(look)(look.tokens, look.family, 2.0))
    assert week.height() != wide
    assert week.height() > 164


def test_a_title_walks_no_further_than_its_day_has_items(qtbot, week):
    qtbot.keyClick(week, Qt.Key.Key_Home)
    for _ in range(4):
        qtbot.keyClick(week, Qt.Key.Key_Down)
    assert week.item == "pr:a#97"
    qtbot.keyClick(week, Qt.Key.Key_Right)
    assert week.item is None


def test_the_timeline_reads_out_its_days_and_takes_no_room_without_any(qtbot, look):
    widget = TimelineWidget(look)
    widget.show_chart(timeline_of(story_of(STORY_EVENTS), ZONE))
    shown(qtbot, widget, 340)
    told = heard(widget.readout)
    qtbot.keyClick(widget, Qt.Key.Key_End)
    assert told[-1].startswith("Thu 19 Nov: $11.80 direct, $2.10 context")
    widget.show_chart(timeline_of(story_of(()), ZONE))
    assert widget.height() == 0


def test_parts_of_the_strip_are_read_out_the_unpriced_box_with_them(qtbot, look):
    widget = WhereStripWidget(look)
    parts = (WentPart(Mark.PULL_REQUEST, 5, 2, "Shipped"), WentPart(Mark.NOT_LINKED, 3, 0, "Not linked"))
    widget.show_strip(WhereStrip(parts, "14 requests, price unknown", "Where it went"))
    shown(qtbot, widget, 280)
    told = heard(widget.readout)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(widget, key)
    assert told == ["Shipped", "Not linked", "14 requests, price unknown"]
    qtbot.mouseMove(widget, QPoint(5, 10))
    assert widget.lit == 0


def test_a_day_of_spend_is_opened_by_click_and_by_enter(qtbot, look):
    widget = DaysChartWidget(look)
    rows = [SpentDay(MONDAY, 5_000_000, 9_000_000)]
    period = Period(MONDAY, MONDAY + timedelta(7), ZONE)
    widget.show_chart(spend_days(rows, period, Looked("Codex", "codex")))
    shown(qtbot, widget)
    told = heard(widget.day_wanted)
    qtbot.mouseClick(widget, LEFT, NONE, QPoint(10, 80))
    qtbot.keyClick(widget, Qt.Key.Key_End)
    qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert told == [MONDAY, MONDAY + timedelta(6)]


def test_every_dot_says_what_it_stands_for(qtbot, look):
    widget = DotsWidget(look)
    group = DotGroup("With an agent", (2.0, 1.0), ("two", "one"), True)
    widget.show_chart(dots_chart([group], "days", str))
    shown(qtbot, widget, 690)
    told = heard(widget.readout)
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    assert told == ["one", "two"]


@pytest.fixture
def axis(qtbot, look) -> LongAxis:
    widget = LongAxis(look)
    start = date(2025, 12, 1)
    rows = [ToolDay(start + timedelta(n), "codex", (n % 7 + 1) * 1_000_000) for n in range(365)]
    widget.show_chart(long_days(rows, Period(start, start + timedelta(365), ZONE)))
    return shown(qtbot, widget)


def days_seen(axis: LongAxis) -> tuple[int, int]:
    return round(axis.seen().first), round(axis.seen().last)


def test_the_long_axis_zooms_by_keys_within_its_days_and_home_shows_everything(qtbot, axis):
    assert days_seen(axis) == (0, 365)
    qtbot.keyClick(axis, Qt.Key.Key_Plus)
    first, last = days_seen(axis)
    assert 0 < first < last < 365
    for _ in range(30):
        qtbot.keyClick(axis, Qt.Key.Key_Plus)
    first, last = days_seen(axis)
    assert last - first == 7
    for _ in range(40):
        qtbot.keyClick(axis, Qt.Key.Key_Minus)
    assert days_seen(axis) == (0, 365)
    qtbot.keyClick(axis, Qt.Key.Key_Plus)
    qtbot.keyClick(axis, Qt.Key.Key_Home)
    assert days_seen(axis) == (0, 365)


def test_arrows_walk_from_day_to_day_and_take_the_view_along(qtbot, axis):
    told = heard(axis.readout)
    axis.view.show_days(10, 20)
    qtbot.keyClick(axis, Qt.Key.Key_Left)
    assert axis.lit == 19
    qtbot.keyClick(axis, Qt.Key.Key_Right)
    assert days_seen(axis) == (11, 21)
    assert told[-1].startswith("Sun 21 Dec 2025: ")
    assert axis.accessibleDescription() == told[-1]
    qtbot.keyClick(axis, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert days_seen(axis)[0] > 11


def test_the_range_that_is_seen_is_told(axis):
    told = heard(axis.range_changed)
    axis.view.show_days(31, 62)
    assert told[-1] == (date(2026, 1, 1), date(2026, 2, 1))


def test_enter_and_a_click_open_a_day_of_the_long_axis(qtbot, axis):
    told = heard(axis.day_wanted)
    axis.light(3)
    qtbot.keyClick(axis, Qt.Key.Key_Return)
    viewport = axis.view.viewport()
    qtbot.mouseClick(viewport, LEFT, NONE, QPoint(viewport.width() - 1, 60))
    assert told == [date(2025, 12, 4), date(2026, 11, 30)]


def test_a_plain_wheel_scrolls_the_page_and_ctrl_zooms(axis):
    def turned(modifiers) -> bool:
        at = QPointF(400, 60)
        event = QWheelEvent(
            at,
            at,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(axis.view.viewport(), event)
        return event.isAccepted()

    assert not turned(NONE)
    assert days_seen(axis) == (0, 365)
    assert turned(Qt.KeyboardModifier.ControlModifier)
    assert days_seen(axis) != (0, 365)


def test_the_viewport_takes_no_keyboard_and_the_axis_has_a_name(axis):
    assert axis.view.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert axis.view.viewport().focusPolicy() is Qt.FocusPolicy.NoFocus
    assert axis.accessibleName().endswith("365 days with use")
    assert axis.accessibleDescription().startswith("Codex ")
