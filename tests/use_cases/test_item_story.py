"""One item tells what it rests on: its turns, commits, lines and times, with figures that add up to its row."""

import json
from datetime import UTC, datetime

import pytest

from apps import app_for
from claude_lines import write_log
from outlay.cli.shared_arguments import moment
from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, Reason, Tier
from outlay.domain.item_story import Happening, ShareUnknown
from outlay.errors import NothingYetError, WrongCallError
from shared_pull import (
    BRANCH,
    NOW,
    ONE,
    PULL,
    TICKET,
    TOLD_TICKET,
    TWO,
    asked,
    logs,
    made,
    prompt,
    pull,
    repository,
    text,
    told_home,
)
from shop_repository import git

HOUR = 3_600_000


@pytest.fixture
def shas(empty_home):
    """The two commits of the branch and the squash; the logs of both sessions are there."""
    found = repository(empty_home / "shop")
    logs(empty_home, empty_home / "shop")
    return found


@pytest.fixture
def app(empty_home, shas):
    return told_home(empty_home, [pull(shas[:2], shas[2])])


def happened(story):
    return [event.happening for event in story.timeline]


def test_a_squashed_pull_request_tells_who_wrote_which_of_its_lines_by_session(app, shas):
    story = app.item(PULL)
    told = [(one.session, one.sha, one.path, one.lines, one.touched, one.whole) for one in story.matched]
    assert sorted(told) == [
        (ONE, shas[2], "rates.py", 12, 0, 12),
        (TWO, shas[2], "discounts.py", 8, 0, 8),
    ]
    assert story.lines == (26, 26, 20, 0)
    assert story.item.agent_share == pytest.approx((20 / 26, 20 / 26))


def test_sessions_turns_and_tiers_each_add_up_to_the_money_of_the_items_own_row(app):
    story = app.item(PULL)
    (row,) = [item for item in app.items().items if item.item == PULL]
    assert story.item.in_all == row.in_all
    assert dict(row.in_all.tiers) == {Tier.LANDED_TEXT: 750_000, Tier.BRANCH_ONLY: 250_000}
    assert [(one.session, one.turns, one.requests, one.list_micros) for one in story.sessions] == [
        (ONE, 1, 1, 250_000),
        (TWO, 2, 2, 750_000),
    ]
    assert sum(event.turn.list_micros for event in story.timeline if event.turn) == row.in_all.whole


def test_what_its_sessions_spent_beside_it_is_told_with_its_reason(app):
    beside = app.item(PULL).beside
    assert (beside.other_items, beside.other_micros) == (0, 0)
    assert beside.not_linked.by_reason == {Reason.OUTSIDE: 100_000}


def test_the_timeline_goes_from_the_first_prompt_to_the_landing(app, shas):
    story = app.item(PULL)
    assert [(event.happening, event.name or event.turn.files) for event in story.timeline] == [
        (Happening.TURN, 1),
        (Happening.COMMIT, shas[0]),
        (Happening.TURN, 1),
        (Happening.TURN, 0),
        (Happening.COMMIT, shas[1]),
        (Happening.PULL_OPENED, PULL),
        (Happening.PULL_MERGED, PULL),
    ]
    assert story.timeline[0].moment == moment("2026-11-17T09:00:00Z")
    assert story.timeline[-1].text == shas[2]


def test_times_are_those_of_the_definition(app):
    times = app.item(PULL).times
    assert times.first == moment("2026-11-17T09:00:00Z")
    assert times.coding == 27 * HOUR - 60_000, "from the first turn with evidence to the opening"
    assert times.review == 24 * HOUR
    assert times.total == 51 * HOUR


def test_what_only_a_tracker_knows_is_blank_without_one(empty_home, shas):
    story = told_home(empty_home).item("#12")
    assert story.item.item == PULL
    assert (story.times.coding, story.times.review) == (None, None)
    assert story.times.total is not None
    assert Happening.PULL_OPENED not in happened(story)
    assert happened(story)[-1] is Happening.PULL_MERGED


def test_a_draft_has_no_review_yet(empty_home, shas):
    told = pull(shas[:2], None, state="open", draft=True, merged_at=None)
    times = told_home(empty_home, [told]).item(PULL).times
    assert (times.coding, times.review) == (None, None)


