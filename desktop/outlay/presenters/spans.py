"""The chosen span in words: its range, its unit, and the title of a page that shows it."""

from datetime import date, timedelta

from outlay.presenters.days import range_text
from outlay.presenters.tongue import tr
from outlay.rules.spans import Span, Unit

UNITS = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
"""The units a person picks from, the shortest first."""

_MIDDLE = timedelta(days=3)
"""From a week's first day to the one whose calendar week has most of its days, whatever weekday it begins on."""


def unit_text(unit: Unit) -> str:
    """The unit's name in the picker."""
    return {
        Unit.DAY: tr("Day"),
        Unit.WEEK: tr("Week"),
        Unit.MONTH: tr("Month"),
        Unit.QUARTER: tr("Quarter"),
        Unit.YEAR: tr("Year"),
        Unit.OWN: tr("Own days"),
    }[unit]


def span_text(span: Span) -> str:
    """`16 \u2013 22 Nov 2026`."""
    return range_text(span.period, year=True)


def span_title(span: Span, today: date) -> str:
    """`Week 47`, never `This week`: a longer span is named, so that it reads the same tomorrow; a day may be today."""
    start = span.period.start
    if span.unit is Unit.WEEK:
        return tr("Week {number}", number=(start + _MIDDLE).isocalendar().week)
    if span.unit is Unit.QUARTER:
        return tr("Quarter {number}", number=(start.month - 1) // 3 + 1)
    if span.unit is Unit.DAY:
        return tr("Today") if start == today else tr("The day")
    return {Unit.MONTH: tr("The month"), Unit.YEAR: tr("Year {year}", year=start.year)}.get(
        span.unit, tr("These days")
    )


def of_span(unit: Unit) -> str:
    """How the span is called inside a sentence: `this week`."""
    return {
        Unit.DAY: tr("this day"),
        Unit.WEEK: tr("this week"),
        Unit.MONTH: tr("this month"),
        Unit.QUARTER: tr("this quarter"),
        Unit.YEAR: tr("this year"),
        Unit.OWN: tr("these days"),
    }[unit]
