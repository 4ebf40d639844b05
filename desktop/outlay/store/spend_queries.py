"""Sums of usage: from the quarter-hour buckets where they suffice, from the events where they do not."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from outlay.domain.attribution import TurnKey
from outlay.domain.moments import QUARTER_MS, UtcMillis
from outlay.domain.usage import SessionKey, TokenCounts
from outlay.store.rollup import DETAIL, SUMS

_FROM_EVENTS = f"spans cross join ({DETAIL}) as used on moment_ms >= first and moment_ms < after"
"""`cross join` holds SQLite to the written order: spans first, then what lies in them."""

_FROM_SESSION = f"""
spans cross join (select session_id as wanted from fact_sessions where root = ?2)
cross join ({DETAIL}) as used on used.session_id = wanted and +moment_ms >= first and +moment_ms < after
"""
"""A plus keeps SQLite from walking all that happened in the span: a session has few requests."""

_SUMS_OF_EVENTS = """
    count(*) as requests, sum(u.input_uncached) as input_uncached, sum(u.cache_read) as cache_read,
    sum(u.cache_write_5m) as cache_write_5m, sum(u.cache_write_1h) as cache_write_1h,
    sum(u.cache_write_unsplit) as cache_write_unsplit, sum(u.output) as output, sum(u.reasoning) as reasoning,
    coalesce(sum(c.list_micros), 0) as list_micros, sum(u.reported_micros) as reported_micros,
    sum(c.list_micros is null) as unpriced_requests, sum(c.estimated) as estimated_requests
