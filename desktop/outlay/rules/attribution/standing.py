"""How a unit stands today, and what that makes of the money that went into it.

Source: design, honesty rule 12; attribution.md section 6.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Fate, ItemFacts, Reason
from outlay.domain.moments import UtcMillis
from outlay.domain.work import Revert
from outlay.rules.attribution.parameters import Parameters
from outlay.rules.attribution.units import Unit
from outlay.rules.shipping import standing_of, standing_reverts, state_of


def landed_at(unit: Unit) -> UtcMillis | None:
    """When a unit landed as a whole; None while it has not."""
    told = unit.pull.merged if unit.pull else None
    landed = [commit.landed for commit in unit.landing if commit.landed is not None]
    if told is not None:
        return told
    return max(landed) if landed and (unit.number is None or unit.pull is None) else None


def is_reverted(unit: Unit, reverts: Sequence[Revert]) -> bool:
    """Whether everything that landed of a unit was taken back and not brought again."""
    if not reverts:
        return False
    named = {revert.reverted for revert in reverts if revert.sha in standing_reverts(reverts)}
    if unit.number is not None and f"#{unit.number}" in named:
        return True
    return bool(unit.landing) and not standing_of(unit.landing, reverts)


def item_state(item: ItemFacts, now: UtcMillis, parameters: Parameters) -> ItemState:
    """How an item stands at a moment."""
    if item.landed is not None:
        return state_of(item.landed, now, reverted=item.reverted)
    if item.closed is not None:
        return ItemState.SET_ASIDE
    quiet = item.active is None or now - item.active >= parameters.quiet_ms
    return ItemState.SET_ASIDE if quiet else ItemState.IN_FLIGHT


def fate_of(state: ItemState) -> Fate:
    """What became of money that went into an item of a state."""
    return _FATES[state]


def state_of_parts(states: AbstractSet[ItemState]) -> ItemState:
    """How work of several parts stands: landed once all of it did, held once all that stands is."""
    if states <= _LANDED:
        standing = states - {ItemState.REVERTED}
        if ItemState.SETTLING in standing:
            return ItemState.SETTLING
        return ItemState.HELD if standing else ItemState.REVERTED
    return ItemState.IN_FLIGHT if ItemState.IN_FLIGHT in states else ItemState.SET_ASIDE


def fate_unlinked(reason: Reason) -> Fate:
    """What became of money that went into no item. What may have been written is not called exploring."""
    return Fate.NOT_FOUND if reason in _WRITTEN else Fate.EXPLORING


_LANDED = frozenset({ItemState.SETTLING, ItemState.HELD, ItemState.REVERTED})

_WRITTEN = frozenset({Reason.NOT_FOUND, Reason.TOO_LITTLE, Reason.LOG_INCOMPLETE, Reason.CLOCK_UNSURE})

_FATES = {
    ItemState.SETTLING: Fate.SHIPPED,
    ItemState.HELD: Fate.SHIPPED,
    ItemState.REVERTED: Fate.REVERTED,
    ItemState.IN_FLIGHT: Fate.IN_FLIGHT,
    ItemState.SET_ASIDE: Fate.SET_ASIDE,
}
