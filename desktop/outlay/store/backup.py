"""A whole copy of the file each day, seven kept; and what is done when the file is damaged."""

import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from outlay.domain.moments import UtcMillis
from outlay.store.connection import StoreDamagedError
from outlay.store.store import Store

KEPT_DAYS = 7


def back_up(store: Store, today: date) -> Path | None:
    """Copy the file once a day; the path of the copy, None when today's is there already."""
    folder = store.path.parent / "backups"
    target = folder / f"outlay-{today.isoformat()}.sqlite"
    if target.exists():
        return None
    folder.mkdir(mode=0o700, exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    store.copy_to(fresh)
    fresh.replace(target)
    for old in sorted(folder.glob("outlay-*.sqlite"))[:-KEPT_DAYS]:
        old.unlink(missing_ok=True)
    return target


def open_or_recover(path: Path, machine: str, now: UtcMillis) -> Store:
    """The store; a damaged file is kept aside and the newest whole backup, or an empty file, takes its place.

    What was done is noted in the store, so that it is said.
    """
    if path.exists() and not _is_whole(path):
        return recover(path, machine, now)
    try:
        return Store(path, machine)
    except StoreDamagedError:
        return recover(path, machine, now)


def recover(path: Path, machine: str, now: UtcMillis) -> Store:
    """Keep the damaged file aside and begin with the newest whole backup, or with an empty file."""
    aside = _set_aside(path, now)
    restored = _restore(path)
    store = Store(path, machine)
    outcome = f"the copy of {restored} was restored" if restored else "it was begun anew"
    store.note_loss(now, f"The database was damaged; {outcome}. The damaged file is kept as {aside.name}.")
    return store


def _is_whole(path: Path) -> bool:
    """A look at the header and the schema only; damage deeper in is met, and handled, when it is read."""
    if not path.stat().st_size:
        return False
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("select count(*) from sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False
    return True


def _set_aside(path: Path, now: UtcMillis) -> Path:
    aside = path.with_name(f"{path.stem}-damaged-{now}{path.suffix}")
    path.replace(aside)
    for end in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).replace(aside.with_name(aside.name + end))
    return aside


def _restore(path: Path) -> str | None:
    for copy in sorted((path.parent / "backups").glob("outlay-*.sqlite"), reverse=True):
        if _is_sound(copy):
            path.write_bytes(copy.read_bytes())
            path.chmod(0o600)
            return copy.stem.removeprefix("outlay-")
    return None


def _is_sound(copy: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("pragma quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False
