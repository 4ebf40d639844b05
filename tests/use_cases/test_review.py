"""The figures of a week's review add up, say what shipped and what changed, and ask what only the owner knows."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from apps import app_for
from basket_world import (
    BASKET,
    MATE,
    NOW,
    ONE,
    SEVEN,
    TOPIC,
    World,
    at,
    basket_on_a_branch,
    landed_squashed,
    shipped_basket,
)
from claude_lines import response, write_log
from outlay.cli.shared_arguments import moment
from outlay.domain.answers import ItemState
from outlay.domain.attribution import Fate
from outlay.domain.own_words import OwnItemKind
from outlay.domain.patterns import Pattern
from outlay.domain.review import Moved, Verdict
from outlay.errors import NothingYetError, WrongCallError
from outlay.rules.frozen_review import frozen, thawed

MONDAY = "2026-11-23T09:00:00Z"
WEEK = date(2026, 11, 18)
HOUSE = "house-model"


def session_id(number):
    return f"5f0c0000-0000-4000-8000-{number:012}"


def spent(home, when, output, number, model="claude-opus-4-6"):
    """One session with one request; of the model by default it costs 25 micro-units a token."""
    line = response(
        f"m{number}", f"r{number}", when, model=model, tokens=(0, 0, 0, 0, output), session=session_id(number)
    )
    write_log(home, [line], name=session_id(number))


def spent_weekly(home, outputs, model="claude-opus-4-6", last=date(2026, 11, 18)):
    """A session on the Wednesday of each week, the last one in the week of 16 November."""
    for back, output in enumerate(reversed(outputs)):
        when = f"{last - timedelta(weeks=back)}T09:30:00.000Z"
        spent(home, when, output, back + 1, model)


def reviewed(home, of=WEEK, now=MONDAY, zone="UTC"):
    app = app_for(home, moment(now), zone)
    app.sync()
    return app.review(of).now


@pytest.fixture
def shipped(empty_home):
    """The basket landed on Thursday, looked at on the Monday after."""
    return shipped_basket(empty_home).app(MONDAY).review().now


def test_it_opens_on_the_last_week_that_is_over(shipped):
    assert (shipped.period.start, shipped.period.end) == (date(2026, 11, 16), date(2026, 11, 23))
    assert shipped.is_over


def test_what_shipped_stands_with_its_state_and_the_weeks_money(shipped):
    (one,) = shipped.shipped
    assert (one.item, one.state, one.agents, one.landed) == (
        "pr:acme/ledger#7", ItemState.SETTLING, True, moment("2026-11-19T12:00:00Z"),
    )  # fmt: skip
    assert one.direct > 0


def test_where_the_money_went_adds_up_to_the_total(shipped):
    assert sum(one.whole for one in shipped.went) == shipped.total_micros > 0
    assert next(one for one in shipped.went if one.fate is Fate.SHIPPED).items == 1


def test_two_weeks_later_the_same_item_is_held(empty_home):
    told = shipped_basket(empty_home).app("2026-12-07T09:00:00Z").review(WEEK).now
    assert [one.state for one in told.shipped] == [ItemState.HELD]


def test_work_that_did_not_land_is_still_open_with_all_its_money_and_since_when(empty_home):
    world = basket_on_a_branch(empty_home)
    world.sync()
    told = world.app(MONDAY).review(WEEK).now
    assert (told.shipped, told.open_items) == ((), 1)
    (one,) = told.still_open
    assert (one.item, one.direct, one.began) == (
        TOPIC, 25_035, moment("2026-11-19T09:00:00Z"),
    )  # fmt: skip


def asked_afterwards(home, times=1):
    """The basket landed, and its session went on with questions that edited nothing, each longer than the last."""
    world = basket_on_a_branch(home)
    for number in range(times):
        world.turn(ONE, at(9, 20 + number), output=400 + number, branch="feature/basket")
    landed_squashed(world).sync()
    return world


def test_a_turn_that_only_its_surroundings_link_is_asked_about_with_its_item(empty_home):
    (asked,) = asked_afterwards(empty_home).app(MONDAY).review().now.links
    assert (asked.session, asked.turn, asked.item, asked.title) == (ONE, 2, SEVEN, "Sort the basket")
    assert asked.micros == 400 * 25 + 7 * 5


def test_once_the_owner_said_where_it_belongs_it_is_not_asked_about_again(empty_home):
    world = asked_afterwards(empty_home)
    world.app().link_session(f"{ONE}:2", SEVEN)
    world.app().sync()
    assert world.app(MONDAY).review().now.links == ()


def test_at_most_three_links_are_asked_about_the_largest_first(empty_home):
    asked = asked_afterwards(empty_home, times=5).app(MONDAY).review().now.links
    assert [one.turn for one in asked] == [6, 5, 4]


def fixed_on_friday(home, subject="Fix the total of an empty basket"):
    """The basket landed on Thursday, and a line of it was mended on Friday."""
    world = shipped_basket(home)
    mended = ["total_0 = compute_total_0(basket_price, tax_of_0, 0) if basket_price else 0", *BASKET[1:]]
    world.commit("basket.py", mended, subject, at(15, day=20))
    world.fetched()
    world.sync()
    return world


def test_a_fix_of_what_shipped_before_is_asked_about(empty_home):
    asked = fixed_on_friday(empty_home).app(MONDAY).review().now.follow_ups
    assert [(one.fix_title, one.caused) for one in asked] == [("Fix the total of an empty basket", SEVEN)]


def test_a_fix_is_asked_about_in_the_week_it_landed_in_alone(empty_home):
    app = fixed_on_friday(empty_home).app("2026-11-30T09:00:00Z")
    assert [len(app.review(day).now.follow_ups) for day in (WEEK, date(2026, 11, 25))] == [1, 0]


def test_a_fix_of_what_the_owner_does_not_count_is_not_asked_about(empty_home):
    world = fixed_on_friday(empty_home)
    world.app(MONDAY).dismiss_item(SEVEN)
    assert world.app(MONDAY).review().now.follow_ups == ()


def test_a_fix_within_one_ticket_is_part_of_the_work_and_not_asked_about(empty_home):
    world = fixed_on_friday(empty_home, "LED-1 Fix the total of an empty basket")
    world.tell(title="LED-1 Sort the basket")
    ticket = {
        "system": "jira",
        "key": "LED-1",
        "title": "Baskets",
        "state": "done",
        "done_at": "2026-11-20T16:00:00Z",
    }
    path = empty_home / "tickets.json"
    path.write_text(json.dumps([ticket]))
    world.app(MONDAY).import_tickets(path)
    world.app(MONDAY).sync()
    told = world.app(MONDAY).review().now
    assert [one.item for one in told.shipped] == ["ticket:LED-1"]
    assert told.follow_ups == ()


def test_a_week_with_nothing_in_it_says_so_and_has_no_difference(empty_home):
    spent_weekly(empty_home, [1_000])
    told = reviewed(empty_home, of=date(2026, 10, 1))
    assert (told.requests, told.total_micros, told.went, told.pattern) == (0, 0, (), None)
    assert told.change.verdict is Verdict.UNUSED
    assert told.shipped is None
    assert told.shipped_unknown == "no_repository"


def test_a_week_without_a_single_price_has_no_total_to_compare(empty_home):
    spent_weekly(empty_home, [1_000, 1_000], model=HOUSE)
    told = reviewed(empty_home)
    assert (told.requests, told.unpriced_requests, told.at_least) == (1, 1, True)
    assert told.change.verdict is Verdict.UNPRICED
    assert told.change.difference is None


@pytest.mark.parametrize("unpriced_on", ["2026-11-17T10:00:00.000Z", "2026-11-10T10:00:00.000Z"])
def test_one_request_without_a_price_in_either_week_is_enough_for_no_difference(empty_home, unpriced_on):
    spent_weekly(empty_home, [1_000] * 9)
    spent(empty_home, unpriced_on, 10, 50, model=HOUSE)
    change = reviewed(empty_home).change
    assert (change.verdict, change.difference, change.low, change.split) == (
        Verdict.UNPRICED,
        None,
        None,
        None,
    )


def test_a_week_that_runs_is_not_compared_and_nothing_is_called_gone_yet(empty_home):
    spent_weekly(empty_home, [1_000] * 9)
    change = reviewed(empty_home, now=NOW).change
    assert (change.verdict, change.difference) == (Verdict.RUNNING, None)
    spent(empty_home, "2026-11-11T10:00:00.000Z", 10, 50, model="claude-haiku-4-5")
    assert reviewed(empty_home, now=NOW).change.models == Moved()
    assert reviewed(empty_home).change.models == Moved((), ("claude-haiku-4-5",))


def test_inside_the_own_eight_weeks_before_there_is_no_clear_change(empty_home):
    spent_weekly(empty_home, [900, 1_000, 1_100, 1_000, 1_000, 1_000, 1_000, 1_000, 1_100])
    change = reviewed(empty_home).change
    assert change.verdict is Verdict.NO_CLEAR_CHANGE
    assert (change.difference, change.weeks, change.low, change.high) == (2_500, 8, 22_500, 27_500)


@pytest.mark.parametrize(("output", "verdict"), [(1_001, Verdict.ABOVE), (999, Verdict.BELOW)])
def test_outside_of_them_it_is_above_or_below(empty_home, output, verdict):
    spent_weekly(empty_home, [1_000] * 8 + [output])
    assert reviewed(empty_home).change.verdict is verdict


def test_weeks_without_use_or_without_all_prices_do_not_say_what_is_usual(empty_home):
    spent_weekly(empty_home, [1_000] * 6)
    spent(empty_home, "2026-10-28T10:00:00.000Z", 10, 50, model=HOUSE)
    change = reviewed(empty_home).change
    assert (change.verdict, change.weeks) == (Verdict.TOO_FEW, 4)


def test_the_difference_of_two_weeks_is_split_into_what_changed_to_the_micro_unit(empty_home):
    """Three items a week, the second week twice as much for each and half as much again on a cheaper model."""
    number = 0
    for day, output in (("2026-11-11", 1_000), ("2026-11-18", 2_000)):
        for _ in range(3):
            number += 1
            spent(empty_home, f"{day}T09:00:00.000Z", output, number)
    spent(empty_home, "2026-11-18T10:00:00.000Z", 3_000, 9, model="claude-haiku-4-5")
    world = World(empty_home)
    world.sync(MONDAY)
    app = world.app(MONDAY)
    for one in range(1, number + 1):
        item = app.add_item(f"Talk {one}", OwnItemKind.OTHER, moment("2026-11-18T12:00:00Z")).act.item
        app.link_session(session_id(one), item)
    app.sync()
    change = app.review(WEEK).now.change
    assert change.difference == 3 * 25_000 + 3_000 * 5
    assert sum(change.split) == change.difference
    assert (change.split.items, change.split.price) == (0, 0)
    assert change.split.mix < 0 < change.split.size


def test_a_tool_a_model_and_a_project_that_are_new_are_told(empty_home):
    spent_weekly(empty_home, [1_000, 1_000])
    spent(empty_home, "2026-11-17T10:00:00.000Z", 10, 50, model="claude-haiku-4-5")
    change = reviewed(empty_home).change
    assert change.models == Moved(("claude-haiku-4-5",), ())
    assert (change.tools, change.projects) == (Moved(), Moved())


@pytest.mark.parametrize(
    ("zone", "of", "hours"),
    [
        ("Europe/Berlin", date(2026, 10, 21), 7 * 24 + 1),
        ("Europe/Berlin", date(2026, 3, 25), 7 * 24 - 1),
        ("America/New_York", date(2026, 10, 28), 7 * 24 + 1),
        ("UTC", date(2026, 12, 30), 7 * 24),
    ],
)
def test_a_week_is_seven_days_of_its_zone_over_a_change_of_clocks_and_of_the_year(
    empty_home, zone, of, hours
):
    monday = of - timedelta(days=of.weekday())
    edges = [
        datetime.combine(day, datetime.min.time(), ZoneInfo(zone))
        for day in (monday, monday + timedelta(days=7))
    ]
    inside = [edges[0], edges[1] - timedelta(seconds=1)]
    outside = [edges[0] - timedelta(seconds=1), edges[1]]
    for number, when in enumerate((*inside, *outside)):
        spent(empty_home, when.astimezone(ZoneInfo("UTC")).strftime("%Y-%m-%dT%H:%M:%S.000Z"), 1_000, number)
    told = reviewed(empty_home, of=of, now="2027-06-01T00:00:00Z", zone=zone)
    assert (told.period.after - told.period.first) // 3_600_000 == hours
    assert (told.requests, told.total_micros) == (2, 50_000)


def test_what_is_frozen_is_read_back_the_same(shipped):
    assert thawed(frozen(shipped)) == shipped


def test_work_of_others_is_not_in_it(empty_home):
    world = shipped_basket(empty_home)
    world.commit("mate.py", ["mate = work_of_somebody_else(1)"], "Somebody else's", at(13), MATE)
    world.fetched()
    world.sync()
    assert [one.item for one in world.app(MONDAY).review().now.shipped] == [SEVEN]


def test_before_anything_was_read_there_is_no_review(empty_home):
    with pytest.raises(NothingYetError):
        app_for(empty_home).review()


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1999, 12, 31), date(9999, 12, 31)])
def test_a_day_far_away_is_refused(empty_home, day):
    with pytest.raises(WrongCallError):
        app_for(empty_home).review(day)


@pytest.mark.parametrize("landed", [0, 1])
def test_the_one_pattern_says_what_it_came_to_and_whether_its_work_shipped(empty_home, landed):
    """60,000 tokens of context written again half an hour later: 6.25 to write less 0.5 to read, a million."""
    lines = [
        response(
            f"m{minute}", f"r{minute}", f"2026-11-18T09:{minute:02}:00.000Z", tokens=(10, 0, 60_000, 0, 10)
        )
        for minute in (0, 30)
    ]
    write_log(empty_home, lines)
    world = World(empty_home)
    world.sync(MONDAY)
    app = world.app(MONDAY)
    if landed:
        item = app.add_item("Talk", OwnItemKind.OTHER, moment("2026-11-18T12:00:00Z")).act.item
        app.link_session(session_id(1), item)
        app.sync()
    seen = app.review(WEEK).now.pattern
    assert (seen.pattern, seen.sessions, seen.landed, seen.at_least) == (
        Pattern.CACHE_REWRITE,
        1,
        landed,
        False,
    )
    assert seen.micros == 60_000 * (6_250_000 - 500_000) // 1_000_000


def test_the_ninth_week_before_no_longer_says_what_is_usual(empty_home):
    spent_weekly(empty_home, [5_000] + [1_000] * 9)
    change = reviewed(empty_home).change
    assert (change.weeks, change.low, change.high) == (8, 25_000, 25_000)
