"""Days and times as they are shown, in the language in force, independent of the machine's locale."""

from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import Period, UtcMillis, datetime_of, day_of
from outlay.presenters.tongue import ENGLISH_NAME, tongue


class Calendar(NamedTuple):
    """How a language names days and months; `ordinal` follows the number of a day.

    `months` stand in a date, `lone_months` alone. Source: CLDR, as Qt's own fields for days write them.
    """

    days: tuple[str, ...]
    long_days: tuple[str, ...]
    months: tuple[str, ...]
    lone_months: tuple[str, ...]
    long_months: tuple[str, ...]
    ordinal: str = ""


CALENDARS = {
    ENGLISH_NAME: Calendar(
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December"),
    ),
    "de": Calendar(
        ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        ("Jan.", "Feb.", "M\u00e4rz", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
        ("Jan", "Feb", "M\u00e4r", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"),
        ("Januar", "Februar", "M\u00e4rz", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
         "November", "Dezember"),
        ".",
    ),
}  # fmt: skip
"""By language; one without an entry names days the English way."""

_DAYS_PER_WEEK = 7


def calendar() -> Calendar:
    """The names of the language in force."""
    return CALENDARS.get(tongue().name, CALENDARS[ENGLISH_NAME])


def weekday_letter(day: date) -> str:
    """The first letter of the weekday."""
    return calendar().days[day.weekday()][0]


def weekday_text(day: date) -> str:
    """`Fri`."""
    return calendar().days[day.weekday()]


def day_text(day: date) -> str:
    """`Fri 20 Nov`."""
    return f"{weekday_text(day)} {day_month_text(day)}"


def spoken_day(day: date) -> str:
    """`Friday 20`."""
    return f"{calendar().long_days[day.weekday()]} {_number(day)}"


def range_text(period: Period, *, year: bool = False) -> str:
    """First and last day joined by an en dash, month and year said once where they agree; one day alone.

    Two years are always told apart; `year` says the one year too.
    """
    first, last = period.start, period.end - timedelta(days=1)
    told = f" {last.year}" if year or first.year != last.year else ""
    if first >= last:
        return day_text(first) + told
    return f"{_range_start(first, last)} \u2013 {day_month_text(last)}{told}"


def day_month_text(day: date) -> str:
    """`20 Nov`."""
    return f"{_number(day)} {calendar().months[day.month - 1]}"


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
        return f"{weekday_text(day)} {clock_text(moment, period.zone)}"
    return day_month_text(day)


def reset_text(moment: UtcMillis, zone: ZoneInfo, today: date) -> str:
    """`19:10` today, `Tue 24` within a week, else `3 Dec`."""
    day = day_of(moment, zone)
    if day == today:
        return clock_text(moment, zone)
    if day - today <= timedelta(days=_DAYS_PER_WEEK):
        return f"{weekday_text(day)} {_number(day)}"
    return day_month_text(day)


def _range_start(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return _number(first)
    return day_month_text(first) + (f" {first.year}" if first.year != last.year else "")


def _number(day: date) -> str:
    return f"{day.day}{calendar().ordinal}"
