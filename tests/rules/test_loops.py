"""Loops: the same command failing again and again in one turn, and the requests that asked for it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.domain.patterns import Pattern, PatternFinding, Run, Seen
from outlay.domain.prices import Cost
from outlay.rules.loops import asked_by, repetitions
from outlay.rules.patterns import findings_of


def runs_of(told, command="test", apart=10):
    """Runs in the order told: `x` failed, `.` worked. Each has a request of its own, numbered from 0."""
    return [
        Run(command, f"{command}-{at:03}", UtcMillis(at * apart), mark == "x", at)
        for at, mark in enumerate(told)
    ]


def again(runs):
    return sorted(run.request for run in repetitions(runs))


@pytest.mark.parametrize(
    ("told", "repeated"),
    [
        ("xxx", []),
        ("xxx.", []),
        ("xxxx", [1, 2, 3]),
        ("xxxx.", [1, 2, 3, 4]),
        ("xxx.xxx", []),
        ("x.xxxx.x", [3, 4, 5, 6]),
        ("xxxx.xxxxx", [1, 2, 3, 4, 6, 7, 8, 9]),
        ("", []),
    ],
)
def test_four_failures_in_a_row_are_a_loop_and_the_success_that_ends_them_its_last_run(told, repeated):
    assert again(runs_of(told)) == repeated


def test_other_commands_in_between_do_not_end_a_row():
    other = [run._replace(moment=UtcMillis(run.moment + 5), request=100) for run in runs_of("x.x.", "look")]
    assert again([*runs_of("xxxx"), *other]) == [1, 2, 3]


def test_what_one_request_asked_for_at_once_is_one_run():
    at_once = [run._replace(request=7) for run in runs_of("xxxx")]
    assert again(at_once) == []
    assert again([*at_once, *runs_of("xxxxxxx")[4:]]) == [4, 5, 6]


def test_runs_that_no_request_is_known_for_count_each():
    unknown = [run._replace(request=None) for run in runs_of("xxxx")]
    assert len(list(repetitions(unknown))) == 3


def test_the_request_that_asked_is_the_newest_one_before_the_end():
    requests = [(UtcMillis(10), 70), (UtcMillis(20), 71), (UtcMillis(20), 72), (UtcMillis(30), 73)]
    assert [asked_by(requests, UtcMillis(at)) for at in (9, 10, 19, 20, 99)] == [None, 70, 70, 72, 73]
    assert asked_by([], UtcMillis(10)) is None


ROWS = st.lists(
    st.builds(
        Run,
        st.sampled_from(["a", "b"]),
        st.uuids().map(str),
        st.integers(0, 30).map(UtcMillis),
        st.booleans(),
        st.none() | st.integers(0, 20),
    ),
    max_size=25,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_reading_is_irrelevant(runs, dice):
    mixed = list(runs)
    random.Random(dice.random()).shuffle(mixed)
    assert list(repetitions(mixed)) == list(repetitions(runs))


@given(ROWS)
def test_a_repetition_is_one_of_the_runs_and_never_the_first_of_its_command(runs):
    found = list(repetitions(runs))
    firsts = {
        min((run for run in runs if run.command == name), key=lambda run: (run.moment, run.call)).call
        for name in {run.command for run in runs}
    }
    assert len({run.call for run in found}) == len(found) <= max(0, len(runs) - 1)
    assert not firsts & {run.call for run in found}


def seen(request, micros, session="s", pattern=Pattern.LOOP, estimated=False):
    return Seen("codex", session, pattern, request, Cost(micros, estimated, None))


def test_a_request_seen_twice_pays_once():
    (one,) = findings_of([seen(1, 40), seen(1, 40), seen(2, 5)])
    assert (one.count, one.list_micros) == (3, 45)


def test_what_has_no_price_is_counted_beside_and_alone_it_is_unknown():
    (some,) = findings_of([seen(1, 40), seen(2, None), seen(None, None)])
    assert (some.count, some.list_micros, some.unpriced) == (3, 40, 2)
    assert findings_of([seen(1, None)])[0].list_micros is None


def test_sessions_and_patterns_are_told_apart_and_one_estimate_makes_the_sum_one():
    found = findings_of(
        [seen(3, 1, "t"), seen(1, 4, estimated=True), seen(2, 5), seen(1, 7, pattern=Pattern.CACHE_REWRITE)]
    )
    assert found == (
        PatternFinding("codex", "s", Pattern.CACHE_REWRITE, 1, 7, estimated=False),
        PatternFinding("codex", "s", Pattern.LOOP, 2, 9, estimated=True),
        PatternFinding("codex", "t", Pattern.LOOP, 1, 1, estimated=False),
    )
