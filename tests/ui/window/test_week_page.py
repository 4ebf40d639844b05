"""The Week page over a real store: what it shows is what the command line says, and every row leads on."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from basket_world import SEVEN, shipped_basket
from outlay.rules.spans import Unit, span_around
from outlay.ui.window.entries import entries
from outlay.ui.window.pages.week import WeekPage
from outlay.ui.window.shell import Window

THURSDAY = 3


@pytest.fixture
def world(empty_home):
    """A basket written on a branch and landed as a squash, and a question that edited nothing."""
    return shipped_basket(empty_home)


@pytest.fixture
def page(world, look, qtbot):
    made = WeekPage(look)
    window = Window(world.app(), look, (made,), entries())
    qtbot.addWidget(window)
    window.show()
    window.begin("week")
    qtbot.waitUntil(lambda: made.shipped.table is not None)
    yield made
    window.end()


def texts(table, key):
    row = next(row for row in table.table.rows if row.key == key)
    return [cell.text if cell else "" for cell in row.cells]


def test_its_figures_are_those_of_the_command_line(page, world):
    found = world.app().week()
    assert page.pair.pair.spend.text == "$0.03"
    assert found.total.micros == 25_035 + 7_535
    assert page.pair.pair.shipped == str(found.shipped) == "1"
    assert texts(page.shipped, SEVEN)[2] == "$0.03"
    assert texts(page.went, "all")[3] == "$0.03"


def test_a_row_of_what_shipped_opens_its_item(page, qtbot):
    with qtbot.waitSignal(page.open_wanted) as wish:
        page.shipped.activated.emit(SEVEN)
    assert wish.args == ["shipped", SEVEN]


def walk_to(page, qtbot, day):
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_Home)
    for _ in range(day):
        qtbot.keyClick(page.chart, Qt.Key.Key_Right)


def test_a_day_of_the_picture_opens_in_spend(page, qtbot):
    walk_to(page, qtbot, THURSDAY)
    with qtbot.waitSignals([page.span_wanted, page.open_wanted]):
        qtbot.keyClick(page.chart, Qt.Key.Key_Return)


def test_an_unused_day_opens_nothing(page, qtbot):
    walk_to(page, qtbot, THURSDAY + 1)
    with qtbot.assertNotEmitted(page.open_wanted, wait=20):
        qtbot.keyClick(page.chart, Qt.Key.Key_Return)


def test_the_total_leads_to_spend_and_a_missing_price_to_the_prices(page, qtbot):
    for key, wanted in (("all", ["spend", None]), ("unpriced", ["spend", "prices"])):
        with qtbot.waitSignal(page.open_wanted) as wish:
            page.went.activated.emit(key)
        assert wish.args == wanted


@pytest.mark.parametrize("width", [900, 1180, 1600])
def test_the_tables_stand_side_by_side_where_there_is_room_and_never_reach_over_the_sheet(page, qtbot, width):
    window = page.window()
    window.resize(width, 800)
    content = window.frames["week"].content_width

    def fits():
        right = page.went.geometry().right() + 1
        below = page.went.y() > page.shipped.y()
        return right <= content() and below == (content() < 860)

    qtbot.waitUntil(fits)


def test_an_empty_week_leads_to_the_last_one_with_use(page, qtbot):
    page.window().choose_span(page.window().span._replace(period=span_of("2026-10-05").period))
    qtbot.waitUntil(page.empty.isVisible)
    page.empty.link_wanted.emit("newest")
    qtbot.waitUntil(lambda: page.pair.pair.spend.text == "$0.03")


def span_of(day):
    return span_around(Unit.WEEK, date.fromisoformat(day), ZoneInfo("UTC"))
