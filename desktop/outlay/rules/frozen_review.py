"""A review's figures as they are kept: written once, read by every later version of Outlay."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Fate
from outlay.domain.moments import Period
from outlay.domain.patterns import Pattern
from outlay.domain.review import (
    Change,
    FollowUpAsked,
    LinkAsked,
    Moved,
    ReviewItem,
    Split,
    UnderWay,
    Verdict,
    WeekReview,
    Went,
    WorthALook,
)

T = TypeVar("T")

FORM = 1
"""Raised when a field changes its meaning; a field that is added has a default and does not raise it."""


def frozen(review: WeekReview) -> str:
    """The figures as text."""
    return json.dumps({"form": FORM, **_plain(review)}, ensure_ascii=False, separators=(",", ":"))


def thawed(text: str) -> WeekReview | None:
    """The figures out of text; None when a newer version wrote them, or they are no such text.

    What an older version did not know yet is empty, and what is not known here is left out.
    """
    try:
        told = json.loads(text)
        return _review(told) if told.get("form") == FORM else None
    except (ValueError, TypeError, KeyError, AttributeError, ZoneInfoNotFoundError):
        return None


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return {"start": value.start.isoformat(), "end": value.end.isoformat(), "zone": value.zone.key}
    if hasattr(value, "_asdict"):
        return {name: _plain(one) for name, one in value._asdict().items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _review(told: Mapping[str, Any]) -> WeekReview:
    shipped = told["shipped"]
    pattern, coverage = told.get("pattern"), told.get("coverage")
    made: dict[str, Any] = {
        "period": _period(told["period"]),
        "shipped": None if shipped is None else _each(shipped, ReviewItem, state=ItemState),
        "went": _each(told["went"], Went, fate=Fate),
        "still_open": _each(told.get("still_open", ()), UnderWay),
        "follow_ups": _each(told.get("follow_ups", ()), FollowUpAsked),
        "links": _each(told.get("links", ()), LinkAsked),
        "pattern": _one(pattern, WorthALook, pattern=Pattern) if pattern else None,
        "change": _change(told["change"]),
        "coverage": (coverage[0], coverage[1]) if coverage else None,
    }
    return WeekReview(**{name: told[name] for name in WeekReview._fields if name not in made}, **made)


def _period(told: Mapping[str, str]) -> Period:
    return Period(date.fromisoformat(told["start"]), date.fromisoformat(told["end"]), ZoneInfo(told["zone"]))


def _change(told: Mapping[str, Any]) -> Change:
    names = ("tools", "models", "projects")
    split = told.get("split")
    lists = {
        name: Moved(*(tuple(told[name][way]) for way in Moved._fields)) for name in names if name in told
    }
    made: dict[str, Any] = {
        "split": _one(split, Split) if split else None,
        "verdict": Verdict(told["verdict"]),
        **lists,
    }
    return _one({**told, **made}, Change)


def _each(rows: Any, kind: Callable[..., T], **types: Callable[[Any], Any]) -> tuple[T, ...]:
    return tuple(_one(row, kind, **types) for row in rows)


def _one(row: Mapping[str, Any], kind: Callable[..., T], **types: Callable[[Any], Any]) -> T:
    """A named tuple out of its fields that are known here."""
    fields: tuple[str, ...] = getattr(kind, "_fields", ())
    return kind(**{name: types.get(name, _same)(value) for name, value in row.items() if name in fields})


def _same(value: Any) -> Any:
    return value
