"""What the turns of some sessions cost in all: of those that gave to the items a period lists, and no others.

A period's answer says of each of its items what it took since it began. Adding up every turn there ever was for
that costs seconds over years of logs; the sessions behind a week's items are few.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from outlay.domain.attribution import TurnKey
from outlay.domain.moments import UtcMillis
from outlay.store.attribution_rows import TurnCost
from outlay.store.store import StoreView
from outlay.use_cases.attributed import Attributed
from outlay.use_cases.linked_spend import Linked, Part, by_turn


class Inside(NamedTuple):
    """What is known already: the costs of all turns in a half-open span."""

    span: tuple[UtcMillis, UtcMillis]
    costs: Sequence[TurnCost]


def listed_costs(
    store: StoreView, known: Attributed, wanted: AbstractSet[str], after: UtcMillis
) -> list[TurnCost]:
    """Every turn before a moment of the sessions that gave to the items wanted."""
    sessions = {
        turn.session
        for turn, shares in known.linked.shares.items()
        if any(share.item in wanted for share in shares)
    }
    return store.attributed.costs_of(sessions, after)


def listed_parts(
    store: StoreView, linked: Linked, wanted: AbstractSet[str], inside: Inside, after: UtcMillis
) -> list[Part]:
    """The parts of turns before a moment that went into the items wanted; where else turns went is not looked at."""
    sessions = store.attributed.sessions_of(wanted)
    theirs = replace(linked, shares=by_turn(store.attributed.shares(sorted(sessions))))
    outside = store.attributed.costs_of(sessions, after, inside.span)
    costs = _joined([*(cost for cost in inside.costs if cost.turn.session in sessions), *outside])
    return [part for part in theirs.parts_of(costs) if part.item in wanted]


def _joined(costs: Iterable[TurnCost]) -> list[TurnCost]:
    """One cost a turn, by turn: what it took in several spans is split among its items once, not span by span."""
    found: dict[TurnKey, TurnCost] = {}
    for cost in costs:
        known = found.get(cost.turn)
        found[cost.turn] = cost if known is None else _sum(known, cost)
    return [found[turn] for turn in sorted(found)]


def _sum(one: TurnCost, other: TurnCost) -> TurnCost:
    return TurnCost(
        one.turn,
        one.requests + other.requests,
        one.list_micros + other.list_micros,
        one.unpriced + other.unpriced,
        min(one.first, other.first),
        max(one.last, other.last),
    )
