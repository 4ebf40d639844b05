"""Which days a word such as "week" means."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from outlay.domain.moments import Period, UtcMillis, day_of, start_of_day

STRIP_DAYS = 14
DAYS_PER_WEEK = 7

_WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}


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


def first_weekday(week_start: str) -> int:
    """Which weekday a week begins on, Monday 0, by the setting of that name."""
    return _WEEKDAYS[week_start]


def calendar_week(day: date, zone: ZoneInfo, first: int = 0) -> Period:
    """The seven days around a day that begin on a weekday, Monday 0."""
    start = week_start_of(day, first)
    return Period(start, start + timedelta(days=DAYS_PER_WEEK), zone)


def week_start_of(day: date, first: int = 0) -> date:
    """The first day of the week a day lies in."""
    return day - timedelta(days=(day.weekday() - first) % DAYS_PER_WEEK)


def day_starts(period: Period) -> list[tuple[date, UtcMillis, UtcMillis]]:
    """Each day with its first moment and the first moment after it; a DST day is longer or shorter."""
    edges = [start_of_day(day, period.zone) for day in (*period.days, period.end)]
    return [(day, first, after) for day, (first, after) in zip(period.days, pairwise(edges), strict=True)]


def weeks_before(week: Period, weeks: int) -> Period:
    """So many weeks up to the beginning of one."""
    return Period(week.start - timedelta(days=DAYS_PER_WEEK * weeks), week.start, week.zone)
