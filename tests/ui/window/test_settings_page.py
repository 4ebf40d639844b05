"""The Settings page keeps every choice at once, and shows what is really so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlay.domain.machine import Autostart, StartState
from outlay.errors import OutlayError
from outlay.settings import Settings
from outlay.ui.motion import Motion
from outlay.ui.window.pages.settings import SettingsPage
from ui.heard import heard
from ui.window.desk_at_hand import START_PLACE, DeskAtHand

PERIOD = None
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk():
    return DeskAtHand()


@pytest.fixture
def page(look, desk, qtbot):
    made = SettingsPage(look)
    qtbot.addWidget(made)
    made.take_width(760, narrow=False)
    made.resize(760, 900)
    made.show_answer(made.ask(desk, PERIOD), desk)
    made.show()
    return made


def button(page, key, value):
    return page.rows[key].control.buttons[value]


@pytest.mark.parametrize(
    ("key", "value"),
    [("theme", "high_contrast"), ("week_start", "sunday"), ("tray_text", "plain"), ("language", "de")],
)
def test_a_choice_is_kept_and_told_at_once(page, desk, key, value):
    told, changed = heard(page.setting_changed), heard(page.changed)
    button(page, key, value).click()
    assert desk.asked == [("set", key, value)]
    assert told == [(key,)]
    assert changed


def test_a_column_that_comes_with_accounts_can_be_reached_by_no_key(page, desk):
    page.rows["column"].control.setFocus()
    QTest.keyClick(page.rows["column"].control, Qt.Key.Key_Right)
    button(page, "column", "billed").click()
    assert not desk.asked
    assert button(page, "column", "billed").toolTip() == "comes with accounts"


def test_a_zone_is_found_by_a_part_of_its_name_and_kept_on_enter(page, desk):
    field = page.rows["zone"].control.field
    QTest.keyClicks(field.edit, "asia/tokyo")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert desk.asked == [("set", "zone", "Asia/Tokyo")]
    assert field.edit.completer().filterMode() is Qt.MatchFlag.MatchContains


def test_an_emptied_zone_is_the_machines_again(page, desk):
    desk.settings = Settings(zone="Asia/Tokyo")
    page.show_answer(page.ask(desk, PERIOD), desk)
    field = page.rows["zone"].control.field
    field.edit.clear()
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert desk.asked == [("set", "zone", None)]


def test_what_is_no_zone_is_refused_in_words(page, desk):
    field = page.rows["zone"].control.field
    QTest.keyClicks(field.edit, "Middle of nowhere")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.box.refused
    assert not desk.asked


def test_the_start_with_the_desktop_is_written_and_shows_what_is_there(page, desk):
    button(page, "autostart", "on").click()
    assert desk.asked == [("set_autostart", True)]
    desk.autostart = Autostart(StartState.ON, START_PLACE)
    page.show_answer(page.ask(desk, PERIOD), desk)
    assert page.rows["autostart"].control.current == "on"


def test_what_cannot_be_kept_is_said(page, desk):
    desk.refusal = OutlayError("The settings file cannot be written.", "Check its folder.")
    told = heard(page.setting_changed)
    button(page, "theme", "dark").click()
    assert not told
    assert "cannot be written" in page.notice.accessibleName()


def test_reduced_motion_holds_the_caret_still_and_the_systems_way_comes_back(qapp):
    usual = qapp.cursorFlashTime()
    motion = Motion(qapp)
    motion.wish("on")
    assert qapp.cursorFlashTime() == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    motion.wish("system")
    assert qapp.cursorFlashTime() == usual
