"""When the owner wants to be reminded of a week's review: a weekday and a time, as the setting keeps them."""

import re
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, datetime_of, moment_of
from outlay.rules.periods import DAYS_PER_WEEK

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_FORM = re.compile(rf"({'|'.join(DAYS)}) ([01]\d|2[0-3]):([0-5]\d)")


class Reminder(NamedTuple):
    """A weekday, Monday 0, and a time of it in the owner's zone."""

    weekday: int
    at: time


def reminder_from(kept: str) -> Reminder | None:
    """The reminder a setting keeps; None while none is asked for."""
    found = _FORM.fullmatch(kept)
    return Reminder(DAYS.index(found[1]), time(int(found[2]), int(found[3]))) if found else None


def next_reminder(reminder: Reminder, now: UtcMillis, zone: ZoneInfo) -> UtcMillis:
    """The first such moment after now. A time the clock leaves out comes as much later; one it has twice, the first."""
    today = datetime_of(now).astimezone(zone).date()
    ahead = (reminder.weekday - today.weekday()) % DAYS_PER_WEEK
    moments = (
        moment_of(datetime.combine(today + timedelta(days=ahead + more), reminder.at, zone))
        for more in (0, DAYS_PER_WEEK)
    )
    return next(moment for moment in moments if moment > now)
