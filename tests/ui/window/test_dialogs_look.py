"""A dialog that is open while the theme changes looks as one that was opened after it, its ring too."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlay.domain.moments import Period
from outlay.rules.spans import Span, Unit
from outlay.ui.gallery_pages import state_of
from outlay.ui.gallery_window import look_of
from outlay.ui.parts.confirm_dialog import Confirm
from outlay.ui.theme import palette_of
from outlay.ui.window.connect_dialog import ConnectDialog
from outlay.ui.window.focus import WindowRing
from outlay.ui.window.group_dialog import GroupDialog
from outlay.ui.window.pages.shipped_entry import AddDialog, NoteDialog
from outlay.ui.window.pages.shipped_split import SplitDialog
from outlay.ui.window.pages.spend_price_dialog import PriceDialog
from outlay.ui.window.span_dialog import SpanDialog
from ui.window.accounts_at_hand import GITHUB, JIRA

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

DAY = date(2026, 11, 19)
ZONE = ZoneInfo("UTC")
DAYS = Span(Unit.OWN, Period(date(2026, 11, 16), date(2026, 11, 20), ZONE))


@pytest.fixture
def item(sample):
    return sample.items(state_of(sample, "shipped", "few").span.period).items[0]


@pytest.fixture
def themed(qapp):
    """Puts the application into a theme and answers its look; the palette is as before after the test."""
    before = qapp.palette()

    def put(theme):
        look = look_of(theme)
        qapp.setPalette(palette_of(look.tokens))
        return look

    yield put
    qapp.setPalette(before)


def confirm(look, _item):
    dialog = Confirm(look, "Delete it", ("It goes.",), "Delete")
    dialog.ask_tick("Keep what I said", ticked=True)
    dialog.ask_word("Type delete", "delete")
    return dialog


MAKERS = {
    "confirm": confirm,
    "span": lambda look, _item: SpanDialog(DAYS, DAY, look),
    "group": lambda look, _item: GroupDialog(look, ("/home/me/shop", "/home/me/api"), "/home/me"),
    "add": lambda look, _item: AddDialog(look, DAY),
    "note": NoteDialog,
    "price": lambda look, _item: PriceDialog(look, "gpt", DAY, ZONE),
    "split": lambda look, item: SplitDialog(look, item, (), (item,)),
    "connect": lambda look, _item: ConnectDialog(look, (GITHUB, JIRA), ()),
}


def picture(dialog):
    dialog.show()
    QApplication.processEvents()
    return dialog.grab().toImage()


@pytest.mark.parametrize("name", MAKERS)
def test_an_open_dialog_takes_on_the_theme_of_the_moment(themed, qtbot, item, name):
    before = MAKERS[name](themed("light"), item)
    qtbot.addWidget(before)
    light = picture(before)
    dark = themed("dark")
    before.take_look(dark)
    after = MAKERS[name](dark, item)
    qtbot.addWidget(after)
    fresh = picture(after)
    assert light != fresh
    before.activateWindow()
    qtbot.waitUntil(before.isActiveWindow)
    changed = picture(before)
    after.activateWindow()
    qtbot.waitUntil(after.isActiveWindow)
    assert changed == picture(after)


def test_the_ring_of_an_open_dialog_changes_with_the_window(shown, themed, qtbot):
    window = shown("week")
    dialog = confirm(themed("light"), None)
    dialog.setParent(window, dialog.windowFlags())
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: any(ring.isVisible() for ring in dialog.findChildren(WindowRing)))
    dark = themed("dark")
    window.take_look(dark)
    ring = next(ring for ring in dialog.findChildren(WindowRing) if ring.isVisible())
    drawn = dialog.grab(ring.geometry()).toImage()
    assert drawn.pixelColor(ring.width() // 2, 0) == dark.color("focus.ring")
    dialog.reject()
