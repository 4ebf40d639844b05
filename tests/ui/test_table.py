"""The table on the screen: walked by keys, sorted, folded, kept by keys when it is shown anew, spoken, fast."""

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QVBoxLayout, QWidget

from outlay.domain.tables import Cell, Column, Kind, Link, Row, Table
from outlay.painting.look import Look
from outlay.ui.parts.own_ring import OWN_RING
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.table_menu import Ways, row_menu
from ui import tables
from ui.table_order import sorted_table

KEY = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def made(qtbot, look):
    hosts = []

    def make(shown: Table, *, size=(920, 500), **more) -> LedgerTable:
        host = QWidget()
        qtbot.addWidget(host)
        host.resize(*size)
        hosts.append(host)
        table = LedgerTable(look, host, **more)
        table.resize(*size)
        table.show_table(shown)
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        return table

    return make


def press(table: LedgerTable, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(table.view, key)


def current(table: LedgerTable) -> str:
    row = table.view.rows.row_at(table.view.currentIndex())
    return row.key if row else ""


def told(signal) -> list:
    found: list = []
    signal.connect(lambda *values: found.append(values if len(values) > 1 else values[0]))
    return found


def click(table: LedgerTable, key: str, x: int = 200) -> None:
    rect = table.view.visualRect(table.view.rows.index_of(key))
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, rect.center().y()))


def test_keys_walk_the_rows_and_tell_what_is_chosen(made):
    table = made(tables.what_shipped())
    chosen, opened = told(table.chosen), told(table.activated)
    table.view.setFocus()
    press(table, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up)
    assert current(table) == table.selected == "310"
    press(table, KEY.Key_End)
    assert current(table) == "9f31c2a"
    press(table, KEY.Key_Home, KEY.Key_Return)
    assert chosen[-1] == "482"
    assert opened == ["482"]


def test_tabbing_into_a_table_chooses_nothing(made):
    table = made(tables.what_shipped())
    chosen = told(table.chosen)
    table.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert current(table) == "482"
    assert (chosen, table.selected) == ([], "")


def test_the_rows_that_a_closed_one_holds_are_passed_over(made):
    table = made(tables.spend())
    folded = told(table.toggled)
    table.select("infra")
    table.view.setFocus()
    press(table, KEY.Key_Up)
    assert current(table) == "web"
    press(table, KEY.Key_Right, KEY.Key_Right)
    assert current(table) == "w1"
    press(table, KEY.Key_Left, KEY.Key_Left)
    assert current(table) == "web"
    assert folded == ["web", "web"]
    press(table, KEY.Key_Return)
    assert table.view.isExpanded(table.view.rows.index_of("web"))


def test_a_table_grows_and_shrinks_with_what_is_open(made):
    table = made(tables.spend())
    before = table.height()
    click(table, "api", x=13)
    assert table.height() == before - 4 * 32
    click(table, "api", x=300)
    assert table.height() == before
    click(table, "web", x=300)
    assert table.height() == before + 32


def test_typing_looks_for_a_title(made):
    table = made(tables.what_shipped())
    table.view.setFocus()
    QTest.keyClicks(table.view, "fix")
    assert current(table) == "485"


def test_selection_and_what_was_folded_are_kept_by_key(made):
    table = made(tables.spend())
    click(table, "web", x=300)
    table.select("a2")
    chosen = told(table.chosen)
    shown = tables.spend()
    table.show_table(shown._replace(rows=tuple(row for row in shown.rows if row.key != "a1")))
    assert table.selected == "a2"
    assert table.view.isExpanded(table.view.rows.index_of("web"))
    assert chosen == []
    table.show_table(shown._replace(rows=tuple(row for row in shown.rows if row.key not in {"a1", "a2"})))
    assert table.selected == ""


def test_a_page_that_opens_a_row_itself_has_the_last_word(made):
    table = made(tables.spend())
    click(table, "api", x=300)
    shown = tables.spend()
    rows = tuple(row._replace(expanded=row.key != "api") if row.expandable else row for row in shown.rows)
    table.show_table(shown._replace(rows=rows))
    table.show_table(shown)
    assert table.view.isExpanded(table.view.rows.index_of("api"))


def test_the_place_scrolled_to_is_kept_by_key(made):
    shown = tables.many(600)
    table = made(shown, grows=False)
    bar = table.view.verticalScrollBar()
    bar.setValue(9_017)
    top = table.view.rows.row_at(table.view.indexAt(QPoint(0, 0)))
    at = table.view.visualRect(table.view.rows.index_of(top.key)).top()
    table.show_table(shown._replace(rows=shown.rows[30:]))
    assert table.view.visualRect(table.view.rows.index_of(top.key)).top() == at
    assert table.view.rows.row_at(table.view.indexAt(QPoint(0, 0))).key == top.key


