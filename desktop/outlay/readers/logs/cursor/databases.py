"""Goes through one of Cursor's databases from a bookmark on.

A file is opened only when it or its write-ahead log changed. One that is held, or damaged, keeps its old bookmark, so
that it is looked at again.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile
from outlay.readers.logs.cursor.places import READER_ID, VERSION
from outlay.readers.logs.lines import Tally, place_of, trouble_of, unfinished
from outlay.system.other_databases import (
    OtherDatabase,
    OtherDatabaseHeldError,
    OtherDatabaseUnreadableError,
    mark_of_database,
    open_other,
)


class Source(NamedTuple):
    """The file a database is in: its path, when it was last written, and where problems are counted."""

    path: str
    written: UtcMillis
    tally: Tally


Slice = tuple[Batch, bytes]
"""Facts, and the state a bookmark after them holds."""

FactsOf = Callable[[OtherDatabase, bytes, Source], Iterator[Slice]]
"""Facts that are new since a state, in slices; the last one stands at the end of the database."""


def read_database(file: LogFile, bookmark: Bookmark | None, facts_of: FactsOf) -> Iterator[Batch]:
    """Facts of one database from the bookmark on."""
    try:
        mark = mark_of_database(Path(file.path))
    except OSError as error:
        yield _trouble(file.path, trouble_of(error))
        return
    same = bookmark if bookmark is not None and _is_same(bookmark, mark) else None
    if same is not None and same.mark == mark:
        yield Batch(bookmark=same)
        return
    try:
        yield from _changed(file.path, mark, same, facts_of, replaces=bookmark is not None and same is None)
    except (OtherDatabaseHeldError, OtherDatabaseUnreadableError):
        yield _trouble(file.path, ProblemKind.UNREADABLE)


def columns_of(database: OtherDatabase, table: str) -> frozenset[str]:
    """The columns of a table; empty when there is no such table."""
    return frozenset(row[0] for row in database.rows("select name from pragma_table_info(?)", (table,)))


def _changed(
    path: str, mark: FileMark, before: Bookmark | None, facts_of: FactsOf, *, replaces: bool
) -> Iterator[Batch]:
    source = Source(path, UtcMillis(mark.mtime_ns // 1_000_000), Tally(READER_ID, path))
    begun = before.offset if before else 0
    last: Slice | None = None
    with open_other(Path(path)) as database:
        for one in facts_of(database, before.state if before else b"", source):
            if last is not None:
                yield _finished(last, unfinished(mark), begun, replaces=replaces)
                replaces = False
            one[0].problems = source.tally.take()
            last = one
    if last is not None:
        last[0].bytes_read = max(mark.size - begun, 0)
        yield _finished(last, mark, mark.size, replaces=replaces)


def _finished(one: Slice, mark: FileMark, offset: int, *, replaces: bool) -> Batch:
    batch, state = one
    batch.bookmark = Bookmark(mark, offset, 0, "", state, VERSION)
    batch.replaces = replaces
    return batch


def _is_same(bookmark: Bookmark, mark: FileMark) -> bool:
    """Whether it is the file that was read before; a database may shrink and still be the same."""
    return bookmark.version == VERSION and bookmark.mark[:2] == mark[:2]


def _trouble(path: str, kind: ProblemKind) -> Batch:
    return Batch(problems=[Problem(READER_ID, kind, 1, place_of(path, None), path)])
