"""Bitbucket Cloud: what a list does not say is asked for, and nobody else's work is told."""

from dataclasses import replace

import pytest

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import Account, RemoteError, SecretPlace, Trouble
from outlay.domain.pulls import PullState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.bitbucket import READER
from work_worlds.bitbucket import WORLD
from work_worlds.planned_pulls import NOW, changed, sha
from work_worlds.reading import HOSTILE, Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


def test_it_was_merged_when_the_activity_says_however_late_it_changed_again(reading):
    world = reading.world
    world.pulls = changed(world.pulls, 6, changed=NOW)
    pull = reading.pulls()["acme/ledger#6"]
    assert (pull.state, pull.merged, pull.closed) == (
        PullState.MERGED,
        moment("2026-11-01T06:30:07.123Z"),
        pull.merged,
    )


def test_moments_on_both_sides_of_a_change_of_clocks_stay_an_hour_apart(reading):
    pulls = reading.pulls()
    assert pulls["acme/tools#4"].merged - pulls["acme/tools#3"].merged == 3_600_000
    assert pulls["acme/ledger#6"].merged - pulls["acme/ledger#5"].closed == 3_600_000


def test_commits_stand_oldest_first_and_the_merge_commit_in_full(reading):
    pull = reading.pulls()["acme/ledger#1"]
    assert pull.commits == (sha(1, 1), sha(1, 2))
    assert pull.merge_commit == sha(1, 9)


def test_declined_and_superseded_ones_are_closed_and_never_merged(reading):
    reading.world.edit = lambda row: {**row, "state": "SUPERSEDED"} if row["id"] == 8 else row
    pulls = reading.pulls()
    told = pulls["acme/ledger#5"]
    assert (told.state, told.merged, told.merge_commit) == (PullState.CLOSED, None, None)
    assert told.closed == moment("2026-11-01T05:30:07.123Z")
    assert pulls["acme/tools#8"].state is PullState.CLOSED


def test_what_others_opened_is_not_told_though_a_server_lists_it(reading):
    others = {"author": {"uuid": "{11111111-aaaa-4bbb-8ccc-000000000002}"}}
    reading.world.edit = lambda row: {**row, **others} if row["id"] == 3 else row
    assert "acme/tools#3" not in reading.pulls()


def test_a_draft_says_so_and_one_that_stopped_being_one_says_when(reading):
    pulls = reading.pulls()
    assert (pulls["acme/ledger#7"].draft, pulls["acme/ledger#7"].ready) == (True, None)
    assert (pulls["acme/tools#8"].draft, pulls["acme/tools#8"].ready) == (
        False,
        moment("2026-11-14T12:00:07.123Z"),
    )


def test_the_first_review_is_somebody_elses_and_not_the_owners_own_comment(reading):
    pulls = reading.pulls()
    assert pulls["acme/ledger#1"].reviewed == moment("2026-09-02T09:00:07.123Z")
    assert pulls["acme/ledger#6"].reviewed is None


def test_the_body_gives_marks_and_is_dropped(reading):
    pull = reading.pulls()["acme/ledger#1"]
    assert {
        Mark(MarkKind.TICKET, "LED-101"),
        Mark(MarkKind.CLOSES, "LED-102"),
        Mark(MarkKind.AGENT, "claude"),
    } <= set(pull.marks)
    assert "canary" not in repr(pull)


def test_places_branches_and_pages_are_as_people_know_them(reading):
    pull = reading.pulls()["acme/ledger#1"]
    assert (pull.repository, pull.head_branch, pull.base_branch) == ("acme/ledger", "led-101-read", "main")
    assert pull.url == "https://bitbucket.org/acme/ledger/pull-requests/1"
    assert pull.system == "bitbucket"


def test_what_is_unknown_is_none_and_costs_nothing_else(reading):
    nulls = dict.fromkeys(("description", "draft", "source", "merge_commit", "links", "updated_on"))
    reading.world.edit = lambda row: {**row, **nulls}
    pull = reading.pulls()["acme/ledger#1"]
    assert (pull.head_branch, pull.merge_commit, pull.url, pull.draft) == (None, None, None, False)
    assert pull.title == "LED-101 Read the ledger"


