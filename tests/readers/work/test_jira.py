"""What is special about Jira Cloud; what it shares with Data Center is in test_jira_issues.py."""

import json

import pytest

from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.pulls import TicketState
from outlay.readers.work import jira
from work_worlds.jira import SITE, WORLD
from work_worlds.jira_issues import Issue, at
from work_worlds.reading import Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture
def reading(local):
    return Reading(jira.READER, WORLD(), local)


def asked_of(reading, path):
    """Bodies of the requests of a path, in order."""
    told = zip(reading.served.requests, reading.served.bodies, strict=True)
    return [json.loads(body) for request, body in told if request.endswith(path)]


def test_a_token_that_is_no_more_is_told_though_the_search_would_answer(reading):
    reading.world.secret = "another"
    client = reading.client()
    reading.world.secret = "canary"
    with pytest.raises(RemoteError) as caught:
        list(reading.reader.read(client, reading.account, None, 0))
    client.close()
    assert caught.value.trouble is Trouble.REFUSED
    assert reading.served.requests == ["GET /rest/api/3/myself"]


def test_the_old_search_is_not_asked(reading):
    reading.tickets()
    assert {request.split("?")[0] for request in reading.served.requests} == {
        "GET /rest/api/3/myself",
        "GET /rest/api/3/status",
        "POST /rest/api/3/search/jql",
        "POST /rest/api/3/changelog/bulkfetch",
    }


def test_only_what_is_needed_is_asked_of_an_issue(reading):
    reading.tickets()
    assert "description" not in asked_of(reading, "search/jql")[0]["fields"]
    assert all(asked["fieldIds"] == ["status"] for asked in asked_of(reading, "bulkfetch"))


def test_histories_over_several_pages_are_put_together(reading):
    tickets = reading.tickets()
    assert any("nextPageToken" in asked for asked in asked_of(reading, "bulkfetch"))
    assert tickets["LED-103"].reopened


def test_moments_of_moves_are_the_same_counted_or_written(reading):
    one, two = (Issue(key, "Moved", at("11-01"), at("11-02"), "In Progress",
                      ((at("11-02"), "To Do", "In Progress"),)) for key in ("LED-1", "LED-2"))  # fmt: skip
    reading.world.issues = [one, two]
    assert int(one.id) % 2 != int(two.id) % 2
    tickets = reading.tickets()
    assert tickets["LED-1"].started == tickets["LED-2"].started is not None


def test_without_histories_an_issue_is_told_with_what_it_says_itself(reading):
    reading.world.refused["changelog/bulkfetch"] = 403
    ticket = reading.tickets()["LED-101"]
    assert (ticket.state, ticket.started, ticket.reopened) == (TicketState.DONE, None, ())
    assert ticket.done is not None


def test_a_reading_with_nothing_new_takes_no_more_requests_than_the_card_says(reading):
    assert reading.requests_of(reading.bookmark()) <= reading.reader.card.requests_a_reading


def test_a_token_with_scopes_works_at_the_gateway_and_links_lead_to_the_site(local):
    world = WORLD()
    world.prefix = "/ex/jira/1324a887-45db-1bf4-1e99-ef0ff456d421"
    tickets = Reading(jira.READER, world, local).tickets()
    assert tickets["LED-101"].url == f"{SITE}/browse/LED-101"


@pytest.mark.parametrize("page", ["", "/jira/software/projects/LED/boards/1", "/browse/LED-101"])
def test_any_page_of_the_site_leads_to_it(reading, page):
    account = reading.account._replace(address=f"{SITE}{page}")
    assert reading.reader.base(account) == f"{SITE}/rest/api/3"


def test_a_token_that_may_not_look_at_work_is_told_by_name(reading):
    reading.world.refused["project/search"] = 401
    assert reading.who().missing == ("read:jira-work",)


def test_somebody_who_sees_no_project_is_told_what_is_missing(reading):
    reading.world.projects = []
    login = reading.who()
    assert (login.sees, login.missing) == ((), ("Browse projects",))


def test_the_first_projects_are_told(reading):
    reading.world.projects = [f"P{number}" for number in range(9)]
    assert reading.who().sees == ("P0", "P1", "P2", "P3", "P4")


def test_who_hides_the_mail_address_is_called_by_name(reading):
    reading.world.me["emailAddress"] = None
    assert reading.who().login == "Sam Kerr"


def test_a_test_at_a_site_that_fails_is_told_as_such(reading, monkeypatch):
    reading.world.refused["project/search"] = 502
    with pytest.raises(RemoteError) as caught:
        reading.who()
    assert caught.value.trouble is Trouble.BROKEN
