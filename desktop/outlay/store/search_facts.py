"""Finds names by a piece of text, in tables that are small: items, sessions, folders, branches, models."""

import json
import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from outlay.domain.attribution import ItemFacts
from outlay.domain.moments import UtcMillis


class FoundItem(NamedTuple):
    """An item whose title, key or ticket holds the text; `tickets` are the keys it names."""

    item: str
    title: str
    repository: str | None
    moment: UtcMillis | None
    tickets: tuple[str, ...]


class FoundSession(NamedTuple):
    """A root session: its tool, its folder and its branch."""

    tool: str
    session: str
    folder: str | None
    branch: str | None
    moment: UtcMillis | None


class SearchFacts:
    """Questions only. `like` patterns are escaped with a backslash."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def items(self, text: str, most: int) -> list[FoundItem]:
        """Items, tickets and the owner's own, newest first."""
        rows = self._connection.execute(_ITEMS, (_inside(text), most, _inside(json.dumps(text)[1:-1])))
        return [
            FoundItem(item, title, repository, moment, _keys(tickets))
            for item, title, repository, moment, tickets in rows
        ]

    def tickets(self, keys: Collection[str]) -> dict[str, str]:
        """The titles of these tickets, as far as a tracker told of them."""
        rows = self._connection.execute(_TICKETS, (json.dumps(sorted(keys)),))
        return dict(rows.fetchall())

    def sessions(self, text: str, most: int) -> list[FoundSession]:
        """Sessions by the beginning of their id, or by a piece of their folder or branch, newest first."""
        bound = (_escaped(text) + "%", _inside(text), most)
        return [FoundSession(*row) for row in self._connection.execute(_SESSIONS, bound)]

    def models(self, text: str, most: int) -> list[str]:
        """Models by a piece of their name."""
        rows = self._connection.execute(_MODELS, (_inside(text), most))
        return [name for (name,) in rows]


def _keys(tickets: str | None) -> tuple[str, ...]:
    return tuple(json.loads(tickets)) if tickets else ()


def _inside(text: str) -> str:
    return f"%{_escaped(text)}%"


def _escaped(text: str) -> str:
    for sign in ("\\", "%", "_"):
        text = text.replace(sign, "\\" + sign)
    return text


_AT = {field: f"'$[{number}]'" for number, field in enumerate(ItemFacts._fields)}
_MOVED = f"coalesce(json_extract(body, {_AT['active']}), json_extract(body, {_AT['landed']}))"
_ITEMS = f"""
select item, title, repository, moved, kept from (
    select item, json_extract(body, {_AT["title"]}) as title, json_extract(body, {_AT["repository"]}) as repository,
        {_MOVED} as moved, json_extract(body, {_AT["tickets"]}) as tickets,
        json_extract(body, {_AT["tickets"]}) as kept
    from derived_items where body like ?3 escape '\\'
    union all
    select 'ticket:' || key, title, place, coalesce(done_ms, started_ms, created_ms), key, null from fact_tickets
    union all
    select item, title, null, landed_ms, '', null from owner_items join owner_acts using (act_id, item)
    where undone_ms is null
)
where item like ?1 escape '\\' or title like ?1 escape '\\' or tickets like ?1 escape '\\'
order by moved desc, item limit ?2
"""
_TICKETS = "select key, title from fact_tickets where key in (select value from json_each(?))"
_SESSIONS = r"""
select tool, root, path, name, found.started_ms from (
    select tool, root, folder_id, branch_id, started_ms from fact_sessions not indexed
    where (
        session like ?1 escape '\'
        or folder_id in (select folder_id from fact_folders where path like ?2 escape '\')
        or branch_id in (select branch_id from fact_branches where name like ?2 escape '\')
    )
    and agent = '' and session = root
    order by started_ms desc, root limit ?3
) as found
left join fact_folders using (folder_id) left join fact_branches using (branch_id)
order by found.started_ms desc, root
"""
"""One walk over the sessions; names are looked up for those that are given back alone."""
_MODELS = r"select name from fact_models where name like ? escape '\' order by name limit ?"
