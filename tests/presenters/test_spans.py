"""What a span of days is called."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from outlay.presenters.spans import span_title
from outlay.rules.spans import Unit, span_around

UTC = ZoneInfo("UTC")
NEARLY_TWO_YEARS = [date(2025, 12, 20) + timedelta(days=at) for at in range(700)]


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_a_week_has_the_number_of_the_calendar_week_most_of_it_lies_in(first_weekday):
    for day in NEARLY_TWO_YEARS:
        span = span_around(Unit.WEEK, day, UTC, first_weekday)
        weeks = [(span.period.start + timedelta(days=at)).isocalendar().week for at in range(7)]
        assert span_title(span, day) == f"Week {max(weeks, key=weeks.count)}"
