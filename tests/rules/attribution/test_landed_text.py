"""What landed text proves: links of sessions, and weights of turns."""

import pytest

from outlay.domain.attribution import TurnKey
from outlay.rules.attribution.history import History
from outlay.rules.attribution.landed_text import links_of, turn_weights
from outlay.rules.attribution.matching import matches_in
from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.attribution.units import units_of
from rules.attribution.facts import PLACE, at, commit, copy_of, edit, place, pr, pull, text, told, turn


def weights(commits, edits, **known):
    matches = matches_in(commits, edits, History(commits, PARAMETERS), PARAMETERS)
    item_of = {
        one.sha: unit.item for unit in units_of(PLACE, commits, place(**known)) for one in unit.commits
    }
    return turn_weights(commits, edits, matches, item_of)


def links(commits, edits):
    matches = matches_in(commits, edits, History(commits, PARAMETERS), PARAMETERS)
    return [
        (one.session, one.sha, one.lines, one.touched)
        for one in links_of(commits, edits, matches, PARAMETERS)
    ]


def test_each_of_two_sessions_is_linked_by_its_own_lines():
    one = commit([*text("a", 6), *text("b", 4)], sha="a" * 40)
    found = links([one], [edit(text("a", 6)), edit(text("b", 4), 2, (2, 1))])
    assert found == [(1, "a" * 40, 6, 0), (2, "a" * 40, 4, 0)]


def test_a_session_that_wrote_two_lines_of_a_hundred_is_not_linked():
    one = commit([*text("mine", 98), *text("a", 2)])
    assert links([one], [edit(text("a", 2))]) == []


def test_a_session_that_wrote_a_whole_tiny_commit_is_linked():
    assert [lines for _, _, lines, _ in links([commit(text("a", 1))], [edit(text("a", 1))])] == [1]


def test_a_commit_of_trivial_lines_links_nobody():
    assert links([commit(["x = 1", "}"])], [edit(["x = 1", "}"])]) == []


def test_lines_a_person_changed_are_counted_apart():
    written = ["total = compute_total(basket_price, shipping_price, tax_of_region, rounding_mode)"]
    changed = ["total = compute_total(basket_price, shipping_price, tax_of_region, other_rounding)"]
    assert [one[2:] for one in links([commit(changed)], [edit(written)])] == [(0, 1)]


def test_a_turn_weighs_one_for_each_line_that_stands_nowhere_else():
    one = commit(text("a", 6), landed=40, pull=7)
    assert weights([one], [edit(text("a", 6))]) == {TurnKey(1, 1): {pr(7): 6.0}}


def test_a_line_counts_once_however_many_copies_of_its_commit_there_are():
    one = commit(text("a", 6))
    copies = [copy_of(one, 40), copy_of(one, 50, landed=at(50))]
    known = {"pulls": (pull(7, [one, *copies], merged=50),)}
    assert weights([one, *copies], [edit(text("a", 6))], **known) == weights(
        [one], [edit(text("a", 6))], **known
    )


def test_a_line_counts_for_the_first_item_it_landed_in():
    first, second = commit(text("a"), 30, landed=31, pull=7), commit(text("a"), 60, landed=61, pull=8)
    assert set(weights([first, second], [edit(text("a"))])[TurnKey(1, 1)]) == {pr(7)}


def test_a_line_written_again_for_another_item_counts_there():
    first, second = commit(text("a"), 30, landed=31, pull=7), commit(text("a"), 60, landed=61, pull=8)
    found = weights([first, second], [edit(text("a")), edit(text("a"), 40, (1, 2))])
    assert [set(found[TurnKey(1, n)]) for n in (1, 2)] == [{pr(7)}, {pr(8)}]


def test_a_touched_line_weighs_less_than_one_as_it_was_written():
    written = ["total = compute_total(basket_price, shipping_price, tax_of_region, rounding_mode)"]
    changed = ["total = compute_total(basket_price, shipping_price, tax_of_region, other_rounding)"]
    found = weights([commit(changed, landed=31, pull=7)], [edit(written)])
    assert found[TurnKey(1, 1)] == {pr(7): pytest.approx(PARAMETERS.touched_weight)}


def test_a_redone_attempt_belongs_to_the_session_whose_text_landed():
    edits = [edit(text("first")), edit(text("second"), 9, (2, 1))]
    outcome = told([commit(text("second"), 30, landed=31, pull=7)], edits, [turn(), turn(1, 9, session=2)])
    assert {one.session for one in outcome.links} == {2}
