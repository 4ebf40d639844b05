"""Databases of OpenCode while they grow, are written in place, copied from and damaged."""

import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opencode_stores import (
    BEGUN,
    NEW,
    WRITTEN,
    answer,
    counted,
    counters,
    database,
    facts,
    new_answer,
    probe_of,
    problems,
    put_message,
    put_new,
    put_part,
    put_prompt,
    put_session,
    read,
    run,
    step,
    tool,
    totals,
    update_message,
)
from outlay.readers.logs.opencode import READER


@pytest.fixture
def path(tmp_path):
    made = database(tmp_path)
    put_session(made)
    return made


def edited(call="call_1"):
    given = {"filePath": "/home/ada/shop/cart.py", "oldString": "total = 1234", "newString": "total = 5678"}
    return tool("edit", given, call)


def test_an_answer_is_one_request_with_counters_that_do_not_overlap(path, tmp_path):
    tokens = counters(fresh=100, output=40, reasoning=7, read=2000, write=300)
    put_prompt(path, "msg_1")
    put_message(path, "msg_2", answer(tokens=tokens))
    [event] = facts(read(tmp_path))["events"]
    assert event.tokens == (100, 2000, None, None, 300, 47, 7)
    assert (event.reported_micros, event.model, event.route) == (12_500, "claude-sonnet-4-5", "anthropic")
    assert (event.turn, event.session.session, event.cwd) == (1, "ses_a", "/home/ada/shop")


def test_no_cost_is_not_free(path, tmp_path):
    put_message(path, "msg_1", answer(cost=0))
    [event] = facts(read(tmp_path))["events"]
    assert event.reported_micros is None


def test_counters_a_log_lacks_are_unknown(path, tmp_path):
    put_message(path, "msg_1", answer(tokens={"input": 5}))
    [event] = facts(read(tmp_path))["events"]
    assert (event.tokens, event.quality) == ((5, None, None, None, None, None, None), "partial")


def test_an_unchanged_database_is_not_opened_again(path, tmp_path, monkeypatch):
    put_message(path, "msg_1", answer())
    kept = {}
    read(tmp_path, kept)
    [file] = probe_of(tmp_path).files
    monkeypatch.setattr("outlay.readers.logs.opencode.database.open_other", None)
    [batch] = READER.read(file, kept[file.path], bytes, None)
    assert (batch.rows, batch.bytes_read, batch.bookmark) == (0, 0, kept[file.path])


def test_a_row_written_while_the_answer_streams_counts_once_it_has_ended(path, tmp_path):
    kept = {}
    put_message(path, "msg_1", answer(ended=False, tokens=counters(0, 0)), updated=WRITTEN)
    assert totals(read(tmp_path, kept)) == (0, 0, 0)
    update_message(path, "msg_1", answer(), WRITTEN + 1)
    assert totals(read(tmp_path, kept)) == (1, 30, 12_500)
    run(path, "update session set time_updated = 7")
    assert not any(facts(read(tmp_path, kept)).values())


def test_an_answer_that_never_ended_counts_after_an_hour(path, tmp_path):
    put_message(path, "msg_1", answer(ended=False), updated=WRITTEN - 3_600_001)
    [event] = facts(read(tmp_path))["events"]
    assert event.quality == "partial"


def test_an_answer_written_again_after_it_ended_keeps_its_key(path, tmp_path):
    kept = {}
    put_message(path, "msg_1", answer())
    first = read(tmp_path, kept)
    update_message(path, "msg_1", answer(tokens=counters(10, 25)), BEGUN + 9000)
    assert totals(first + read(tmp_path, kept)) == (1, 35, 12_500)


def test_requests_of_one_message_are_told_apart_by_the_ends_of_its_steps(path, tmp_path):
    put_message(path, "msg_1", answer(cost=0.03, tokens=counters(fresh=50)))
    put_part(path, "prt_1", "msg_1", step(0.01, fresh=7))
    put_part(path, "prt_2", "msg_1", step(0.02, fresh=50))
    events = counted(read(tmp_path))
    assert [(event.request_key, event.tokens.input_uncached) for event in events] == [("1", 7), ("2", 50)]
    assert [event.reported_micros for event in events] == [10_000, 20_000]


def test_one_step_is_the_message_itself(path, tmp_path):
    put_message(path, "msg_1", answer())
    put_part(path, "prt_1", "msg_1", step(0.0125))
    assert totals(read(tmp_path)) == (1, 30, 12_500)


