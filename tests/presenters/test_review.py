"""The review's sentences: counts before money, nothing blamed or praised, and no more than may be said."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from outlay.domain.answers import Correction, ItemState
from outlay.domain.attribution import Fate
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.patterns import Pattern
from outlay.domain.review import (
    Change,
    FollowUpAsked,
    LinkAsked,
    Moved,
    Restated,
    ReviewItem,
    Since,
    Split,
    Verdict,
    WeekReview,
    WorthALook,
)
from outlay.presenters.review import (
    age_text,
    coverage_sentence,
    fate_text,
    follow_up_question,
    link_question,
    open_until,
    pattern_sentences,
    settling_sentence,
    week_sentences,
)
from outlay.presenters.review_change import change_sentences, moved_sentences, split_text
from outlay.presenters.review_since import since_sentences

PERIOD = Period(date(2026, 11, 16), date(2026, 11, 23), ZoneInfo("UTC"))
ITEM = ReviewItem("pr:a/b#1", "Sort", "a/b", ItemState.SETTLING, PERIOD.first, 2_000_000, 0, agents=True)
ALONE = ITEM._replace(item="pr:a/b#2", direct=0, agents=False, state=ItemState.HELD)
REVIEW = WeekReview(
    PERIOD, PERIOD.after, 7, "1", sample=False, total_micros=12_340_000, requests=9, unpriced_requests=0,
    at_least=False, shipped=(ITEM, ALONE), shipped_unknown="", went=(), still_open=(), open_items=0, follow_ups=(),
    links=(), pattern=None, change=Change(Verdict.RUNNING), coverage=None, logs_missing=False,
)  # fmt: skip
NOTHING_SINCE = Since(12_340_000, 12_340_000, 2, 2, (), (), "1")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {},
            (
                "You shipped 2 items. Agents took part in 1 of them. "
                "List value of the week: $12.34, $2.00 of it directly in what shipped."
            ),
        ),
        (
            {"shipped": (ALONE,)},
            "You shipped 1 item. No agent was seen in what shipped. List value of the week: $12.34.",
        ),
        ({"shipped": ()}, "Nothing shipped in this week. List value of the week: $12.34."),
        (
            {"shipped": (), "requests": 0, "total_micros": 0},
            "Nothing shipped in this week. Nothing was used.",
        ),
        (
            {"shipped": (), "unpriced_requests": 9, "total_micros": 0, "at_least": True},
            "Nothing shipped in this week. 9 requests have no known price and are in no sum.",
        ),
        (
            {"shipped": (), "unpriced_requests": 1, "at_least": True},
            (
                "Nothing shipped in this week. List value of the week: at least $12.34. "
                "1 request has no known price and is in no sum."
            ),
        ),
        (
            {"shipped": None, "shipped_unknown": "no_repository"},
            "No repository is added yet, so not all that shipped is known. List value of the week: $12.34.",
        ),
    ],
)
def test_the_week_in_a_sentence(changes, said):
    assert week_sentences(REVIEW._replace(**changes)) == said


def test_what_settles_is_told_apart_from_what_held():
    assert settling_sentence((ITEM, ALONE)) == "1 of them settles: it landed less than 14 days before."
    assert settling_sentence((ALONE,)) == ""


USUAL = Change(Verdict.NO_CLEAR_CHANGE, 15_900_000, 8, 52_000_000, 96_000_000)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            USUAL,
            (
                "No clear change. $15.90 above the week before, "
                "inside the $52 to $96 of the 8 weeks before that can be compared."
            ),
        ),
        (
            USUAL._replace(verdict=Verdict.BELOW, difference=-15_900_000),
            "$15.90 below the week before, outside the $52 to $96 of the 8 weeks before that can be compared.",
        ),
        (
            USUAL._replace(difference=0),
            (
                "No clear change. As much as in the week before, "
                "inside the $52 to $96 of the 8 weeks before that can be compared."
            ),
        ),
        (
            USUAL._replace(verdict=Verdict.TOO_FEW, weeks=3),
            "$15.90 above the week before. Too few weeks to say whether that is a change (3 of 5).",
        ),
        (
            Change(Verdict.UNPRICED),
            "No difference is told: this week or the one before has requests without a known price.",
        ),
        (Change(Verdict.UNUSED), "Not compared: nothing was used in this week or in the one before."),
        (Change(Verdict.RUNNING), "The week is compared with the one before once it is over."),
    ],
)
def test_what_changed_is_said_only_as_far_as_it_may_be(change, said):
    assert change_sentences(change) == said


def test_the_parts_of_a_split_add_up_to_the_cent_and_those_of_nothing_are_left_out():
    assert split_text(Split(9_004_000, 8_304_000, 0, -1_408_000)) == (
        "items +\u00a0$9.01, size +\u00a0$8.30, mix \u2212\u00a0$1.41"
    )
    assert split_text(None) == ""


def test_names_that_came_and_went_are_listed_short_and_not_all_of_them():
    change = USUAL._replace(
        tools=Moved(("codex",), ()),
        models=Moved((), tuple(f"m{n}" for n in range(6))),
        projects=Moved(("/home/me/shop", "acme/ledger", "C:\\work\\till\\"), ()),
    )
    assert moved_sentences(change) == (
        "New tools: Codex. New projects: shop, ledger, till. Models not used: m0, m1, m2, m3 and 2 more."
    )


def test_a_pattern_says_what_it_came_to_and_whether_its_work_landed():
    seen = WorthALook(Pattern.CACHE_REWRITE, 6_800_000, 5, 4, at_least=False, estimated=False)
    assert pattern_sentences(seen) == (
        "Worth a look: context paid for again after a pause, $6.8 in 5 sessions. 4 of them went into work that shipped."
    )
    loop = WorthALook(Pattern.LOOP, 300_000, 1, 0, at_least=True, estimated=True)
    assert pattern_sentences(loop) == (
        "Worth a look: one command failing again and again, \u2265\u00a0$0.30 in 1 session. "
        "None of that went into work that shipped."
    )
    assert "about $0.30" in pattern_sentences(loop._replace(at_least=False))
    assert pattern_sentences(None) == ""


def test_coverage_is_always_one_sentence():
    assert coverage_sentence(REVIEW) == "No item names an agent, so how much the logs see cannot be told."
    missing = REVIEW._replace(coverage=(1, 4), logs_missing=True)
    assert coverage_sentence(missing) == (
        "Of 4 items that name an agent, 1 have a session in the logs. More was spent than is seen here."
    )


def test_what_only_the_owner_knows_is_a_question():
    assert follow_up_question(FollowUpAsked("a", "Mend", "b", "Sort")) == "Did Mend repair Sort?"
    moment = UtcMillis(PERIOD.first + 36_000_000)
    asked = LinkAsked("codex", "s", 3, moment, "pr:a/b#1", "Sort", 4_200_000)
    assert link_question(asked, REVIEW) == (
        "$4.2 on Mon 16 Nov, 10:00, linked by what stands around it: part of Sort?"
    )


def test_titles_from_outside_cannot_break_out_of_their_sentence():
    told = follow_up_question(FollowUpAsked("a", "x\x1b[31m\ny" + "z" * 500, "b", "\u202eSort"))
    assert told.isprintable()
    assert len(told) < 200


def test_what_became_known_later_is_a_dated_line_each():
    correction = Correction(
        PERIOD.after, date(2026, 11, 19), "codex", "New prices", 3, 3, 1_000_000, 2_000_000
    )
    since = NOTHING_SINCE._replace(
        total_now=13_340_000,
        shipped_now=1,
        items=(
            Restated("a", "Sort", ItemState.SETTLING, ItemState.REVERTED),
            Restated("b", "Mend", ItemState.HELD, None),
        ),
        corrections=(correction,),
        method_now="2",
    )
    assert since_sentences(since, REVIEW) == (
        "Sort was reverted since.",
        "Mend no longer counts.",
        "Mon 23 Nov: Codex on Thu 19 Nov (UTC) was $1.00 and is $2.00. New prices.",
        "Shipped were 2 items then, 1 now.",
        "The week's list value was $12.34 then and is $13.34 now.",
        "Method 1 linked it then, 2 does now.",
    )


def test_nothing_stands_beside_a_review_when_nothing_became_known():
    assert since_sentences(NOTHING_SINCE, REVIEW) == ()
    assert since_sentences(None, REVIEW) == ()


def test_a_running_week_says_until_when_it_is_open():
    assert open_until(REVIEW._replace(as_of=PERIOD.first)) == "Open until Sun 22 Nov"
    assert open_until(REVIEW) == ""


def test_every_fate_has_a_name_and_an_age_is_in_days_of_the_zone():
    assert len({fate_text(fate) for fate in Fate}) == len(Fate)
    assert age_text(PERIOD.first, REVIEW) == "7 days"
    assert age_text(None, REVIEW) == ""


def test_a_total_that_leaves_something_out_says_so_then_and_now():
    since = NOTHING_SINCE._replace(total_now=13_340_000, at_least_now=True)
    assert since_sentences(since, REVIEW) == (
        "The week's list value was $12.34 then and is at least $13.34 now.",
    )
