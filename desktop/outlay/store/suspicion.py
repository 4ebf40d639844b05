"""Remembers beside the database that damage was met in it, until the next sync has looked at the whole of it."""

from contextlib import suppress
from pathlib import Path


def note_damage(path: Path) -> None:
    """Note that damage was met, by whoever met it; a folder that cannot be written to is left as it is."""
    with suppress(OSError):
        _note(path).touch(mode=0o600)


def is_suspect(path: Path) -> bool:
    """Whether damage was met since the whole database was last looked at."""
    return _note(path).exists()


def forget_damage(path: Path) -> None:
    """The database was found whole, or another took its place."""
    _note(path).unlink(missing_ok=True)


def _note(path: Path) -> Path:
    return path.with_name(path.name + "-suspect")
