"""Keeps what log readers hand over: facts, bookmarks and problems, a slice at a time."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from outlay.domain.answers import Place, ReaderCard
from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import QUARTER_MS, UtcMillis
from outlay.domain.prices import Cost
from outlay.domain.problems import Problem
from outlay.domain.usage import UsageEvent
from outlay.rules.copies import better_copy, is_replay, is_same_elsewhere
from outlay.store.call_halves import CallHalves
from outlay.store.names import Names
from outlay.store.session_facts import OF_FILE, SessionFacts
from outlay.store.turn_numbers import TurnNumbers, forget_numbers
from outlay.store.usage_rows import KeptEvent, add_events, events_of_messages, put_events

PriceAll = Callable[[Sequence[UsageEvent]], Sequence[Cost]]


class FileSlice(NamedTuple):
    """A batch and the file it came from.

    `supersedes`: a better reader reads the file anew, so what an earlier one made of it goes.
    """

    reader: str
    path: str
    batch: Batch
    supersedes: bool = False

    @property
    def file_ns(self) -> int:
        """When the file was last written, in nanoseconds since 1970; 0 when it could not be opened."""
        return self.batch.bookmark.mark.mtime_ns if self.batch.bookmark else 0


class Kept(NamedTuple):
    """How many facts a slice brought and changed."""

    added: int
    changed: int


class LogFacts:
    """The writer's side of the log tables. Every method runs inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._rest = SessionFacts(connection, names)
        self._halves = CallHalves(connection, names)

    def bookmarks(self, reader: str, paths: Sequence[str] = ()) -> dict[str, Bookmark]:
        """How far each file was read, by path; of these paths alone when there are any."""
        chosen = " and path in (select value from json_each(?))"
        sql, values = (_BOOKMARKS + chosen, (reader, json.dumps(paths))) if paths else (_BOOKMARKS, (reader,))
        rows = self._connection.execute(sql, values)
        return {row[0]: Bookmark(FileMark(*row[1:5]), *row[5:]) for row in rows}

    def add(self, slices: Sequence[FileSlice], price_all: PriceAll, now: UtcMillis) -> list[Kept]:
        """Keep slices with their costs and bookmarks; says for each what it brought."""
        files = [self._keep_file(one, now) for one in slices]
        for one, file_id in zip(slices, files, strict=True):
            if one.supersedes and file_id is not None:
                self._take_back(file_id, one.batch)
                self._rest.take_back(file_id, one.batch)
                forget_numbers(self._connection, file_id)
                self._halves.forget(file_id)
        turns = TurnNumbers(self._connection, self._names)
        slices = [
            one._replace(batch=turns.numbered(one.batch, file_id))
            for one, file_id in zip(slices, files, strict=True)
        ]
        counts = self._add_events(slices, files, price_all)
        rests = [
            self._rest.add(one.batch, file_id, one.file_ns)
            for one, file_id in zip(slices, files, strict=True)
        ]
        halves = [self._halves.keep(one.batch, file_id) for one, file_id in zip(slices, files, strict=True)]
        turns.join_beginnings()
        joined = self._join_calls(set().union(*halves), price_all)
        for one in slices:
            self._keep_problems(one, now)
        kept = [Kept(kept.added + rest, kept.changed) for kept, rest in zip(counts, rests, strict=True)]
        return (
            [*kept[:-1], Kept(kept[-1].added + joined.added, kept[-1].changed + joined.changed)]
            if kept
            else []
        )

    def _join_calls(self, sessions: set[int], price_all: PriceAll) -> Kept:
        """Keep what calls came to whose results stand in other files of their sessions."""
        if not sessions:
            return Kept(0, 0)
        added = 0
        for one in self._halves.joined(sessions):
            added += self._rest.add(Batch(edits=one.edits, shell=one.shell), one.file_id, one.file_ns)
        events = self._halves.searched(sessions)
        if not events:
            return Kept(added, 0)
        (kept,) = self._add_events([FileSlice("", "", Batch(events=events))], [None], price_all)
        return Kept(added + kept.added, kept.changed)

    def keep_places(self, reader: str, places: Sequence[Place], now: UtcMillis) -> None:
        """Replace what is known of the places a reader looks at."""
        execute = self._connection.execute
        execute("delete from fact_places where reader = ?", (reader,))
        for position, place in enumerate(places):
            values = (reader, place.path, position, place.state, place.files, place.message, now)
            execute("insert or replace into fact_places values (?, ?, ?, ?, ?, ?, ?)", values)

    def keep_cards(self, cards: Sequence[ReaderCard]) -> None:
        """Replace what is known of the readers themselves."""
        self._connection.execute("delete from fact_readers")
        rows = ((*card, position) for position, card in enumerate(cards))
        self._connection.executemany("insert into fact_readers values (?, ?, ?, ?)", rows)

    def keep_probe_problems(self, reader: str, problems: Iterable[Problem], now: UtcMillis) -> None:
        """Replace what stood in the way when the reader looked for files."""
        self._connection.execute("delete from fact_log_problems where reader = ? and path = ''", (reader,))
        self._put_problems(reader, "", problems, now)

    def _add_events(
        self, slices: Sequence[FileSlice], files: Sequence[int | None], price_all: PriceAll
    ) -> list[Kept]:
        groups = self._kept_groups({event.message_key for one in slices for event in one.batch.events})
        merge = _Merge(groups, self._next_number())
        counts = []
        for one, file_id in zip(slices, files, strict=True):
            before = (len(merge.added), len(merge.changed))
            for event in one.batch.events:
                merge.take(event, file_id, one.file_ns)
            counts.append(Kept(len(merge.added) - before[0], max(0, len(merge.changed) - before[1])))
        add_events(self._connection, self._names, merge.added.values())
        put_events(self._connection, self._names, merge.changed.values())
        self._price(merge.outcome(), merge, price_all)
        return counts

    def _kept_groups(self, keys: set[str]) -> dict[str, dict[str, KeptEvent]]:
        groups: dict[str, dict[str, KeptEvent]] = {}
        if keys:
            for kept in events_of_messages(self._connection, json.dumps(list(keys))):
                groups.setdefault(kept.event.message_key, {})[kept.event.request_key] = kept
        return groups

    def _next_number(self) -> int:
        return int(
            self._connection.execute("select coalesce(max(event_id), 0) + 1 from fact_usage").fetchone()[0]
        )

    def _price(self, touched: Sequence[KeptEvent], merge: "_Merge", price_all: PriceAll) -> None:
        counted, replays = merge.split_replays(touched)
        self._connection.executemany(
            "delete from derived_costs where event_id = ?", ((kept.event_id,) for kept in replays)
        )
        put_costs(self._connection, counted, price_all)
        quarters = {kept.event.moment // QUARTER_MS for kept in (*counted, *replays)} | merge.left_quarters
        touch_quarters(self._connection, quarters)

    def _keep_problems(self, one: FileSlice, now: UtcMillis) -> None:
        """Add what could not be read; a file read anew, or not opened at all, begins its count anew."""
        if one.batch.replaces or one.batch.bookmark is None:
            self._connection.execute(_FORGET_PROBLEMS, (one.reader, one.path))
        else:
            self._connection.execute(_FORGET_CLOSED, (one.reader, one.path))
        self._put_problems(one.reader, one.path, one.batch.problems, now)

    def _put_problems(self, reader: str, path: str, problems: Iterable[Problem], now: UtcMillis) -> None:
        rows = ((reader, path, one.kind, one.times, one.example, now) for one in problems)
        self._connection.executemany(_PROBLEM, rows)

    def forget_problems_elsewhere(self, reader: str, paths: Iterable[str]) -> None:
        """Drop the problems of files that are not there any more."""
        self._connection.execute(_FORGET_ELSEWHERE, (reader, json.dumps(list(paths))))

    def _keep_file(self, one: FileSlice, now: UtcMillis) -> int | None:
        """Keep how far a file was read; its row, None for a file that could not be opened."""
        bookmark = one.batch.bookmark
        if bookmark is None:
            return None
        values = (self._names.machine_id, one.reader, one.path, *bookmark.mark, *bookmark[1:], now)
        return int(self._connection.execute(_BOOKMARK, values).fetchone()[0])

    def _take_back(self, file_id: int, batch: Batch) -> None:
        """Drop the requests an earlier reading made of a file; the better one hands them over anew."""
        sessions = json.dumps([self._names.session(fact.session) for fact in batch.sessions])
        for sql in (_TOUCH_QUARTERS_OF_FILE, _FORGET_COSTS_OF_FILE, _FORGET_EVENTS_OF_FILE):
            self._connection.execute(sql, (file_id, sessions))


class _Merge:
    """Puts new events beside kept ones by the rule of copies, and remembers what changed."""

    def __init__(self, groups: dict[str, dict[str, KeptEvent]], next_number: int) -> None:
        self._groups = groups
        self._next = next_number
        self.added: dict[int, KeptEvent] = {}
        self.changed: dict[int, KeptEvent] = {}
        self.left_quarters: set[int] = set()

    def take(self, event: UsageEvent, file_id: int | None, file_ns: int) -> None:
        """Put one event of a file last written at `file_ns` beside what is kept."""
        group = self._groups.setdefault(event.message_key, {})
        kept = group.get(event.request_key)
        if kept is None:
            group[event.request_key] = self.added[self._next] = KeptEvent(self._next, event, file_id, file_ns)
            self._next += 1
            return
        older_original = file_ns < kept.file_ns and is_same_elsewhere(kept.event, event)
        better = better_copy(event, kept.event) if older_original else better_copy(kept.event, event)
        if better == kept.event:
            return
        self.left_quarters.add(kept.event.moment // QUARTER_MS)
        origin = kept[2:] if better.session == kept.event.session else (file_id, file_ns)
        group[event.request_key] = merged = KeptEvent(kept.event_id, better, *origin)
        (self.added if kept.event_id in self.added else self.changed)[kept.event_id] = merged

    def outcome(self) -> list[KeptEvent]:
        """Every event that is new or different now."""
        return [*self.added.values(), *self.changed.values()]

    def split_replays(self, touched: Sequence[KeptEvent]) -> tuple[list[KeptEvent], list[KeptEvent]]:
        """The touched events and their siblings: those that count, and those that repeat another request."""
        counted, replays = [], []
        done: set[str] = set()
        for kept in touched:
            key = kept.event.message_key
            group = self._groups[key]
            if len(group) == 1:
                counted.append(kept)
            elif key not in done:
                done.add(key)
                first, second = split_group(list(group.values()))
                counted += first
                replays += second
        return counted, replays


def split_group(group: Sequence[KeptEvent]) -> tuple[list[KeptEvent], list[KeptEvent]]:
    """Events of one message key: those that count, and those that repeat a sibling."""
    replays = [
        one for one in group if any(is_replay(one.event, other.event) for other in group if other is not one)
    ]
    return [one for one in group if one not in replays], replays


def put_costs(connection: sqlite3.Connection, kept: Sequence[KeptEvent], price_all: PriceAll) -> None:
    """Price events and keep what they come to."""
    costs = price_all([one.event for one in kept])
    rows = ((one.event_id, *cost) for one, cost in zip(kept, costs, strict=True))
    connection.executemany("insert or replace into derived_costs values (?, ?, ?, ?)", rows)


def touch_quarters(connection: sqlite3.Connection, quarters: Iterable[int]) -> None:
    """Mark buckets whose sums are to be made anew."""
    connection.executemany(
        "insert or ignore into derived_touched_quarters values (?)", ((quarter,) for quarter in quarters)
    )


_BOOKMARKS = """
select path, device, inode, size, mtime_ns, offset, line, head, state, version
from fact_log_files where reader = ?
"""
_BOOKMARK = """
insert into fact_log_files
    (machine_id, reader, path, device, inode, size, mtime_ns, offset, line, head, state, version, read_ms)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (reader, path) do update set
    device = excluded.device, inode = excluded.inode, size = excluded.size, mtime_ns = excluded.mtime_ns,
    offset = excluded.offset, line = excluded.line, head = excluded.head, state = excluded.state,
    version = excluded.version, read_ms = excluded.read_ms
returning file_id
"""
_TOUCH_QUARTERS_OF_FILE = f"""
insert or ignore into derived_touched_quarters select distinct moment_ms / 900000 from fact_usage where {OF_FILE}
"""
_FORGET_COSTS_OF_FILE = f"""
delete from derived_costs where event_id in (select event_id from fact_usage where {OF_FILE})
"""
_FORGET_EVENTS_OF_FILE = f"delete from fact_usage where {OF_FILE}"
_FORGET_PROBLEMS = "delete from fact_log_problems where reader = ? and path = ?"
_FORGET_CLOSED = _FORGET_PROBLEMS + " and kind in ('unreadable', 'vanished', 'held')"
_FORGET_ELSEWHERE = """
delete from fact_log_problems
where reader = ? and path != '' and path not in (select value from json_each(?))
"""
_PROBLEM = """
insert into fact_log_problems values (?, ?, ?, ?, ?, ?)
on conflict do update set times = times + excluded.times, example = excluded.example, seen_ms = excluded.seen_ms
"""
