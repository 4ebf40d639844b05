"""Shortcut: a search that ends at 1,000, states by number, moments the owner put right by hand."""

import json
from dataclasses import replace

import pytest

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.pulls import TicketState
from outlay.readers.work import shortcut
from outlay.readers.work.shortcut import READER
from work_worlds import shortcut as played
from work_worlds.planned_pulls import NOW
from work_worlds.planned_tickets import grown
from work_worlds.reading import Reading
from work_worlds.shortcut import WORLD

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


@pytest.fixture
def five_at_most(monkeypatch):
    monkeypatch.setattr(shortcut, "_MOST_FOUND", 5)
    monkeypatch.setattr(shortcut, "_PAGE", 3)
    monkeypatch.setattr(played, "MOST_FOUND", 5)


def edit(reading, number, **fields):
    reading.world.edit = lambda row: {**row, **fields} if row["id"] == number else row


@pytest.mark.usefixtures("five_at_most")
def test_more_than_a_search_gives_is_asked_for_span_by_span(reading):
    pages = list(reading.pages())
    assert {ticket.key for page in pages for ticket in page.tickets} == reading.world.expected.tickets
    assert pages[-1].done == 8


@pytest.mark.usefixtures("five_at_most")
def test_a_day_with_more_than_a_search_gives_ends_the_reading_all_the_same(reading):
    reading.world.tickets = [replace(one, changed=NOW) for one in grown(12)]
    assert len(reading.tickets()) == 5


@pytest.mark.usefixtures("five_at_most")
def test_a_reading_cut_short_goes_on_behind_the_spans_that_are_over(reading):
    whole = list(reading.pages())
    marks = [json.loads(page.bookmark).get("stories", 0) for page in whole]
    assert marks == sorted(marks)
    assert len(set(marks)) >= 3
    place = len(whole) // 2
    before = {ticket.key for page in whole[:place] for ticket in page.tickets}
    rest = reading.tickets(whole[place - 1].bookmark).keys()
    assert (before | rest, before & rest) == (reading.world.expected.tickets, set())


def test_moments_set_by_hand_stand_before_those_of_the_history(reading):
    edit(
        reading,
        101,
        started_at_override="2026-08-30T07:00:00Z",
        completed_at_override="2026-09-05T07:00:00Z",
    )
    ticket = reading.tickets()["sc-101"]
    assert (ticket.started, ticket.done) == (moment("2026-08-30T07:00:00Z"), moment("2026-09-05T07:00:00Z"))


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"started": False, "completed": False}, TicketState.OPEN),
        ({"started": True, "completed": False}, TicketState.STARTED),
        ({"started": True, "completed": True}, TicketState.DONE),
        ({}, TicketState.DONE),
    ],
)
def test_a_state_that_is_no_more_is_what_the_story_says_of_itself(reading, fields, state):
    edit(reading, 101, workflow_state_id=999, **fields)
    assert reading.tickets()["sc-101"].state is state


def test_a_history_tells_of_states_that_are_no_more(reading, monkeypatch):
    monkeypatch.setattr(reading.world, "_workflows", lambda _: played.told([]))
    ticket = reading.tickets()["sc-102"]
    assert ticket.reopened == (moment("2026-10-27T09:00:07Z"),)
    assert ticket.started == moment("2026-10-25T00:30:07Z")


def test_only_a_story_that_repeats_another_is_a_duplicate(reading):
    link = {"subject_id": 9, "object_id": 101, "verb": "duplicates", "type": "object"}
    edit(reading, 101, story_links=[link])
    assert reading.tickets()["sc-101"].state is TicketState.DONE


def test_a_story_the_search_finds_and_the_owner_does_not_own_is_not_told(reading):
    edit(reading, 101, owner_ids=["5f00c0de-0000-4000-8000-000000000009"])
    assert "sc-101" not in reading.tickets()


def test_a_story_of_two_owners_is_told(reading):
    edit(reading, 101, owner_ids=["5f00c0de-0000-4000-8000-000000000009", played.IDS["me"]])
    assert "sc-101" in reading.tickets()


def test_nothing_but_the_least_may_be_there(reading):
    needed = {"id", "owner_ids"}
    reading.world.edit = lambda row: {name: one if name in needed else None for name, one in row.items()}
    ticket = reading.tickets()["sc-101"]
    assert (ticket.type, ticket.title, ticket.created, ticket.url, ticket.labels) == (
        None,
        "",
        None,
        None,
        (),
    )


def test_the_type_is_the_storys(reading):
    tickets = reading.tickets()
    assert [tickets[key].type for key in ("sc-101", "sc-102", "sc-107")] == ["feature", "bug", "chore"]


def test_a_test_names_the_workspace(reading):
    login = reading.who()
    assert (login.login, login.name, login.sees) == ("sam", "Sam Kerr", ("Acme",))


def test_a_search_that_never_ends_is_given_up(reading, monkeypatch):
    monkeypatch.setattr(shortcut, "_MOST_SPANS", 3)
    reading.served.change(lambda value: {**value, "total": 5_000} if "total" in value else value)
    with pytest.raises(RemoteError) as caught:
        list(reading.pages())
    assert caught.value.trouble is Trouble.UNEXPECTED
