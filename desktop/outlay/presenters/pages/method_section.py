"""A section of the Method page, and how its numbers are written."""

from typing import NamedTuple

from outlay.domain.tables import Table
from outlay.presenters.tongue import decimal_sign, plural
from outlay.rules.attribution.parameters import DAY_MS, HOUR_MS, MINUTE_MS


class Section(NamedTuple):
    """One rule in words. `anchor` is what *How?* names."""

    anchor: str
    heading: str
    paragraphs: tuple[str, ...]
    table: Table | None = None


def percent(share: float) -> str:
    """`60 %`."""
    return f"{round(100 * share)} %"


def plain_number(value: float) -> str:
    """`4`, `0.05`."""
    return f"{value:g}".replace(".", decimal_sign())


def span(milliseconds: int) -> str:
    """A length of time in the largest unit that says it exactly."""
    if milliseconds % DAY_MS == 0:
        return plural(milliseconds // DAY_MS, one="{n} day", many="{n} days")
    if milliseconds % HOUR_MS == 0:
        return plural(milliseconds // HOUR_MS, one="{n} hour", many="{n} hours")
    return plural(milliseconds // MINUTE_MS, one="{n} minute", many="{n} minutes")
