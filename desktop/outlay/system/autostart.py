r"""Starting with the desktop: what each system wants written, and one class that writes, removes and reads it.

Linux and the BSDs: `~/.config/autostart/outlay.desktop` (freedesktop.org Autostart 0.5: `Hidden=true` and
`X-GNOME-Autostart-enabled=false` switch an entry off). macOS: `~/Library/LaunchAgents/org.outlay.outlay.plist`
(launchd.plist(5): `RunAtLoad`, `Disabled`). Windows: the value `Outlay` under
`HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run`; Task Manager switches it off by an odd first
byte under `...\Explorer\StartupApproved\Run`.
"""

import os
import plistlib
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from outlay.domain.machine import Autostart, StartState
from outlay.errors import OutlayError

NAME = "Outlay"
LABEL = "org.outlay.outlay"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED_KEY = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

_RESERVED = "\"'\\><~|&;$*?#()` \t\n"
"""What the Desktop Entry Specification has quoted in an Exec line."""


class Registry(Protocol):
    """The owner's part of the Windows registry."""

    def read(self, key: str, name: str) -> Any:
        """A value; None when it is not there."""
        ...

    def write(self, key: str, name: str, text: str) -> None:
        """Keep a text."""
        ...

    def remove(self, key: str, name: str) -> None:
        """Remove a value; nothing happens when it is not there."""
        ...


def own_command(executable: str, *, frozen: bool) -> tuple[str, ...]:
    """The words that start the tray app: a packed program itself, else this interpreter with the module."""
    if frozen:
        return (executable, "app")
    silent = Path(executable).with_name("pythonw.exe")
    return (str(silent) if silent.exists() else executable, "-m", "outlay", "app")


def desktop_entry(command: Sequence[str]) -> str:
    """The XDG entry that starts a command."""
    return "\n".join((
        "[Desktop Entry]",
        "Type=Application",
        f"Name={NAME}",
        "Comment=Your AI outlay, next to your output",
        f"Exec={exec_line(command)}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
        "",
    ))  # fmt: skip


def exec_line(command: Sequence[str]) -> str:
    """A command as the value of `Exec`: words quoted, then the whole escaped as every text of such a file."""
    return " ".join(map(_exec_word, command)).replace("\\", "\\\\")


