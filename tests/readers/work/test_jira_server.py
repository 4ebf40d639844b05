"""What is special about Jira Data Center; what it shares with Cloud is in test_jira_issues.py."""

import json

import pytest

from outlay.readers.work import jira_server
from work_worlds.jira_server import WORLD
from work_worlds.reading import Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture
def reading(local):
    return Reading(jira_server.READER, WORLD(), local)


def test_a_server_below_a_path_is_asked_and_linked_below_it(reading):
    tickets = reading.tickets()
    assert all("/jira/rest/api/2/" in request for request in reading.served.requests)
    assert tickets["LED-101"].url == f"{reading.served.address}/browse/LED-101"
    assert reading.served.address.endswith("/jira")


def test_how_many_there_are_is_told_from_the_first_page_on(reading):
    assert {page.total for page in reading.pages()} == {len(reading.world.expected.tickets)}


def test_histories_come_with_the_search(reading):
    reading.tickets()
    paths = {request.split("/rest/api/2/")[1] for request in reading.served.requests}
    assert paths == {"myself", "search", "status"}


def test_a_page_is_asked_for_from_the_last_change_on_and_not_by_counting(reading):
    reading.tickets()
    bodies = [json.loads(body) for body in reading.served.bodies if body]
    assert len(bodies) > 3
    assert {body["startAt"] for body in bodies} == {0}


def test_an_issue_that_moves_to_the_end_while_it_is_read_hides_no_other(reading):
    pages = reading.pages()
    met = {ticket.key for ticket in next(pages).tickets}
    reading.world.go_back()
    met |= {ticket.key for page in pages for ticket in page.tickets}
    assert met == reading.world.expected.tickets


def test_a_person_is_the_same_in_any_case(reading):
    reading.world.me["name"] = "Sam.Kerr"
    assert reading.tickets().keys() == reading.world.expected.tickets


def test_a_reading_with_nothing_new_takes_no_more_requests_than_the_card_says(reading):
    assert reading.requests_of(reading.bookmark()) <= reading.reader.card.requests_a_reading


def test_somebody_who_sees_no_project_is_told_what_is_missing(reading):
    reading.world.projects = []
    assert reading.who().missing == ("Browse projects",)


def test_who_tells_the_first_projects(reading):
    login = reading.who()
    assert (login.login, login.name, login.sees) == ("sam.kerr", "Sam Kerr", ("LED", "WEB"))
