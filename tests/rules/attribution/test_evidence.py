"""The tiers: which rule sends a turn where, in their order, and why a turn goes nowhere."""

import pytest

from outlay.domain.attribution import Reason, TurnKey
from outlay.rules.attribution.parameters import PARAMETERS
from rules.attribution.facts import (
    HOUR,
    MINUTE,
    PLACE,
    WHOLE,
    at,
    commit,
    copy_of,
    edit,
    file,
    head,
    place,
    pr,
    pull,
    revert,
    text,
    tiers,
    told,
    turn,
    went,
)

TOPIC = f"branch:{PLACE}:topic"


def on_topic(one):
    """The place when a commit lies on a branch of its own."""
    return place(branches={one.sha: ("topic",)})


def seven(one, **more):
    return place(pulls=(pull(7, [one], **more),))


def test_a_turn_whose_text_landed_went_there():
    one = commit(text("a"), landed=31, pull=7)
    assert went(told([one], [edit(text("a"))], [turn()])) == {pr(7): ("A", WHOLE)}


def test_a_turn_of_little_text_among_much_is_not_proven_by_it():
    one = commit(text("a", 1), landed=31, pull=7)
    wrote = edit([*text("a", 1), *text("thrown", 50)], path="src/new_elsewhere.py")
    assert "A" not in tiers(told([one], [wrote], [turn()])).values()


def test_a_turn_that_wrote_one_line_which_landed_is_proven_by_it():
    one = commit([*text("mine", 40), *text("a", 1)], landed=31, pull=7)
    assert tiers(told([one], [edit(text("a", 1))], [turn()])) == {1: "A"}


