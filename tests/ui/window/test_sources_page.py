"""The Sources page: every tick, link and button does what it says, and what is refused is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from outlay.domain.answers import Progress
from outlay.errors import StoreBusyError, WrongCallError
from outlay.ui.window.group_dialog import GroupDialog
from outlay.ui.window.pages import sources as sources_page
from outlay.ui.window.pages.sources import SourcesPage
from presenters.pages.made_sources import HOME, NOW, act, answer, source, trouble
from ui.heard import heard
from ui.window.desk_at_hand import DeskAtHand

WIDTH = 920
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk():
    return DeskAtHand()


@pytest.fixture
def page(look, desk, qtbot):
    made = SourcesPage(look)
    qtbot.addWidget(made)
    made.resize(WIDTH, 1000)
    made.take_width(WIDTH, narrow=False)
    made.show_answer(answer(), desk)
    made.show()
    yield made
    made.end()


def done(page, qtbot):
    qtbot.waitUntil(lambda: not page.doer.busy)


def test_ticking_a_proposed_repository_opts_it_in_and_has_it_read(page, desk, qtbot):
    changed, refresh = heard(page.changed), heard(page.refresh_wanted)
    page.owner.repository_rows.rows[f"{HOME}/dotfiles"].box.click()
    qtbot.waitUntil(lambda: bool(changed))
    assert desk.asked == [("add_repositories", (f"{HOME}/dotfiles",))]
    assert refresh


def test_unticking_a_repository_opts_it_out(page, desk, qtbot):
    page.owner.repository_rows.rows[f"{HOME}/work/api"].box.click()
    done(page, qtbot)
    assert desk.asked == [("remove_repositories", (f"{HOME}/work/api",))]


def test_a_refused_tick_goes_back_and_is_said(page, desk, qtbot):
    desk.refusal = WrongCallError("It is not in a git repository.", "Name another folder.")
    changed = heard(page.changed)
    row = page.owner.repository_rows.rows[f"{HOME}/dotfiles"]
    row.box.click()
    qtbot.waitUntil(lambda: bool(changed))
    page.show_answer(answer(), desk)
    assert not page.owner.repository_rows.rows[f"{HOME}/dotfiles"].box.isChecked()
    assert "not in a git repository" in page.notice.accessibleName()


def test_an_email_that_is_typed_is_kept_and_what_is_none_is_refused(page, desk, qtbot):
    edit = page.owner.email.edit
    QTest.keyClicks(edit, "nobody")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert page.owner.email.box.refused
    edit.clear()
    QTest.keyClicks(edit, "me@new.example")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    done(page, qtbot)
    assert desk.asked == [("add_identities", ("me@new.example",))]


def test_an_act_is_taken_back_from_its_row(page, desk, qtbot):
    page.show_answer(answer(acts=(act(4),)), desk)
    page.act_table.link_wanted.emit("act:4", "undo:4")
    done(page, qtbot)
    assert desk.asked == [("undo_act", 4)]


@pytest.mark.parametrize("keep", [True, False])
def test_forgetting_asks_first_and_leaves_the_owners_words_as_wished(page, desk, qtbot, monkeypatch, keep):
    def pressed(dialog):
        dialog.tick.setChecked(keep)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(sources_page.Confirm, "exec", pressed)
    page.owner.repository_rows.rows[f"{HOME}/work/api"].link.click()
    done(page, qtbot)
    assert desk.asked == [("forget_repository", f"{HOME}/work/api", keep)]


def test_a_dialog_that_is_left_changes_nothing(page, desk, monkeypatch):
    monkeypatch.setattr(sources_page.Confirm, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    page.owner.repository_rows.rows[f"{HOME}/work/api"].link.click()
    page.kept.delete.click()
    assert not page.doer.busy
    assert not desk.asked


def test_everything_is_deleted_only_after_the_word_was_typed(page, desk, qtbot, monkeypatch):
    seen = []

    def typed(dialog):
        seen.append(dialog.act.isEnabled())
        QTest.keyClicks(dialog.word.edit, "delet")
        seen.append(dialog.act.isEnabled())
        QTest.keyClicks(dialog.word.edit, "e")
        seen.append(dialog.act.isEnabled())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(sources_page.Confirm, "exec", typed)
    opened = heard(page.open_wanted)
    page.kept.delete.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert seen == [False, False, True]
    assert desk.asked == [("delete_everything",)]
    assert opened == [("first_run", None)]
    assert "Removed" in page.notice.accessibleName()


def test_a_token_the_keyring_did_not_let_go_is_told_before_the_first_run_begins_anew(
    page, desk, qtbot, monkeypatch
):
    def typed(dialog):
        QTest.keyClicks(dialog.word.edit, "delete")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(sources_page.Confirm, "exec", typed)
    desk.tokens = ("Work",)
    opened = heard(page.open_wanted)
    page.kept.delete.click()
    done(page, qtbot)
    qtbot.waitUntil(lambda: not page.notice.isHidden())
    assert "the token of Work: remove it there" in page.notice.accessibleName()
    assert opened == []
    page.notice.link.click()
    assert opened == [("first_run", None)]


def test_an_export_says_how_far_it_is_and_where_it_lies(page, desk, qtbot, monkeypatch, tmp_path):
    wanted = tmp_path / "all.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    far = heard(page.doer.told)
    page.kept.export.click()
    assert page.kept.export.text() == "Stop the export"
    done(page, qtbot)
    qtbot.waitUntil(lambda: not page.kept.exporting)
    assert [progress.rows for _, progress in far] == [1]
    assert desk.asked == [("export_all", Path(wanted), True)]
    assert "all.zip" in page.notice.accessibleName()


def test_an_export_that_is_stopped_says_so(page, desk, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all.zip"), ""))
    page.kept.export.click()
    page.kept.export.click()
    qtbot.waitUntil(lambda: not page.kept.exporting)
    assert not desk.asked or "Written" in page.notice.accessibleName()


def test_tools_that_are_not_here_are_shown_on_wish(page, desk):
    from presenters.pages.made_sources import absent  # noqa: PLC0415  only here

    missing = tuple(absent(tool, f"{HOME}/.{tool}") for tool in ("codex", "cursor", "copilot", "opencode"))
    page.show_answer(answer(sources=(source(), *missing)), desk)
    page.tools.link_wanted.emit("logs.cursor", "show")
    assert len(page.tools.view.rows.rows) == 5
    page.tools.link_wanted.emit("logs.opencode", "hide")
    assert len(page.tools.view.rows.rows) == 3


def test_trouble_opens_below_its_tool(page, desk):
    page.show_answer(answer(sources=(source(problems=(trouble(),)),)), desk)
    before = page.tools.height()
    page.tools.link_wanted.emit("logs.claude_code", "problems")
    assert page.tools.height() > before


def test_trouble_opens_below_its_tool_on_a_narrow_page_too(page, desk):
    page.take_width(600, narrow=True)
    test_trouble_opens_below_its_tool(page, desk)


def test_a_narrow_page_says_the_same_below_each_other(page, desk):
    page.take_width(600, narrow=True)
    (row,) = page.tools.view.rows.rows
    assert row.key == "logs.claude_code"
    assert row.cells[0].below.startswith("~/.claude/projects \u00b7 214 files.")
    assert page.owner.width() == page.kept.width() == 600


def test_while_a_reading_goes_on_there_is_nothing_to_check(page):
    page.take_progress(Progress(1, 2, 1, 2, None))
    assert not page.check.isEnabled()
    page.take_progress(None)
    assert page.check.isEnabled()
    refresh = heard(page.refresh_wanted)
    page.check.click()
    assert refresh


def test_prices_open_in_spend(page):
    opened = heard(page.open_wanted)
    page.kept.facts.link_wanted.emit("prices", "prices")
    assert opened == [("spend", "prices")]


def test_a_group_needs_a_name_and_a_project(look, qtbot):
    dialog = GroupDialog(look, ("harbor/api", "harbor/web"), HOME)
    qtbot.addWidget(dialog)
    assert not dialog.act.isEnabled()
    QTest.keyClicks(dialog.name.edit, "Harbor")
    assert not dialog.act.isEnabled()
    dialog.rows.rows["harbor/web"].box.click()
    dialog.add_project(f"{HOME}/notes")
    assert dialog.act.isEnabled()
    assert dialog.projects() == ("harbor/web", f"{HOME}/notes")


def test_a_group_is_kept_and_ends(page, desk, qtbot, monkeypatch):
    def filled(dialog):
        dialog.name.show_text("Harbor")
        dialog.rows.rows["harbor/api"].box.setChecked(True)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(sources_page.GroupDialog, "exec", filled)
    page.kept.groups.head.link.click()
    page.kept.group_table.link_wanted.emit("Harbor", "remove")
    done(page, qtbot)
    assert desk.asked == [("add_to_group", "Harbor", ("harbor/api",)), ("remove_from_group", "Harbor")]


def test_an_unticked_repository_keeps_its_place_and_its_name_until_the_page_is_left(page, desk, qtbot):
    rows, api = page.owner.repository_rows, f"{HOME}/work/api"
    before = [(line.key, line.name) for line in rows.lines()]
    rows.rows[api].box.click()
    done(page, qtbot)
    bare = answer(repositories=(), proposed_repositories=(f"{HOME}/dotfiles", api))
    page.show_answer(bare, desk)
    assert [(line.key, line.name) for line in rows.lines()] == before
    assert rows.ticked_keys() == ()
    page.hide()
    page.show_answer(bare, desk)
    assert [line.key for line in rows.lines()] == [f"{HOME}/dotfiles", api]


def test_an_unticked_repository_no_log_names_can_be_ticked_again(page, desk, qtbot):
    rows, api = page.owner.repository_rows, f"{HOME}/work/api"
    rows.rows[api].box.click()
    done(page, qtbot)
    page.show_answer(answer(repositories=()), desk)
    assert api in rows.rows


def test_the_sentence_above_the_repositories_does_not_go_by_the_first_tick(page, desk, qtbot):
    page.hide()
    page.show_answer(answer(repositories=()), desk)
    page.show()
    page.owner.repository_rows.rows[f"{HOME}/dotfiles"].box.click()
    done(page, qtbot)
    page.show_answer(answer(), desk)
    assert not page.owner.repositories.note.isHidden()


def test_check_all_now_says_at_once_that_it_looks(page):
    page.check.click()
    assert page.check.text() == "Looking\u2026"
    page.take_progress(None)
    assert page.check.text() == "Check all now"


def test_that_the_database_is_held_is_said_until_a_reading_went_well(page, desk, qtbot):
    refresh = heard(page.refresh_wanted)
    desk.refusal = StoreBusyError("Another program holds the database.", "")
    page.owner.repository_rows.rows[f"{HOME}/dotfiles"].box.click()
    qtbot.waitUntil(lambda: bool(refresh))
    page.show_answer(answer(), desk)
    assert "holds the database" in page.notice.accessibleName()
    page.show_answer(answer(last_sync=NOW), desk)
    assert page.notice.isHidden()


def test_what_was_refused_stays_said_when_a_reading_went_well(page, desk, qtbot):
    desk.refusal = WrongCallError("It is not in a git repository.", "")
    page.owner.repository_rows.rows[f"{HOME}/dotfiles"].box.click()
    done(page, qtbot)
    qtbot.waitUntil(lambda: not page.notice.isHidden())
    page.show_answer(answer(last_sync=NOW), desk)
    assert not page.notice.isHidden()
