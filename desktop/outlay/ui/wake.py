"""Tells when the machine woke from sleep, where the system says so (logind's PrepareForSleep)."""

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIND = "org.freedesktop.login1"
_MANAGER = "org.freedesktop.login1.Manager"
_PATH = "/org/freedesktop/login1"


class WakeWatch(QObject):
    """Silent on systems that do not say; the ten-minute look covers them."""

    woke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform.startswith("linux"):
            self._listen()

    @Slot(bool)
    def sleep_changed(self, asleep: bool) -> None:  # noqa: FBT001 - the bus prescribes it
        """Called before sleep with true and after it with false."""
        if not asleep:
            self.woke.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only where it is needed

        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            bus.connect(
                _LOGIND, _PATH, _MANAGER, "PrepareForSleep", self, SLOT("sleep_changed(bool)").encode()
            )
