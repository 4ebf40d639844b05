"""Words such as week and month as days of a zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import moment_of
from outlay.rules.periods import (
    calendar_week,
    day_starts,
    first_weekday,
    last_days,
    month_of,
    today_of,
    week_start_of,
)

ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham"])
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(moment_of)  # noqa: DTZ001
NEW_YEAR = moment_of(datetime(2027, 1, 1, 12, tzinfo=UTC))
UTC_ZONE = ZoneInfo("UTC")


@given(MOMENTS, ZONES)
def test_the_present_lies_in_today_in_the_last_days_and_in_the_month(now, zone):
    there = ZoneInfo(zone)
    for period in (today_of(now, there), last_days(now, there, 7), month_of(now, there)):
        assert period.first <= now < period.after


@given(MOMENTS, ZONES)
def test_days_follow_each_other_without_gap_or_overlap(now, zone):
    days = day_starts(last_days(now, ZoneInfo(zone), 14))
    assert all(one[2] == other[1] for one, other in zip(days, days[1:], strict=False))
    assert len(days) == 14


@given(MOMENTS, ZONES)
def test_a_day_begins_on_a_quarter_hour(now, zone):
    assert all(first % 900_000 == 0 for _, first, _ in day_starts(last_days(now, ZoneInfo(zone), 3)))


def test_seven_days_reach_over_a_new_year():
    assert last_days(NEW_YEAR, UTC_ZONE, 7).start == date(2026, 12, 26)
    assert month_of(NEW_YEAR, UTC_ZONE).start == date(2027, 1, 1)


def test_a_calendar_week_goes_from_monday_to_sunday():
    week = calendar_week(date(2027, 1, 1), UTC_ZONE)
    assert (week.start, week.end) == (date(2026, 12, 28), date(2027, 1, 4))


@pytest.mark.parametrize(("week_start", "start"), [("monday", 16), ("sunday", 22), ("saturday", 21)])
def test_a_week_begins_on_the_day_that_is_set(week_start, start):
    week = calendar_week(date(2026, 11, 22), UTC_ZONE, first_weekday(week_start))
    assert (week.start, len(week.days)) == (date(2026, 11, start), 7)
    assert week_start_of(week.start, first_weekday(week_start)) == week.start
