"""Moments are UTC; days exist in a zone, and a DST day is longer or shorter."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import Period, datetime_of, day_of, iso_of, moment_of, start_of_day

HOUR_MS = 3_600_000
BERLIN = ZoneInfo("Europe/Berlin")
AWARE = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(AWARE)
def test_a_moment_goes_to_datetime_and_back_to_the_millisecond(at):
    assert moment_of(datetime_of(moment_of(at))) == moment_of(at)


def test_a_naive_datetime_is_refused():
    with pytest.raises(ValueError, match="zone"):
        moment_of(datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 20), 24)]
)
def test_a_day_has_the_hours_its_zone_gives_it(day, hours):
    period = Period(day, date.fromordinal(day.toordinal() + 1), BERLIN)
    assert (period.after - period.first) / HOUR_MS == hours


def test_one_moment_lies_on_different_days_in_different_zones():
    at = moment_of(datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    assert day_of(at, ZoneInfo("UTC")) == date(2026, 11, 20)
    assert day_of(at, BERLIN) == date(2026, 11, 21)


def test_a_moment_is_written_in_utc():
    assert iso_of(start_of_day(date(2026, 11, 20), BERLIN)) == "2026-11-19T23:00:00Z"
