"""The story of one item: the same figures as its row in the list, with everything they rest on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from outlay.domain.answers import ItemState
from outlay.domain.attribution import ItemFacts, Reason
from outlay.domain.item_story import (
    ItemStory,
    LandedLines,
    SameSessions,
    ShareUnknown,
    StoryFix,
    StoryPart,
    StorySession,
    StoryTurn,
)
from outlay.domain.items import Item, ItemSpend, Unlinked
from outlay.domain.moments import UtcMillis
from outlay.errors import WrongCallError
from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.unit_times import first_of, whole_times
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed, attributed
from outlay.use_cases.item_found import Folds, folds_of, item_meant
from outlay.use_cases.item_timeline import (
    TurnsSeen,
    UnitSeen,
    reverts_of,
    story_turns,
    timeline,
)
from outlay.use_cases.item_times import item_times
from outlay.use_cases.item_work import Around, unit_work, why_unknown
from outlay.use_cases.items import rows_of
from outlay.use_cases.linked_spend import Part
from outlay.use_cases.ticket_items import folded, ticket_rows


def item_story(store: StoreView, item: str, now: UtcMillis) -> ItemStory:
    """Everything that is known of the item a key, or a part of one, means.

    Raises WrongCallError when it means none, or several.
    """
    known = attributed(store, now)
    folds = folds_of(store.work.tickets())
    return _Told(store, known, folds, item_meant(store, known, folds, item, now), now).story()


@dataclass(frozen=True, slots=True)
class _Own:
    """What belongs to the item: its units, the keys that carry its money, and the parts of turns in them."""

    units: tuple[ItemFacts, ...]
    keys: frozenset[str]
    rows: tuple[Item, ...]
    parts: tuple[Part, ...]
    beside: tuple[Part, ...]


class _Told:
    """Gathers what belongs to one item and tells of it."""

    def __init__(self, store: StoreView, known: Attributed, folds: Folds, key: str, now: UtcMillis) -> None:
        self._store = store
        self._known = known
        self._folds = folds
        self._key = key
        self._now = now
        self._ticket = folds.told.get(key.partition(":")[2]) if key.startswith("ticket:") else None
        self._own = self._gathered()
        self._turns_seen = self._seen_turns()

    def story(self) -> ItemStory:
        """All of it in one value."""
        row = self._row()
        units = self._units()
        turns = self._turns(self._own.keys)
        parts = [StoryPart(one, one.times) for one in self._own.rows]
        tickets = [self._folds.told[key] for key in row.tickets if key in self._folds.told]
        first = self._store.attributed.story.first_request()
        return ItemStory(
            item=row,
            revision=self._store.revision,
            parts=tuple(part for part in parts if part.item.item in row.parts),
            counted_with=self._counted_with(),
            since=_since(row.state, units),
            times=row.times,
            lines=_lines(units),
            share_unknown=_share_unknown(units, first),
            sessions=_sessions(turns),
            beside=self._beside(),
            commits=tuple(commit for unit in units for commit in unit.work.commits),
            matched=tuple(one for unit in units for one in unit.work.matched),
            fixes=self._fixes(),
            timeline=timeline(turns, units, tickets, self._now),
            method=PARAMETERS.version,
        )

    def _gathered(self) -> _Own:
        units = tuple(item for item in self._known.items if self._is_own(item))
        keys = frozenset({self._key, *(unit.item for unit in units)})
        sessions = {
            turn.session
            for turn, shares in self._known.linked.shares.items()
            if any(share.item in keys for share in shares)
        }
        costs = self._store.attributed.costs_of(sessions, UtcMillis(self._now + 1))
        around = (*units, *(item for item in self._known.items if self._is_named_by(item)))
        rows = rows_of(self._store, replace(self._known, items=around), costs, self._now)
        split = self._known.linked.parts_of(costs)
        return _Own(
            units,
            keys,
            tuple(row for row in rows if row.item in keys),
            tuple(part for part in split if part.item in keys),
            tuple(part for part in split if part.item not in keys),
        )

    def _is_own(self, item: ItemFacts) -> bool:
        if item.item in self._known.linked.dismissed:
            return False
        return item.item == self._key or self._folds.carrier(item.tickets) == self._key

    def _is_named_by(self, item: ItemFacts) -> bool:
        """Whether it names this ticket, of which no tracker told: the ticket stands as it does."""
        return self._ticket is None and self._key in {f"ticket:{key}" for key in item.tickets}

    def _row(self) -> Item:
        """The item's row as lists show it, with the money of everything."""
        named = next((row for row in self._own.rows if row.item == self._key), None)
        if self._ticket is None:
            return self._there(named)
        units = [row for row in self._own.rows if row.item != self._key]
        told = folded(
            [row._replace(tickets=(self._ticket.key,)) for row in units],
            [self._ticket],
            self._now,
            self._store.links.notes(),
        )
        whole = next(iter(told or ticket_rows([self._ticket], self._now)), None)
        if named is None or whole is None:
            only_named = named and named._replace(title=self._ticket.title)
            return self._with_all_tickets(self._there(whole or only_named), units)
        sessions = tuple(sorted({*whole.sessions, *named.sessions}))
        spend = _added(whole.in_all, named.in_all)
        times = whole_times([unit.times for unit in units], whole.landed, self._ticket, named.times)
        both = whole._replace(
            in_all=spend,
            in_period=spend,
            sessions=sessions,
            began=first_of((whole.began, named.began)),
            times=times,
        )
        return self._with_all_tickets(both, units)

    def _there(self, row: Item | None) -> Item:
        """Raises WrongCallError for an item that only the owner's word names, of sessions without a request."""
        if row is None:
            raise WrongCallError(
                f"Nothing is known of {self._key} yet but your word.", "See outlay items acts."
            )
        return row

    @staticmethod
    def _with_all_tickets(row: Item, units: Sequence[Item]) -> Item:
        return row._replace(
            tickets=tuple(sorted({*row.tickets, *(key for unit in units for key in unit.tickets)}))
        )

    def _units(self) -> list[UnitSeen]:
        around = Around(self._store, self._known.items, self._known.links, self._known.sessions, self._now)
        reverts = self._store.attributable.reverts(self._now) if self._own.units else {}
        times = item_times(self._store, self._own.units, (), self._now)
        return [
            UnitSeen(unit, unit_work(unit, around), times.opened_at(unit), reverts.get(unit.place or "", ()))
            for unit in self._own.units
        ]

    def _seen_turns(self) -> TurnsSeen:
        story = self._store.attributed.story
        sessions = {part.cost.turn.session for part in self._own.parts}
        return TurnsSeen(
            self._known.sessions, story.prompts(sessions), story.files_edited(sessions, self._now)
        )

    def _turns(self, keys: Iterable[str]) -> list[StoryTurn]:
        wanted = frozenset(keys)
        return story_turns((part for part in self._own.parts if part.item in wanted), self._turns_seen)

    def _counted_with(self) -> tuple[str, ...]:
        """The tickets that carry the item in lists, or that carry what was done for this ticket."""
        if self._ticket is None:
            carriers = {self._folds.carrier(unit.tickets) for unit in self._own.units}
        else:
            naming = (item for item in self._known.items if self._ticket.key in item.tickets)
            carriers = {self._folds.carrier(item.tickets) for item in naming}
        return tuple(sorted(key for key in carriers if key and key != self._key))

    def _beside(self) -> SameSessions:
        """Where the sessions' other money went."""
        reasons: dict[Reason, int] = defaultdict(int)
        others: dict[str, int] = defaultdict(int)
        for part in self._own.beside:
            if part.item is not None:
                others[part.item] += part.list_micros
            elif part.reason is not None:
                reasons[part.reason] += part.list_micros
        return SameSessions(len(others), sum(others.values()), Unlinked(dict(reasons)))

    def _fixes(self) -> tuple[StoryFix, ...]:
        titles = {item.item: item.title for item in self._known.items}
        return tuple(
            StoryFix(one.fix_item, titles.get(one.fix_item, one.fix_item), one.fix_sha)
            for one in self._known.follow_ups
            if one.caused_item in self._own.keys
        )


