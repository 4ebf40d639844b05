"""The owner's items with the money of a period, and what no item carries. The same answer serves every face."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, ItemFacts, Reason, Tier, WorkKind
from outlay.domain.items import NOTHING, Item, ItemsAnswer, ItemSpend, Unlinked
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.own_words import OwnItem
from outlay.domain.pulls import Ticket
from outlay.rules.as_of import tickets_as_of
from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.attribution.standing import item_state, state_of_parts
from outlay.rules.shipping import state_of
from outlay.store.attribution_rows import TurnCost
from outlay.store.store import StoreView
from outlay.use_cases.asked_items import Asked, chosen_items, with_items
from outlay.use_cases.attributed import Attributed, attributed, glanced
from outlay.use_cases.item_times import ItemTimes, item_times
from outlay.use_cases.linked_spend import Part
from outlay.use_cases.listed_costs import Inside, listed_costs, listed_parts
from outlay.use_cases.ticket_items import folded, unfolded

EVER = UtcMillis(-(2**62)), UtcMillis(2**62)


def items(store: StoreView, period: Period | None, now: UtcMillis, *, parts: bool = False) -> ItemsAnswer:
    """Items that took money in a period or landed in it; all of them without one.

    `parts` lists pull requests, commits and tickets as rows of their own instead of folding a ticket's into it.
    """
    tickets = tickets_as_of(store.work.tickets(), now)
    looked = _looked(store, period, tickets, now)
    known, inside = looked.known, looked.inside
    times = item_times(store, known.items, looked.ever, now)
    rows = _Rows(store, known, inside, looked.ever, now, times).rows()
    listed = (unfolded if parts else folded)(rows, tickets, now, store.links.notes())
    listed = [row for row in listed if row.item not in known.linked.dismissed]
    if period:
        listed = [row for row in listed if row.in_period.whole or _landed_in(row, period)]
    costs = {part.cost for part in inside}
    return ItemsAnswer(
        period=period,
        revision=store.revision,
        items=tuple(sorted(listed, key=_newest_first)),
        not_linked=_not_linked(inside),
        total_micros=sum(cost.list_micros for cost in costs),
        requests=sum(cost.requests for cost in costs),
        unpriced_requests=sum(cost.unpriced for cost in costs),
        coverage=looked.coverage,
        method=PARAMETERS.version,
    )


class _Looked(NamedTuple):
    """What is known of the items a period lists, and the parts of turns: of the period, and ever in those items."""

    known: Attributed
    inside: Sequence[Part]
    ever: Sequence[Part]
    coverage: tuple[int, int] | None


def _looked(store: StoreView, period: Period | None, tickets: Sequence[Ticket], now: UtcMillis) -> _Looked:
    after = UtcMillis(now + 1)
    if period is None:
        return _everything(store.attributed.turn_costs(EVER[0], after), attributed(store, now))
    span = period.first, min(period.after, after)
    inside = Inside(span, store.attributed.turn_costs(*span))
    kept = glanced(store, now, {cost.turn.session for cost in inside.costs})
    known = kept or attributed(store, now)
    parts = known.linked.parts_of(inside.costs)
    asked = Asked((period.first, period.after), _named(store, parts, period), tickets)
    if kept is not None:
        return _narrow(store, with_items(store, kept, asked), asked, inside, after)
    wanted = asked.keys(chosen_items(known.items, asked))
    ever = known.linked.parts_of(listed_costs(store, known, wanted, after))
    return _everything(inside.costs, known)._replace(ever=ever)


def _narrow(store: StoreView, known: Attributed, asked: Asked, inside: Inside, after: UtcMillis) -> _Looked:
    """A period out of its own turns and the items asked for: nothing else is read."""
    ever = parts = known.linked.parts_of(inside.costs)
    if not _covers_all(store, inside.span, after):
        ever = listed_parts(store, known.linked, asked.keys(known.items), inside, after)
    sessions = store.attributed.session_keys({part.cost.turn.session for part in ever})
    seen = _share_seen(*store.attributed.naming_an_agent())
    return _Looked(replace(known, sessions=sessions), parts, ever, seen)


def _named(store: StoreView, inside: Iterable[Part], period: Period) -> frozenset[str]:
    """Items that took money inside a period, and the owner's own that landed in it."""
    own = (item.item for item in store.links.own_items() if period.first <= item.landed < period.after)
    return frozenset((*(part.item for part in inside if part.item is not None), *own))


def _everything(costs: Iterable[TurnCost], known: Attributed) -> _Looked:
    """Some turns beside everything attribution says: without a period, or as of a moment in the past."""
    parts = known.linked.parts_of(costs)
    naming = [item for item in known.items if item.agent_named and item.commits]
    seen = sum(any((item.place, sha) in known.written for sha in item.commits) for item in naming)
    return _Looked(known, parts, parts, _share_seen(seen, len(naming)))


def _covers_all(store: StoreView, span: tuple[UtcMillis, UtcMillis], after: UtcMillis) -> bool:
    """Whether nothing before a moment lies outside of a span."""
    first = store.spend.first_event()
    return span[1] == after and (first is None or span[0] <= first)


def rows_of(store: StoreView, known: Attributed, costs: Iterable[TurnCost], now: UtcMillis) -> list[Item]:
    """Rows with the money of some turns alone; a period does not tell them apart from everything."""
    parts = known.linked.parts_of(costs)
    return _Rows(store, known, parts, parts, now, item_times(store, known.items, parts, now)).rows()


def bare_rows(store: StoreView, known: Attributed, named: Iterable[str], now: UtcMillis) -> list[Item]:
    """Rows without money, those of items that are only named among them."""
    return _Rows(store, known, (), (), now).rows(named)


