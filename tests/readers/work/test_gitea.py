"""Gitea and Forgejo: one search, what timelines say, and nobody else's work is told."""

from dataclasses import replace

import pytest

from outlay.cli.shared_arguments import moment
from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.pulls import PullState, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.gitea import READER
from work_worlds.gitea import WORLD
from work_worlds.planned_forge import changed_issue
from work_worlds.planned_pulls import NOW, changed, sha
from work_worlds.read_once import ReadOnce
from work_worlds.reading import HOSTILE, Reading

pytestmark = pytest.mark.usefixtures("this_machine_alone")


@pytest.fixture(scope="module")
def plain(local):
    return ReadOnce(Reading(READER, WORLD(), local))


@pytest.fixture
def reading(local):
    return Reading(READER, WORLD(), local)


def pull(reading, key):
    return reading.pulls()[f"acme/{key}"]


def ticket(reading, key):
    return reading.tickets()[f"acme/{key}"]


def test_a_pull_request_is_as_people_know_it(plain):
    one = pull(plain, "ledger#1")
    assert (one.repository, one.number, one.system) == ("acme/ledger", 1, "gitea")
    assert one.url == "https://git.acme.example/acme/ledger/pulls/1"


def test_its_branch_keeps_its_name_when_it_is_gone(plain):
    assert (pull(plain, "ledger#1").head_branch, pull(plain, "ledger#1").base_branch) == (
        "led-101-read",
        "main",
    )


def test_one_that_was_pushed_without_a_branch_has_none(reading):
    reading.served.change(
        lambda said: {**said, "head": {**said["head"], "label": ""}} if "head" in said else said
    )
    assert pull(reading, "ledger#1").head_branch is None


def test_moments_on_both_sides_of_a_change_of_clocks_stay_an_hour_apart(plain):
    pulls = plain.pulls()
    assert pulls["acme/ledger#6"].merged - pulls["acme/ledger#5"].closed == 3_600_000
    assert pulls["acme/ledger#6"].merged == moment("2026-11-01T06:30:07Z")


def test_merged_closed_and_open_ones_say_what_they_are(plain):
    pulls = plain.pulls()
    merged, given_up, open_ = (pulls[f"acme/{key}"] for key in ("ledger#6", "ledger#5", "tools#8"))
    assert (merged.state, merged.closed, merged.merge_commit) == (PullState.MERGED, merged.merged, sha(6, 9))
    assert (given_up.state, given_up.merged, given_up.merge_commit) == (PullState.CLOSED, None, None)
    assert given_up.closed == moment("2026-11-01T05:30:07Z")
    assert (open_.state, open_.merged, open_.closed) == (PullState.OPEN, None, None)


def test_commits_stand_oldest_first_over_all_their_pages(reading):
    many = tuple(sha(1, n) for n in range(1, 9))
    reading.world.pulls = changed(reading.world.pulls, 1, commits=many)
    assert pull(reading, "ledger#1").commits == many


def test_sizes_are_told_where_the_server_knows_them(plain):
    one, other = pull(plain, "ledger#1"), pull(plain, "ledger#6")
    assert (one.added_lines, one.removed_lines, one.changed_files) == (30, 4, 2)
    assert (other.added_lines, other.removed_lines, other.changed_files) == (None, None, None)


def test_a_draft_says_so_and_one_whose_title_lost_the_word_says_when(plain):
    draft, waiting = pull(plain, "ledger#7"), pull(plain, "tools#8")
    assert (draft.draft, draft.ready) == (True, None)
    assert (waiting.draft, waiting.ready) == (False, moment("2026-11-14T12:00:07Z"))


def test_one_that_is_a_draft_again_is_not_ready(reading):
    reading.world.pulls = changed(reading.world.pulls, 8, draft=True)
    assert pull(reading, "tools#8").ready is None


def test_the_first_review_is_somebody_elses_and_not_the_owners_own_comment(plain):
    assert pull(plain, "ledger#1").reviewed == moment("2026-09-02T09:00:07Z")
    assert pull(plain, "ledger#6").reviewed is None


