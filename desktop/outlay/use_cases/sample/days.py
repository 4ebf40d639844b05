"""When the workdays of the sample's weeks were, seen from a moment."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, day_of, moment_of, start_of_day
from outlay.use_cases.sample.story import WORKDAYS
from outlay.use_cases.sample.weeks import WEEKS

MINUTE = 60_000
_FRIDAY = 4
_WEEK_ENDS = time(17, 0)
_DRAWN = time(17, 26)
_FRIDAY_LATE = 4


class Span(NamedTuple):
    """A stretch of time, both ends inside."""

    first: UtcMillis
    last: UtcMillis

    def at(self, percent: int) -> UtcMillis:
        """The moment after so much of it."""
        return UtcMillis(self.first + (self.last - self.first) * percent // 100)

    def part(self, number: int, count: int) -> "Span":
        """One of `count` equal parts, from 0."""
        length = self.last - self.first
        return Span(
            UtcMillis(self.first + length * number // count),
            UtcMillis(self.first + length * (number + 1) // count),
        )


class Workday(NamedTuple):
    """One weekday of the story: its place counted back from the Friday of the running week, and its office hours."""

    place: int
    day: date
    span: Span


def workdays(now: UtcMillis, zone: ZoneInfo) -> tuple[Workday, ...]:
    """The weekdays of the story that have begun, the oldest first."""
    monday = _running_monday(now, zone)
    days = []
    for place in reversed(range(len(WEEKS) * WORKDAYS)):
        weeks, back = divmod(place, WORKDAYS)
        day = monday + timedelta(days=_FRIDAY - back - 7 * weeks)
        days.append(Workday(place, day, _office_hours(day, zone)))
    return tuple(one for one in days if one.span.first < now)


def late_hours(now: UtcMillis, zone: ZoneInfo) -> Span:
    """The hour by the clock that runs and the one before it, as far as they are of this day."""
    hour, day = now - now % (60 * MINUTE), start_of_day(day_of(now, zone), zone)
    return Span(UtcMillis(max(day, hour - 60 * MINUTE)), UtcMillis(hour + 58 * MINUTE))


def drawn_at(now: UtcMillis, zone: ZoneInfo) -> UtcMillis:
    """The moment of this day at which the look's pictures stand."""
    return moment_of(datetime.combine(day_of(now, zone), _DRAWN, zone))


def _running_monday(now: UtcMillis, zone: ZoneInfo) -> date:
    """The Monday of week 0: the week after the last one whose Friday's work has ended."""
    today = day_of(now, zone)
    monday = today - timedelta(days=today.weekday())
    ends = moment_of(datetime.combine(monday + timedelta(days=_FRIDAY), _WEEK_ENDS, zone))
    return monday + timedelta(days=7) if now >= ends else monday


def _office_hours(day: date, zone: ZoneInfo) -> Span:
    """About nine to half past five, a little different each day but Friday."""
    late = _FRIDAY_LATE if day.weekday() == _FRIDAY else day.toordinal() * 7 % 40
    first = datetime.combine(day, time(9, 0), zone) + timedelta(minutes=late)
    return Span(moment_of(first), moment_of(first + timedelta(hours=8, minutes=20)))
