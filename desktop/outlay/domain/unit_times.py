"""How long a piece of work took."""

from typing import NamedTuple

from outlay.domain.moments import UtcMillis


class Times(NamedTuple):
    """How long an item took, in milliseconds; None is not known, or not over. Source: attribution.md 7.3.

    Coding and review need the moment its pull request was opened; `cycle` needs a tracker. `active` has a moment of each
    quarter of an hour with an own commit or a turn of direct evidence: days of any zone can be counted from it.
    """

    first: UtcMillis | None = None
    coding: int | None = None
    review: int | None = None
    total: int | None = None
    cycle: int | None = None
    active: tuple[UtcMillis, ...] = ()


NO_TIMES = Times()
