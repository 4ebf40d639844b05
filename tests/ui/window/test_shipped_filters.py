"""The list of the Shipped page: narrowed, grouped and given columns by mouse and keyboard, in every width."""

from contextlib import closing
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from apps import NOON, app_for
from outlay.domain.accounts import Account, SecretPlace
from outlay.domain.attribution import WorkKind
from outlay.domain.moments import Period
from outlay.domain.shipped_page import ShippedAnswer
from outlay.domain.tables import RowState
from outlay.domain.unit_times import Times
from outlay.rules.shipped_items import GroupBy, ListView, Narrowed, SortBy, kept_view
from outlay.store.store import Store
from outlay.ui.gallery_window import look_of
from outlay.ui.window.pages.shipped import ShippedPage
from outlay.ui.window.pages.shipped_list import ShippedTable
from presenters.pages.made_items import answer, item

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WEEK = Period(date(2026, 11, 16), date(2026, 11, 23), ZoneInfo("UTC"))
DAY = 86_400_000
WORK = Account("a1b2", "work", "github", "https://github.com", (), SecretPlace.KEYRING)
TOLD = {"landed": WEEK.first + DAY, "began": WEEK.first, "kind": WorkKind.UNKNOWN}
ITEMS = (
    item("pr:acme/api#1", 5, title="Retries", system="jira", type="Story", labels=("api", "billing"), **TOLD,
         times=Times(None, DAY, 2 * DAY, 3 * DAY, 5 * DAY)),
    item("pr:acme/api#2", 4, title="Rounding", system="github", labels=("api",), **TOLD),
    item("pr:acme/web#3", 3, title="Keyboard", **TOLD),
)  # fmt: skip


def told(items=ITEMS, view=""):
    return ShippedAnswer(WEEK, answer(items), (), "", WEEK.after, view)


@pytest.fixture
def shown(look, qtbot):
    """Makes a list of items in a width, left as a setting says; what it tells of is heard."""

    def make(items=ITEMS, view="", width=920, by=look):
        made = ShippedTable(by)
        qtbot.addWidget(made)
        made.resize(width, 700)
        made.show_answer(told(items, view), "this week")
        made.show()
        made.heard = []
        made.view_chosen.connect(made.heard.append)
        return made

    return make


def titles(made):
    return [one.title for one in made.view.items]


def choose(menu, text):
    """What a person picks out of a menu."""
    next(action for action in menu.menu().actions() if action.text() == text).trigger()


def test_a_label_narrows_the_list_and_everything_brings_it_back(shown):
    made = shown()
    choose(made.filters.label, "billing")
    assert titles(made) == ["Retries"]
    assert made.filters.label.accessibleName() == "Label: billing"
    choose(made.filters.label, "Any label")
    assert len(titles(made)) == 3
    assert [view.narrowed for view in made.heard] == [Narrowed(label="billing"), Narrowed()]


def test_system_and_type_narrow_together(shown):
    made = shown()
    choose(made.filters.system, "GitHub")
    choose(made.filters.type, "Story")
    assert titles(made) == []
    assert made.empty.isVisible()
    assert made.filters.system.isVisible(), "the way back stays in sight"
    choose(made.filters.type, "Any type")
    assert titles(made) == ["Rounding"]


def test_a_column_is_shown_and_taken_away_again(shown):
    made = shown()
    for column, there in (("Cycle", True), ("Labels", True), ("Cycle", False)):
        choose(made.filters.columns, column)
        titled = [one.title for one in made.table.table.columns]
        assert (column in titled) is there
    ticked = [one.text() for one in made.filters.columns.menu().actions() if one.isChecked()]
    assert ticked == ["Labels"]
    assert made.heard[-1].columns == (SortBy.LABEL,)


def test_rows_are_sorted_by_a_time_by_its_head(shown):
    made = shown(view="all none closed down")
    choose(made.filters.columns, "Review")
    made.table.head.press("review")
    assert made.view.table.sorted_by == "review"
    assert titles(made)[0] == "Retries"


def test_rows_are_gathered_by_system(shown):
    made = shown()
    made.groups.buttons[GroupBy.SYSTEM].click()
    heads = [row.cells[0].text for row in made.view.table.rows if row.state is RowState.GROUP]
    assert heads == ["Jira", "GitHub", "Without a system"]


def test_how_it_was_left_stands_there_again(shown):
    view = ListView(
        group=GroupBy.TYPE, columns=(SortBy.CODING, SortBy.SYSTEM), narrowed=Narrowed(label="api")
    )
    made = shown(view=kept_view(view))
    assert made.kept == view
    assert set(titles(made)) == {"Retries", "Rounding"}
    assert made.groups.current == GroupBy.TYPE
    assert made.filters.label.text() == "api"
    assert {"Coding", "System"} <= {one.title for one in made.table.table.columns}


def test_without_forge_tracker_and_types_nothing_more_is_offered(shown):
    made = shown(items=(ITEMS[2],))
    assert not made.filters.isVisible()
    assert not made.groups.buttons[GroupBy.SYSTEM].isVisible()
    assert made.groups.isVisible()


def test_a_menu_opens_by_keyboard_and_says_what_it_is(shown, qtbot):
    made = shown()
    for menu, name in ((made.filters.system, "System: Any system"), (made.filters.columns, "Columns")):
        menu.setFocus(Qt.FocusReason.TabFocusReason)
        assert menu.accessibleName() == name
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        popup.close()


def test_without_a_repository_an_account_that_was_read_tells_what_shipped(look, qtbot, empty_home):
    page = ShippedPage(look)
    qtbot.addWidget(page)
    (empty_home / "data").mkdir(mode=0o700)
    found = []
    for keeps in (
        lambda _accounts: None,
        lambda accounts: accounts.keep(WORK, NOON),
        lambda accounts: accounts.keep_reading(WORK.key, NOON, 3, None),
    ):
        with closing(Store(empty_home / "data" / "outlay.sqlite", "here")) as store, store.writing(act=True):
            keeps(store.accounts)
        found.append(page.ask(app_for(empty_home), WEEK).why_unknown)
    assert found == ["no_repository", "no_repository", ""]
    page.end()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [544, 692, 920, 1120])
def test_everything_stands_inside_of_the_list_in_every_width(shown, scale, width):
    made = shown(width=width, by=look_of("light", scale))
    QApplication.processEvents()
    menus = (made.filters.system, made.filters.type, made.filters.label, made.filters.columns)
    groups = made.groups if made.groups.isVisible() else made.group_menu
    for part in (*menus, groups, made.field):
        assert part.isVisible()
        right = part.mapTo(made, part.rect().topRight()).x()
        assert right <= made.width()
    rects = [one.geometry() for one in menus]
    assert not any(one.intersects(other) for at, one in enumerate(rects) for other in rects[:at])


def test_where_the_groups_find_no_room_a_menu_offers_the_same(shown):
    made = shown(width=544, by=look_of("light", 2.0))
    assert not made.groups.isVisible()
    assert [one.text() for one in made.group_menu.menu().actions()] == [
        "By Repository",
        "By Ticket",
        "By System",
        "By Type",
        "By Label",
        "Not grouped",
    ]
    choose(made.group_menu, "By Label")
    assert made.heard[-1].group is GroupBy.LABEL
