"""Agents' transcripts: in pieces, damaged, and in the odd forms of older and newer builds."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cursor_files import PACK, asked, facts, line, problems, read, transcript, wrote
from outlay.readers.logs.cursor.edits import changes_in_patch
from outlay.readers.logs.cursor.transcripts import session_of, stamp_in

STAMPED = 1789371660000
"""2026-09-14 07:41 UTC, what `asked` says."""


def calls(batches):
    return [edit.call for edit in facts(batches)["edits"]]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Monday, Jan 5, 2026, 1:20 PM (UTC+02:00)", "2026-01-05T11:20:00+00:00"),
        ("Friday, Jul 31, 2026, 5:10 PM (UTC-5)", "2026-07-31T22:10:00+00:00"),
        ("Thursday, Jan 8, 2026, 12:30 AM (UTC+5:30)", "2026-01-07T19:00:00+00:00"),
        ("Monday, Sep 14, 2026, 1:05 PM (UTC)", "2026-09-14T13:05:00+00:00"),
        ("Monday, Feb 31, 2026, 1:05 PM (UTC)", None),
        ("Monday, Sep 14, 2026, 1:05 PM (UTC+99)", None),
        ("Sat", None),
    ],
)
def test_the_minute_a_prompt_was_sent_is_read_in_every_zone(text, iso):
    assert stamp_in(f"before\n<timestamp>{text}</timestamp>\n<user_query>") == iso


def test_edits_before_the_first_time_take_the_files_and_say_so(tmp_path):
    path = transcript(tmp_path, [wrote(), asked(), wrote()])
    os.utime(path, (1790000000, 1790000000))
    found = read(path)
    assert [edit.moment for edit in facts(found)["edits"]] == [1790000000000, STAMPED]
    assert problems(found) == {"no_time": 1}


def test_a_lines_own_time_goes_before_the_prompts(tmp_path):
    path = transcript(tmp_path, [asked(), line("assistant", timestamp="2026-09-14T08:00:00Z"), wrote()])
    assert [edit.moment - STAMPED for edit in facts(read(path))["edits"]] == [19 * 60 * 1000]


def test_a_call_with_an_id_of_the_models_provider_keeps_it_and_a_short_one_does_not(tmp_path):
    path = transcript(tmp_path, [asked(), wrote(id="toolu_01ABCDEFGHIJKL"), wrote(id="edit")])
    first, second = calls(read(path))
    assert first == "toolu_01ABCDEFGHIJKL"
    assert second.startswith("cursor:one:")


def test_prompts_replies_and_code_leave_as_hashes_alone(tmp_path):
    path = transcript(tmp_path, [asked("canary"), wrote(contents="canary = 123456"), b'{"canary\n'])
    found = read(path)
    assert problems(found) == {"not_json": 1}
    assert "canary" not in repr(found)
    [edit] = facts(found)["edits"]
    assert edit.added == PACK([b"canary = 123456"])


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (
            b'{"role":"assistant","message":{"content":[{"type":"tool_use","name":"Write","input":7}]}}\n',
            {"wrong_type"},
        ),
        (
            b'{"role":"assistant","message":{"content":[7,{"type":"tool_use","name":"Write"}]}}\n',
            {"wrong_type"},
        ),
        (b'{"role":"assistant","message":{"content":{"__proto__":1}}}\n', {"wrong_type"}),
        (b'{"role":"assistant","message":null,"__proto__":{}}\n', set()),
        (b"[]\n", {"wrong_type"}),
        (b'{"role":"assistant","message":{"content":"\xff"}}\n', {"not_text"}),
        (b'{"role":"tool","message":{"content":[{"type":"tool_use","name":"Write"}]}}\n', {"unknown_record"}),
        (b'{"type":"turn_ended","status":"success"}\n', set()),
        (b"\n", set()),
        (b"[" * 100_000 + b"\n", {"not_json"}),
    ],
)
def test_an_odd_line_is_counted_and_what_follows_is_read(tmp_path, content, kinds):
    found = read(transcript(tmp_path, [asked(), content, wrote()]))
    assert len(facts(found)["edits"]) == 1
    assert set(problems(found)) == kinds


def test_a_number_where_text_belongs_is_dropped_alone(tmp_path):
    odd = line(
        "assistant",
        {
            "type": "tool_use",
            "name": "Write",
            "input": {"path": "/a", "contents": "abcdef1", "old_string": 7},
        },
    )
    found = read(transcript(tmp_path, [asked(), odd]))
    assert [edit.path for edit in facts(found)["edits"]] == ["/a"]
    assert problems(found) == {"wrong_type": 1}


def test_a_call_that_names_no_file_or_no_line_is_no_edit(tmp_path):
    bare = line("assistant", {"type": "tool_use", "name": "StrReplace", "input": {"path": "/a"}})
    found = read(transcript(tmp_path, [asked(), bare, wrote(path=""), wrote(path="\n")]))
    assert (facts(found)["edits"], problems(found)) == ([], {})


def test_many_edits_come_in_slices_below_ten_thousand(tmp_path):
    path = transcript(tmp_path, [asked(), wrote() * 8_500])
    found = read(path)
    assert [batch.rows for batch in found] == [8_000, 501]
    assert calls(found[:1] + read(path, found[0].bookmark)) == calls(found)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 1_400), max_size=6))
def test_reading_in_pieces_gives_what_reading_at_once_gives(tmp_path_factory, cuts):
    whole = b"".join(
        [
            asked(),
            wrote(),
            wrote("/srv/b.py"),
            b'{"type":"turn_ended"}\n',
            asked("more"),
            wrote(),
            b"{broken\n",
        ]
    )
    path = transcript(tmp_path_factory.mktemp("home"), [whole])
    at_once = read(path)
    path.write_bytes(b"")
    bookmark, pieces = None, []
    for cut in [*sorted(cuts), len(whole)]:
        with path.open("r+b") as file:
            file.write(whole[:cut])
        batches = read(path, bookmark)
        bookmark = batches[-1].bookmark
        pieces += batches
    assert facts(pieces) == facts(at_once)
    assert problems(pieces) == problems(at_once)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 400), max_size=6))
def test_plain_text_in_pieces_gives_what_it_gives_at_once(tmp_path_factory, cuts):
    call = "[Tool call] Write\n  path: /srv/a.py\n  contents: value = 12345\n\n[Tool result] Write\n\nassistant:\n"
    whole = (
        "user:\n<timestamp>Monday, Sep 14, 2026, 7:41 AM (UTC)</timestamp>\n\nassistant:\n" + call * 3
    ).encode()
    path = transcript(tmp_path_factory.mktemp("home"), [whole], "one.txt")
    at_once, bookmark, pieces = read(path), None, []
    path.write_bytes(b"")
    for cut in [*sorted(cuts), len(whole)]:
        with path.open("r+b") as file:
            file.write(whole[:cut])
        batches = read(path, bookmark)
        bookmark = batches[-1].bookmark
        pieces += batches
    assert calls(pieces) == calls(at_once)
    assert len(set(calls(at_once))) == 3
    assert [edit.added for edit in facts(pieces)["edits"]] == [edit.added for edit in facts(at_once)["edits"]]


@pytest.mark.parametrize("name", ["one.txt", "one.jsonl"])
def test_a_transcript_that_is_gone_or_may_not_be_read_is_a_problem(tmp_path, name):
    path = transcript(tmp_path, [asked()], name)
    [*_, last] = read(path)
    assert read(path, last.bookmark)[0].rows == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cursor_files.file_of", lambda _: type("F", (), {"path": str(path)}))
        path.unlink()
        assert problems(read(path)) == {"vanished": 1}
        path.mkdir()
        assert problems(read(path)) == {"unreadable": 1}


def test_plain_text_that_is_not_text_is_counted_and_read(tmp_path):
    call = b"[Tool call] Write\n  path: /srv/a.py\n  contents: value = 12345\xff\n\n[Tool result] Write\n"
    found = read(transcript(tmp_path, [call], "one.txt"))
    assert len(calls(found)) == 1
    assert problems(found) == {"not_text": 1, "no_time": 1}


def test_both_forms_of_a_transcript_name_their_calls_alike(tmp_path):
    stamp = "<timestamp>Monday, Sep 14, 2026, 7:41 AM (UTC)</timestamp>"
    call = "assistant:\n[Tool call] Write\n  path: /srv/a.py\n  contents: value = 12345\n\n[Tool result] Write\n\n"
    text = f"user:\n{stamp}\n\n{call}{call}user:\nagain\n"
    older = read(transcript(tmp_path, [text.encode()], "one.txt"))
    newer = read(transcript(tmp_path, [asked(), wrote(), wrote(), line("user")], "one.jsonl"))
    assert calls(older) == calls(newer)
    assert len(set(calls(newer))) == 2


def test_a_conversation_taken_back_and_written_anew_keeps_what_was_and_adds_what_is(tmp_path):
    path = transcript(tmp_path, [asked(), wrote("/a"), wrote("/b")])
    before = read(path)
    after = read(transcript(tmp_path, [asked(), wrote("/b"), wrote("/c")]))
    assert calls(after)[0] == calls(before)[1]
    assert calls(after)[1] not in calls(before)


def test_an_agents_path_names_its_conversation_with_either_separator():
    assert session_of(r"C:\u\agent-transcripts\talk\subagents\helper.jsonl") == ("cursor", "talk", "helper")
    assert session_of("/u/agent-transcripts/talk/talk.jsonl") == ("cursor", "talk", "")


def test_a_patch_without_files_changes_nothing():
    assert changes_in_patch("*** Begin Patch\n+floating\n*** End Patch") == []
