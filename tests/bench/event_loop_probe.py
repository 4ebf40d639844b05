"""The tray app with its popover open and a clock in its event loop; tells the gaps between ticks as JSON, and quits.

python event_loop_probe.py [PICTURES]: with a folder, what the popover shows is kept there twice a second.
"""

import json
import sys
import time
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from outlay.entry import Screens
from outlay.ui import tray_app
from outlay.wiring import build_app

_TICK_MS = 5
_PICTURE_MS = 500


class Ticks(QObject):
    """Notes when its timer was served, from the popover's opening to the end of the first reading."""

    def __init__(self, app: tray_app.TrayApp, pictures: Path | None) -> None:
        super().__init__(app)
        self._app, self._pictures = app, pictures
        self._moments: list[float] = []
        self._busy: list[float] = []
        self._heights: list[int] = []
        self._clock = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._camera = QTimer(self, interval=_PICTURE_MS)
        self._camera.timeout.connect(self._keep_picture)
        app.worker.done.connect(self._end)
        app.worker.failed.connect(self._fail)
        QTimer.singleShot(_PICTURE_MS, self._begin)

    def _begin(self) -> None:
        self._app.open()
        self._clock.start()
        if self._pictures:
            self._camera.start()

    def _tick(self) -> None:
        self._moments.append(time.monotonic())
        self._busy.append(time.process_time())
        self._heights.append(self._app.controller.popover.height())

    def _keep_picture(self) -> None:
        if self._pictures:
            name = f"{len(self._moments):06}.png"
            self._app.controller.popover.grab().save(str(self._pictures / name))

    def _end(self) -> None:
        """The reading is over; the last figures are on their way to the screen."""
        if self._app.controller.activity.progress:
            QTimer.singleShot(_TICK_MS, self._end)
            return
        self._keep_picture()
        told = {
            "gaps": [(b - a) * 1000 for a, b in pairwise(self._moments)],
            "busy": [(b - a) * 1000 for a, b in pairwise(self._busy)],
            "heights": sum(a != b for a, b in pairwise(self._heights)),
        }
        print(json.dumps(told), flush=True)
        QApplication.quit()

    def _fail(self, title: str, _advice: str) -> None:
        print(title, file=sys.stderr)
        QApplication.exit(1)


class TickingTrayApp(tray_app.TrayApp):
    """The app, its ticks counted from the start on."""

    def start(self) -> None:
        """As ever, with the clock beside it."""
        super().start()
        self._ticks = Ticks(self, Path(sys.argv[1]) if sys.argv[1:] else None)


def main() -> None:
    """Run the app in that form."""
    with patch.object(tray_app, "TrayApp", TickingTrayApp):
        Screens().run_tray(build_app())


if __name__ == "__main__":
    main()
