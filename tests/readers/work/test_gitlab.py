"""GitLab: what labels, notes and events say of merge requests and issues, and nobody else's work is told."""

from dataclasses import replace

import pytest

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import Account, RemoteError, SecretPlace, Trouble
from outlay.domain.pulls import PullState, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.gitlab import READER
from work_worlds.gitlab import GROUP, WORLD, told
from work_worlds.planned_forge import changed_issue
from work_worlds.planned_pulls import AGENT, NOW, changed, sha
from work_worlds.read_once import ReadOnce
from work_worlds.reading import HOSTILE, Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture(scope="module")
def plain(local):
    return ReadOnce(Reading(READER, WORLD(), local))


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


def pull(reading, number, project="ledger"):
    return reading.pulls()[f"{GROUP}/{project}#{number}"]


def ticket(reading, number, project="ledger"):
    return reading.tickets()[f"{GROUP}/{project}#{number}"]


def test_a_merge_request_is_in_its_project_with_all_its_groups(plain):
    one = pull(plain, 1)
    assert (one.repository, one.number, one.system) == (f"{GROUP}/ledger", 1, "gitlab")
    assert (one.head_branch, one.base_branch) == ("led-101-read", "main")
    assert one.url == f"https://gitlab.acme.example/{GROUP}/ledger/-/merge_requests/1"


def test_moments_on_both_sides_of_a_change_of_clocks_stay_an_hour_apart(plain):
    pulls = plain.pulls()
    assert pulls[f"{GROUP}/tools#4"].merged - pulls[f"{GROUP}/tools#3"].merged == 3_600_000
    assert pulls[f"{GROUP}/tools#3"].merged == moment("2026-10-25T00:30:07.123Z")


def test_merged_closed_and_open_ones_say_what_they_are(plain):
    pulls = plain.pulls()
    merged, given_up, open_ = (pulls[f"{GROUP}/{name}"] for name in ("ledger#6", "ledger#5", "tools#8"))
    assert (merged.state, merged.closed) == (PullState.MERGED, merged.merged)
    assert (given_up.state, given_up.merged) == (PullState.CLOSED, None)
    assert given_up.closed == moment("2026-11-01T05:30:07.123Z")
    assert (open_.state, open_.merged, open_.closed, open_.merge_commit) == (PullState.OPEN, None, None, None)


def test_one_that_is_just_being_merged_is_open_still(reading):
    reading.world.edit = lambda row: {**row, "state": "locked"} if row["iid"] == 8 else row
    assert pull(reading, 8, "tools").state is PullState.OPEN


def test_commits_stand_oldest_first_over_all_their_pages(reading):
    many = tuple(sha(1, n) for n in range(1, 9))
    reading.world.pulls = changed(reading.world.pulls, 1, commits=many)
    assert pull(reading, 1).commits == many


def test_a_squashed_one_has_the_squash_as_its_merge_commit(plain):
    assert pull(plain, 1).merge_commit == sha(1, 9)
    assert pull(plain, 4, "tools").merge_commit == sha(4, 9)


def test_a_draft_says_so_and_one_that_stopped_being_one_says_when(plain):
    draft, waiting = pull(plain, 7), pull(plain, 8, "tools")
    assert (draft.draft, draft.ready) == (True, None)
    assert (waiting.draft, waiting.ready) == (False, moment("2026-11-14T12:00:07.123Z"))


def test_one_that_is_a_draft_again_is_not_ready(reading):
    reading.world.pulls = changed(reading.world.pulls, 8, draft=True)
    assert pull(reading, 8, "tools").ready is None


def test_an_older_server_calls_a_draft_work_in_progress(reading):
    reading.world.edit = lambda row: {name: value for name, value in row.items() if name != "draft"}
    assert pull(reading, 7).draft


def test_the_first_review_is_a_word_or_an_approval_of_another_persons(plain):
    assert pull(plain, 1).reviewed == moment("2026-09-02T09:00:07.123Z")
    assert pull(plain, 8, "tools").reviewed == moment("2026-11-15T09:00:07.123Z")


