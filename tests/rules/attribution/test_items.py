"""What is kept of a unit: its agents' part, its standing, its kind and its tickets."""

from dataclasses import replace
from hashlib import sha256

import pytest

from outlay.domain.answers import ItemState
from outlay.domain.attribution import AgentShare, Fate, Form, Reason, WorkKind
from outlay.domain.work import MarkKind
from outlay.rules.attribution.attested import names_of
from outlay.rules.attribution.items import Around, item_facts
from outlay.rules.attribution.kinds import work_kind
from outlay.rules.attribution.standing import fate_of, fate_unlinked, item_state, state_of_parts
from outlay.rules.attribution.tickets import KnownTickets
from rules.attribution.facts import (
    DAY,
    MINUTE,
    PARAMETERS,
    PLACE,
    at,
    commit,
    copy_of,
    edit,
    file,
    mark,
    pull,
    revert,
    text,
    told,
    units,
)

AROUND = Around({}, (), KnownTickets({}, frozenset()), {}, {}, {}, at(-9_000))


def kept(commits, edits=(), around=AROUND, **known):
    """The only item of some commits."""
    labels = {(one.sha, one.path): one.labels for one in told(commits, edits).labels}
    (unit,) = units(commits, **known).values()
    return item_facts(unit, replace(around, labels=labels), PARAMETERS)


def test_the_share_of_a_unit_is_its_landed_lines_that_agents_wrote():
    one = commit([*text("a", 6), *text("mine", 2)], landed=31)
    assert kept([one], [edit(text("a", 6))]).agent_share == AgentShare(0.75, 0.75)


def test_lines_a_person_changed_make_the_share_a_range():
    written = ["total = compute_total(basket_price, shipping_price, tax_of_region, rounding_mode)"]
    changed = ["total = compute_total(basket_price, shipping_price, tax_of_region, other_rounding)"]
    one = commit([*text("a", 1), *changed], landed=31)
    assert kept([one], [edit([*text("a", 1), *written])]).agent_share == AgentShare(0.5, 1.0)


def test_moved_and_trivial_lines_are_no_part_of_the_share():
    files = (file([*text("a", 2), *text("moved"), "}", "x = 1"]), file([], "old.py", removed=text("moved")))
    assert kept([commit(files, landed=31)], [edit(text("a", 2))]).agent_share == AgentShare(1.0, 1.0)


def test_a_line_that_a_later_commit_of_the_unit_removed_is_not_landed():
    first = commit(text("a", 4), 1, landed=9, through="c" * 40, pull=7)
    second = commit((file(text("mine", 4), removed=text("a", 4)),), 2, landed=9, through="c" * 40, pull=7)
    assert kept([first, second], [edit(text("a", 4))]).agent_share == AgentShare(0.0, 0.0)


def test_a_share_is_unknown_when_an_agent_is_named_and_hardly_any_of_its_text_found():
    named = commit(text("mine"), landed=31, marks=(mark(MarkKind.AGENT, "claude"),))
    found = kept([named])
    assert (found.agent_share, found.agent_named) == (None, True)
    assert kept([commit(text("mine"), landed=31)]).agent_share == AgentShare(0.0, 0.0)


def test_a_share_is_unknown_when_the_work_began_before_the_first_log():
    one = commit(text("mine"), landed=31)
    for first_log in (None, at(31)):
        assert kept([one], around=replace(AROUND, first_log=first_log)).agent_share is None


def test_a_pull_request_lands_when_its_forge_says():
    one = commit(text("a"), 1, landed=9, pull=7)
    found = kept([one], pulls=(pull(7, [one], created=2, merged=12),))
    assert (found.form, found.created, found.landed) == (Form.PULL_REQUEST, at(2), at(12))


def test_a_pull_request_that_is_open_has_not_landed_though_a_part_of_it_has():
    one = commit(text("a"), 1, landed=9)
    assert kept([one], pulls=(pull(7, [one]),)).landed is None


def test_direct_commits_land_with_the_last_of_them():
    commits = [commit(text("a"), 1, landed=5), commit(text("b"), 2, landed=9)]
    assert kept(commits).landed == at(9)


def test_the_landing_of_a_branch_is_unknown():
    one = commit(text("a"))
    found = kept([one], branches={one.sha: ("topic",)})
    assert (found.form, found.landed, found.branch) == (Form.BRANCH, None, "topic")


def test_a_unit_began_with_its_first_commit_or_turn_and_was_active_to_the_last():
    one = commit(text("a"), 10, landed=30)
    worked = {f"commit:{PLACE}@{one.sha}": (at(1), at(50))}
    found = kept([one], around=replace(AROUND, worked=worked))
    assert (found.started, found.active) == (at(1), at(50))


