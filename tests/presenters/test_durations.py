"""Lengths in days, short enough for a column."""

import pytest

from outlay.presenters.durations import days_text

DAY = 86_400_000


@pytest.mark.parametrize(
    ("days", "text"),
    [(6.25, "6.3"), (0.9, "0.9"), (0.01, "<\u00a00.1"), (0, "<\u00a00.1"), (9.96, "10"), (41.5, "42")],
)
def test_days_have_one_digit_behind_the_sign_and_from_ten_on_none(days, text):
    assert days_text(round(days * DAY)) == text
