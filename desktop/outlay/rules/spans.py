"""The spans of days a person steps through: a day, a week, a month, a quarter, a year, or days of their own."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import Period
from outlay.rules.periods import calendar_week

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
    """A period, the unit it is stepped by, and the weekday its owner's weeks begin on, Monday 0."""

    unit: Unit
    period: Period
    first_weekday: int = 0


def span_around(unit: Unit, day: date, zone: ZoneInfo, first_weekday: int = 0) -> Span:
    """The span of a unit that holds a day; weeks begin on `first_weekday`, Monday 0. `own` is the day alone."""
    if unit in _MONTHS_OF:
        months = _MONTHS_OF[unit]
        first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
        return Span(unit, Period(first, _months_after(first, months), zone), first_weekday)
    if unit is Unit.WEEK:
        return Span(unit, calendar_week(day, zone, first_weekday), first_weekday)
    return Span(unit, Period(day, day + timedelta(days=1), zone), first_weekday)


def span_of_days(span: Span, first: date, after: date) -> Span:
    """Days of one's own in place of a span, `after` the day behind the last."""
    return span._replace(unit=Unit.OWN, period=Period(first, after, span.period.zone))


def moved_to(span: Span, day: date, unit: Unit | None = None) -> Span:
    """The span of a unit, the same one by default, that holds another day; in place of own days it is a week."""
    own = Unit.WEEK if span.unit is Unit.OWN else span.unit
    return span_around(unit or own, day, span.period.zone, span.first_weekday)


def stepped(span: Span, by: int) -> Span:
    """The span `by` steps later, earlier when negative."""
    start, end, zone = span.period
    if span.unit in _MONTHS_OF:
        months = _MONTHS_OF[span.unit]
        first = _months_after(start, months * by)
        return span._replace(period=Period(first, _months_after(first, months), zone))
    shift = (end - start) * by
    return span._replace(period=Period(start + shift, end + shift, zone))


def is_running(span: Span, today: date) -> bool:
    """Whether the span is not over, so that there is none after it to step to."""
    return span.period.end > today


def _months_after(day: date, months: int) -> date:
    count = day.year * _MONTHS_PER_YEAR + day.month - 1 + months
    return day.replace(year=count // _MONTHS_PER_YEAR, month=count % _MONTHS_PER_YEAR + 1, day=1)