def _since(state: ItemState, units: Iterable[UnitSeen]) -> UtcMillis | None:
    """From when a state that no landing dates holds: taken back, closed, or last worked on."""
    moments: list[UtcMillis | None] = []
    for unit in units:
        if state is ItemState.REVERTED:
            moments += [revert.moment for revert in reverts_of(unit)]
        elif state in {ItemState.IN_FLIGHT, ItemState.SET_ASIDE}:
            moments.append(unit.facts.closed if unit.facts.closed is not None else unit.facts.active)
    return max((at for at in moments if at is not None), default=None)


def _lines(units: Iterable[UnitSeen]) -> LandedLines:
    told = [unit.work.lines for unit in units]
    return LandedLines(*(sum(one[at] for one in told) for at in range(len(LandedLines._fields))))


def _share_unknown(units: Iterable[UnitSeen], first: UtcMillis | None) -> ShareUnknown | None:
    told = (why_unknown(unit.facts, unit.work.lines, first) for unit in units)
    return next((why for why in told if why), None)


def _sessions(turns: Iterable[StoryTurn]) -> tuple[StorySession, ...]:
    by_session: dict[tuple[str, str], list[StoryTurn]] = {}
    for turn in turns:
        by_session.setdefault((turn.tool, turn.session), []).append(turn)
    return tuple(_session(*name, own) for name, own in by_session.items())


def _session(tool: str, session: str, turns: Sequence[StoryTurn]) -> StorySession:
    return StorySession(
        tool,
        session,
        first=min(turn.first for turn in turns),
        last=max(turn.last for turn in turns),
        turns=len(turns),
        requests=sum(turn.requests for turn in turns),
        unpriced=sum(turn.unpriced for turn in turns),
        list_micros=sum(turn.list_micros or 0 for turn in turns),
    )


def _added(one: ItemSpend, other: ItemSpend) -> ItemSpend:
    tiers = {tier: one.tiers.get(tier, 0) + other.tiers.get(tier, 0) for tier in {**one.tiers, **other.tiers}}
    return ItemSpend(tiers, one.later + other.later)
