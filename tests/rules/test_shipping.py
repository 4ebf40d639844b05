"""Whether landed work stands, as pure rules over what git says."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.answers import ItemState
from outlay.domain.moments import UtcMillis
from outlay.rules.shipping import SETTLING_MS, standing_of, standing_reverts, state_of
from rules.commits import landed, revert, sha, standing


def test_a_piece_settles_for_two_weeks_and_then_holds() -> None:
    landing = UtcMillis(1)
    assert state_of(landing, UtcMillis(SETTLING_MS), reverted=False) is ItemState.SETTLING
    assert state_of(landing, UtcMillis(SETTLING_MS + 1), reverted=False) is ItemState.HELD
    assert state_of(landing, UtcMillis(SETTLING_MS + 1), reverted=True) is ItemState.REVERTED


def test_a_revert_takes_back_the_commit_it_names_and_no_other() -> None:
    assert standing(landed("basket"), landed("prices"), reverts=(revert("undo", "basket"),)) == [False, True]


def test_a_shortened_sha_names_the_commit_too() -> None:
    assert standing(landed("basket"), reverts=(revert("undo", "basket", length=8),)) == [False]


def test_a_revert_of_a_merge_takes_back_all_that_came_through_it() -> None:
    merged = (landed("basket", through="merge"), landed("prices", through="merge"), landed("labels"))
    assert standing(*merged, reverts=(revert("undo", "merge"),)) == [False, False, True]


def test_a_revert_that_came_through_a_merge_goes_when_that_merge_is_reverted() -> None:
    reverts = (revert("undo", "basket", through="merge"), revert("redo", "merge"))
    assert standing(landed("basket"), reverts=reverts) == [True]


def test_a_revert_of_a_pull_request_takes_back_all_that_came_with_it() -> None:
    merged = (landed("basket", through="merge", pull=12), landed("prices", pull=12), landed("labels", pull=1))
    assert standing(*merged, reverts=(revert("undo", "#12", pull=13),)) == [False, False, True]


def test_a_revert_by_pull_request_goes_when_its_own_pull_request_is_reverted() -> None:
    reverts = (revert("undo", "#12", pull=13), revert("redo", "#13", pull=14))
    assert standing(landed("basket", pull=12), reverts=reverts) == [True]


def test_what_was_taken_back_stands_again_after_every_second_revert() -> None:
    chain = (revert("r1", "basket", 2), revert("r2", "r1", 3), revert("r3", "r2", 4), revert("r4", "r3", 5))
    found = [standing(landed("basket"), reverts=chain[:count]) for count in range(5)]
    assert [one for (one,) in found] == [True, False, True, False, True]


@given(st.permutations(range(30)), st.integers(0, 30))
def test_a_chain_is_walked_to_its_end_in_whatever_order_it_is_told(order: list[int], count: int) -> None:
    chain = [revert(f"r{at}", f"r{at - 1}" if at else "basket") for at in order if at < count]
    assert standing(landed("basket"), reverts=tuple(chain)) == [count % 2 == 0]


def test_of_two_reverts_of_one_commit_one_is_enough() -> None:
    reverts = (revert("r1", "basket"), revert("r2", "basket"), revert("redo", "r1"))
    assert standing(landed("basket"), reverts=reverts) == [False]


def test_messages_that_name_each_other_or_themselves_end() -> None:
    ring = (revert("r1", "r2"), revert("r2", "r1"), revert("r3", "r3"), revert("r1", "basket"))
    assert standing(landed("basket"), reverts=ring) == [False]


def test_a_commit_two_clones_hold_is_taken_back_when_either_knows_its_merge() -> None:
    known = landed("basket", through="merge")
    commits = (known, known._replace(through=None))
    assert standing_of(commits, [revert("undo", "merge")]) == frozenset()


def test_a_revert_two_clones_hold_goes_when_either_knows_its_merge() -> None:
    known = revert("undo", "basket", through="merge")
    reverts = (known, known._replace(through=None), revert("redo", "merge"))
    assert standing(landed("basket"), reverts=reverts) == [True]


def test_the_reverts_that_stand_are_those_nothing_takes_back() -> None:
    reverts = (revert("undo", "basket"), revert("redo", "undo"), revert("other", "prices"))
    assert standing_reverts(reverts) == {sha("redo"), sha("other")}
