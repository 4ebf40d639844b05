"""Goes through one database from a bookmark on: new rows, and those that may have been written again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile, PackLines
from outlay.readers.logs.lines import Tally, place_of, trouble_of, unfinished
from outlay.readers.logs.opencode.failures import TurnFailures
from outlay.readers.logs.opencode.messages import Stored
from outlay.readers.logs.opencode.places import READER_ID, VERSION
from outlay.readers.logs.opencode.sessions import SessionFacts, Taken
from outlay.readers.logs.opencode.tables import Anchor, Head, Tables
from outlay.system.other_databases import (
    OtherDatabase,
    OtherDatabaseHeldError,
    OtherDatabaseUnreadableError,
    mark_of_database,
    open_other,
)

_ROWS: Final = 8_000
_WATCHED: Final = 32
"""How many of the latest messages are looked at again: their rows are written in place while answers stream."""


class Watched(Struct, array_like=True):
    """A message that may be written again: when it was last, and the key it was taken under."""

    stamp: int
    key: str = ""
    held: bool = False


class State(Struct, omit_defaults=True):
    """How far each table was read, the messages to look at again by id, and failed commands by session."""

    anchors: dict[str, Anchor] = {}
    watched: dict[str, Watched] = {}
    failed: dict[str, TurnFailures] = {}


_STATES: Final = msgspec.json.Decoder(State)


def read_database(file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines) -> Iterator[Batch]:
    """Facts of one database from the bookmark on; a held or unreadable one is asked for again."""
    path = Path(file.path)
    try:
        mark = mark_of_database(path)
    except OSError as error:
        yield _trouble(file.path, trouble_of(error))
        return
    same = bookmark is not None and _is_same(bookmark, mark)
    if bookmark is not None and bookmark.mark == mark and same:
        yield Batch(bookmark=bookmark)
        return
    kept = bookmark if same else None
    try:
        with open_other(path) as database:
            reading = _Reading(file.path, mark, kept, Tables(database), pack_lines)
            reading.replaces = (bookmark is not None and not same) or reading.replaces
            yield from reading.batches()
    except (OtherDatabaseHeldError, OtherDatabaseUnreadableError):
        yield _trouble(file.path, ProblemKind.UNREADABLE)


def ids_of(database: OtherDatabase, session: str) -> set[str]:
    """The ids of a session's messages, in the tables of any form."""
    return {placed.ident for placed in Tables(database).order(session)}


