"""Bitbucket Data Center: whose the token is stands beside an answer, and its clock counts."""

import re
import time

import pytest

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.pulls import PullState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.bitbucket_server import READER
from work_worlds.bitbucket_server import WORLD, Response
from work_worlds.planned_pulls import NOW, changed, sha
from work_worlds.reading import HOSTILE, Reading
from work_worlds.server import refused

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


def test_moments_are_milliseconds_on_both_sides_of_a_change_of_clocks(reading):
    pulls = reading.pulls()
    assert pulls["LED/tools#3"].merged == moment("2026-10-25T00:30:07.123Z")
    assert pulls["LED/tools#4"].merged == moment("2026-10-25T01:30:07.123Z")


def test_a_declined_one_is_closed_and_an_open_one_neither(reading):
    pulls = reading.pulls()
    declined, waiting = pulls["LED/ledger#5"], pulls["LED/tools#8"]
    assert (declined.state, declined.merged, declined.closed is not None) == (PullState.CLOSED, None, True)
    assert (waiting.state, waiting.merged, waiting.closed) == (PullState.OPEN, None, None)


def test_commits_stand_oldest_first_and_the_merge_is_taken_from_what_happened(reading):
    pull = reading.pulls()["LED/ledger#1"]
    assert pull.commits == (sha(1, 1), sha(1, 2))
    assert pull.merge_commit == sha(1, 9)


def test_a_server_that_names_the_merge_with_the_pull_request_is_believed(reading):
    reading.world.edit = lambda row: {**row, "properties": {"mergeCommit": {"id": "ABC" * 13 + "d"}}}
    pulls = reading.pulls()
    assert pulls["LED/ledger#1"].merge_commit == "abc" * 13 + "d"
    assert pulls["LED/tools#8"].merge_commit is None


def test_the_first_review_is_somebody_elses_and_not_the_owners_own_comment(reading):
    pulls = reading.pulls()
    assert pulls["LED/tools#8"].reviewed == moment("2026-11-15T09:00:07.123Z")
    assert pulls["LED/ledger#6"].reviewed is None


def test_what_others_opened_is_not_told_though_a_server_lists_it(reading):
    others = {"author": {"user": {"name": "mei.lin"}}}
    reading.world.edit = lambda row: {**row, **others} if row["id"] == 3 else row
    assert "LED/tools#3" not in reading.pulls()


def test_the_body_gives_marks_and_is_dropped(reading):
    pull = reading.pulls()["LED/ledger#1"]
    assert {Mark(MarkKind.TICKET, "LED-101"), Mark(MarkKind.AGENT, "claude")} <= set(pull.marks)
    assert "canary" not in repr(pull)


def test_places_branches_and_pages_are_as_people_know_them(reading):
    pull = reading.pulls()["LED/ledger#1"]
    assert (pull.repository, pull.head_branch, pull.base_branch) == ("LED/ledger", "led-101-read", "main")
    page = "https://git.acme.example/bitbucket/projects/LED/repos/ledger/pull-requests/1"
    assert (pull.url, pull.system, pull.draft) == (page, "bitbucket_server", False)
    assert reading.pulls()["LED/ledger#7"].draft


def test_what_an_older_server_does_not_say_is_none(reading):
    gone = {"draft", "properties", "links", "fromRef", "closedDate", "description"}
    reading.world.edit = lambda row: {name: value for name, value in row.items() if name not in gone}
    pull = reading.pulls()["LED/ledger#1"]
    assert (pull.head_branch, pull.url, pull.merged, pull.draft) == (None, None, None, False)
    assert pull.state is PullState.MERGED


def test_nulls_cost_the_fields_they_stand_in(reading):
    nulls = dict.fromkeys(("draft", "properties", "links", "fromRef", "description", "updatedDate"))
    reading.world.edit = lambda row: {**row, **nulls}
    assert reading.pulls().keys() == reading.world.expected.pulls


def test_a_row_in_a_state_nobody_knows_is_left_out_and_counted(reading):
    reading.world.edit = lambda row: {**row, "state": "SHELVED"} if row["id"] == 3 else row
    pages = list(reading.pages())
    assert sum(page.left_out for page in pages) == 1
    assert 3 not in {pull.number for page in pages for pull in page.pulls}


def test_a_row_without_its_place_is_left_out_and_counted(reading):
    reading.world.edit = lambda row: {**row, "toRef": {"displayId": "main"}} if row["id"] == 3 else row
    assert sum(page.left_out for page in reading.pages()) == 1


def test_a_hostile_title_becomes_one_plain_line(reading):
    reading.world.edit = lambda row: {**row, "title": HOSTILE}
    for pull in reading.pulls().values():
        assert pull.title.isprintable()
        assert 0 < len(pull.title) <= 300


def test_a_reading_with_nothing_new_takes_as_few_requests_as_it_says(reading):
    assert reading.requests_of(reading.bookmark()) == READER.card.requests_a_reading


def test_closed_ones_are_asked_for_by_how_long_ago_the_server_says_it_is(reading):
    mark = reading.bookmark()
    reading.served.requests.clear()
    reading.pulls(mark)
    asked = [request for request in reading.served.requests if "closedSince" in request]
    newest = moment("2026-11-01T06:30:07.123Z")
    seconds = time.time() - newest / 1000 + 86_400
    told = [
        int(re.search(r"state=MERGED.*closedSince=(\d+)", request)[1])
        for request in asked
        if "MERGED" in request
    ]
    assert [abs(one - seconds) < 10 for one in told] == [True]


def test_without_the_servers_clock_everything_is_listed_and_nothing_lost(reading, monkeypatch):
    signed = reading.world._signed

    def without_clock(answer: Response) -> Response:
        answer = signed(answer)
        answer.headers["Date"] = "some day"
        return answer

    monkeypatch.setattr(reading.world, "_signed", without_clock)
    assert reading.pulls().keys() == reading.world.expected.pulls


def test_an_opened_again_one_is_told_as_open(reading):
    mark = reading.bookmark()
    reading.world.go_back()
    again = reading.pulls(mark)
    assert [pull.state for pull in again.values()] == [PullState.OPEN]


def test_one_merged_since_is_told_once(reading):
    mark = reading.bookmark()
    reading.world.pulls = changed(
        reading.world.pulls, 8, state="merged", ended=NOW, changed=NOW, merge_commit=sha(8, 9)
    )
    pages = list(reading.pages(mark))
    assert [pull.number for page in pages for pull in page.pulls] == [8]
    assert pages[-1].done == 1


def test_a_server_that_takes_the_token_for_nobodys_refuses_it(reading):
    reading.world.names_nobody = True
    with pytest.raises(RemoteError) as caught:
        reading.who()
    assert caught.value.trouble is Trouble.REFUSED


def test_what_the_token_may_not_see_of_one_stops_nothing(reading):
    world = reading.world
    world._activities = world._commits = lambda *_: refused(403)
    pull = reading.pulls()["LED/ledger#1"]
    assert (pull.commits, pull.reviewed, pull.merge_commit) == ((), None, None)


def test_the_test_of_an_account_shows_whose_it_is_and_some_of_what_it_sees(reading):
    login = reading.who()
    assert (login.login, login.sees) == ("sam.kerr", ("LED/ledger", "LED/tools"))


def test_a_missing_permission_is_named(reading):
    reading.world._repositories = lambda _: refused(403)
    assert reading.who().missing == ("Repository read",)


def test_many_are_read_to_the_last(reading):
    reading.world.grow(30, 0)
    assert len(reading.pulls()) == 30