@pytest.mark.parametrize("name", ["sha", "short", "pull"])
def test_a_unit_is_reverted_when_all_that_landed_of_it_was_taken_back(name):
    one = commit(text("a"), 1, landed=9, pull=7)
    named = {"sha": one.sha, "short": one.sha[:9], "pull": "#7"}[name]
    assert kept([one], around=replace(AROUND, reverts=(revert("b" * 40, named),))).reverted


def test_a_unit_of_which_a_part_was_taken_back_stands():
    commits = [commit(text("a"), 1, landed=9), commit(text("b"), 2, landed=9)]
    assert not kept(commits, around=replace(AROUND, reverts=(revert("b" * 40, commits[0].sha),))).reverted


def test_a_unit_whose_revert_was_taken_back_stands_again():
    one = commit(text("a"), 1, landed=9)
    reverts = (revert("b" * 40, one.sha), revert("d" * 40, "b" * 40, 99))
    assert not kept([one], around=replace(AROUND, reverts=reverts)).reverted


def state(item, days):
    return item_state(item, at(days * DAY / MINUTE), PARAMETERS)


def test_a_landed_item_settles_and_then_holds():
    landed = kept([commit(text("a"), 1, landed=1)])
    assert [state(landed, days) for days in (1, 15)] == [ItemState.SETTLING, ItemState.HELD]
    assert state(landed._replace(reverted=True), 15) is ItemState.REVERTED


def test_unfinished_work_is_in_flight_until_it_was_quiet_for_long():
    one = commit(text("a"), 1)
    draft = kept([one], branches={one.sha: ("topic",)})
    assert [state(draft, days) for days in (13, 15)] == [ItemState.IN_FLIGHT, ItemState.SET_ASIDE]
    assert state(draft._replace(closed=at(9)), 1) is ItemState.SET_ASIDE


def test_every_state_and_reason_says_what_became_of_the_money():
    assert {one: fate_of(one) for one in ItemState} == {
        ItemState.SETTLING: Fate.SHIPPED,
        ItemState.HELD: Fate.SHIPPED,
        ItemState.REVERTED: Fate.REVERTED,
        ItemState.IN_FLIGHT: Fate.IN_FLIGHT,
        ItemState.SET_ASIDE: Fate.SET_ASIDE,
    }
    assert fate_unlinked(Reason.NOT_FOUND) is Fate.NOT_FOUND
    assert fate_unlinked(Reason.NO_EDITS) is Fate.EXPLORING


@pytest.mark.parametrize(
    ("labels", "types", "subjects", "kind"),
    [
        (["type: bug"], [], ["feat: x"], WorkKind.FIX),
        (["kind/feature"], [], [], WorkKind.FEATURE),
        (["size: L"], ["Story"], ["fix: x"], WorkKind.FEATURE),
        ([], [], ["fix(core)!: x"], WorkKind.FIX),
        ([], [], ["LED-12: docs: say it"], WorkKind.DOCS),
        ([], [], ["wip: x", "refactor: y"], WorkKind.REFACTOR),
        ([], [], ["Sort the basket"], WorkKind.UNKNOWN),
        ([], [], ["featured: x"], WorkKind.UNKNOWN),
    ],
)
def test_a_kind_is_the_first_that_labels_tickets_or_subjects_say(labels, types, subjects, kind):
    assert work_kind(labels, types, subjects) is kind


def test_a_subjects_type_may_be_written_in_capitals():
    assert work_kind([], [], ["Fix: x"]) is WorkKind.FIX


def test_a_title_is_the_pull_requests_or_the_squashs_without_its_number():
    branch = commit(text("a"), 1, subject="wip")
    squash = commit(text("a"), 9, landed=9, pull=7, subject="Sort the basket (#7)")
    assert kept([branch, squash]).title == "Sort the basket"
    assert kept([branch, squash], pulls=(pull(7, [branch], title="Sort it"),)).title == "Sort it"


def test_copies_of_its_commits_change_an_item_by_their_own_time_alone():
    one = commit(text("a"), 1, landed=9, pull=7)
    alone = kept([one], [edit(text("a"))])
    assert kept([one, copy_of(one, 20)], [edit(text("a"))]) == alone._replace(active=at(20))


def test_a_session_is_called_by_every_name_that_tools_attest_it_by():
    names = names_of("claude_code", "abc")
    assert {"abc", "claude:abc", "claude-code:abc"} <= names
    assert f"s_{sha256(b'claude:abc').hexdigest()[:14]}" in names
    assert names.isdisjoint(names_of("codex", "abd"))


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ("settling held reverted", "settling"),
        ("held reverted", "held"),
        ("reverted", "reverted"),
        ("held in_flight set_aside", "in_flight"),
        ("held set_aside", "set_aside"),
    ],
)
def test_work_of_several_parts_stands_as_those_of_it_that_matter_most(parts, whole):
    assert state_of_parts({ItemState(one) for one in parts.split()}) is ItemState(whole)
