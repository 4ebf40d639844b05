"""Spans of days: they hold the day they are made around, tile the calendar, and step back to where they came from."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import Period
from outlay.rules.spans import Span, Unit, is_running, moved_to, span_around, span_of_days, stepped

BERLIN = ZoneInfo("Europe/Berlin")
units = st.sampled_from([unit for unit in Unit if unit is not Unit.OWN])
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(units, days, st.integers(0, 6))
def test_a_span_holds_its_day_and_the_next_one_begins_where_it_ends(unit, day, first_weekday):
    span = span_around(unit, day, BERLIN, first_weekday)
    assert span.period.start <= day < span.period.end
    assert stepped(span, 1).period.start == span.period.end
    assert stepped(span, -1).period.end == span.period.start


@given(units, days, st.integers(-30, 30))
def test_stepping_there_and_back_gives_the_same_span(unit, day, by):
    span = span_around(unit, day, BERLIN)
    assert stepped(stepped(span, by), -by) == span


def test_weeks_begin_on_the_day_the_owner_says():
    sunday = date(2026, 11, 22)
    assert span_around(Unit.WEEK, sunday, BERLIN).period.start == date(2026, 11, 16)
    assert span_around(Unit.WEEK, sunday, BERLIN, 6).period.start == sunday


@pytest.mark.parametrize(
    ("unit", "first", "after"),
    [
        (Unit.DAY, date(2026, 11, 24), date(2026, 11, 25)),
        (Unit.MONTH, date(2026, 11, 1), date(2026, 12, 1)),
        (Unit.QUARTER, date(2026, 10, 1), date(2027, 1, 1)),
        (Unit.YEAR, date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_months_quarters_and_years_are_the_calendars(unit, first, after):
    assert span_around(unit, date(2026, 11, 24), BERLIN).period == Period(first, after, BERLIN)


def test_days_of_ones_own_are_stepped_by_their_number():
    span = Span(Unit.OWN, Period(date(2026, 11, 1), date(2026, 11, 11), BERLIN))
    assert stepped(span, -1).period == Period(date(2026, 10, 22), date(2026, 11, 1), BERLIN)


def test_a_span_runs_until_its_last_day_is_over():
    span = span_around(Unit.WEEK, date(2026, 11, 18), BERLIN)
    assert is_running(span, date(2026, 11, 22))
    assert not is_running(span, date(2026, 11, 22) + timedelta(days=1))


@given(units, days, days, st.integers(0, 6))
def test_another_day_is_held_by_the_span_of_the_same_unit_and_week(unit, day, other, first_weekday):
    span = span_around(unit, day, BERLIN, first_weekday)
    assert moved_to(span, other) == span_around(unit, other, BERLIN, first_weekday)


@given(days, st.integers(0, 6))
def test_from_days_of_ones_own_another_day_leads_to_its_week_as_the_owner_cuts_weeks(day, first_weekday):
    own = span_of_days(span_around(Unit.WEEK, day, BERLIN, first_weekday), day, day + timedelta(days=3))
    assert (own.unit, own.period) == (Unit.OWN, Period(day, day + timedelta(days=3), BERLIN))
    assert moved_to(own, day) == span_around(Unit.WEEK, day, BERLIN, first_weekday)
