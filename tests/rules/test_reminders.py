"""A reminder comes at the owner's weekday and time in the zone that holds, once a week, also when clocks change."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis, datetime_of, moment_of
from outlay.rules.reminders import DAYS, next_reminder, reminder_from

BERLIN = ZoneInfo("Europe/Berlin")


def following(kept, now, zone=BERLIN):
    found = next_reminder(reminder_from(kept), moment_of(now), zone)
    return datetime_of(found).astimezone(zone)


def test_it_is_the_same_day_before_its_time_and_a_week_later_from_its_time_on():
    friday = datetime(2026, 11, 27, 15, 59, tzinfo=BERLIN)
    assert following("friday 16:00", friday) == datetime(2026, 11, 27, 16, tzinfo=BERLIN)
    assert following("friday 16:00", friday + timedelta(minutes=1)) == datetime(
        2026, 12, 4, 16, tzinfo=BERLIN
    )


def test_it_keeps_the_owners_clock_across_a_change_of_clocks():
    before = datetime(2026, 10, 23, 17, tzinfo=BERLIN)
    found = following("friday 16:00", before)
    assert (found.hour, found.utcoffset(), before.utcoffset()) == (16, timedelta(hours=1), timedelta(hours=2))


def test_a_time_the_clock_leaves_out_comes_an_hour_later_that_day():
    assert (
        following("sunday 02:30", datetime(2026, 3, 28, 12, tzinfo=BERLIN)).isoformat()
        == "2026-03-29T03:30:00+02:00"
    )


@given(
    st.sampled_from(DAYS),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(978_307_200_000, 2_840_140_800_000),
)
def test_it_is_always_ahead_and_at_most_a_week_and_an_hour(day, hour, minute, now):
    found = next_reminder(reminder_from(f"{day} {hour:02}:{minute:02}"), UtcMillis(now), BERLIN)
    assert 0 < found - now <= timedelta(days=7, hours=1) // timedelta(milliseconds=1)


@pytest.mark.parametrize(
    "kept", ["", "friday", "friday 24:00", "friday 9:00", "Freitag 09:00", "friday 09:00 "]
)
def test_what_is_no_weekday_and_time_is_no_reminder(kept):
    assert reminder_from(kept) is None
