"""Which days before a moment were worked, from when to when, and what each took at list price."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, day_of, moment_of, start_of_day
from outlay.domain.money import split_whole

_TODAY_MICROS = 14_600_000
_WEEK_MICROS = (87_400_000, 71_500_000, 66_100_000, 58_300_000, 49_800_000)
"""The last seven days with today, then the weeks before."""

_WEIGHTS = (
    (273, 119, 186, 142, 90),
    (144, 96, 191, 164, 120),
    (120, 171, 88, 152, 130),
    (98, 160, 131, 110, 84),
    (126, 81, 117, 92, 82),
)
"""How a week's amount is spread over its days, newest first."""

_SATURDAY = 5
MINUTE = 60_000


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


class WorkedDay(NamedTuple):
    """One day of work and what its requests should come to."""

    day: date
    span: Span
    micros: int


def worked_days(now: UtcMillis, zone: ZoneInfo) -> tuple[WorkedDay, ...]:
    """Today, whatever weekday it is, and the weekdays of five weeks, newest first."""
    today = day_of(now, zone)
    days = [WorkedDay(today, _until(now, zone), _TODAY_MICROS)]
    for week, micros in enumerate(_WEEK_MICROS):
        dates = [today - timedelta(days=7 * week + n) for n in range(7)]
        worked = [day for day in dates if day < today and day.weekday() < _SATURDAY]
        amounts = split_whole(micros - (0 if week else _TODAY_MICROS), _WEIGHTS[week][: len(worked)])
        days += [
            WorkedDay(day, _office_hours(day, zone), part) for day, part in zip(worked, amounts, strict=True)
        ]
    return tuple(days)


def _office_hours(day: date, zone: ZoneInfo) -> Span:
    """About nine to half past five, a little different each day."""
    late = timedelta(minutes=day.toordinal() * 7 % 40)
    first = datetime.combine(day, time(9, 0), zone) + late
    return Span(moment_of(first), moment_of(first + timedelta(hours=8, minutes=20)))


def _until(now: UtcMillis, zone: ZoneInfo) -> Span:
    """Today's hours so far: never before midnight, at least three hours when there are so many."""
    midnight = start_of_day(day_of(now, zone), zone)
    first = min(_office_hours(day_of(now, zone), zone).first, now - 180 * MINUTE)
    return Span(max(midnight, UtcMillis(first)), max(midnight, UtcMillis(now - 2 * MINUTE)))
