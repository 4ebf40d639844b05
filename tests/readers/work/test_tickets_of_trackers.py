"""What Linear, Shortcut, YouTrack and Asana tell of the same tickets, each in its own shapes."""

import importlib

import pytest

from outlay.cli.shared_arguments import moment
from outlay.domain.pulls import TicketState
from outlay.readers.work import asana, linear, shortcut, youtrack
from work_worlds.reading import HOSTILE, Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")
READERS = {"asana": asana, "linear": linear, "shortcut": shortcut, "youtrack": youtrack}
PREFIX = {"asana": "9", "linear": "LED-", "shortcut": "sc-", "youtrack": "LED-"}
UNFIT = {
    "asana": ("gid", {"x": 1}),
    "linear": ("identifier", "\x00 "),
    "shortcut": ("id", {"x": 1}),
    "youtrack": ("idReadable", None),
}
TITLE = {"asana": "name", "linear": "title", "shortcut": "name", "youtrack": "summary"}


@pytest.fixture(params=sorted(READERS))
def reading(request, local):
    world = importlib.import_module(f"work_worlds.{request.param}").WORLD()
    return Reading(READERS[request.param].READER, world, local)


def numbered(reading, bookmark=None):
    """Tickets by the number they are planned with."""
    before = len(PREFIX[reading.world.system])
    return {int(key[before:]): ticket for key, ticket in reading.tickets(bookmark).items()}


def seconds(told):
    return told and told // 1000


def test_only_what_is_assigned_to_the_owner_is_told(reading):
    assert set(numbered(reading)) == {101, 102, 103, 104, 106, 107, 108, 110}


def test_states_are_open_started_done_and_not_planned(reading):
    tickets = numbered(reading)
    assert {number: ticket.state for number, ticket in tickets.items()} == {
        101: TicketState.DONE,
        102: TicketState.DONE,
        103: TicketState.NOT_PLANNED,
        104: TicketState.NOT_PLANNED,
        106: TicketState.STARTED,
        107: TicketState.OPEN,
        108: TicketState.DONE,
        110: TicketState.DONE,
    }


def test_one_that_was_taken_up_again_says_when_it_began_first_when_it_was_done_last_and_when_it_came_back(
    reading,
):
    ticket = numbered(reading)[102]
    times = (ticket.created, ticket.started, ticket.done, *ticket.reopened)
    told = ("2026-10-24T09:00:07Z", "2026-10-25T00:30:07Z", "2026-11-01T06:30:07Z", "2026-10-27T09:00:07Z")
    assert list(map(seconds, times)) == [seconds(moment(at)) for at in told]


def test_an_hour_in_which_clocks_change_is_an_hour(reading):
    tickets = numbered(reading)
    assert tickets[108].done - tickets[108].created == 3_600_000
    assert tickets[102].done == tickets[108].done


def test_what_is_not_done_has_no_moment_of_being_done(reading):
    tickets = numbered(reading)
    assert [tickets[number].done for number in (103, 104, 106, 107)] == [None] * 4


def test_what_was_done_without_work_on_it_never_began(reading):
    tickets = numbered(reading)
    assert (tickets[107].started, tickets[108].started) == (None, None)
    assert tickets[108].done is not None


def test_review_is_work_and_does_not_begin_it_anew(reading):
    assert seconds(numbered(reading)[106].started) == seconds(moment("2026-11-09T09:00:07Z"))


def test_labels_are_told_and_an_address_has_no_query(reading):
    ticket = numbered(reading)[101]
    assert ticket.labels == ("money", "reading")
    assert "101" in ticket.url
    assert "?" not in ticket.url


def test_pull_requests_are_told_where_the_tracker_ties_them(reading):
    told = numbered(reading)[101].pulls
    assert told == (("Acme/ledger#12",) if reading.world.system in {"linear", "shortcut"} else ())


def test_a_hostile_title_is_one_short_line(reading):
    field = TITLE[reading.world.system]
    reading.world.edit = lambda row: {**row, field: HOSTILE}
    for ticket in reading.tickets().values():
        assert len(ticket.title) <= 500
        assert ticket.title.isprintable() or "\u202e" in ticket.title
        assert not set("\n\r\x00\x1b") & set(ticket.title)
        assert "desrever" in ticket.title


def test_a_row_of_another_form_costs_itself_and_is_counted(reading):
    field, unfit = UNFIT[reading.world.system]
    title = TITLE[reading.world.system]
    reading.world.edit = lambda row: {**row, field: unfit} if row[title] == "Waiting" else row
    pages = list(reading.pages())
    assert sum(page.left_out for page in pages) == 1
    assert sum(len(page.tickets) for page in pages) == 7


def test_nothing_new_takes_the_requests_the_card_says(reading):
    """Only what changed since is asked for, and nothing of what looks as it did."""
    bookmark = reading.bookmark()
    assert reading.requests_of(bookmark) == reading.reader.card.requests_a_reading


def test_what_lies_further_back_than_an_overlap_is_forgotten(reading):
    """A bookmark does not grow with every reading."""
    first = reading.bookmark()
    assert len(list(reading.pages(first))[-1].bookmark) <= len(first)
    assert b"101" not in list(reading.pages(first))[-1].bookmark


def test_a_card_names_a_page_for_tokens_and_asks_a_tenth_of_a_day_at_most(reading):
    card = reading.reader.card
    assert card.token_page.startswith(("https://", "{address}/"))
    assert 96 * card.requests_a_reading <= card.requests_a_day / 10
    assert (card.pulls, card.tickets) == (False, True)


def test_no_word_of_a_description_is_kept(reading):
    assert "canary" not in repr(list(reading.pages()))
