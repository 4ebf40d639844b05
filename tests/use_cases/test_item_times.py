"""Times, system, type and labels of items: the same in the list, in the pane and in JSON, and what ships by a ticket."""

from contextlib import closing

import pytest

from apps import NOON, app_for
from outlay.cli.commands.items import item_json
from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import Account, SecretPlace
from outlay.domain.answers import ItemKind, ItemState
from outlay.domain.attribution import Tier, TurnKey
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.store.accounts import source_of
from outlay.store.attribution_rows import TurnCost
from outlay.store.store import Store
from outlay.use_cases.attribute import attribute
from outlay.use_cases.item_times import ItemTimes
from outlay.use_cases.linked_spend import Part
from shared_pull import PULL, TICKET, TOLD_TICKET, logs, pull, repository, told_home

HOUR = 3_600_000
HOUR_S = 3600
DAY = 24 * HOUR
WORK = Account("a1b2", "work", "github", "https://github.com", (), SecretPlace.KEYRING)
ONE = "pr:acme/shop#7"


def ago(hours):
    return UtcMillis(NOON - hours * HOUR)


def told_pull(number=7, *, opened=30, ready=None, merged=2, draft=False, place="acme/shop"):
    state = PullState.OPEN if merged is None else PullState.MERGED
    at = None if merged is None else ago(merged)
    known = (place, number, f"Count carts {number}", "carts", "main", True, draft, state, ago(opened), at, at)
    return PullRequest(*known, None, (), (), None, "github", ready=None if ready is None else ago(ready))


def told_ticket(key="LED-1", *, started=20, done=2, reopened=(), state=None, pulls=(), labels=("api",)):
    at = None if done is None else ago(done)
    stands = state or (TicketState.STARTED if done is None else TicketState.DONE)
    begun = None if started is None else ago(started)
    again = tuple(ago(hours) for hours in reopened)
    return Ticket(
        "jira", key, None, "Incident", f"Carts {key}", stands, ago(40), begun, at, again, None, labels, pulls
    )


@pytest.fixture
def told(empty_home):
    """Keeps what an account told; gives the app that answers from it."""
    (empty_home / "data").mkdir(mode=0o700)

    def keep(pulls=(), tickets=()):
        with closing(Store(empty_home / "data" / "outlay.sqlite", "here")) as store:
            with store.writing(act=True):
                store.accounts.keep(WORK, NOON)
                store.accounts.keep_reading(WORK.key, NOON, 3, None)
                store.work.keep_pulls(pulls, source_of(WORK), NOON)
                store.work.keep_tickets(tickets, source_of(WORK), NOON)
            attribute(store)
        return app_for(empty_home)

    return keep


def only(app):
    (item,) = app.items().items
    return item


def test_a_pull_request_has_its_forge_and_no_type_or_label(told):
    item = only(told([told_pull()]))
    assert (item.system, item.type, item.labels) == ("github", None, ())


def test_a_ticket_with_its_pull_request_has_the_trackers_system_type_and_labels(told):
    item = only(told([told_pull()], [told_ticket(pulls=("acme/shop#7",))]))
    assert (item.item, item.parts) == ("ticket:LED-1", (ONE,))
    assert (item.system, item.type, item.labels) == ("jira", "Incident", ("api",))


def test_the_time_as_a_draft_is_not_review(told):
    assert only(told([told_pull()])).times.review == 28 * HOUR
    assert only(told([told_pull(ready=10)])).times.review == 8 * HOUR


def test_a_draft_that_is_open_has_no_review(told):
    assert only(told([told_pull(merged=None, draft=True)])).times.review is None


def test_a_tickets_cycle_is_that_of_its_tracker_and_review_that_of_its_only_pull_request(told):
    times = only(told([told_pull()], [told_ticket(pulls=("acme/shop#7",))])).times
    assert (times.cycle, times.review) == (18 * HOUR, 28 * HOUR)


def test_of_two_pull_requests_of_a_ticket_there_is_no_one_review(told):
    pulls = [told_pull(7), told_pull(8)]
    times = only(told(pulls, [told_ticket(pulls=("acme/shop#7", "acme/shop#8"))])).times
    assert (times.coding, times.review, times.cycle) == (None, None, 18 * HOUR)


def test_json_has_the_times_in_seconds_and_null_for_what_is_not_known(told):
    app = told([], [told_ticket("OPS-1")])
    row = item_json(only(app), app.zone)
    assert (row["system"], row["type"], row["labels"]) == ("jira", "Incident", ["api"])
    assert row["times"] == {
        "coding_seconds": None,
        "review_seconds": None,
        "total_seconds": None,
        "cycle_seconds": 18 * HOUR_S,
        "active_days": None,
    }


