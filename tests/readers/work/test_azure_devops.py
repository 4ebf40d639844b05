"""Azure DevOps: sign-in pages for a wrong token, states that projects name themselves, histories of work items."""

from dataclasses import replace

import pytest
from werkzeug import Response

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import Account, RemoteError, SecretPlace, Trouble
from outlay.domain.pulls import PullState, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work import azure_work_items
from outlay.readers.work.azure_devops import READER
from work_worlds.azure_devops import WORLD, at, item
from work_worlds.planned_pulls import NOW, OTHER, changed, sha
from work_worlds.reading import HOSTILE, Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


def test_completed_is_merged_and_abandoned_is_closed(reading):
    pulls = reading.pulls()
    merged, given_up = pulls["Big Money/ledger#6"], pulls["Big Money/ledger#5"]
    assert (merged.state, merged.merged) == (PullState.MERGED, moment("2026-11-01T06:30:07.123Z"))
    assert (given_up.state, given_up.merged, given_up.merge_commit) == (PullState.CLOSED, None, None)
    assert given_up.closed == moment("2026-11-01T05:30:07.123Z")


def test_a_pull_request_is_told_in_full_with_its_commits_oldest_first(reading):
    pull = reading.pulls()["Big Money/ledger#1"]
    assert (pull.commits, pull.merge_commit) == ((sha(1, 1), sha(1, 2)), sha(1, 9))
    assert (pull.head_branch, pull.base_branch, pull.system) == ("led-101-read", "main", "azure_devops")


def test_a_merge_that_was_only_tried_is_no_merge_commit(reading):
    assert reading.pulls()["Big Money/tools#8"].merge_commit is None


def test_the_whole_body_is_read_for_marks_though_a_list_cuts_it_and_is_dropped(reading):
    pull = reading.pulls()["Big Money/ledger#1"]
    assert {
        Mark(MarkKind.AGENT, "claude"),
        Mark(MarkKind.CLOSES, "LED-102"),
        Mark(MarkKind.CLOSES, "AB#101"),
        Mark(MarkKind.LABEL, "money"),
    } <= set(pull.marks)
    assert "canary" not in repr(pull)
    assert Mark(MarkKind.CLOSES, "AB#101") not in reading.pulls()["Big Money/ledger#6"].marks


def test_a_draft_says_so_and_one_that_stopped_being_one_says_when(reading):
    pulls = reading.pulls()
    assert (pulls["Big Money/ledger#7"].draft, pulls["Big Money/ledger#7"].ready) == (True, None)
    assert pulls["Big Money/tools#8"].ready == moment("2026-11-14T12:00:07.123Z")


def test_the_first_review_is_somebody_elses_vote_and_not_the_systems_words(reading):
    pulls = reading.pulls()
    assert pulls["Big Money/ledger#1"].reviewed == moment("2026-09-02T09:00:07.123Z")
    assert pulls["Big Money/ledger#6"].reviewed is None


def test_pages_that_people_open_are_made_of_names_with_blanks(reading):
    pull, ticket = reading.pulls()["Big Money/ledger#1"], reading.tickets()["AB#101"]
    assert pull.url.endswith("/acme/Big%20Money/_git/ledger/pullrequest/1")
    assert ticket.url.endswith("/acme/Big%20Money/_workitems/edit/101")


def test_a_projects_own_states_are_read_by_their_category(reading):
    tickets = reading.tickets()
    assert tickets["AB#101"].state is TicketState.DONE
    assert tickets["AB#106"].state is TicketState.STARTED
    assert tickets["AB#107"].state is TicketState.OPEN
    assert tickets["AB#104"].state is TicketState.NOT_PLANNED


def test_closed_as_a_duplicate_is_not_planned_and_never_done(reading):
    told = reading.tickets()["AB#103"]
    assert (told.state, told.done) == (TicketState.NOT_PLANNED, None)


def test_reopened_and_done_again_across_both_changes_of_clocks(reading):
    told = reading.tickets()["AB#102"]
    assert told.state is TicketState.DONE
    assert told.started == moment("2026-10-25T00:30:07.123Z")
    assert told.done == moment("2026-11-01T06:30:07.123Z")
    assert told.reopened == (moment("2026-10-27T09:00:07.123Z"),)


def test_a_move_between_two_states_that_mean_the_same_is_no_move(reading):
    assert reading.tickets()["AB#106"].started == moment("2026-11-09T09:00:07.123Z")


def test_done_is_the_move_into_done_and_not_one_within(reading):
    moves = (at("11-07"), "Active"), (at("11-08"), "Shipped"), (at("11-09"), "Released")
    reading.world.items.append(item(112, "Out", "User Story", *moves))
    told = reading.tickets()["AB#112"]
    assert (told.done, told.reopened) == (moment("2026-11-08T09:00:07.123Z"), ())


