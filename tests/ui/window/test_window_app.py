"""What the window's process does beside its window: a reading that failed is tried again by itself."""

import sys

import pytest

from outlay.ui.window import window_app
from outlay.ui.window.window_app import WindowApp
from outlay.ui.worker_process import WorkerProcess
from ui.window.pages_at_hand import ToldPage
from ui.window.test_shell import WindowApp as ShownApp

FAILS_TWICE = """
import json, sys
times = 0
for line in sys.stdin:
    if json.loads(line)["do"] == "stop":
        break
    times += 1
    event = {"event": "failed", "title": "Another program holds the database.", "advice": ""}
    print(json.dumps(event if times < 3 else {"event": "done", "revision": 1, "folders": []}), flush=True)
"""


@pytest.fixture
def wired(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(window_app, "_SOON_MS", 20)
    monkeypatch.setattr(window_app, "pages", lambda look: [ToldPage(look, "week")])
    app = ShownApp(tmp_path)
    app.database = tmp_path / "outlay.sqlite"
    worker = WorkerProcess(tmp_path, (sys.executable, "-c", FAILS_TWICE))
    made = WindowApp(app, qapp, worker=worker)
    yield made
    made.end()
    made.window.deleteLater()


def test_a_reading_that_is_to_stop_is_told_so(qapp, tmp_path, monkeypatch):
    left = []
    monkeypatch.setattr(WorkerProcess, "leave_off", lambda _worker: left.append(True))
    monkeypatch.setattr(window_app, "pages", lambda look: [ToldPage(look, "week")])
    app = ShownApp(tmp_path)
    app.database = tmp_path / "outlay.sqlite"
    made = WindowApp(app, qapp, worker=WorkerProcess(tmp_path, (sys.executable, "-c", FAILS_TWICE)))
    made.window.frames["week"].page.stop_wanted.emit()
    made.end()
    made.window.deleteLater()
    assert left


def test_a_reading_that_failed_is_tried_again_until_it_is_done(wired, qtbot):
    told = []
    wired.worker.failed.connect(lambda *_: told.append("failed"))
    wired.worker.done.connect(lambda *_: told.append("done"))
    wired.sync()
    qtbot.waitUntil(lambda: "done" in told, timeout=5000)
    assert told == ["failed", "failed", "done"]
    assert not wired._once_more.isActive()