def test_a_fork_copies_under_new_ids_and_counts_once(path, tmp_path):
    kept = {}
    put_prompt(path, "msg_1")
    put_message(path, "msg_2", answer())
    put_part(path, "prt_2", "msg_2", edited())
    first = read(tmp_path, kept)
    put_session(path, "ses_fork", BEGUN + 60_000)
    put_prompt(path, "msg_8", session="ses_fork")
    put_message(path, "msg_9", answer(), "ses_fork")
    put_part(path, "prt_9", "msg_9", edited(), "ses_fork")
    put_prompt(path, "msg_10", 61_000, "ses_fork")
    put_message(path, "msg_11", answer(62_000), "ses_fork")
    both = first + read(tmp_path, kept)
    assert totals(both) == (2, 60, 25_000)
    assert [event.session.session for event in counted(both)] == ["ses_a", "ses_fork"]
    assert [(turn.session.session, turn.number) for turn in facts(both)["turns"]] == [
        ("ses_a", 1),
        ("ses_fork", 2),
    ]
    assert {edit.call for edit in facts(both)["edits"]} == {facts(first)["edits"][0].call}


def test_a_fork_read_together_with_its_original_leaves_edits_with_the_original(path, tmp_path):
    put_session(path, "ses_0fork", BEGUN + 60_000)
    for session, message in (("ses_a", "msg_1"), ("ses_0fork", "msg_2")):
        put_message(path, message, answer(), session)
        put_part(path, f"prt_{message}", message, edited(), session)
    batches = read(tmp_path)
    assert [edit.session.session for edit in facts(batches)["edits"]] == ["ses_a"]
    assert [event.session.session for event in counted(batches)] == ["ses_a"]


def test_a_copy_counts_when_its_original_is_gone(path, tmp_path):
    put_session(path, "ses_fork", BEGUN + 60_000)
    put_message(path, "msg_2", answer(), "ses_fork")
    assert totals(read(tmp_path)) == (1, 30, 12_500)


def test_a_subagent_counts_under_itself_and_has_no_prompts(path, tmp_path):
    put_session(path, "ses_child", BEGUN + 500, "ses_a")
    put_session(path, "ses_grandchild", BEGUN + 600, "ses_child")
    put_prompt(path, "msg_1", 700, "ses_grandchild")
    put_message(path, "msg_2", answer(), "ses_grandchild")
    found = facts(read(tmp_path))
    assert found["turns"] == []
    [told] = found["sessions"]
    assert (told.session.session, told.parent, told.root) == ("ses_grandchild", "ses_child", "ses_a")
    assert [event.turn for event in found["events"]] == [None]


def test_sessions_that_are_each_others_parents_end(path, tmp_path):
    put_session(path, "ses_b", BEGUN, "ses_c")
    put_session(path, "ses_c", BEGUN, "ses_b")
    put_message(path, "msg_1", answer(), "ses_b")
    assert len(facts(read(tmp_path))["events"]) == 1


def test_what_the_tool_writes_by_itself_is_no_prompt(path, tmp_path):
    put_prompt(path, "msg_1")
    put_prompt(path, "msg_2", 10, synthetic=True)
    put_message(path, "msg_3", {"role": "user", "time": {"created": BEGUN + 20}})
    put_part(path, "prt_3", "msg_3", {"type": "compaction", "auto": True})
    put_message(path, "msg_4", answer(30))
    put_prompt(path, "msg_5", 5000)
    put_message(path, "msg_6", answer(6000))
    found = facts(read(tmp_path))
    assert [turn.number for turn in found["turns"]] == [1, 2]
    assert [event.turn for event in found["events"]] == [1, 2]


def test_a_part_that_comes_late_is_read_with_its_message(path, tmp_path):
    kept = {}
    for number in range(40):
        put_message(path, f"msg_{number:02d}", answer(number * 1000))
    read(tmp_path, kept)
    put_part(path, "prt_1", "msg_00", edited())
    assert len(facts(read(tmp_path, kept))["edits"]) == 1


def test_rows_in_the_place_of_deleted_ones_are_not_lost(path, tmp_path):
    kept = {}
    put_message(path, "msg_1", answer())
    put_message(path, "msg_2", answer(2000))
    first = read(tmp_path, kept)
    run(path, "delete from message where id = 'msg_2'")
    put_message(path, "msg_3", answer(3000))
    again = read(tmp_path, kept)
    assert [event.moment - BEGUN for event in facts(again)["events"]] == [3000]
    assert totals(first + again) == (3, 90, 37_500)