def test_another_order_is_shown_from_its_top_or_from_what_is_selected(made):
    table = made(tables.many(600), grows=False)
    bar = table.view.verticalScrollBar()
    bar.setValue(9_017)
    table.show_table(sorted_table(table.table, "direct", descending=True))
    assert bar.value() == 0
    table.select("i300")
    table.show_table(sorted_table(table.table, "direct", descending=False))
    seen = table.view.visualRect(table.view.rows.index_of("i300"))
    assert table.view.viewport().rect().contains(seen.center())


def test_the_grand_total_stays_in_sight_below_rows_that_scroll(made):
    table = made(tables.many(600), grows=False)
    assert table.foot.isVisible()
    assert table.foot.geometry().bottom() == table.height() - 1
    assert not table.view.rows.index_of("all").isValid()
    assert "600 items" in table.view.accessibleDescription()
    grown = made(tables.shipped())
    assert not grown.foot.isVisible()
    assert grown.view.rows.index_of("all").isValid()


def test_a_title_sorts_and_sorts_the_other_way_when_pressed_again(made):
    table = made(tables.shipped(), size=(560, 700))
    table.sort_wanted.connect(
        lambda key, down: table.show_table(sorted_table(table.table, key, descending=down))
    )
    wanted = told(table.sort_wanted)
    place = table.plan.place("days")
    at = QPoint(round(place.right) - 5, table.head.height() // 2)
    for _ in range(2):
        QTest.mouseClick(table.head, Qt.MouseButton.LeftButton, pos=at)
    assert wanted == [("days", True), ("days", False)]
    assert table.view.accessibleDescription() == "Sorted by Days, smallest first"
    assert [row.key for row in table.table.rows][:3] == ["api", "485", "482"]


def test_the_head_is_one_stop_that_arrows_walk(made, qtbot):
    table = made(tables.shipped(), size=(560, 700))
    wanted = told(table.sort_wanted)
    table.head.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.head.accessibleName() == "Sort by Direct"
    assert table.head.accessibleDescription() == "Sorted by Direct, largest first"
    QTest.keyClick(table.head, KEY.Key_Home)
    for key in (KEY.Key_Left, KEY.Key_Left, KEY.Key_Left, KEY.Key_Left, KEY.Key_Return):
        QTest.keyClick(table.head, key)
    assert wanted == [("item", False)]
    ledger = made(tables.what_shipped())
    assert ledger.head.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_copying_gives_exact_values_with_tabs_between(made):
    table = made(tables.what_shipped())
    table.select("485")
    table.view.setFocus()
    QTest.keyClick(table.view, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Fix rounding in tax totals\t\t4.8000\t+ 0.70"


def test_a_row_is_spoken_as_one_sentence(made):
    table = made(tables.what_shipped())
    interface = QAccessible.queryAccessibleInterface(table.view)
    names = [interface.child(number).text(QAccessible.Text.Name) for number in range(interface.childCount())]
    assert "Idempotent webhook retries, $21 direct" in names
    assert interface.text(QAccessible.Text.Name) == "What shipped, 7 items"
    assert interface.role() in {QAccessible.Role.Tree, QAccessible.Role.Table}


def test_a_row_without_words_of_its_own_is_spoken_cell_by_cell(made):
    table = made(tables.where_it_went())
    item = table.view.rows.index_of("All")
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "All, 70.20, 9.10, \u2265 $87.40"


def test_the_ring_shows_only_after_keys(made):
    table = made(tables.what_shipped())
    index = table.view.rows.index_of("310")
    row = table.view.rows.row_at(index)
    table.activateWindow()
    table.view.setFocus(Qt.FocusReason.MouseFocusReason)
    click(table, "310")
    assert not table.view.shown(index, row).ringed
    press(table, KEY.Key_Down, KEY.Key_Up)
    assert table.view.shown(index, row).ringed
    click(table, "310")
    assert not table.view.shown(index, row).ringed
    assert table.view.property(OWN_RING)


def test_one_click_opens_where_that_is_enough_and_two_do_elsewhere(made):
    once, twice = made(tables.what_shipped(), one_click=True), made(tables.what_shipped())
    opened_once, opened_twice = told(once.activated), told(twice.activated)
    click(once, "310")
    click(twice, "310")
    assert (opened_once, opened_twice) == (["310"], [])
    middle = twice.view.visualRect(twice.view.rows.index_of("310")).center()
    QTest.mouseDClick(twice.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened_twice == ["310"]


def test_a_press_on_a_sum_chooses_nothing(made):
    table = made(tables.where_it_went(), one_click=True)
    chosen, opened = told(table.chosen), told(table.activated)
    click(table, "All")
    assert (chosen, opened, table.selected) == ([], [], "")


def test_a_link_is_followed_by_pointer_by_key_and_from_the_menu(made):
    table = made(tables.spend())
    followed = told(table.link_wanted)
    rect = table.view.visualRect(table.view.rows.index_of("more"))
    for x in range(24, 300, 6):
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, rect.center().y()))
    assert set(followed) == {("more", "api")}
    followed.clear()
    table.select("more")
    table.view.setFocus()
    press(table, KEY.Key_Return)
    assert followed == [("more", "api")]
    row = table.view.rows.row_at(table.view.currentIndex())
    menu = row_menu(table.view, row, Ways(table.view.row_opened.emit, table.view.link_followed.emit))
    assert [action.text() for action in menu.actions()] == ["Show", "Copy"]
    menu.actions()[0].trigger()
    assert len(followed) == 2


def test_the_menu_key_opens_the_menu_of_the_row_with_the_keyboard(made, qtbot):
    table = made(tables.what_shipped())
    table.select("310")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(table.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["Open", "Copy"]
    menu.close()


def test_what_is_cut_and_what_has_a_tip_can_be_read(made):
    table = made(tables.what_shipped(), size=(430, 300))
    rect = table.view.visualRect(table.view.rows.index_of("310"))
    at = QPoint(60, rect.center().y())
    QApplication.sendEvent(
        table.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, table.view.mapToGlobal(at))
    )
    assert "Invoice table: keyboard navigation" in QToolTip.text()
    QToolTip.hideText()


def test_the_page_scrolls_to_the_row_with_the_keyboard_and_takes_the_wheel(made, qtbot, look):
    page = QWidget()
    column = QVBoxLayout(page)
    table = LedgerTable(look)
    table.show_table(tables.many(60))
    column.addWidget(table)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(700, 300)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    table.view.setFocus()
    press(table, KEY.Key_End)
    assert area.verticalScrollBar().value() > 1_000
    press(table, KEY.Key_Home)
    assert area.verticalScrollBar().value() < 60
    press(table, KEY.Key_PageDown)
    assert current(table) in {"i5", "i6"}
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(table.view.mapToGlobal(QPoint(50, 50))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(table.view.viewport(), wheel)
    assert not wheel.isAccepted()


def test_large_text_makes_rows_higher_and_leaves_every_column_its_room(made):
    table = made(tables.shipped(), size=(852, 600))
    before = table.height()
    look = table.plan.face.look
    table.take_look(Look(look.tokens, look.family, 2.0))
    assert table.height() > before * 1.3
    assert table.plan.places[-1].right <= table.width()
    table.take_look(look)
    assert table.height() == before


def test_a_table_whose_texts_wrap_is_as_high_as_its_width_asks_for(made):
    table = made(tables.sources(), size=(920, 600))
    before = table.height()
    table.resize(640, table.height())
    assert table.height() >= before + 3 * 16
    table.resize(920, table.height())
    assert table.height() == before


def test_a_press_that_ends_on_another_row_opens_nothing(made):
    table = made(tables.what_shipped(), one_click=True)
    opened = told(table.activated)
    places = [table.view.visualRect(table.view.rows.index_of(key)).center() for key in ("310", "485")]
    QTest.mousePress(table.view.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseRelease(table.view.viewport(), Qt.MouseButton.LeftButton, pos=places[1])
    assert opened == []


def test_an_empty_table_shows_its_head_only(made):
    table = made(Table((Column("item", "Item"), Column("direct", "Direct", Kind.MONEY)), ()))
    assert table.height() == 28
    table.view.setFocus()
    press(table, KEY.Key_Down, KEY.Key_Return, KEY.Key_Left, KEY.Key_PageDown)
    assert table.selected == ""


def test_a_row_that_only_links_follows_its_link(made):
    row = Row("data", (Cell("Data"), Cell(link=Link("Open folder", "folder"))), opens=False)
    table = made(Table((Column("what"), Column("link", kind=Kind.FIGURE, width=90)), (row,)))
    followed = told(table.link_wanted)
    place = table.plan.place("link")
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(place.right) - 8, 16))
    assert followed == [("data", "folder")]


def test_three_thousand_items_are_there_at_once_and_scroll_within_a_frame(made):
    shown = tables.many(3_000)
    table = made(shown, grows=False, size=(760, 640))
    started = time.thread_time()
    table.show_table(shown)
    table.view.viewport().grab()
    taken = time.thread_time() - started
    assert taken < 1.0
    assert min(slowest_step(table) for _ in range(3)) <= 0.0167


def slowest_step(table: LedgerTable) -> float:
    """The 99th percentile of the seconds of work in one step of the wheel, painting included."""
    bar = table.view.verticalScrollBar()
    taken = []
    bar.setValue(0)
    for step in range(120):
        started = time.thread_time()
        bar.setValue(step * 117)
        table.view.viewport().repaint()
        taken.append(time.thread_time() - started)
    return sorted(taken)[int(len(taken) * 0.99)]


def test_a_tip_of_several_lines_is_shown_line_by_line_and_its_signs_are_no_markup(made):
    told = tables.what_shipped()
    rows = tuple(
        row._replace(cells=(row.cells[0]._replace(tip="first <b>\nsecond"), *row.cells[1:]))
        for row in told.rows
    )
    table = made(told._replace(rows=rows), size=(430, 300))
    at = QPoint(60, table.view.visualRect(table.view.rows.index_of("310")).center().y())
    QApplication.sendEvent(
        table.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, table.view.mapToGlobal(at))
    )
    assert "first &lt;b&gt;<br>second" in QToolTip.text()
    QToolTip.hideText()
