import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from outlay.painting.look import Look
from outlay.painting.tokens import load_tokens
from outlay.system.resources import resource_path
from outlay.ui.repositories_dialog import RepositoriesDialog
from outlay.ui.windows import make_sources
from ui.glances import filled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_nothing_is_ticked_until_the_owner_ticks_it(qtbot, look):
    dialog = RepositoriesDialog(("/home/me/a", "/home/me/b"), look)
    qtbot.addWidget(dialog)
    add = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert dialog.ticked() == ()
    assert not add.isEnabled()
    dialog._list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.ticked() == ("/home/me/b",)
    assert add.isEnabled()


def test_a_folder_chosen_by_hand_is_ticked(qtbot, look):
    dialog = RepositoriesDialog((), look)
    qtbot.addWidget(dialog)
    dialog.add_path("/home/me/c", ticked=True)
    assert dialog.ticked() == ("/home/me/c",)


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
    dialog = RepositoriesDialog(("/home/me/a",), shown)
    qtbot.addWidget(dialog)
    empty = dialog._list.grab().toImage()
    dialog._list.item(0).setCheckState(Qt.CheckState.Checked)
    ticked = dialog._list.grab().toImage()
    accent = shown.color("accent.base").rgb()
    places = [(x, y) for x in range(40) for y in range(30)]
    assert not any(empty.pixel(x, y) == accent for x, y in places)
    assert any(ticked.pixel(x, y) == accent for x, y in places)