_UNTIMED = ItemTimes()


class _Rows:
    """Makes each item's row out of its facts and the parts of turns that went into it."""

    def __init__(
        self,
        store: StoreView,
        known: Attributed,
        inside: Sequence[Part],
        ever: Sequence[Part],
        now: UtcMillis,
        times: ItemTimes = _UNTIMED,
    ) -> None:
        self._known = known
        self._times = times
        self._now = now
        self._inside = _by_item(inside)
        self._ever = _by_item(ever)
        self._notes = store.links.notes()
        self._own = store.links.own_items()
        self._dismissed = known.linked.dismissed
        self._fixes: dict[str, set[str]] = defaultdict(set)
        for follow_up in known.follow_ups:
            self._fixes[follow_up.caused_item].add(follow_up.fix_item)
        self._written = known.written

    def rows(self, named: Iterable[str] = ()) -> list[Item]:
        """Every item that is not dismissed, those of the owner's own words among them."""
        told = [self._row(item) for item in self._known.items if item.item not in self._dismissed]
        own = [self._by_hand(item) for item in self._own if item.item not in self._dismissed]
        known = {row.item for row in (*told, *own)}
        unknown = sorted({*named, *self._inside, *self._ever} - known)
        naming = _states_by_ticket(told) if unknown else {}
        return [*told, *own, *(self._only_named(item, naming.get(item)) for item in unknown)]

    def _row(self, item: ItemFacts) -> Item:
        ever = self._ever.get(item.item, ())
        times, pull = self._times.of(item, ever), self._times.pull(item)
        seen = bool(ever) or any((item.place, sha) in self._written for sha in item.commits)
        return Item(
            item=item.item,
            parts=(),
            form=item.form,
            kind=item.kind,
            title=item.title,
            repository=item.repository,
            state=item_state(item, self._now, PARAMETERS),
            created=item.created,
            started=item.started,
            landed=item.landed,
            in_period=_spend(self._inside.get(item.item, ()), item.landed),
            in_all=_spend(ever, item.landed),
            agent_share=item.agent_share,
            commits=item.commits,
            tickets=item.tickets,
            sessions=self._sessions(ever),
            added_lines=item.added_lines,
            follow_up_fixes=tuple(sorted(self._fixes.get(item.item, ()))),
            spend_unseen=item.agent_named and not seen,
            note=self._notes.get(item.item),
            url=item.url,
            began=times.first,
            system=pull.system if pull else None,
            times=times,
        )

    def _by_hand(self, item: OwnItem) -> Item:
        state = state_of(item.landed, self._now, reverted=False)
        return self._bare(item.item, Form.BY_HAND, item.title, state, item.landed)

    def _only_named(self, item: str, naming: set[ItemState] | None) -> Item:
        """An item the owner linked to that nothing else is known of yet.

        A ticket stands as the work that names it. It has no landing of its own: that work has, and counts.
        """
        prefix, _, key = item.partition(":")
        form = Form(_FORMS.get(prefix, "by_hand"))
        state = state_of_parts(naming) if naming else ItemState.IN_FLIGHT
        bare = self._bare(item, form, item, state, None)
        return bare._replace(tickets=(key,)) if form is Form.TICKET else bare

    def _bare(self, item: str, form: Form, title: str, state: ItemState, landed: UtcMillis | None) -> Item:
        ever = self._ever.get(item, ())
        times = self._times.of_turns(ever, landed)
        return blank(item, form, title, state)._replace(
            landed=landed,
            in_period=_spend(self._inside.get(item, ()), landed),
            in_all=_spend(ever, landed),
            sessions=self._sessions(ever),
            note=self._notes.get(item),
            began=times.first,
            times=times,
        )

    def _sessions(self, parts: Iterable[Part]) -> tuple[str, ...]:
        return tuple(sorted({self._known.sessions[part.cost.turn.session][1] for part in parts}))


_FORMS = {
    "pr": "pull_request",
    "commit": "commit",
    "branch": "branch",
    "ticket": "ticket",
    "manual": "by_hand",
}


def blank(item: str, form: Form, title: str, state: ItemState) -> Item:
    """An item of which only this much is known."""
    return Item(
        item, (), form, WorkKind.UNKNOWN, title, None, state, None, None, None, NOTHING, NOTHING, None,
        (), (), (), 0, (), spend_unseen=False,
    )  # fmt: skip


def _states_by_ticket(rows: Iterable[Item]) -> dict[str, set[ItemState]]:
    found: dict[str, set[ItemState]] = defaultdict(set)
    for row in rows:
        for key in row.tickets:
            found[f"ticket:{key}"].add(row.state)
    return found


def _by_item(parts: Iterable[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        if part.item is not None:
            found[part.item].append(part)
    return found


def _spend(parts: Iterable[Part], landed: UtcMillis | None) -> ItemSpend:
    tiers: dict[Tier, int] = defaultdict(int)
    later = 0
    for part in parts:
        tiers[part.tier] += part.list_micros
        if landed is not None and part.cost.first > landed:
            later += part.list_micros
    return ItemSpend(dict(tiers), later)


def _not_linked(parts: Iterable[Part]) -> Unlinked:
    reasons: dict[Reason, int] = defaultdict(int)
    for part in parts:
        if part.item is None and part.reason is not None:
            reasons[part.reason] += part.list_micros
    return Unlinked(dict(reasons))


def _landed_in(row: Item, period: Period) -> bool:
    return row.landed is not None and period.first <= row.landed < period.after


def _newest_first(row: Item) -> tuple[bool, int, str]:
    return row.landed is not None, -(row.landed or row.started or row.created or 0), row.item


def _share_seen(linked: int, naming: int) -> tuple[int, int] | None:
    return (linked, naming) if naming else None
