"""What Copilot says a request came to: AI units, or premium requests on older plans.

Source: log-formats.md section 4.2. A billion nano units are one AI unit, and an AI unit is a US cent.
"""

import re
from typing import Final, NamedTuple

AI_UNIT: Final = "ai_unit"
PREMIUM_REQUEST: Final = "premium_request"
_NANO_PER_MICRO_DOLLAR: Final = 100_000
_NANO_PER_MICRO_UNIT: Final = 1_000
_MILLION: Final = 1_000_000
_SHOWN: Final = re.compile(r"\s(\d{1,4}(?:\.\d{1,6})?)x$")


class Charge(NamedTuple):
    """Millionths of a dollar, and of a unit, in the order in which `UsageEvent` has them; None is not said."""

    micros: int | None = None
    unit: str | None = None
    units: int | None = None


def charge_of(nano: int | None, premium: float | None = None) -> Charge:
    """A charge out of nano AI units, else out of premium requests.

    Zero nano units may stand for a plan that is not billed in them, so they say nothing.
    """
    if nano:
        return Charge(_part(nano, _NANO_PER_MICRO_DOLLAR), AI_UNIT, _part(nano, _NANO_PER_MICRO_UNIT))
    if premium is not None and 0 <= premium <= _MILLION:
        return Charge(None, PREMIUM_REQUEST, round(premium * _MILLION))
    return Charge()


def multiplier_shown(details: str | None) -> float | None:
    """The multiplier in a text shown under an answer, `Claude Sonnet 4.5 • 0.9x`; None where it has none."""
    found = _SHOWN.search(details.rstrip()) if details else None
    return float(found[1]) if found else None


def _part(nano: int, size: int) -> int:
    """Whole parts, rounded to the nearest."""
    return (nano + size // 2) // size
