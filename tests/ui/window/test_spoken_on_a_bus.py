"""What a screen reader is told of the real window: under dbus-run-session with a screen, over the accessibility bus."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = HERE.parents[1]
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")

pytestmark = [
    pytest.mark.tray,
    pytest.mark.skipif(not any(map(os.path.exists, LAUNCHERS)), reason="at-spi2-core is not installed"),
]


@pytest.fixture
def spoken():
    """Starts the window on a page and hears all of it."""
    running = []
    sources = os.pathsep.join((str(TESTS), str(TESTS.parent / "desktop")))
    environment = {
        **os.environ,
        "PYTHONPATH": sources,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }

    def hear(page):
        window = subprocess.Popen(
            [sys.executable, str(HERE / "window_alone.py"), page],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        running.append(window)
        assert window.stdout.readline() == "shown\n"
        walk = [sys.executable, str(HERE / "spoken_on_a_bus.py")]
        told = subprocess.run(
            walk, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=90
        )
        return json.loads(told.stdout)

    yield hear
    for window in running:
        window.terminate()
        window.wait(10)
        window.stdout.close()


@pytest.mark.parametrize("page", ["week", "shipped", "spend"])
def test_every_stop_of_the_keyboard_is_told_by_name_and_role(spoken, page):
    stops = [part for part in spoken(page) if part["focusable"] and part["showing"]]
    assert len(stops) > 10
    assert not [part for part in stops if not part["name"].strip()]
    assert not [part for part in stops if part["role"] in {"filler", "unknown", "invalid"}]
    assert {"push button", "page tab", "tree"} <= {part["role"] for part in stops}
