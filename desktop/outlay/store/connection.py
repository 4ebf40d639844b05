"""Opens the database file: safely, at the right version, readable by the owner alone."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from outlay.domain.usage import Quality
from outlay.errors import StoreBusyError, StoreError, StoreFullError, StoreTooNewError, StoreTooOldError
from outlay.store.migrations import MIGRATIONS
from outlay.store.suspicion import note_damage

APPLICATION_ID = 0x4F75746C
"""'Outl' in the file's header: tells our file from any other SQLite file."""

BUSY_MS = 5_000
_CHECKPOINT_PAGES = 8_000
"""Pages written before they are moved into the file, about 32 MB: a first reading then writes most of them once.

What is left is moved when the last connection closes.
"""

_AS_BOUND: tuple[tuple[type, Callable[[Any], str | bytes | int | None]], ...] = (
    (type(None), dict[None, None]().get),
    (bool, int),
    (bytes, bytes),
    (Quality, str),
)
"""What a value of each kind is bound as: what it is already. The sqlite3 module searches half a dozen places for
an adapter of whatever is not plainly a number or a text; for rows with a dozen gaps that takes as long as SQLite.
"""

_FULL_CODE = 13
_READ_ONLY_CODE = 8
_UNOPENED_CODE = 14
_BUSY_CODES = {5, 6}
_DAMAGED_CODES = {11, 26}


class StoreDamagedError(StoreError):
    """The file is not a whole database any more."""


def open_writer(path: Path) -> sqlite3.Connection:
    """The database for its one writer; made or brought to this program's version first.

    Raises:
        StoreTooNewError: a newer Outlay wrote it.
        StoreDamagedError: it is not a whole database.
        StoreBusyError, StoreFullError, StoreError: it cannot be used now.
    """
    with in_words(path):
        path.touch(mode=0o600, exist_ok=True)
        connection = _connect(f"{path.as_uri()}?mode=rw")
        _check_header(connection)
        connection.execute("pragma journal_mode = wal")
        connection.execute(f"pragma wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        connection.execute("pragma synchronous = normal")
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma cache_size = -16000")
        connection.execute("pragma temp_store = memory")
        _migrate(connection)
        for name in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
            if name.exists():
                name.chmod(0o600)
        return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """The database for answers: nothing can be written through it.

    Raises as `open_writer`; a database of an older version raises StoreError until the writer has opened it.
    """
    with in_words(path):
        connection = _readable(path)
        connection.execute("pragma query_only = on")
        _check_header(connection)
        if _version(connection) < len(MIGRATIONS):
            title = "The database was written by an older Outlay and is being brought up to date."
            raise StoreTooOldError(title, "Ask again in a moment.")
        return connection


def _readable(path: Path) -> sqlite3.Connection:
    """A connection that can read: SQLite wants to lay files beside the database, which a read-only folder refuses.

    Such a database is read as one that cannot change, unless what was written last still lies beside it.
    """
    connection = _connect(f"{path.as_uri()}?mode=ro")
    try:
        connection.execute("pragma user_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in {_READ_ONLY_CODE, _UNOPENED_CODE} or _has_more(path):
            raise
        return _connect(f"{path.as_uri()}?mode=ro&immutable=1")
    return connection


def _has_more(path: Path) -> bool:
    beside = path.with_name(path.name + "-wal")
    return beside.exists() and beside.stat().st_size > 0


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
    connection.execute(f"pragma busy_timeout = {BUSY_MS}")
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def _check_header(connection: sqlite3.Connection) -> None:
    mark = connection.execute("pragma application_id").fetchone()[0]
    tables = connection.execute("select count(*) from sqlite_schema").fetchone()[0]
    if mark == APPLICATION_ID:
        if _version(connection) > len(MIGRATIONS):
            title = "This database was written by a newer Outlay."
            raise StoreTooNewError(title, "Update Outlay; nothing was changed.")
    elif tables:
        title = "The file in the data folder is not a database of Outlay."
        raise StoreDamagedError(title)


def _migrate(connection: sqlite3.Connection) -> None:
    done = _version(connection)
    for number, (_, script) in enumerate(MIGRATIONS[done:], start=done + 1):
        header = f"pragma application_id = {APPLICATION_ID}; pragma user_version = {number};"
        try:
            connection.executescript(f"begin immediate; {script} {header} commit;")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("rollback")
            raise


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turns SQLite's and the disk's errors into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise _worded(error, path) from error
    except OSError as error:
        title = f"The data folder cannot be used: {error.strerror}."
        raise StoreError(title, "Check its permissions, or name another with --data-dir.") from error


def _worded(error: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED_CODES:
        note_damage(path)
        return StoreDamagedError("The database is damaged.", "The next sync restores or reads it anew.")
    if code in _BUSY_CODES:
        return StoreBusyError(
            "Another program holds the database.", "Nothing is lost; try again in a moment."
        )
    if code == _FULL_CODE:
        return StoreFullError(
            "The disk is full, so nothing more can be kept.", "Free some space and try again."
        )
    if code == _READ_ONLY_CODE:
        title = f"The data folder {path.parent} cannot be written to, so nothing new can be kept."
        return StoreError(title, "Check its permissions, or name another with --data-dir.")
    if code == _UNOPENED_CODE:
        title = f"The database in {path.parent} cannot be opened."
        return StoreError(title, "Check who may read and write that folder, or name another with --data-dir.")
    return StoreError(f"The database in {path.parent} cannot be used ({error}).", "Try again in a moment.")


for _kind, _as_bound in _AS_BOUND:
    sqlite3.register_adapter(_kind, _as_bound)
