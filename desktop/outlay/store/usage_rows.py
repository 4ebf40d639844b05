"""Usage events as rows and back."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import SessionKey, TokenCounts, UsageEvent
from outlay.store.names import Names


class KeptEvent(NamedTuple):
    """An event, its row's number, and the file it came from: its row and when it was last written (ns)."""

    event_id: int
    event: UsageEvent
    file_id: int | None
    file_ns: int


_COLUMNS = """
    event_id, message_key, request_key, machine_id, session_id, moment_ms, model_id,
    input_uncached, cache_read, cache_write_5m, cache_write_1h, cache_write_unsplit, output, reasoning,
    folder_id, branch_id, turn, sidechain, nested, route, service_tier, speed, geography, web_searches,
    reported_micros, quality, file_ns, reported_unit, reported_units, file_id,
    stands_in
"""
_ROWS = f"into fact_usage ({_COLUMNS}) values ({', '.join('?' * 31)})"
_ADD = f"insert {_ROWS}"
_PUT = f"insert or replace {_ROWS}"

_SELECT = """
select u.event_id, u.message_key, u.request_key, s.tool, s.session, s.agent, u.moment_ms, m.name,
    u.input_uncached, u.cache_read, u.cache_write_5m, u.cache_write_1h, u.cache_write_unsplit, u.output,
    u.reasoning, f.path, b.name, u.turn, u.sidechain, u.nested, u.route, u.service_tier, u.speed,
    u.geography, u.web_searches, u.reported_micros, u.quality, u.reported_unit, u.reported_units, u.stands_in,
    u.file_id, u.file_ns
from fact_usage u
join fact_sessions s using (session_id)
join fact_models m using (model_id)
left join fact_folders f on f.folder_id = u.folder_id
left join fact_branches b on b.branch_id = u.branch_id
"""
_BY_MESSAGE = _SELECT + "where u.message_key in (select value from json_each(?))"
_BY_NUMBER = _SELECT + "where u.event_id > ? order by u.event_id limit ?"
_BY_MODEL = (
    _SELECT
    + """
join derived_costs c on c.event_id = u.event_id
where u.event_id > ? and u.model_id in (select value from json_each(?))
order by u.event_id limit ?
"""
)


def add_events(connection: sqlite3.Connection, names: Names, kept: Iterable[KeptEvent]) -> None:
    """Write rows that are new: a third quicker than rows that may replace one."""
    connection.executemany(_ADD, (_row(one, names) for one in kept))


def put_events(connection: sqlite3.Connection, names: Names, kept: Iterable[KeptEvent]) -> None:
    """Write rows; a row of the same number is replaced."""
    connection.executemany(_PUT, (_row(one, names) for one in kept))


def events_of_messages(connection: sqlite3.Connection, keys_json: str) -> Iterator[KeptEvent]:
    """Every kept copy and sibling of these message keys (a JSON list)."""
    return map(_kept, connection.execute(_BY_MESSAGE, (keys_json,)))


def counting_events_after(
    connection: sqlite3.Connection, model_ids_json: str, event_id: int, limit: int
) -> list[KeptEvent]:
    """The next counting events of some models (a JSON list of row numbers), in row order."""
    return [_kept(row) for row in connection.execute(_BY_MODEL, (event_id, model_ids_json, limit))]


def events_after(connection: sqlite3.Connection, event_id: int, limit: int) -> list[KeptEvent]:
    """The next events in row order, for walks over all of them."""
    return [_kept(row) for row in connection.execute(_BY_NUMBER, (event_id, limit))]


def _row(kept: KeptEvent, names: Names) -> tuple[object, ...]:
    event = kept.event
    return (
        kept.event_id,
        event.message_key,
        event.request_key,
        names.machine_id,
        names.session(event.session),
        event.moment,
        names.model(event.model),
        *event.tokens,
        names.folder(event.cwd),
        names.branch(event.branch),
        event.turn,
        event.sidechain,
        event.nested,
        event.route,
        event.service_tier,
        event.speed,
        event.geography,
        event.web_searches,
        event.reported_micros,
        event.quality,
        kept.file_ns,
        event.reported_unit,
        event.reported_units,
        kept.file_id,
        event.stands_in,
    )


def _kept(row: tuple[Any, ...]) -> KeptEvent:
    number, message, request, tool, session, agent, moment, model = row[:8]
    tokens, (cwd, branch, turn, sidechain, nested), rest = row[8:15], row[15:20], (*row[20:-3], bool(row[-3]))
    event = UsageEvent(
        message,
        request,
        SessionKey(tool, session, agent),
        UtcMillis(moment),
        model,
        TokenCounts(*tokens),
        cwd,
        branch,
        turn,
        bool(sidechain),
        bool(nested),
        *rest,
    )
    return KeptEvent(number, event, row[-2], row[-1])
