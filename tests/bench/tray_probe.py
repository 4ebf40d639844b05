"""The tray app with a stopwatch: opens the popover some times, tells what it found as JSON, and quits.

python tray_probe.py [window]: with the word it opens the window instead, once, and stays.
"""

import json
import sys
import time
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from outlay.entry import Screens
from outlay.ui import tray_app
from outlay.wiring import build_app

_SETTLE_MS = 3_000
_BETWEEN_MS = 700
_OPENINGS = 6


class Stopwatch(QObject):
    """Times from a click's slot to the end of the first paint of the window it opens."""

    def __init__(self, app: tray_app.TrayApp) -> None:
        super().__init__(app)
        self._app = app
        self._started: float | None = None
        self.openings: list[float] = []
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        QTimer.singleShot(_SETTLE_MS, self._open)

    def eventFilter(self, target: QObject, event: QEvent) -> bool:  # noqa: N802 - a name Qt prescribes
        if self._started is not None and event.type() is QEvent.Type.Paint and _is_window(target):
            QTimer.singleShot(0, self._painted)
        return False

    def _open(self) -> None:
        self._started = time.perf_counter()
        self._app.controller.toggle()

    def _painted(self) -> None:
        if self._started is None:
            return
        self.openings.append((time.perf_counter() - self._started) * 1000)
        self._started = None
        QTimer.singleShot(_BETWEEN_MS, self._close)

    def _close(self) -> None:
        if len(self.openings) == _OPENINGS:
            self._tell()
            return
        self._app.controller.toggle()
        QTimer.singleShot(_BETWEEN_MS, self._open)

    def _tell(self) -> None:
        tops = sorted({name.partition(".")[0] for name in sys.modules})
        told = {"openings": self.openings, "modules": tops}
        print(json.dumps(told), flush=True)
        QApplication.quit()


def _is_window(target: QObject) -> bool:
    return isinstance(target, QWidget) and target.isWindow() and target.isVisible()


class TimedTrayApp(tray_app.TrayApp):
    """The app, a stopwatch started beside it."""

    def start(self) -> None:
        """As ever, then the stopwatch."""
        super().start()
        self._stopwatch = Stopwatch(self)


class OpeningTrayApp(tray_app.TrayApp):
    """The app, which opens its window once it has settled."""

    def start(self) -> None:
        """As ever, then the window."""
        super().start()
        QTimer.singleShot(_SETTLE_MS, self.show_window)


def main() -> None:
    """Run the app in that form."""
    form = OpeningTrayApp if sys.argv[1:] == ["window"] else TimedTrayApp
    with patch.object(tray_app, "TrayApp", form):
        Screens().run_tray(build_app())


if __name__ == "__main__":
    main()
