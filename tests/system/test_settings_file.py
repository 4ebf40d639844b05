"""Settings written by hand or by a face: what cannot be used falls back and is told of."""

import stat

import pytest

from outlay.errors import OutlayError, WrongCallError
from outlay.settings import CHOICES, NAMES, Fault, Settings, settings_from
from outlay.system.settings_file import read_settings, remove_settings, write_setting


@pytest.fixture
def path(tmp_path):
    return tmp_path / "outlay" / "settings.toml"


def test_without_a_file_everything_is_as_it_comes(path):
    assert read_settings(path) == Settings()


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_is_kept_and_read_again(path, name):
    for value in CHOICES[name]:
        write_setting(path, name, value)
        assert getattr(read_settings(path), name) == value


@pytest.mark.parametrize("name", CHOICES)
def test_the_default_of_a_choice_is_one_of_its_values(name):
    assert getattr(Settings(), name) in CHOICES[name]


@pytest.mark.parametrize(
    "line",
    ['week_start = "friday"', "week_start = 1", 'theme = "pink"', 'zone = "Mars/Base"', 'notifications = "yes"',
     "log_folders = [1]", 'log_folders = "/a"', "paused = 1", 'language = "fr"', 'column = "cash"'],
)  # fmt: skip
def test_a_wrong_value_in_a_file_falls_back_to_its_default_and_is_told_of(path, line):
    path.parent.mkdir()
    path.write_text(f'{line}\ntray_text = "plain"\n')
    settings = read_settings(path)
    name = line.split(" ", maxsplit=1)[0]
    assert getattr(settings, name) == getattr(Settings(), name)
    assert [fault.name for fault in settings.faults] == [name]
    assert settings.tray_text == "plain"


def test_a_fault_shows_what_stood_there_without_line_ends_and_cut_short():
    faults = settings_from({"theme": "a\nb" + "c" * 200}).faults
    assert faults == (Fault("theme", "ab" + "c" * 58, "system"),)


def test_a_wrong_value_is_refused_with_those_there_are_and_nothing_is_written(path):
    with pytest.raises(WrongCallError, match="monday, sunday, saturday"):
        write_setting(path, "week_start", "friday")
    with pytest.raises(WrongCallError, match="There is no setting colour"):
        write_setting(path, "colour", "red")
    with pytest.raises(WrongCallError):
        write_setting(path, "faults", ())
    assert not path.exists()


def test_none_brings_the_default_back_and_what_a_newer_outlay_wrote_stays(path):
    path.parent.mkdir()
    path.write_text('theme = "dark"\nlater_thing = 3\n')
    write_setting(path, "theme", None)
    assert read_settings(path).theme == "system"
    assert "later_thing = 3" in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_setting_can_be_checked():
    assert set(NAMES) == {name for name in Settings.__slots__ if name != "faults"}
    assert settings_from(dict.fromkeys(NAMES, object())).faults


def test_a_file_that_is_no_toml_is_an_error_in_words(path):
    path.parent.mkdir()
    path.write_text("theme = ")
    with pytest.raises(OutlayError, match="cannot be read"):
        read_settings(path)


def test_removing_takes_the_folder_along_when_nothing_else_is_in_it(path):
    write_setting(path, "theme", "dark")
    assert remove_settings(path) == (str(path),)
    assert not path.parent.exists()
    write_setting(path, "theme", "dark")
    (path.parent / "mine.txt").touch()
    remove_settings(path)
    assert [one.name for one in path.parent.iterdir()] == ["mine.txt"]
