"""Keeps what attribution says, and gives it back: dropped and made anew from the facts at any time."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from outlay.domain.attribution import (
    AgentShare,
    FollowUp,
    Form,
    ItemFacts,
    LineLabel,
    Link,
    Reason,
    Share,
    Tier,
    TurnKey,
    WorkKind,
)
from outlay.domain.moments import UtcMillis
from outlay.store.attribution_story import THEIRS, AttributionStory, listed


class TurnCost(NamedTuple):
    """Requests of a turn in a span: how many, their list value, how many without a price, and when they were."""

    turn: TurnKey
    requests: int
    list_micros: int
    unpriced: int
    first: UtcMillis
    last: UtcMillis


class AttributionRows:
    """The derived tables. Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.story = AttributionStory(connection)

    def clear(self) -> None:
        """Drop everything."""
        for table in _TABLES:
            self._connection.execute(f"delete from {table}")

    def forget_sessions(self, sessions: Iterable[int]) -> None:
        """Drop where some sessions' turns went."""
        told = json.dumps(list(sessions))
        for table in _OF_TURNS:
            self._connection.execute(
                f"delete from {table} where session_id in (select value from json_each(?))", (told,)
            )

    def forget_labels(self, since: UtcMillis) -> None:
        """Drop the labels of commits committed since a moment."""
        self._connection.execute(_FORGET_LABELS, (since,))

    def keep_subagents(self, subagents: Mapping[int, TurnKey]) -> None:
        """Replace which turn launched each subagent."""
        self._connection.execute("delete from derived_subagents")
        rows = ((number, *turn) for number, turn in subagents.items())
        self._connection.executemany("insert into derived_subagents values (?, ?, ?)", rows)

    def keep_turns(
        self, links: Iterable[Link], shares: Iterable[Share], unlinked: Mapping[TurnKey, Reason]
    ) -> None:
        """Keep where turns went."""
        many = self._connection.executemany
        many("insert into derived_links values (?, ?, ?, ?, ?, ?)", links)
        many(
            "insert into derived_shares values (?, ?, ?, ?, ?, ?, ?)",
            ((*one.turn, *one[1:]) for one in shares),
        )
        reasons = ((*turn, reason) for turn, reason in unlinked.items())
        many("insert into derived_unlinked values (?, ?, ?)", reasons)

    def keep_labels(self, labels: Iterable[LineLabel]) -> None:
        """Keep what each added line of a commit is."""
        self._connection.executemany("insert or replace into derived_labels values (?, ?, ?, ?)", labels)

    def keep_items(
        self, items: Iterable[ItemFacts], signs: Mapping[str, int], follow_ups: Iterable[FollowUp]
    ) -> None:
        """Replace all items, with what shows that one changed, and all follow-ups."""
        execute, many = self._connection.execute, self._connection.executemany
        execute("delete from derived_items")
        execute("delete from derived_follow_ups")
        rows = ((item.item, signs[item.item], json.dumps(item)) for item in items)
        many("insert or replace into derived_items values (?, ?, ?)", rows)
        many("insert or replace into derived_follow_ups values (?, ?, ?, ?, ?, ?)", follow_ups)

    def signs(self) -> dict[str, int]:
        """By item: what shows that it changed."""
        return dict(self._connection.execute("select item, sign from derived_items").fetchall())

    def worked(self, tiers: Iterable[Tier]) -> dict[str, tuple[UtcMillis, UtcMillis]]:
        """By item: when turns of these tiers first and last went into it."""
        told = json.dumps([tier.value for tier in tiers])
        return {item: (first, last) for item, first, last in self._connection.execute(_WORKED, (told,))}

    @property
    def mark(self) -> dict[str, Any]:
        """How far the facts were looked at; empty when they never were."""
        told = self._meta("attributed_mark")
        return json.loads(told) if told else {}

    @property
    def until(self) -> UtcMillis | None:
        """The moment of the newest fact this was made from; None when it never was."""
        told = self.mark.get("until")
        return None if told is None else UtcMillis(told)

    def keep_mark(self, mark: Mapping[str, Any]) -> None:
        """Note how far the facts were looked at."""
        row = ("attributed_mark", json.dumps(mark))
        self._connection.execute("insert or replace into meta_values values (?, ?)", row)

    def labels(self) -> dict[str, dict[tuple[str, str], bytes]]:
        """By place, commit and path: what each added line is."""
        found: dict[str, dict[tuple[str, str], bytes]] = {}
        for place, sha, path, labels in self._connection.execute("select * from derived_labels"):
            found.setdefault(place, {})[sha, path] = labels
        return found

    def items(self) -> list[ItemFacts]:
        """Every item that git or a forge knows."""
        rows = self._connection.execute("select body from derived_items order by item")
        return [_item_of(json.loads(body)) for (body,) in rows]

    def landed_or_named(
        self, span: tuple[UtcMillis, UtcMillis] | None, named: Iterable[str]
    ) -> list[ItemFacts]:
        """The items that landed in a half-open span, and those of these names."""
        told = json.dumps(list(named))
        if span is None:
            rows = self._connection.execute(_NAMED, (told,))
        else:
            rows = self._connection.execute(_LANDED_OR_NAMED, (told, *span))
        return [_item_of(json.loads(body)) for (body,) in rows]

    def items_of_tickets(self, tickets: Iterable[str]) -> list[ItemFacts]:
        """The items that name any of these tickets."""
        rows = self._connection.execute(_OF_TICKETS, (json.dumps(sorted(tickets)),))
        return [_item_of(json.loads(body)) for (body,) in rows]

    def links(self) -> list[Link]:
        """Every session that wrote lines of a commit."""
        rows = self._connection.execute("select * from derived_links order by 1, 2, 3")
        return [Link._make((*row[:5], Tier(row[5]))) for row in rows]

    def shares(self, sessions: Iterable[int] | None = None) -> list[Share]:
        """The shares of some sessions' turns, of all without any named."""
        sql = "select * from derived_shares"
        if sessions is None:
            rows = self._connection.execute(f"{sql} order by 1, 2, 3")
        else:
            rows = self._connection.execute(
                f"{sql} where session_id in (select value from json_each(?)) order by 1, 2, 3",
                (listed(sessions),),
            )
        return [Share(TurnKey(*row[:2]), row[2], Tier(row[3]), *row[4:]) for row in rows]

    def unlinked(self, sessions: Iterable[int] | None = None) -> dict[TurnKey, Reason]:
        """Why turns have no share; of some sessions, of all without any named."""
        sql = "select session_id, turn, reason from derived_unlinked"
        if sessions is None:
            rows = self._connection.execute(sql)
        else:
            rows = self._connection.execute(
                f"{sql} where session_id in (select value from json_each(?))", (listed(sessions),)
            )
        return {TurnKey(session, turn): Reason(reason) for session, turn, reason in rows}

    def seen(self, items: Iterable[str]) -> set[str]:
        """Those of some items that any turn went into, or whose commits hold lines a session wrote."""
        told = json.dumps(list(items))
        return {item for (item,) in self._connection.execute(_SEEN, (told,))} if told != "[]" else set()

    def written(self, shas: Iterable[str]) -> set[tuple[str, str]]:
        """By place, those of some commits that hold lines a session wrote."""
        told = listed(shas)
        return set(self._connection.execute(_WRITTEN, (told,)).fetchall()) if told != "[]" else set()

    def naming_an_agent(self) -> tuple[int, int]:
        """Of the items with commits that name an agent: how many have a session linked, and how many there are."""
        linked, whole = self._connection.execute(_NAMING_AN_AGENT).fetchone()
        return linked, whole

    def sessions_of(self, items: Iterable[str]) -> set[int]:
        """Sessions of which any turn went into any of these items."""
        rows = self._connection.execute(_SESSIONS_OF, (listed(items),))
        return {number for (number,) in rows}

    def session_keys(self, sessions: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Tool and session by the store's number."""
        rows = self._connection.execute(_SESSION_KEYS, (listed(sessions),))
        return {number: (tool, session) for number, tool, session in rows}

    def follow_ups_of(self, items: Iterable[str]) -> list[FollowUp]:
        """Fixes of what some items seem to have broken."""
        rows = self._connection.execute(_FOLLOW_UPS_OF, (listed(items),))
        return [FollowUp(*row) for row in rows]

    def follow_ups(self) -> list[FollowUp]:
        """Fixes with what they seem to repair."""
        return [
            FollowUp(*row)
            for row in self._connection.execute("select * from derived_follow_ups order by 1, 4")
        ]

    def _meta(self, name: str) -> Any:
        row = self._connection.execute("select value from meta_values where name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def turn_costs(self, first: UtcMillis, after: UtcMillis) -> list[TurnCost]:
        """Requests of a span by the turn they belong to, subagents with the turn that launched them."""
        rows = self._connection.execute(_TURN_COSTS, (first, after))
        return [TurnCost(TurnKey(*row[:2]), *row[2:]) for row in rows]

    def costs_of(
        self, sessions: Iterable[int], after: UtcMillis, but: tuple[UtcMillis, UtcMillis] | None = None
    ) -> list[TurnCost]:
        """The same for some root sessions alone, of everything before a moment but a half-open span."""
        rows = self._connection.execute(_COSTS_OF, (listed(sessions), after, *(but or (after, after))))
        return [TurnCost(TurnKey(*row[:2]), *row[2:]) for row in rows]


def _item_of(kept: list[Any]) -> ItemFacts:
    """An item out of its row: JSON knows lists and texts alone."""
    told = dict(zip(ItemFacts._fields, kept, strict=True))
    share = told["agent_share"]
    return ItemFacts(
        **told
        | {
            "form": Form(told["form"]),
            "kind": WorkKind(told["kind"]),
            "commits": tuple(told["commits"]),
            "tickets": tuple(told["tickets"]),
            "agent_share": AgentShare(*share) if share else None,
        }
    )


_OF_TURNS = ("derived_links", "derived_shares", "derived_unlinked")
_TABLES = (*_OF_TURNS, "derived_subagents", "derived_labels", "derived_items", "derived_follow_ups")
_FORGET_LABELS = """
delete from derived_labels where sha in (select sha from fact_commits where committer_ms >= ?)
"""
_WORKED = """
select item, min(first_ms), max(last_ms) from derived_shares
where tier in (select value from json_each(?)) group by item
"""
_AT = {field: f"'$[{number}]'" for number, field in enumerate(ItemFacts._fields)}
"""Where a field stands in an item's row."""

_NAMED = "select body from derived_items where item in (select value from json_each(?)) order by item"
_LANDED_OR_NAMED = f"""
select body from derived_items
where item in (select value from json_each(?1))
or (json_extract(body, {_AT["landed"]}) >= ?2 and json_extract(body, {_AT["landed"]}) < ?3)
order by item
"""
_OF_TICKETS = f"""
with asked as materialized (select value as ticket from json_each(?))
select body from derived_items
where exists (select 1 from json_each(body, {_AT["tickets"]}) where value in (select ticket from asked))
order by item
"""
_SEEN = f"""
with asked as materialized (select value as item from json_each(?))
select item from asked where item in (select item from derived_shares)
union
select i.item from asked join derived_items i using (item) join json_each(i.body, {_AT["commits"]}) c
where exists (
    select 1 from derived_links l where l.sha = c.value and l.place = json_extract(i.body, {_AT["place"]})
)
"""
_WRITTEN = """
select distinct place, sha from derived_links where sha in (select value from json_each(?))
"""
_NAMING_AN_AGENT = f"""
select coalesce(sum(exists (
    select 1 from json_each(body, {_AT["commits"]}) c
    where (json_extract(body, {_AT["place"]}), c.value) in (select place, sha from derived_links)
)), 0), count(*)
from derived_items
where json_extract(body, {_AT["agent_named"]}) and json_array_length(body, {_AT["commits"]}) > 0
"""
_SESSIONS_OF = "select distinct session_id from derived_shares where item in (select value from json_each(?))"
_SESSION_KEYS = """
select session_id, tool, session from fact_sessions where session_id in (select value from json_each(?))
"""
_FOLLOW_UPS_OF = """
select * from derived_follow_ups where caused_item in (select value from json_each(?)) order by 1, 4
"""
_TURN_COSTS = """
select coalesce(a.root_id, u.session_id), coalesce(a.turn, u.turn, 0), sum(requests), sum(micros), sum(unpriced),
    min(first), max(last)
from (
    select u.session_id as session_id, u.turn as turn, count(*) as requests, min(u.moment_ms) as first,
        coalesce(sum(c.list_micros), 0) as micros, sum(c.list_micros is null) as unpriced, max(u.moment_ms) as last
    from fact_usage u join derived_costs c using (event_id)
    where u.moment_ms >= ? and u.moment_ms < ? group by 1, 2
) as u left join derived_subagents a using (session_id)
group by 1, 2
"""
_COSTS_OF = f"""
select t.root_id, coalesce(t.turn, u.turn, 0), count(*),
    coalesce(sum(c.list_micros), 0), sum(c.list_micros is null), min(u.moment_ms), max(u.moment_ms)
from {THEIRS} t cross join fact_usage u on u.session_id = t.session_id join derived_costs c using (event_id)
where u.moment_ms < ?2 and (u.moment_ms < ?3 or u.moment_ms >= ?4) group by 1, 2 order by 1, 2
"""
