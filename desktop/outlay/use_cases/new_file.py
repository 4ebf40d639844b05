"""A file of the owner's, whole or not at all: written beside its place, which it takes when all went well."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path

from outlay.errors import OutlayError, WrongCallError


@contextmanager
def new_file(path: Path, *, replace: bool) -> Iterator[BufferedRandom]:
    """The file to write to, readable by the owner alone; nothing is left of it when the writing stops halfway.

    Raises WrongCallError for a link, a folder, or a file that is there already unless it is to be replaced, OutlayError
    where it cannot be written.
    """
    if path.is_symlink() or path.is_dir() or (path.exists() and not replace):
        raise _there_already(path)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        descriptor = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _take_place(fresh, path, replace=replace)
    except FileExistsError as error:
        raise _there_already(path) from error
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise OutlayError(f"{path} cannot be written: {why}.", "Name a file in another folder.") from error
    finally:
        fresh.unlink(missing_ok=True)


def _take_place(fresh: Path, path: Path, *, replace: bool) -> None:
    """A file that came to be there meanwhile is never lost, nor is one missed where disks know no second names."""
    if replace:
        fresh.replace(path)
        return
    try:
        os.link(fresh, path)
    except PermissionError as error:
        if path.exists():
            raise FileExistsError from error
        fresh.rename(path)


def _there_already(path: Path) -> WrongCallError:
    return WrongCallError(f"{path} is there already.", "Name another file, or say --replace.")
