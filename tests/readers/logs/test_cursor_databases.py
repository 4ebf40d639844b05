"""Cursor's databases: what is new since the last reading, and what stands in the way of it."""

import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cursor_files import SCORED, facts, problems, put, read, run, say, state_database, turns
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.cursor.windows import path_of


@pytest.fixture
def state(tmp_path):
    return state_database(tmp_path)


@pytest.fixture
def scored(tmp_path):
    path = tmp_path / ".cursor/ai-tracking/ai-code-tracking.db"
    path.parent.mkdir(parents=True)
    run(path, SCORED)
    return path


def score(path, sha, branch, moment, agent=1):
    run(
        path, "insert or replace into scored_commits values (?, ?, ?, 9, 1, ?, 2)", sha, branch, moment, agent
    )


def test_an_unchanged_database_is_not_opened_again(state, monkeypatch):
    say(state, "a", "1")
    [*_, last] = read(state)
    monkeypatch.setattr(sqlite3, "connect", None)
    [again] = read(state, last.bookmark)
    assert (again.rows, again.bookmark, again.bytes_read) == (0, last.bookmark, 0)


def test_a_new_prompt_is_the_next_turn_although_older_ones_vanished(state):
    say(state, "a", "1")
    say(state, "a", "2", "2026-09-08T09:05:00.000Z")
    [*_, last] = read(state)
    run(state, "delete from cursorDiskKV where key = 'bubbleId:a:2'")
    say(state, "a", "3", "2026-09-08T09:06:00.000Z")
    assert turns(read(state, last.bookmark)) == [("a", 3)]


def test_a_row_written_again_in_place_is_no_second_turn(state):
    say(state, "a", "1")
    [*_, last] = read(state)
    say(state, "a", "1")
    say(state, "a", "2", "2026-09-08T09:05:00.000Z", kind=2)
    assert turns(read(state, last.bookmark)) == []


def test_only_new_rows_are_asked_for(state):
    say(state, "a", "1")
    say(state, "b", "1")
    [*_, last] = read(state)
    run(state, "update cursorDiskKV set value = '{broken' where key = 'bubbleId:b:1'")
    say(state, "a", "2", "2026-09-08T09:05:00.000Z")
    again = read(state, last.bookmark)
    assert (turns(again), problems(again)) == ([("a", 2)], {})


def test_replies_seen_before_are_not_looked_at_again(state):
    say(state, "a", "1")
    say(state, "a", "2", kind=2)
    [*_, last] = read(state)
    run(state, "update cursorDiskKV set value = '{broken' where key = 'bubbleId:a:2'")
    say(state, "a", "3", kind=2)
    assert problems(read(state, last.bookmark)) == {}


def test_a_row_that_takes_a_deleted_ones_number_is_new(state):
    say(state, "a", "1")
    say(state, "a", "2", "2026-09-08T09:05:00.000Z")
    put(state, "composerData:a", {"createdAt": 1788858000000})
    [*_, last] = read(state)
    run(state, "delete from cursorDiskKV where key = 'bubbleId:a:2'")
    put(state, "composerData:a", {"createdAt": 1788858000000})
    say(state, "b", "1", "2026-09-08T09:06:00.000Z")
    assert turns(read(state, last.bookmark)) == [("b", 1)]


def test_a_compacted_database_is_gone_through_whole_and_counts_nothing_twice(state):
    for number in range(9):
        put(state, f"agentKv:blob:{number}", {})
    say(state, "a", "1")
    [*_, last] = read(state)
    run(state, "delete from cursorDiskKV where key like 'agentKv%'")
    with closing(sqlite3.connect(state)) as database:
        database.execute("create table other as select key, value from cursorDiskKV")
        database.execute("drop table cursorDiskKV")
        database.execute("create table cursorDiskKV (key text unique on conflict replace, value blob)")
        database.execute("insert into cursorDiskKV select key, value from other")
        database.commit()
    say(state, "a", "2", "2026-09-08T09:05:00.000Z")
    again = read(state, last.bookmark)
    assert turns(again) == [("a", 2)]
    assert not again[0].replaces


def test_a_prompt_without_a_time_takes_the_conversations(state):
    put(state, "composerData:a", {"createdAt": 1788858000000})
    put(state, "bubbleId:a:1", {"type": 1})
    found = read(state)
    assert [turn.moment for turn in facts(found)["turns"]] == [1788858000000]
    assert problems(found) == {"no_time": 1}