"""


def _from_summed(keys: Sequence[str]) -> str:
    """Events summed by numbers first: texts are then looked up and compared for a few rows, not for every event."""
    wanted = [key for key in _NUMBER if key in keys]
    numbers = "".join(f", {_NUMBER[key]}" for key in wanted)
    absent = "".join(
        f", null as {number.split()[-1]}" for key, number in _NUMBER.items() if key not in wanted
    )
    groups = ", ".join(str(at + 1) for at in range(len(wanted) + 2))
    return f"""
    (
        select label, summed.session_id as session_id, s.tool as tool, s.root as root, b.name as branch,
            summed.model_id as model_id, summed.folder_id as folder_id, own_turn, requests, input_uncached,
            cache_read, cache_write_5m, cache_write_1h, cache_write_unsplit, output, reasoning, list_micros,
            reported_micros, unpriced_requests, estimated_requests
        from (
            select label, u.session_id as session_id{numbers}{absent}, {_SUMS_OF_EVENTS}
            from spans
            cross join fact_usage u on u.moment_ms >= first and u.moment_ms < after
            cross join derived_costs c using (event_id)
            group by {groups}
        ) as summed
        join fact_sessions s using (session_id)
        left join fact_branches b on b.branch_id = summed.branch_id
    ) as used
    """


class _Bucket(NamedTuple):
    """One size of kept sums: its length in milliseconds, and where to sum from it and from what is touched."""

    length: int
    kept: str
    touched: str


def _bucket(length: int, table: str, column: str) -> _Bucket:
    touched = f"select distinct quarter / {length // QUARTER_MS} as touched from derived_touched_quarters"
    return _Bucket(
        length,
        f"""
        spans cross join {table} on {column} >= first / {length} and {column} < after / {length}
        where {column} not in ({touched})
        """,
        f"""
        spans cross join ({touched}) on touched >= first / {length} and touched < after / {length}
        cross join ({DETAIL}) on moment_ms >= touched * {length} and moment_ms < (touched + 1) * {length}
        """,
    )


_BUCKETS = (
    _bucket(4 * QUARTER_MS, "derived_hours", "hour"),
    _bucket(QUARTER_MS, "derived_quarters", "quarter"),
)
"""The largest first."""


class Span(NamedTuple):
    """A labelled half-open stretch of time."""

    label: str
    first: UtcMillis
    after: UtcMillis


class SpendCell(NamedTuple):
    """Sums of one combination of the keys asked for; a key not asked for is None."""

    span: str
    tool: str | None
    model: str | None
    folder: str | None
    session: str | None
    branch: str | None
    requests: int
    tokens: TokenCounts
    list_micros: int
    reported_micros: int | None
    unpriced_requests: int
    estimated_requests: int
    turn: TurnKey | None = None


class _Names(NamedTuple):
    """The texts of the numbers in the keys asked for."""

    models: dict[int, str]
    folders: dict[int, str]

    @classmethod
    def of(cls, connection: sqlite3.Connection, keys: Sequence[str]) -> "_Names":
        """Those of these keys; none for a key not asked for."""
        models = "select model_id, name from fact_models" if "model" in keys else _NONE
        folders = "select folder_id, path from fact_folders" if "folder" in keys else _NONE
        return cls(dict(connection.execute(models).fetchall()), dict(connection.execute(folders).fetchall()))


class SpendQueries:
    """The reader's side of usage. Nothing here writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def cells(
        self, keys: Sequence[str], spans: Sequence[Span], until: UtcMillis | None, session: str | None = None
    ) -> Iterator[SpendCell]:
        """Sums by span and keys (of tool, model, folder, session, branch, turn), events after `until` left out.

        With a session, those of it and its subagents alone. One combination may come in several cells; the caller
        adds them.
        """
        names = _Names.of(self._connection, keys)
        rest = _clipped(spans, until)
        if session is not None:
            yield from self._sum(keys, rest, _FROM_SESSION, names, session)
            return
        if _ONLY_EVENTS_HAVE.isdisjoint(keys):
            touched = self.some_touched()
            for bucket in _BUCKETS:
                whole, rest = _split(rest, bucket.length)
                for source in (bucket.kept, bucket.touched)[: 1 + touched]:
                    yield from self._sum(keys, whole, source, names)
            yield from self._sum(keys, rest, _FROM_EVENTS, names)
        else:
            yield from self._sum(keys, rest, _from_summed(keys), names)

    def last_events(self, tools: Iterable[str]) -> dict[str, UtcMillis]:
        """The newest counting event of each of these tools, of those that have any."""
        newest = ((tool, self._newest_quarter(tool)) for tool in tools)
        return {tool: self._last_in(tool, quarter) for tool, quarter in newest if quarter is not None}

    def _newest_quarter(self, tool: str) -> int | None:
        if not self._connection.execute(_EVER_RAN, (tool,)).fetchone()[0]:
            return None  # All quarters would be walked for nothing.
        row = self._connection.execute(_NEWEST_QUARTER, (tool,)).fetchone()
        return None if row is None else row[0]

    def _last_in(self, tool: str, quarter: int) -> UtcMillis:
        sql = f"select max(moment_ms) from ({DETAIL}) where +tool = ? and moment_ms >= ?"
        return UtcMillis(self._connection.execute(sql, (tool, quarter * QUARTER_MS)).fetchone()[0] or 0)

    def first_event(self) -> UtcMillis | None:
        """The oldest event there is."""
        return self._connection.execute("select min(moment_ms) from fact_usage").fetchone()[0]  # type: ignore[no-any-return]

    def newest_event(self) -> UtcMillis | None:
        """The newest event there is."""
        return self._connection.execute("select max(moment_ms) from fact_usage").fetchone()[0]  # type: ignore[no-any-return]

    def running(self, since: UtcMillis, until: UtcMillis) -> tuple[SessionKey, str | None, UtcMillis] | None:
        """The session of the newest event in a stretch, its folder and that event's moment."""
        row = self._connection.execute(_RUNNING, (since, until)).fetchone()
        return None if row is None else (SessionKey(row[0], row[1]), row[2], row[3])

    def session_sums(self, key: SessionKey, until: UtcMillis) -> tuple[int, int, int]:
        """Requests of a session with its subagents, their list value, and how many have no price."""
        row = self._connection.execute(_OF_SESSION, (key.tool, key.session, until)).fetchone()
        return (row[0], row[1], row[2])

    def folders(self) -> tuple[str, ...]:
        """Every folder the logs name, those most used in the last season first."""
        rows = self._connection.execute(_USED_FOLDERS)
        return tuple(row[0] for row in rows)

    def unpriced_models(self) -> list[tuple[str, int]]:
        """Models without a known price, and how many of their requests count."""
        return self._connection.execute(_UNPRICED).fetchall()

    def _sum(
        self,
        keys: Sequence[str],
        spans: Sequence[Span],
        source: str,
        names: _Names,
        session: str | None = None,
    ) -> Iterator[SpendCell]:
        if not spans:
            return
        columns = ", ".join(column if key in keys else "null" for key, column in _COLUMN.items())
        groups = ", ".join(["label", *(_COLUMN[key] for key in keys)])
        launched = _LAUNCHED if "turn" in keys else ""
        sql = f"""
            with spans(label, first, after) as materialized (
                select json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
                from json_each(?1)
            )
            select label, {columns}, {SUMS} from {source} {launched} group by {groups}
        """
        bound = (json.dumps(spans),) if session is None else (json.dumps(spans), session)
        for row in self._connection.execute(sql, bound):
            yield SpendCell(
                row[0],
                row[1],
                names.models.get(row[2]),
                names.folders.get(row[3]),
                row[4],
                row[5],
                row[7],
                TokenCounts(*row[8:15]),
                row[15],
                row[16],
                row[17],
                row[18],
                TurnKey(*map(int, row[6].split())) if row[6] else None,
            )

    def some_touched(self) -> bool:
        """Whether sums wait to be made anew."""
        return bool(
            self._connection.execute("select exists (select 1 from derived_touched_quarters)").fetchone()[0]
        )