def launch_agent(command: Sequence[str]) -> bytes:
    """The property list that has launchd start a command at login."""
    return plistlib.dumps(
        {"Label": LABEL, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
    )


def run_value(command: Sequence[str]) -> str:
    """The command line under the Run key."""
    return subprocess.list2cmdline(command)


@dataclass(frozen=True, slots=True)
class AutostartEntry:
    """The entry of one user on one system.

    Args:
        platform: as `sys.platform` names it.
        home: the owner's home.
        environment: where `XDG_CONFIG_HOME` may stand.
        command: the words that start the tray app.
        registry: the Windows registry; None elsewhere.
    """

    platform: str
    home: Path
    environment: Mapping[str, str]
    command: tuple[str, ...]
    registry: Registry | None = None

    def read(self) -> Autostart:
        """What is really there."""
        try:
            return Autostart(self._state(), self.place)
        except (OSError, ValueError, plistlib.InvalidFileException):
            return Autostart(StartState.UNKNOWN, self.place)

    def turn_on(self) -> None:
        """Write the entry, in place of any other. Raises OutlayError when it cannot be written."""
        try:
            self._write()
        except OSError as error:
            raise _unusable(self.place, error) from error

    def turn_off(self) -> bool:
        """Remove the entry; False when there was none. Raises OutlayError when it cannot be removed."""
        try:
            was_there = self.read().state is not StartState.OFF
            if self.platform == "win32":
                self._known_registry().remove(RUN_KEY, NAME)
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise _unusable(self.place, error) from error
        return was_there

    @property
    def place(self) -> str:
        """The file or key the entry stands in."""
        return rf"HKEY_CURRENT_USER\{RUN_KEY}" if self.platform == "win32" else str(self._file)

    @property
    def _file(self) -> Path:
        if self.platform == "darwin":
            return self.home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        folder = self.environment.get("XDG_CONFIG_HOME") or self.home / ".config"
        return Path(folder) / "autostart" / "outlay.desktop"

    def _write(self) -> None:
        if self.platform == "win32":
            registry = self._known_registry()
            registry.write(RUN_KEY, NAME, run_value(self.command))
            registry.remove(APPROVED_KEY, NAME)
            return
        made = (
            launch_agent(self.command) if self.platform == "darwin" else desktop_entry(self.command).encode()
        )
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(self._file.name + ".new")
        fresh.write_bytes(made)
        fresh.replace(self._file)

    def _state(self) -> StartState:
        if self.platform == "win32":
            return self._registry_state()
        if not self._file.exists():
            return StartState.OFF
        return self._agent_state() if self.platform == "darwin" else self._desktop_state()

    def _desktop_state(self) -> StartState:
        lines = self._file.read_text(encoding="utf-8").splitlines()
        told = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
        off = told.get("Hidden") == "true" or told.get("X-GNOME-Autostart-enabled") == "false"
        return _compared(told.get("Exec") == exec_line(self.command), off=off)

    def _agent_state(self) -> StartState:
        told = plistlib.loads(self._file.read_bytes())
        if not isinstance(told, dict):
            return StartState.UNKNOWN
        off = bool(told.get("Disabled")) or not told.get("RunAtLoad")
        return _compared(told.get("ProgramArguments") == list(self.command), off=off)

    def _registry_state(self) -> StartState:
        registry = self._known_registry()
        kept = registry.read(RUN_KEY, NAME)
        if kept is None:
            return StartState.OFF
        approved = registry.read(APPROVED_KEY, NAME)
        off = isinstance(approved, bytes) and bool(approved) and bool(approved[0] & 1)
        return _compared(kept == run_value(self.command), off=off)

    def _known_registry(self) -> Registry:
        if self.registry is None:
            raise OSError(0, "there is no registry")
        return self.registry


def system_registry(platform: str) -> Registry | None:
    """The machine's registry; None where there is none."""
    return WindowsRegistry() if platform == "win32" and os.name == "nt" else None


class WindowsRegistry:
    """`HKEY_CURRENT_USER` by the standard library."""

    def read(self, key: str, name: str) -> Any:
        """A value; None when it is not there."""
        import winreg  # noqa: PLC0415  exists on Windows only

        winapi: Any = winreg
        try:
            with winapi.OpenKey(winapi.HKEY_CURRENT_USER, key) as opened:
                return winapi.QueryValueEx(opened, name)[0]
        except FileNotFoundError:
            return None

    def write(self, key: str, name: str, text: str) -> None:
        """Keep a text."""
        import winreg  # noqa: PLC0415  exists on Windows only

        winapi: Any = winreg
        with winapi.CreateKey(winapi.HKEY_CURRENT_USER, key) as opened:
            winapi.SetValueEx(opened, name, 0, winapi.REG_SZ, text)

    def remove(self, key: str, name: str) -> None:
        """Remove a value; nothing happens when it is not there."""
        import winreg  # noqa: PLC0415  exists on Windows only

        winapi: Any = winreg
        try:
            with winapi.OpenKey(winapi.HKEY_CURRENT_USER, key, 0, winapi.KEY_SET_VALUE) as opened:
                winapi.DeleteValue(opened, name)
        except FileNotFoundError:
            return


def _compared(is_ours: bool, *, off: bool) -> StartState:  # noqa: FBT001  what was compared
    if not is_ours:
        return StartState.ANOTHER
    return StartState.SWITCHED_OFF if off else StartState.ON


def _exec_word(word: str) -> str:
    """A word of an Exec line: quoted where it must be, a percent sign doubled."""
    told = word.replace("%", "%%")
    if not any(letter in _RESERVED for letter in told):
        return told
    for letter in ("\\", '"', "`", "$"):
        told = told.replace(letter, "\\" + letter)
    return f'"{told}"'


def _unusable(place: str, error: OSError) -> OutlayError:
    title = f"{place} cannot be changed: {(error.strerror or 'unknown reason').lower()}."
    return OutlayError(title, "Check its permissions.")