def test_the_next_query_begins_a_day_before_the_newest_change(reading):
    mark = reading.bookmark()
    reading.served.bodies.clear()
    reading.tickets(mark)
    assert any(b"[System.ChangedDate] >= '2026-11-12T09:00:07" in body for body in reading.served.bodies)


def test_what_others_opened_is_not_told_though_a_server_lists_it(reading):
    others = {"createdBy": {"id": "2d2f8c1e-0000-4000-8000-000000000002"}}
    reading.world.edit = lambda row: {**row, **others} if row["pullRequestId"] == 3 else row
    assert "Big Money/tools#3" not in reading.pulls()


def test_resolved_is_not_done_yet(reading):
    world = reading.world
    world.items.append(
        item(110, "To be tested", "Bug", (at("11-08"), "New"), (at("11-09"), "Resolved", "Fixed"))
    )
    told = reading.tickets()["AB#110"]
    assert (told.state, told.done) == (TicketState.STARTED, None)


def test_type_labels_and_title_are_the_trackers(reading):
    told = reading.tickets()["AB#101"]
    assert (told.type, told.labels, told.title) == ("User Story", ("money", "reading"), "Read the ledger")
    assert (told.repository, told.system) == (None, "azure_devops")


def test_a_state_no_process_knows_counts_as_open(reading):
    reading.world.edit_item = lambda fields: {**fields, "System.State": "Parked"}
    assert {ticket.state for ticket in reading.tickets().values()} == {TicketState.OPEN}


def test_without_categories_and_history_the_fields_of_the_item_stand(reading):
    world = reading.world
    dates = {
        "Microsoft.VSTS.Common.ActivatedDate": "2026-10-25T00:30:00Z",
        "Microsoft.VSTS.Common.ClosedDate": "2026-10-25T01:30:00.5Z",
    }
    world.items = [replace(one, dates=dates) for one in world.items if one.number == 102]
    hidden = Response("{}", 404, content_type="application/json")
    world._types = world._updates = lambda *_: hidden
    told = reading.tickets()["AB#102"]
    assert (told.state, told.started) == (TicketState.DONE, moment("2026-10-25T00:30:00Z"))
    assert (told.done, told.reopened) == (moment("2026-10-25T01:30:00.5Z"), ())


def test_nulls_cost_the_fields_they_stand_in(reading):
    world = reading.world
    nulls = ("System.Reason", "System.Tags", "System.CreatedDate", "System.Title", "System.WorkItemType")
    world.edit_item = lambda fields: {**fields, **dict.fromkeys(nulls)}
    gone = dict.fromkeys(("description", "sourceRefName", "lastMergeCommit", "isDraft", "creationDate"))
    world.edit = lambda row: {**row, **gone}
    pulls, tickets = reading.pulls(), reading.tickets()
    assert (pulls.keys(), tickets.keys()) == (world.expected.pulls, world.expected.tickets)
    assert (tickets["AB#102"].type, tickets["AB#102"].created, tickets["AB#102"].title) == (None, None, "")
    assert (pulls["Big Money/ledger#1"].head_branch, pulls["Big Money/ledger#1"].merge_commit) == (None, None)


def test_a_pull_request_without_its_place_is_left_out_and_counted(reading):
    reading.world.edit = lambda row: {**row, "repository": None} if row["pullRequestId"] == 3 else row
    pages = list(reading.pages())
    assert sum(page.left_out for page in pages) == 1
    assert 3 not in {pull.number for page in pages for pull in page.pulls}


def test_hostile_titles_become_one_plain_line(reading):
    reading.world.edit = lambda row: {**row, "title": HOSTILE}
    reading.world.edit_item = lambda fields: {**fields, "System.Title": HOSTILE}
    for told in [*reading.pulls().values(), *reading.tickets().values()]:
        assert told.title.isprintable()
        assert 0 < len(told.title) <= 300


def test_a_way_to_the_sign_in_page_of_another_host_is_a_token_that_is_not_accepted(reading):
    sent_on = Response("", 302, {"Location": "https://spsprodeus27.vssps.visualstudio.com/_signin"})
    reading.served.fail(sent_on)
    with pytest.raises(RemoteError) as caught:
        reading.who()
    assert (caught.value.trouble, caught.value.status) == (Trouble.REFUSED, 302)


@pytest.mark.parametrize(("family", "scope"), [("git", "Code (Read)"), ("wit", "Work Items (Read)")])
def test_a_missing_permission_is_named(reading, family, scope):
    reading.world.refuses = {family}
    assert reading.who().missing == (scope,)


