"""What counts as shipped, and for how long it is settling. Source: design, rules of honesty 12 and 13."""

from datetime import timedelta

from outlay.domain.answers import ItemState
from outlay.domain.moments import UtcMillis

SETTLING_MS = int(timedelta(days=14).total_seconds() * 1000)


def state_of(landed: UtcMillis, now: UtcMillis, *, reverted: bool) -> ItemState:
    """How a landed item stands at a moment."""
    if reverted:
        return ItemState.REVERTED
    return ItemState.SETTLING if now - landed < SETTLING_MS else ItemState.HELD
