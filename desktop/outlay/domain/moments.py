"""Moments and periods. A moment is whole milliseconds since 1970 in UTC; days exist only in a zone."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, NewType
from zoneinfo import ZoneInfo

UtcMillis = NewType("UtcMillis", int)

QUARTER_MS = 15 * 60 * 1000
"""Length of the rollup's bucket: every zone in use is a multiple of a quarter-hour from UTC."""


def moment_of(at: datetime) -> UtcMillis:
    """The moment of an aware datetime; a naive one raises ValueError."""
    if at.tzinfo is None:
        message = "a moment needs a zone"
        raise ValueError(message)
    since = at - _EPOCH
    return UtcMillis((since.days * _DAY_SECONDS + since.seconds) * 1000 + since.microseconds // 1000)


def datetime_of(moment: UtcMillis) -> datetime:
    """The aware UTC datetime of a moment."""
    return _EPOCH + timedelta(milliseconds=moment)


def iso_of(moment: UtcMillis) -> str:
    """RFC 3339 in UTC to the second, as contract.md writes moments."""
    return datetime_of(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(moment: UtcMillis, zone: ZoneInfo) -> date:
    """The calendar day of a moment in a zone."""
    return datetime_of(moment).astimezone(zone).date()


def start_of_day(day: date, zone: ZoneInfo) -> UtcMillis:
    """The first moment of a day in a zone."""
    return moment_of(datetime(day.year, day.month, day.day, tzinfo=zone))


class Period(NamedTuple):
    """Half-open range of days in a zone; `end` is the day after the last one."""

    start: date
    end: date
    zone: ZoneInfo

    @property
    def first(self) -> UtcMillis:
        """The first moment inside."""
        return start_of_day(self.start, self.zone)

    @property
    def after(self) -> UtcMillis:
        """The first moment after the period."""
        return start_of_day(self.end, self.zone)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day inside, in order."""
        return tuple(self.start + timedelta(days=n) for n in range((self.end - self.start).days))


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_SECONDS = 86_400
