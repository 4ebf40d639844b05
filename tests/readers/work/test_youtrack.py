"""YouTrack: fields that have to be asked for, states with the project's own names, days in the owner's zone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.pulls import TicketState
from outlay.readers.work.youtrack import READER
from work_worlds import planned_tickets as plan
from work_worlds.planned_pulls import NOW, at
from work_worlds.reading import Reading
from work_worlds.youtrack import WORLD

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


def with_field(row, name, **fields):
    told = [{**one, **fields} if one["name"] == name else one for one in row["customFields"]]
    return {**row, "customFields": told}


def named(name, *, is_resolved=False):
    return {"name": name, "isResolved": is_resolved, "$type": "StateBundleElement"}


def test_type_and_address_are_the_trackers_on_a_server_with_a_path(reading):
    ticket = reading.tickets()["LED-101"]
    assert ticket.type == "Feature"
    assert ticket.url == f"{reading.account.address}/issue/LED-101"
    assert "/youtrack/issue/" in ticket.url


@pytest.mark.parametrize(
    ("name", "is_resolved", "state"),
    [
        ("In Arbeit", False, TicketState.STARTED),
        ("Staging", False, TicketState.STARTED),
        ("Reopened", False, TicketState.OPEN),
        ("Parked for good reasons", False, TicketState.OPEN),
        ("Verified", True, TicketState.DONE),
        ("Can't Reproduce", True, TicketState.NOT_PLANNED),
        ("Incomplete", True, TicketState.NOT_PLANNED),
        ("Obsolete", True, TicketState.NOT_PLANNED),
    ],
)
def test_a_state_is_known_by_its_name_and_by_being_resolved(reading, name, is_resolved, state):
    value = named(name, is_resolved=is_resolved)
    reading.world.edit = lambda row: {**with_field(row, "Stage", value=value), "resolved": None}
    assert reading.tickets()["LED-107"].state is state


def test_a_project_without_states_is_open_until_resolved(reading):
    reading.world.edit = lambda row: {**row, "customFields": []}
    tickets = reading.tickets()
    assert tickets["LED-107"].state is TicketState.OPEN
    assert (tickets["LED-101"].state, tickets["LED-101"].type) == (TicketState.DONE, None)
    assert tickets["LED-101"].done == moment("2026-09-03T09:00:07.123Z")


def test_a_history_that_is_closed_to_the_owner_leaves_what_the_issue_says(reading):
    reading.world.hides_history = True
    tickets = reading.tickets()
    assert (tickets["LED-102"].started, tickets["LED-102"].reopened) == (None, ())
    assert tickets["LED-102"].done == moment("2026-11-01T06:30:07.123Z")
    assert (tickets["LED-106"].state, tickets["LED-106"].started) == (TicketState.STARTED, None)


def test_what_was_made_in_the_middle_of_work_began_then(reading):
    assert reading.tickets()["LED-110"].started == moment("2026-11-15T09:00:07.123Z")


def test_a_long_history_is_asked_for_to_its_end(reading):
    first = at("09-01")
    moves = [(first + timedelta(hours=n), plan.STARTED if n % 2 else plan.DONE) for n in range(1, 101)]
    reading.world.tickets = [replace(reading.world.tickets[0], moves=((first, plan.OPEN), *moves))]
    assert len(reading.tickets()["LED-101"].reopened) == 49


def test_an_issue_that_changes_while_it_is_being_read_pushes_none_out(reading, monkeypatch):
    ask, asked = reading.world._issues, []

    def issues(request):
        answer = ask(request)
        if not asked:
            reading.world.tickets = [
                replace(one, changed=NOW) if one.number == 101 else one for one in reading.world.tickets
            ]
        asked.append(request)
        return answer

    monkeypatch.setattr(reading.world, "_issues", issues)
    assert set(reading.tickets()) == reading.world.expected.tickets


def test_a_visitor_without_a_name_is_refused(reading):
    reading.world.is_guest = True
    with pytest.raises(RemoteError) as caught:
        reading.who()
    assert caught.value.trouble is Trouble.REFUSED


def test_a_test_names_projects(reading):
    login = reading.who()
    assert (login.login, login.name, login.sees) == ("sam.kerr", "Sam Kerr", ("Ledger",))


def test_nothing_but_the_least_may_be_there(reading):
    needed = {"id", "idReadable", "$type"}
    reading.world.edit = lambda row: {name: one if name in needed else None for name, one in row.items()}
    ticket = reading.tickets()["LED-101"]
    assert (ticket.type, ticket.title, ticket.created, ticket.labels) == (None, "", None, ())
    assert (ticket.state, ticket.done) == (TicketState.OPEN, None)
