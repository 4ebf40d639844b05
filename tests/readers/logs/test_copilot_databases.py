"""Copilot's databases: what is new since the last reading, and what stands in the way of it."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copilot_files import (
    SESSION,
    SPANS,
    counted,
    facts,
    outputs,
    pack_lines,
    probe_of,
    problems,
    read,
    request,
    run,
    store_at,
)
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.copilot import CopilotReader

MOMENT = 1_790_330_400_000


@pytest.fixture
def store(tmp_path):
    return store_at(tmp_path)


@pytest.fixture
def traces(tmp_path):
    path = tmp_path / ".config/Code/User/globalStorage/github.copilot-chat/agent-traces.db"
    run(path, SPANS)
    return path


def span(path, ident, output, operation="chat"):
    sql = "insert into spans values (?, 't1', ?, ?, ?, 'gpt-5.4', 100, ?, 0, 'chat-1')"
    run(path, sql, ident, MOMENT, MOMENT + 900.5, operation, output)


def test_an_unchanged_store_is_not_opened_again(store, tmp_path, monkeypatch):
    request(store)
    [*_, last] = read(store, tmp_path)
    monkeypatch.setattr(sqlite3, "connect", None)
    [again] = read(store, tmp_path, last.bookmark)
    assert (again.rows, again.bookmark, again.bytes_read) == (0, last.bookmark, 0)


def test_only_new_rows_come_again(store, tmp_path):
    request(store, tokens=(100, 10, 0, 0, 0))
    [*_, last] = read(store, tmp_path)
    request(store, tokens=(100, 20, 0, 0, 0))
    assert outputs(read(store, tmp_path, last.bookmark)) == [20]


def test_a_row_that_was_changed_in_place_is_the_same_request(store, tmp_path):
    request(store, tokens=(100, 10, 0, 0, 0))
    first = read(store, tmp_path)
    run(store, "update assistant_usage_events set output_tokens = 15")
    second = read(store, tmp_path, first[-1].bookmark)
    assert outputs(second) == [15]
    assert outputs([*first, *second]) == [15]


def test_a_store_made_anew_begins_its_numbers_anew_and_all_of_it_counts(store, tmp_path):
    for output in (10, 20):
        request(store, tokens=(100, output, 0, 0, 0))
    first = read(store, tmp_path)
    run(store, "delete from assistant_usage_events")
    run(store, "delete from sqlite_sequence")
    for output in (1, 2, 3):
        request(store, tokens=(100, output, 0, 0, 0), at="2026-07-01 08:00:00")
    second = read(store, tmp_path, first[-1].bookmark)
    assert outputs([*first, *second]) == [1, 2, 3, 10, 20]


def test_rows_that_vanish_stay_counted_and_later_ones_are_met(store, tmp_path):
    request(store, tokens=(100, 10, 0, 0, 0))
    first = read(store, tmp_path)
    run(store, "delete from assistant_usage_events")
    request(store, tokens=(100, 20, 0, 0, 0), at="2026-07-01 08:00:00")
    assert outputs([*first, *read(store, tmp_path, first[-1].bookmark)]) == [10, 20]


def test_what_stands_in_the_write_ahead_log_alone_is_read(store, tmp_path):
    with closing(sqlite3.connect(store)) as writer:
        writer.execute("pragma journal_mode = wal")
        request(store, tokens=(100, 10, 0, 0, 0))
        [*_, last] = read(store, tmp_path)
        writer.execute("update assistant_usage_events set output_tokens = 12")
        writer.commit()
        assert outputs(read(store, tmp_path, last.bookmark)) == [12]


def test_a_held_store_is_tried_later_and_never_taken_for_an_empty_one(store, tmp_path):
    request(store, tokens=(100, 10, 0, 0, 0))
    with closing(sqlite3.connect(store, isolation_level=None)) as holder:
        holder.execute("pragma locking_mode = exclusive")
        holder.execute("begin exclusive")
        held = read(store, tmp_path)
        holder.execute("commit")
    assert (problems(held), [batch.bookmark for batch in held]) == ({ProblemKind.UNREADABLE: 1}, [None])
    assert outputs(read(store, tmp_path)) == [10]


@pytest.mark.parametrize(
    "table",
    ["drop table assistant_usage_events", "alter table assistant_usage_events rename session_id to s"],
)
def test_a_store_without_the_table_brings_nothing(store, tmp_path, table):
    run(store, table)
    [only] = read(store, tmp_path)
    assert (only.rows, only.problems, only.bookmark is None) == (0, [], False)


def test_columns_of_later_builds_are_unknown_in_older_ones(store, tmp_path):
    request(store, tokens=(100, 10, None, None, None))
    for column in ("reasoning_tokens", "cache_write_tokens", "created_at", "model"):
        run(store, f"alter table assistant_usage_events drop column {column}")
    [batch] = read(store, tmp_path)
    [event] = facts([batch], "events")
    assert (event.model, event.tokens[:2], event.reported_unit) == ("", (100, None), None)
    assert problems([batch]) == {ProblemKind.NO_MODEL: 1, ProblemKind.NO_TIME: 1}


def test_wrong_types_in_a_row_are_counted_and_the_rest_of_it_is_read(store, tmp_path):
    request(store, tokens=("120", 10, "many", -4, b"\xff"), model=b"\xff")
    request(store, session=None)
    run(store, "update assistant_usage_events set session_id = x'ff' where id = 2")
    [batch] = read(store, tmp_path)
    [event] = facts([batch], "events")
    assert event.tokens[:2] == (120, None)
    assert problems([batch]) == {ProblemKind.WRONG_TYPE: 5, ProblemKind.NO_MODEL: 1}


def test_what_is_no_database_is_a_problem(store, tmp_path):
    store.write_bytes(b"no database at all" * 99)
    assert problems(read(store, tmp_path)) == {ProblemKind.UNREADABLE: 1}


def test_a_store_that_is_gone_is_a_problem(store, tmp_path):
    reader = CopilotReader()
    probe = probe_of(tmp_path, reader)
    store.unlink()
    assert problems(reader.read(probe.files[0], None, pack_lines, probe)) == {ProblemKind.VANISHED: 1}


def test_many_rows_come_in_slices_whose_bookmarks_say_that_there_is_more(store, tmp_path, monkeypatch):
    monkeypatch.setattr("outlay.readers.logs.copilot.session_store.ROWS", 3)
    for number in range(5):
        request(store, tokens=(100, number, 0, 0, 0))
    found = read(store, tmp_path)
    assert [batch.rows for batch in found] == [3, 3, 0]
    assert [batch.bookmark.mark.size >= 0 for batch in found] == [False, False, True]
    assert outputs([found[0], *read(store, tmp_path, found[0].bookmark)]) == [0, 1, 2, 3, 4]


def test_another_file_in_its_place_is_read_anew(store, tmp_path):
    request(store)
    [*_, last] = read(store, tmp_path)
    store.rename(store.with_suffix(".old"))
    run(store, "create table other (id integer)")
    assert [batch.replaces for batch in read(store, tmp_path, last.bookmark)] == [True]


def test_the_agents_span_repeats_its_requests_and_is_none(traces, tmp_path):
    span(traces, "a0", 30, "invoke_agent")
    span(traces, "a1", 10)
    span(traces, "a2", 20)
    assert outputs(read(traces, tmp_path)) == [10, 20]


def test_spans_that_vanish_stay_counted_although_numbers_are_given_out_again(traces, tmp_path):
    for number in range(3):
        span(traces, f"a{number}", number)
    first = read(traces, tmp_path)
    run(traces, "delete from spans where span_id <> 'a0'")
    span(traces, "b1", 7)
    assert outputs([*first, *read(traces, tmp_path, first[-1].bookmark)]) == [0, 1, 2, 7]


def test_a_compacted_database_is_gone_through_whole_and_counts_nothing_twice(traces, tmp_path):
    for number in range(4):
        span(traces, f"a{number}", number)
    first = read(traces, tmp_path)
    run(traces, "delete from spans where span_id = 'a0'")
    run(traces, "update spans set rowid = rowid - 1")
    span(traces, "b1", 7)
    assert outputs([*first, *read(traces, tmp_path, first[-1].bookmark)]) == [0, 1, 2, 3, 7]


def test_traces_without_the_table_bring_nothing(traces, tmp_path):
    run(traces, "drop table spans")
    [only] = read(traces, tmp_path)
    assert (only.rows, only.problems) == (0, [])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.lists(st.tuples(*[st.integers(0, 10**6)] * 4), max_size=4), min_size=1, max_size=4))
def test_reading_a_store_in_pieces_equals_reading_it_at_once_and_input_is_split_whole(
    tmp_path_factory, steps
):
    home = tmp_path_factory.mktemp("home")
    store = store_at(home)
    bookmark, pieces = None, []
    for rows in steps:
        for fresh, cached, written, output in rows:
            request(store, tokens=(fresh + cached + written, output, cached, written, None))
        pieces += read(store, home, bookmark)
        bookmark = pieces[-1].bookmark
    whole = read(store, home)
    assert counted(facts(pieces, "events")) == counted(facts(whole, "events"))
    told = sum(sum(row) for rows in steps for row in rows)
    assert sum(event.tokens.total for event in facts(whole, "events")) == told
    assert {event.session.session for event in facts(whole, "events")} <= {SESSION}
