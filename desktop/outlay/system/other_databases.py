"""Looks into SQLite files that other programs own: read-only, without waiting long, without ever writing.

The main file's time does not move while news sit in its write-ahead log, so both are looked at. A held file is
tried later and never taken for an empty one.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from outlay.domain.batches import FileMark
from outlay.errors import OutlayError

BUSY_MS = 300
_BUSY_CODES = {5, 6}


class OtherDatabaseHeldError(OutlayError):
    """Its program holds it at the moment."""


class OtherDatabaseUnreadableError(OutlayError):
    """It is no database, damaged, or may not be read."""


class OtherDatabase:
    """An open look into another program's file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def columns(self, table: str) -> frozenset[str]:
        """The columns of a table; empty when there is no such table."""
        return frozenset(row[0] for row in self.rows("select name from pragma_table_info(?)", (table,)))

    def rows(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows of a query, one at a time.

        Raises:
            OtherDatabaseHeldError, OtherDatabaseUnreadableError: in the middle, too.
        """
        with _in_words():
            yield from self._connection.execute(sql, values)


def mark_of_database(path: Path) -> FileMark:
    """A file as it lies on disk with its write-ahead log; raises OSError when it is gone."""
    main = path.stat()
    try:
        log = path.with_name(path.name + "-wal").stat()
    except OSError:
        return FileMark(main.st_dev, main.st_ino, main.st_size, main.st_mtime_ns)
    if not log.st_size:
        return FileMark(main.st_dev, main.st_ino, main.st_size, main.st_mtime_ns)
    newest = max(main.st_mtime_ns, log.st_mtime_ns)
    return FileMark(main.st_dev, main.st_ino, main.st_size + log.st_size, newest)


@contextmanager
def open_other(path: Path) -> Iterator[OtherDatabase]:
    """A look into a file of another program.

    Raises:
        OtherDatabaseHeldError: its program holds it; try later.
        OtherDatabaseUnreadableError: it cannot be read.
    """
    with _in_words():
        connection = _connect(path)
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        yield OtherDatabase(connection)
    finally:
        connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    """Read-only; a folder that lets no shared memory be made is read as it stands, if no log waits beside it."""
    address = path.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY_MS / 1000)
    try:
        connection.execute("pragma query_only = on")
        connection.execute("select count(*) from sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if _is_held(error) or not path.exists() or _has_log(path):
            raise
        connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True)
        connection.execute("select count(*) from sqlite_schema").fetchone()
    return connection


def _is_held(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY_CODES


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if _is_held(error):
            raise OtherDatabaseHeldError(
                "Its program holds the file.", "It is read at the next sync."
            ) from error
        title = "The file is not a database that can be read."
        raise OtherDatabaseUnreadableError(title, "It is tried again when it changes.") from error
