"""What issues of Jira come to, of Cloud and of Data Center alike."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.moments import moment_of
from outlay.domain.pulls import TicketState
from outlay.readers.work import jira, jira_server
from work_worlds import jira as cloud_world
from work_worlds import jira_server as server_world
from work_worlds.jira_issues import NOW, Issue, at, moved
from work_worlds.reading import HOSTILE, Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")
KINDS = {"jira": (jira.READER, cloud_world.WORLD), "jira_server": (jira_server.READER, server_world.WORLD)}


@pytest.fixture(params=KINDS)
def reading(request, local):
    reader, world = KINDS[request.param]
    return Reading(reader, world(), local)


def alone(reading, one):
    """The ticket an issue comes to that is the only one; None when it is left out."""
    reading.world.issues = [one]
    return reading.tickets().get(one.key)


def instant(*day):
    return moment_of(at(*day))


def test_type_title_labels_and_link_are_as_the_tracker_has_them(reading):
    ticket = reading.tickets()["LED-101"]
    assert (ticket.type, ticket.title, ticket.labels) == ("Bug", "Read the ledger", ("money", "urgent"))
    assert ticket.url.endswith("/browse/LED-101")
    assert ticket.repository is None
    assert ticket.system == reading.world.system


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("LED-101", TicketState.DONE),
        ("LED-104", TicketState.NOT_PLANNED),
        ("LED-105", TicketState.NOT_PLANNED),
        ("LED-106", TicketState.STARTED),
        ("LED-107", TicketState.OPEN),
        ("LED-108", TicketState.DONE),
        ("LED-110", TicketState.OPEN),
    ],
)
def test_a_state_is_what_the_category_of_its_status_says(reading, key, state):
    assert reading.tickets()[key].state is state


@pytest.mark.parametrize(
    "word", ["Won't Do", "WON\u2019T FIX", "Duplicate", "Declined", "Duplikat", "Cannot Reproduce"]
)
def test_work_that_was_given_up_is_not_planned_and_not_done(reading, word):
    ticket = alone(reading, moved("LED-1", "Given up", at("11-01"), (at("11-02"), "Done"), resolution=word))
    assert (ticket.state, ticket.done) == (TicketState.NOT_PLANNED, None)


def test_a_resolution_says_nothing_while_work_goes_on(reading):
    one = moved("LED-1", "Again", at("11-01"), (at("11-02"), "In Progress"), resolution="Duplicate")
    assert alone(reading, one).state is TicketState.STARTED


def test_it_is_started_at_the_first_move_into_work_and_done_at_the_last_into_done(reading):
    ticket = reading.tickets()["LED-103"]
    assert ticket.started == instant("10-28")
    assert ticket.done == instant("11-01", 6, 30)
    assert ticket.reopened == (instant("11-01", 5, 30),)


def test_a_move_between_two_done_statuses_moves_nothing(reading):
    ticket = reading.tickets()["LED-108"]
    assert (ticket.done, ticket.reopened) == (instant("11-10"), ())


def test_what_was_never_worked_on_has_no_start(reading):
    ticket = reading.tickets()["LED-102"]
    assert (ticket.started, ticket.done) == (None, instant("10-25", 1, 30))


def test_what_was_made_in_the_middle_of_work_started_then(reading):
    ticket = reading.tickets()["LED-109"]
    assert ticket.started == ticket.created == instant("11-14")


def test_moves_of_one_moment_are_in_the_order_they_were_made_in(reading):
    moment = at("11-02")
    one = moved(
        "LED-1", "By a robot", at("11-01"), (moment, "In Progress"), (moment, "In Review"), (moment, "Done")
    )
    ticket = alone(reading, one)
    assert (ticket.started, ticket.done) == (instant("11-02"), instant("11-02"))


def test_a_status_that_is_no_more_moves_nothing(reading):
    ticket = reading.tickets()["LED-111"]
    assert (ticket.state, ticket.started) == (TicketState.STARTED, instant("11-18"))


def test_a_status_of_another_id_is_known_by_its_name(reading):
    def renumbered(issue):
        for history in issue.get("changelog", {}).get("histories", []):
            for item in history["items"]:
                item |= {"from": "77", "to": "78"}
        return issue

    def change(answer):
        rows = (
            answer
            if isinstance(answer, list)
            else answer.get("issues", [])
            if isinstance(answer, dict)
            else []
        )
        if isinstance(answer, dict):
            for one in answer.get("issueChangeLogs", []):
                renumbered({"changelog": {"histories": one["changeHistories"]}})
        for row in rows:
            renumbered(row)
        return answer

    plain = reading.tickets()
    reading.served.change(change)
    assert reading.tickets() == plain


def test_both_sides_of_a_change_of_clocks_are_told_apart(reading):
    tickets = reading.tickets()
    first, second = tickets["LED-101"].done, tickets["LED-102"].done
    assert (first, second) == (instant("10-25", 0, 30), instant("10-25", 1, 30))


def test_another_field_of_the_same_name_is_no_move(reading):
    assert reading.tickets()["LED-107"].done is None


def test_nothing_is_read_of_what_it_says_further(reading):
    assert "canary" not in repr(reading.tickets())


@pytest.mark.parametrize(
    "field", ["issuetype", "labels", "created", "resolution", "resolutiondate", "summary"]
)
def test_a_field_that_is_null_costs_itself(reading, field):
    def without(issue):
        issue["fields"][field] = None
        return issue

    plain = reading.tickets()
    reading.world.edit = without
    assert reading.tickets().keys() == plain.keys()


@pytest.mark.parametrize("broken", ["status", "key", "fields"])
def test_an_issue_that_does_not_fit_is_counted_and_costs_itself(reading, broken):
    def spoiled(issue):
        if issue["key"] == "LED-106":
            issue.get("fields" if broken == "status" else "", issue)[broken] = 7
        return issue

    whole = reading.tickets().keys()
    reading.world.edit = spoiled
    pages = list(reading.pages())
    assert {ticket.key for page in pages for ticket in page.tickets} == whole - {"LED-106"}
    assert sum(page.left_out for page in pages) == 1


def test_a_hostile_title_is_one_short_line(reading):
    title = alone(reading, Issue("LED-1", HOSTILE, at("11-01"), at("11-01"))).title
    assert title
    assert len(title) < 1_000
    assert title.isprintable() or not any(ord(letter) < 32 for letter in title)


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kolkata"]
)
@pytest.mark.parametrize("standard_time_first", [False, True])
def test_every_change_is_met_in_any_zone_whichever_way_a_double_hour_is_read(
    reading, zone, standard_time_first
):
    day = datetime(2026, 10, 24, 21, 0, 30, tzinfo=UTC)
    moments = [day + timedelta(minutes=13 * n) for n in range(30)]
    moments += [datetime(2026, 11, 1, 4, 0, 30, tzinfo=UTC) + timedelta(minutes=13 * n) for n in range(30)]
    world = reading.world
    world.issues = [Issue(f"LED-{n}", "Changed", moment, moment) for n, moment in enumerate(moments, start=1)]
    world.most, world.zone, world.standard_time_first = 6, zone, standard_time_first
    world.me["timeZone"] = zone
    assert len(reading.tickets()) == 60


@pytest.mark.parametrize("told", [None, "Mars/Olympus", "../etc"])
@pytest.mark.parametrize("zone", ["Etc/GMT+12", "Pacific/Kiritimati"])
def test_a_first_reading_goes_back_as_far_as_it_should_where_the_zone_is_not_said(reading, told, zone):
    first = datetime(2024, 11, 20, 0, 5, tzinfo=UTC)
    reading.world.issues.append(Issue("LED-1", "Just inside", first, first))
    reading.world.zone = zone
    reading.world.me["timeZone"] = told
    assert reading.tickets().keys() == {"LED-1", *reading.world.expected.tickets}


def test_the_tracker_is_asked_for_the_owners_issues_alone(reading):
    reading.tickets()
    asked = [json.loads(body)["jql"] for body in reading.served.bodies if b"jql" in body]
    assert asked
    assert all("assignee = currentUser()" in jql for jql in asked)


def test_more_than_a_page_changed_in_one_minute_is_paged_through(reading):
    moment = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    reading.world.issues = [
        Issue(f"LED-{n}", "Moved in bulk", moment, moment + timedelta(seconds=n)) for n in range(1, 41)
    ]
    assert len(reading.tickets()) == 40


def test_only_what_changed_is_asked_for(reading):
    *_, last = reading.pages()
    reading.world.issues = [replace(one, title="Later") for one in reading.world.issues]
    assert reading.tickets(last.bookmark).keys() == {"LED-111"}


def test_what_was_given_to_the_owner_later_is_met(reading):
    *_, last = reading.pages()
    reading.world.issues = [
        replace(one, assignee="me", updated=NOW) if one.key == "WEB-7" else one
        for one in reading.world.issues
    ]
    assert "WEB-7" in reading.tickets(last.bookmark)


def test_a_search_that_goes_round_in_circles_is_left(reading):
    def again(answer):
        if isinstance(answer, dict) and "issues" in answer:
            first = reading.world.shape(reading.world.issues[0], ["status", "updated", "assignee", "summary"])
            return {"issues": [first], "nextPageToken": "7b7d", "total": 1_000}
        return answer

    reading.served.change(again)
    with pytest.raises(RemoteError) as caught:
        list(reading.pages())
    assert caught.value.trouble is Trouble.UNEXPECTED


def test_a_list_of_statuses_of_another_form_is_told(reading):
    reading.served.change(lambda answer: {"values": answer} if isinstance(answer, list) else answer)
    with pytest.raises(RemoteError) as caught:
        list(reading.pages())
    assert caught.value.trouble is Trouble.UNEXPECTED
