"""Asana: tasks that are ticked off, columns that say what is being done, workspaces read each for itself."""

import json

import pytest

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.pulls import TicketState
from outlay.readers.work.asana import READER
from work_worlds import asana as played
from work_worlds.asana import WORLD
from work_worlds.reading import Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


def reading_with(local, **settings):
    world = WORLD()
    world.settings = settings
    return Reading(READER, world, local)


def edit(reading, number, **fields):
    reading.world.edit = lambda row: {**row, **fields} if row["gid"] == str(9000 + number) else row


def field(name, value, kind="enum"):
    return {"gid": "32", "name": name, "display_value": value, "representation_type": kind}


def in_column(name):
    return [{"project": {"gid": "55"}, "section": {"gid": "77", "name": name}}]


@pytest.mark.parametrize("named", ["1200", "side project", " Side Project "])
def test_one_workspace_is_read_where_it_is_named(local, named):
    reading = reading_with(local, workspace=named)
    assert set(reading.tickets()) == {"9107"}
    assert reading.who().sees == ("Side project",)


def test_a_workspace_the_owner_is_not_in_is_not_found(local):
    reading = reading_with(local, workspace="Elsewhere")
    for ask in (reading.who, lambda: list(reading.pages())):
        with pytest.raises(RemoteError) as caught:
            ask()
        assert caught.value.trouble is Trouble.NOT_FOUND


def test_each_workspace_has_a_mark_of_its_own_which_moves_behind_its_last_page(reading):
    pages = list(reading.pages())
    told = [{name for name in json.loads(page.bookmark) if name != "looks"} for page in pages]
    assert told == [set(), set(), {"tasks 1100"}, {"tasks 1100", "tasks 1200"}, {"tasks 1100", "tasks 1200"}]


def test_a_field_for_ids_gives_the_key(reading):
    edit(reading, 101, custom_fields=[field("Ticket", "LED-101", "custom_id")])
    tickets = reading.tickets()
    assert "LED-101" in tickets
    assert "9101" not in tickets


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"memberships": in_column("Doing")}, TicketState.STARTED),
        ({"memberships": in_column("Done")}, TicketState.OPEN),
        ({"memberships": in_column("Whatever")}, TicketState.OPEN),
        ({"custom_fields": [field("Status", "In progress")]}, TicketState.STARTED),
        ({"custom_fields": [field("Mood", "In progress")]}, TicketState.OPEN),
        ({"completed": True, "approval_status": "rejected"}, TicketState.NOT_PLANNED),
        ({"completed": True, "approval_status": "approved"}, TicketState.DONE),
        ({"completed": True, "custom_fields": [field("Status", "Won't do")]}, TicketState.NOT_PLANNED),
        ({"completed": True, "memberships": in_column("Doing")}, TicketState.DONE),
    ],
)
def test_a_task_is_done_where_it_is_ticked_off_and_what_else_it_is_names_say(reading, fields, state):
    edit(reading, 107, **fields)
    assert reading.tickets()["9107"].state is state


def test_a_status_that_changed_counts_like_a_column(reading):
    def edit_story(story):
        if story["resource_subtype"] != "section_changed":
            return story
        return {
            **story,
            "resource_subtype": "enum_custom_field_changed",
            "custom_field": {"gid": "32", "name": "Status"},
            "old_enum_value": story["old_section"],
            "new_enum_value": story["new_section"],
        }

    plain = reading.tickets()
    reading.world.edit_story = edit_story
    assert reading.tickets() == plain


def test_a_field_of_another_name_that_changed_says_nothing(reading):
    other = {"resource_subtype": "enum_custom_field_changed", "custom_field": {"gid": "32", "name": "Mood"}}
    reading.world.edit_story = lambda story: (
        {**story, **other} if story["resource_subtype"] == "section_changed" else story
    )
    assert reading.tickets()["9101"].started is None


def test_what_was_once_a_duplicate_and_is_none_is_done(reading):
    plain = played.stories
    try:
        played.stories = lambda one: [*plain(one), played.story(one.changed, "unmarked_duplicate")]
        assert reading.tickets()["9103"].state is TicketState.DONE
    finally:
        played.stories = plain


def test_a_history_that_is_closed_to_the_owner_leaves_what_the_task_says(reading):
    reading.world.hides_history = True
    tickets = reading.tickets()
    assert (tickets["9102"].started, tickets["9102"].reopened) == (None, ())
    assert tickets["9102"].done == moment("2026-11-01T06:30:07.123Z")
    assert (tickets["9106"].state, tickets["9106"].started) == (TicketState.STARTED, None)


def test_headings_of_old_lists_are_no_tasks(reading):
    edit(reading, 107, resource_subtype="section", name="Later:")
    assert "9107" not in reading.tickets()


def test_the_type_is_a_fields_word_or_the_kind_of_task_where_it_is_not_the_usual_one(reading):
    assert reading.tickets()["9107"].type == "chore"
    edit(reading, 107, custom_fields=[], resource_subtype="milestone")
    assert reading.tickets()["9107"].type == "milestone"
    edit(reading, 107, custom_fields=[])
    assert reading.tickets()["9107"].type is None


def test_nothing_but_the_least_may_be_there(reading):
    reading.world.edit = lambda row: {name: one if name == "gid" else None for name, one in row.items()}
    ticket = reading.tickets()["9101"]
    assert (ticket.type, ticket.title, ticket.url, ticket.labels) == (None, "", None, ())
    assert (ticket.state, ticket.done) == (TicketState.OPEN, None)


def test_a_test_names_the_workspaces(reading):
    login = reading.who()
    assert (login.login, login.name, login.sees) == ("sam@acme.example", "Sam Kerr", ("Acme", "Side project"))
