"""Days and times as they are shown. English names, independent of the machine's locale."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from outlay.domain.moments import Period, UtcMillis, datetime_of, day_of

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS_PER_WEEK = 7


def weekday_letter(day: date) -> str:
    """The first letter of the weekday."""
    return _DAYS[day.weekday()][0]


def day_text(day: date) -> str:
    """`Fri 20 Nov`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def spoken_day(day: date) -> str:
    """`Friday 20`."""
    return f"{_LONG_DAYS[day.weekday()]} {day.day}"


def range_text(period: Period, *, year: bool = False) -> str:
    """First and last day joined by an en dash, month and year said once where they agree; one day alone.

    Two years are always told apart; `year` says the one year too.
    """
    first, last = period.start, period.end - timedelta(days=1)
    told = f" {last.year}" if year or first.year != last.year else ""
    if first >= last:
        return day_text(first) + told
    return f"{_range_start(first, last)} \u2013 {_day_month(last)}{told}"


def clock_text(moment: UtcMillis, zone: ZoneInfo) -> str:
    """`17:26` in the zone."""
    return datetime_of(moment).astimezone(zone).strftime("%H:%M")


def moment_text(moment: UtcMillis, zone: ZoneInfo, today: date) -> str:
    """The time alone on the same day, else the day before it, with its year when that is another."""
    day = day_of(moment, zone)
    clock = clock_text(moment, zone)
    if day == today:
        return clock
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day_text(day)}{year}, {clock}"


def landed_text(moment: UtcMillis, period: Period) -> str:
    """When something of a period landed, as short as the period allows: `17:26`, `Thu 17:26`, `19 Nov`."""
    day = day_of(moment, period.zone)
    length = (period.end - period.start).days
    if length == 1:
        return clock_text(moment, period.zone)
    if length <= _DAYS_PER_WEEK:
        return f"{_DAYS[day.weekday()]} {clock_text(moment, period.zone)}"
    return _day_month(day)


def reset_text(moment: UtcMillis, zone: ZoneInfo, today: date) -> str:
    """`19:10` today, `Tue 24` within a week, else `3 Dec`."""
    day = day_of(moment, zone)
    if day == today:
        return clock_text(moment, zone)
    if day - today <= timedelta(days=_DAYS_PER_WEEK):
        return f"{_DAYS[day.weekday()]} {day.day}"
    return _day_month(day)


def _range_start(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    return _day_month(first) + (f" {first.year}" if first.year != last.year else "")


def _day_month(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
