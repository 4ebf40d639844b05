"""The real tray: registered on a private bus, seen by a small panel. Run under dbus-run-session with a screen."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SOURCES = os.pathsep.join((str(HERE.parent), str(HERE.parent.parent / "desktop")))

pytestmark = pytest.mark.tray


class Spoken:
    """A program that is told lines and tells JSON lines."""

    def __init__(self, *command: str) -> None:
        environment = {**os.environ, "PYTHONPATH": SOURCES, "QT_QPA_PLATFORM": "xcb"}
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def hear(self) -> dict:
        return json.loads(self.process.stdout.readline())

    def tell(self, line: str) -> None:
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(5)
        finally:
            self.process.kill()
            self.process.stdin.close()
            self.process.stdout.close()


@pytest.fixture
def start():
    running = []

    def make(*command: str) -> Spoken:
        running.append(Spoken(*command))
        return running[-1]

    yield make
    for program in running:
        program.end()


@pytest.fixture
def panel(start):
    def make() -> Spoken:
        program = start(str(HERE / "status_notifier_host.py"))
        assert program.hear() == {"ready": True}
        return program

    return make


@pytest.fixture
def tray(start, tmp_path):
    def make() -> Spoken:
        program = start(str(HERE / "tray_app_alone.py"), str(tmp_path))
        assert program.hear() == {"started": True}
        return program

    return make


def test_the_panel_gets_icon_tooltip_and_menu(panel, tray):
    host = panel()
    tray()
    item = host.hear()
    assert {16, 22, 24, 32, 64} <= set(item["sizes"])
    assert item["painted"]
    assert "Today $15.20 list value, 1 shipped" in "\n".join(item["tooltip"])
    assert item["menu"] == [
        ["Today $15.20 list value, 1 pull request shipped", False],
        ["7 days $87.40 list value, 7 shipped", False],
        ["5 pull requests, 1 ticket, 1 commit", False],
        ["As of 17:26", False],
        ["Show figures", True],
        ["Open Outlay", True],
        ["Refresh", True],
        ["Pause", True],
        ["Quit", True],
    ]


def test_a_click_on_the_icon_opens_the_popover(panel, tray):
    host = panel()
    app = tray()
    host.hear()
    host.tell("activate")
    told = app.hear()
    assert told["opened"]
    assert told["height"] > 200


def test_a_tray_that_comes_later_is_used(panel, tray):
    tray()
    host = panel()
    assert {16, 22, 64} <= set(host.hear()["sizes"])


def test_a_panel_that_is_started_again_gets_the_icon_again(panel, tray):
    first = panel()
    tray()
    first.hear()
    first.end()
    assert panel().hear()["painted"]


def test_a_panel_that_goes_leaves_a_window_and_one_that_comes_gets_the_icon(panel, tray):
    first = panel()
    app = tray()
    first.hear()
    first.end()
    assert app.hear()["why"].startswith("This desktop shows no tray")
    assert panel().hear()["painted"]


def test_a_request_to_end_ends_it_cleanly(panel, tray):
    host = panel()
    app = tray()
    host.hear()
    assert app.end() == 0