def test_a_turn_over_two_pull_requests_is_split_by_its_text():
    commits = [commit(text("a", 6), 30, landed=31, pull=7), commit(text("b", 6), 40, landed=41, pull=8)]
    outcome = told(commits, [edit(text("a", 6)), edit(text("b", 6), 1)], [turn()])
    assert went(outcome) == {pr(7): ("A", WHOLE // 2), pr(8): ("A", WHOLE // 2)}


def test_an_item_with_a_small_part_of_a_turns_text_is_dropped_from_it():
    commits = [commit(text("a", 20), 30, landed=31, pull=7), commit(text("b", 2), 40, landed=41, pull=8)]
    outcome = told(commits, [edit(text("a", 20)), edit(text("b", 2), 1)], [turn()])
    assert set(went(outcome)) == {pr(7)}


def test_landed_text_beats_the_branch_it_was_written_on():
    draft = commit(text("z"), 10)
    landed = commit(text("a"), 30, landed=31, pull=7)
    outcome = told([draft, landed], [edit(text("a"))], [turn(branch="topic")], on_topic(draft))
    assert set(went(outcome)) == {pr(7)}


def test_a_commit_the_turn_made_itself_proves_it_also_when_it_was_rebased_since():
    first = commit(text("by_hand"), 3)
    again = copy_of(first, 20, landed=at(20), pull=7)
    outcome = told([first, again], [], [turn(made=(first.sha[:9],))], seven(again, merged=20))
    assert went(outcome) == {pr(7): ("A", WHOLE)}


def test_a_commit_that_may_be_two_proves_nothing():
    pair = [
        commit(text(name), n, landed=n, pull=n, sha="abcdef12" + name * 32)
        for n, name in ((7, "a"), (8, "b"))
    ]
    assert tiers(told(pair, [], [turn(made=("abcdef12",))])) == {1: "no_edits"}


def test_a_pull_request_the_turn_opened_proves_it():
    one = commit(text("by_hand"), 3)
    outcome = told([one], [], [turn(pulls=((PLACE, 7),))], seven(one))
    assert went(outcome) == {pr(7): ("A", WHOLE)}


def test_an_attested_session_proves_the_turns_that_edited_the_commits_files():
    one = commit(text("rewritten"), landed=31, pull=7)
    turns = [turn(1), turn(2, 600)]
    edits = [edit(text("first")), edit(text("other"), 600, (1, 2), path="docs/x.md")]
    outcome = told([one], edits, turns, attested={(1, PLACE, one.sha): 8})
    assert went(outcome) == {pr(7): ("N", WHOLE)}
    assert "N" not in {tier for tier, _ in went(outcome, 2).values()}


def test_edits_in_the_checkout_of_a_branch_went_into_the_branchs_work():
    one = commit(text("kept"), 30)
    thrown = edit(text("thrown"), 5, path="src/unseen.py")
    assert went(told([one], [thrown], [turn(branch="topic")], on_topic(one))) == {TOPIC: ("B", WHOLE)}


def test_a_branch_is_no_evidence_for_edits_outside_its_checkout():
    one = commit(text("kept"), 30)
    outside = edit(text("thrown"), 5, path="src/unseen.py", root="/home/sam/other")
    assert tiers(told([one], [outside], [turn(branch="topic")], on_topic(one))) == {1: "edits_in_no_commit"}


def test_the_checkouts_own_log_beats_the_branch_a_session_tells():
    one = commit(text("kept"), 30)
    thrown = edit(text("thrown"), 5, path="src/unseen.py")
    outcome = told([one], [thrown], [turn(branch="main")], on_topic(one), checkouts=(head("topic", -1),))
    assert went(outcome) == {TOPIC: ("B", WHOLE)}


def test_the_default_branch_is_nobodys_work():
    one = commit(text("kept"), 30, landed=31)
    thrown = edit(text("thrown"), 5, path="src/unseen.py")
    known = place(branches={one.sha: ("main",)})
    assert tiers(told([one], [thrown], [turn(branch="main")], known)) == {1: "edits_in_no_commit"}


def test_a_discarded_attempt_went_into_the_one_open_piece_of_work_on_its_file():
    one = commit(text("kept"), 30)
    outcome = told([one], [edit(text("thrown"), 60)], [turn(1, 58)], seven(one, created=20, merged=90))
    assert went(outcome) == {pr(7): ("C", WHOLE)}


def test_a_discarded_attempt_on_a_file_of_two_open_pieces_proves_nothing():
    one, two = commit(text("kept"), 30), commit(text("also"), 31)
    known = place(pulls=(pull(7, [one], created=20), pull(8, [two], created=20)))
    assert tiers(told([one, two], [edit(text("thrown"), 60)], [turn(1, 58)], known)) == {
        1: "edits_in_no_commit"
    }


def test_a_discarded_edit_waits_for_the_next_direct_commit_to_its_file():
    hours = PARAMETERS.trunk_ms / HOUR * 60
    for minute, expected in ((hours - 1, "C"), (hours + 1, "edits_in_no_commit")):
        one = commit(text("kept"), minute, landed=minute)
        assert tiers(told([one], [edit(text("thrown"))], [turn()])) == {1: expected}


def test_a_turn_that_edited_nothing_on_the_sessions_branch_is_context():
    one = commit(text("a"), 30)
    turns = [turn(1, 0, branch="topic"), turn(2, 20, branch="topic")]
    assert tiers(told([one], [edit(text("a"))], turns, on_topic(one))) == {1: "A", 2: "b"}


def test_a_branch_alone_says_nothing_of_a_session_that_never_edited():
    one = commit(text("a"), 30)
    assert tiers(told([one], [], [turn(1, 0, branch="topic")], on_topic(one))) == {1: "no_edits"}


def test_a_branch_only_told_at_the_start_is_stale_once_the_session_went_on():
    one, two = commit(text("a"), 30), commit(text("b"), 31, landed=31, pull=7)
    turns = [turn(n, n * 20, branch="topic", tool="codex") for n in (1, 2)]
    edits = [edit(text("b"), 20), edit(text("thrown"), 40, (1, 2), path="src/unseen.py")]
    known = on_topic(one)
    assert TOPIC not in went(told([one, two], edits, turns, known), 2)
    sure = told([one, two], edits, turns, known, checkouts=(head("topic", 1),))
    assert went(sure, 2) == {TOPIC: ("B", WHOLE)}


def carried(gap, first_edits):
    """Two turns so many minutes apart; the first or the second one is proven, the other asked much and edited nothing."""
    one = commit(text("a"), 900, landed=901, pull=7)
    edits = [edit(text("a"), 1 if first_edits else gap + 6, (1, 1 if first_edits else 2))]
    return tiers(told([one], edits, [turn(1, 0), turn(2, 5 + gap)]))


def test_a_turn_goes_where_the_next_proven_one_went_when_that_is_near():
    minutes = PARAMETERS.carry_next_ms / MINUTE
    assert carried(minutes, first_edits=False) == {1: "C+", 2: "A"}
    assert carried(minutes + 1, first_edits=False) == {1: "no_edits", 2: "A"}


def test_a_turn_goes_where_the_previous_proven_one_went_when_that_is_near():
    minutes = PARAMETERS.carry_previous_ms / MINUTE
    assert carried(minutes, first_edits=True) == {1: "A", 2: "C-"}
    assert carried(minutes + 1, first_edits=True) == {1: "A", 2: "no_edits"}


def test_a_short_question_before_a_turn_that_worked_is_its_own():
    one = commit(text("a"), 900, landed=901, pull=7)
    asked = turn(1, 0, calls=PARAMETERS.aside_calls[0])
    assert tiers(told([one], [edit(text("a"), 9, (1, 2))], [asked, turn(2, 8)])) == {1: "no_edits", 2: "A"}


def test_another_sessions_turns_carry_nothing():
    one = commit(text("a"), 900, landed=901, pull=7)
    outcome = told([one], [edit(text("a"), 9, (2, 1))], [turn(1, 0), turn(1, 8, session=2)])
    assert tiers(outcome) == {1: "no_edits"}


@pytest.mark.parametrize(
    ("edits", "where", "reason"),
    [
        ([], PLACE, Reason.NO_EDITS),
        ([], None, Reason.OUTSIDE),
        ([edit(text("a"))], PLACE, Reason.NOT_FOUND),
        ([edit(text("a"), place=None)], None, Reason.OUTSIDE),
        ([edit(text("a"), path="")], PLACE, Reason.NO_EDITS),
    ],
)
def test_a_turn_without_evidence_says_why(edits, where, reason):
    outcome = told([], edits, [turn(place=where, root=None)])
    assert (outcome.shares, outcome.unlinked) == ((), {TurnKey(1, 1): reason})


def test_two_sessions_in_one_checkout_are_told_apart_by_their_text():
    commits = [commit(text("a"), 30, landed=31, pull=7), commit(text("b"), 32, landed=33, pull=8)]
    edits = [edit(text("a"), 1), edit(text("b"), 2, (2, 1))]
    turns = [turn(1, 0, branch="x"), turn(1, 1, session=2, branch="x")]
    outcome = told(commits, edits, turns)
    assert (set(went(outcome)), set(went(outcome, session=2))) == ({pr(7)}, {pr(8)})


def test_a_session_over_several_pull_requests_is_told_by_turn():
    names = "abc"
    commits = [commit(text(name), 100 + n, landed=100 + n, pull=n) for n, name in enumerate(names, 1)]
    edits = [edit(text(name), 20 * n, (1, n)) for n, name in enumerate(names, 1)]
    outcome = told(commits, edits, [turn(n, 20 * n - 1) for n in (1, 2, 3)])
    assert [set(went(outcome, n)) for n in (1, 2, 3)] == [{pr(1)}, {pr(2)}, {pr(3)}]


def test_edits_outside_the_sessions_checkout_go_where_their_text_landed():
    one = commit(text("a"), 30, landed=31, pull=7)
    wrote = edit(text("a"), root="/home/sam/tree-2")
    assert set(went(told([one], [wrote], [turn(place="acme/other", root="/home/sam/other")]))) == {pr(7)}


def test_a_commit_that_takes_another_back_is_no_work_of_a_turn():
    one = commit(text("a"), 30, landed=31, pull=7)
    back = commit((file(text("z"), removed=text("a")),), 60, landed=61, subject='Revert "Add it"')
    outcome = told(
        [one, back], [edit(text("a"))], [turn()], reverts={PLACE: (revert(back.sha, one.sha, 61),)}
    )
    assert ([unit.item for unit in outcome.units], set(went(outcome))) == ([pr(7)], {pr(7)})


def test_a_reapplied_change_takes_nothing_from_the_first_one():
    one = commit(text("a"), 30, landed=31, pull=7)
    again = commit(text("a"), 90, landed=91, subject='Reapply "Add it"')
    assert set(went(told([one, again], [edit(text("a"))], [turn()]))) == {pr(7)}


def test_the_owners_word_changes_only_its_turn():
    commits = [commit(text(name), 30, landed=31, pull=n) for n, name in ((7, "a"), (8, "b"))]
    edits = [edit(text("a"), 1), edit(text("b"), 20, (1, 3))]
    turns = [turn(1, 0), turn(2, 8), turn(3, 19)]
    plain = told(commits, edits, turns)
    said = told(commits, edits, turns, own_words={TurnKey(1, 3): (("ticket:LED-1", 3), (None, 1))})
    assert went(said, 3) == {"ticket:LED-1": ("O", 750_000)}
    assert said.unlinked[TurnKey(1, 3)] is Reason.OWN_WORD
    assert [went(said, n) for n in (1, 2)] == [went(plain, n) for n in (1, 2)]


def test_an_own_word_of_nothing_unlinks_the_turn():
    one = commit(text("a"), 30, landed=31, pull=7)
    said = told([one], [edit(text("a"))], [turn()], own_words={TurnKey(1, 1): ((None, 1),)})
    assert (went(said), tiers(said)) == ({}, {1: "unlinked_by_the_owner"})


def test_a_rebase_takes_no_line_from_the_turn_that_wrote_it_first():
    first = commit(text("a"), 30)
    again = copy_of(first, 90)
    edits = [edit(text("a"), 1), edit(text("a"), 60, (1, 2), root="/home/sam/tree-2")]
    turns = [turn(1, 0), turn(2, 300)]
    before = told([first], edits, turns, seven(first))
    after = told([first, again], edits, turns, seven(again))
    assert [went(after, n) for n in (1, 2)] == [went(before, n) for n in (1, 2)]