def test_words_and_labels_are_marks_and_the_body_is_dropped(plain):
    one = pull(plain, "ledger#1")
    assert {
        Mark(MarkKind.TICKET, "LED-101"),
        Mark(MarkKind.CLOSES, "LED-102"),
        Mark(MarkKind.LABEL, "Kind/Bug"),
        Mark(MarkKind.AGENT, "claude"),
    } <= set(one.marks)
    assert "canary" not in repr(one)


def test_an_agents_is_the_owners_where_it_is_assigned_to_the_owner(plain):
    assert Mark(MarkKind.AGENT, "devin") in pull(plain, "tools#9").marks
    assert "acme/tools#21" not in plain.pulls()


def test_another_persons_that_is_assigned_to_the_owner_is_not_told(plain):
    assert "acme/tools#10" not in plain.pulls()


def test_a_version_that_takes_who_wrote_and_who_is_assigned_for_either_changes_nothing(reading):
    plain = reading.pulls(), reading.tickets()
    reading.world.takes_either = True
    assert (reading.pulls(), reading.tickets()) == plain


def test_an_issue_was_started_with_the_label_that_says_so(plain):
    one = ticket(plain, "ledger#11")
    assert (one.state, one.started) == (TicketState.DONE, moment("2026-09-01T12:00:07Z"))
    assert (one.done, one.reopened) == (moment("2026-09-03T09:00:07Z"), ())
    assert (one.labels, one.type) == (("Kind/Bug", "ledger"), "Bug")


def test_a_stopwatch_starts_an_issue_as_well(plain):
    one = ticket(plain, "tools#18")
    assert (one.state, one.started) == (TicketState.STARTED, moment("2026-11-05T09:00:07Z"))


def test_an_issue_that_was_reopened_says_when_and_is_done_as_of_its_last_end(plain):
    one = ticket(plain, "tools#12")
    assert (one.state, one.done) == (TicketState.DONE, moment("2026-10-25T01:30:07Z"))
    assert one.reopened == (moment("2026-10-25T00:30:07Z"),)


def test_an_issue_that_is_open_again_is_not_done(plain):
    one = ticket(plain, "tools#17")
    assert (one.state, one.done, len(one.reopened)) == (TicketState.OPEN, None, 1)


@pytest.mark.parametrize("label", ["Reviewed/Won't Fix", "wontfix", "Reviewed/Duplicate", "invalid"])
def test_a_label_that_says_so_makes_a_closed_issue_not_planned(reading, label):
    reading.world.issues = changed_issue(reading.world.issues, 13, labels=(label,))
    one = ticket(reading, "ledger#13")
    assert (one.state, one.done) == (TicketState.NOT_PLANNED, None)


def test_the_same_label_leaves_an_open_issue_open(reading):
    reading.world.issues = changed_issue(reading.world.issues, 16, labels=("wontfix",))
    assert ticket(reading, "tools#16").state is TicketState.OPEN


def test_a_label_says_whether_an_issue_is_under_way(plain):
    assert ticket(plain, "ledger#15").state is TicketState.STARTED
    assert ticket(plain, "tools#16").state is TicketState.OPEN
    assert ticket(plain, "tools#16").started is None


def test_an_issue_names_the_pull_requests_that_close_it_and_no_issue_or_mention(plain):
    assert ticket(plain, "ledger#11").pulls == ("acme/ledger#1",)
    assert ticket(plain, "tools#16").pulls == ()


def test_an_issue_is_known_by_its_repository_and_number(plain):
    one = ticket(plain, "ledger#11")
    assert (one.key, one.repository) == ("acme/ledger#11", "acme/ledger")
    assert one.url == "https://git.acme.example/acme/ledger/issues/11"
    assert "canary" not in repr(one)


def test_what_is_unknown_is_none_and_costs_nothing_else(reading):
    kept = {"id", "number", "title", "state", "repository", "user", "assignee", "updated_at"}
    reading.world.refuses = {"pull", "commits", "timeline"}
    reading.world.edit = lambda row: {name: value if name in kept else None for name, value in row.items()}
    one, other = pull(reading, "ledger#1"), ticket(reading, "ledger#11")
    assert (one.head_branch, one.merged, one.closed, one.url, one.merge_commit) == (None,) * 5
    assert (one.title, one.state) == ("LED-101 Read the ledger", PullState.CLOSED)
    assert (other.created, other.done, other.url, other.type, other.labels) == (None, None, None, None, ())


