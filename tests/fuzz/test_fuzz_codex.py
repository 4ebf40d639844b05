"""Whatever a home of Codex went through, sums are what the running totals grew by."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codex_threads import homes, rounds_of
from growing_logs import aged, totals_of, without_copies
from outlay.readers.logs.codex import READER

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
SHORT = settings(derandomize=True, max_examples=60, deadline=None, suppress_health_check=QUIET)
LONG = settings(max_examples=1500, deadline=None, suppress_health_check=QUIET)
PARTS = st.lists(st.lists(st.integers(0, 1000) | st.just(1000), min_size=4, max_size=4), max_size=5)


def same_in_any_order(home, data):
    ages = data.draw(st.permutations(range(len(home.logs))))
    assert totals_of(READER, aged(home.logs, ages)) == totals_of(READER, home.logs)


def same_in_any_runs(home, data):
    ages = data.draw(st.permutations(range(len(home.logs))))
    rounds = rounds_of(home, data.draw(PARTS))
    assert totals_of(READER, aged(home.logs, ages), rounds) == totals_of(READER, home.logs)


def same_without_copies(home, data):
    rounds = rounds_of(home, data.draw(PARTS))
    assert totals_of(READER, home.logs, rounds) == totals_of(READER, without_copies(home.logs))


def own_growth_alone(home, data):
    kept = totals_of(READER, home.logs, rounds_of(home, data.draw(PARTS)), by=("tool",))
    [counts] = kept.values()
    grown = [sum(growth[key] for growth in home.grown.values()) for key in range(4)]
    assert [counts[1] + (counts[2] or 0), counts[2] or 0, counts[6], counts[7] or 0] == grown


@given(homes(), st.data())
@SHORT
def test_sums_do_not_depend_on_which_file_is_read_first(home, data):
    same_in_any_order(home, data)


@given(homes(), st.data())
@SHORT
def test_sums_do_not_depend_on_where_the_reading_was_cut(home, data):
    same_in_any_runs(home, data)


@given(homes(), st.data())
@SHORT
def test_copied_beginnings_of_forks_add_nothing(home, data):
    same_without_copies(home, data)


@given(homes(), st.data())
@SHORT
def test_threads_come_to_what_their_running_totals_grew_by(home, data):
    own_growth_alone(home, data)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    "holds", [same_in_any_order, same_in_any_runs, same_without_copies, own_growth_alone]
)
def test_the_same_for_long(holds):
    LONG(given(homes(), st.data())(holds))()