def test_copies_of_one_commit_are_one_line_with_their_number(empty_home, shas):
    shop = empty_home / "shop"
    git(shop, "checkout", "-q", BRANCH)
    at = datetime(2026, 11, 18, 11, tzinfo=UTC)
    git(shop, "commit", "-q", "--amend", "-m", "Add discounts and notes", f"--date={at.isoformat()}")
    amended = git(shop, "rev-parse", "HEAD")
    story = told_home(empty_home, [pull((shas[0], amended), shas[2])]).item(PULL)
    assert [(one.sha, one.copies) for one in story.commits] == [(shas[0], 1), (amended, 2), (shas[2], 1)]


def test_a_ticket_tells_all_its_parts_and_its_own_beginning_and_end(empty_home, shas):
    app = told_home(empty_home, [pull(shas[:2], shas[2])], [TOLD_TICKET])
    story = app.item("led-1")
    assert (story.item.item, story.item.parts) == (TICKET, (PULL,))
    assert [part.times.review for part in story.parts] == [24 * HOUR]
    assert story.times.cycle == 53 * HOUR
    assert happened(story)[0] is Happening.TICKET_STARTED
    assert happened(story)[-1] is Happening.TICKET_DONE
    assert story.item.in_all.whole == 1_000_000
    assert app.item(PULL).counted_with == (TICKET,)


def test_an_item_can_be_named_by_its_key_a_part_of_it_or_a_commit(app, shas):
    for named in (PULL, "PR:ACME/SHOP#12", "#12", "shop#12", shas[2], shas[2][:8]):
        assert app.item(named).item.item == PULL


@pytest.mark.parametrize("named", ["#1", "", "pr:acme/shop#13", "nothing like it"])
def test_a_name_that_is_no_items_is_a_wrong_call(app, named):
    with pytest.raises(WrongCallError):
        app.item(named)


def test_what_is_near_to_an_unknown_name_is_told(app):
    with pytest.raises(WrongCallError, match=r"Near to it: pr:acme/shop#12\."):
        app.item("add rates")
    with pytest.raises(WrongCallError, match=r"Near to it: pr:acme/shop#12"):
        app.item("pr:acme/shop#13")


def test_a_part_of_several_keys_lists_them(empty_home, shas):
    second = pull([], None, number=32, state="open", merged_at=None, head_branch="feature/other")
    app = told_home(empty_home, [pull(shas[:2], shas[2]), second])
    with pytest.raises(WrongCallError, match=r"shop may be \d items: .*pr:acme/shop#12, pr:acme/shop#32"):
        app.item("shop")
    assert app.item("#32").item.state is ItemState.IN_FLIGHT


def test_an_item_that_does_not_count_says_how_to_take_that_back(app):
    app.dismiss_item(PULL)
    with pytest.raises(WrongCallError, match=r"outlay items undo 1\."):
        app.item(PULL)


def test_a_revert_is_the_end_of_the_timeline_and_dates_the_state(empty_home, shas):
    shop = empty_home / "shop"
    (shop / "rates.py").unlink()
    body = f'Revert "LED-1: Add rates (#12)"\n\nThis reverts commit {shas[2]}.'
    taken = made(shop, body, 21, 9)
    git(shop, "update-ref", "refs/remotes/origin/main", "main")
    story = told_home(empty_home, [pull(shas[:2], shas[2])]).item(PULL)
    assert (story.item.state, story.since) == (ItemState.REVERTED, moment("2026-11-21T09:00:00Z"))
    last = story.timeline[-1]
    assert (last.happening, last.text) == (Happening.REVERTED, taken)


def test_spend_after_the_landing_is_told_apart(empty_home, shas):
    shop = empty_home / "shop"
    app = told_home(empty_home, [pull(shas[:2], shas[2])])
    late = "7b2e0000-0000-4000-8000-000000000003"
    at = "2026-11-22T09:0{}:00.000Z".format
    write_log(empty_home, [prompt(late, at(0), shop), asked(late, at(1), shop, "main")], late)
    app.sync()
    app.link_session(late, PULL)
    app.sync()
    story = app.item(PULL)
    assert (story.item.in_all.whole, story.item.in_all.later) == (1_250_000, 250_000)
    assert story.timeline[-1].turn.tier is Tier.OWN_WORD


