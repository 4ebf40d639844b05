"""What shipped in periods and what took their money, as quickly as a glance asks for it.

The rules are those of use_cases/items.py; what an item took in all is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from outlay.domain.answers import ItemGlance, ItemKind, OtherItems, ShippedItem
from outlay.domain.attribution import DIRECT, ItemFacts, Reason
from outlay.domain.items import Item
from outlay.domain.moments import Period, UtcMillis
from outlay.rules.as_of import tickets_as_of
from outlay.rules.shipped_items import STANDING, has_landed_in
from outlay.store.attribution_rows import TurnCost
from outlay.store.store import StoreView
from outlay.use_cases.asked_items import Asked, chosen_items, kept_items
from outlay.use_cases.attributed import Attributed, attributed, glanced
from outlay.use_cases.items import bare_rows
from outlay.use_cases.linked_spend import Part
from outlay.use_cases.ticket_items import folded

TOP_ITEMS = 5


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
    kept = glanced(store, now, {cost.turn.session for each in costs for cost in each})
    known = kept or attributed(store, now)
    parts = [known.linked.parts_of(each) for each in costs]
    named = frozenset(part.item for each in parts for part in each if part.item is not None)
    asked = Asked((span.first, span.after), named, tickets_as_of(store.work.tickets(), now))
    facts = kept_items(store, asked) if kept else chosen_items(known.items, asked)
    items = _whole(store, known, facts, asked, now)
    dismissed = known.linked.dismissed
    shipped = shipped_items((item for item in items if item.item not in dismissed), span, now)
    return Work(shipped, tuple(_work(each, items) for each in parts))


def work_of_turns(
    store: StoreView, costs: Sequence[TurnCost], now: UtcMillis
) -> tuple[list[Part], dict[str, Item], Attributed]:
    """Some turns' money in its parts, the whole item of each part's item, without money, and what is known of them."""
    kept = glanced(store, now, {cost.turn.session for cost in costs})
    known = kept or attributed(store, now)
    parts = known.linked.parts_of(costs)
    named = frozenset(part.item for part in parts if part.item is not None)
    asked = Asked(None, named, tickets_as_of(store.work.tickets(), now))
    facts = kept_items(store, asked) if kept else chosen_items(known.items, asked)
    items = _whole(store, known, facts, asked, now)
    return parts, {part: item for item in items for part in (item.item, *item.parts)}, known


def shipped_items(items: Iterable[Item], period: Period, now: UtcMillis) -> tuple[ShippedItem, ...]:
    """Those that landed in a period up to a moment and stand, newest first."""
    shipped = [
        ShippedItem(
            item.item,
            ItemKind(item.form.value),
            item.title,
            item.repository,
            item.landed,
            item.state,
            pulls=sum(part.startswith("pr:") for part in item.parts),
        )
        for item in items
        if item.landed is not None
        and item.landed <= now
        and has_landed_in(item, period)
        and item.state in STANDING
    ]
    return tuple(sorted(shipped, key=lambda item: (-item.landed, item.item)))


def _whole(
    store: StoreView, known: Attributed, facts: Sequence[ItemFacts], asked: Asked, now: UtcMillis
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
