"""Streams what the rules of patterns look at, one agent of one session at a time."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.patterns import Call, Run
from outlay.domain.prices import Cost
from outlay.domain.usage import SessionKey, ShellKind, TokenCounts, UsageEvent
from outlay.rules.loops import FEWEST, asked_by

_OUTCOMES = (ShellKind.FAILED, ShellKind.RECOVERED)


class Stretch(NamedTuple):
    """Moments from `first` on and before `after`. Nothing is known yet of what came after `until`."""

    first: int
    after: int
    until: int


class PricedEvent(NamedTuple):
    """A request as prices see it, the number of its row, the session that started it all, and its list value."""

    number: int
    root: str
    event: UsageEvent
    cost: Cost


class TurnRuns(NamedTuple):
    """Runs of commands that failed often, by one agent in one turn, and the session that started it all."""

    tool: str
    root: str
    runs: list[Run]


class PatternFacts:
    """The reader's side of patterns. Nothing here writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def calls(self, stretch: Stretch) -> Iterator[Iterator[Call]]:
        """Counting requests before a stretch's end, by agent and model, in order of time.

        Of the agents whose session asked within the stretch. Each inner iterator is to be used up before the next.
        """
        rows = self._connection.execute(_CALLS, (*stretch[:2], stretch.after))
        for _, of_agent in groupby(rows, key=itemgetter(0, 1, 2)):
            yield map(_call, of_agent)

    def runs(self, stretch: Stretch) -> Iterator[TurnRuns]:
        """Runs of commands that failed often enough for a loop, those beyond the stretch as well.

        Whether a run is one of a loop is told by those before and after it; of a turn within the stretch, all is said.
        """
        rows = self._connection.execute(_RUNS, (*_OUTCOMES, stretch.until, *_OUTCOMES, FEWEST, *stretch[:2]))
        for (session, tool, root), of_session in groupby(rows, key=itemgetter(0, 1, 2)):
            requests = self._connection.execute(_REQUESTS, (session, stretch.until)).fetchall()
            for _, of_turn in groupby(of_session, key=itemgetter(3)):
                yield TurnRuns(tool, root, [_run(row, requests) for row in of_turn])

    def priced(self, numbers: Iterable[int], stretch: Stretch) -> Iterator[PricedEvent]:
        """Those of some requests, by the numbers of their rows, that were answered within a stretch."""
        rows = self._connection.execute(_PRICED, (json.dumps(list(numbers)), *stretch[:2]))
        return map(_priced, rows)


def _call(row: tuple[Any, ...]) -> Call:
    return Call(row[3], row[4], TokenCounts(*row[6:]), row[5])


def _run(row: tuple[Any, ...], requests: list[tuple[UtcMillis, int]]) -> Run:
    command, call, moment, failed = row[4:]
    return Run(command, call, moment, bool(failed), asked_by(requests, moment))


def _priced(row: tuple[Any, ...]) -> PricedEvent:
    number, tool, root, moment, model, tier, speed, geography, searches, quality = row[:10]
    event = UsageEvent(
        message_key="",
        request_key="",
        session=SessionKey(tool, root),
        moment=moment,
        model=model,
        tokens=TokenCounts(*row[13:]),
        service_tier=tier,
        speed=speed,
        geography=geography,
        web_searches=searches,
        quality=quality,
    )
    return PricedEvent(number, root, event, Cost(row[10], bool(row[11]), row[12]))


_COUNTERS = """
    u.input_uncached, u.cache_read, u.cache_write_5m, u.cache_write_1h, u.cache_write_unsplit
"""
_CALLS = f"""
select u.session_id, u.sidechain, u.model_id, u.event_id, u.moment_ms, u.quality, {_COUNTERS}
from fact_usage u join derived_costs using (event_id)
where u.session_id in (select session_id from fact_usage where moment_ms >= ? and moment_ms < ?)
and u.moment_ms < ?
order by u.session_id, u.sidechain, u.model_id, u.moment_ms, u.message_key, u.request_key
"""
_RUNS = """
select r.session_id, s.tool, s.root, r.turn, r.value, r.call, r.moment_ms, r.kind = 'failed_command'
from fact_shell r join fact_sessions s using (session_id)
where r.kind in (?, ?) and r.moment_ms <= ?
and (r.session_id, coalesce(r.turn, 0), r.value) in (
    select session_id, coalesce(turn, 0), value from fact_shell where kind in (?, ?)
    group by session_id, turn, value
    having sum(kind = 'failed_command') >= ? and max(moment_ms) >= ? and min(moment_ms) < ?
)
order by r.session_id, r.turn, r.moment_ms, r.call
"""
_REQUESTS = """
select moment_ms, event_id from fact_usage join derived_costs using (event_id)
where session_id = ? and moment_ms <= ?
order by moment_ms, message_key, request_key
"""
_PRICED = f"""
select u.event_id, s.tool, s.root, u.moment_ms, m.name, u.service_tier, u.speed, u.geography, u.web_searches,
    u.quality, c.list_micros, c.estimated, c.rate_id, {_COUNTERS}, u.output, u.reasoning
from fact_usage u
join derived_costs c using (event_id)
join fact_sessions s using (session_id)
join fact_models m using (model_id)
where u.event_id in (select value from json_each(?)) and u.moment_ms >= ? and u.moment_ms < ?
"""
