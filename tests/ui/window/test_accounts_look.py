"""Accounts and their dialog as they are drawn: nothing cut, everything legible, at any width and size of text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from outlay.painting.tokens import THEMES
from outlay.ui.gallery_accounts import dialog_states
from outlay.ui.gallery_window import SIZES, fit_height, look_of
from outlay.ui.theme import palette_of
from ui.window.painted_texts import picture
from ui.window.test_access import heard, in_words, reached
from ui.window.test_contrast import faint
from ui.window.test_whole_texts import is_cut, names_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

STATES = ("accounts", "reading")


@pytest.fixture
def dialogs(sample, qtbot):
    """Every state of the dialog in a theme and size of text, shown."""

    def make(theme="light", text_scale=1.0):
        look = look_of(theme, text_scale)
        QApplication.setPalette(palette_of(look.tokens))
        made = {}
        for name, dialog in dialog_states(sample, look):
            qtbot.addWidget(dialog)
            dialog.show()
            QApplication.processEvents()
            made[name] = dialog
        return made

    return make


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("state", STATES)
def test_no_text_of_an_account_is_cut(shown, sample, state, scale):
    window = shown("sources", state, text_scale=scale)
    may = names_of(sample)
    for width in SIZES:
        fit_height(window, width)
        _, painted = picture(window)
        assert not [whole for whole in painted.shortened.values() if whole not in may]
        assert not [text.text for text in painted.texts if is_cut(text, window)]


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_of_an_account_stands_off_its_ground(shown, theme):
    assert not faint(shown("sources", "accounts", theme=theme))


def test_every_button_of_an_account_says_whose_it_is(shown):
    window = shown("sources", "accounts")
    stops = [(name, role) for name, role in map(heard, reached(window))]
    assert len(set(stops)) == len(stops)
    names = {name for name, _ in stops}
    assert {
        "Test: GitHub",
        "Edit\u2026: Work",
        "Enter the token again\u2026: Work",
        "Try now: Boards",
    } <= names


def test_the_foot_says_how_far_the_reading_of_an_account_is(shown):
    window = shown("sources", "reading")
    spoken = [one.accessibleName() for one in window.sidebar.findChildren(QWidget)]
    assert any("Reading Tracker: 350 of 2,000" in name for name in spoken)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_of_the_dialog_is_cut(dialogs, scale):
    for name, dialog in dialogs(text_scale=scale).items():
        dialog.setFixedHeight(dialog.height() + hidden(dialog))
        QApplication.processEvents()
        _, painted = picture(dialog)
        assert not painted.shortened, name
        assert not [text.text for text in painted.texts if is_cut(text, dialog)], name
        assert len(painted.texts) > 10


def hidden(dialog):
    return dialog.findChild(QScrollArea).verticalScrollBar().maximum()


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_of_the_dialog_stands_off_its_ground(dialogs, theme):
    for name, dialog in dialogs(theme).items():
        assert not faint(dialog), name


def test_every_stop_of_the_dialog_has_a_name_and_a_role(dialogs):
    mute = {QAccessible.Role.NoRole, QAccessible.Role.Client}
    for dialog in dialogs().values():
        stops = {widget: heard(widget) for widget in reached(dialog)}
        assert len(stops) > 6
        assert not [in_words(widget) for widget, (name, role) in stops.items() if not name or role in mute]


def test_large_text_scrolls_inside_the_screen_and_the_buttons_stay_in_sight(dialogs):
    for dialog in dialogs(text_scale=2.0).values():
        assert dialog.height() <= dialog.screen().availableGeometry().height()
        assert dialog.act.isVisible()
        assert dialog.act.mapTo(dialog, dialog.act.rect().bottomRight()).y() < dialog.height()
        assert dialog.area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
