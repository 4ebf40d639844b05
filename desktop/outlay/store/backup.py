"""A whole copy of the file each day, seven kept; and what is done when the file is damaged."""

import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from shutil import copyfile

from outlay.domain.moments import UtcMillis
from outlay.store.connection import StoreDamagedError, in_words
from outlay.store.store import Store
from outlay.store.suspicion import forget_damage, is_suspect, note_damage

KEPT_DAYS = 7


def back_up(store: Store, today: date) -> Path | None:
    """Copy the file once a day; the path of the copy, None when today's is there already.

    Raises StoreError when there is no room or no right to; the file itself is unharmed. Raises StoreDamagedError
    when the copy is not whole: it is not kept, so that whole ones are not pushed out, and the next sync mends the file.
    """
    with in_words(store.path):
        return _back_up(store, today)


def _back_up(store: Store, today: date) -> Path | None:
    folder = store.path.parent / "backups"
    target = folder / f"outlay-{today.isoformat()}.sqlite"
    if target.exists():
        return None
    folder.mkdir(mode=0o700, exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    store.copy_to(fresh)
    if not _is_sound(fresh):
        fresh.unlink()
        note_damage(store.path)
        raise StoreDamagedError("The database is damaged.", "The next sync restores or reads it anew.")
    fresh.replace(target)
    for old in sorted(folder.glob("outlay-*.sqlite"))[:-KEPT_DAYS]:
        old.unlink(missing_ok=True)
    return target


def open_or_recover(path: Path, machine: str, now: UtcMillis) -> Store:
    """The store; a damaged file is kept aside and the newest whole backup, or an empty file, takes its place.

    A file that is gone while its backups stand counts as damaged. What was done is noted, so that it is said.
    """
    if _is_whole(path) and _stands_a_look(path):
        with suppress(StoreDamagedError):
            return Store(path, machine)
    return recover(path, machine, now)


def recover(path: Path, machine: str, now: UtcMillis) -> Store:
    """Keep the damaged file aside and begin with the newest whole backup, or with an empty file.

    The backup is put in place in one step, so that a kill on the way leaves either state, never an empty one.
    """
    state = _state(path)
    aside = _set_aside(path, now)
    restored = _restore(path)
    forget_damage(path)
    store = Store(path, machine)
    store.load_owner_words()
    outcome = f"the copy of {restored} was restored" if restored else "it was begun anew"
    kept = f" What was there is kept as {aside.name}." if aside else ""
    store.note_loss(now, f"The database was {state}; {outcome}.{kept}")
    return store


def _state(path: Path) -> str:
    if not path.exists():
        return "gone"
    return "damaged" if path.stat().st_size else "empty"


def _is_whole(path: Path) -> bool:
    """A look at the header and the schema only; damage deeper in is met, and handled, when it is read."""
    if not path.exists():
        return not _backups(path)
    if not path.stat().st_size:
        return False
    try:
        with closing(_reading(path)) as connection:
            connection.execute("select count(*) from sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False
    return True


def _stands_a_look(path: Path) -> bool:
    """Whether a file in which damage was met is whole after all; nothing is looked at while none was."""
    if not is_suspect(path):
        return True
    try:
        with closing(_reading(path)) as connection:
            whole = _checks(connection)
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False
    if whole:
        forget_damage(path)
    return whole


def _reading(path: Path, more: str = "") -> sqlite3.Connection:
    """The file to look at, without waiting for a program that holds it: whoever opens it next waits for that."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro{more}", uri=True, timeout=0)


def _checks(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("pragma quick_check(1)").fetchone()[0] == "ok")


def _set_aside(path: Path, now: UtcMillis) -> Path | None:
    if not path.exists():
        return None
    aside = path.with_name(f"{path.stem}-damaged-{now}{path.suffix}")
    for end in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).replace(aside.with_name(aside.name + end))
    path.replace(aside)
    return aside


def _backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("outlay-*.sqlite"), reverse=True)


def _restore(path: Path) -> str | None:
    for copy in _backups(path):
        if _is_sound(copy):
            fresh = path.with_name(path.name + ".new")
            fresh.unlink(missing_ok=True)
            fresh.touch(mode=0o600)
            copyfile(copy, fresh)
            fresh.replace(path)
            return copy.stem.removeprefix("outlay-")
    return None


def _is_sound(copy: Path) -> bool:
    """Whether a copy, which nobody writes to, is whole; looking at it as such leaves no files beside it."""
    try:
        with closing(_reading(copy, "&immutable=1")) as connection:
            return _checks(connection)
    except sqlite3.DatabaseError:
        return False
