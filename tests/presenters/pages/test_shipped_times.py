"""The times of one item in words: what is known, and of what is not, why."""

from zoneinfo import ZoneInfo

import pytest

from chart_samples import at, commit, dollars, event, story_of, turn
from outlay.domain.attribution import Form, Tier
from outlay.domain.item_story import Happening
from outlay.domain.shipped_page import OpenItem
from outlay.domain.unit_times import NO_TIMES, Times
from outlay.domain.words import plain
from outlay.presenters.pages.shipped_times import ACCOUNTS, times_words

UTC = ZoneInfo("UTC")
DAY, HOUR = 86_400_000, 3_600_000
NOW = at(11, 20, 12)
OPENED = event(at(11, 17, 15), Happening.PULL_OPENED)
DONE = event(at(11, 19, 17), Happening.TICKET_DONE)
WORK = (turn(at(11, 13, 10), Tier.LANDED_TEXT, dollars(6)), commit(at(11, 13, 12)))


def words(times=NO_TIMES, events=(), *, connected=False, counted_with=(), **more):
    story = story_of((*WORK, *events))
    item = story.item._replace(**{"system": None, "times": times, **more})
    told = story._replace(item=item, times=times, counted_with=counted_with)
    return times_words(OpenItem(told, (), NOW, connected), UTC)


def test_known_times_are_one_sentence():
    times = Times(
        at(11, 13, 10),
        4 * DAY + 5 * HOUR,
        2 * DAY,
        6 * DAY + 6 * HOUR,
        active=(at(11, 13, 10), at(11, 14, 10)),
    )
    told = words(times, [OPENED])
    assert plain(told) == "Coding 4 days 5 h, review 2 days, 6 days 6 h in all, worked on 2 days."


def test_without_a_forge_it_says_so_and_offers_to_connect_one():
    told = words(Times(total=DAY))
    assert plain(told) == (
        "1 day in all. Coding and review are not known: no forge told when its pull request was opened. "
        "No forge or tracker is connected. Connect one\u2026"
    )
    assert told[-1].link == ACCOUNTS == "sources:accounts"


def test_where_an_account_is_connected_nothing_is_offered():
    assert not any(run.link for run in words(Times(total=DAY), connected=True))


def test_an_open_pull_request_that_is_a_draft_has_no_review_yet():
    assert "Review has not begun." in plain(words(events=[OPENED], landed=None, system="github"))


def test_several_pull_requests_have_their_times_each():
    told = plain(
        words(parts=("pr:acme/api#1", "pr:acme/api#2"), item="ticket:HBR-1", form=Form.TICKET, system="jira")
    )
    assert told.startswith("Coding and review are told of each of its pull requests.")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"system": None, "tickets": ("HBR-1",)}, "How long HBR-1 took is not known: no tracker told of it."),
        ({"system": "jira", "tickets": ("HBR-1",)}, "The ticket is not done."),
        (
            {"system": "jira", "tickets": ("HBR-1",), "events": [DONE]},
            "How long the ticket took is not known: its tracker does not say when it was started.",
        ),
    ],
)
def test_why_a_tickets_time_is_not_known(more, sentence):
    assert plain(words(item="ticket:HBR-1", form=Form.TICKET, connected=True, **more)) == sentence


def test_a_tickets_cycle_stands_with_the_other_times():
    told = words(
        Times(cycle=53 * HOUR),
        [DONE],
        item="ticket:HBR-1",
        form=Form.TICKET,
        system="jira",
        tickets=("HBR-1",),
    )
    assert plain(told) == "Ticket 2 days 5 h from start to done."


def test_work_entered_by_hand_asks_for_no_account():
    assert words(item="manual:1", form=Form.BY_HAND) == ()


def test_commits_of_which_no_forge_told_offer_to_connect_one():
    told = words(Times(total=DAY), item="commit:acme/api@1a2b3c4", form=Form.COMMIT)
    assert plain(told) == "1 day in all. No forge or tracker is connected. Connect one\u2026"
