"""Lengths of time as they are shown, in their two largest units."""

_MINUTE_MS = 60_000
_HOUR = 60
_DAY = 24 * _HOUR


def duration_text(milliseconds: int) -> str:
    """`40 min`, `2 h 5 min`, `3 days 4 h`; under a minute that."""
    minutes = milliseconds // _MINUTE_MS
    if minutes < 1:
        return "under a minute"
    if minutes < _HOUR:
        return f"{minutes} min"
    if minutes < _DAY:
        hours, rest = divmod(minutes, _HOUR)
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    days, rest = divmod(minutes, _DAY)
    told = f"{days:,} {'day' if days == 1 else 'days'}"
    return f"{told} {rest // _HOUR} h" if rest >= _HOUR else told
