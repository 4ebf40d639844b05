"""The tray app in a process of its own, over a fake app; says on its output what happens to the popover."""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from outlay.ui.tray_app import TrayApp
from outlay.ui.worker_process import WorkerProcess
from ui.fake_app import FakeApp

IDLE_WORKER = 'import sys\nfor line in sys.stdin:\n    print(\'{"event": "busy"}\', flush=True)'


def say(**told: object) -> None:
    print(json.dumps(told), flush=True)


qt = QApplication([sys.argv[0]])
qt.setQuitOnLastWindowClosed(False)
folder = Path(sys.argv[1])
worker = WorkerProcess(folder, (sys.executable, "-c", IDLE_WORKER))
tray_app = TrayApp(
    FakeApp(folder), qt, worker=worker, start_window=lambda _folder, page, why: say(window=page, why=why)
)
tray_app.controller.opened.connect(
    lambda: say(opened=tray_app.controller.popover.isVisible(), height=tray_app.controller.popover.height())
)
tray_app._host._while_running_ms = 500
tray_app.start()
say(started=True)
code = qt.exec()
tray_app.end()
sys.exit(code)
