"""Goes through one of Copilot's databases from a bookmark on.

A file is opened only when it or its write-ahead log changed. One that is held, or damaged, keeps its old bookmark, so
that it is looked at again. Of the newest rows a digest is remembered: they are looked at once more and handed over
only when they changed, and when none of them is there any more, every row is read (a database made anew begins its
numbers anew; keys hold more than the number).
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from msgspec import DecodeError, Struct, msgpack
from xxhash import xxh3_64_intdigest

from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.logs.copilot.places import READER_ID, VERSION
from outlay.readers.logs.copilot.records import MOST
from outlay.readers.logs.lines import Tally, place_of, trouble_of, unfinished
from outlay.system.other_databases import (
    OtherDatabase,
    OtherDatabaseHeldError,
    OtherDatabaseUnreadableError,
    mark_of_database,
    open_other,
)

_LOOKED_AT_AGAIN: Final = 300


class Source(NamedTuple):
    """The file a database is in: its path, when it was last written, and where problems are counted."""

    path: str
    written: UtcMillis
    tally: Tally


class Seen(Struct):
    """How far a table was read: its highest row, and digests of the rows before that by their number."""

    row: int = 0
    recent: dict[int, int] = {}


FactsOf = Callable[[OtherDatabase, Seen, Source], Iterator[Batch]]
"""Facts that are new since what was seen, in slices; what was seen is brought forward on the way."""


def read_database(path: str, bookmark: Bookmark | None, facts_of: FactsOf) -> Iterator[Batch]:
    """Facts of one database from the bookmark on."""
    try:
        mark = mark_of_database(Path(path))
    except OSError as error:
        yield trouble_batch(path, trouble_of(error))
        return
    same = bookmark if bookmark is not None and _is_same(bookmark, mark) else None
    if same is not None and same.mark == mark:
        yield Batch(bookmark=same)
        return
    try:
        yield from _changed(path, mark, same, facts_of, replaces=bookmark is not None and same is None)
    except (OtherDatabaseHeldError, OtherDatabaseUnreadableError):
        yield trouble_batch(path, ProblemKind.UNREADABLE)


def columns_of(database: OtherDatabase, table: str) -> frozenset[str]:
    """The columns of a table; empty when there is no such table."""
    return frozenset(row[0] for row in database.rows("select name from pragma_table_info(?)", (table,)))


def selected(wanted: tuple[str, ...], known: frozenset[str]) -> str:
    """The columns of a query; one that is missing reads as unknown."""
    return ", ".join(name if name in known else "null" for name in wanted)


def new_rows(database: OtherDatabase, query: str, seen: Seen) -> Iterator[tuple[Any, ...]]:
    """Rows that are new or changed. The query selects the row's number first, from a bound one on, in order."""
    since = max(seen.row - _LOOKED_AT_AGAIN, 0)
    if not _holds(database, query, seen, since):
        seen.row, seen.recent, since = 0, {}, 0
    for row in database.rows(query, (since,)):
        digest = _digest(row)
        if seen.recent.get(row[0]) != digest:
            seen.row = max(seen.row, row[0])
            seen.recent[row[0]] = digest
            _forget(seen)
            yield row


def count_in(value: Any, source: Source, number: int) -> int | None:
    """A counter of a row; None where there is none, and a problem when it is something else."""
    if value is None:
        return None
    text = str(value) if isinstance(value, int | str) else ""
    if text.isascii() and text.isdecimal() and len(text) < 20 and int(text) <= MOST:  # noqa: PLR2004 digits of 2**53
        return int(text)
    source.tally.count(ProblemKind.WRONG_TYPE, number)
    return None


def text_of(value: Any, source: Source, number: int) -> str | None:
    """A text of a row; None where there is none, and a problem when it is something else."""
    if value is None or isinstance(value, str):
        return value or None
    source.tally.count(ProblemKind.WRONG_TYPE, number)
    return None


def trouble_batch(path: str, kind: ProblemKind) -> Batch:
    """Says that a file could not be read; without a bookmark it is asked for again."""
    return Batch(problems=[Problem(READER_ID, kind, 1, place_of(path, None), path)])


def _changed(
    path: str, mark: FileMark, before: Bookmark | None, facts_of: FactsOf, *, replaces: bool
) -> Iterator[Batch]:
    source = Source(path, UtcMillis(mark.mtime_ns // 1_000_000), Tally(READER_ID, path))
    begun = before.offset if before else 0
    seen = _seen(before.state if before else b"")
    last: Batch | None = None
    with open_other(Path(path)) as database:
        for one in facts_of(database, seen, source):
            if last is not None:
                yield last
            one.problems = source.tally.take()
            one.replaces, replaces = replaces, False
            one.bookmark = Bookmark(unfinished(mark), begun, 0, "", msgpack.encode(seen), VERSION)
            last = one
    if last is not None and last.bookmark is not None:
        last.bytes_read = max(mark.size - begun, 0)
        last.bookmark = last.bookmark._replace(mark=mark, offset=mark.size)
        yield last


def _is_same(bookmark: Bookmark, mark: FileMark) -> bool:
    """Whether it is the file that was read before; a database may shrink and still be the same."""
    return bookmark.version == VERSION and bookmark.mark[:2] == mark[:2]


def _holds(database: OtherDatabase, query: str, seen: Seen, since: int) -> bool:
    """Whether row numbers still mean what they meant."""
    rows = database.rows(query, (since,)) if seen.recent else iter(())
    return any(seen.recent.get(row[0]) == _digest(row) for row in rows)


def _digest(row: tuple[Any, ...]) -> int:
    return xxh3_64_intdigest(repr(row).encode(errors="replace"))


def _forget(seen: Seen) -> None:
    if len(seen.recent) > 2 * _LOOKED_AT_AGAIN:
        for number in sorted(seen.recent)[:-_LOOKED_AT_AGAIN]:
            del seen.recent[number]


def _seen(kept: bytes) -> Seen:
    try:
        return msgpack.decode(kept, type=Seen) if kept else Seen()
    except DecodeError:
        return Seen()