def test_what_is_not_in_the_expected_form_is_counted_and_the_rest_is_read(state):
    put(
        state, "composerData:a", {"createdAt": "1788858000000", "workspaceIdentifier": {"uri": {"fsPath": 7}}}
    )
    say(state, "a", "1")
    put(state, "bubbleId:a:2", "{broken")
    put(state, "bubbleId:a:3", b'{"type":1,"createdAt":"\xff"}')
    put(state, "bubbleId:a:4", [1])
    put(state, "bubbleId:a:5", {"type": "1", "createdAt": {"not": "a time"}})
    put(state, "bubbleId:__proto__:1", {"type": 1, "createdAt": "2026-09-08T09:00:00Z", "__proto__": {}})
    put(state, "bubbleId::6", {"type": 1})
    found = read(state)
    assert turns(found) == [("__proto__", 1), ("a", 1), ("a", 2), ("a", 3)]
    assert problems(found) == {"wrong_type": 3, "not_json": 1, "not_text": 1, "no_time": 2}


def test_a_value_that_is_too_long_is_passed_over(state, monkeypatch):
    monkeypatch.setattr("outlay.readers.logs.cursor.conversations.LONGEST_LINE", 100)
    put(state, "bubbleId:a:1", {"type": 1, "text": "x" * (65 << 20)})
    say(state, "a", "2")
    found = read(state)
    assert (turns(found), problems(found)) == ([("a", 1)], {"too_long": 1})


@pytest.mark.parametrize("change", ["drop table cursorDiskKV", "alter table cursorDiskKV rename value to v"])
def test_a_database_without_the_table_brings_nothing(state, change):
    run(state, change)
    [only] = read(state)
    assert (only.rows, only.problems) == (0, [])
    assert only.bookmark is not None


def test_a_held_database_is_tried_later_and_never_taken_for_an_empty_one(state):
    say(state, "a", "1")
    [*_, last] = read(state)
    say(state, "a", "2", "2026-09-08T09:05:00.000Z")
    with closing(sqlite3.connect(state, isolation_level=None)) as holder:
        holder.execute("pragma journal_mode = wal")
        holder.execute("pragma locking_mode = exclusive")
        holder.execute("begin exclusive")
        holder.execute("insert into ItemTable values ('held', 1)")
        held = read(state, last.bookmark)
        assert problems(held) == {ProblemKind.UNREADABLE: 1}
        assert [batch.bookmark for batch in held] == [None]
        holder.execute("commit")
    assert turns(read(state, last.bookmark)) == [("a", 2)]


def test_what_stands_in_the_write_ahead_log_alone_is_read(state):
    with closing(sqlite3.connect(state)) as writer:
        writer.execute("pragma journal_mode = wal")
        say(state, "a", "1")
        [*_, last] = read(state)
        writer.execute("insert into cursorDiskKV values ('bubbleId:b:1', ?)", (json.dumps({"type": 1}),))
        writer.commit()
        assert turns(read(state, last.bookmark)) == [("b", 1)]


def test_what_is_no_database_is_a_problem(state):
    state.write_bytes(b"no database at all" * 99)
    assert problems(read(state)) == {ProblemKind.UNREADABLE: 1}


def test_a_database_cut_short_keeps_what_was_read(state):
    for number in range(200):
        put(
            state,
            f"bubbleId:{number:03}:1",
            {"type": 1, "text": "x" * 500, "createdAt": "2026-09-08T09:00:00Z"},
        )
    state.write_bytes(state.read_bytes()[: state.stat().st_size // 2])
    assert problems(read(state)) == {ProblemKind.UNREADABLE: 1}


def test_many_sessions_come_in_slices_whose_bookmarks_say_that_there_is_more(state, monkeypatch):
    monkeypatch.setattr("outlay.readers.logs.cursor.conversations.ROWS", 4)
    for number in range(6):
        say(state, f"c{number}", "1")
    found = read(state)
    assert [batch.rows for batch in found] == [4, 4, 4, 0]
    assert [batch.bookmark.mark.size >= 0 for batch in found] == [False, False, False, True]
    assert sorted(turns(found[:1] + read(state, found[0].bookmark))) == sorted(turns(found))


def test_another_file_in_its_place_is_read_anew(state):
    say(state, "a", "1")
    [*_, last] = read(state)
    anew = read(state, last.bookmark._replace(mark=last.bookmark.mark._replace(inode=1)))
    assert [batch.replaces for batch in anew] == [True]
    assert turns(anew) == [("a", 1)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 5)), max_size=4), max_size=5))
