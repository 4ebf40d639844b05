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
    select json_extract(value, '$[0]') as model, json_extract(value, '$[1]') as begins from json_each(:own)
)
select name, coalesce(rate_id, 0) as rate,
    case when tiered then coalesce((
        select max(above_tokens) from fact_rate_tiers t
        where t.rate_id = priced.rate_id and t.above_tokens < billed
    ), 0) else 0 end as above,
    case when coalesce(rate_id, 0) = 0 then (
        select max(begins) from own where own.model = name and begins <= moment_ms
    ) end as own_from,
    searches,
    sum(input_uncached), sum(cache_read), sum(cache_write_5m), sum(cache_write_1h), sum(cache_write_unsplit),
    sum(output), count(*), sum(list_micros)
from (
    select m.name as name, c.rate_id as rate_id, c.list_micros as list_micros, u.moment_ms as moment_ms,
        coalesce(u.web_searches, 0) as searches, u.quality != 'session_total' as tiered,
        u.input_uncached, u.cache_read, u.cache_write_5m, u.cache_write_1h, u.cache_write_unsplit, u.output,
        coalesce(u.input_uncached, 0) + coalesce(u.cache_read, 0) + coalesce(u.cache_write_5m, 0)
            + coalesce(u.cache_write_1h, 0) + coalesce(u.cache_write_unsplit, 0) as billed
    from fact_usage u
    join derived_costs c using (event_id)
    join fact_sessions s using (session_id)
    join fact_models m using (model_id)
    left join fact_branches b on b.branch_id = u.branch_id
    where u.moment_ms >= :first and u.moment_ms < :after and c.list_micros is not null
        and (:tool is null or s.tool = :tool)
        and (:model is null or m.name = :model)
        and (:folders is null or coalesce(u.folder_id, 0) in (select value from json_each(:folders)))
        and (:branch is null or coalesce(b.name, '') = :branch)
        and (:session is null or s.root = :session)
) as priced
group by name, rate, above, own_from, searches
"""
_FIRST = """
select s.tool, s.root, min(u.moment_ms)
from fact_usage u join derived_costs using (event_id) join fact_sessions s using (session_id)
where u.moment_ms >= :first and u.moment_ms < :after
    and (:sessions is null or s.root in (select value from json_each(:sessions)))
group by s.tool, s.root
"""
