"""Where the app keeps its file and settings, and that they are safe to keep there."""

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from platformdirs import PlatformDirs

from outlay.errors import UnsafeFolderError

_PRIVATE = 0o700
_DIRS = PlatformDirs("outlay", appauthor=False)


def data_folder(environment: Mapping[str, str], chosen: str | None) -> Path:
    """The data folder: as chosen, else OUTLAY_DATA_DIR, else the platform's."""
    named = chosen or environment.get("OUTLAY_DATA_DIR")
    return Path(named).expanduser() if named else Path(_DIRS.user_data_dir)


def settings_folder(environment: Mapping[str, str]) -> Path:
    """The settings folder: OUTLAY_CONFIG_DIR, else the platform's."""
    named = environment.get("OUTLAY_CONFIG_DIR")
    return Path(named).expanduser() if named else Path(_DIRS.user_config_dir)


def make_private(folder: Path) -> Path:
    """The folder, made if need be and readable by the owner alone.

    Raises UnsafeFolderError when its real target belongs to someone else or others may write to it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError as error:
        title = f"The folder {folder} cannot be used: {error.strerror}."
        raise UnsafeFolderError(title, "Check its permissions, or name another with --data-dir.") from error
    if sys.platform != "win32":
        _check(folder, found)
    return folder


def _check(folder: Path, found: os.stat_result) -> None:
    if found.st_uid != os.getuid():
        title = f"The folder {folder} belongs to another user."
        raise UnsafeFolderError(title, "Name a folder of your own with --data-dir.")
    if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        title = f"Others can write to the folder {folder}."
        raise UnsafeFolderError(title, "Take that right away (chmod go-w), or name another with --data-dir.")
    if stat.S_IMODE(found.st_mode) != _PRIVATE:
        folder.chmod(_PRIVATE)
