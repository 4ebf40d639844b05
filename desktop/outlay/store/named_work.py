"""Looks up what the owner names by hand: sessions by the beginning of their id, turns, and items by their key."""

import re
import sqlite3

from outlay.domain.own_words import NamedSession

_PULL = re.compile(r"pr:(.+)#(\d+)")
_TICKET = re.compile(r"ticket:(.+)")
_COMMIT = re.compile(r"commit:(.+)@([0-9a-f]+)")


class NamedWork:
    """Answers by name; nothing is written here."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def sessions(self, beginning: str) -> tuple[NamedSession, ...]:
        """Sessions whose id, or `tool/id`, begins so; the one with exactly this id alone when there is one."""
        found = tuple(NamedSession(*row) for row in self._connection.execute(_SESSIONS, (beginning,)))
        exact = tuple(one for one in found if beginning in {one.session, f"{one.tool}/{one.session}"})
        return exact or found

    def last_turn(self, tool: str, session: str) -> int | None:
        """The highest number of a session's turns; None when none is known."""
        row = self._connection.execute(_LAST_TURN, {"tool": tool, "session": session}).fetchone()
        return None if row[0] is None else int(row[0])

    def item(self, named: str) -> str | None:
        """An item by its key, in any case and with a commit's id cut short; None when it is not known, or not one."""
        found = self._items(named)
        return found[0] if len(found) == 1 else None

    def _items(self, named: str) -> list[str]:
        """Keys of what is meant: of the items that were made, else of the facts they are made of."""
        made = self._rows(_MADE_COMMITS if _COMMIT.fullmatch(named) else _MADE, (named,))
        return made or self._rows(_OWN, (named,)) or self._facts(named)

    def _facts(self, named: str) -> list[str]:
        if pull := _PULL.fullmatch(named):
            return self._rows(_PULLS, (pull[1].lower(), int(pull[2])))
        if ticket := _TICKET.fullmatch(named):
            return self._rows(_TICKETS, (ticket[1],))
        if commit := _COMMIT.fullmatch(named):
            return self._rows(_COMMITS, (commit[2], commit[1].lower()))
        return []

    def _rows(self, sql: str, values: tuple[str | int, ...]) -> list[str]:
        return [row[0] for row in self._connection.execute(sql, values)]


_SESSIONS = """
select tool, session, coalesce(max(case agent when '' then root end), max(root)) from fact_sessions
where substr(session, 1, length(?1)) = ?1 or substr(tool || '/' || session, 1, length(?1)) = ?1
group by tool, session order by tool, session
"""
_LAST_TURN = """
select max(number) from (
    select max(number) as number from fact_turns join fact_sessions using (session_id)
    where tool = :tool and root = :session
    union all
    select max(turn) from fact_usage join fact_sessions using (session_id) where tool = :tool and root = :session
)
"""
_MADE = "select item from derived_items where item = ? collate nocase limit 2"
_MADE_COMMITS = "select item from derived_items where substr(item, 1, length(?1)) = ?1 collate nocase limit 2"
_OWN = """
select item from owner_items join owner_acts using (act_id, item)
where item = ? collate nocase and undone_ms is null
"""
_PULLS = "select 'pr:' || repository || '#' || number from fact_pulls where place = ? and number = ?"
_TICKETS = "select distinct 'ticket:' || key from fact_tickets where key = ? collate nocase limit 2"
_COMMITS = """
select distinct 'commit:' || coalesce(slug, name) || '@' || sha
from fact_commits join fact_repositories using (repository_id)
where substr(sha, 1, length(?1)) = ?1 and lower(coalesce(slug, name)) = ?2 limit 2
"""
