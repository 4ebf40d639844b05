"""Frozen figures are read back as they were, by this version and, with what it can know of them, by every other."""

import json
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Fate
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.patterns import Pattern
from outlay.domain.review import (
    Change,
    FollowUpAsked,
    LinkAsked,
    Moved,
    ReviewItem,
    Split,
    UnderWay,
    Verdict,
    WeekReview,
    Went,
    WorthALook,
)
from outlay.rules.frozen_review import frozen, thawed

PERIOD = Period(date(2026, 12, 28), date(2027, 1, 4), ZoneInfo("Asia/Kathmandu"))
FULL = WeekReview(
    PERIOD, PERIOD.after, 7, "3", sample=True, total_micros=10**15, requests=9, unpriced_requests=2, at_least=True,
    shipped=(
        ReviewItem("pr:a/b#1", '</script>\u2028 "x" \U0001f6a2', None, ItemState.HELD, PERIOD.first, 1, 2, agents=True),
        ReviewItem("ticket:A-1", "", "a/b", ItemState.SETTLING, PERIOD.first, 0, 0, agents=False, spend_unseen=True),
    ),
    shipped_unknown="",
    went=(Went(Fate.SHIPPED, 2, 3, 4), Went(Fate.NOT_FOUND, not_linked=5)),
    still_open=(UnderWay("branch:a/b:c", "c", "a/b", 1, 2, None),),
    open_items=8,
    follow_ups=(FollowUpAsked("a", "A", "b", "B"),),
    links=(LinkAsked("codex", "s", 3, UtcMillis(5), "pr:a/b#1", "t", 6),),
    pattern=WorthALook(Pattern.LOOP, 7, 2, 1, at_least=True, estimated=False),
    change=Change(
        Verdict.ABOVE, -5, 6, 1, 2, Split(1, -2, 3, -7), Moved(("a",), ()), Moved((), ("b",)), Moved(("c", "d"), ())
    ),
    coverage=(3, 4),
    logs_missing=True,
)  # fmt: skip
EMPTY = FULL._replace(
    shipped=None, shipped_unknown="no_email", went=(), still_open=(), follow_ups=(), links=(), pattern=None,
    change=Change(Verdict.RUNNING), coverage=None,
)  # fmt: skip


@pytest.mark.parametrize("review", [FULL, EMPTY])
def test_everything_is_read_back_with_its_types(review):
    back = thawed(frozen(review))
    assert back == review
    assert repr(back) == repr(review)


def test_what_a_later_version_of_the_same_form_adds_is_left_out():
    told = json.loads(frozen(FULL))
    told["more"] = told["change"]["more"] = told["shipped"][0]["more"] = told["pattern"]["more"] = {"x": 1}
    assert thawed(json.dumps(told)) == FULL


def test_another_form_and_a_word_that_is_not_known_are_not_guessed_at():
    assert thawed(frozen(FULL).replace('"form":1', '"form":2')) is None
    assert thawed(frozen(FULL).replace('"above"', '"sideways"')) is None
    assert thawed(frozen(FULL).replace("Asia/Kathmandu", "Asia/../../etc/passwd")) is None
