"""Which days a word such as "week" means."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from outlay.domain.moments import Period, UtcMillis, day_of, start_of_day

STRIP_DAYS = 14


def today_of(now: UtcMillis, zone: ZoneInfo) -> Period:
    """The day of a moment."""
    return last_days(now, zone, 1)


def last_days(now: UtcMillis, zone: ZoneInfo, days: int) -> Period:
    """So many days up to and with the day of a moment."""
    after = day_of(now, zone) + timedelta(days=1)
    return Period(after - timedelta(days=days), after, zone)


def month_of(now: UtcMillis, zone: ZoneInfo) -> Period:
    """The calendar month of a moment up to and with its day."""
    day = day_of(now, zone)
    return Period(day.replace(day=1), day + timedelta(days=1), zone)


def calendar_week(day: date, zone: ZoneInfo) -> Period:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=7), zone)


def day_starts(period: Period) -> list[tuple[date, UtcMillis, UtcMillis]]:
    """Each day with its first moment and the first moment after it; a DST day is longer or shorter."""
    edges = [start_of_day(day, period.zone) for day in (*period.days, period.end)]
    return [(day, first, after) for day, (first, after) in zip(period.days, pairwise(edges), strict=True)]
