"""The tree of JSON files OpenCode kept before it had a database, alone and beside one."""

import os

import pytest

from opencode_stores import (
    BEGUN,
    FOLDER,
    WRITTEN,
    aged,
    answer,
    counters,
    database,
    facts,
    probe_of,
    problems,
    put_file,
    put_message,
    put_session,
    read,
    step,
    tool,
    totals,
)
from outlay.readers.interface import RootState
from outlay.readers.logs.opencode import READER


def tell_session(home, ident="ses_a", parent=None, created=BEGUN):
    info = {"id": ident, "projectID": "p", "directory": "/home/ada/shop", "version": "0.9.1"}
    info |= {"time": {"created": created, "updated": created}} | ({"parentID": parent} if parent else {})
    put_file(home, f"session/p/{ident}.json", info)


def tell_answer(home, ident="msg_2", session="ses_a", parts=(), **more):
    data = answer(**more) | {"id": ident, "sessionID": session}
    put_file(home, f"message/{session}/{ident}.json", data)
    for number, part in enumerate(parts):
        put_file(home, f"part/{ident}/prt_{number}.json", part | {"id": f"prt_{number}", "messageID": ident})


def tell_prompt(home, ident="msg_1", session="ses_a", at=0):
    put_file(home, f"message/{session}/{ident}.json", {"role": "user", "time": {"created": BEGUN + at}})
    put_file(home, f"part/{ident}/prt_1.json", {"type": "text", "text": "do it"})


@pytest.fixture
def home(tmp_path):
    tell_session(tmp_path)
    tell_prompt(tmp_path)
    given = {"filePath": "/home/ada/shop/cart.py", "content": "total = 5678\n"}
    tell_answer(tmp_path, parts=[tool("write", given)])
    return tmp_path


def test_a_session_of_the_tree_is_one_file_with_all_its_facts(home):
    [file] = probe_of(home).files
    assert file.path.endswith("storage/message/ses_a")
    found = facts(read(home))
    assert [len(found[name]) for name in ("sessions", "turns", "events", "edits")] == [1, 1, 1, 1]
    [event] = found["events"]
    assert (event.turn, event.tokens.total, event.reported_micros) == (1, 30, 12_500)
    assert found["sessions"][0].version == "0.9.1"


def test_reading_again_adds_nothing_and_a_new_message_is_read_alone(home):
    kept = {}
    read(home, kept)
    assert read(home, kept) == []
    tell_answer(home, "msg_3", at=9000)
    assert [event.moment for event in facts(read(home, kept))["events"]] == [BEGUN + 9000]


def test_the_same_bookmark_is_handed_back_when_nothing_was_written(home):
    kept = {}
    read(home, kept)
    [file] = probe_of(home).files
    [batch] = READER.read(file, kept[file.path], bytes, probe_of(home))
    assert (batch.rows, batch.bookmark) == (0, kept[file.path])


def test_a_message_that_is_still_written_waits(home):
    kept = {}
    tell_answer(home, "msg_3", at=9000, ended=False)
    assert totals(read(home, kept))[0] == 1
    tell_answer(home, "msg_3", at=9000, tokens=counters(99))
    assert [event.tokens.input_uncached for event in facts(read(home, kept))["events"]] == [99]


def test_several_steps_of_one_message_are_several_requests(home):
    tell_answer(home, "msg_3", at=9000, cost=0.03, parts=[step(0.01, fresh=7), step(0.02, fresh=10)])
    assert totals(read(home)) == (3, 30 + 27 + 30, 42_500)


def test_a_message_the_database_holds_too_is_read_there_alone(home):
    path = database(home)
    put_session(path)
    put_message(path, "msg_2", answer())
    tell_answer(home, "msg_old", at=-5000)
    batches = read(home)
    assert totals(batches) == (2, 60, 25_000)
    assert len(facts(batches)["events"]) == 2


def test_an_upgrade_between_two_readings_counts_nothing_twice(home):
    kept = {}
    first = read(home, kept)
    path = database(home)
    put_session(path)
    put_message(path, "msg_2", answer())
    assert totals(first + read(home, kept)) == (1, 30, 12_500)


def test_an_unreadable_database_makes_the_tree_wait(home):
    path = database(home)
    path.write_bytes(b"no database at all" * 300)
    kept = {}
    assert problems(read(home, kept)) == {"unreadable": 2}
    assert kept == {}


