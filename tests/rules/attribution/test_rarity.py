"""How much a line says."""

from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.attribution.rarity import Rarity
from rules.attribution.facts import DAY, MINUTE, at, commit, copy_of, hashed, text

COMMON, OWN = "common_line(of_every, commit)", "own_line(of_one, commit)"


def weight(commits, line, minute=60):
    return Rarity(commits, PARAMETERS).weight(hashed([line])[0], at(minute))


def test_a_line_of_its_own_says_everything():
    assert weight([commit([OWN, COMMON], 1), commit([COMMON], 2), commit([COMMON], 3)], OWN) == 1.0


def test_a_line_that_stands_in_every_commit_says_the_least():
    assert weight([commit([COMMON], n) for n in range(5)], COMMON) == PARAMETERS.least_rarity


def test_a_line_says_less_the_more_commits_add_it():
    commits = [
        commit([f"line_{n}(of_it, alone)", *[COMMON] * (n < 3), *[OWN] * (n < 6)], n) for n in range(9)
    ]
    assert 1.0 > weight(commits, COMMON) > weight(commits, OWN) > PARAMETERS.least_rarity


def test_the_only_commit_of_a_repository_says_everything():
    assert weight([commit([OWN])], OWN) == 1.0


def test_copies_of_a_commit_count_once():
    first = commit([OWN, COMMON], 1)
    once = [first, commit([COMMON], 2)]
    assert weight([*once, copy_of(first, 9), copy_of(first, 12)], OWN) == weight(once, OWN)


def test_later_commits_do_not_change_what_a_line_weighed():
    before = [commit([OWN], 1), commit(text("b"), 2)]
    assert weight([*before, commit([OWN], 61), commit([OWN], 62)], OWN) == weight(before, OWN)


def test_commits_older_than_an_edit_may_be_do_not_count():
    old = -PARAMETERS.before_commit_ms / MINUTE - DAY / MINUTE
    before = [commit([OWN], 1), commit(text("b"), 2)]
    assert weight([commit([OWN], old + n) for n in range(3)] + before, OWN) == weight(before, OWN)
