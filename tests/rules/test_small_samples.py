"""What a few values may say: nothing of two, a median of three, a range from five, a mean from ten."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.rules.small_samples import Range, median_range, share_range, summary

AMOUNTS = st.lists(st.integers(1, 10**9), min_size=1, max_size=40)


def test_two_values_have_no_median():
    found = summary([3, 5])
    assert (found.n, found.median, found.range, found.mean) == (2, None, None, None)


def test_three_have_a_median_and_no_range():
    found = summary([9, 1, 5])
    assert (found.median, found.range) == (5, None)


def test_the_range_of_six_reaches_over_all_of_them_and_that_of_eight_leaves_the_ends_out():
    assert median_range([27, 4.8, 12, 3.6, 3.9, 5.2]) == Range(3.6, 27)
    assert median_range([1, 2, 3, 4, 5, 6, 7, 8]) == Range(2, 7)


def test_nine_have_no_mean_and_ten_have_one_with_its_range():
    assert summary(list(range(1, 10))).mean_range is None
    found = summary(list(range(1, 11)))
    assert found.mean == 5.5
    assert found.mean_range.low < 5.5 < found.mean_range.high


def test_the_mean_of_equal_values_has_no_spread():
    low, high = summary([4.0] * 12).mean_range
    assert math.isclose(low, 4.0)
    assert math.isclose(high, 4.0)


@given(AMOUNTS)
def test_a_range_holds_its_median_and_covers_nine_in_ten(values):
    found = summary(values)
    if found.range is None:
        assert len(values) < 5
        return
    ordered = sorted(values)
    assert found.range.low <= found.median <= found.range.high
    inner = sum(math.comb(len(values), k) for k in range(ordered.index(found.range.low) + 1))
    assert 1 - 2 * inner / 2 ** len(values) >= 0.9 or len(set(values)) < len(values)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"), [(0, 10, 0.0, 0.213), (2, 10, 0.0686, 0.4592), (5, 5, 0.649, 1.0)]
)
def test_a_share_lies_where_wilson_says(hits, n, low, high):
    found = share_range(hits, n)
    assert found.low == pytest.approx(low, abs=0.002)
    assert found.high == pytest.approx(high, abs=0.002)


def test_of_four_only_the_counts_are_told():
    assert share_range(2, 4) is None
