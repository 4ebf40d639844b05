"""What a forge and a tracker tell counts as shipped, whether its repository is on this machine or not."""

from contextlib import closing

import pytest

from apps import NOON, app_for
from outlay.domain.accounts import Account, AccountTrouble, SecretPlace, Trouble
from outlay.domain.answers import ItemKind, PlaceState
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.domain.work import RepositoryReading
from outlay.store.accounts import source_of
from outlay.store.store import Store
from outlay.use_cases.attribute import attribute

HOUR = 3_600_000
WORK = Account("a1b2", "work", "github", "https://github.com", (), SecretPlace.KEYRING)


def ago(hours):
    return UtcMillis(NOON - hours * HOUR)


def pull(number, place="acme/shop", merged=2):
    state = PullState.OPEN if merged is None else PullState.MERGED
    at = None if merged is None else ago(merged)
    return PullRequest(
        place, number, f"Count carts {number}", "carts", "main", True, False, state, ago(30), at, at, None, (), (), None, "github"
    )  # fmt: skip


def ticket(key, done=2, state=TicketState.DONE, pulls=()):
    at = None if done is None else ago(done)
    return Ticket(
        "jira", key, None, "Incident", f"Carts {key}", state, ago(30), ago(20), at, (), None, (), pulls
    )


@pytest.fixture
def told(empty_home):
    """Keeps what an account told; gives the app that answers from it."""
    (empty_home / "data").mkdir(mode=0o700)

    def keep(pulls=(), tickets=(), trouble=None, read=NOON, opted_out=()):
        with closing(Store(empty_home / "data" / "outlay.sqlite", "here")) as store:
            with store.writing(act=True):
                store.accounts.keep(WORK, NOON)
                store.accounts.keep_reading(WORK.key, read, 3, None)
                if trouble:
                    store.accounts.keep_reading(WORK.key, NOON, 1, trouble)
                store.work.keep_pulls(pulls, source_of(WORK), NOON)
                store.work.keep_tickets(tickets, source_of(WORK), NOON)
            for key, slug in opted_out:
                nothing = RepositoryReading(
                    key,
                    key,
                    slug,
                    slug,
                    (key,),
                    "main",
                    None,
                    (),
                    (),
                    (),
                    landings_anew=False,
                    problems=(),
                    bookmark=b"",
                )
                store.keep_reading(key, nothing, NOON)
            attribute(store)
        return app_for(empty_home)

    return keep


def shipped(app):
    return sorted((one.item, one.kind) for one in app.glance().today.items)


def test_a_merged_pull_request_of_a_repository_that_is_not_here_is_shipped(told):
    app = told([pull(7), pull(8, merged=None)])
    assert shipped(app) == [("pr:acme/shop#7", ItemKind.PULL_REQUEST)]
    assert app.glance().shipped_unknown == ""
    titles = {item.item: item.title for item in app.items().items}
    assert titles == {"pr:acme/shop#7": "Count carts 7", "pr:acme/shop#8": "Count carts 8"}


def test_a_pull_request_without_commits_here_is_as_large_as_its_forge_says(told):
    app = told([pull(7)._replace(added_lines=120), pull(8)])
    assert {item.item: item.added_lines for item in app.items().items} == {
        "pr:acme/shop#7": 120,
        "pr:acme/shop#8": 0,
    }


def test_a_ticket_without_code_is_shipped_and_one_that_is_not_planned_is_not(told):
    app = told(
        tickets=[
            ticket("OPS-1"),
            ticket("OPS-2", state=TicketState.NOT_PLANNED),
            ticket("OPS-3", done=None, state=TicketState.STARTED),
        ]
    )
    assert shipped(app) == [("ticket:OPS-1", ItemKind.TICKET)]


def test_a_ticket_with_the_pull_request_its_tracker_names_counts_once(told):
    app = told([pull(7)], [ticket("LED-1", pulls=("acme/shop#7",))])
    assert shipped(app) == [("ticket:LED-1", ItemKind.TICKET)]
    (item,) = app.items().items
    assert item.parts == ("pr:acme/shop#7",)


def test_a_ticket_that_was_reopened_is_shipped_no_more(told):
    told(tickets=[ticket("OPS-1")])
    assert shipped(told(tickets=[ticket("OPS-1", done=None, state=TicketState.STARTED)])) == []


def test_a_repository_the_owner_took_out_does_not_come_back_through_its_forge(told):
    assert shipped(told([pull(7)], opted_out=[("/gone/.git", "acme/shop")])) == []


def test_what_shipped_is_unknown_until_an_account_was_read(told):
    assert told(trouble=AccountTrouble(Trouble.REFUSED, 401)).glance().shipped_unknown == ""
    (trouble,) = app_troubles(told(trouble=AccountTrouble(Trouble.REFUSED, 401)))
    assert trouble.title == "work: GitHub does not accept the token."
    assert trouble.state is PlaceState.FAILING


def app_troubles(app):
    return [one for one in app.glance().troubles if one.source == "account work"]


def test_a_network_that_is_away_is_told_after_a_day(told):
    away = AccountTrouble(Trouble.AWAY)
    assert app_troubles(told(trouble=away, read=ago(23))) == []
    (trouble,) = app_troubles(told(trouble=away, read=ago(25)))
    assert (trouble.state, trouble.since) == (PlaceState.STALE, ago(25))


def test_a_change_that_is_read_with_the_clock_set_back_counts(empty_home):
    (empty_home / "data").mkdir(mode=0o700)
    with closing(Store(empty_home / "data" / "outlay.sqlite", "here")) as store:
        for told, now in ((pull(7, merged=None), NOON), (pull(8), NOON), (pull(7), ago(1))):
            with store.writing(act=True):
                store.accounts.keep(WORK, NOON)
                store.accounts.keep_reading(WORK.key, NOON, 3, None)
            store.keep_work(lambda told=told, now=now: store.work.keep_pulls([told], source_of(WORK), now))
            attribute(store)
    assert [key for key, _ in shipped(app_for(empty_home))] == ["pr:acme/shop#7", "pr:acme/shop#8"]


def test_a_ticket_that_was_reopened_later_stood_as_its_work_did(told, empty_home):
    again = ticket("LED-1", done=None, state=TicketState.STARTED, pulls=("acme/shop#7",))
    app = told([pull(7, merged=4)], [again._replace(reopened=(ago(1),))])
    assert shipped(app) == []
    assert shipped(app_for(empty_home, now=ago(2))) == [("ticket:LED-1", ItemKind.TICKET)]


@pytest.mark.parametrize("parts", [False, True])
def test_a_ticket_that_was_moved_to_another_tracker_under_its_key_stays_done_and_counts_once(told, parts):
    moved = ticket("LED-1", done=None, state=TicketState.STARTED)._replace(system="linear")
    app = told(tickets=[ticket("LED-1"), moved])
    assert shipped(app) == [("ticket:LED-1", ItemKind.TICKET)]
    (item,) = app.items(parts=parts).items
    assert (item.item, item.landed) == ("ticket:LED-1", ago(2))
