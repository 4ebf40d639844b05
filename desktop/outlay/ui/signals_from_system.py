"""Ends the program cleanly on SIGTERM and SIGINT, without waking up to look for them."""

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ENDING = (signal.SIGTERM, signal.SIGINT)


class SystemSignals(QObject):
    """Turns signals of the system into one signal of Qt."""

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, theirs = _wake_up_ends()
        self._before = signal.set_wakeup_fd(theirs, warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, _nothing) for number in _ENDING}
        self._notifier = QSocketNotifier(self._ours, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._came)

    def release(self) -> None:
        """Give the signals back to whom they belonged before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def _drain(self) -> None:
        if sys.platform != "win32":
            os.read(self._ours, 64)

    def _came(self) -> None:
        self._drain()
        self.ended.emit()


def _wake_up_ends() -> tuple[int, int]:
    """Where to read and where Python writes a byte a signal. They stay open as long as the program runs."""
    if sys.platform == "win32":
        return _socket_ends()
    ours, theirs = os.pipe()
    os.set_blocking(ours, False)
    os.set_blocking(theirs, False)
    return ours, theirs


def _socket_ends() -> tuple[int, int]:
    """Windows waits for sockets only."""
    import socket  # noqa: PLC0415 - 1 MB that other systems do not need

    ends = socket.socketpair()
    for end in ends:
        end.setblocking(False)
    return ends[0].detach(), ends[1].detach()


def _nothing(_number: int, _frame: object) -> None:
    """A Python handler must exist for the wake-up to be written."""
