from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from outlay.domain.moments import Period, moment_of
from outlay.presenters.days import (
    clock_text,
    landed_text,
    moment_text,
    range_text,
    reset_text,
    spoken_day,
    weekday_letter,
)

BERLIN = ZoneInfo("Europe/Berlin")
MOMENT = moment_of(datetime(2026, 11, 20, 16, 26, tzinfo=UTC))


def days(start: date, end: date) -> Period:
    return Period(start, end, BERLIN)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 11, 14), date(2026, 11, 21), "14 \u2013 20 Nov"),
        (date(2026, 11, 20), date(2026, 11, 21), "Fri 20 Nov"),
        (date(2026, 10, 28), date(2026, 11, 4), "28 Oct \u2013 3 Nov"),
        (date(2026, 12, 28), date(2027, 1, 4), "28 Dec 2026 \u2013 3 Jan 2027"),
    ],
)
def test_a_period_says_its_last_day_and_no_word_twice(start, end, text):
    assert range_text(days(start, end)) == text


def test_the_year_is_said_once_when_it_is_asked_for():
    assert range_text(days(date(2026, 11, 14), date(2026, 11, 21)), year=True) == "14 \u2013 20 Nov 2026"
    assert range_text(days(date(2026, 11, 20), date(2026, 11, 21)), year=True) == "Fri 20 Nov 2026"
    two_years = days(date(2025, 12, 29), date(2026, 1, 5))
    assert range_text(two_years, year=True) == range_text(two_years) == "29 Dec 2025 \u2013 4 Jan 2026"


def test_a_time_is_said_in_the_owners_zone():
    assert clock_text(MOMENT, BERLIN) == "17:26"


def test_another_day_stands_before_the_time():
    assert moment_text(MOMENT, BERLIN, date(2026, 11, 20)) == "17:26"
    assert moment_text(MOMENT, BERLIN, date(2026, 11, 21)) == "Fri 20 Nov, 17:26"
    assert moment_text(MOMENT, BERLIN, date(2027, 1, 2)) == "Fri 20 Nov 2026, 17:26"


def test_what_landed_is_dated_as_short_as_the_period_allows():
    assert landed_text(MOMENT, days(date(2026, 11, 20), date(2026, 11, 21))) == "17:26"
    assert landed_text(MOMENT, days(date(2026, 11, 14), date(2026, 11, 21))) == "Fri 17:26"
    assert landed_text(MOMENT, days(date(2026, 11, 1), date(2026, 11, 21))) == "20 Nov"


def test_a_reset_is_a_time_today_a_day_this_week_and_a_date_later():
    assert reset_text(MOMENT, BERLIN, date(2026, 11, 20)) == "17:26"
    assert reset_text(MOMENT, BERLIN, date(2026, 11, 16)) == "Fri 20"
    assert reset_text(MOMENT, BERLIN, date(2026, 11, 2)) == "20 Nov"


def test_weekdays_have_a_letter_and_a_spoken_name():
    assert weekday_letter(date(2026, 11, 20)) == "F"
    assert spoken_day(date(2026, 11, 19)) == "Thursday 19"
