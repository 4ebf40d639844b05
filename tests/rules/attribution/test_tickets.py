"""Which tickets count, and which unit a fix follows."""

import pytest

from outlay.domain.pulls import Ticket, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.rules.attribution.follow_ups import follow_ups
from outlay.rules.attribution.tickets import known_tickets, tickets_of
from rules.attribution.facts import DAY, MINUTE, PARAMETERS, commit, file, mark, pr, pull, text, units


def ticket(key, kind=None):
    return Ticket("jira", key, None, kind, key, TicketState.DONE, None, None, None, (), None)


def keys(*values, known=(), branches=(), own=(), more=(), kind=MarkKind.TICKET):
    """The tickets of a unit whose commit says some keys."""
    marks = tuple(mark(kind, value) for value in values)
    (unit,) = units([commit(text("a"), landed=31, marks=marks)]).values()
    everything = known_tickets([ticket(key) for key in known], branches, [*marks, *more])
    return tickets_of(unit, own, everything)


def test_a_key_that_a_tracker_knows_counts_as_the_tracker_writes_it():
    assert keys("led-12", known=["LED-12"]) == ("LED-12",)


def test_a_key_that_a_tracker_would_know_and_does_not_is_none():
    assert keys("LED-99", known=["LED-12"]) == ()


def test_without_a_tracker_a_prefix_counts_from_two_own_branches_on():
    assert keys("LED-12", branches=["led-1-x"]) == ()
    assert keys("LED-12", branches=["led-1-x", "feature/LED-2"]) == ("LED-12",)


def test_a_prefix_in_a_trackers_address_counts():
    assert keys("LED-12", more=[Mark(MarkKind.BROWSED, "LED-1")]) == ("LED-12",)


@pytest.mark.parametrize(
    "key", ["UTF-8", "SHA-256", "CVE-2024", "PEP-8", "ISO-8601", "GPT-5", "PR-12", "PHASE-2"]
)
def test_names_of_standards_are_no_tickets_however_often_they_stand_in_branches(key):
    assert keys(key, branches=[f"{key}-a", f"{key}-b"]) == ()


def test_a_tracker_may_have_a_project_named_like_a_standard():
    assert keys("PR-12", known=["PR-12"]) == ("PR-12",)


def test_a_branchs_key_and_number_count():
    assert keys(own=["feature/led-12-sort"], known=["LED-12"]) == ("LED-12",)
    assert keys(own=["12-sort"], known=["acme/ledger#12"]) == ("acme/ledger#12",)


def test_a_bare_number_is_of_its_own_repository_and_counts_when_known():
    assert keys("#12", known=["acme/ledger#12"], kind=MarkKind.CLOSES) == ("acme/ledger#12",)
    assert keys("acme/other#12", known=["acme/ledger#12"], kind=MarkKind.CLOSES) == ()
    assert keys("#12", kind=MarkKind.CLOSES) == ()


def followed(*commits, bugs=(), **known):
    """By fix: what it repairs."""
    found = units(commits, **known)
    told = follow_ups(list(found.values()), dict.fromkeys(bugs, True), PARAMETERS)
    return {one.fix_item: one.caused_item for one in told}


def landed(lines, day, number, subject="Add it", removed=(), **more):
    """A pull request that landed on a day."""
    minute = day * DAY / MINUTE
    return commit(
        (file(lines, removed=removed),), minute, landed=minute, pull=number, subject=subject, **more
    )


FIRST = landed(text("a"), 0, 7)


def test_a_fix_follows_the_unit_whose_lines_it_replaces():
    assert followed(FIRST, landed(text("b"), 3, 8, "fix: it", text("a", 4))) == {pr(8): pr(7)}


@pytest.mark.parametrize(
    "subject", ["Fix it", "fixes the sum", "Bug in the sum", "hotfix(x): y", "A regression"]
)
def test_fixes_are_told_by_their_subjects(subject):
    assert followed(FIRST, landed(text("b"), 3, 8, subject, text("a", 4))) == {pr(8): pr(7)}


@pytest.mark.parametrize("subject", ["feat: fix up", "Prefix it", "style: fix lint", "Sort it"])
def test_other_changes_of_lines_are_no_fixes(subject):
    assert followed(FIRST, landed(text("b"), 3, 8, subject, text("a", 4))) == {}


def test_a_ticket_of_type_bug_makes_a_unit_a_fix():
    assert followed(FIRST, landed(text("b"), 3, 8, "Sort it", text("a", 4)), bugs=[pr(8)]) == {pr(8): pr(7)}


def test_a_fix_long_after_is_no_follow_up():
    days = PARAMETERS.follow_up_ms / DAY
    assert followed(FIRST, landed(text("b"), days + 1, 8, "fix: it", text("a", 4))) == {}


def test_a_fix_of_mostly_other_lines_follows_nobody():
    assert followed(FIRST, landed(text("b"), 3, 8, "fix: it", [*text("a", 3), *text("old", 4)])) == {}


def test_a_fix_of_the_units_own_lines_follows_nobody():
    own = landed(text("a", 4), 3, 8, "fix: it", text("a", 4))
    assert followed(FIRST, own) == {}


def test_a_fix_that_names_a_commit_follows_it_whatever_it_replaces():
    late = landed(text("b"), 60, 8, marks=(mark(MarkKind.FIXES, FIRST.sha[:12]),))
    assert followed(FIRST, late) == {pr(8): pr(7)}


def test_a_fix_that_names_a_pull_request_follows_it():
    assert followed(FIRST, landed(text("b"), 60, 8, marks=(mark(MarkKind.FIXES, "#7"),))) == {pr(8): pr(7)}


def test_a_fix_that_names_another_repositorys_number_follows_nobody():
    assert followed(FIRST, landed(text("b"), 60, 8, marks=(mark(MarkKind.FIXES, "acme/other#7"),))) == {}


def test_a_fix_that_names_a_number_with_its_own_repository_follows_it():
    assert followed(FIRST, landed(text("b"), 60, 8, marks=(mark(MarkKind.FIXES, "acme/ledger#7"),))) == {
        pr(8): pr(7)
    }


def test_work_that_has_not_landed_repairs_nothing():
    draft = commit((file(text("b"), removed=text("a")),), 100, subject="fix: it")
    assert followed(FIRST, draft, pulls=(pull(8, [draft]),)) == {}
