"""Starting with the desktop on three systems: what is written, and that what is read is what is really there."""

import configparser
import plistlib
import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.machine import StartState
from outlay.errors import OutlayError
from outlay.system.autostart import (
    APPROVED_KEY,
    NAME,
    RUN_KEY,
    AutostartEntry,
    desktop_entry,
    exec_line,
    launch_agent,
    own_command,
    run_value,
)

COMMAND = ("/opt/my apps/outlay", "app")


class MemoryRegistry:
    """A registry of a test."""

    def __init__(self):
        self.values = {}

    def read(self, key, name):
        return self.values.get((key, name))

    def write(self, key, name, text):
        self.values[key, name] = text

    def remove(self, key, name):
        self.values.pop((key, name), None)


@pytest.fixture(params=["linux", "darwin", "win32"])
def entry(request, tmp_path):
    registry = MemoryRegistry() if request.param == "win32" else None
    return AutostartEntry(request.param, tmp_path, {}, COMMAND, registry)


def test_it_is_off_on_and_off_again(entry):
    assert entry.read().state is StartState.OFF
    entry.turn_on()
    assert entry.read().state is StartState.ON
    entry.turn_on()
    assert entry.read().state is StartState.ON
    assert entry.turn_off()
    assert entry.read().state is StartState.OFF
    assert not entry.turn_off()


def test_an_entry_of_another_installation_is_told_apart_and_replaced(entry):
    other = AutostartEntry(entry.platform, entry.home, {}, ("/elsewhere/outlay", "app"), entry.registry)
    other.turn_on()
    assert entry.read().state is StartState.ANOTHER
    entry.turn_on()
    assert entry.read().state is StartState.ON
    assert other.read().state is StartState.ANOTHER


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_a_linux_desktop_switched_off_is_not_called_on(tmp_path, line):
    entry = AutostartEntry("linux", tmp_path, {}, COMMAND)
    entry.turn_on()
    file = tmp_path / ".config" / "autostart" / "outlay.desktop"
    file.write_text(file.read_text() + line + "\n")
    assert entry.read() == (StartState.SWITCHED_OFF, str(file))


def test_what_task_manager_switched_off_is_not_called_on_until_the_owner_turns_it_on(tmp_path):
    registry = MemoryRegistry()
    entry = AutostartEntry("win32", tmp_path, {}, COMMAND, registry)
    entry.turn_on()
    registry.values[APPROVED_KEY, NAME] = bytes([3, 0, 0, 0])
    assert entry.read().state is StartState.SWITCHED_OFF
    registry.values[APPROVED_KEY, NAME] = bytes([2, 0, 0, 0])
    assert entry.read().state is StartState.ON
    registry.values[APPROVED_KEY, NAME] = bytes([3, 0, 0, 0])
    entry.turn_on()
    assert entry.read().state is StartState.ON
    assert registry.values[RUN_KEY, NAME] == '"/opt/my apps/outlay" app'


def test_a_disabled_launch_agent_is_not_called_on(tmp_path):
    entry = AutostartEntry("darwin", tmp_path, {}, COMMAND)
    entry.turn_on()
    file = Path(entry.place)
    file.write_bytes(plistlib.dumps(plistlib.loads(file.read_bytes()) | {"Disabled": True}))
    assert entry.read().state is StartState.SWITCHED_OFF


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_file_that_cannot_be_understood_is_not_called_off(tmp_path, platform):
    entry = AutostartEntry(platform, tmp_path, {}, COMMAND)
    entry.turn_on()
    Path(entry.place).write_bytes(b"\xff\xfe\x00nonsense")
    assert entry.read().state is StartState.UNKNOWN


def test_a_folder_that_refuses_is_an_error_in_words(tmp_path):
    (tmp_path / ".config").write_text("a file")
    with pytest.raises(OutlayError, match="cannot be changed"):
        AutostartEntry("linux", tmp_path, {}, COMMAND).turn_on()


def test_without_a_registry_windows_is_unknown(tmp_path):
    assert AutostartEntry("win32", tmp_path, {}, COMMAND).read().state is StartState.UNKNOWN


def test_the_entry_lies_where_xdg_says(tmp_path):
    entry = AutostartEntry("linux", tmp_path, {"XDG_CONFIG_HOME": str(tmp_path / "conf")}, COMMAND)
    assert entry.place == str(tmp_path / "conf" / "autostart" / "outlay.desktop")


WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), min_size=1)
COMMANDS = st.lists(WORDS, min_size=1, max_size=4)


def words_of_exec(line):
    """As the Desktop Entry Specification has a starter read it: the text's escapes, then quotes, then %%."""
    text, words, at = line.replace("\\\\", "\\"), [], 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        word = ""
        if text[at] == '"':
            at += 1
            while text[at] != '"':
                at += text[at] == "\\"
                word += text[at]
                at += 1
            at += 1
        else:
            while at < len(text) and text[at] != " ":
                word += text[at]
                at += 1
        words.append(word.replace("%%", "%"))
    return words


@given(COMMANDS)
def test_any_command_comes_out_of_a_desktop_entry_as_it_went_in(command):
    parser = configparser.RawConfigParser(delimiters="=", strict=True)
    parser.optionxform = str
    parser.read_string(desktop_entry(command))
    assert words_of_exec(exec_line(command)) == command
    assert parser["Desktop Entry"]["Exec"] == exec_line(command).strip()


@given(COMMANDS)
def test_any_command_comes_out_of_a_launch_agent_as_it_went_in(command):
    assert plistlib.loads(launch_agent(command))["ProgramArguments"] == command


def test_a_windows_command_line_quotes_what_holds_spaces():
    assert run_value(("C:\\Program Files\\outlay.exe", "app")) == '"C:\\Program Files\\outlay.exe" app'


def test_a_packed_program_starts_itself_and_a_checkout_its_interpreter(tmp_path):
    assert own_command("/opt/outlay", frozen=True) == ("/opt/outlay", "app")
    assert own_command("/venv/bin/python", frozen=False) == ("/venv/bin/python", "-m", "outlay", "app")
    (tmp_path / "pythonw.exe").touch()
    assert own_command(str(tmp_path / "python.exe"), frozen=False)[0].endswith("pythonw.exe")
    assert shlex.split(exec_line(("a", "b"))) == ["a", "b"]
