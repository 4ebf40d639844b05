"""`outlay app` hands the tray an app, the owner's or one over sample data of its own."""

from pathlib import Path

import pytest

from outlay.cli.main import main

SAMPLE_NAMES = ("HOME", "USERPROFILE", "OUTLAY_DATA_DIR", "OUTLAY_CONFIG_DIR", "OUTLAY_SAMPLE")


class Screens:
    """Remembers what it was to show, and reads as the tray would."""

    def __init__(self):
        self.seen = None

    def run_tray(self, app):
        return self._see(app, "tray")

    def run_window(self, app, page):
        return self._see(app, f"window {page}".strip())

    def _see(self, app, face):
        app.sync()
        self.seen = (app.sample, face, app.glance(), app.data_folder)
        return 0


@pytest.fixture
def screens(monkeypatch, empty_home):
    for name in SAMPLE_NAMES:
        monkeypatch.setenv(name, str(empty_home))
    monkeypatch.delenv("OUTLAY_SAMPLE")
    return Screens()


def test_without_a_display_the_terminal_is_named(screens, monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["app"], screens) == 2
    assert "outlay week" in capsys.readouterr().err


def test_the_tray_gets_the_owners_app(screens, empty_home):
    assert main(["app"], screens) == 0
    sample, face, glance, folder = screens.seen
    assert (sample, face, glance.empty) == (False, "tray", True)
    assert folder == empty_home


def test_sample_data_is_shown_in_a_folder_that_is_gone_afterwards(screens, empty_home):
    assert main(["app", "--sample", "--window"], screens) == 0
    sample, face, glance, folder = screens.seen
    assert (sample, face, glance.sample, glance.empty) == (True, "window", True, False)
    assert glance.week.shipped
    assert not Path(folder).exists()
    assert not list(empty_home.rglob("*.sqlite"))


def test_a_page_named_opens_the_window_on_it(screens):
    assert main(["app", "--page", "shipped"], screens) == 0
    assert screens.seen[1] == "window shipped"
