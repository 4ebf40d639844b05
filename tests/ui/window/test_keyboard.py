"""The keyboard in the window and its dialogs: where Tab goes, and what wears the ring."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from outlay.domain.moments import Period
from outlay.presenters.days import CALENDARS, day_month_text
from outlay.presenters.tongue import Tongue, speaking
from outlay.rules.spans import Span, Unit
from outlay.ui.parts.confirm_dialog import Confirm
from outlay.ui.parts.day_field import DayField
from outlay.ui.parts.own_ring import keys_came_last, rings_after
from outlay.ui.parts.table_view import TableView
from outlay.ui.window.focus import WindowRing
from outlay.ui.window.group_dialog import GroupDialog
from outlay.ui.window.pages.shipped_entry import AddDialog
from outlay.ui.window.pages.spend_price_dialog import PriceDialog
from outlay.ui.window.reading_order import put_in_order, stops_of
from outlay.ui.window.span_dialog import SpanDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

DAY = date(2026, 11, 19)
ZONE = ZoneInfo("UTC")


def own_days():
    return Span(Unit.OWN, Period(date(2026, 11, 16), date(2026, 11, 20), ZONE))


def rings_in(widget):
    return [ring for ring in widget.findChildren(WindowRing) if ring.isVisible()]


def test_a_dialog_over_the_window_rings_what_has_the_keyboard(shown, qtbot):
    window = shown("week")
    dialog = Confirm(window.look, "Dismiss it", ("It goes.",), "Dismiss", window)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    ring, focused = rings_in(dialog)[0], dialog.focusWidget()
    assert ring.geometry().contains(focused.geometry())
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.findChildren(WindowRing))


def test_the_page_as_a_whole_wears_no_ring(shown, qtbot):
    window = shown("week")
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    window.frames["week"].setFocus()
    assert window.frames["week"].hasFocus()
    assert not rings_in(window)


def test_from_a_row_of_the_sidebar_the_keyboard_follows_to_the_page_that_is_opened(shown, qtbot):
    window = shown("week")
    window.activateWindow()
    window.sidebar.rows["week"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.rows["shipped"].hasFocus()


def test_tab_goes_in_reading_order_to_what_was_made_later(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, last, between = (QPushButton(text) for text in ("first", "last", "between"))
    column.addWidget(first)
    column.addWidget(last)
    column.insertWidget(1, between)
    window.show()
    put_in_order(window, stops_of(window))
    assert stops_of(window) == [first, between, last]
    assert first.nextInFocusChain() is between
    assert between.nextInFocusChain() is last


@pytest.fixture
def at_keys(shown, qtbot):
    """Makes a window that shows a page's state and has the keyboard."""

    def make(page, state="filled"):
        window = shown(page, state)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


def tables_in(window):
    return [view for view in window.findChildren(TableView) if view.isVisible() and view.rows.rowCount() > 1]


@pytest.mark.parametrize("page", ["week", "shipped", "spend", "sources"])
def test_arrows_walk_the_rows_of_a_table_and_tab_leaves_it(at_keys, page):
    window = at_keys(page)
    assert tables_in(window)
    for view in tables_in(window):
        view.setFocus(Qt.FocusReason.TabFocusReason)
        first = view.currentIndex()
        QTest.keyClick(view, Qt.Key.Key_Down)
        walked_to = view.currentIndex()
        assert view.hasFocus()
        assert walked_to != first
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert not view.hasFocus()
        assert view.currentIndex() == walked_to
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert view.hasFocus()


def part_with_keys(window):
    """Where the keyboard is: above the page, in it, in its pane, in the sidebar."""
    focused = QApplication.focusWidget()
    parts = {"page": window.frames[window.page.name], "pane": window.pane, "sidebar": window.sidebar}
    return next((name for name, part in parts.items() if part.isAncestorOf(focused)), "above")


def to_next_part(*, forwards=True):
    shift = Qt.KeyboardModifier.NoModifier if forwards else Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier | shift)