def test_what_the_owner_a_pipeline_or_the_system_says_is_no_review(plain):
    assert pull(plain, 6).reviewed is None


def test_sizes_are_told_where_the_server_knows_them(plain):
    one, other = pull(plain, 1), pull(plain, 6)
    assert (one.added_lines, one.removed_lines, one.changed_files) == (30, 4, 2)
    assert (other.added_lines, other.removed_lines, other.changed_files) == (None, None, None)


def test_a_server_without_graphql_loses_sizes_and_nothing_else(reading):
    reading.world.has_graphql = False
    assert (pull(reading, 1).added_lines, pull(reading, 1).commits) == (None, (sha(1, 1), sha(1, 2)))


def test_a_server_that_refuses_the_question_for_sizes_loses_nothing_else(reading):
    reading.served.change(lambda said: {"errors": [{"message": "canary"}]} if "data" in said else said)
    assert (pull(reading, 1).added_lines, pull(reading, 1).merge_commit) == (None, sha(1, 9))


def test_sizes_of_a_page_take_one_request(reading):
    list(reading.pages())
    asked = [one for one in reading.served.requests if one.startswith("POST")]
    assert len(asked) <= 4


def test_words_labels_and_issues_it_closes_are_marks_and_the_body_is_dropped(plain):
    one = pull(plain, 1)
    assert {
        Mark(MarkKind.TICKET, "LED-101"),
        Mark(MarkKind.CLOSES, "LED-102"),
        Mark(MarkKind.CLOSES, f"{GROUP}/ledger#11"),
        Mark(MarkKind.CLOSES, "LED-7"),
        Mark(MarkKind.LABEL, "backend"),
        Mark(MarkKind.LABEL, "type::bug"),
        Mark(MarkKind.AGENT, "claude"),
    } <= set(one.marks)
    assert "canary" not in repr(one)


def test_an_agents_is_the_owners_where_it_is_assigned_to_the_owner(plain):
    one = pull(plain, 9, "tools")
    assert one.own
    assert Mark(MarkKind.AGENT, "devin") in one.marks
    assert f"{GROUP}/tools#21" not in plain.pulls()


def test_an_agents_that_is_assigned_to_others_is_not_told_whatever_is_listed(reading):
    reading.world.edit = lambda row: {**row, "assignees": [{"id": 502, "username": "mei"}]}
    assert f"{GROUP}/tools#9" not in reading.pulls()


def test_only_what_the_owner_wrote_or_is_assigned_to_is_asked_for(reading):
    list(reading.pages())
    lists = [one for one in reading.served.requests if "updated_after=" in one]
    assert lists
    assert all("scope=created_by_me" in one or "scope=assigned_to_me" in one for one in lists)


def test_another_persons_that_is_assigned_to_the_owner_is_not_told(plain):
    assert f"{GROUP}/tools#10" not in plain.pulls()


def test_a_person_with_an_agents_first_name_is_no_agent(reading):
    person = {"id": 9, "username": "claude", "name": "Claude Monet"}
    reading.world.edit = lambda row: {**row, "author": person} if row["iid"] == 9 else row
    assert f"{GROUP}/tools#9" not in reading.pulls()


def test_what_a_server_lists_beside_what_was_asked_for_is_not_told(reading):
    reading.world.pulls = changed(reading.world.pulls, 3, author=AGENT)
    stranger = {"id": 502, "username": "mei", "name": "Mei Lin"}
    reading.world.edit = lambda row: {**row, "author": stranger} if row["iid"] == 4 else row
    told_of = reading.pulls()
    assert not {f"{GROUP}/tools#3", f"{GROUP}/tools#4"} & told_of.keys()


def test_an_issue_was_started_with_the_label_that_says_so(plain):
    one = ticket(plain, 11)
    assert (one.state, one.started) == (TicketState.DONE, moment("2026-09-01T12:00:07.123Z"))
    assert one.done == moment("2026-09-03T09:00:07.123Z")
    assert (one.reopened, one.labels, one.type) == ((), ("type::bug", "ledger"), "bug")