class _Reading:
    """One pass over the tables."""

    def __init__(
        self, path: str, mark: FileMark, kept: Bookmark | None, tables: Tables, pack_lines: PackLines
    ) -> None:
        self._mark = mark
        self._tables = tables
        self._tally = Tally(READER_ID, path)
        self._state = _state_from(kept)
        self._offset = kept.offset if kept else 0
        tops = {name: tables.top(name) for name in tables.names}
        self._tops = {name: top for name, top in tops.items() if top is not None}
        self._left = {ident: tables.head(ident) for ident in self._state.watched}
        self.replaces = False
        self._anchors = self._still_there()
        written = UtcMillis(mark.mtime_ns // 1_000_000)
        failed = {} if self.replaces else self._state.failed
        self._facts = SessionFacts(tables.sessions(), pack_lines, written, self._tally, failed)
        self._seen: dict[str, Watched] = dict(self._state.watched)

    def _still_there(self) -> dict[str, Anchor]:
        """Where news begin in each table that was read.

        Where the highest row was deleted, or rows were numbered anew, the latest known one that is left stands in:
        new rows always stand above all others. Parts need none: new ones belong to new messages, or to known ones.
        """
        found: dict[str, Anchor] = {}
        for name, anchor in self._state.anchors.items():
            left = [place[0].row for place in self._left.values() if place and place[0].table == name]
            if name == "part" or (name in self._tops and self._tables.holds(name, anchor)):
                found[name] = anchor
            elif left:
                found[name] = (max(left), "")
            else:
                self.replaces = True
        return found

    def batches(self) -> Iterator[Batch]:
        """Session by session, older sessions first, so that an original goes before its copies."""
        if not (self._tables.has_old or self._tables.has_new):
            self._tally.count(ProblemKind.UNKNOWN_RECORD)
        for session, heads in self._by_session():
            for stored, turn, is_prompt in self._in_order(session, heads):
                self._take(stored, turn, is_prompt=is_prompt)
                if self._facts.rows >= _ROWS:
                    yield self._slice(unfinished(self._mark), self._offset, self._state)
        state = State(self._tops, self._latest(), self._facts.failures.kept())
        yield self._slice(self._mark, self._mark.size, state)

    def _slice(self, mark: FileMark, offset: int, state: State) -> Batch:
        """The facts so far. Until all is read, the bookmark says what it said before: then all is read again."""
        batch = self._facts.batch()
        batch.bytes_read, self._offset = max(0, offset - self._offset), max(offset, self._offset)
        batch.bookmark = Bookmark(mark, offset, 0, "", msgspec.json.encode(state), VERSION)
        batch.replaces, self.replaces = self.replaces, False
        return batch

    def _by_session(self) -> list[tuple[str, list[Head]]]:
        heads = {(head.table, head.row): head for head in self._again()}
        heads |= {(head.table, head.row): head for head in self._tables.added(self._anchors, self._tops)}
        sessions: dict[str, list[Head]] = {}
        for head in heads.values():
            if isinstance(head.ident, str) and isinstance(head.session, str):
                sessions.setdefault(head.session, []).append(head)
            else:
                self._tally.count(ProblemKind.WRONG_TYPE, head.row)
        created = {name: self._facts.row_of(name).created or 0 for name in sessions}
        return sorted(sessions.items(), key=lambda one: (created[one[0]], one[0]))

    def _again(self) -> Iterator[Head]:
        """Messages read before that were written since, or that may never be ended."""
        for ident, watched in self._state.watched.items():
            found = self._left[ident]
            if found is None:
                del self._seen[ident]
            elif watched.held or found[1] != watched.stamp:
                yield found[0]

    def _in_order(self, session: str, heads: list[Head]) -> Iterator[tuple[Stored, int | None, bool]]:
        """Messages with the prompts counted until each."""
        order: dict[str, tuple[int, bool]] = {}
        prompts = 0
        for placed in self._tables.order(session):
            prompts += placed.is_prompt
            order[placed.ident] = (prompts, placed.is_prompt)
        places = {ident: position for position, ident in enumerate(order)}
        is_child = self._facts.row_of(session).parent is not None
        for head in sorted(heads, key=lambda one: places.get(one.ident, -1)):
            stored = self._tables.message(head)
            if stored is not None:
                number, is_prompt = order.get(head.ident, (0, False))
                yield stored, None if is_child else number or None, is_prompt

    def _take(self, stored: Stored, turn: int | None, *, is_prompt: bool) -> None:
        before = self._seen.pop(stored.ident, None)
        taken: Taken = self._facts.take(stored, turn, is_prompt=is_prompt, key=before.key if before else "")
        self._seen[stored.ident] = Watched(stored.stamp, taken.key, taken.held)
        if len(self._seen) > 8 * _WATCHED:
            self._seen = self._latest()

    def _latest(self) -> dict[str, Watched]:
        """The messages to look at again: those held back, and the latest."""
        latest = set(list(self._seen)[-_WATCHED:])
        return {ident: one for ident, one in self._seen.items() if one.held or ident in latest}


def _is_same(bookmark: Bookmark, mark: FileMark) -> bool:
    same_file = (bookmark.mark.device, bookmark.mark.inode) == (mark.device, mark.inode)
    return same_file and bookmark.version == VERSION


def _state_from(bookmark: Bookmark | None) -> State:
    try:
        return _STATES.decode(bookmark.state) if bookmark and bookmark.state else State()
    except msgspec.DecodeError:
        return State()


def _trouble(path: str, kind: ProblemKind) -> Batch:
    return Batch(problems=[Problem(READER_ID, kind, 1, place_of(path, None), path)])
