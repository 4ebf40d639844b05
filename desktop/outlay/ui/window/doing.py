"""The owner's acts, done beside the event loop, one after the other: none is dropped."""

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from outlay.ui.window.failing import Failure, attempted

Tell = Callable[[object], None]
Act = Callable[[Tell], object]
"""Does something; what it tells on the way is shown, what it returns is told when it is done."""

_PATIENCE_S = 5.0


class Doer(QObject):
    """Signals are told on the event loop.

    Signals:
        done: what was wished for, and what it returned.
        failed: what was wished for, and the Failure.
        told: what was wished for, and how far it is.
    """

    done = Signal(str, object)
    failed = Signal(str, object)
    told = Signal(str, object)
    _over = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[str, Act]] = deque()
        self._thread: threading.Thread | None = None
        self._over.connect(self._ended)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._thread is not None

    def do(self, name: str, act: Act) -> None:
        """Do something once everything before it is done."""
        self._waiting.append((name, act))
        if self._thread is None:
            self._begin()

    def end(self) -> None:
        """Wait for what is being done; what waits behind it is not begun."""
        self.blockSignals(True)
        self._waiting.clear()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(_PATIENCE_S)

    def _begin(self) -> None:
        name, act = self._waiting.popleft()
        self._thread = threading.Thread(target=self._run, args=(name, act), daemon=True)
        self._thread.start()

    def _run(self, name: str, act: Act) -> None:
        """In the thread."""
        self._over.emit(name, attempted(lambda: act(lambda far: self.told.emit(name, far))))

    def _ended(self, name: str, found: object) -> None:
        self._thread = None
        if self._waiting:
            self._begin()
        if isinstance(found, Failure):
            self.failed.emit(name, found)
        else:
            self.done.emit(name, found)
