"""When an account is asked again without the owner asking for it."""

from typing import Final

from outlay.domain.accounts import AccountStanding, Trouble
from outlay.domain.answers import PlaceState
from outlay.domain.moments import UtcMillis

PACE_MS: Final = 15 * 60_000
"""Work changes a few times a day; a quarter-hour keeps far from every system's limits."""

_STALE_MS: Final = 24 * 3_600_000
"""A host that is away for a while, as on a train, is not worth a word."""

_LONGEST_REST_MS: Final = 7 * 24 * 3_600_000
"""No system counts its requests over more than days."""

_KEYRING: Final = frozenset((Trouble.KEYRING_ABSENT, Trouble.KEYRING_LOCKED, Trouble.KEYRING_SLOW))

WAITS_FOR_THE_OWNER: Final = frozenset(
    (Trouble.REFUSED, Trouble.NOT_ALLOWED, Trouble.NO_SECRET, Trouble.INSECURE, Trouble.KEYRING_REFUSED)
)
"""Asking again brings nothing until the owner has changed something."""


def is_due(standing: AccountStanding, now: UtcMillis) -> bool:
    """Whether to ask now: never before the moment the system named, never again after a plain no."""
    if not may_be_asked(standing, now):
        return False
    trouble = standing.trouble.trouble if standing.trouble else None
    if trouble is Trouble.INTERRUPTED:
        return True
    if trouble in WAITS_FOR_THE_OWNER:
        return False
    return standing.tried is None or now - standing.tried >= PACE_MS or now < standing.tried


def may_be_asked(standing: AccountStanding, now: UtcMillis) -> bool:
    """Whether the owner may have it asked now: a system that said when to come back is left alone until then.

    What it said is void when the clock was set back since, or when it is too far off to be meant.
    """
    until = standing.trouble.until if standing.trouble else None
    if until is None or standing.tried is None or now < standing.tried:
        return True
    return now >= min(until, standing.tried + _LONGEST_REST_MS)


def standing_state(standing: AccountStanding, now: UtcMillis) -> PlaceState:
    """How an account stands: failing when the owner has to act, stale when it has not been read for a day."""
    trouble = standing.trouble.trouble if standing.trouble else None
    if trouble in WAITS_FOR_THE_OWNER | _KEYRING:
        return PlaceState.FAILING
    if trouble in {None, Trouble.INTERRUPTED}:
        return PlaceState.FOUND
    since = standing.read
    return PlaceState.FOUND if since is not None and now - since < _STALE_MS else PlaceState.STALE
