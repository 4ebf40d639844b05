"""Why a turn is not linked or only weakly: each reason where it holds, and not where it nearly does."""

from outlay.domain.attribution import Reason, TurnKey
from rules.attribution.facts import WHOLE, commit, edit, file, place, pr, text, tiers, told, turn, went


def why(outcome, number=1):
    """Why a turn is not linked, or only weakly."""
    key = TurnKey(1, number)
    return outcome.unlinked.get(key) or outcome.weakly.get(key)


def test_a_turn_that_only_took_lines_away_wrote_too_little_to_tell():
    wrote = edit([], removed=text("gone"))
    assert tiers(told([], [wrote], [turn()])) == {1: "too_little_text"}


def test_a_turn_of_trivial_lines_wrote_too_little_to_tell():
    assert tiers(told([], [edit(["}", "", ")"])], [turn()])) == {1: "too_little_text"}


def test_a_turn_that_only_moved_lines_from_file_to_file_wrote_too_little_to_tell():
    moved = [edit([], removed=text("a")), edit(text("a"), 1, path="src/other.py")]
    assert tiers(told([], moved, [turn()])) == {1: "too_little_text"}


def test_a_turn_of_whose_text_too_little_landed_to_prove_it_says_so():
    one = commit(text("a", 1), landed=31, pull=7)
    wrote = edit([*text("a", 1), *text("thrown", 50)])
    assert tiers(told([one], [wrote], [turn()])) == {1: "too_little_text"}


def test_a_turn_whose_text_is_in_no_commit_wrote_enough_to_say_that():
    assert tiers(told([], [edit(text("thrown", 2))], [turn()])) == {1: "edits_in_no_commit"}


def test_an_edit_outside_of_every_repository_is_not_too_little_text():
    assert tiers(told([], [edit(["}"], place=None)], [turn()])) == {1: "outside_a_repository"}


def test_without_edits_a_log_with_parts_missing_is_the_reason():
    turns = [turn(1, log_whole=False), turn(2, 600), turn(3, 1200, place=None, log_whole=False)]
    assert tiers(told([], [], turns)) == {1: "log_incomplete", 2: "no_edits", 3: "log_incomplete"}


def test_edits_that_are_seen_count_whatever_the_log_lacks():
    outcome = told([], [edit(text("thrown"))], [turn(log_whole=False)])
    assert tiers(outcome) == {1: "edits_in_no_commit"}


def test_landed_text_needs_no_reason_whatever_the_log_lacks():
    one = commit(text("a"), landed=31, pull=7)
    outcome = told([one], [edit(text("a"))], [turn(log_whole=False)])
    assert went(outcome) == {pr(7): ("A", WHOLE)}
    assert why(outcome) is None


def test_a_turn_that_only_its_neighbour_links_says_why_it_proves_nothing_itself():
    one = commit(text("a"), landed=31, pull=7)
    turns = [turn(1), turn(2, 10, calls=9), turn(3, 20)]
    edits = [edit(text("a")), edit(text("b"), 11, (1, 2), path="docs/unseen.md")]
    outcome = told([one], edits, turns)
    assert tiers(outcome) == {1: "A", 2: "C-", 3: "C-"}
    assert [why(outcome, number) for number in (1, 2, 3)] == [None, Reason.NOT_FOUND, Reason.NO_EDITS]
    assert outcome.unlinked == {}


def test_a_turn_that_only_stood_on_the_branch_says_that_it_edited_nothing():
    one = commit(text("a"), 30)
    known = place(branches={one.sha: ("topic",)})
    outcome = told([one], [edit(text("a"))], [turn(1, branch="topic"), turn(2, 10, branch="topic")], known)
    assert tiers(outcome)[2] == "b"
    assert why(outcome, 2) is Reason.NO_EDITS


def test_text_that_stood_in_a_commit_before_it_was_written_leaves_the_clock_in_doubt():
    one = commit(text("a"), 30, landed=31, pull=7)
    outcome = told([one], [edit(text("a"), 90)], [turn(minute=90)])
    assert why(outcome) is Reason.CLOCK_UNSURE


def test_text_written_again_that_another_had_written_in_time_is_no_matter_of_clocks():
    one = commit(text("a"), 30, landed=31, pull=7)
    edits = [edit(text("a"), 20, (2, 1)), edit(text("a"), 90)]
    outcome = told([one], edits, [turn(minute=90)])
    assert why(outcome) is Reason.NOT_FOUND


def test_old_text_brought_back_days_later_is_no_matter_of_clocks():
    one = commit(text("a"), 30, landed=31, pull=7)
    outcome = told([one], [edit(text("a"), 3 * 24 * 60)], [turn(minute=3 * 24 * 60)])
    assert why(outcome) is Reason.NOT_FOUND


def test_a_few_late_lines_among_others_are_no_matter_of_clocks():
    one = commit(text("a", 4), 30, landed=31, pull=7)
    outcome = told([one], [edit([*text("a", 4), *text("new", 6)], 90)], [turn(minute=90)])
    assert why(outcome) is Reason.NOT_FOUND


def test_late_text_in_another_file_is_no_matter_of_clocks():
    one = commit((file(text("a"), "src/other.py"),), 30, landed=31, pull=7)
    outcome = told([one], [edit(text("a"), 90)], [turn(minute=90)])
    assert why(outcome) is Reason.NOT_FOUND


def test_an_edit_within_the_five_minutes_that_clocks_may_differ_is_linked():
    one = commit(text("a"), 30, landed=31, pull=7)
    assert went(told([one], [edit(text("a"), 34)], [turn(minute=33)])) == {pr(7): ("A", WHOLE)}