def test_an_issue_that_was_reopened_says_when_and_is_done_as_of_its_last_end(plain):
    one = ticket(plain, 12, "tools")
    assert (one.state, one.done) == (TicketState.DONE, moment("2026-10-25T01:30:07.123Z"))
    assert one.reopened == (moment("2026-10-25T00:30:07.123Z"),)
    assert one.started == moment("2026-10-02T09:00:07.123Z")


def test_an_issue_that_is_open_again_is_not_done(plain):
    one = ticket(plain, 17, "tools")
    assert (one.state, one.done, len(one.reopened)) == (TicketState.OPEN, None, 1)


@pytest.mark.parametrize("label", ["resolution::wontfix", "Won't fix", "duplicate", "status::not planned"])
def test_a_label_that_says_so_makes_a_closed_issue_not_planned(reading, label):
    reading.world.issues = changed_issue(reading.world.issues, 13, labels=(label,))
    one = ticket(reading, 13)
    assert (one.state, one.done) == (TicketState.NOT_PLANNED, None)


def test_the_same_label_leaves_an_open_issue_open(reading):
    reading.world.issues = changed_issue(reading.world.issues, 16, labels=("wontfix",))
    assert ticket(reading, 16, "tools").state is TicketState.OPEN


def test_a_duplicate_and_an_issue_that_moved_away_are_not_planned(reading):
    reading.world.issues = changed_issue(reading.world.issues, 11, moved=True)
    assert ticket(reading, 19, "tools").state is TicketState.NOT_PLANNED
    assert ticket(reading, 11).state is TicketState.NOT_PLANNED


def test_an_issue_under_way_says_so(plain):
    assert ticket(plain, 15).state is TicketState.STARTED
    assert ticket(plain, 16, "tools").state is TicketState.OPEN


def test_what_kind_of_issue_it_is_comes_from_its_label_or_from_gitlab(plain):
    assert ticket(plain, 19, "tools").type == "incident"
    assert ticket(plain, 16, "tools").type == "issue"


def test_an_issue_names_the_merge_requests_that_close_it(plain):
    assert ticket(plain, 11).pulls == (f"{GROUP}/ledger#1",)
    assert ticket(plain, 16, "tools").pulls == ()


def test_an_issue_is_known_by_its_project_and_number(plain):
    one = ticket(plain, 11)
    assert (one.key, one.repository) == (f"{GROUP}/ledger#11", f"{GROUP}/ledger")
    assert one.url == f"https://gitlab.acme.example/{GROUP}/ledger/-/issues/11"
    assert "canary" not in repr(one)


def test_what_is_unknown_is_none_and_costs_nothing_else(reading):
    nulls = dict.fromkeys(
        ("description", "draft", "work_in_progress", "source_branch", "merged_at", "closed_at", "labels", "web_url",
         "merge_commit_sha", "squash_commit_sha", "assignees", "updated_at")
    )  # fmt: skip
    reading.world.edit = lambda row: {**row, **nulls}
    one = pull(reading, 1)
    assert (one.head_branch, one.merged, one.closed, one.url, one.merge_commit) == (None,) * 5
    assert (one.title, one.state) == ("LED-101 Read the ledger", PullState.MERGED)


def test_an_issue_of_nothing_but_its_place_is_told_with_gaps(reading):
    kept = {"id", "iid", "project_id", "title", "state", "references", "assignees"}
    reading.world.edit_issue = lambda row: {
        name: value if name in kept else None for name, value in row.items()
    }
    one = ticket(reading, 11)
    assert (one.created, one.done, one.url, one.type, one.labels) == (None, None, None, None, ())


def test_rows_in_a_state_nobody_knows_are_left_out_and_counted(reading):
    reading.world.edit = lambda row: {**row, "state": "shelved"} if row["iid"] == 3 else row
    reading.world.edit_issue = lambda row: {**row, "state": "asleep"} if row["iid"] == 16 else row
    pages = list(reading.pages())
    assert sum(page.left_out for page in pages) == 2
    assert f"{GROUP}/tools#3" not in reading.pulls()
    assert f"{GROUP}/tools#16" not in reading.tickets()


