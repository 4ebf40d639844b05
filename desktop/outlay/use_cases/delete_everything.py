"""Deletes everything Outlay stored on this machine, and nothing else."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from outlay.domain.machine import Deleted
from outlay.store.copies import copies_of, files_of, remove_files

Remove = Callable[[], tuple[str, ...]]
"""Removes one kind of thing; the names of what is gone."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Where Outlay keeps what.

    Args:
        database: the file in the data folder.
        lock: the lock file in it.
        hold: holds the lock; raises BusyError while another run does.
        settings, autostart: remove these.
        tokens: removes the accounts' tokens; the names of accounts whose token is gone, and of those whose stays.
    """

    database: Path
    lock: Path
    hold: Callable[[], AbstractContextManager[None]]
    settings: Remove
    autostart: Remove
    tokens: Callable[[], tuple[tuple[str, ...], tuple[str, ...]]]


def delete_everything(stored: Stored) -> Deleted:
    """Remove the data, the settings and the autostart entry; say what is gone and what stays.

    Only files Outlay writes are removed: the folder may have been chosen by hand and hold others. Raises BusyError
    while a reading runs; nothing is removed then.
    """
    folder = stored.database.parent
    removed: list[str] = []
    kept_tokens: tuple[str, ...] = ()
    if folder.is_dir():
        with stored.hold():
            # Only the database knows whose tokens there are.
            gone, kept_tokens = stored.tokens()
            removed += (f"the token of {name}" for name in gone)
            removed += remove_files((*files_of(stored.database), *copies_of(stored.database)))
        removed += remove_files([stored.lock])
        removed += _emptied(folder)
    for remove in (stored.settings, stored.autostart):
        removed += remove()
    stays = tuple(sorted(str(path) for path in folder.iterdir())) if folder.is_dir() else ()
    return Deleted(tuple(removed), stays, kept_tokens)


def _emptied(folder: Path) -> Iterator[str]:
    """Remove the folders that are empty now."""
    for path in (folder / "backups", folder):
        with suppress(OSError):
            path.rmdir()
            yield str(path)
