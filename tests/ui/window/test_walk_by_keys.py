"""From the first run to a corrected link and back, by the keyboard alone: no click, and no focus given by the test."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from basket_world import BASKET, EMAIL, ONE, World, at
from outlay.ui.window.window_app import WindowApp

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class HereWorker(QObject):
    """Reads in this process when it is wished for, and says so like the real one."""

    progress = Signal(object)
    done = Signal(int, object)
    busy = Signal()
    failed = Signal(str, str)
    reading = False

    def __init__(self, app):
        super().__init__()
        self._app = app

    def sync(self):
        self.reading = True
        QTimer.singleShot(0, self._read)

    def _read(self):
        report = self._app.sync(None, self.progress.emit)
        self.reading = False
        self.done.emit(report.revision, report.folders)

    def leave_off(self):
        pass

    def stop(self):
        pass


class Keys:
    """Presses keys on whatever has the keyboard."""

    def __init__(self, qtbot, window):
        self._qtbot, self._window = qtbot, window

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        if holder_of_keys() is None:
            # A desktop gives the keyboard back to the window when its dialog is gone; offscreen there is none.
            self._window.activateWindow()
        self.until(lambda: holder_of_keys() is not None)
        focused = holder_of_keys()
        QTest.keyClick(focused, key, modifier)
        QApplication.processEvents()

    def reach(self, named):
        """Press Tab until something whose spoken name begins with these words has the keyboard."""
        seen = []
        for _ in range(150):
            seen.append(name_of(QApplication.focusWidget()))
            if seen[-1] == named or (named != "Start" and seen[-1].startswith(named)):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{named} is not reached by Tab; it goes over {seen}")

    def ask_for_menu(self):
        """The key with a menu on it; offscreen there is no system to turn it into the event it becomes elsewhere."""
        focused = QApplication.focusWidget()
        QApplication.sendEvent(
            focused, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        )

    def choose(self, words):
        """Walk down the menu to an entry and take it."""
        self.until(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        for _ in menu.actions():
            if menu.activeAction() is not None and menu.activeAction().text().startswith(words):
                break
            self.press(Qt.Key.Key_Down)
        assert menu.activeAction().text().startswith(words)
        self.press(Qt.Key.Key_Return)

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)

    def until(self, true):
        self._qtbot.waitUntil(true, timeout=10_000)


def holder_of_keys():
    return QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()


def name_of(widget):
    return "" if widget is None else widget.accessibleName() or getattr(widget, "text", str)()


def sessions_of(world):
    return [session for item in world.items().values() for session in item["sessions"]]


@pytest.fixture
def world(empty_home):
    made = World(empty_home)
    made.turn(ONE, at(9), wrote=("basket.py", BASKET))
    made.commit("basket.py", BASKET, "Total the basket", at(10))
    made.commit("notes.md", ["What the basket is for, in a few words."], "Say what the basket is for", at(11))
    made.fetched()
    made.write_logs()
    return made


@pytest.fixture
def window(world, qapp, qtbot):
    app = world.app()
    made = WindowApp(app, qapp, worker=HereWorker(app))
    made.start("week")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made.window)
    yield made.window
    made.end()
    made.window.deleteLater()


def test_a_wrong_link_is_corrected_without_a_mouse(window, world, qtbot, monkeypatch):
    keys = Keys(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(world.shop))
    keys.reach("Add a repository")
    keys.press(Qt.Key.Key_Return)
    keys.reach("Another e-mail of your commits")
    keys.type(EMAIL)
    keys.press(Qt.Key.Key_Return)
    keys.reach("Start")
    keys.press(Qt.Key.Key_Return)
    keys.reach("Show this week")
    keys.press(Qt.Key.Key_Return)
    keys.until(lambda: window.page.name == "week")
    keys.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    keys.until(lambda: window.page.name == "shipped")
    keys.reach("Items with all that was ever spent on them")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.until(lambda: window.pane.content is not None)
    keys.reach("Sessions that went into it")
    keys.ask_for_menu()
    keys.until(lambda: QApplication.activePopupWidget() is not None)
    keys.choose("Correct")
    keys.choose("Belongs to no item")
    keys.until(lambda: sessions_of(world) == [])
    keys.reach("Link a session")
    keys.press(Qt.Key.Key_Return)
    keys.until(lambda: isinstance(QApplication.activeWindow(), QDialog))
    keys.reach("Sessions")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    keys.reach("Link")
    keys.press(Qt.Key.Key_Return)
    keys.until(lambda: sessions_of(world) == [ONE])
    keys.reach(f"Claude Code {ONE[:8]} belongs to ")
    keys.press(Qt.Key.Key_Return)
    keys.until(lambda: sessions_of(world) == [])
    keys.press(Qt.Key.Key_Escape)
    keys.until(lambda: window.pane.content is None)
