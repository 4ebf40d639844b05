"""Whether a tray is there is said by a stand-in; the icon's own window is a plain widget of its name."""

import pytest
from PySide6.QtWidgets import QWidget

from outlay.ui import tray_host
from outlay.ui.tray_host import TrayHost

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desktop:
    there = True

    @classmethod
    def isSystemTrayAvailable(cls) -> bool:  # noqa: N802 - Qt's name
        return cls.there


@pytest.fixture
def desktop(monkeypatch):
    monkeypatch.setattr(tray_host, "QSystemTrayIcon", Desktop)
    monkeypatch.setattr(Desktop, "there", True)
    return Desktop


@pytest.fixture
def host(qapp, desktop):
    made = TrayHost(at_start_ms=20, while_running_ms=60)
    yield made
    made._watch_all(on=False)


def counted(signal) -> list[None]:
    seen: list[None] = []
    signal.connect(lambda: seen.append(None))
    return seen


def icon_window(qtbot) -> QWidget:
    window = QWidget()
    window.setObjectName("QSystemTrayIconSys")
    qtbot.addWidget(window)
    return window


def test_without_a_tray_at_start_it_is_missing_after_a_moment(host, desktop, qtbot):
    desktop.there = False
    with qtbot.waitSignal(host.missing, timeout=1000):
        host.start()


def test_with_a_tray_at_start_nothing_is_missing(host, qtbot):
    missing = counted(host.missing)
    host.start()
    qtbot.wait(100)
    assert missing == []


def test_a_tray_that_goes_is_missing_once_until_it_comes_back(host, desktop, qtbot):
    missing, appeared = counted(host.missing), counted(host.appeared)
    host.start()
    desktop.there = False
    host._went()
    qtbot.waitUntil(lambda: len(missing) == 1)
    host._went()
    qtbot.wait(100)
    assert len(missing) == 1
    desktop.there = True
    host._watcher_came()
    qtbot.waitUntil(lambda: len(appeared) == 1)
    desktop.there = False
    host._went()
    qtbot.waitUntil(lambda: len(missing) == 2)


def test_a_panel_that_is_started_again_in_time_is_never_missing(host, desktop, qtbot):
    missing = counted(host.missing)
    host.start()
    desktop.there = False
    host._went()
    desktop.there = True
    qtbot.wait(150)
    assert missing == []


def test_the_window_of_the_icon_tells_of_a_tray_of_the_older_kind(host, desktop, qtbot):
    old, new = icon_window(qtbot), icon_window(qtbot)
    old.show()
    host.start()
    desktop.there = False
    with qtbot.waitSignal(host.missing, timeout=1000):
        old.hide()
    desktop.there = True
    with qtbot.waitSignal(host.appeared, timeout=1000):
        new.show()
