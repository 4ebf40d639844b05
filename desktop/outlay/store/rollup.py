"""Sums per quarter-hour and hour, kept for the buckets that were touched.

Any zone's days are whole quarter-hours, most zones' are whole hours, and there are four times fewer of those.
"""

import sqlite3

from outlay.domain.moments import QUARTER_MS
from outlay.store.log_facts import PriceAll, put_costs, split_group, touch_quarters
from outlay.store.usage_rows import KeptEvent, counting_events_after, events_after

_WALK = 10_000

DETAIL = """
select u.moment_ms / 900000 as quarter, s.tool as tool, u.model_id as model_id,
    coalesce(u.folder_id, 0) as folder_id, 1 as requests,
    u.input_uncached as input_uncached, u.cache_read as cache_read, u.cache_write_5m as cache_write_5m,
    u.cache_write_1h as cache_write_1h, u.cache_write_unsplit as cache_write_unsplit, u.output as output,
    u.reasoning as reasoning, coalesce(c.list_micros, 0) as list_micros, u.reported_micros as reported_micros,
    c.list_micros is null as unpriced_requests, c.estimated as estimated_requests,
    u.moment_ms as moment_ms, s.session as session, s.root as root, b.name as branch,
    u.session_id as session_id, coalesce(u.turn, 0) as own_turn
from derived_costs c
join fact_usage u using (event_id)
join fact_sessions s using (session_id)
left join fact_branches b on b.branch_id = u.branch_id
"""
"""One row an event that counts, in the rollup's columns and those only events have."""

SUMS = """
    sum(requests), sum(input_uncached), sum(cache_read), sum(cache_write_5m), sum(cache_write_1h),
    sum(cache_write_unsplit), sum(output), sum(reasoning), sum(list_micros), sum(reported_micros),
    sum(unpriced_requests), sum(estimated_requests)
"""

_REFRESH = f"""
insert into derived_quarters
select quarter, tool, model_id, folder_id, {SUMS}
from (select quarter as touched from derived_touched_quarters)
join ({DETAIL}) on moment_ms >= touched * 900000 and moment_ms < (touched + 1) * 900000
group by quarter, tool, model_id, folder_id
"""


_FORGET_HOURS = """
delete from derived_hours where hour in (select distinct quarter / 4 from derived_touched_quarters)
"""
_REFRESH_HOURS = f"""
insert into derived_hours
select quarter / 4, tool, model_id, folder_id, {SUMS}
from (select distinct quarter / 4 as touched from derived_touched_quarters)
join derived_quarters on quarter >= touched * 4 and quarter < touched * 4 + 4
group by 1, tool, model_id, folder_id
"""


def refresh_quarters(connection: sqlite3.Connection) -> None:
    """Make the touched buckets' sums anew, inside the caller's transaction."""
    connection.execute(
        "delete from derived_quarters where quarter in (select quarter from derived_touched_quarters)"
    )
    connection.execute(_REFRESH)
    connection.execute(_FORGET_HOURS)
    connection.execute(_REFRESH_HOURS)
    connection.execute("delete from derived_touched_quarters")


def rebuild(connection: sqlite3.Connection, price_all: PriceAll) -> None:
    """Drop costs and sums and make them from the facts, inside the caller's transaction."""
    for table in ("derived_costs", "derived_quarters", "derived_hours", "derived_touched_quarters"):
        connection.execute(f"delete from {table}")
    several = {
        row[0]
        for row in connection.execute(
            "select message_key from fact_usage group by message_key having count(*) > 1"
        )
    }
    groups: dict[str, list[KeptEvent]] = {}
    last = 0
    while walked := events_after(connection, last, _WALK):
        last = walked[-1].event_id
        for kept in walked:
            if kept.event.message_key in several:
                groups.setdefault(kept.event.message_key, []).append(kept)
        put_costs(connection, [one for one in walked if one.event.message_key not in several], price_all)
    for group in groups.values():
        put_costs(connection, split_group(group)[0], price_all)
    connection.execute(
        "insert into derived_touched_quarters select distinct moment_ms / 900000 from fact_usage"
    )
    refresh_quarters(connection)


def reprice_models(connection: sqlite3.Connection, model_ids_json: str, price_all: PriceAll) -> None:
    """Price the counting events of some models anew, inside the caller's transaction.

    `model_ids_json` is a JSON list of row numbers.
    """
    last = 0
    while walked := counting_events_after(connection, model_ids_json, last, _WALK):
        last = walked[-1].event_id
        put_costs(connection, walked, price_all)
        touch_quarters(connection, {kept.event.moment // QUARTER_MS for kept in walked})
    refresh_quarters(connection)
