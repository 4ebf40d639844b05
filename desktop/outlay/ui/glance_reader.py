"""Reads answers beside the event loop: while many logs are being read an answer takes longer than a frame."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from outlay.domain.answers import Glance
from outlay.errors import OutlayError

_PATIENCE_S = 5.0


class GlanceReader(QObject):
    """One reading at a time; wishes that come during it are answered by one more.

    Each wish has a number. `came` and `failed` carry the newest number their reading answers, a reading begun
    before a wish does not answer it.
    """

    came = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, read: Callable[[], Glance], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._wished = self._begun = 0
        self._thread: threading.Thread | None = None
        self._over.connect(self._ended)

    _over = Signal(int, object)

    def ask(self) -> int:
        """Wish for an answer newer than this moment; returns the wish's number."""
        self._wished += 1
        if self._thread is None:
            self._begin()
        return self._wished

    def end(self) -> None:
        """Wait for a reading that goes on; what it finds is told to nobody."""
        thread, self._thread = self._thread, None
        self.blockSignals(True)
        if thread is not None:
            thread.join(_PATIENCE_S)

    def _begin(self) -> None:
        self._begun = self._wished
        self._thread = threading.Thread(target=self._run, args=(self._begun,), daemon=True)
        self._thread.start()

    def _run(self, number: int) -> None:
        """In the thread: the answer goes back as a signal, which Qt brings to the loop's own thread."""
        found: Glance | OutlayError | None = None
        try:
            found = self._read()
        except OutlayError as error:
            found = error
        finally:
            self._over.emit(number, found)

    def _ended(self, number: int, found: Glance | OutlayError | None) -> None:
        self._thread = None
        if isinstance(found, Glance):
            self.came.emit(number, found)
        elif found is not None:
            self.failed.emit(number, found)
        if self._wished > self._begun and self._thread is None:
            self._begin()
