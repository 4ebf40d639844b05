"""An answer that is read again, written anew or copied shows its code once, and under the same name."""

import json

import pytest

from case_homes import LOGS, home_of
from copilot_files import append_lines, facts, write_lines
from copilot_files import read as read_copilot
from cursor_files import asked, transcript
from cursor_files import facts as cursor_facts
from cursor_files import line as cursor_line
from cursor_files import read as read_cursor
from opencode_stores import answer, database, put_message, put_part, put_prompt, put_session
from opencode_stores import facts as opencode_facts
from opencode_stores import read as read_opencode
from outlay.readers.interface import Surroundings
from outlay.readers.logs import READERS
from outlay.system.line_hashes import LinePacker
from readable_lines import ReadableLines

CODE = "```py\nshown_value = 12345\n```"
EVERY = sorted(reader.tool for reader in READERS)


def chats(batches):
    return [edit for batch in batches for edit in batch.edits if edit.kind == "chat"]


@pytest.mark.parametrize("tool", EVERY)
def test_every_edit_of_every_reader_has_the_runs_of_what_it_added(tool, tmp_path):
    reader = next(one for one in READERS if one.tool == tool)
    for case in sorted((LOGS / tool).iterdir()):
        home = home_of(tool, case.name, tmp_path / case.name)
        probe = reader.probe(Surroundings(home, {}))
        batches = [batch for file in probe.files for batch in reader.read(file, None, ReadableLines(), probe)]
        edits = [edit for batch in batches for edit in batch.edits]
        assert [edit.runs for edit in edits] == [edit.added for edit in edits]


@pytest.mark.parametrize("tool", EVERY)
def test_shown_code_is_in_no_bookmark_and_comes_under_the_same_calls_in_two_readings(tool, tmp_path):
    reader = next(one for one in READERS if one.tool == tool)
    home = home_of(tool, "shown_code", tmp_path)
    probe = reader.probe(Surroundings(home, {}))
    packers = (ReadableLines(), ReadableLines(), LinePacker(7))
    first, again, hashed = (
        [batch for file in probe.files for batch in reader.read(file, None, packer, probe)]
        for packer in packers
    )
    assert chats(first) == chats(again) != []
    assert len(chats(hashed)) == len(chats(first))
    assert not [batch for batch in hashed if batch.bookmark and b"price" in batch.bookmark.state]
    assert all(edit.path == "" and edit.removed == b"" for edit in chats(first))


def test_a_chat_on_disk_shows_its_code_once_its_request_is_done(tmp_path):
    request = {"requestId": "request_0000000000000001", "timestamp": 1790330100000}
    begun = {"kind": 0, "v": {"sessionId": "s1", "requests": [request | {"response": [{"value": CODE}]}]}}
    path = write_lines(tmp_path / ".config/Code/User/workspaceStorage/w1/chatSessions/s1.jsonl", [begun])
    first = read_copilot(path, tmp_path)
    assert chats(first) == []
    assert b"shown_value" not in first[-1].bookmark.state
    append_lines(path, [{"kind": 1, "k": ["requests", 0, "result"], "v": {"details": "x"}}])
    second = read_copilot(path, tmp_path, first[-1].bookmark)
    assert [edit.call for edit in chats(second)] == ["request_0000000000000001/shown"]
    append_lines(path, [{"kind": 1, "k": ["requests", 0, "response", 0], "v": {"value": f"{CODE} "}}])
    assert facts(read_copilot(path, tmp_path, second[-1].bookmark), "edits") == []


def test_a_whole_session_written_again_adds_only_what_is_new(tmp_path):
    path = tmp_path / ".config/Code/User/workspaceStorage/w1/chatSessions/s1.json"
    path.parent.mkdir(parents=True)
    request = {"requestId": "request_0000000000000001", "timestamp": 1790330100000, "result": {}}
    session = {"sessionId": "s1", "requests": [request | {"response": [{"value": CODE}]}]}
    path.write_text(json.dumps(session))
    first = read_copilot(path, tmp_path)
    session["requests"][0]["response"].append({"value": "```\nother_value = 1\n```"})
    path.write_text(json.dumps(session))
    second = read_copilot(path, tmp_path, first[-1].bookmark)
    assert [[edit.part for edit in chats(one)] for one in (first, second)] == [[0], [1]]


def test_an_answer_of_opencode_keeps_its_call_in_a_fork(tmp_path):
    path = database(tmp_path)
    put_session(path)
    put_session(path, "ses_b", created=1_791_000_900_000)
    for session, ident in (("ses_a", "msg_1"), ("ses_b", "msg_2")):
        put_prompt(path, f"{ident}0", session=session)
        put_message(path, ident, answer(), session)
        put_part(path, f"prt_{ident}", ident, {"type": "text", "text": CODE}, session)
    one, other = chats(read_opencode(tmp_path))
    assert (one.call, one.part, one.added) == (other.call, other.part, other.added)
    assert opencode_facts(read_opencode(tmp_path))["edits"] == [one, other]


def test_an_answer_of_cursor_has_one_name_in_both_forms_of_a_transcript(tmp_path):
    stamp = "<timestamp>Monday, Sep 14, 2026, 7:41 AM (UTC)</timestamp>"
    in_lines = transcript(tmp_path, [asked(), cursor_line("assistant", {"type": "text", "text": CODE})])
    plain = f"user:\n{stamp}\ngo\n\nassistant:\n{CODE}\n\nuser:\nthanks\n".encode()
    in_text = transcript(tmp_path, [plain], "one.txt")
    (one,) = cursor_facts(read_cursor(in_lines))["edits"]
    (other,) = cursor_facts(read_cursor(in_text))["edits"]
    assert one == other