def _clipped(spans: Sequence[Span], until: UtcMillis | None) -> list[Span]:
    """The parts of spans up to `until`, itself inside."""
    high = _LAST if until is None else until + 1
    cut = (Span(s.label, s.first, UtcMillis(min(s.after, high))) for s in spans)
    return [span for span in cut if span.first < span.after]


def _split(spans: Sequence[Span], length: int) -> tuple[list[Span], list[Span]]:
    """What spans hold of whole buckets, and what stands over at their ends."""
    whole, over = [], []
    for span in spans:
        low, high = -(-span.first // length) * length, span.after // length * length
        if low < high:
            whole.append(Span(span.label, UtcMillis(low), UtcMillis(high)))
            over.append(Span(span.label, span.first, UtcMillis(low)))
            over.append(Span(span.label, UtcMillis(high), span.after))
        else:
            over.append(span)
    return whole, [span for span in over if span.first < span.after]


_COLUMN = {
    "tool": "tool",
    "model": "model_id",
    "folder": "folder_id",
    "session": "root",
    "branch": "branch",
    "turn": "coalesce(launched.root_id, used.session_id) || ' ' || coalesce(launched.turn, own_turn)",
}
_NUMBER = {
    "model": "u.model_id as model_id",
    "folder": "coalesce(u.folder_id, 0) as folder_id",
    "branch": "u.branch_id as branch_id",
    "turn": "coalesce(u.turn, 0) as own_turn",
}
"""What stands in an event for each key that its session does not tell."""

_ONLY_EVENTS_HAVE = frozenset(("session", "branch", "turn"))
_LAUNCHED = "left join derived_subagents launched on launched.session_id = used.session_id"
"""Which turn launched a subagent: its requests belong to that one."""

_LAST = 1 << 62
_NONE = "select 0, 0 where false"
_EVER_RAN = "select exists (select 1 from fact_sessions where tool = ?)"
_NEWEST_QUARTER = "select quarter from derived_quarters where tool = ? order by quarter desc limit 1"
_RUNNING = """
select s.tool, s.root, f.path, u.moment_ms
from fact_usage u join derived_costs c using (event_id) join fact_sessions s using (session_id)
left join fact_folders f on f.folder_id = u.folder_id
where u.moment_ms > ? and u.moment_ms <= ?
order by u.moment_ms desc limit 1
"""
_OF_SESSION = """
select count(*), coalesce(sum(c.list_micros), 0), coalesce(sum(c.list_micros is null), 0)
from fact_sessions s
join fact_usage u using (session_id)
join derived_costs c using (event_id)
where s.tool = ? and s.root = ? and u.moment_ms <= ?
"""
_USED_FOLDERS = """
select path from fact_folders
left join (
    select folder_id, sum(requests) as used from derived_hours
    where hour > (select max(hour) - 90 * 24 from derived_hours) group by folder_id
) using (folder_id)
order by used desc nulls last, path
"""
_UNPRICED = """
select name, unpriced from fact_models
join (
    select model_id, sum(unpriced_requests) as unpriced from derived_hours
    where unpriced_requests > 0 group by model_id
) using (model_id)
order by unpriced desc
"""