def test_rows_in_a_state_nobody_knows_are_left_out_and_counted(reading):
    reading.world.edit = lambda row: {**row, "state": "asleep"} if row["number"] in {3, 16} else row
    pages = list(reading.pages())
    assert sum(page.left_out for page in pages) == 2
    assert "acme/tools#3" not in reading.pulls()
    assert "acme/tools#16" not in reading.tickets()


def test_a_hostile_title_becomes_one_plain_line(reading):
    reading.world.edit = lambda row: {**row, "title": HOSTILE}
    for one in (*reading.pulls().values(), *reading.tickets().values()):
        assert one.title.isprintable()
        assert 0 < len(one.title) <= 300


def test_what_the_token_may_not_see_of_one_leaves_what_its_row_says(reading):
    reading.world.refuses = {"pull", "commits", "timeline"}
    one, other = pull(reading, "ledger#1"), ticket(reading, "tools#12")
    assert (one.state, one.commits, one.reviewed) == (PullState.MERGED, (), None)
    assert one.merged == moment("2026-09-03T09:00:07Z")
    assert (other.state, other.reopened) == (TicketState.DONE, ())


def test_the_test_of_an_account_shows_whose_it_is_and_some_of_what_it_sees(reading):
    login = reading.who()
    assert (login.login, login.name, login.missing) == ("samk", "Sam Kerr", ())
    assert login.sees == ("acme/ledger", "acme/tools")


@pytest.mark.parametrize(
    ("refused", "scope"), [("search", "read:issue"), ("repositories", "read:repository")]
)
def test_a_missing_permission_is_named(reading, refused, scope):
    reading.world.refuses = {refused}
    assert reading.who().missing == (scope,)


def test_a_token_that_may_not_even_say_whose_it_is_is_told_what_it_lacks(reading):
    reading.world.refuses = {"user"}
    with pytest.raises(RemoteError) as caught:
        reading.who()
    assert (caught.value.trouble, caught.value.missing) == (Trouble.NOT_ALLOWED, ("read:user",))


def test_a_reading_with_nothing_new_takes_as_few_requests_as_it_says(reading):
    reading.world.grow(2, 2)
    assert reading.requests_of(reading.bookmark()) == READER.card.requests_a_reading


def test_a_reading_that_broke_off_asks_for_no_row_twice(reading):
    first = next(reading.pages())
    told_of = {f"/pulls/{one.number}/commits" for one in first.pulls}
    before = len(reading.served.requests)
    list(reading.pages(first.bookmark))
    again = reading.served.requests[before:]
    assert told_of
    assert not [one for one in again if any(path in one for path in told_of)]


def test_a_bookmark_forgets_rows_that_no_reading_meets_any_more(reading):
    first = reading.bookmark()
    assert len(reading.bookmark(first)) < len(first)


def test_a_reading_begins_where_the_last_one_ended(reading):
    *_, last = reading.pages()
    before = len(reading.served.requests)
    list(reading.pages(last.bookmark))
    searches = [one for one in reading.served.requests[before:] if "search" in one]
    assert searches
    assert all("since=2026-11-1" in one for one in searches)


def test_what_appears_while_it_is_read_moves_nothing_out_of_sight(reading):
    pages = reading.pages()
    told_of = set(next(pages).pulls)
    newer = replace(reading.world.pulls[7], number=30, created=NOW, changed=NOW)
    reading.world.pulls = [*reading.world.pulls, newer]
    told_of |= {one for page in pages for one in page.pulls}
    assert {f"{one.repository}#{one.number}" for one in told_of} >= reading.world.expected.pulls


def test_a_server_that_does_not_say_how_many_there_are_is_read_to_the_end(reading):
    reading.world.says_total = False
    assert reading.pulls().keys() == reading.world.expected.pulls
    assert reading.tickets().keys() == reading.world.expected.tickets


def test_a_server_that_gives_all_of_a_list_each_time_is_asked_for_it_twice_at_most(reading):
    plain = reading.pulls(), reading.tickets()
    reading.world.knows_pages = False
    assert (reading.pulls(), reading.tickets()) == plain


def test_many_are_read_to_the_last(reading):
    reading.world.grow(25, 25)
    *_, last = reading.pages()
    assert last.done == 50
