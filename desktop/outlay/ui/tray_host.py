"""Notices that a tray comes or goes, by the desktop telling so, never by asking again and again."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

_WATCHER = "org.kde.StatusNotifierWatcher"
_AT_START_MS = 3_000
_WHILE_RUNNING_MS = 15_000
_HOST_STEP_MS = 250
_HOST_STEPS = 40
_ICON_WINDOW = "QSystemTrayIconSys"
"""Qt's own name of the small window an icon is in a tray of the older kind (XEmbed): made as that tray comes,
hidden and deleted as it goes. Nothing else of Qt tells either."""


class TrayHost(QObject):
    """Says when a tray appeared, and once for each time that none was there for a while.

    At start a few seconds are enough; a panel that is started again gets longer.
    """

    appeared = Signal()
    missing = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        at_start_ms: int = _AT_START_MS,
        while_running_ms: int = _WHILE_RUNNING_MS,
    ) -> None:
        super().__init__(parent)
        self._left = 0
        self._missed = False
        self._at_start_ms, self._while_running_ms = at_start_ms, while_running_ms
        self._steps = QTimer(self, singleShot=True, interval=_HOST_STEP_MS)
        self._steps.timeout.connect(self._look_for_host)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._give_up)

    def start(self) -> None:
        """Begin to watch; without a tray, begin to wait for one."""
        if sys.platform.startswith("linux"):
            self._watch_bus()
            self._watch_icon()
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self._wait(self._at_start_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the icon's window in a tray of the older kind."""
        if watched.objectName() == _ICON_WINDOW:
            if event.type() is QEvent.Type.Hide:
                self._went()
            elif event.type() is QEvent.Type.Show:
                self._watcher_came()
        return False

    def _watch_bus(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher  # noqa: PLC0415 - only where it is needed

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        mode = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
        self._bus_watch = QDBusServiceWatcher(_WATCHER, bus, mode, self)
        self._bus_watch.serviceRegistered.connect(self._watcher_came)
        self._bus_watch.serviceUnregistered.connect(self._went)

    def _watch_icon(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget.objectName() == _ICON_WINDOW:
                widget.installEventFilter(self)

    def _watch_all(self, *, on: bool) -> None:
        """The icon's next window is not there yet, so everything is looked at until it comes."""
        app = QApplication.instance()
        if app is not None and sys.platform.startswith("linux"):
            (app.installEventFilter if on else app.removeEventFilter)(self)

    def _went(self) -> None:
        self._steps.stop()
        if not self._missed:
            self._wait(self._while_running_ms)

    def _wait(self, patience_ms: int) -> None:
        self._watch_all(on=True)
        if not self._patience.isActive():
            self._patience.start(patience_ms)

    def _watcher_came(self) -> None:
        self._left = _HOST_STEPS
        self._steps.start()

    def _look_for_host(self) -> None:
        """The panel registers itself a moment after the service; only then can an icon be made."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._came()
            return
        self._left -= 1
        if self._left > 0:
            self._steps.start()

    def _came(self) -> None:
        """Who hears of it makes the icon anew, which hides the old one, so watching starts again afterwards."""
        self._missed = False
        self.appeared.emit()
        self._patience.stop()
        self._watch_all(on=False)
        self._watch_icon()

    def _give_up(self) -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._watch_all(on=False)
            return
        self._missed = True
        self.missing.emit()