def test_list_and_pane_tell_the_same_times(empty_home):
    shas = repository(empty_home / "shop")
    logs(empty_home, empty_home / "shop")
    app = told_home(empty_home, [pull(shas[:2], shas[2])], [TOLD_TICKET])
    whole = {item.item: item.times for item in app.items().items}
    parts = {item.item: item.times for item in app.items(parts=True).items}
    assert app.item(TICKET).times == app.item(TICKET).item.times == whole[TICKET]
    assert app.item(PULL).times == app.item(PULL).item.times == parts[PULL]
    times = parts[PULL]
    assert (times.first, times.coding) == (moment("2026-11-17T09:00:00Z"), 27 * HOUR - 60_000)
    assert (times.review, times.total) == (24 * HOUR, 51 * HOUR)


def test_with_git_alone_there_are_active_days_and_no_review(empty_home):
    repository(empty_home / "shop")
    logs(empty_home, empty_home / "shop")
    app = told_home(empty_home)
    row = next(item_json(one, app.zone) for one in app.items().items if one.item == PULL)
    assert (row["system"], row["times"]["coding_seconds"], row["times"]["review_seconds"]) == (
        None,
        None,
        None,
    )
    assert row["times"]["total_seconds"] == 51 * HOUR_S
    assert row["times"]["active_days"] == 2


def test_commits_of_a_branch_count_as_active_where_only_their_squash_landed(empty_home):
    shas = repository(empty_home / "shop")
    app = told_home(empty_home, [pull((), shas[2])])
    row = next(item_json(one, app.zone) for one in app.items().items if one.item == PULL)
    assert row["commits"] == [shas[2]]
    assert row["times"]["active_days"] == 2, "the 17th and the 18th, not the day of the merge"


def test_turns_that_only_their_surroundings_link_make_no_day_active():
    turns = [part(Tier.LANDED_TEXT, 1), part(Tier.BRANCH_ONLY, 2), part(Tier.OWN_WORD, 3)]
    times = ItemTimes().of_turns(turns, None)
    assert times.first == DAY
    assert times.active == (DAY, 3 * DAY)


def part(tier, day):
    at = UtcMillis(day * DAY)
    return Part(TurnCost(TurnKey(1, day), 1, 5, 0, at, at), "ticket:OPS-1", tier, None, 5)


def glanced(app):
    today = app.glance().today
    return [(one.item, one.kind) for one in today.items]


def test_a_ticket_without_code_ships_from_the_tracker_to_the_glance(told):
    app = told(tickets=[told_ticket("OPS-1")])
    assert glanced(app) == [("ticket:OPS-1", ItemKind.TICKET)]
    assert (app.glance().today.shipped, only(app).state) == (1, ItemState.SETTLING)


def test_what_was_not_planned_never_ships(told):
    state = TicketState.NOT_PLANNED
    app = told(tickets=[told_ticket("OPS-1", done=None, state=state), told_ticket("OPS-2", state=state)])
    assert glanced(app) == []
    assert app.items().items == ()


def test_a_ticket_opened_again_is_shipped_no_more_also_when_its_pull_request_is_merged(told):
    pulls, named = [told_pull(merged=5)], ("acme/shop#7",)
    assert glanced(told(pulls, [told_ticket(pulls=named)])) == [("ticket:LED-1", ItemKind.TICKET)]
    again = told(pulls, [told_ticket(done=None, reopened=(1,), pulls=named)])
    assert glanced(again) == []
    assert (only(again).state, only(again).landed) == (ItemState.IN_FLIGHT, None)


def test_a_ticket_done_again_ships_again_and_its_cycle_goes_on(told):
    app = told(tickets=[told_ticket("OPS-1", done=1, reopened=(3,))])
    assert glanced(app) == [("ticket:OPS-1", ItemKind.TICKET)]
    assert only(app).times.cycle == 19 * HOUR


def test_a_ticket_that_is_not_done_ships_with_its_merged_pull_request(told):
    app = told([told_pull()], [told_ticket(done=None, pulls=("acme/shop#7",))])
    assert glanced(app) == [("ticket:LED-1", ItemKind.TICKET)]


def test_a_pull_request_within_a_ticket_is_told_beside_the_count_and_not_in_it(told):
    app = told([told_pull(7), told_pull(8)], [told_ticket(pulls=("acme/shop#7",))])
    today = app.glance().today
    assert sorted((one.item, one.pulls) for one in today.items) == [
        ("pr:acme/shop#8", 0),
        ("ticket:LED-1", 1),
    ]
    assert today.shipped == 2
