"""Where the app keeps its file and settings, and that they are safe to keep there."""

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import ENOTDIR
from pathlib import Path

from outlay.errors import UnsafeFolderError

_PRIVATE = 0o700


def data_folder(environment: Mapping[str, str], chosen: str | None) -> Path:
    """The data folder: as chosen, else OUTLAY_DATA_DIR, else the platform's."""
    named = chosen or environment.get("OUTLAY_DATA_DIR")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415  where a folder is named, nobody asks

    return user_data_path("outlay", appauthor=False)


def settings_folder(environment: Mapping[str, str]) -> Path:
    """The settings folder: OUTLAY_CONFIG_DIR, else the platform's."""
    named = environment.get("OUTLAY_CONFIG_DIR")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path  # noqa: PLC0415  as above

    return user_config_path("outlay", appauthor=False)


def check_private(folder: Path) -> None:
    """Look that a folder, if it is there, is the owner's alone; what others may read is made private.

    Raises UnsafeFolderError when its real target belongs to someone else or others may write to it.
    """
    with _in_words(folder):
        if not folder.exists():
            return
        if not folder.is_dir():
            raise NotADirectoryError(ENOTDIR, "it is not a folder")
        found = folder.stat()
    if sys.platform != "win32":
        _check(folder, found)


def make_private(folder: Path) -> None:
    """Make a folder that only the owner can use; raises as `check_private`."""
    with _in_words(folder):
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    check_private(folder)


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        title = f"The folder {folder} cannot be used: {(error.strerror or 'unknown reason').lower()}."
        raise UnsafeFolderError(title, "Check its permissions, or name another with --data-dir.") from error


def _check(folder: Path, found: os.stat_result) -> None:
    if found.st_uid != os.getuid():
        title = f"The folder {folder} belongs to another user."
        raise UnsafeFolderError(title, "Name a folder of your own with --data-dir.")
    if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        title = f"Others can write to the folder {folder}."
        raise UnsafeFolderError(title, "Take that right away (chmod go-w), or name another with --data-dir.")
    if stat.S_IMODE(found.st_mode) != _PRIVATE:
        with _in_words(folder):
            folder.chmod(_PRIVATE)
