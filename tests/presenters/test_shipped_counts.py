"""What shipped by kinds: the kinds add up to the count, and a pull request within a ticket is in it once."""

import re

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.answers import ItemKind, ItemState, ShippedItem
from outlay.presenters.shipped import counts_text, kinds_text, shipped_text

KINDS = st.lists(st.sampled_from(ItemKind), max_size=30)


def shipped(kind, number, pulls=0):
    return ShippedItem(f"{kind}:{number}", kind, "Retries", None, 0, ItemState.SETTLING, pulls)


def numbers(text):
    return [int(number) for number in re.findall(r"\d+", text)]


@given(KINDS)
def test_the_kinds_add_up_to_what_shipped(kinds):
    assert sum(numbers(kinds_text(kinds))) == len(kinds)


@given(st.lists(st.tuples(st.sampled_from(ItemKind), st.integers(0, 3)), max_size=12))
def test_what_counts_within_a_ticket_stands_apart_from_what_adds_up(told):
    items = [shipped(kind, at, pulls) for at, (kind, pulls) in enumerate(told)]
    counted, _, within = counts_text(items).partition("; ")
    assert sum(numbers(counted)) == len(items)
    assert sum(numbers(within)) == sum(pulls for _, pulls in told)


def test_pull_requests_come_first_then_tickets_and_what_was_entered_by_hand_last():
    kinds = [ItemKind.BY_HAND, *[ItemKind.TICKET] * 2, *[ItemKind.PULL_REQUEST] * 4]
    assert shipped_text(kinds) == "7 shipped: 4 pull requests, 2 tickets, 1 by hand"


def test_one_pull_request_within_a_ticket_is_said_as_one():
    items = [shipped(ItemKind.TICKET, 1, pulls=1), shipped(ItemKind.PULL_REQUEST, 2)]
    assert counts_text(items) == "1 pull request, 1 ticket; 1 more pull request counts with its ticket"
