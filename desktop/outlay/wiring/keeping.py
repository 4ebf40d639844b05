"""What is kept outside the data folder: the start with the desktop, and settings. Built when it is asked for."""

import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from outlay.system.autostart import AutostartEntry, own_command, system_registry
from outlay.system.settings_file import remove_settings
from outlay.use_cases.delete_everything import Stored


def autostart_entry(home: Path, environment: Mapping[str, str]) -> AutostartEntry:
    """The entry that starts this very program."""
    command = own_command(sys.executable, frozen=getattr(sys, "frozen", False))
    return AutostartEntry(sys.platform, home, environment, command, system_registry(sys.platform))


def stored(
    database: Path,
    lock: Path,
    hold: Callable[[], AbstractContextManager[None]],
    settings: Path,
    entry: AutostartEntry,
    tokens: Callable[[], tuple[tuple[str, ...], tuple[str, ...]]],
) -> Stored:
    """Everything Outlay stores on this machine, and what removes it."""
    return Stored(
        database=database,
        lock=lock,
        hold=hold,
        settings=lambda: remove_settings(settings),
        autostart=lambda: (entry.place,) if entry.turn_off() else (),
        tokens=tokens,
    )
