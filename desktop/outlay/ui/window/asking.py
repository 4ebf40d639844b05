"""Answers are read beside the event loop, the newest wish first; what nobody waits for any more is dropped."""

import threading
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from outlay.errors import NothingYetError, OutlayError

_PATIENCE_S = 5.0


class Failure(NamedTuple):
    """A reading that brought no answer: what happened and what to do, in words.

    `too_early`: nothing was ever read, so there is nothing to answer from yet. `passing`: it ends by itself, as when
    another program holds the database.
    """

    title: str
    advice: str
    too_early: bool = False
    passing: bool = False


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

    def end(self) -> None:
        """Wait for a reading that goes on; what it finds is told to nobody."""
        self.blockSignals(True)
        self._waiting = None
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(_PATIENCE_S)

    def _begin(self, wish: _Wish) -> None:
        self._thread = threading.Thread(target=self._run, args=wish, daemon=True)
        self._thread.start()

    def _run(self, number: int, read: Callable[[], object]) -> None:
        """In the thread. A mistake of ours must not leave the page waiting, nor tell what a log says."""
        found: object = None
        try:
            found = read()
        except OutlayError as error:
            found = Failure(error.title, error.advice, isinstance(error, NothingYetError))
        except Exception as error:  # noqa: BLE001  shown on the page as ours; the rest of the window stays up
            found = Failure(f"Outlay made a mistake ({type(error).__name__}).", "")
        self._over.emit(number, found)

    def _ended(self, number: int, found: object) -> None:
        self._thread = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._begin(waiting)
        self.came.emit(number, found)
