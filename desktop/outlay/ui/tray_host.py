"""Waits for a tray that is not there yet, by the bus telling so, never by asking again and again."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

_WATCHER = "org.kde.StatusNotifierWatcher"
_PATIENCE_MS = 15_000
_HOST_STEP_MS = 250
_HOST_STEPS = 40


class TrayHost(QObject):
    """Says when a tray appeared, and once that none came for a while."""

    appeared = Signal()
    missing = Signal()

    def __init__(self, parent: QObject | None = None, patience_ms: int = _PATIENCE_MS) -> None:
        super().__init__(parent)
        self._left = 0
        self._steps = QTimer(self, singleShot=True, interval=_HOST_STEP_MS)
        self._steps.timeout.connect(self._look_for_host)
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._give_up)

    def start(self) -> None:
        """Begin to wait, unless a tray is there."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._patience.start()
        if sys.platform.startswith("linux"):
            self._watch_bus()

    def _watch_bus(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher  # noqa: PLC0415 - only where it is needed

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        mode = QDBusServiceWatcher.WatchModeFlag.WatchForRegistration
        self._bus_watch = QDBusServiceWatcher(_WATCHER, bus, mode, self)
        self._bus_watch.serviceRegistered.connect(self._watcher_came)

    def _watcher_came(self) -> None:
        self._left = _HOST_STEPS
        self._steps.start()

    def _look_for_host(self) -> None:
        """The panel registers itself a moment after the service; only then can an icon be made."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._patience.stop()
            self.appeared.emit()
            return
        self._left -= 1
        if self._left > 0:
            self._steps.start()

    def _give_up(self) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self.missing.emit()
