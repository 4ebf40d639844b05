"""What only the owner can say of a week: which fixes repaired what, and where weakly linked turns belong."""

from collections.abc import Iterable, Mapping, Sequence

from outlay.domain.attribution import DIRECT, FollowUp, TurnKey
from outlay.domain.items import Item
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.review import FollowUpAsked, LinkAsked
from outlay.rules.as_of import tickets_as_of
from outlay.rules.shipped_items import has_landed_in
from outlay.store.store import StoreView
from outlay.use_cases.asked_items import Asked, items_known
from outlay.use_cases.attributed import attributed, glanced
from outlay.use_cases.linked_spend import Part
from outlay.use_cases.period_work import work_of_turns

MOST_ASKED = 3
"""Of each kind, so that a review stays short. Source: attribution.md 12."""


def follow_ups_asked(
    store: StoreView, listed: Iterable[Item], period: Period, now: UtcMillis
) -> tuple[FollowUpAsked, ...]:
    """Fixes among a period's items that landed in it, with what each most likely repairs; the newest first."""
    landed = sorted(
        (item for item in listed if has_landed_in(item, period)),
        key=lambda item: (-(item.landed or 0), item.item),
    )
    rows = {part: item for item in landed for part in (item.item, *item.parts)}
    found = [one for one in _follow_ups(store, now) if one.fix_item in rows and not _is_own(one, rows)]
    titles = _titles(store, {one.caused_item for one in found}, now)
    order = {item.item: at for at, item in enumerate(landed)}
    asked = {
        (rows[one.fix_item].item, one.caused_item): FollowUpAsked(
            rows[one.fix_item].item, rows[one.fix_item].title, one.caused_item, titles[one.caused_item]
        )
        for one in found
        if one.caused_item in titles
    }
    told = sorted(asked.values(), key=lambda one: (order[one.fix], one.caused))
    return tuple(told[:MOST_ASKED])


def links_asked(store: StoreView, period: Period, now: UtcMillis) -> tuple[LinkAsked, ...]:
    """The turns of a period that only their surroundings link, those with the most money first."""
    costs = store.attributed.turn_costs(period.first, UtcMillis(min(period.after, now + 1)))
    parts, whole, _ = work_of_turns(store, costs, now)
    weakest = _weakest(parts)
    sessions = store.attributed.session_keys({part.cost.turn.session for part in weakest})
    return tuple(_link(part, whole, sessions) for part in weakest)


def _follow_ups(store: StoreView, now: UtcMillis) -> Sequence[FollowUp]:
    if glanced(store, now, ()) is None:
        return attributed(store, now).follow_ups
    return store.attributed.follow_ups()


def _is_own(one: FollowUp, rows: Mapping[str, Item]) -> bool:
    """Whether fix and cause are one piece of work, a ticket's parts."""
    caused = rows.get(one.caused_item)
    return caused is not None and caused.item == rows[one.fix_item].item


def _titles(store: StoreView, named: set[str], now: UtcMillis) -> dict[str, str]:
    if not named:
        return {}
    asked = Asked(None, frozenset(named), tickets_as_of(store.work.tickets(), now))
    dismissed = store.links.dismissed()
    return {
        item.item: item.title
        for item in items_known(store, asked, now).items
        if item.item in named and item.item not in dismissed
    }


def _weakest(parts: Iterable[Part]) -> list[Part]:
    """The largest weakly linked part of each turn that can be named, the largest of those."""
    largest: dict[TurnKey, Part] = {}
    for part in parts:
        if part.item is None or part.tier in DIRECT or part.list_micros <= 0 or part.cost.turn.number < 1:
            continue
        known = largest.get(part.cost.turn)
        if known is None or part.list_micros > known.list_micros:
            largest[part.cost.turn] = part
    return sorted(largest.values(), key=lambda part: (-part.list_micros, part.cost.turn))[:MOST_ASKED]


def _link(part: Part, whole: Mapping[str, Item], sessions: Mapping[int, tuple[str, str]]) -> LinkAsked:
    tool, session = sessions[part.cost.turn.session]
    item = whole[part.item or ""]
    return LinkAsked(
        tool, session, part.cost.turn.number, part.cost.first, item.item, item.title, part.list_micros
    )
