"""Exported pull requests and tickets: what fits is taken, what does not is named by row and field, never quoted."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.imports import Misfit, RowMisfit
from outlay.domain.moments import iso_of
from outlay.domain.problems import ProblemKind
from outlay.domain.pulls import PullState, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.export import export_at
from outlay.readers.work.exports import read_pull_requests, read_tickets

SHA = "8f022a8fe80bc8a557dda7988160fa594957f4ac"
PULL = {
    "repository": "Acme/ledger-api",
    "number": 12,
    "title": "LED-103: Sort draft packages",
    "body": "## Summary\n- a change nobody else may read\n\nCloses #7\n\nGenerated with [Claude Code](https://claude.ai)",
    "head_branch": "feature/sort",
    "base_branch": "main",
    "author": "Sam Engineer",
    "author_is_me": True,
    "draft": False,
    "state": "merged",
    "created_at": "2026-03-02T11:00:24.170Z",
    "merged_at": "2026-03-03T09:00:00+01:00",
    "closed_at": "2026-03-03T08:00:00Z",
    "merge_commit": SHA,
    "commits": [SHA, "a" * 40],
    "labels": ["bug", "size/S"],
    "url": "https://github.com/Acme/ledger-api/pull/12",
}
TICKET = {
    "system": "jira",
    "key": "LED-103",
    "repository": None,
    "type": "Story",
    "title": "Sort draft packages",
    "state": "done",
    "created_at": "2026-03-01T00:04:28.598Z",
    "started_at": "2026-03-02T05:49:40.294+0000",
    "done_at": "2026-03-04",
    "reopened_at": ["2026-03-05T10:00:00Z"],
    "url": "https://acme.atlassian.net/browse/LED-103",
}


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "rows.json"

    def write(content):
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


def pull(export, **more):
    """The reading of one pull request with some fields otherwise."""
    return read_pull_requests(export([PULL | more]))


def ticket(export, **more):
    return read_tickets(export([TICKET | more]))


def misfits(reading):
    return [(one.row, one.field, one.misfit, one.left_out) for one in reading.misfits]


def test_a_pull_request_is_taken_whole_and_its_body_only_for_what_it_says(export):
    reading = pull(export)
    [one] = reading.rows
    assert (one.repository, one.number, one.title) == ("Acme/ledger-api", 12, "LED-103: Sort draft packages")
    assert (one.head_branch, one.base_branch, one.own, one.draft) == ("feature/sort", "main", True, False)
    assert (one.state, one.merge_commit, one.commits) == (PullState.MERGED, SHA, (SHA, "a" * 40))
    assert iso_of(one.merged) == "2026-03-03T08:00:00Z"
    assert {
        Mark(MarkKind.TICKET, "LED-103"),
        Mark(MarkKind.CLOSES, "#7"),
        Mark(MarkKind.AGENT, "claude"),
        Mark(MarkKind.LABEL, "bug"),
        Mark(MarkKind.LABEL, "size/S"),
    } <= set(one.marks)
    assert "nobody else may read" not in repr(reading)
    assert (reading.left_out, reading.misfits, reading.problems) == (0, (), ())


def test_a_ticket_is_taken_whole(export):
    [one] = ticket(export).rows
    assert one[:6] == ("jira", "LED-103", None, "Story", "Sort draft packages", TicketState.DONE)
    assert [iso_of(at) for at in (one.created, one.started, one.done, *one.reopened)] == [
        "2026-03-01T00:04:28Z",
        "2026-03-02T05:49:40Z",
        "2026-03-04T00:00:00Z",
        "2026-03-05T10:00:00Z",
    ]


@pytest.mark.parametrize("author", ["copilot-swe-agent", "Sam Engineer", None])
@pytest.mark.parametrize("branch", ["copilot/fix-1", "codex/sort", "feature/sort"])
def test_only_the_author_flag_makes_a_pull_request_the_owners(export, author, branch):
    told = {"author": author, "head_branch": branch}
    assert [pull(export, author_is_me=mine, **told).rows[0].own for mine in (True, False, None)] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("field", "value", "misfit"),
    [
        ("repository", None, Misfit.MISSING),
        ("repository", "", Misfit.MISSING),
        ("repository", "ledger", Misfit.NOT_A_PLACE),
        ("repository", "https://github.com/a/b", Misfit.NOT_A_PLACE),
        ("repository", ["a/b"], Misfit.NOT_TEXT),
        ("repository", "a/" + "b" * 300, Misfit.NOT_A_PLACE),
        ("number", None, Misfit.MISSING),
        ("number", 0, Misfit.NOT_A_NUMBER),
        ("number", -3, Misfit.NOT_A_NUMBER),
        ("number", 10**30, Misfit.NOT_A_NUMBER),
        ("number", 1.5, Misfit.NOT_A_NUMBER),
        ("number", True, Misfit.NOT_A_NUMBER),
        ("number", "twelve", Misfit.NOT_A_NUMBER),
        ("number", {}, Misfit.NOT_A_NUMBER),
        ("state", None, Misfit.MISSING),
        ("state", "done", Misfit.NOT_A_KNOWN_WORD),
        ("state", 1, Misfit.NOT_TEXT),
    ],
)
def test_a_row_without_what_it_is_known_by_is_left_out_and_named(export, field, value, misfit):
    reading = read_pull_requests(export([PULL | {field: value}, PULL | {"number": 13}]))
    assert [one.number for one in reading.rows] == [13]
    assert misfits(reading) == [(1, field, misfit, True)]
    assert (reading.left_out, [(one.kind, one.times, one.example) for one in reading.problems]) == (
        1,
        [(ProblemKind.UNKNOWN_RECORD, 1, "rows.json:1")],
    )


@pytest.mark.parametrize(
    ("field", "value", "misfit"),
    [
        ("title", 7, Misfit.NOT_TEXT),
        ("body", ["x"], Misfit.NOT_TEXT),
        ("draft", "no", Misfit.NOT_TRUE_OR_FALSE),
        ("author_is_me", 1, Misfit.NOT_TRUE_OR_FALSE),
        ("merged_at", "yesterday", Misfit.NOT_A_MOMENT),
        ("merged_at", "0001-01-01T00:00:00Z", Misfit.NOT_A_MOMENT),
        ("merged_at", "9999-12-31T23:59:59Z", Misfit.NOT_A_MOMENT),
        ("merged_at", 10**40, Misfit.NOT_A_MOMENT),
        ("merged_at", {"at": 1}, Misfit.NOT_A_MOMENT),
        ("merge_commit", "HEAD", Misfit.NOT_A_COMMIT),
        ("commits", "abc", Misfit.NOT_A_LIST),
        ("commits", [SHA, "HEAD", 7, None], Misfit.ENTRIES),
        ("commits", [SHA] * 10_001, Misfit.TOO_MANY),
        ("labels", {"name": "bug"}, Misfit.NOT_A_LIST),
        ("labels", ["bug", ["bug"]], Misfit.ENTRIES),
        ("url", "javascript:alert(1)", Misfit.NOT_AN_ADDRESS),
        ("url", "https://[broken", Misfit.NOT_AN_ADDRESS),
    ],
)
def test_another_field_that_does_not_fit_costs_itself_alone_and_is_named(export, field, value, misfit):
    reading = pull(export, **{field: value})
    assert (len(reading.rows), reading.left_out) == (1, 0)
    assert misfits(reading) == [(1, field, misfit, False)]
    assert [one.kind for one in reading.problems] == [ProblemKind.WRONG_TYPE]


def test_what_fits_of_a_list_is_kept_in_its_order_and_once(export):
    [one] = pull(export, commits=["b" * 40, "HEAD", SHA.upper(), "b" * 40]).rows
    assert one.commits == ("b" * 40, SHA)


@pytest.mark.parametrize("number", ["12", 12.0, 12])
def test_a_whole_number_may_be_written_as_text(export, number):
    assert pull(export, number=number).rows[0].number == 12


@pytest.mark.parametrize("state", ["MERGED", "Merged", " merged "])
def test_the_words_of_a_state_may_be_in_any_case(export, state):
    assert pull(export, state=state).rows[0].state is PullState.MERGED


def test_not_planned_may_be_written_with_a_space(export):
    assert ticket(export, state="Not planned").rows[0].state is TicketState.NOT_PLANNED


def test_titles_lose_control_characters_and_are_capped_and_markup_stays_text(export):
    [one] = pull(export, title="a\x1b[31m\u202e b\0\t<b>c</b>\nsecond line").rows
    assert one.title == "a [31m b <b>c</b>"
    assert len(pull(export, title="x" * 5_000_000).rows[0].title) == 300


def test_an_address_keeps_no_login_and_no_query(export):
    [one] = pull(export, url="https://me:secret@git.example.org:8443/a/b/pull/12?token=secret#top").rows
    assert one.url == "https://git.example.org:8443/a/b/pull/12"


@pytest.mark.parametrize(
    ("key", "repository", "kept"),
    [
        ("12", "acme/web", "acme/web#12"),
        ("#12", "acme/web", "acme/web#12"),
        ("acme/web#12", "acme/web", "acme/web#12"),
        ("12", None, "12"),
        ("LED-1", "acme/web", "LED-1"),
    ],
)
def test_a_number_within_a_repository_is_told_apart_from_anothers(export, key, repository, kept):
    assert ticket(export, system="GitHub", key=key, repository=repository).rows[0][:2] == ("github", kept)


def test_of_rows_that_say_different_things_the_last_counts_and_that_is_said(export):
    rows = [PULL, PULL, PULL | {"title": "Other", "repository": "acme/Ledger-API"}]
    reading = read_pull_requests(export(rows))
    assert [one.title for one in reading.rows] == ["Other"]
    assert reading.misfits == (RowMisfit(3, "", Misfit.TWICE, left_out=False),)


@pytest.mark.parametrize("row", [None, 7, "text", [], [1], True])
def test_a_row_that_is_no_object_is_left_out(export, row):
    reading = read_tickets(export([row, TICKET]))
    assert len(reading.rows) == 1
    assert misfits(reading)[0] == (1, "", Misfit.NOT_AN_OBJECT, True)
    assert len(reading.misfits) == 1


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", ProblemKind.NOT_JSON),
        (b"{", ProblemKind.NOT_JSON),
        (b"number,title\n1,a\n", ProblemKind.NOT_JSON),
        (b'[{"a": 1},]', ProblemKind.NOT_JSON),
        (b"\x00\xff\xfe", ProblemKind.NOT_JSON),
        (b"[" * 100_000, ProblemKind.NOT_JSON),
        (b"{}", ProblemKind.WRONG_TYPE),
        (b"null", ProblemKind.WRONG_TYPE),
        (b'"text"', ProblemKind.WRONG_TYPE),
        (b"7", ProblemKind.WRONG_TYPE),
    ],
)
def test_a_file_that_is_no_array_of_json_is_refused_whole(export, content, trouble):
    reading = read_pull_requests(export(content))
    assert (reading.rows, reading.trouble) == ((), trouble)


def test_a_file_that_is_not_there_or_may_not_be_read_is_refused(tmp_path):
    assert read_tickets(tmp_path / "none.json").trouble is ProblemKind.VANISHED
    assert read_tickets(tmp_path).trouble is ProblemKind.UNREADABLE
    assert read_tickets(tmp_path / "a\0b").trouble is ProblemKind.VANISHED


def test_a_file_that_is_too_large_is_refused_before_it_is_decoded(export):
    path = export([PULL])
    assert export_at(path, path.stat().st_size - 1).trouble is ProblemKind.TOO_LONG
    assert len(export_at(path, path.stat().st_size).rows) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_a_windows_shell_wrote_is_read_too(export, encoding):
    [one] = read_tickets(
        export(json.dumps([TICKET | {"title": "für"}], ensure_ascii=False).encode(encoding))
    ).rows
    assert one.title == "für"


def test_half_a_surrogate_pair_or_bytes_that_are_no_text_cost_no_other_row(export):
    half = json.dumps([TICKET, TICKET | {"key": "LED-104", "title": "cut \ud83d"}]).encode()
    assert [one.key for one in read_tickets(export(half)).rows] == ["LED-103", "LED-104"]
    torn = (
        json.dumps([TICKET, TICKET | {"key": "LED-104", "title": "caf"}])
        .encode()
        .replace(b'"caf"', b'"caf\xe9"')
    )
    reading = read_tickets(export(torn))
    assert [one.key for one in reading.rows] == ["LED-103", "LED-104"]
    assert misfits(reading) == [(2, "title", Misfit.NOT_TEXT, False)]


def test_beyond_the_first_few_hundred_misfits_are_only_counted(export):
    reading = read_tickets(export([{}] * 5_000))
    assert (reading.left_out, len(reading.misfits)) == (5_000, 200)
    assert reading.problems[0].times == 5_000


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys({**PULL, **TICKET}, ANYTHING)) | ANYTHING))
def test_whatever_the_rows_hold_each_is_kept_or_named(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("any") / "rows.json"
    path.write_text(json.dumps(rows))
    for read in (read_pull_requests, read_tickets):
        reading = read(path)
        named = {one.row for one in reading.misfits}
        twice = sum(one.misfit is Misfit.TWICE for one in reading.misfits)
        assert reading.trouble is None
        assert len(reading.rows) + reading.left_out + twice <= len(rows)
        assert len(reading.rows) + len(named) >= len(rows)
