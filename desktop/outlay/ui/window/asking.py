"""Answers are read beside the event loop, the newest wish first; what nobody waits for any more is dropped."""

import threading
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from outlay.ui.window.failing import attempted

_PATIENCE_S = 5.0


class _Wish(NamedTuple):
    number: int
    read: Callable[[], object]


class Asker(QObject):
    """One reading at a time. A wish that comes meanwhile waits; of several that wait only the newest is read."""

    came = Signal(int, object)
    """The wish's number, and the answer or a Failure."""
    _over = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = 0
        self._waiting: _Wish | None = None
        self._thread: threading.Thread | None = None
        self._over.connect(self._ended)

    @property
    def busy(self) -> bool:
        """Whether a reading goes on."""
        return self._thread is not None

    def ask(self, read: Callable[[], object]) -> int:
        """Wish for an answer; returns the wish's number."""
        self._last += 1
        wish = _Wish(self._last, read)
        if self._thread is None:
            self._begin(wish)
        else:
            self._waiting = wish
        return wish.number

    def end(self, patience_s: float = _PATIENCE_S) -> None:
        """Wait so many seconds for a reading that goes on; what it finds is told to nobody."""
        self.blockSignals(True)
        self._waiting = None
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(patience_s)

    def _begin(self, wish: _Wish) -> None:
        self._thread = threading.Thread(target=self._run, args=wish, daemon=True)
        self._thread.start()

    def _run(self, number: int, read: Callable[[], object]) -> None:
        """In the thread; a page must not be left waiting, whatever comes of it."""
        self._over.emit(number, attempted(read))

    def _ended(self, number: int, found: object) -> None:
        self._thread = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._begin(waiting)
        self.came.emit(number, found)
