"""Which of the owner's acts hold, and which of them speak of an item."""

from datetime import date
from zoneinfo import ZoneInfo

from outlay.domain.own_words import Act, OwnerLink, Verb
from outlay.rules.standing_acts import acts_about, landed_on, standing_acts

UTC = ZoneInfo("UTC")
NOON = 1_795_176_000_000


def link(number, *parts, session="one", turn=None, undone=None):
    return Act(number, number, Verb.LINK, None, OwnerLink("codex", session, turn, parts), None, undone)


def word(number, verb, item, text=None, undone=None):
    return Act(number, number, verb, item, None, text, undone)


def numbers(acts):
    return [act.number for act in acts]


def test_the_later_word_on_a_session_replaces_the_earlier_and_leaves_its_turns_alone():
    acts = [link(1, ("a", 1)), link(2, ("a", 1), turn=3), link(3, ("b", 1))]
    assert numbers(standing_acts(acts)) == [2, 3]


def test_an_act_that_was_taken_back_lets_the_one_before_hold_again():
    assert numbers(standing_acts([link(1, ("a", 1)), link(2, ("b", 1), undone=9)])) == [1]


def test_words_on_an_item_are_found_and_sessions_that_were_moved_away_too():
    acts = [
        link(1, ("a", 1), ("b", 2)),
        link(2, (None, 1), session="two"),
        word(3, Verb.NOTE, "a", "later"),
        word(4, Verb.DISMISS, "c"),
    ]
    assert numbers(acts_about(acts, {"a"})) == [1, 3]
    assert numbers(acts_about(acts, {"a"}, {("codex", "two")})) == [1, 2, 3]


def test_work_of_today_was_done_now_and_work_of_another_day_at_its_noon():
    today = date(2026, 11, 20)
    assert landed_on(today, NOON + 5, UTC) == NOON + 5
    assert landed_on(date(2026, 11, 19), NOON, UTC) == NOON - 24 * 3_600_000