def test_an_agent_named_without_a_log_has_spend_not_visible_here_and_an_unknown_share(empty_home):
    shop = empty_home / "shop"
    shas = repository(shop)
    body = "Closes it.\n\nCo-authored-by: Claude <noreply@anthropic.com>"
    elsewhere = [prompt(ONE, "2026-11-16T09:00:00.000Z", empty_home)]
    elsewhere.append(asked(ONE, "2026-11-16T09:01:00.000Z", empty_home, "main"))
    write_log(empty_home, elsewhere, ONE)
    story = told_home(empty_home, [pull(shas[:2], shas[2], body=body)]).item(PULL)
    assert story.item.spend_unseen
    assert story.share_unknown is ShareUnknown.NOT_FOUND
    assert (story.item.in_all.whole, story.sessions, story.matched) == (0, (), ())


def test_work_begun_before_the_first_log_has_an_unknown_share(empty_home, shas):
    for log in (empty_home / ".claude/projects/-home-a-shop").glob(f"{ONE}.jsonl"):
        log.unlink()
    story = told_home(empty_home, [pull(shas[:2], shas[2])]).item(PULL)
    assert (story.item.agent_share, story.share_unknown) == (None, ShareUnknown.BEFORE_LOGS)


def test_direct_commits_of_one_push_land_together_without_a_pull_request(empty_home, shas):
    shop = empty_home / "shop"
    sha = made(shop, "Add labels", 20, 9, labels=text("labels", 5))
    git(shop, "update-ref", "refs/remotes/origin/main", "main")
    story = told_home(empty_home, [pull(shas[:2], shas[2])]).item(sha[:10])
    assert happened(story) == [Happening.COMMIT, Happening.COMMIT, Happening.LANDED]
    assert story.item.in_all.whole == 0


def test_work_entered_by_hand_tells_the_sessions_the_owner_linked(empty_home, app):
    own = app.add_item("Design of the rates", "design", moment("2026-11-20T12:00:00Z")).act.item
    app.link_session(TWO, own)
    app.sync()
    story = app.item(own)
    assert [(one.session, one.list_micros) for one in story.sessions] == [(TWO, 750_000)]
    assert story.times.total == 51 * HOUR
    assert story.commits == ()


def test_a_request_without_a_price_is_counted_and_its_turn_has_no_amount(empty_home, shas):
    shop = empty_home / "shop"
    late = "7b2e0000-0000-4000-8000-000000000003"
    at = "2026-11-18T10:0{}:00.000Z".format
    write_log(empty_home, [prompt(late, at(0), shop), asked(late, at(1), shop, model="house-model")], late)
    app = told_home(empty_home, [pull(shas[:2], shas[2])])
    app.link_session(late, PULL)
    app.sync()
    story = app.item(PULL)
    assert story.unpriced == 1
    assert [event.turn.list_micros for event in story.timeline if event.turn].count(None) == 1


def test_as_of_an_earlier_moment_later_happenings_are_not_known(empty_home, app):
    then = app_for(empty_home, NOW, as_of=moment("2026-11-18T13:00:00Z"))
    story = then.item("shop#12")
    assert story.item.state is ItemState.IN_FLIGHT
    assert Happening.PULL_MERGED not in happened(story)
    assert all(event.moment <= moment("2026-11-18T13:00:00Z") for event in story.timeline)


def test_before_it_was_opened_a_pull_request_is_its_branch_alone(empty_home, app):
    then = app_for(empty_home, NOW, as_of=moment("2026-11-18T11:30:00Z"))
    with pytest.raises(WrongCallError):
        then.item("shop#12")
    assert [row.form for row in then.items().items if row.title != "Begin"] == [Form.BRANCH]


def test_nothing_read_yet_is_said(empty_home):
    with pytest.raises(NothingYetError):
        app_for(empty_home).item("#12")


def test_no_text_of_a_file_or_prompt_is_in_the_story(app):
    assert "price_of" not in json.dumps(repr(app.item(PULL)))