def test_reading_in_pieces_counts_every_prompt_once(tmp_path_factory, pieces):
    path = state_database(tmp_path_factory.mktemp("home"))
    bookmark, found = None, []
    for piece in pieces:
        for conversation, bubble in piece:
            say(path, conversation, str(bubble), f"2026-09-08T09:0{bubble}:00.000Z")
        batches = read(path, bookmark)
        bookmark = batches[-1].bookmark
        found += batches
    said = {one for piece in pieces for one in piece}
    numbers = {
        name: [number for conversation, number in turns(found) if conversation == name] for name in "ab"
    }
    assert numbers == {
        name: list(range(1, 1 + sum(conversation == name for conversation, _ in said))) for name in "ab"
    }
    assert len(facts(found)["turns"]) == len(facts(read(path))["turns"])


def test_the_windows_list_tells_folders_once_under_both_of_its_names(tmp_path):
    path = state_database(tmp_path, "workspaceStorage/a1")
    (path.parent / "workspace.json").write_text('{"folder": "file:///srv/shop"}')
    lists = {"composer.composerData": ["a", "b"], "composer.composerHeaders": ["b", "c"]}
    for key, names in lists.items():
        heads = {"allComposers": [{"composerId": name} for name in names]}
        run(path, "insert into ItemTable values (?, ?)", key, json.dumps(heads))
    [*_, last] = found = read(path)
    assert {(fact.session.session, fact.cwd) for fact in facts(found)["sessions"]} == {
        (name, "/srv/shop") for name in "abc"
    }
    run(path, "insert into ItemTable values ('other', 1)")
    assert facts(read(path, last.bookmark))["sessions"] == []


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///home/ada/my%20shop", "/home/ada/my shop"),
        ("file:///c%3A/Users/ada/shop", "c:\\Users\\ada\\shop"),
        ("file://server/share/shop", "\\\\server\\share\\shop"),
        ("vscode-remote://ssh-remote%2Bbox/srv/shop", None),
        (None, None),
    ],
)
def test_an_address_becomes_a_path_of_its_system(uri, path):
    assert path_of(uri) == path


def test_a_window_without_a_folder_tells_nothing(tmp_path):
    path = state_database(tmp_path, "workspaceStorage/a1")
    run(
        path,
        'insert into ItemTable values (\'composer.composerData\', \'{"allComposers":[{"composerId":"a"}]}\')',
    )
    (path.parent / "workspace.json").write_text('{"workspace": "file:///srv/two.code-workspace"}')
    assert facts(read(path))["sessions"] == []


def test_a_commit_scored_again_comes_again_and_others_do_not(scored):
    score(scored, "a" * 40, "main", 1788858000000, agent=3)
    score(scored, "b" * 40, "main", 1788858000000)
    [*_, last] = read(scored)
    score(scored, "a" * 40, "main", 1788858000001, agent=5)
    score(scored, "c" * 40, "main", 1788858000000)
    found = facts(read(scored, last.bookmark))["attestations"]
    assert {(one.sha, one.agent_lines) for one in found} == {("a" * 40, 5), ("c" * 40, 1)}


def test_columns_that_are_missing_are_unknown_and_told_once(scored):
    run(scored, "drop table scored_commits")
    run(scored, "create table scored_commits (commitHash text primary key, linesAdded integer) without rowid")
    run(scored, "insert into scored_commits values (?, 4)", "a" * 40)
    [*_, last] = found = read(scored)
    [one] = facts(found)["attestations"]
    assert (one.added_lines, one.agent_lines, one.completion_lines, one.own_lines) == (4, None, None, None)
    assert problems(found) == {"no_time": 1}
    run(scored, "insert into scored_commits values (?, 5)", "b" * 40)
    assert [one.sha for one in facts(read(scored, last.bookmark))["attestations"]] == ["b" * 40]


def test_counts_that_are_none_are_unknown_and_a_commit_without_an_id_is_left_out(scored):
    score(scored, "not a commit", "main", 1788858000000)
    score(scored, "a" * 40, "main", 1788858000000, agent=-3)
    score(scored, "b" * 40, "main", 1788858000000, agent="7")
    score(scored, "c" * 40, "main", 1788858000000, agent=None)
    found = read(scored)
    assert {one.sha[0]: one.agent_lines for one in facts(found)["attestations"]} == {
        "a": None,
        "b": 7,
        "c": None,
    }
    assert problems(found) == {"wrong_type": 2}
