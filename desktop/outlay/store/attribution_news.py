"""Asks how far the facts go: what is new since attribution last looked, and what that can touch."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from outlay.domain.moments import UtcMillis
from outlay.store.attribution_facts import INCOMPLETE, OPTED_IN


class AttributionNews:
    """Questions only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def newest(self, until: UtcMillis) -> UtcMillis:
        """The moment of the newest fact that tells anything."""
        return UtcMillis(self._connection.execute(_NEWEST, (until,) * 6).fetchone()[0] or 0)

    def first_log(self) -> UtcMillis | None:
        """When the first request was made that any log tells of."""
        row = self._connection.execute("select min(moment_ms) from fact_usage").fetchone()
        return None if row[0] is None else UtcMillis(row[0])

    def sizes(self) -> dict[str, int]:
        """How many rows there are of what grows, and the highest numbers: what shows that more came."""
        row = self._connection.execute(_SIZES).fetchone()
        return dict(zip(_SIZE_NAMES, row, strict=True))

    def ground(self) -> list[Any]:
        """What everything stands on: when it changes, all has to be looked at anew."""
        return [self._connection.execute(sql).fetchall() for sql in _GROUND]

    def since(self, event: int, edit: int, commit: int, moment: UtcMillis) -> tuple[int | None, ...]:
        """The oldest moments of requests or edits, of commits, and of checkouts that came since."""
        logs = self._connection.execute(_NEW_LOGS, (event, edit)).fetchone()[0]
        commits = self._connection.execute(_NEW_COMMITS, (commit,)).fetchone()[0]
        checkouts = self._connection.execute(_NEW_CHECKOUTS, (moment,)).fetchone()[0]
        return logs, commits, checkouts

    def last_commit(self) -> UtcMillis:
        """When the newest commit was committed."""
        row = self._connection.execute("select max(committer_ms) from fact_commits").fetchone()
        return UtcMillis(row[0] or 0)

    def sessions_since(self, moment: UtcMillis) -> list[int]:
        """Sessions and subagents with a request or an edit since a moment."""
        return [number for (number,) in self._connection.execute(_SESSIONS_SINCE, (moment, moment))]

    def first_of(self, sessions: Iterable[int]) -> UtcMillis | None:
        """When the first request or edit of these sessions was made."""
        told = json.dumps(list(sessions))
        return (
            UtcMillis(row)
            if (row := self._connection.execute(_FIRST_OF, (told, told)).fetchone()[0])
            else None
        )


_NEWEST = """
select max(moment) from (
    select max(moment_ms) as moment from fact_usage where moment_ms <= ?
    union all select max(moment_ms) from fact_edits where moment_ms <= ?
    union all select max(committer_ms) from fact_commits where committer_ms <= ?
    union all select max(moment_ms) from fact_landings where moment_ms <= ?
    union all select max(merged_ms) from fact_pulls where merged_ms <= ?
    union all select max(closed_ms) from fact_pulls where closed_ms <= ?
)
"""
_SIZE_NAMES = (
    *("events", "event", "edits", "edit", "commits", "commit"),
    *("checkouts", "landings", "branches", "pushes", "pull_heads", "reverts"),
)
_SIZES = """
select (select count(*) from fact_usage), (select coalesce(max(event_id), 0) from fact_usage),
    (select count(*) from fact_edits), (select coalesce(max(edit_id), 0) from fact_edits),
    (select count(*) from fact_commits), (select coalesce(max(commit_id), 0) from fact_commits),
    (select count(*) from fact_checkouts), (select count(*) from fact_landings),
    (select count(*) from fact_branch_commits), (select count(*) from fact_pushes),
    (select count(*) from fact_pull_heads), (select count(*) from fact_landed_reverts)
"""
_GROUND = (
    f"select repository_id, key, slug, name, default_branch from fact_repositories where {OPTED_IN} order by 1",
    "select email from owner_identities order by 1",
    # The sum shows a change that was read with a clock that had been set back.
    "select count(*), max(read_ms), sum(read_ms) from fact_pulls",
    "select count(*), max(read_ms), sum(read_ms) from fact_tickets",
    "select count(*), count(undone_ms), max(act_id), max(undone_ms) from owner_acts",
    "select item, now from owner_aliases order by 1",
    "select count(*) from fact_commit_attestations",
    "select reader, max(version) from fact_log_files group by reader",
    INCOMPLETE,
)
_NEW_LOGS = """
select min(moment) from (
    select min(moment_ms) as moment from fact_usage where event_id > ?
    union all select min(moment_ms) from fact_edits where edit_id > ?
)
"""
_NEW_COMMITS = "select min(author_ms) from fact_commits where commit_id > ?"
_NEW_CHECKOUTS = "select min(moment_ms) from fact_checkouts where moment_ms > ?"
_SESSIONS_SINCE = """
select session_id from fact_usage where moment_ms >= ?
union select session_id from fact_edits where moment_ms >= ?
"""
_FIRST_OF = """
select min(moment) from (
    select min(moment_ms) as moment from fact_usage where session_id in (select value from json_each(?))
    union all select min(moment_ms) from fact_edits where session_id in (select value from json_each(?))
)
"""
