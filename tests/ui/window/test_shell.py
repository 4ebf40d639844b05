"""The window: one picker for all pages, answers kept and read anew, a page that fails leaves the others up."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from outlay.cli.shared_arguments import moment
from outlay.domain.answers import Progress
from outlay.domain.search import Hit, HitKind
from outlay.rules.spans import Unit
from outlay.settings import Settings
from outlay.ui.window.shell import Window
from outlay.ui.window.sidebar import Entry
from ui.fake_app import FakeApp
from ui.window.pages_at_hand import ToldPage

ENTRIES = (Entry("week", "Week", "1"), Entry("shipped", "Shipped", "2"), Entry("method", "Method"))


HITS = (
    Hit(HitKind.PAGE, "shipped", "shipped", ""),
    Hit(HitKind.PAGE, "money", "money ship", ""),
    Hit(HitKind.ITEM, "pr:acme/api#12", "Ship the basket", "acme/api"),
    Hit(HitKind.DAY, "2026-11-03", "2026-11-03", ""),
    Hit(HitKind.SESSION, "claude_code/5f0c0000", "feature/basket", "/home/me/shop"),
)


class WindowApp(FakeApp):
    """A face's app with what the window asks besides."""

    zone = ZoneInfo("UTC")
    now = moment("2026-11-20T17:05:00Z")
    settings = Settings()
    home = Path("/home/me")

    def find(self, text, limit):
        return tuple(hit for hit in HITS if text.lower() in hit.title.lower())[:limit]


@pytest.fixture
def pages(look):
    return [ToldPage(look, name) for name in ("week", "shipped", "method", "spend")]


@pytest.fixture
def window(look, pages, tmp_path, qtbot):
    made = Window(WindowApp(tmp_path), look, pages, ENTRIES)
    qtbot.addWidget(made)
    made.resize(1180, 780)
    made.show()
    made.begin("")
    qtbot.waitUntil(lambda: bool(pages[0].shown))
    yield made
    made.end()


def test_it_opens_on_the_running_week_of_the_first_page(window, pages):
    assert window.page is pages[0]
    assert window.top.heading.text == "Week"
    assert pages[0].shown == ["week of 2026-11-16"]


@pytest.mark.parametrize(("sample", "title"), [(True, "Outlay, sample data"), (False, "Outlay")])
def test_sample_data_is_told_apart_by_the_title_of_its_window(look, pages, tmp_path, qtbot, sample, title):
    app = WindowApp(tmp_path)
    app.sample = sample
    window = Window(app, look, pages, ENTRIES)
    qtbot.addWidget(window)
    assert window.windowTitle() == title
    window.end()


def test_a_step_back_is_kept_on_the_next_page(window, pages, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: pages[0].shown[-1] == "week of 2026-11-09")
    window.sidebar.rows["shipped"].click()
    qtbot.waitUntil(lambda: pages[1].shown == ["shipped of 2026-11-09"])


def test_there_is_no_step_on_from_the_running_week(window, pages, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.span.period.start.isoformat() == "2026-11-16"
    assert not window.top.picker.parts()[-1].isEnabled()


def test_another_unit_holds_the_present_day(window, pages, qtbot):
    window.top.picker._take_unit(Unit.MONTH)
    qtbot.waitUntil(lambda: pages[0].shown[-1] == "week of 2026-11-01")


def test_a_page_seen_before_is_shown_at_once_and_not_read_again(window, pages, qtbot):
    window.show_page("shipped")
    qtbot.waitUntil(lambda: bool(pages[1].shown))
    window.show_page("week")
    assert pages[0].shown == ["week of 2026-11-16"] * 2
    assert len(pages[0].asked) == 1


def test_new_facts_have_the_page_read_anew_while_it_keeps_its_last_answer(window, pages, qtbot):
    window.data_changed()
    assert not window.frames["week"].waiting
    qtbot.waitUntil(lambda: len(pages[0].asked) == 2)


def test_a_page_that_cannot_be_read_says_why_and_the_others_stay_up(window, pages, qtbot):
    pages[1].trouble = "The database is locked."
    window.show_page("shipped")
    qtbot.waitUntil(window.notice.isVisible)
    assert "The database is locked." in window.notice.accessibleName()
    window.show_page("week")
    assert window.notice.isHidden()
    pages[1].trouble = ""
    window.show_page("shipped")
    window.data_changed()
    qtbot.waitUntil(lambda: bool(pages[1].shown))
    assert window.notice.isHidden()


def test_figures_of_another_period_do_not_stay_below_one_that_cannot_be_read(window, pages, qtbot):
    pages[0].trouble = "The database is damaged."
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(window.notice.isVisible)
    assert window.frames["week"].waiting


def test_before_the_first_reading_nothing_is_wrong_and_its_progress_is_said(window, pages, qtbot):
    pages[1].too_early = True
    window.show_page("shipped")
    blocks = window.frames["shipped"].blocks
    qtbot.waitUntil(lambda: blocks.accessibleName() == "Nothing has been read yet.")
    assert window.notice.isHidden()
    window.progressed(Progress(201, 311, 0, 0, 20.0))
    assert "201 of 311 files" in blocks.accessibleName()


def test_an_answer_of_another_page_or_period_does_not_take_the_place_of_the_one_chosen(window, pages, qtbot):
    window.choose_span(window.span._replace(period=window.span.period._replace(zone=ZoneInfo("UTC"))))
    window.show_page("shipped")
    window.show_page("method")
    qtbot.waitUntil(lambda: bool(pages[2].shown))
    assert window.top.heading.text == "Method"


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1)])
def test_control_with_a_number_opens_its_page(window, pages, qtbot, key, page):
    window.show_page("method")
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.page is pages[page]