def test_a_subagent_is_told_with_the_session_above_it(home):
    tell_session(home, "ses_b", "ses_a", BEGUN + 500)
    tell_prompt(home, "msg_5", "ses_b", 600)
    tell_answer(home, "msg_6", "ses_b", at=700)
    found = facts(read(home))
    told = {fact.session.session: (fact.parent, fact.root) for fact in found["sessions"]}
    assert told == {"ses_a": (None, "ses_a"), "ses_b": ("ses_a", "ses_a")}
    assert [turn.session.session for turn in found["turns"]] == ["ses_a"]


def test_damage_is_counted_and_the_rest_is_read(home):
    put_file(home, "message/ses_a/msg_7.json", b'{"role":"assistant"')
    put_file(home, "message/ses_a/msg_8.json", b"")
    put_file(home, "message/ses_a/msg_9.json", b'{"role":"user","agent":"\xff"}')
    put_file(home, "part/msg_2/prt_9.json", b"[")
    (home / FOLDER / "storage/message/ses_a/msg_10.json").mkdir()
    (home / FOLDER / "storage/message/ses_a/notes.txt").write_text("x")
    batches = read(home)
    assert totals(batches) == (1, 30, 12_500)
    assert problems(batches) == {"not_json": 3, "not_text": 1, "no_time": 1}
    assert all(problem.example.startswith("ses_a") for batch in batches for problem in batch.problems)


def test_a_file_that_is_too_long_is_counted(home, monkeypatch):
    monkeypatch.setattr("outlay.readers.logs.opencode.tree.LONGEST_LINE", 1000)
    put_file(home, "message/ses_a/msg_7.json", b'{"role":"user"}' + b" " * 1000)
    assert problems(read(home)) == {"too_long": 1}


def test_a_session_without_its_description_is_read(tmp_path):
    tell_answer(tmp_path)
    [fact] = facts(read(tmp_path))["sessions"]
    assert (fact.root, fact.cwd, fact.started) == ("ses_a", None, BEGUN + 1000)


def test_a_session_that_went_away_is_a_problem(home):
    probe = probe_of(home)
    (home / FOLDER / "storage/message/ses_a").rename(home / "elsewhere")
    [batch] = READER.read(probe.files[0], None, bytes, probe)
    assert (problems([batch]), batch.bookmark) == ({"vanished": 1}, None)


def test_many_facts_come_in_slices(home, monkeypatch):
    monkeypatch.setattr("outlay.readers.logs.opencode.tree._ROWS", 1)
    batches = read(home)
    assert len(batches) > 2
    assert [batch.bookmark.mark.size < 0 for batch in batches][-2:] == [True, False]
    assert totals(batches) == (1, 30, 12_500)


def test_places_follow_the_environment(home, tmp_path):
    by_name = probe_of(tmp_path / "none", environment={"OPENCODE_DATA_DIR": str(home / FOLDER)})
    by_share = probe_of(tmp_path / "none", environment={"XDG_DATA_HOME": str(home / ".local/share")})
    assert len(by_name.files) == len(by_share.files) == 1
    assert probe_of(home, environment={"XDG_DATA_HOME": str(tmp_path / "none")}).files == ()


@pytest.mark.parametrize("part", [".", ".local", ".local/share", FOLDER])
def test_an_extra_folder_may_be_any_above_the_data(home, part):
    found = probe_of(home / "none", extra_roots=(home / part,))
    assert [root.state for root in found.roots] == [RootState.ABSENT, RootState.FOUND]
    assert len(found.files) == 1


def test_with_a_database_the_messages_of_the_tree_are_not_looked_at_one_by_one(home):
    database(home)
    before = probe_of(home).files
    message = home / FOLDER / "storage/message/ses_a/msg_2.json"
    aged(message, WRITTEN + 5)
    assert probe_of(home).files == before
    assert all("message" not in folder for folder in probe_of(home).folders)


def test_a_database_with_two_names_is_listed_once(home):
    path = database(home)
    os.link(path, path.with_name("opencode-dev.db"))
    (path.parent / "opencode-x.db").mkdir()
    assert [file.path.endswith(".db") for file in probe_of(home).files] == [True, False]


def test_a_data_folder_that_cannot_be_listed_is_failing(tmp_path):
    folder = tmp_path / FOLDER
    folder.parent.mkdir(parents=True)
    folder.symlink_to(folder)
    [root] = probe_of(tmp_path).roots
    assert (root.state, root.files) == (RootState.FAILING, 0)
