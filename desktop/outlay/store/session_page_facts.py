"""Fetches what one session's page shows, by the numbers of its session and subagents: never the whole of a table."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem

HASH_BYTES = 8


class SessionHead(NamedTuple):
    """A session's own row, with the names it refers to."""

    number: int
    started: UtcMillis | None
    folder: str | None
    branch: str | None
    version: str | None


class AgentSums(NamedTuple):
    """Requests of one agent of the session."""

    agent: str
    turn: int | None
    first: UtcMillis
    last: UtcMillis
    requests: int
    list_micros: int
    unpriced: int


class SessionPageFacts:
    """Questions only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def head(self, tool: str, session: str) -> SessionHead | None:
        """What is known of a session; None when it is not there."""
        row = self._connection.execute(_HEAD, (tool, session)).fetchone()
        return None if row is None else SessionHead(*row)

    def numbers(self, tool: str, session: str) -> list[int]:
        """The session and everything it started."""
        return [number for (number,) in self._connection.execute(_NUMBERS, (tool, session))]

    def launched(self, numbers: Sequence[int]) -> frozenset[int]:
        """Those of which it is known which turn launched them."""
        return frozenset(one for (one,) in self._connection.execute(_LAUNCHED, (json.dumps(numbers),)))

    def agents(self, numbers: Sequence[int], until: UtcMillis) -> list[AgentSums]:
        """Requests by agent, in order of their first."""
        return [AgentSums(*row) for row in self._connection.execute(_AGENTS, (json.dumps(numbers), until))]

    def branches(self, numbers: Sequence[int], until: UtcMillis) -> tuple[str, ...]:
        """Branches its requests ran on, in order of their first."""
        rows = self._connection.execute(_BRANCHES, (json.dumps(numbers), until))
        return tuple(name for (name,) in rows)

    def edits(self, numbers: Sequence[int], until: UtcMillis) -> list[tuple[str, int, int, int]]:
        """By path: edits, lines added, lines removed; most lines first. An empty path: text that was only shown."""
        return self._connection.execute(_EDITS, (json.dumps(numbers), until)).fetchall()

    def logs(self, numbers: Sequence[int]) -> list[tuple[str, str, UtcMillis]]:
        """Reader, path and last reading of every file its facts came from."""
        return self._connection.execute(_LOGS, (json.dumps(numbers),)).fetchall()

    def problems(self, paths: Sequence[str]) -> tuple[Problem, ...]:
        """What could not be read of some log files."""
        rows = self._connection.execute(_PROBLEMS, (json.dumps(paths),))
        return tuple(Problem(*row) for row in rows)


_THESE = "(select value from json_each(?1))"
_HEAD = """
select session_id, started_ms, path, name, version from fact_sessions
left join fact_folders using (folder_id) left join fact_branches using (branch_id)
where tool = ? and session = ? order by agent limit 1
"""
_NUMBERS = """
select session_id from fact_sessions where tool = ?1 and root = ?2
union select session_id from fact_sessions where tool = ?1 and session = ?2
"""
_LAUNCHED = f"select session_id from derived_subagents where session_id in {_THESE}"
_AGENTS = """
select case when s.session = s.root then s.agent else coalesce(nullif(s.agent, ''), s.session) end as named,
    max(a.turn), min(u.moment_ms), max(u.moment_ms), count(*), coalesce(sum(c.list_micros), 0),
    sum(c.list_micros is null)
from json_each(?1) t cross join fact_usage u on u.session_id = t.value join derived_costs c using (event_id)
join fact_sessions s using (session_id) left join derived_subagents a using (session_id)
where u.moment_ms <= ?2 group by named order by named != '', 3, named
"""
_BRANCHES = """
select name from json_each(?1) t cross join fact_usage u on u.session_id = t.value
join derived_costs using (event_id) join fact_branches using (branch_id)
where moment_ms <= ?2 group by name order by min(moment_ms), name
"""
_EDITS = f"""
select e.path, count(*), sum(length(added) / {HASH_BYTES}) as lines, sum(length(removed) / {HASH_BYTES})
from json_each(?1) t cross join fact_edits e on e.session_id = t.value
where moment_ms <= ?2 group by e.path order by lines desc, e.path
"""
_LOGS = f"""
select reader, path, read_ms from fact_log_files where file_id in (
    select file_id from fact_usage where session_id in {_THESE}
    union select file_id from fact_turns where session_id in {_THESE}
) order by path
"""
_PROBLEMS = f"""
select reader, kind, times, example, path from fact_log_problems where path in {_THESE} order by path, kind
"""