def test_f1_opens_the_method(window, pages, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.page is pages[2]


def test_one_thing_of_a_page_can_be_opened_by_name(window, pages):
    window.open_named("shipped:pr:acme/api#12")
    assert window.page is pages[1]
    assert pages[1].opened == ["pr:acme/api#12"]


def test_a_name_no_page_has_opens_the_first(window, pages):
    window.show_page("method")
    window.open_named("nonsense")
    assert window.page is pages[0]


def test_a_pane_stands_beside_a_wide_page_and_over_a_narrow_one_and_escape_closes_it(window, pages, qtbot):
    pages[0].held_pane = QWidget()
    pages[0].retitled.emit()
    wide = window.frames["week"].width()
    assert window.pane.isVisible()
    assert wide + window.pane.width() + window.sidebar.width() == window.width()
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window.frames["week"].width() == window.width() - window.sidebar.width())
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.pane.isHidden()


@pytest.mark.parametrize("width", range(900, 1640, 60))
def test_the_head_is_as_wide_as_the_content_at_every_width(window, width, qtbot):
    window.resize(width, 780)
    frame = window.frames["week"]

    def left_of(widget):
        return widget.mapTo(window, widget.rect().topLeft()).x()

    qtbot.waitUntil(lambda: abs(left_of(frame._inner) - left_of(window.top)) <= 1)
    qtbot.waitUntil(lambda: abs(frame.content_width() - window.top.width()) <= 1)


def test_tab_goes_from_the_picker_through_the_page_to_the_sidebar(look, tmp_path, qtbot):
    page = ToldPage(look, "week")
    field = QLineEdit(page)
    made = Window(WindowApp(tmp_path), look, [page], ENTRIES)
    qtbot.addWidget(made)
    made.show()
    made.begin("week")
    qtbot.waitUntil(lambda: bool(page.shown))
    made.top.picker.parts()[2].setFocus()
    qtbot.keyClick(made.focusWidget(), Qt.Key.Key_Tab)
    assert made.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert made.sidebar.isAncestorOf(made.focusWidget())
    made.end()


def search_for(window, qtbot, text):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search.field.edit, text)
    qtbot.waitUntil(lambda: bool(window.search._hits))


def test_what_is_typed_is_found_and_enter_opens_the_first(window, pages, qtbot):
    search_for(window, qtbot, "ship")
    assert [row.cells[0].text for row in window.search.hits.table.rows] == ["Shipped", "Ship the basket"]
    qtbot.keyClick(window.search.field.edit, Qt.Key.Key_Return)
    assert window.page is pages[1]
    assert window.search.isHidden()


def test_the_hit_that_enter_opens_is_the_marked_one(window, pages, qtbot):
    search_for(window, qtbot, "ship")
    assert window.search.hits.selected == window.search.hits.table.rows[0].key
    qtbot.keyClicks(window.search.field.edit, " the")
    qtbot.waitUntil(lambda: len(window.search.hits.table.rows) == 1)
    marked = window.search.hits.selected
    qtbot.keyClick(window.search.field.edit, Qt.Key.Key_Return)
    assert marked == f"item:{pages[1].opened[0]}"


def test_arrows_walk_the_hits_and_enter_opens_the_one_chosen(window, pages, qtbot):
    search_for(window, qtbot, "ship")
    qtbot.keyClick(window.search.field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(window.search.hits.view, Qt.Key.Key_Down)
    qtbot.keyClick(window.search.hits.view, Qt.Key.Key_Return)
    assert pages[1].opened == ["pr:acme/api#12"]


def test_a_session_that_is_found_opens_in_spend(window, pages, qtbot):
    search_for(window, qtbot, "feature/b")
    qtbot.keyClick(window.search.field.edit, Qt.Key.Key_Return)
    assert window.page is pages[3]
    assert pages[3].opened == ["session/claude_code/5f0c0000"]


def test_a_day_that_is_found_is_shown_on_the_first_page(window, pages, qtbot):
    search_for(window, qtbot, "11-03")
    qtbot.keyClick(window.search.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages[0].shown[-1] == "week of 2026-11-03")


def test_escape_puts_the_search_away_and_the_keyboard_back(window, qtbot):
    row = window.sidebar.rows["shipped"]
    row.setFocus()
    search_for(window, qtbot, "ship")
    qtbot.keyClick(window.search.field.edit, Qt.Key.Key_Escape)
    assert window.search.isHidden()
    assert row.hasFocus()


def test_what_is_not_found_is_said_with_what_was_looked_through(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search.field.edit, "zebra")
    qtbot.waitUntil(lambda: "zebra" in window.search.nothing.accessibleName())
    assert "sessions" in window.search.nothing.accessibleName()


def test_what_was_opened_before_stands_there_when_nothing_is_typed(window, pages, qtbot):
    search_for(window, qtbot, "basket")
    qtbot.keyClick(window.search.field.edit, Qt.Key.Key_Return)
    window.open_search()
    assert [row.key for row in window.search.hits.table.rows] == ["item:pr:acme/api#12"]
