"""Money adds up to the micro-unit, and refuses what is not money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.money import Money

WEIGHTS = st.lists(st.integers(0, 10**12), min_size=1, max_size=40).filter(any).map(tuple)


@given(st.integers(-(10**15), 10**15), WEIGHTS)
def test_the_parts_of_a_split_sum_to_the_whole(micros, weights):
    assert sum(part.micros for part in Money(micros).split(weights)) == micros


@given(st.integers(0, 10**15), WEIGHTS)
def test_each_part_is_within_one_micro_unit_of_its_share(micros, weights):
    for part, weight in zip(Money(micros).split(weights), weights, strict=True):
        assert abs(part.micros * sum(weights) - micros * weight) < sum(weights)


def test_what_rounding_leaves_goes_to_the_largest_remainders_first_part_first():
    assert [part.micros for part in Money(100).split((1, 1, 1))] == [34, 33, 33]


@pytest.mark.parametrize("weights", [(), (0, 0), (1, -1)])
def test_a_split_without_usable_weights_is_refused(weights):
    with pytest.raises(ValueError, match="weights"):
        Money(100).split(weights)


def test_two_currencies_are_never_added():
    with pytest.raises(ValueError, match="EUR"):
        Money(1, "USD") + Money(1, "EUR")


@pytest.mark.parametrize("amount", [1.0, True, "1"])
def test_money_takes_whole_micro_units_only(amount):
    with pytest.raises(TypeError, match="micro-units"):
        Money(amount)
