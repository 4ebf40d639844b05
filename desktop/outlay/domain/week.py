"""A week's answer: its days, what shipped, and the items its money went into."""

from datetime import date
from typing import NamedTuple

from outlay.domain.answers import ShippedItem
from outlay.domain.items import ItemsAnswer
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.money import Amount


class WeekDay(NamedTuple):
    """One day of a week: list value in micro-units by tool, and what landed."""

    day: date
    by_tool: tuple[tuple[str, int], ...]
    requests: int
    unpriced_requests: int
    items: tuple[ShippedItem, ...]
    unpriced_by_tool: tuple[tuple[str, int], ...] = ()
    """The tools with requests that have no price, and how many."""


class WeekAnswer(NamedTuple):
    """A week's spend beside what shipped. `shipped` None: unknown; `work` adds up to the total."""

    period: Period
    as_of: UtcMillis
    revision: int
    sample: bool
    days: tuple[WeekDay, ...]
    total: Amount
    unpriced_requests: int
    shipped: int | None
    settling: int
    work: ItemsAnswer
    shipped_unknown: str = ""
    """Why what shipped is not all known, as a Glance says it; empty when it is."""
    oldest: UtcMillis | None = None
    newest: UtcMillis | None = None
    """The first and the last request that is known at all."""
    shipped_at_least: bool = False
    """More may have shipped."""

    @property
    def items(self) -> tuple[ShippedItem, ...]:
        """What shipped, in order of days."""
        return tuple(item for day in self.days for item in day.items)