def test_all_is_read_again_when_nothing_known_is_left(path, tmp_path):
    kept = {}
    put_message(path, "msg_1", answer())
    first = read(tmp_path, kept)
    run(path, "delete from message")
    put_message(path, "msg_2", answer(2000))
    again = read(tmp_path, kept)
    assert [batch.replaces for batch in again] == [True]
    assert totals(first + again) == (2, 60, 25_000)


def test_rows_numbered_anew_bring_nothing_twice(path, tmp_path):
    kept = {}
    for number in range(6):
        put_message(path, f"msg_{number}", answer(number * 1000))
    run(path, "delete from message where id = 'msg_1'")
    first = read(tmp_path, kept)
    run(path, "update message set rowid = rowid - 1 where rowid > 2")
    put_message(path, "msg_9", answer(9000))
    again = read(tmp_path, kept)
    assert [event.moment - BEGUN for event in facts(again)["events"]] == [9000]
    assert totals(first + again)[0] == 6


def test_news_in_the_write_ahead_log_are_read(path, tmp_path):
    kept = {}
    read(tmp_path, kept)
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("pragma journal_mode = wal")
        writer.execute("insert into session values ('s', 'p', null, null, null, null, null, 1, 1)")
        writer.commit()
        put_message(path, "msg_1", answer(), "s")
        assert totals(read(tmp_path, kept)) == (1, 30, 12_500)


def test_a_held_database_is_tried_later_and_never_empty(path, tmp_path):
    put_message(path, "msg_1", answer())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("pragma journal_mode = wal")
        other.execute("pragma locking_mode = exclusive")
        other.execute("update session set title = 'held'")
        [batch] = read(tmp_path)
        assert (batch.bookmark, problems([batch])) == (None, {"unreadable": 1})
    assert totals(read(tmp_path)) == (1, 30, 12_500)


def test_a_channels_database_with_the_same_message_counts_once(path, tmp_path):
    put_message(path, "msg_1", answer())
    other = database(tmp_path, "opencode-beta.db")
    put_session(other)
    put_message(other, "msg_1", answer())
    put_message(other, "msg_2", answer(2000))
    assert totals(read(tmp_path)) == (2, 60, 25_000)


def test_two_answers_of_one_moment_are_two_requests(path, tmp_path):
    put_message(path, "msg_1", answer())
    put_message(path, "msg_2", answer(tokens=counters(11)))
    assert totals(read(tmp_path))[0] == 2


def test_tables_of_2_are_read_and_what_moved_there_counts_once(path, tmp_path):
    kept = {}
    put_prompt(path, "msg_1")
    put_message(path, "msg_2", answer())
    first = read(tmp_path, kept)
    database(tmp_path, schema=NEW)
    put_session(path, table="session_v2")
    user = {"text": "do it", "time": {"created": BEGUN}}
    put_new(path, "msg_1", "user", user)
    put_new(path, "msg_2", "assistant", new_answer(), seq=2)
    put_new(path, "msg_3", "user", {"text": "and this", "time": {"created": BEGUN + 5000}}, seq=3)
    done = {
        "type": "tool",
        "id": "call_9",
        "name": "edit",
        "state": {
            "status": "completed",
            "input": {"path": "cart.py", "oldString": "total = 1234", "newString": "total = 5678"},
            "content": [],
            "metadata": {
                "files": [{"file": "cart.py", "patch": "@@ -1 +1 @@\n-total = 1234\n+total = 5678\n"}]
            },
        },
        "time": {"created": BEGUN + 6000, "completed": BEGUN + 6400},
    }
    put_new(path, "msg_4", "assistant", new_answer(6000, content=[done]), seq=4)
    both = first + read(tmp_path, kept)
    assert totals(both) == (2, 60, 25_000)
    assert [
        (turn.number, event.turn) for turn, event in zip(facts(both)["turns"], counted(both), strict=True)
    ] == [
        (1, 1),
        (2, 2),
    ]
    [edit] = facts(both)["edits"]
    assert (edit.path, len(edit.added), edit.moment) == ("/home/ada/shop/cart.py", 8, BEGUN + 6400)


def test_a_database_of_2_alone_is_read(tmp_path):
    path = database(tmp_path, schema=NEW)
    put_session(path, table="session_v2")
    put_new(path, "msg_1", "user", {"text": "do it", "time": {"created": BEGUN}})
    put_new(path, "msg_2", "synthetic", {"text": "go on", "time": {"created": BEGUN + 1}}, seq=2)
    put_new(path, "msg_3", "assistant", new_answer(), seq=3)
    found = read(tmp_path)
    assert totals(found) == (1, 30, 12_500)
    assert len(facts(found)["turns"]) == 1


