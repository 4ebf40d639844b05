"""Clocks that ran ahead or behind: sessions are set back when their text says so, and left alone when it does not."""

import pytest

from outlay.domain.attribution import TurnKey
from outlay.rules.attribution.clocks import LEAST_LINES, clock_offsets, set_back, turn_set_back, unsure_turns
from outlay.rules.attribution.parameters import PARAMETERS
from rules.attribution.facts import HOUR, MINUTE, WHOLE, at, commit, copy_of, edit, pr, text, told, turn, went

MANY = LEAST_LINES + 10


def landed(name="a", minute=30.0, lines=MANY, pull=7, **more):
    return commit(text(name, lines), minute, landed=minute + 1, pull=pull, **more)


def wrote(name="a", minute=29.0, session=1, lines=MANY, path="src/basket.py"):
    return edit(text(name, lines), minute, (session, 1), path=path)


def offsets(commits, edits):
    return clock_offsets(commits, edits, PARAMETERS)


@pytest.mark.parametrize("ahead", [60, 8 * 60, 26 * 60])
def test_a_clock_an_hour_or_more_ahead_is_set_back_to_the_commit_it_came_after(ahead):
    found = offsets([landed()], [wrote(minute=29 + ahead)])
    assert found == {1: (ahead - 1) * MINUTE}


@pytest.mark.parametrize("ahead", [0, 5])
def test_a_clock_no_more_than_five_minutes_ahead_is_left_alone_and_its_text_matches(ahead):
    one, written = landed(), wrote(minute=30 + ahead)
    assert offsets([one], [written]) == {}
    assert went(told([one], [written], [turn(minute=29 + ahead)])) == {pr(7): ("A", WHOLE)}


@pytest.mark.parametrize("behind", [5, 60, 8 * 60])
def test_a_clock_behind_needs_no_mending_its_text_still_comes_before_the_commit(behind):
    one, written = landed(), wrote(minute=29 - behind)
    assert offsets([one], [written]) == {}
    assert went(told([one], [written], [turn(minute=28 - behind)])) == {pr(7): ("A", WHOLE)}


@pytest.mark.parametrize("ahead", [60, 8 * 60])
def test_a_turn_of_a_clock_that_was_set_back_is_linked_and_in_no_doubt(ahead):
    outcome = told([landed()], [wrote(minute=29 + ahead)], [turn(minute=28 + ahead)])
    assert went(outcome) == {pr(7): ("A", WHOLE)}
    assert {**outcome.unlinked, **outcome.weakly} == {}


def test_fewer_lines_than_it_takes_set_no_clock_back_and_leave_it_in_doubt():
    few = LEAST_LINES - 1
    one, written = landed(lines=few), wrote(minute=90, lines=few)
    assert offsets([one], [written]) == {}
    assert unsure_turns([one], [written], [TurnKey(1, 1)], PARAMETERS) == {TurnKey(1, 1)}


def test_a_session_most_of_whose_lines_came_in_time_restored_old_text():
    commits = [landed("old", 30), landed("new", 200, lines=2 * MANY, pull=8)]
    edits = [wrote("old", 90), wrote("new", 190, lines=2 * MANY, path="src/new.py")]
    assert offsets(commits, edits) == {}


def test_of_mixed_sessions_only_those_that_ran_ahead_are_set_back():
    commits = [landed("a", 30), landed("b", 60, pull=8)]
    edits = [wrote("a", 150, session=1), wrote("b", 55, session=2, path="src/b.py")]
    assert offsets(commits, edits) == {1: 2 * HOUR}


def test_when_most_sessions_ran_ahead_one_that_says_nothing_goes_with_them():
    commits = [landed(str(n), 100 * n, pull=n) for n in (1, 2, 3)]
    edits = [wrote(str(n), 100 * n + 60, session=n, path=f"src/{n}.py") for n in (1, 2, 3)]
    silent = wrote("unseen", 500, session=4, path="src/unseen.py")
    assert offsets(commits, [*edits, silent])[4] == HOUR


def test_two_sessions_that_ran_ahead_do_not_speak_for_the_others():
    commits = [landed(str(n), 100 * n, pull=n) for n in (1, 2)]
    edits = [wrote(str(n), 100 * n + 60, session=n, path=f"src/{n}.py") for n in (1, 2)]
    assert 4 not in offsets(commits, [*edits, wrote("unseen", 500, session=4)])


def test_sessions_in_time_outvote_the_few_that_ran_ahead():
    commits = [landed(str(n), 100 * n, pull=n) for n in range(1, 9)]
    edits = [
        wrote(str(n), 100 * n + (60 if n < 4 else -5), session=n, path=f"src/{n}.py") for n in range(1, 9)
    ]
    assert offsets(commits, [*edits, wrote("unseen", 2000, session=9)]).keys() == {1, 2, 3}


def test_text_that_two_pieces_of_work_add_tells_nothing_of_clocks():
    assert offsets([landed("a", 30), landed("a", 40, pull=8)], [wrote(minute=120)]) == {}


def test_copies_of_one_commit_are_one_and_the_first_of_them_counts():
    one = landed()
    again = copy_of(one, 80, landed=at(80), pull=7)
    assert offsets([again, one], [wrote(minute=120)]) == {1: 90 * MINUTE}


@pytest.mark.parametrize(("commits", "edits"), [([], []), ([landed()], []), ([], [wrote()])])
def test_with_nothing_to_compare_no_clock_is_moved_and_none_is_in_doubt(commits, edits):
    assert offsets(commits, edits) == {}
    assert unsure_turns(commits, edits, [TurnKey(1, 1)], PARAMETERS) == frozenset()


def test_setting_back_moves_a_sessions_edits_and_turns_alone_and_keeps_time_order():
    edits = [wrote("b", 50, session=2), wrote("a", 90, session=1)]
    moved = set_back(edits, {1: HOUR})
    assert [(one.turn.session, one.moment) for one in moved] == [(1, at(30)), (2, at(50))]
    ran = turn(minute=90)
    assert turn_set_back(ran, {1: HOUR})[1:4] == ran._replace(first=at(30), last=at(35))[1:4]
    assert turn_set_back(ran, {2: HOUR}) == ran
