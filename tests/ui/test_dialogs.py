from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt

from outlay.domain.work import Identity
from outlay.painting.look import Look
from outlay.painting.tokens import load_tokens
from outlay.system.resources import resource_path
from outlay.ui.dialogs import make_sources, rows_of
from outlay.ui.emails_dialog import EmailsDialog
from outlay.ui.repositories_dialog import RepositoriesDialog
from ui.glances import filled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_nothing_is_ticked_until_the_owner_ticks_it(qtbot, look):
    dialog = RepositoriesDialog((), ("/home/me/a", "/home/me/b"), look)
    qtbot.addWidget(dialog)
    assert dialog.change() == ((), ())
    assert not dialog.save.isEnabled()
    dialog.ticks.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.change() == (("/home/me/b",), ())
    assert dialog.save.isEnabled()


def test_a_repository_chosen_before_is_ticked_and_unticking_takes_it_out(qtbot, look):
    dialog = RepositoriesDialog(("/home/me/a",), ("/home/me/b",), look)
    qtbot.addWidget(dialog)
    states = [dialog.ticks.item(number).checkState() for number in range(2)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    dialog.ticks.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.change() == ((), ("/home/me/a",))


def test_repositories_are_shown_short_and_named_in_full(qtbot, look):
    dialog = RepositoriesDialog((), ("/home/me/src/api",), look, "/home/me")
    qtbot.addWidget(dialog)
    item = dialog.ticks.item(0)
    assert (item.text(), item.toolTip()) == ("~/src/api", "/home/me/src/api")
    item.setCheckState(Qt.CheckState.Checked)
    assert dialog.change().added == ("/home/me/src/api",)


def test_a_folder_chosen_by_hand_is_ticked(qtbot, look):
    dialog = RepositoriesDialog((), ("/home/me/d",), look)
    qtbot.addWidget(dialog)
    dialog.add_path("/home/me/c")
    dialog.add_path("/home/me/d")
    assert dialog.change().added == ("/home/me/d", "/home/me/c")
    assert dialog.ticks.count() == 2


def test_an_email_says_where_its_proposal_comes_from(qtbot, look):
    dialog = EmailsDialog(("ada@home.example",), (Identity("ada@work.example", "git config"),), look)
    qtbot.addWidget(dialog)
    assert [dialog.ticks.item(number).text() for number in range(2)] == [
        "ada@home.example",
        "ada@work.example  (git config)",
    ]
    dialog.ticks.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.ticks.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.change() == (("ada@work.example",), ("ada@home.example",))


def test_a_typed_email_is_added_by_enter_and_the_dialog_stays(qtbot, look):
    dialog = EmailsDialog((), (), look)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.typed, "not one")
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.change().added == ()
    dialog.typed.clear()
    qtbot.keyClicks(dialog.typed, "ada@x.example")
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.change().added == ("ada@x.example",)
    assert dialog.typed.text() == ""


@pytest.mark.parametrize("width", [320, 480, 720])
def test_no_sentence_in_the_list_of_sources_is_cut(qtbot, look, width):
    glance = filled()
    long = "This tool keeps its sessions, moves old ones to another folder and compresses them there. " * 2
    sources = (replace(glance.sources[0], retention=long.strip()),)
    dialog = make_sources(sources, glance)
    qtbot.addWidget(dialog)
    dialog.resize(width, 400)
    dialog.show()
    tree = dialog._tree
    tree.doItemsLayout()
    note = tree.topLevelItem(0).child(2)
    box = tree.visualItemRect(note)
    needed = tree.fontMetrics().boundingRect(
        QRect(0, 0, box.width() - 8, 10_000), Qt.TextFlag.TextWordWrap, note.text(0)
    )
    assert box.height() >= needed.height()


def test_a_change_of_the_sources_is_shown_in_the_open_list(qtbot, look, face):
    dialog = make_sources(face.sources(), face.glance())
    qtbot.addWidget(dialog)
    changed = (replace(face.sources()[0], files=99), *face.sources()[1:])
    dialog.show_rows(rows_of(changed, face.glance()))
    assert dialog._tree.topLevelItem(0).text(2) == "99 files"


def test_every_place_and_note_is_listed(qtbot, look):
    glance = filled()
    dialog = make_sources(glance.sources, glance)
    qtbot.addWidget(dialog)
    first = dialog._tree.topLevelItem(0)
    assert [first.text(column) for column in range(4)] == ["Claude Code", "found", "24 files", "17:26"]
    assert first.child(0).text(0) == "~/.claude/projects"
    assert first.child(2).text(0).startswith("Deletes logs")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_tick_box_can_be_seen_and_told_from_a_ticked_one(qtbot, look, theme):
    shown = Look(load_tokens(resource_path("look/tokens.json"), theme), look.family)
    dialog = RepositoriesDialog((), ("/home/me/a",), shown)
    qtbot.addWidget(dialog)
    empty = dialog.ticks.grab().toImage()
    dialog.ticks.item(0).setCheckState(Qt.CheckState.Checked)
    ticked = dialog.ticks.grab().toImage()
    accent = shown.color("accent.base").rgb()
    places = [(x, y) for x in range(40) for y in range(30)]
    assert not any(empty.pixel(x, y) == accent for x, y in places)
    assert any(ticked.pixel(x, y) == accent for x, y in places)
