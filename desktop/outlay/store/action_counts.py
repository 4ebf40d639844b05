"""How much agents did in a stretch of time, counted."""

import sqlite3
from typing import NamedTuple

from outlay.domain.moments import UtcMillis

_COUNTS = """
select
    (select count(*) from fact_turns where moment_ms >= ?1 and moment_ms < ?2),
    (select count(*) from fact_edits where moment_ms >= ?1 and moment_ms < ?2 and path != ''),
    (select count(distinct call) from fact_shell where moment_ms >= ?1 and moment_ms < ?2)
"""


class Actions(NamedTuple):
    """Turns, edited files and shell calls whose outcome was read."""

    turns: int
    edits: int
    commands: int


class ActionCounts:
    """Counts over one open database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def between(self, first: UtcMillis, after: UtcMillis) -> Actions:
        """What was done from `first` until before `after`."""
        return Actions(*self._connection.execute(_COUNTS, (first, after)).fetchone())
