import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from outlay.ui.repositories_dialog import RepositoriesDialog
from outlay.ui.windows import make_sources
from ui.glances import filled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_nothing_is_ticked_until_the_owner_ticks_it(qtbot):
    dialog = RepositoriesDialog(("/home/me/a", "/home/me/b"))
    qtbot.addWidget(dialog)
    add = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert dialog.ticked() == ()
    assert not add.isEnabled()
    dialog._list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.ticked() == ("/home/me/b",)
    assert add.isEnabled()


def test_a_folder_chosen_by_hand_is_ticked(qtbot):
    dialog = RepositoriesDialog(())
    qtbot.addWidget(dialog)
    dialog.add_path("/home/me/c", ticked=True)
    assert dialog.ticked() == ("/home/me/c",)


def test_every_place_and_note_is_listed(qtbot):
    glance = filled()
    dialog = make_sources(glance.sources, glance)
    qtbot.addWidget(dialog)
    first = dialog._tree.topLevelItem(0)
    assert [first.text(column) for column in range(4)] == ["Claude Code", "found", "24 files", "17:26"]
    assert first.child(0).text(0) == "~/.claude/projects"
    assert first.child(2).text(0).startswith("Deletes logs")
