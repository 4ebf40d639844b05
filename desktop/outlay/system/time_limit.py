"""A limit on how long something may take. One thread watches all limits: to start one for each costs too much."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from threading import Condition, Thread
from time import monotonic


class _Watch:
    """The limits that run, and the thread that waits for the next one to pass; it is begun with the first limit."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._running: dict[object, tuple[float, Callable[[], None]]] = {}
        self._wakes = -inf
        self._thread: Thread | None = None

    def add(self, due: float, give_up: Callable[[], None]) -> object:
        """Begin a limit; what is returned ends it."""
        limit = object()
        with self._changed:
            self._running[limit] = (due, give_up)
            if self._thread is None:
                self._thread = Thread(target=self._watch, name="time limits", daemon=True)
                self._thread.start()
            elif due < self._wakes:
                self._changed.notify()
        return limit

    def remove(self, limit: object) -> None:
        """End a limit; afterwards it does not pass any more."""
        with self._changed:
            self._running.pop(limit, None)

    def _watch(self) -> None:
        with self._changed:
            while True:
                self._let_pass(monotonic())
                self._wakes = min((due for due, _ in self._running.values()), default=inf)
                self._changed.wait(None if self._wakes == inf else max(0.0, self._wakes - monotonic()))

    def _let_pass(self, now: float) -> None:
        for limit, (due, give_up) in tuple(self._running.items()):
            if due <= now:
                del self._running[limit]
                give_up()


_WATCH = _Watch()


@contextmanager
def time_limit(seconds: float, give_up: Callable[[], None]) -> Iterator[None]:
    """Have `give_up` called from another thread, quick and without an error, if the block takes longer than this."""
    limit = _WATCH.add(monotonic() + seconds, give_up)
    try:
        yield
    finally:
        _WATCH.remove(limit)
