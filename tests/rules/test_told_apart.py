"""Of two repositories of one name the second is told with its host, wherever its name is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.rules.item_keys import is_item_key
from outlay.rules.told_apart import host_named, pulls_apart, tickets_apart

AT = UtcMillis(1_795_194_300_000)
HOST = "git.example.com"
TAKEN = frozenset(("acme/shop",))


def pull(place, *marks):
    return PullRequest(
        place, 7, "Carts", None, None, True, False, PullState.OPEN, AT, None, None, None, (), marks, None
    )  # fmt: skip


def ticket(key, place, *pulls):
    return Ticket("gitea", key, place, None, "Carts", TicketState.DONE, AT, AT, AT, (), None, (), pulls)


def test_a_pull_request_and_what_it_closes_there_stand_at_the_host():
    (one,) = pulls_apart(
        [pull("Acme/Shop", Mark(MarkKind.CLOSES, "acme/shop#3"), Mark(MarkKind.LABEL, "ui"))], HOST, TAKEN
    )
    assert one.repository == "git.example.com/Acme/Shop"
    assert one.marks == (Mark(MarkKind.CLOSES, "git.example.com/acme/shop#3"), Mark(MarkKind.LABEL, "ui"))


def test_what_it_says_of_other_places_and_trackers_stays():
    marks = (
        Mark(MarkKind.CLOSES, "acme/other#3"),
        Mark(MarkKind.TICKET, "LED-101"),
        Mark(MarkKind.FIXES, "#12"),
    )
    (one,) = pulls_apart([pull("acme/shop", *marks)], HOST, TAKEN)
    assert one.marks == marks


def test_a_ticket_of_the_forge_and_its_pull_requests_stand_at_the_host():
    (one,) = tickets_apart([ticket("acme/shop#3", "acme/shop", "acme/shop#7", "acme/api#1")], HOST, TAKEN)
    assert (one.key, one.repository) == ("git.example.com/acme/shop#3", "git.example.com/acme/shop")
    assert one.pulls == ("git.example.com/acme/shop#7", "acme/api#1")


def test_a_ticket_of_a_tracker_stays_as_it_is():
    told = ticket("LED-101", None, "acme/shop#7")
    assert tickets_apart([told], HOST, TAKEN) == (told,)


def test_where_no_name_is_taken_nothing_changes():
    told = pull("acme/shop", Mark(MarkKind.CLOSES, "acme/shop#3"))
    assert pulls_apart([told], HOST, frozenset()) == (told,)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Git.Example.com/x", "git.example.com"),
        ("http://127.0.0.1:8080", "127.0.0.1-8080"),
        ("http://[::1]:8080", "--1-8080"),
    ],
)
def test_the_host_can_stand_in_the_key_of_an_item(address, host):
    assert host_named(address) == host
    assert is_item_key(f"pr:{host_named(address)}/acme/shop#7")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_mark_is_kept_or_gets_the_host_before_it(place, number):
    value = f"{place}#{number}"
    (one,) = pulls_apart([pull("acme/shop", Mark(MarkKind.TICKET, value))], HOST, TAKEN)
    assert one.marks[0].value in {value, f"{HOST}/{value}"}