def test_a_fork_of_2_counts_once(tmp_path):
    path = database(tmp_path, schema=NEW)
    put_session(path, table="session_v2")
    put_session(path, "ses_f", BEGUN + 60_000, table="session_v2")
    put_new(path, "msg_1", "assistant", new_answer())
    put_new(path, "msg_2", "assistant", new_answer(), "ses_f")
    assert totals(read(tmp_path)) == (1, 30, 12_500)


def test_rows_of_2_written_again_and_again_count_once(tmp_path):
    kept = {}
    path = database(tmp_path, schema=NEW)
    put_session(path, table="session_v2")
    put_new(path, "msg_1", "assistant", new_answer(ended=False, tokens={}), updated=WRITTEN)
    first = read(tmp_path, kept)
    run(path, "update session_message set time_updated = time_updated + 1")
    second = read(tmp_path, kept)
    data = json.dumps(new_answer())
    run(path, "update session_message set time_updated = time_updated + 1, data = ?", data)
    assert totals(first + second) == (0, 0, 0)
    assert totals(read(tmp_path, kept)) == (1, 30, 12_500)


HOSTILE = [
    ('{"role":"assistant"', {"not_json": 1}),
    ("[]", {"wrong_type": 1}),
    (
        '{"role":"assistant","modelID":7,"tokens":[1],"time":{"created":"x"}}',
        {"wrong_type": 3, "no_model": 0},
    ),
    (b'{"role":"user","agent":"\xff\xfe","time":{"created":1791000000000}}', {"not_text": 1}),
    (
        '{"role":"assistant","tokens":{"input":9},"time":{"created":4102444800000,"completed":1}}',
        {"clock": 1},
    ),
    ('{"role":"assistant","modelID":"m","tokens":{"input":9},"time":{"completed":1}}', {}),
    ("1" * 100, {"wrong_type": 1}),
    ('{"role":"__proto__","__proto__":{"cost":1}}', {}),
    ('{"role":"assistant","modelID":"m","cost":"free","tokens":{"input":-4,"output":1e400}}', {}),
    ("[" * 5000, {"not_json": 1}),
]


