"""Python's collection of garbage, where it disturbs nothing: between two events of the event loop.

By itself it runs wherever a threshold is met: in the middle of painting, or in a thread that reads while widgets are
being made. Half-made widgets do not stand that.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer


class Collecting(QObject):
    """Collects when it is due, looked at every so many milliseconds, until it is ended."""

    def __init__(self, every_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._due = gc.get_threshold()
        self._clock = QTimer(self, interval=every_ms, timerType=Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self.look)
        gc.disable()
        self._clock.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        counts = gc.get_count()
        due = [number for number, most in enumerate(self._due) if most and counts[number] > most]
        if due:
            gc.collect(due[-1])

    def end(self) -> None:
        """Leave it to Python again."""
        self._clock.stop()
        gc.enable()
