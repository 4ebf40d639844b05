"""Sums of counters by the price they were charged at, so that an amount can be told by kind of token."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import TokenCounts


class Among(NamedTuple):
    """Which requests. None: any; an empty text, or a 0 among the folders, stands for unknown."""

    tool: str | None = None
    model: str | None = None
    folders: tuple[int, ...] | None = None
    branch: str | None = None
    session: str | None = None


class PricedSum(NamedTuple):
    """Requests of one price row and tier. `own_from`: from when the owner's price held, None for a kept row.

    `searches` is how many each of the requests made.
    """

    model: str
    rate_id: int
    above: int
    own_from: UtcMillis | None
    searches: int
    tokens: TokenCounts
    requests: int
    list_micros: int


class KindSums:
    """Questions only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def folders(self) -> dict[str | None, int]:
        """Every folder's number; the one of none is 0."""
        rows = self._connection.execute("select path, folder_id from fact_folders")
        return {None: 0, **dict(rows.fetchall())}

    def models(self) -> tuple[str, ...]:
        """Every model as its tool writes it."""
        return tuple(name for (name,) in self._connection.execute("select name from fact_models"))

    def priced(
        self,
        first: UtcMillis,
        after: UtcMillis,
        among: Among,
        own: Mapping[str, Sequence[UtcMillis]],
    ) -> list[PricedSum]:
        """Sums of priced requests in a span. `own`: by model as tools write it, from when the owner's prices hold."""
        begins = [[model, begin] for model, every in own.items() for begin in every]
        bound = {
            "first": first,
            "after": after,
            "tool": among.tool,
            "model": among.model,
            "folders": None if among.folders is None else json.dumps(among.folders),
            "branch": among.branch,
            "session": among.session,
            "own": json.dumps(begins),
        }
        rows = self._connection.execute(_PRICED, bound)
        return [PricedSum._make((*row[:5], TokenCounts(*row[5:11]), *row[11:])) for row in rows]

    def first_requests(
        self, first: UtcMillis, after: UtcMillis, sessions: Sequence[str] | None = None
    ) -> dict[tuple[str, str], UtcMillis]:
        """By tool and session: the first request in a span of it and what it started."""
        told = None if sessions is None else json.dumps(sessions)
        rows = self._connection.execute(_FIRST, {"first": first, "after": after, "sessions": told})
        return {(tool, session): moment for tool, session, moment in rows}


_PRICED = """
with own as materialized (
    select model_id, json_extract(value, '$[1]') as begins
    from json_each(:own) join fact_models on name = json_extract(value, '$[0]')
)
select name, rate, above, own_from, searches, input_uncached, cache_read, cache_write_5m, cache_write_1h,
    cache_write_unsplit, output, requests, micros
from (
    select u.model_id as model_id, coalesce(c.rate_id, 0) as rate,
        case when u.quality != 'session_total' and c.rate_id in (select rate_id from fact_rate_tiers)
        then coalesce((
            select max(t.above_tokens) from fact_rate_tiers t
            where t.rate_id = c.rate_id and t.above_tokens < coalesce(u.input_uncached, 0)
                + coalesce(u.cache_read, 0) + coalesce(u.cache_write_5m, 0) + coalesce(u.cache_write_1h, 0)
                + coalesce(u.cache_write_unsplit, 0)
        ), 0) else 0 end as above,
        case when coalesce(c.rate_id, 0) = 0 then (
            select max(begins) from own where own.model_id = u.model_id and begins <= u.moment_ms
        ) end as own_from,
        coalesce(u.web_searches, 0) as searches,
        sum(u.input_uncached) as input_uncached, sum(u.cache_read) as cache_read,
        sum(u.cache_write_5m) as cache_write_5m, sum(u.cache_write_1h) as cache_write_1h,
        sum(u.cache_write_unsplit) as cache_write_unsplit, sum(u.output) as output, count(*) as requests,
        sum(c.list_micros) as micros
    from fact_usage u join derived_costs c using (event_id)
    where u.moment_ms >= :first and u.moment_ms < :after and c.list_micros is not null
        and (:tool is null and :session is null or u.session_id in (
            select session_id from fact_sessions
            where (:tool is null or tool = :tool) and (:session is null or root = :session)
        ))
        and (:model is null or u.model_id in (select model_id from fact_models where name = :model))
        and (:folders is null or coalesce(u.folder_id, 0) in (select value from json_each(:folders)))
        and (:branch is null or coalesce(
            (select b.name from fact_branches b where b.branch_id = u.branch_id), ''
        ) = :branch)
    group by 1, 2, 3, 4, 5
) join fact_models using (model_id)
"""
_FIRST = """
select s.tool, s.root, min(began)
from (
    select u.session_id as session_id, min(u.moment_ms) as began
    from fact_usage u join derived_costs using (event_id)
    where u.moment_ms >= :first and u.moment_ms < :after group by 1
) join fact_sessions s using (session_id)
where :sessions is null or s.root in (select value from json_each(:sessions))
group by s.tool, s.root
"""
