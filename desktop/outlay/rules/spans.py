"""The spans of days a person steps through: a day, a week, a month, a quarter, a year, or days of their own."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import Period

_DAYS_PER_WEEK = 7
_MONTHS_PER_YEAR = 12


class Unit(StrEnum):
    """How long a step is. `own` is a first and a last day as chosen, stepped by its own length."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OWN = "own"


_MONTHS_OF = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


class Span(NamedTuple):
    """A period and the unit it is stepped by."""

    unit: Unit
    period: Period


def span_around(unit: Unit, day: date, zone: ZoneInfo, first_weekday: int = 0) -> Span:
    """The span of a unit that holds a day; weeks begin on `first_weekday`, Monday 0. `own` is the day alone."""
    if unit in _MONTHS_OF:
        months = _MONTHS_OF[unit]
        first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
        return Span(unit, Period(first, _months_after(first, months), zone))
    if unit is Unit.WEEK:
        first = day - timedelta(days=(day.weekday() - first_weekday) % _DAYS_PER_WEEK)
        return Span(unit, Period(first, first + timedelta(days=_DAYS_PER_WEEK), zone))
    return Span(unit, Period(day, day + timedelta(days=1), zone))


def stepped(span: Span, by: int) -> Span:
    """The span `by` steps later, earlier when negative."""
    start, end, zone = span.period
    if span.unit in _MONTHS_OF:
        months = _MONTHS_OF[span.unit]
        first = _months_after(start, months * by)
        return Span(span.unit, Period(first, _months_after(first, months), zone))
    shift = (end - start) * by
    return Span(span.unit, Period(start + shift, end + shift, zone))


def is_running(span: Span, today: date) -> bool:
    """Whether the span is not over, so that there is none after it to step to."""
    return span.period.end > today


def _months_after(day: date, months: int) -> date:
    count = day.year * _MONTHS_PER_YEAR + day.month - 1 + months
    return day.replace(year=count // _MONTHS_PER_YEAR, month=count % _MONTHS_PER_YEAR + 1, day=1)
