"""Lengths of time as they are shown, in their two largest units."""

from outlay.presenters.tongue import decimal_sign, number, plural, tr

_MINUTE_MS = 60_000
_HOUR = 60
_DAY = 24 * _HOUR
_WHOLE_FROM = 100
"""Tenths of days from which on whole days are told."""


def duration_text(milliseconds: int) -> str:
    """`40 min`, `2 h 5 min`, `3 days 4 h`; under a minute that."""
    minutes = milliseconds // _MINUTE_MS
    if minutes < 1:
        return tr("under a minute")
    if minutes < _HOUR:
        return tr("{minutes} min", minutes=minutes)
    if minutes < _DAY:
        hours, rest = divmod(minutes, _HOUR)
        return (
            tr("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else tr("{hours} h", hours=hours)
        )
    days, rest = divmod(minutes, _DAY)
    if rest < _HOUR:
        return plural(days, one="{n} day", many="{n} days")
    return plural(days, one="{n} day {hours} h", many="{n} days {hours} h", hours=rest // _HOUR)


def days_text(milliseconds: int) -> str:
    """`6.3`: days with one digit behind the decimal sign, from ten on without; less than a tenth says so."""
    tenth = _DAY * _MINUTE_MS // 10
    tenths = (milliseconds + tenth // 2) // tenth
    if not tenths:
        return f"<\u00a00{decimal_sign()}1"
    if tenths >= _WHOLE_FROM:
        return number((tenths + 5) // 10)
    return f"{tenths // 10}{decimal_sign()}{tenths % 10}"