@pytest.mark.parametrize(("data", "found"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_cannot_be_understood_is_counted_and_the_rest_is_read(path, tmp_path, data, found):
    put_message(path, "msg_0", data)
    put_message(path, "msg_1", answer())
    batches = read(tmp_path)
    assert answer_of(batches)
    assert (
        found.items()
        <= (problems(batches) | {kind: 0 for kind in found if kind not in problems(batches)}).items()
    )
    assert all("msg" not in problem.example for batch in batches for problem in batch.problems)


def answer_of(batches):
    return [
        event for event in counted(batches) if event.model == "claude-sonnet-4-5" and event.tokens.total == 30
    ]


def test_numbers_written_as_text_are_numbers(path, tmp_path):
    put_message(path, "msg_1", answer(tokens={"input": "12", "output": 3.0}))
    batches = read(tmp_path)
    assert (totals(batches)[1], problems(batches)) == (15, {})


def test_wrong_parts_do_not_take_the_answer_with_them(path, tmp_path):
    put_message(path, "msg_1", answer())
    put_part(path, "prt_1", "msg_1", "{")
    put_part(path, "prt_2", "msg_1", '{"type":"tool","tool":"edit","state":{"status":"completed","input":5}}')
    put_part(path, "prt_3", "msg_1", '{"type":"tool","tool":"bash","state":7}')
    batches = read(tmp_path)
    assert totals(batches) == (1, 30, 12_500)
    assert problems(batches) == {"not_json": 1, "wrong_type": 2}


def test_a_huge_value_is_read_and_one_that_passes_the_limit_is_counted(path, tmp_path, monkeypatch):
    monkeypatch.setattr("outlay.readers.logs.opencode.fields.LONGEST_LINE", 11 << 20)
    put_message(path, "msg_1", answer())
    given = {"filePath": "/home/ada/shop/a.py", "content": "value = 12345\n" * 700_000}
    put_part(path, "prt_1", "msg_1", tool("write", given))
    put_part(path, "prt_2", "msg_1", {"type": "text", "text": "x" * (11 << 20)})
    batches = read(tmp_path)
    [edit] = facts(batches)["edits"]
    assert len(edit.added) == 8 * 700_000
    assert problems(batches) == {"too_long": 1}


@pytest.mark.parametrize("table", ["session", "part"])
def test_a_missing_table_is_done_without(path, tmp_path, table):
    put_message(path, "msg_1", answer())
    run(path, f"drop table {table}")
    assert totals(read(tmp_path)) == (1, 30, 12_500)


def test_missing_columns_are_done_without(tmp_path):
    schema = "create table message (id text, session_id text, data text); create table session (id text);"
    path = database(tmp_path, schema=schema)
    run(path, "insert into session values ('ses_a')")
    run(path, "insert into message values ('msg_1', 'ses_a', ?)", json.dumps(answer()))
    run(path, "insert into message values (null, 5, 'x')")
    batches = read(tmp_path)
    assert totals(batches) == (1, 30, 12_500)
    assert problems(batches) == {"wrong_type": 1}


def test_a_database_without_any_known_table_is_said_to_be_unknown(tmp_path):
    database(tmp_path, schema="create table other (id text)")
    batches = read(tmp_path)
    assert problems(batches) == {"unknown_record": 1}
    assert batches[-1].bookmark


def test_an_empty_file_and_a_file_that_is_no_database_raise_nothing(tmp_path):
    path = database(tmp_path)
    path.write_bytes(b"")
    assert problems(read(tmp_path)) == {"unknown_record": 1}
    path.write_bytes(b"no database at all" * 300)
    assert problems(read(tmp_path)) == {"unreadable": 1}


def test_a_truncated_database_is_a_problem(path, tmp_path):
    for number in range(200):
        put_message(path, f"msg_{number}", answer(number))
    path.write_bytes(path.read_bytes()[:9000])
    assert problems(read(tmp_path)) == {"unreadable": 1}


def test_many_facts_come_in_slices_and_only_the_last_says_all_was_read(path, tmp_path, monkeypatch):
    monkeypatch.setattr("outlay.readers.logs.opencode.database._ROWS", 3)
    for number in range(10):
        put_message(path, f"msg_{number}", answer(number * 1000))
    batches = read(tmp_path)
    assert len(batches) > 3
    assert [batch.bookmark.mark.size < 0 for batch in batches] == [True] * (len(batches) - 1) + [False]
    assert sum(batch.bytes_read for batch in batches) == path.stat().st_size
    kept = {str(path): batches[1].bookmark}
    assert totals(read(tmp_path, kept)) == totals(batches) == (10, 300, 125_000)


WRITES = st.lists(
    st.tuples(
        st.sampled_from(["ses_a", "ses_b", "copy"]), st.integers(0, 7), st.integers(1, 9), st.booleans()
    ),
    min_size=1,
    max_size=8,
)


def written(path, writes, number):
    """One message: an own one of a session, or a copy of an earlier one in the fork; True when it is a copy."""
    session, of, fresh, ended = writes[number]
    if session == "copy":
        if of >= number or writes[of][0] == "copy":
            return True
        _, _, fresh, ended = writes[of]
        session, made = "ses_fork", of
    else:
        made = number
    data = answer(made * 1000, tokens=counters(fresh), ended=ended)
    put_message(path, f"msg_{number}", data, session, updated=BEGUN)
    put_part(path, f"prt_{number}", f"msg_{number}", edited(f"call_{made}"), session)
    return session == "ses_fork"


@settings(max_examples=25, deadline=None)
@given(writes=WRITES, cuts=st.sets(st.integers(0, 8)))
def test_reading_in_pieces_equals_reading_at_once(tmp_path_factory, writes, cuts):
    home = tmp_path_factory.mktemp("home")
    path = database(home)
    for session, created in (("ses_a", BEGUN), ("ses_b", BEGUN), ("ses_fork", BEGUN + 20_000)):
        put_session(path, session, created)
    kept, pieces, copies = {}, [], 0
    for number in range(len(writes)):
        copies += written(path, writes, number)
        if number in cuts:
            pieces += read(home, kept)
    pieces += read(home, kept)
    at_once = read(home)
    assert totals(pieces) == totals(at_once)
    assert totals(at_once)[0] == len(writes) - copies
    assert set(counted(pieces)) == set(counted(at_once))
    assert edits_kept(pieces) == edits_kept(at_once)
    assert not any(facts(read(home, kept)).values())


def edits_kept(batches):
    """What the store keeps: the first of each call and part."""
    return {(edit.call, edit.part): edit for edit in reversed(facts(batches)["edits"])}
