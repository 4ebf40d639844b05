"""One writer at a time: a lock file the operating system frees when its holder ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outlay.errors import BusyError, UnsafeFolderError


@contextmanager
def run_lock(path: Path) -> Iterator[None]:
    """Hold the lock while the block runs.

    Raises BusyError when another process has it, UnsafeFolderError when the folder cannot be written to.
    """
    descriptor = _open(path)
    try:
        if not _take(descriptor):
            raise BusyError("Another sync is running.", "Its figures appear as it goes.")
        yield
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        title = f"The data folder {path.parent} cannot be written to, so nothing new can be kept."
        raise UnsafeFolderError(title, "Check its permissions, or name another with --data-dir.") from error


def _take(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415  exists on Windows only

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415  exists everywhere but on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
