"""The page of the first run: nothing is kept before Start, then what was ticked, and on to this week."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from outlay.domain.answers import Progress
from outlay.errors import WrongCallError
from outlay.ui.parts.buttons import ButtonKind
from outlay.ui.window.pages.first_run import FirstRunPage
from presenters.pages.made_sources import HOME, NOW, absent, repository, source
from ui.heard import heard
from ui.window.desk_at_hand import DeskAtHand

DAY = 24 * 3600 * 1000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk():
    return DeskAtHand(repositories=(), proposed_repositories=(f"{HOME}/work/api",), identities=())


@pytest.fixture
def page(look, desk, qtbot):
    made = FirstRunPage(look)
    qtbot.addWidget(made)
    made.take_width(920, narrow=False)
    made.resize(920, 800)
    made.show_answer(made.ask(desk, None), desk)
    made.show()
    yield made
    made.end()


def started(page, qtbot):
    refresh = heard(page.refresh_wanted)
    page.start.start.click()
    qtbot.waitUntil(lambda: bool(refresh))


def test_nothing_is_kept_before_start(page, desk, qtbot):
    page.read.repositories.rows[f"{HOME}/work/api"].box.click()
    page.stays.emails.rows["me@home.example"].box.click()
    assert not page.doer.busy
    assert not desk.asked


def test_start_keeps_what_is_ticked_and_has_the_logs_read(page, desk, qtbot):
    page.read.repositories.rows[f"{HOME}/work/api"].box.click()
    page.stays.email_wanted.emit("me@new.example")
    started(page, qtbot)
    assert desk.asked == [
        ("begin",),
        ("set_autostart", True),
        ("add_identities", ("me@home.example", "me@new.example")),
        ("add_repositories", (f"{HOME}/work/api",)),
    ]


def test_a_start_with_the_session_that_is_unticked_is_not_written(page, desk, qtbot):
    page.stays.autostart.click()
    started(page, qtbot)
    assert ("set_autostart", True) not in desk.asked


def test_ticks_outlive_a_new_look_around(page, desk):
    page.read.repositories.rows[f"{HOME}/work/api"].box.click()
    page.stays.emails.rows["me@home.example"].box.click()
    page.show_answer(page.ask(desk, None), desk)
    assert page.read.repositories.ticked_keys() == (f"{HOME}/work/api",)
    assert page.stays.emails.ticked_keys() == ()


def test_after_start_a_tick_is_an_act_of_its_own(page, desk, qtbot):
    started(page, qtbot)
    desk.asked.clear()
    page.read.repositories.rows[f"{HOME}/work/api"].box.click()
    qtbot.waitUntil(lambda: not page.doer.busy)
    assert desk.asked == [("add_repositories", (f"{HOME}/work/api",))]


def test_this_week_is_offered_once_seven_days_are_whole(page, qtbot):
    started(page, qtbot)
    opened = heard(page.open_wanted)
    page.take_progress(Progress(10, 311, 1, 701, 9.0, NOW - DAY))
    assert not page.start.week.isEnabled()
    page.take_progress(Progress(201, 311, 412, 701, 9.0, NOW - 7 * DAY))
    assert page.start.week.isEnabled()
    page.start.week.click()
    assert opened == [("week", None)]


def test_a_reading_that_is_over_can_be_shown_whatever_it_found(page, qtbot):
    started(page, qtbot)
    page.take_progress(Progress(1, 1, 1, 1, None))
    page.take_progress(None)
    assert page.start.week.isEnabled()


def test_progress_before_start_is_not_of_this_page(page):
    page.take_progress(Progress(1, 1, 1, 1, None, 0))
    assert page.start.week.isHidden()
    assert not page.start.start.isHidden()


def test_without_logs_the_sample_is_offered_beside_start(page, desk):
    wanted = heard(page.sample_wanted)
    assert page.start.sample.isHidden()
    desk.answer = desk.answer._replace(sources=(absent("codex", f"{HOME}/.codex"),))
    page.show_answer(page.ask(desk, None), desk)
    page.start.sample.click()
    assert wanted


def test_a_log_folder_is_kept_at_once_so_that_what_lies_there_can_be_seen(page, desk, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: f"{HOME}/logs")
    page.read.folder.click()
    qtbot.waitUntil(lambda: not page.doer.busy)
    assert desk.asked == [("add_log_folder", f"{HOME}/logs")]


def test_all_places_are_listed_on_wish(page, desk):
    desk.answer = desk.answer._replace(sources=(source(), absent("codex", f"{HOME}/.codex")))
    page.show_answer(page.ask(desk, None), desk)
    assert len(page.read.tools.view.rows.rows) == 1
    page.read.elsewhere.setFocus()
    QTest.keyClick(page.read.elsewhere, Qt.Key.Key_Return)
    assert len(page.read.tools.view.rows.rows) == 2


def test_a_repository_that_is_none_does_not_stop_the_reading(page, desk, qtbot):
    desk.refusal = None
    page.read.repositories.rows[f"{HOME}/work/api"].box.click()

    def refuse(_paths):
        raise WrongCallError("It is not in a git repository.", "")

    desk.add_repositories = refuse
    started(page, qtbot)
    assert "not in a git repository" in page.notice.accessibleName()
    assert not page.start.start.isVisible()


def test_after_everything_was_deleted_it_waits_for_start_again(page, desk, qtbot):
    started(page, qtbot)
    page.take_progress(Progress(1, 1, 1, 1, None))
    page.take_progress(None)
    desk.first_run = True
    page.show_answer(page.ask(desk, None), desk)
    assert page.start.start.isVisible()
    assert page.start.start.isEnabled()
    assert page.start.week.isHidden()


def test_a_ticked_repository_keeps_its_place_and_its_name_while_the_page_is_open(page, desk, qtbot):
    api, web = f"{HOME}/work/api", f"{HOME}/work/web"
    desk.answer = desk.answer._replace(proposed_repositories=(web, api))
    page.show_answer(page.ask(desk, None), desk)
    before = [line.key for line in page.read.repositories.lines()]
    note = page.read.note.accessibleName()
    started(page, qtbot)
    page.read.repositories.rows[api].box.click()
    known = repository(api)
    desk.answer = desk.answer._replace(repositories=(known,), proposed_repositories=(web,))
    page.show_answer(page.ask(desk, None), desk)
    assert [line.key for line in page.read.repositories.lines()] == before
    assert page.read.repositories.rows[api].line.name == "api"
    assert page.read.note.accessibleName() == note


def test_a_second_enter_after_start_ticks_nothing(page, desk, qtbot):
    page.activateWindow()
    page.start.start.setFocus()
    refresh = heard(page.refresh_wanted)
    QTest.keyClick(page.start.start, Qt.Key.Key_Return)
    QTest.keyClick(page.start.start, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(refresh))
    assert page.start.line.hasFocus()
    desk.asked.clear()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    page.take_progress(Progress(201, 311, 412, 701, 9.0, NOW - 7 * DAY))
    assert page.start.week.hasFocus()
    assert not page.doer.busy
    assert not desk.asked


def test_after_start_the_page_does_not_say_that_nothing_is_read(page, qtbot):
    assert "before you press Start" in page.opening.sentence.accessibleName()
    started(page, qtbot)
    assert "before you press Start" not in page.opening.sentence.accessibleName()


def test_where_there_is_nothing_to_read_the_sample_is_the_louder_button(page, desk):
    desk.answer = desk.answer._replace(sources=(absent("codex", f"{HOME}/.codex"),))
    page.show_answer(page.ask(desk, None), desk)
    assert page.start.sample.kind is ButtonKind.FILLED
    assert page.start.start.kind is ButtonKind.PLAIN