def test_a_row_without_its_place_is_left_out_and_counted(reading):
    reading.world.edit = lambda row: {**row, "references": {"full": "nowhere"}} if row["iid"] == 3 else row
    assert sum(page.left_out for page in reading.pages()) == 1


def test_a_hostile_title_becomes_one_plain_line(reading):
    reading.world.edit = reading.world.edit_issue = lambda row: {**row, "title": HOSTILE}
    for one in (*reading.pulls().values(), *reading.tickets().values()):
        assert one.title.isprintable()
        assert 0 < len(one.title) <= 300


def test_what_the_token_may_not_see_of_one_stops_nothing(reading):
    reading.world.refuses = {"commits", "notes", "closes", "states", "labels", "closed_by", "graphql"}
    one, other = pull(reading, 1), ticket(reading, 12, "tools")
    assert (one.commits, one.reviewed, one.merge_commit) == ((), None, sha(1, 9))
    assert (other.started, other.reopened, other.state) == (None, (), TicketState.DONE)


def test_the_test_of_an_account_shows_whose_it_is_and_some_of_what_it_sees(reading):
    login = reading.who()
    assert (login.login, login.name, login.missing) == ("samk", "Sam Kerr", ())
    assert login.sees == (f"{GROUP}/ledger", f"{GROUP}/tools")


def test_a_missing_permission_is_named(reading):
    reading.world.refuses = {"projects"}
    assert reading.who().missing == ("read_api",)


def test_a_token_that_may_not_even_say_whose_it_is_is_told_what_it_lacks(reading):
    reading.world.refuses = {"user"}
    with pytest.raises(RemoteError) as caught:
        reading.who()
    assert (caught.value.trouble, caught.value.missing) == (Trouble.NOT_ALLOWED, ("read_api",))


def test_a_reading_with_nothing_new_takes_as_few_requests_as_it_says(reading):
    reading.world.grow(2, 2)
    assert reading.requests_of(reading.bookmark()) == READER.card.requests_a_reading


def test_a_bookmark_forgets_rows_that_no_reading_meets_any_more(reading):
    first = reading.bookmark()
    assert len(reading.bookmark(first)) < len(first)


def test_a_reading_begins_where_the_last_one_ended(reading):
    *_, last = reading.pages()
    before = len(reading.served.requests)
    list(reading.pages(last.bookmark))
    lists = [one for one in reading.served.requests[before:] if "scope=" in one]
    assert lists
    assert all("updated_after=2026-11-1" in one for one in lists)


def test_what_changes_while_it_is_read_moves_nothing_out_of_sight(reading):
    pages = reading.pages()
    told_of = set(next(pages).pulls)
    reading.world.pulls = changed(reading.world.pulls, 1, changed=NOW)
    told_of |= {one for page in pages for one in page.pulls}
    assert {f"{one.repository}#{one.number}" for one in told_of} == reading.world.expected.pulls


def test_what_changed_in_one_second_is_read_over_its_pages(reading):
    reading.world.pulls = [replace(one, changed=NOW) for one in reading.world.pulls]
    assert reading.pulls().keys() == reading.world.expected.pulls


def test_a_server_that_does_not_say_what_follows_is_read_to_the_end(reading, monkeypatch):
    monkeypatch.setattr("work_worlds.gitlab.told", lambda value, status=200, **_: told(value, status))
    assert reading.pulls().keys() == reading.world.expected.pulls
    assert reading.tickets().keys() == reading.world.expected.tickets


def test_many_are_read_to_the_last(reading):
    reading.world.grow(25, 25)
    *_, last = reading.pages()
    assert last.done == 50


def test_both_apis_are_asked_below_one_address():
    account = Account("a", "b", "gitlab", "https://gitlab.acme.example", (), SecretPlace.KEYRING)
    assert READER.base(account) == "https://gitlab.acme.example/api"