def test_work_items_are_read_though_code_may_not_be_and_that_is_said(reading):
    reading.world.refuses = {"git"}
    told = set()
    with pytest.raises(RemoteError) as caught:
        told.update(ticket.key for page in reading.pages() for ticket in page.tickets)
    assert told == reading.world.expected.tickets
    assert (caught.value.trouble, caught.value.missing) == (Trouble.NOT_ALLOWED, ("Code (Read)",))


def test_pull_requests_are_read_though_work_items_may_not_be_and_that_is_said(reading):
    reading.world.refuses = {"wit"}
    told = set()
    with pytest.raises(RemoteError) as caught:
        told.update(pull.number for page in reading.pages() for pull in page.pulls)
    assert told == {1, 3, 4, 5, 6, 7, 8}
    assert (caught.value.trouble, caught.value.missing) == (Trouble.NOT_ALLOWED, ("Work Items (Read)",))


def test_the_test_of_an_account_shows_whose_it_is_and_some_of_what_it_sees(reading):
    login = reading.who()
    assert (login.login, login.name) == ("sam@acme.example", "Sam Kerr")
    assert login.sees == ("Big Money/tools", "Big Money/ledger")


def test_a_reading_with_nothing_new_takes_as_few_requests_as_it_says(reading):
    assert reading.requests_of(reading.bookmark()) <= READER.card.requests_a_reading


def test_an_old_one_completed_since_is_told_once_and_as_merged(reading):
    reading.world.pulls = changed(reading.world.pulls, 8, created=at("09-01"))
    mark = reading.bookmark()
    reading.world.pulls = changed(reading.world.pulls, 8, state="merged", ended=NOW, merge_commit=sha(8, 9))
    pages = list(reading.pages(mark))
    assert [pull.state for page in pages for pull in page.pulls] == [PullState.MERGED]


def test_an_item_that_came_to_the_owner_is_told_and_one_that_left_is_not(reading):
    mark = reading.bookmark()
    moved = {105: "me", 107: OTHER}
    reading.world.items = [
        replace(one, assigned=moved.get(one.number, one.assigned), changed=NOW) for one in reading.world.items
    ]
    again = reading.tickets(mark)
    assert "AB#105" in again
    assert "AB#107" not in again


def test_more_items_than_a_query_gives_are_read_window_by_window(reading, monkeypatch):
    monkeypatch.setattr(azure_work_items, "MOST_IDS", 3)
    monkeypatch.setattr(azure_work_items, "BATCH", 2)
    reading.world.grow(0, 11)
    pages = [page for page in reading.pages() if page.tickets]
    assert [ticket.key for page in pages for ticket in page.tickets] == [f"AB#{n}" for n in range(1, 12)]
    assert pages[-1].done == 11
    for page in pages[:-1]:
        rest = reading.tickets(page.bookmark)
        assert set(rest) == {f"AB#{n}" for n in range(page.done + 1, 12)}


def test_a_project_narrows_pull_requests_and_items(reading):
    reading.world.items.append(item(111, "Elsewhere", "Bug", (at("11-08"), "New"), project="O'Hara's"))
    named = (("organization", "acme"), ("project", "Big Money"))
    reading.account = reading.account._replace(settings=named)
    assert reading.tickets().keys() == reading.world.expected.tickets
    assert any("/Big Money/_apis/git/pullrequests" in request for request in reading.served.requests)


def test_a_projects_name_cannot_break_out_of_the_query(reading):
    reading.world.items.append(item(111, "Elsewhere", "Bug", (at("11-08"), "New"), project="O'Hara's"))
    reading.account = reading.account._replace(settings=(("organization", "acme"), ("project", "O'Hara's")))
    query = azure_work_items._query(reading.account, None)
    assert "[System.TeamProject] = 'O''Hara''s'" in query


@pytest.mark.parametrize(
    ("address", "organization", "base"),
    [
        ("https://dev.azure.com", "acme", "https://dev.azure.com/acme"),
        ("https://dev.azure.com/acme", "acme", "https://dev.azure.com/acme"),
        ("https://acme.visualstudio.com", "Acme", "https://acme.visualstudio.com"),
        ("https://tfs.acme.example/tfs", "Main Collection", "https://tfs.acme.example/tfs/Main%20Collection"),
    ],
)
def test_the_organization_stands_once_in_the_address(address, organization, base):
    account = Account(
        "a", "b", "azure_devops", address, (("organization", organization),), SecretPlace.KEYRING
    )
    assert READER.base(account) == base
