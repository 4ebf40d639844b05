"""The pane of one item: its figures add up to its row's, and every link names what it asks for."""

from zoneinfo import ZoneInfo

import pytest

from chart_samples import at, commit, dollars, event, story_of, turn
from outlay.domain.answers import ItemState
from outlay.domain.attribution import Tier
from outlay.domain.item_story import Happening, LandedLines, StorySession
from outlay.domain.items import ItemSpend
from outlay.domain.own_words import Act, OwnerLink, Verb
from outlay.domain.shipped_page import OpenItem
from outlay.domain.unit_times import Times
from outlay.domain.words import plain
from outlay.presenters.pages.shipped_pane import pane_view

UTC = ZoneInfo("UTC")
DAY = 86_400_000
KEY = "pr:harbor/api#482"
EVENTS = (
    turn(at(11, 13, 10), Tier.LANDED_TEXT, dollars(6)),
    commit(at(11, 13, 12)),
    turn(at(11, 16, 9), Tier.BRANCH_EDITED, dollars(2)),
    event(at(11, 17, 15), Happening.PULL_OPENED),
    turn(at(11, 18, 9), Tier.BRANCH_ONLY, dollars(1)),
    event(at(11, 19, 16), Happening.PULL_MERGED),
)


def opened(acts=(), spent=None, **more):
    story = story_of(EVENTS)
    turns = [one.turn for one in EVENTS if one.turn]
    tiers = {one.tier: one.list_micros for one in turns} if spent is None else spent
    item = story.item._replace(
        landed=at(11, 19, 16),
        began=at(11, 13, 10),
        in_all=ItemSpend(tiers),
        added_lines=641,
        tickets=("HBR-214",),
        url="https://example.org/harbor/api/pull/482",
    )._replace(**more)
    sessions = (
        StorySession("claude_code", "5221af7e-1", at(11, 13, 10), at(11, 18, 9), 3, 9, 0, dollars(9)),
    )
    times = Times(first=at(11, 13, 10), coding=4 * DAY, review=2 * DAY, total=6 * DAY)
    told = story._replace(
        item=item, sessions=sessions if tiers else (), times=times, lines=LandedLines(641, 600, 400, 12)
    )
    return OpenItem(told, acts, at(11, 20, 9))


def view(**more):
    return pane_view(opened(**more), UTC)


def cells(table):
    return {row.key: [cell.text if cell else "" for cell in row.cells] for row in table.rows}


def test_the_pair_says_direct_with_its_context_and_the_days_from_first_prompt_to_merge():
    pair = view().pair
    assert (pair.left.figure.text, pair.left.beside, pair.left.caption) == (
        "$8.0",
        "+ 1.0 context",
        "list value, direct",
    )
    assert (pair.right.figure.text, pair.right.beside) == ("6.3", "days")


def test_phases_and_evidence_each_add_up_to_the_item():
    shown = view()
    assert cells(shown.phases) == {
        "coding": ["Coding", "$8.0", ""],
        "review": ["Review", "", "+ 1.0"],
        "after": ["After merge", "", "none so far"],
    }
    assert [row.cells[0].second for row in shown.phases.rows] == [
        "4.0 days to opened",
        "2.0 days to merged",
        "watched until 3 Dec",
    ]
    assert [(row.cells[1].text, row.cells[1].second, row.cells[2].text) for row in shown.evidence.rows] == [
        ("Text landed", "412 lines in 1 session", "$6.0"),
        ("Branch and edits", "1 session", "$2.0"),
        ("Branch, no edits", "1 turn", "$1.0"),
    ]
    assert [row.cells[0].bar.direct for row in shown.evidence.rows] == [1.0, 1.0, 0.0]


def test_its_names_lead_to_its_address_or_are_copied():
    runs = view().references
    assert plain(runs) == "harbor/api #482  HBR-214  641 lines, settling until 3 Dec"
    assert [run.link for run in runs if run.link] == [
        "open:https://example.org/harbor/api/pull/482",
        "copy:HBR-214",
    ]
    local = view(url="file:///etc/hosts").references
    assert next(run.link for run in local if run.link) == "copy:harbor/api #482"


@pytest.mark.parametrize(("unseen", "words"), [(False, "no agent seen"), (True, "spend not visible here")])
def test_without_money_there_is_a_dash_and_the_reason(unseen, words):
    pair = view(spent={}, spend_unseen=unseen).pair
    assert (pair.left.figure.text, pair.left.caption) == ("\u2013", words)
    assert not view(spent={}).evidence.rows


def test_work_under_way_counts_its_days_until_now():
    pair = view(landed=None, state=ItemState.IN_FLIGHT).pair
    assert (pair.right.figure.text, pair.right.caption) == ("7.0", "since its first prompt")


def link(number, *parts, turn=None):
    return Act(
        number, number, Verb.LINK, None, OwnerLink("claude_code", "5221af7e-1", turn, parts), None, None
    )


def test_what_the_owner_said_stands_there_with_its_act():
    note = Act(2, 2, Verb.NOTE, KEY, None, "Took two tries.", None)
    told = view(acts=(link(1, (KEY, 1), turn=3), note)).own
    assert [(word.text, word.act) for word in told] == [
        ("Note: Took two tries.", 2),
        ("Turn 3 of Claude Code 5221af7e belongs here, set by you.", 1),
    ]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (((KEY, 1), ("pr:a/b#1", 3)), "25 % of Claude Code 5221af7e belongs here, set by you."),
        (((None, 1),), "Claude Code 5221af7e belongs to no item, set by you."),
        ((("pr:a/b#1", 1),), "Claude Code 5221af7e belongs elsewhere, set by you."),
    ],
)
def test_a_session_that_was_split_or_moved_says_where_it_went(parts, words):
    assert [word.text for word in view(acts=(link(1, *parts),)).own] == [words]


def test_a_session_opens_and_can_be_corrected():
    (row,) = view().sessions.rows
    assert row.key == "claude_code/5221af7e-1"
    assert row.cells[1].link.what == "change:claude_code/5221af7e-1"
    assert row.cells[2].text == "$9.00"
