"""What the window does before anything was read, when a setting changes, and on the way from the sample to own data."""

import json
import os
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from apps import app_for
from outlay.settings import Settings
from outlay.ui import window_process
from outlay.ui.single_instance import SETTINGS_CHANGED, SingleInstance
from outlay.ui.window.shell import Window
from ui.window.pages_at_hand import ToldPage
from ui.window.test_shell import ENTRIES, WindowApp


class AlonePage(ToldPage):
    """Stands without the sidebar."""

    needs_period = False
    stands_alone = True


@pytest.fixture
def app(tmp_path):
    return WindowApp(tmp_path)


@pytest.fixture
def window(look, app, qtbot):
    pages = [ToldPage(look, "week"), ToldPage(look, "settings"), AlonePage(look, "first_run")]
    made = Window(app, look, pages, ENTRIES)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.end()


def test_before_anything_was_read_the_first_page_stands_alone(window, app):
    app.first_run = True
    window.begin("week")
    assert window.page.name == "first_run"
    assert window.sidebar.isHidden()
    assert window.top.isHidden()
    window.show_page("week")
    assert not window.sidebar.isHidden()
    assert not window.top.isHidden()


def test_after_that_the_wished_page_is_shown(window, app):
    window.begin("week")
    assert window.page.name == "week"


def test_nothing_was_read_until_the_owner_pressed_start_or_there_is_a_database(tmp_path):
    app = app_for(tmp_path)
    assert app.first_run
    app.begin()
    assert not app.first_run
    assert not app_for(tmp_path).first_run


def test_a_second_data_folder_of_the_same_home_asks_first_too(tmp_path):
    first = app_for(tmp_path)
    first.begin()
    second = replace(first, database=tmp_path / "other" / "outlay.sqlite")
    assert second.first_run


def test_another_first_weekday_cuts_the_shown_week_anew(window, app):
    window.begin("week")
    before = window.span.period
    app.settings = Settings(week_start="sunday")
    window.page.setting_changed.emit("week_start")
    assert (before.start.weekday(), window.span.period.start.weekday()) == (0, 6)
    assert window.span.period.start < before.end


def test_a_setting_is_told_to_the_process(window, qtbot):
    with qtbot.waitSignal(window.setting_changed) as told:
        window.page.setting_changed.emit("theme")
    assert told.args == ["theme"]


def test_the_tray_is_told_of_a_setting_and_nobody_is_woken_where_none_runs(tmp_path, qtbot):
    assert not SingleInstance(tmp_path, tmp_path).tell(SETTINGS_CHANGED)
    first = SingleInstance(tmp_path, tmp_path)
    assert first.take()
    with qtbot.waitSignal(first.forward_wanted, timeout=3000) as told:
        assert SingleInstance(tmp_path, tmp_path).tell(SETTINGS_CHANGED)
    assert told.args == [SETTINGS_CHANGED]
    first.release()


def test_from_the_sample_the_owners_own_folders_are_found_again(monkeypatch):
    started = []
    monkeypatch.setattr(
        window_process, "_start", lambda words, environment: started.append((words, environment))
    )
    monkeypatch.setenv("HOME", "/sample/home")
    monkeypatch.setenv("OUTLAY_SAMPLE", "1")
    before = {"HOME": "/home/me", "OUTLAY_SAMPLE": None, "CODEX_HOME": "/home/me/codex"}
    monkeypatch.setenv("OUTLAY_BEFORE_SAMPLE", json.dumps(before))
    assert window_process.knows_own_data()
    window_process.open_own_data()
    ((words, environment),) = started
    assert words == ("--window",)
    assert environment.value("HOME") == "/home/me"
    assert environment.value("CODEX_HOME") == "/home/me/codex"
    assert not environment.contains("OUTLAY_SAMPLE")
    assert not environment.contains("OUTLAY_BEFORE_SAMPLE")


def test_the_samples_process_keeps_what_it_changed(tmp_path, monkeypatch):
    from outlay.wiring import BEFORE_SAMPLE, sample_process  # noqa: PLC0415  changes this process

    for name, value in {"HOME": str(tmp_path), "CODEX_HOME": str(tmp_path / "codex")}.items():
        monkeypatch.setenv(name, value)
    for name in ("USERPROFILE", "OUTLAY_DATA_DIR", "OUTLAY_CONFIG_DIR", "OUTLAY_SAMPLE", BEFORE_SAMPLE):
        monkeypatch.setenv(name, "")
    with sample_process() as app:
        before = json.loads(os.environ[BEFORE_SAMPLE])
        assert app.sample
        assert before["HOME"] == str(tmp_path)
        assert before["CODEX_HOME"] == str(tmp_path / "codex")


def test_zones_are_cut_anew_by_the_window_itself(window, app, monkeypatch):
    monkeypatch.setattr("outlay.ui.window.shell.replace", _changed)
    window.begin("week")
    app.settings = Settings(zone="Asia/Tokyo")
    window.page.setting_changed.emit("zone")
    assert window.app.zone == ZoneInfo("Asia/Tokyo")
    assert window.span.period.zone == ZoneInfo("Asia/Tokyo")


def _changed(known, **more):
    for name, value in more.items():
        setattr(known, name, value)
    return known
