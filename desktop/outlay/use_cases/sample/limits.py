"""What Codex says of its quota windows at a moment, so that they stand as the look's pictures show them then."""

from typing import Any

from outlay.domain.moments import UtcMillis
from outlay.use_cases.sample.days import MINUTE

_SHORT, _LONG = 300, 10_080
_SHORT_LEFT, _LONG_LEFT = 104, 5_760
"""Minutes until each window begins anew, seen from the pictures."""
_SHORT_THEN, _LONG_THEN = 38, 61
"""Percent used then."""


def rate_limits(moment: UtcMillis, then: UtcMillis) -> dict[str, Any]:
    """The `rate_limits` of one `token_count`; `then` is when the pictures stand."""
    return {
        "limit_id": "codex",
        "limit_name": None,
        "primary": _window(moment, then, _SHORT, _SHORT_LEFT, _SHORT_THEN),
        "secondary": _window(moment, then, _LONG, _LONG_LEFT, _LONG_THEN),
        "credits": {"has_credits": False, "unlimited": False, "balance": None},
        "plan_type": "plus",
        "rate_limit_reached_type": None,
    }


def _window(moment: UtcMillis, then: UtcMillis, minutes: int, left: int, percent: int) -> dict[str, Any]:
    """Use grows with the root of the time since the window began, so that no window overflows."""
    length = minutes * MINUTE
    resets = then + left * MINUTE
    resets -= (resets - moment - 1) // length * length
    passed = 1 - (resets - moment) / length
    passed_then = 1 - left / minutes
    used = float(round(percent * (passed / passed_then) ** 0.5))
    return {"used_percent": used, "window_minutes": minutes, "resets_at": resets // 1000}
