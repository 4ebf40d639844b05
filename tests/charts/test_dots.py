"""Dots over one axis: which values are named, and what is said of few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.charts.dots import DotGroup, dots_chart


def written(value: float) -> str:
    return f"{value:g}"


def group(*values: float, median=None, low=None, high=None) -> DotGroup:
    return DotGroup("With an agent", values, tuple(f"item {v:g}" for v in values), True, median, low, high)


def test_values_come_in_order_each_with_its_own_words():
    (row,) = dots_chart([group(3, 1, 2)], "days", written).rows
    assert row.values == (1, 2, 3)
    assert row.told == ("item 1", "item 2", "item 3")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (group(1), "too few for a median"),
        (group(1, 2, 3, median=2), "median 2, too few for a range"),
        (group(1, 2, 3, 4, 5, median=3, low=1.5, high=4), "median 3, 1.5 to 4"),
    ],
)
def test_what_may_be_said_depends_on_what_is_known(shown, words):
    assert dots_chart([shown], "days", written).rows[0].range == words


def test_a_wide_range_is_shown_on_a_log_scale_and_says_so():
    chart = dots_chart([group(1.5, 18)], "days", written)
    assert chart.log
    assert chart.caption == "days (log scale)"
    assert [text for _, text in chart.ticks] == ["2", "4", "8", "16"]


def test_a_zero_keeps_the_scale_even():
    chart = dots_chart([group(0, 50)], "days", written)
    assert not chart.log
    assert chart.low == 0
    assert chart.ticks[0] == (0, "0")


def test_nothing_to_compare_has_an_axis_all_the_same():
    chart = dots_chart([group()], "days", written)
    assert chart.low < chart.high
    assert chart.ticks


@given(st.lists(st.floats(min_value=0, max_value=1e6, allow_subnormal=False), min_size=1, max_size=30))
def test_every_value_and_every_tick_lies_on_the_axis(values):
    chart = dots_chart([group(*values)], "days", written)
    assert all(chart.low <= value <= chart.high for value in values)
    assert all(chart.low <= value <= chart.high for value, _ in chart.ticks)
    assert len(chart.ticks) <= 8
