"""How a search ranks, and which day a text means."""

import re
from datetime import date
from itertools import chain

_MONTHS = (
    ("january", "januar"), ("february", "februar"), ("march", "m\u00e4rz"), ("april",), ("may", "mai"), ("june", "juni"),
    ("july", "juli"), ("august",), ("september",), ("october", "oktober"), ("november",), ("december", "dezember"),
)  # fmt: skip
"""In English and German; three letters of one are enough."""

_SHORTEST = 3

_LETTERS = r"[a-zä]+"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\.?\s+({_LETTERS})\.?(?:\s+(\d{{4}}))?")
_MONTH_FIRST = re.compile(rf"({_LETTERS})\.?\s+(\d{{1,2}})(?:,?\s+(\d{{4}}))?")

PREFIX, WORD, INSIDE = range(3)
"""Where a text stands in a name: at its beginning, at that of a word, anywhere."""


def rank_of(text: str, *names: str) -> int | None:
    """The best place a text has in names, whatever the case; None when it is in none."""
    wanted = text.casefold()
    places = (_place(wanted, name.casefold()) for name in names)
    return min(chain(place for place in places if place is not None), default=None)


def day_meant(text: str, today: date) -> date | None:
    """The day of `2026-11-19`, `19 nov`, `Nov 19` or `19. November 2025`; without a year the last such day."""
    told = text.strip().casefold()
    try:
        return date.fromisoformat(told)
    except ValueError:
        pass
    if found := _DAY_FIRST.fullmatch(told):
        return _day(found[3], found[2], found[1], today)
    if found := _MONTH_FIRST.fullmatch(told):
        return _day(found[3], found[1], found[2], today)
    return None


def _day(year: str | None, month: str, day: str, today: date) -> date | None:
    number = _month(month)
    if number is None:
        return None
    try:
        if year is not None:
            return date(int(year), number, int(day))
        here = date(today.year, number, int(day))
        return here if here <= today else here.replace(year=today.year - 1)
    except ValueError:
        return None


def _month(text: str) -> int | None:
    """The month a text is the beginning of, or the name of: `sept`, `november`; a longer word is none."""
    if len(text) < _SHORTEST:
        return None
    return next(
        (at for at, names in enumerate(_MONTHS, 1) if any(name.startswith(text) for name in names)), None
    )


def _place(wanted: str, name: str) -> int | None:
    at = name.find(wanted)
    if at < 0:
        return None
    if at == 0:
        return PREFIX
    return WORD if re.search(rf"(?<!\w){re.escape(wanted)}", name) else INSIDE
