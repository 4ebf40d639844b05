"""The corrections log: by how much a past day's sum changed after it was shown, and why."""

import sqlite3
from datetime import date

from outlay.domain.answers import Correction
from outlay.domain.moments import UtcMillis


def begin_correcting(connection: sqlite3.Connection, until: UtcMillis, reason: str) -> None:
    """Note the sums of every UTC day that had ended by a moment, in the file itself: a kill forgets nothing.

    Runs inside the caller's transaction, over sums that are made anew.
    """
    connection.execute(_NOTE, (reason, until, until))


def end_correcting(connection: sqlite3.Connection, moment: UtcMillis) -> int:
    """Log every noted day whose sum changed, and let go of the notes; says how many days changed.

    Runs inside the caller's transaction, over sums that are made anew. Without notes it does nothing.
    """
    changed = connection.execute(_LOG_CHANGED, (moment,)).rowcount
    connection.execute(_LOG_NEW, (moment,))
    connection.execute("delete from meta_correcting")
    return changed


def is_correcting(connection: sqlite3.Connection) -> bool:
    """Whether notes of a correction wait to be compared, because a kill came between."""
    return bool(connection.execute("select exists (select 1 from meta_correcting)").fetchone()[0])


def corrections(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """Every correction, newest first."""
    rows = connection.execute("select * from fact_corrections order by moment_ms desc, day, tool")
    return tuple(Correction(UtcMillis(row[0]), date.fromisoformat(row[1]), *row[2:]) for row in rows)


_DAY_SUMS = """
select strftime('%Y-%m-%d', quarter * 900, 'unixepoch') as day, tool, sum(requests) as requests,
    sum(list_micros) as micros
from derived_quarters
where quarter < {until} / 86400000 * 96
group by 1, 2
"""
_NOTE = f"""
insert or ignore into meta_correcting (day, tool, reason, until_ms, requests, micros)
select day, tool, ?, ?, requests, micros from ({_DAY_SUMS.format(until="?")})
"""
_NOW = _DAY_SUMS.format(until="(select max(until_ms) from meta_correcting)")
_LOG_CHANGED = f"""
insert into fact_corrections
select ?, m.day, m.tool, m.reason, m.requests, coalesce(n.requests, 0), m.micros, coalesce(n.micros, 0)
from meta_correcting m left join ({_NOW}) n using (day, tool)
where m.requests != coalesce(n.requests, 0) or m.micros != coalesce(n.micros, 0)
"""
_LOG_NEW = f"""
insert into fact_corrections
select ?, n.day, n.tool, (select max(reason) from meta_correcting), 0, n.requests, 0, n.micros
from ({_NOW}) n left join meta_correcting m using (day, tool)
where m.day is null and exists (select 1 from meta_correcting)
"""