def test_a_row_in_a_state_nobody_knows_is_left_out_and_counted(reading):
    reading.world.edit = lambda row: {**row, "state": "SHELVED"} if row["id"] == 3 else row
    pages = list(reading.pages())
    assert sum(page.left_out for page in pages) == 1
    assert 3 not in {pull.number for page in pages for pull in page.pulls}


def test_a_hostile_title_becomes_one_plain_line(reading):
    reading.world.edit = lambda row: {**row, "title": HOSTILE}
    for pull in reading.pulls().values():
        assert pull.title.isprintable()
        assert 0 < len(pull.title) <= 300


def test_what_the_token_may_not_see_of_one_stops_nothing(reading):
    reading.world.refuses = {"commits", "activity", "commit"}
    pull = reading.pulls()["acme/ledger#1"]
    assert (pull.commits, pull.merged, pull.reviewed) == ((), None, None)
    assert pull.merge_commit == sha(1, 9)[:12]


@pytest.mark.parametrize(
    ("refused", "scope"),
    [("list", "read:pullrequest:bitbucket"), ("repositories", "read:repository:bitbucket")],
)
def test_a_missing_permission_is_named(reading, refused, scope):
    reading.world.refuses = {refused}
    assert reading.who().missing == (scope,)


def test_a_reading_that_lacks_a_permission_names_it(reading):
    reading.world.refuses = {"list"}
    with pytest.raises(RemoteError) as caught:
        reading.pulls()
    assert caught.value.missing == ("read:pullrequest:bitbucket",)


def test_a_token_that_may_not_even_say_whose_it_is_is_told_what_it_lacks(reading):
    reading.world.refuses = {"user"}
    with pytest.raises(RemoteError) as caught:
        reading.who()
    assert (caught.value.trouble, caught.value.missing) == (Trouble.NOT_ALLOWED, ("read:user:bitbucket",))


def test_the_test_of_an_account_shows_whose_it_is_and_some_of_what_it_sees(reading):
    login = reading.who()
    assert (login.login, login.name, login.sees) == ("samk", "Sam Kerr", ("acme/ledger", "acme/tools"))


def test_a_reading_with_nothing_new_takes_as_few_requests_as_it_says(reading):
    assert reading.requests_of(reading.bookmark()) == READER.card.requests_a_reading


def test_a_bookmark_forgets_what_the_next_reading_does_not_meet(reading):
    reading.world.grow(40, 0)
    *_, first = reading.pages()
    *_, second = reading.pages(first.bookmark)
    *_, third = reading.pages(second.bookmark)
    assert len(second.bookmark) < len(first.bookmark)
    assert third.bookmark == second.bookmark


def test_what_changes_while_it_is_read_moves_nothing_out_of_sight(reading):
    pages = reading.pages()
    told = set(next(pages).pulls)
    reading.world.pulls = changed(reading.world.pulls, 1, changed=NOW)
    told |= {pull for page in pages for pull in page.pulls}
    assert {f"{pull.repository}#{pull.number}" for pull in told} == reading.world.expected.pulls


def test_pull_requests_of_one_moment_are_read_over_their_pages(reading):
    reading.world.pulls = [replace(one, changed=NOW) for one in reading.world.pulls]
    assert reading.pulls().keys() == reading.world.expected.pulls


def test_many_are_read_to_the_last(reading):
    reading.world.grow(40, 0)
    pages = list(reading.pages())
    assert pages[-1].done == 40
    assert {pull.number for page in pages for pull in page.pulls} == set(range(1, 41))


def test_the_cloud_is_asked_where_its_api_lives():
    account = Account("a", "b", "bitbucket", "https://bitbucket.org", (), SecretPlace.KEYRING)
    assert READER.base(account) == "https://api.bitbucket.org/2.0"