def test_ctrl_tab_goes_from_a_table_to_the_next_part_of_the_window_and_with_shift_back(at_keys):
    window = at_keys("shipped", "item")
    tables_in(window)[0].setFocus(Qt.FocusReason.TabFocusReason)
    walked = [part_with_keys(window)]
    for _ in range(4):
        to_next_part()
        walked.append(part_with_keys(window))
    assert walked == ["page", "pane", "sidebar", "above", "page"]
    to_next_part(forwards=False)
    assert part_with_keys(window) == "above"


def test_a_part_that_is_not_there_is_passed_over(at_keys):
    window = at_keys("settings")
    window.sidebar.rows["settings"].setFocus(Qt.FocusReason.TabFocusReason)
    to_next_part()
    assert part_with_keys(window) == "page"
    to_next_part()
    assert part_with_keys(window) == "sidebar"


def test_ctrl_tab_brings_what_it_goes_to_into_sight(at_keys):
    window = at_keys("settings")
    window.resize(window.minimumSize())
    area = window.frames["settings"].findChild(QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert area.verticalScrollBar().value() > 0
    window.sidebar.rows["settings"].setFocus(Qt.FocusReason.TabFocusReason)
    to_next_part()
    assert part_with_keys(window) == "page"
    top = QApplication.focusWidget().mapTo(area.viewport(), QPoint()).y()
    assert 0 <= top < area.viewport().height()


@pytest.mark.parametrize("page", ["sources", "shipped", "first_run", "settings"])
def test_tab_walks_a_page_from_its_top_to_its_end_and_then_the_sidebar(shown, page):
    window = shown(page)
    window.activateWindow()
    wanted = stops_of(window._sheet)
    wanted[0].setFocus()
    window.focusNextPrevChild(True)
    chain, widget = [], wanted[0]
    while widget is not None and len(chain) < 5000:
        chain.append(widget)
        widget = widget.nextInFocusChain()
        if widget is wanted[0]:
            break
    places = [chain.index(one) for one in (*wanted, *window.sidebar.stops())]
    assert places == sorted(places)


def test_what_takes_the_keyboard_over_after_a_click_wears_no_ring():
    keys_came_last(False)
    assert not rings_after(Qt.FocusReason.TabFocusReason, before=True)
    keys_came_last(True)
    assert rings_after(Qt.FocusReason.TabFocusReason, before=False)
    keys_came_last(None)


def test_every_dialog_writes_a_day_as_the_pages_do(look, qtbot):
    dialogs = (
        SpanDialog(own_days(), DAY, look),
        AddDialog(look, DAY),
        PriceDialog(look, "gpt", DAY, ZONE),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
    span, add, price = dialogs
    assert [field.text() for field in (span.last, add.done_on, price.since)] == ["19 Nov 2026"] * 3


@pytest.mark.parametrize("name", CALENDARS)
def test_a_field_for_a_day_writes_every_month_as_the_pages_do(look, qtbot, name):
    with speaking(Tongue(name)):
        field = DayField(look, "Day", DAY)
        qtbot.addWidget(field)
        for month in range(1, 13):
            field.show_day(date(2026, month, 19))
            assert field.text() == f"{day_month_text(date(2026, month, 19))} 2026"


def test_own_days_never_end_before_they_begin(look, qtbot):
    dialog = SpanDialog(own_days(), DAY, look)
    qtbot.addWidget(dialog)
    dialog.last.show_day(date(2026, 11, 2))
    assert dialog.first.day == date(2026, 11, 2)
    assert dialog.span().period == Period(date(2026, 11, 2), date(2026, 11, 3), ZONE)


@pytest.mark.parametrize(("key", "accepted"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_enter_shows_own_days_and_escape_leaves_them(look, qtbot, key, accepted):
    dialog = SpanDialog(own_days(), DAY, look)
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClick(dialog.first, key)
    assert bool(dialog.result()) is accepted
    assert dialog.isHidden()


def test_a_folder_added_to_a_group_is_reached_with_the_others(look, qtbot):
    dialog = GroupDialog(look, ("/home/me/shop", "/home/me/api"), "/home/me")
    qtbot.addWidget(dialog)
    dialog.add_project("/home/me/tools")
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    dialog.rows.rows["/home/me/tools"].box.setFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.other.hasFocus()
