"""The corrections log: by how much a past day's sum changed after it was shown, and why."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from outlay.domain.answers import Correction
from outlay.domain.moments import UtcMillis


class DaySum(NamedTuple):
    """Requests and list value of one tool on one UTC day."""

    requests: int
    micros: int


DaySums = Mapping[tuple[str, str], DaySum]
"""By UTC day and tool."""


def day_sums(connection: sqlite3.Connection, before: UtcMillis) -> dict[tuple[str, str], DaySum]:
    """Sums of every UTC day that had ended by a moment."""
    rows = connection.execute(_SUMS, (before,))
    return {(day, tool): DaySum(requests, micros) for day, tool, requests, micros in rows}


def keep_corrections(
    connection: sqlite3.Connection, was: DaySums, now_is: DaySums, reason: str, moment: UtcMillis
) -> int:
    """Log every day whose sum changed; says how many. Runs inside the caller's transaction."""
    nothing = DaySum(0, 0)
    rows = [
        (moment, day, tool, reason, old.requests, new.requests, old.micros, new.micros)
        for day, tool in sorted(was.keys() | now_is.keys())
        if (old := was.get((day, tool), nothing)) != (new := now_is.get((day, tool), nothing))
    ]
    connection.executemany("insert into fact_corrections values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return len(rows)


def corrections(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """Every correction, newest first."""
    rows = connection.execute("select * from fact_corrections order by moment_ms desc, day, tool")
    return tuple(Correction(UtcMillis(row[0]), date.fromisoformat(row[1]), *row[2:]) for row in rows)


_SUMS = """
select strftime('%Y-%m-%d', quarter * 900, 'unixepoch') as day, tool, sum(requests), sum(list_micros)
from derived_quarters
where quarter < ? / 86400000 * 96
group by day, tool
"""
