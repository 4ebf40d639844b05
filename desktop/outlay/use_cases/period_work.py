"""What shipped in periods and what took their money, as quickly as a glance asks for it.

The rules are those of use_cases/items.py; what an item took in all is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.answers import ItemGlance, ItemKind, ItemState, OtherItems, ShippedItem
from outlay.domain.attribution import DIRECT, ItemFacts, Reason
from outlay.domain.items import Item
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.pulls import Ticket
from outlay.rules.as_of import tickets_as_of
from outlay.store.attribution_rows import TurnCost
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed, attributed, glanced
from outlay.use_cases.items import bare_rows
from outlay.use_cases.linked_spend import Part
from outlay.use_cases.ticket_items import folded

TOP_ITEMS = 5
_STANDING = frozenset({ItemState.SETTLING, ItemState.HELD})


class PeriodWork(NamedTuple):
    """Where a period's money went: top items, the others and what is not linked add up to it, in micro-units."""

    top: tuple[ItemGlance, ...]
    others: OtherItems
    not_linked: Mapping[Reason, int]


NO_WORK = PeriodWork((), OtherItems(), {})


class Work(NamedTuple):
    """What shipped in a span, newest first, and what took the money of each period in it."""

    shipped: tuple[ShippedItem, ...]
    periods: tuple[PeriodWork, ...]


def work_of(store: StoreView, span: Period, periods: Sequence[Period], now: UtcMillis) -> Work:
    """Shipped items of a span, and the money of periods, as things stood at a moment."""
    rows, after = store.attributed, UtcMillis(now + 1)
    costs = [rows.turn_costs(one.first, min(one.after, after)) for one in periods]
    kept = glanced(store, now, {cost.turn for each in costs for cost in each})
    known = kept or attributed(store, now)
    parts = [known.linked.parts_of(each) for each in costs]
    named = frozenset(part.item for each in parts for part in each if part.item is not None)
    asked = _Asked(span, named, tickets_as_of(store.work.tickets(), now))
    facts = _kept(store, asked) if kept else _chosen(known.items, asked)
    items = _whole(store, known, facts, asked, now)
    dismissed = known.linked.dismissed
    shipped = shipped_items((item for item in items if item.item not in dismissed), span, now)
    return Work(shipped, tuple(_work(each, items) for each in parts))


def work_of_turns(
    store: StoreView, costs: Sequence[TurnCost], now: UtcMillis
) -> tuple[list[Part], dict[str, Item], Attributed]:
    """Some turns' money in its parts, the whole item of each part's item, without money, and what is known of them."""
    kept = glanced(store, now, {cost.turn for cost in costs})
    known = kept or attributed(store, now)
    parts = known.linked.parts_of(costs)
    day = day_of(now, ZoneInfo("UTC"))
    named = frozenset(part.item for part in parts if part.item is not None)
    asked = _Asked(Period(day, day, ZoneInfo("UTC")), named, tickets_as_of(store.work.tickets(), now))
    facts = _kept(store, asked) if kept else _chosen(known.items, asked)
    items = _whole(store, known, facts, asked, now)
    return parts, {part: item for item in items for part in (item.item, *item.parts)}, known


class _Asked(NamedTuple):
    """The items a glance needs: those that landed in a span or took money, and finished tickets of the span."""

    span: Period
    named: frozenset[str]
    tickets: Sequence[Ticket]

    def covers(self, moment: UtcMillis | None) -> bool:
        """Whether a moment lies in the span."""
        return moment is not None and self.span.first <= moment < self.span.after

    def tickets_of(self, items: Iterable[ItemFacts]) -> set[str]:
        """Tickets that are named, and those told of that some items name or that were done in the span."""
        known = {ticket.key for ticket in self.tickets}
        told = {key for item in items for key in item.tickets}
        named = {item.removeprefix("ticket:") for item in self.named if item.startswith("ticket:")}
        return named | (known & told) | {ticket.key for ticket in self.tickets if self.covers(ticket.done)}


def shipped_items(items: Iterable[Item], period: Period, now: UtcMillis) -> tuple[ShippedItem, ...]:
    """Those that landed in a period up to a moment and stand, newest first."""
    shipped = [
        ShippedItem(
            item.item, ItemKind(item.form.value), item.title, item.repository, item.landed, item.state
        )
        for item in items
        if item.landed is not None
        and period.first <= item.landed < period.after
        and item.landed <= now
        and item.state in _STANDING
    ]
    return tuple(sorted(shipped, key=lambda item: (-item.landed, item.item)))


def _kept(store: StoreView, asked: _Asked) -> list[ItemFacts]:
    """The items asked for with those of the same tickets, out of what is kept."""
    rows = store.attributed
    found = rows.landed_or_named(asked.span.first, asked.span.after, asked.named)
    keys = asked.tickets_of(found)
    more = rows.items_of_tickets(keys) if keys else []
    return list({item.item: item for item in (*found, *more)}.values())


def _chosen(items: Iterable[ItemFacts], asked: _Asked) -> list[ItemFacts]:
    """The same out of items that were made for a moment."""
    told = list(items)
    found = [item for item in told if item.item in asked.named or asked.covers(item.landed)]
    keys = asked.tickets_of(found)
    return [item for item in told if item in found or keys.intersection(item.tickets)]


def _whole(
    store: StoreView, known: Attributed, facts: Sequence[ItemFacts], asked: _Asked, now: UtcMillis
) -> list[Item]:
    """Each item asked for whole, with all its parts, without money."""
    agents = [item.item for item in facts if item.agent_named and item.item not in asked.named]
    seen = asked.named | store.attributed.seen(agents)
    told = [item._replace(agent_named=item.agent_named and item.item not in seen) for item in facts]
    rows = bare_rows(store, Attributed(told, known.linked, (), (), {}), asked.named, now)
    return folded(rows, asked.tickets, now)


def _work(parts: Iterable[Part], items: Iterable[Item]) -> PeriodWork:
    """A period's money by whole items, the ones with the most told one by one."""
    whole = {part: item for item in items for part in (item.item, *item.parts)}
    not_linked: dict[Reason, int] = defaultdict(int)
    spent: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for part in parts:
        item = whole[part.item].item if part.item is not None else None
        if item is None:
            not_linked[part.reason or Reason.NOT_YET] += part.list_micros
        else:
            spent[item][part.tier not in DIRECT] += part.list_micros
    told = [_glance(whole[item], *money) for item, money in spent.items() if any(money)]
    told.sort(key=lambda item: (-item.whole, item.item))
    return PeriodWork(
        tuple(told[:TOP_ITEMS]),
        _others(told[TOP_ITEMS:]),
        {why: micros for why, micros in not_linked.items() if micros},
    )


def _others(items: Sequence[ItemGlance]) -> OtherItems:
    return OtherItems(len(items), sum(item.direct for item in items), sum(item.context for item in items))


def _glance(item: Item, direct: int, context: int) -> ItemGlance:
    return ItemGlance(
        item.item, item.form, item.title, item.repository, item.state, direct, context, item.spend_unseen
    )
