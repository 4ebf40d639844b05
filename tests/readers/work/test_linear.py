"""Linear: points a query may cost, errors under a status of their own, an order that cannot be turned."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from graphql import parse
from werkzeug import Response

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.pulls import TicketState
from outlay.readers.work import linear
from outlay.readers.work.linear import READER
from work_worlds import planned_tickets as plan
from work_worlds.linear import MOST_POINTS, WORLD, points
from work_worlds.planned_pulls import at
from work_worlds.reading import Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")
AS_IN_THE_FACT_SHEET = """
{ issues(first: 50) { nodes { id attachments(first: 20) { nodes { url sourceType title metadata createdAt } }
  labels(first: 20) { nodes { name } }
  history(first: 50) { nodes { createdAt fromState { name type } toState { name type }
    fromAssignee { id } toAssignee { id } } } } } }
"""


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


def cost(query):
    return points(parse(query).definitions[0].selection_set)


def answer(code, status, **headers):
    body = {"errors": [{"message": "canary", "extensions": {"code": code}}]}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(json.dumps(body), status, named, content_type="application/json")


def trouble_of(reading):
    with pytest.raises(RemoteError) as caught:
        list(reading.pages())
    return caught.value


def test_a_query_costs_less_than_half_of_what_one_may():
    assert cost(AS_IN_THE_FACT_SHEET) > MOST_POINTS
    assert cost(linear._ISSUES) < MOST_POINTS / 2
    assert cost(linear._HISTORY) < MOST_POINTS / 2


def test_the_key_stands_alone(reading):
    assert READER.headers(reading.account, "lin_api_x") == {"Authorization": "lin_api_x"}


@pytest.mark.parametrize("status", [200, 400])
@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        ("AUTHENTICATION_ERROR", Trouble.REFUSED),
        ("FORBIDDEN", Trouble.NOT_ALLOWED),
        ("RATELIMITED", Trouble.BUSY),
        ("GRAPHQL_VALIDATION_FAILED", Trouble.UNEXPECTED),
        (None, Trouble.UNEXPECTED),
    ],
)
def test_an_error_is_known_by_its_code_whatever_its_status(reading, code, status, trouble):
    reading.served.fail(answer(code, status))
    error = trouble_of(reading)
    assert error.trouble is trouble
    assert "canary" not in repr(error)


def test_a_limit_says_until_when_in_milliseconds(reading):
    reading.served.fail(answer("RATELIMITED", 400, X_RateLimit_Requests_Reset="1795280400000"))
    assert trouble_of(reading).until == 1_795_280_400_000


def test_how_far_it_was_read_moves_on_with_the_last_page_alone(reading):
    pages = list(reading.pages())
    assert len(pages) == 3
    assert pages[0].tickets[0].key == "LED-110"
    assert {page.bookmark for page in pages[:-1]} == {b"{}"}
    assert json.loads(pages[-1].bookmark) == {"issues": moment("2026-11-16T09:00:07.123Z")}


def test_a_state_of_an_unknown_type_is_what_the_moments_say(reading):
    def edit(row):
        return {**row, "state": {"id": "s", "name": "Parked", "type": "parked"}}

    reading.world.edit = edit
    tickets = reading.tickets()
    assert {key: ticket.state for key, ticket in tickets.items()} == {
        "LED-101": TicketState.DONE,
        "LED-102": TicketState.DONE,
        "LED-103": TicketState.NOT_PLANNED,
        "LED-104": TicketState.NOT_PLANNED,
        "LED-106": TicketState.STARTED,
        "LED-107": TicketState.OPEN,
        "LED-108": TicketState.DONE,
        "LED-110": TicketState.DONE,
    }


def test_a_long_history_is_asked_for_to_its_end(reading):
    first = at("09-01")
    moves = [(first + timedelta(hours=n), plan.STARTED if n % 2 else plan.DONE) for n in range(1, 61)]
    long = replace(reading.world.tickets[0], moves=((first, plan.OPEN), *moves))
    reading.world.tickets = [long]
    ticket = reading.tickets()["LED-101"]
    assert len(ticket.reopened) == 29
    assert ticket.started == moment("2026-09-01T10:00:07.123Z")
    assert ticket.done == moment("2026-09-03T21:00:07.123Z")


def test_nothing_but_the_least_may_be_there(reading):
    def edit(row):
        nothing = {"nodes": [], "pageInfo": {"hasNextPage": False}}
        empty = dict.fromkeys(("labels", "attachments", "history"), lambda *_, **__: nothing)
        return {**row, **dict.fromkeys(("startedAt", "completedAt", "canceledAt")), **empty}

    reading.world.edit = edit
    ticket = reading.tickets()["LED-101"]
    assert (ticket.started, ticket.done, ticket.reopened, ticket.labels, ticket.pulls) == (
        None,
        None,
        (),
        (),
        (),
    )


def test_without_a_history_its_own_moments_stand_in(reading):
    nothing = {"nodes": [], "pageInfo": {"hasNextPage": False}}
    reading.world.edit = lambda row: {**row, "history": lambda *_, **__: nothing}
    ticket = reading.tickets()["LED-102"]
    assert ticket.started == moment("2026-10-25T00:30:07.123Z")
    assert ticket.done == moment("2026-11-01T06:30:07.123Z")


def test_a_test_names_the_workspace_and_its_teams(reading):
    login = reading.who()
    assert (login.login, login.name, login.sees) == ("sam@acme.example", "Sam Kerr", ("Acme", "Ledger"))


def test_a_field_the_schema_does_not_know_is_refused_by_the_world(reading, monkeypatch):
    monkeypatch.setattr(linear, "_ISSUES", linear._ISSUES.replace("canceledAt", "cancelledAt"))
    assert trouble_of(reading).trouble is Trouble.UNEXPECTED


def test_pages_that_go_round_in_circles_are_given_up(reading):
    def change(value):
        if "issues" in value["data"]:
            value["data"]["issues"]["pageInfo"] = {"hasNextPage": True, "endCursor": "3"}
        return value

    reading.served.change(change)
    assert trouble_of(reading).trouble is Trouble.UNEXPECTED
