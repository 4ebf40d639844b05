"""Whatever a home of Claude Code went through, a day's sums tell each response once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claude_conversations import homes
from growing_logs import aged, cuts, totals_of, without_copies
from outlay.readers.logs.claude_code import READER

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
SHORT = settings(derandomize=True, max_examples=80, deadline=None, suppress_health_check=QUIET)
LONG = settings(max_examples=1500, deadline=None, suppress_health_check=QUIET)


def same_in_any_order(logs, data):
    ages = data.draw(st.permutations(range(len(logs))))
    assert totals_of(READER, aged(logs, ages)) == totals_of(READER, logs)


def same_in_any_runs(logs, data):
    ages = data.draw(st.permutations(range(len(logs))))
    assert totals_of(READER, aged(logs, ages), data.draw(cuts(logs))) == totals_of(READER, logs)


def same_without_copies(logs, data):
    assert totals_of(READER, logs, data.draw(cuts(logs))) == totals_of(READER, without_copies(logs))


@given(homes(), st.data())
@SHORT
def test_sums_do_not_depend_on_which_file_is_read_first(logs, data):
    same_in_any_order(logs, data)


@given(homes(), st.data())
@SHORT
def test_sums_do_not_depend_on_where_the_reading_was_cut(logs, data):
    same_in_any_runs(logs, data)


@given(homes(), st.data())
@SHORT
def test_copies_add_nothing(logs, data):
    same_without_copies(logs, data)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("holds", [same_in_any_order, same_in_any_runs, same_without_copies])
def test_the_same_for_long(holds):
    LONG(given(homes(), st.data())(holds))()
