"""The owner's acts on work items, and what of them holds. Only the owner's acts write here."""

import json
import sqlite3
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import Act, GroupWord, OwnerLink, OwnItem, OwnItemKind, Parts, Verb
from outlay.rules.aliases import called_now, leads_back


class OwnerLinks:
    """The log of acts and its tables. Writing methods run inside the caller's transaction.

    Items are given back by the name they have now; the log alone keeps the name an act was told with.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def acts(self) -> tuple[Act, ...]:
        """Every act, the first one first."""
        return tuple(_act_of(*row) for row in self._connection.execute(_ACTS))

    def links_in_force(self) -> tuple[OwnerLink, ...]:
        """The last act on each whole session and on each single turn, of those not undone.

        Where a turn and its session both have one, the turn's own holds for that turn.
        """
        aliases = self.aliases()
        links = []
        for (tool, session, turn, _), rows in groupby(self._connection.execute(_LINKS), lambda row: row[:4]):
            parts = _merged((item and called_now(item, aliases), weight) for *_, item, weight in rows)
            links.append(OwnerLink(tool, session, turn, parts))
        return tuple(links)

    def dismissed(self) -> frozenset[str]:
        """Items that are not to count as shipped work."""
        aliases = self.aliases()
        return frozenset(
            called_now(act.item, aliases) for act in self._in_force(Verb.DISMISS) if act.item is not None
        )

    def notes(self) -> dict[str, str]:
        """The last note on each item; an empty one takes the note away."""
        aliases = self.aliases()
        told = {called_now(act.item or "", aliases): act.text for act in self._in_force(Verb.NOTE)}
        return {item: text for item, text in told.items() if text}

    def own_items(self) -> tuple[OwnItem, ...]:
        """Work the owner entered by hand, in order of landing."""
        rows = self._connection.execute(_OWN_ITEMS)
        return tuple(OwnItem(item, OwnItemKind(kind), title, landed) for item, kind, title, landed in rows)

    def named_items(self) -> list[str]:
        """Every item that any act ever named, as it was called then."""
        sql = "select item from owner_acts where item is not null union select item from owner_links where item is not null"
        return [item for (item,) in self._connection.execute(sql)]

    def aliases(self) -> dict[str, str]:
        """What items that got another name are called instead."""
        return dict(self._connection.execute("select item, now from owner_aliases"))

    def keep_alias(self, item: str, now: str) -> bool:
        """Have an item's words hold for the item it became; False when it was so or would go round in a circle."""
        known = self.aliases()
        if known.get(item) == now or leads_back(item, now, known):
            return False
        self._connection.execute("insert or replace into owner_aliases values (?, ?)", (item, now))
        return True

    def keep_link(self, verb: Verb, link: OwnerLink, now: UtcMillis) -> int:
        """Keep what a session or turn went into; gives the act's number."""
        item = link.parts[0][0] if len(link.parts) == 1 else None
        number = self._keep(verb, item, link._asdict(), now)
        rows = [(number, *link[:3], *part) for part in link.parts]
        self._connection.executemany("insert into owner_links values (?, ?, ?, ?, ?, ?)", rows)
        return number

    def keep_dismissal(self, item: str, now: UtcMillis) -> int:
        """Keep that an item is not to count; gives the act's number."""
        return self._keep(Verb.DISMISS, item, None, now)

    def keep_note(self, item: str, text: str, now: UtcMillis) -> int:
        """Keep a note on an item; gives the act's number."""
        return self._keep(Verb.NOTE, item, {"text": text}, now)

    def keep_own_item(self, own: OwnItem, now: UtcMillis) -> int:
        """Keep an item entered by hand; gives the act's number."""
        number = self._keep(Verb.ADD, own.item, {"text": own.title, "kind": own.kind}, now)
        self._connection.execute("insert into owner_items values (?, ?, ?, ?, ?)", (*own, number))
        return number

    def keep_group(self, verb: Verb, word: GroupWord, now: UtcMillis) -> int:
        """Keep which projects are in a group from now on, or no longer; gives the act's number."""
        number = self._keep(verb, None, {"group": word.name, "projects": word.projects}, now)
        name = word.name if verb is Verb.GROUP else None
        rows = ((number, project, name) for project in word.projects)
        self._connection.executemany("insert into owner_groups values (?, ?, ?)", rows)
        return number

    def grouped(self) -> dict[str, str]:
        """By project, a folder or a repository's name: the group it is in, by the last act on it that holds."""
        return dict(self._connection.execute(_GROUPED).fetchall())

    def is_taken(self, item: str) -> bool:
        """Whether an item was ever entered by hand under this name, undone or not."""
        sql = "select exists (select 1 from owner_items where item = ?)"
        return bool(self._connection.execute(sql, (item,)).fetchone()[0])

    def undo(self, number: int, now: UtcMillis) -> None:
        """Note that an act holds no longer."""
        self._connection.execute("update owner_acts set undone_ms = ? where act_id = ?", (now, number))

    def _keep(self, verb: Verb, item: str | None, told: dict[str, Any] | None, now: UtcMillis) -> int:
        row = (now, verb, item, None if told is None else json.dumps(told, ensure_ascii=False))
        sql = "insert into owner_acts (moment_ms, verb, item, told) values (?, ?, ?, ?) returning act_id"
        return int(self._connection.execute(sql, row).fetchone()[0])

    def _in_force(self, verb: Verb) -> list[Act]:
        return [act for act in self.acts() if act.verb is verb and act.undone is None]


def _act_of(
    number: int, moment: UtcMillis, verb: str, item: str | None, told: str | None, undone: UtcMillis | None
) -> Act:
    details = json.loads(told) if told else {}
    link = None
    if "session" in details:
        parts = tuple((part, weight) for part, weight in details["parts"])
        link = OwnerLink(details["tool"], details["session"], details["turn"], parts)
    group = GroupWord(details["group"], tuple(details["projects"])) if "group" in details else None
    return Act(number, moment, Verb(verb), item, link, details.get("text"), undone, group)


def _merged(parts: Iterable[tuple[str | None, int]]) -> Parts:
    """Two names of one item are one part."""
    weights: dict[str | None, int] = {}
    for item, weight in parts:
        weights[item] = weights.get(item, 0) + weight
    return tuple(weights.items())


_ACTS = "select act_id, moment_ms, verb, item, told, undone_ms from owner_acts order by act_id"
_LINKS = """
select tool, session, turn, act_id, item, weight
from owner_links
where act_id in (
    select max(act_id) from owner_links join owner_acts using (act_id)
    where undone_ms is null group by tool, session, turn
)
order by tool, session, turn, owner_links.rowid
"""
_GROUPED = """
select project, name from owner_groups
where act_id in (
    select max(act_id) from owner_groups as word join owner_acts using (act_id)
    where undone_ms is null and word.project = owner_groups.project
)
and name is not null order by name, project
"""
_OWN_ITEMS = """
select item, kind, title, landed_ms from owner_items join owner_acts using (act_id, item)
where undone_ms is null order by landed_ms, item
"""
