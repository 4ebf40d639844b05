"""`outlay app` hands the tray an app, the owner's or one over sample data of its own."""

from pathlib import Path

import pytest

from outlay.cli.main import main

SAMPLE_NAMES = ("HOME", "USERPROFILE", "OUTLAY_DATA_DIR", "OUTLAY_CONFIG_DIR", "OUTLAY_SAMPLE")


class Screens:
    """Remembers what it was to show, and reads as the tray would."""

    def __init__(self):
        self.seen = None

    def run_tray(self, app, *, window_only):
        app.sync()
        self.seen = (app.sample, window_only, app.glance(), app.data_folder)
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
    sample, window_only, glance, folder = screens.seen
    assert (sample, window_only, glance.empty) == (False, False, True)
    assert folder == empty_home


def test_sample_data_is_shown_in_a_folder_that_is_gone_afterwards(screens, empty_home):
    assert main(["app", "--sample", "--window"], screens) == 0
    sample, window_only, glance, folder = screens.seen
    assert (sample, window_only, glance.sample, glance.empty) == (True, True, True, False)
    assert glance.week.shipped
    assert not Path(folder).exists()
    assert not list(empty_home.rglob("*.sqlite"))
