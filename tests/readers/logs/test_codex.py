import json
import os
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path

import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from codex_lines import (
    NAME,
    PACK,
    THREAD,
    count,
    events_of,
    facts_of,
    line,
    meta,
    probe_of,
    problems_of,
    read,
    rollout,
)
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.codex import READER

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "codex"


def test_a_file_that_vanished_is_a_problem(tmp_path):
    path = rollout(tmp_path, meta())
    probe = probe_of(tmp_path)
    path.unlink()
    batches = list(READER.read(probe.files[0], None, PACK, probe))
    assert problems_of(batches) == {ProblemKind.VANISHED: 1}


def test_a_file_that_does_not_begin_as_a_session_brings_nothing(tmp_path):
    rollout(tmp_path, count(10) + meta() + count(20))
    bookmarks = {}
    batches = read(tmp_path, bookmarks)
    assert not events_of(batches)
    assert problems_of(batches) == {ProblemKind.UNKNOWN_RECORD: 1}
    assert not problems_of(read(tmp_path, bookmarks))


def test_a_wild_clock_puts_no_request_into_another_age(tmp_path):
    wild = count(20).replace(b"2026-10-07", b"2099-10-07")
    wilder = count(30).replace(b"2026-10-07", b"1970-01-01")
    rollout(tmp_path, meta() + count(10) + wild + wilder)
    batches = read(tmp_path)
    assert len({event.moment for event in events_of(batches)}) == 1
    assert problems_of(batches)[ProblemKind.CLOCK] == 2


def test_a_file_written_after_a_leading_cd_lies_in_that_folder(tmp_path):
    command = "cd 'my notes' && cat > a.txt <<\\EOF\nfirst line of it\nEOF"
    call = {
        "type": "function_call",
        "name": "shell",
        "call_id": "c",
        "arguments": json.dumps({"command": command}),
    }
    done = {"type": "function_call_output", "call_id": "c", "output": "Exit code: 0\nOutput:\n"}
    rollout(tmp_path, meta() + line("response_item", call) + line("response_item", done))
    assert [edit.path for edit in facts_of(read(tmp_path))["edits"]] == ["/srv/ledger/my notes/a.txt"]


def test_a_merge_request_is_kept_without_what_let_the_tool_in(tmp_path):
    call = {
        "type": "function_call",
        "name": "shell",
        "call_id": "c",
        "arguments": '{"command": "glab mr create"}',
    }
    printed = (
        "Exit code: 0\nOutput:\nhttps://oauth2:glpat-CANARY@gitlab.com/a/b/c/-/merge_requests/3?x=CANARY\n"
    )
    done = {"type": "function_call_output", "call_id": "c", "output": printed}
    rollout(tmp_path, meta() + line("response_item", call) + line("response_item", done))
    batches = read(tmp_path)
    assert [fact.value for fact in facts_of(batches)["shell"]] == [
        "https://gitlab.com/a/b/c/-/merge_requests/3"
    ]
    assert b"CANARY" not in b"".join(batch.bookmark.state for batch in batches)


def test_a_session_without_an_id_has_the_one_of_its_name(tmp_path):
    rollout(tmp_path, meta(thread=None) + count(10))
    assert events_of(read(tmp_path))[0].session.session == THREAD


def test_a_session_without_any_id_is_refused(tmp_path):
    rollout(tmp_path, meta(thread=None) + count(10), name="rollout-x.jsonl")
    batches = read(tmp_path)
    assert not events_of(batches)
    assert problems_of(batches) == {ProblemKind.UNKNOWN_RECORD: 1}


def test_a_half_written_line_waits_for_the_next_reading(tmp_path):
    whole = meta() + count(10)
    path, bookmarks = rollout(tmp_path, whole + count(20)[:-9]), {}
    assert len(events_of(read(tmp_path, bookmarks))) == 1
    path.write_bytes(whole + count(20))
    assert [event.message_key for event in events_of(read(tmp_path, bookmarks))] == [
        f"codex:{THREAD}:20-0-1-0:0"
    ]
    assert not events_of(read(tmp_path, bookmarks))


def test_a_replaced_file_is_read_anew(tmp_path):
    path, bookmarks = rollout(tmp_path, meta() + count(10)), {}
    read(tmp_path, bookmarks)
    path.write_bytes(meta(cli_version="0.150.0") + count(30))
    batches = read(tmp_path, bookmarks)
    assert batches[0].replaces
    assert [event.message_key for event in events_of(batches)] == [f"codex:{THREAD}:30-0-1-0:0"]


def test_another_version_of_the_reader_reads_anew(tmp_path):
    path, bookmarks = rollout(tmp_path, meta() + count(10)), {}
    read(tmp_path, bookmarks)
    bookmarks[str(path)] = bookmarks[str(path)]._replace(version=0)
    assert read(tmp_path, bookmarks)[0].replaces


def test_a_state_that_cannot_be_understood_reads_anew(tmp_path):
    path, bookmarks = rollout(tmp_path, meta() + count(10)), {}
    read(tmp_path, bookmarks)
    bookmarks[str(path)] = bookmarks[str(path)]._replace(state=b"\xc1")
    batches = read(tmp_path, bookmarks)
    assert batches[0].replaces
    assert [event.session.session for event in events_of(batches)] == [THREAD]


def test_a_blank_first_line_is_no_session(tmp_path):
    rollout(tmp_path, b"\n" + meta() + count(10))
    batches = read(tmp_path)
    assert not any(facts_of(batches).values())
    assert problems_of(batches) == {ProblemKind.UNKNOWN_RECORD: 1}


def test_hostile_lines_are_counted_and_the_rest_is_read(tmp_path):
    hostile = [
        b"\x00\x01\xff\xfe\n",
        b'{"timestamp":"2026-10-07T10:00:06Z","type":"event_msg","payload":{"type":"token_count","info":{"la\n',
        b"[" * 100_000 + b"\n",
        b"17\n",
        line("event_msg", {"type": "token_count", "info": 17}),
        b'{"payload":{"usage":{"output_tokens":3}},"type":"new_kind"}\n',
        line("turn_context", {"model": "m", "cwd": "X"}).replace(b'"X"', b'"/srv/\xff"'),
        line("turn_context", {"model": "m", "cwd": "X"}).replace(b'"X"', b'"/srv/\\ud800"'),
        b"\n",
    ]
    rollout(tmp_path, meta() + b"".join(hostile) + count(10, second=9))
    batches = read(tmp_path)
    assert [event.model for event in events_of(batches)] == ["m"]
    assert problems_of(batches) == {
        ProblemKind.NOT_JSON: 3,
        ProblemKind.WRONG_TYPE: 2,
        ProblemKind.NOT_TEXT: 1,
        ProblemKind.UNKNOWN_RECORD: 1,
    }


def test_keys_in_another_order_are_found_by_decoding(tmp_path):
    record = json.loads(count(10))
    turned = {"payload": dict(reversed(record["payload"].items())), **record}
    output = {
        "payload": {"type": "function_call_output", "call_id": "c", "output": "Exit code: 1\nOutput:\n"}
    }
    call = {
        "type": "function_call",
        "name": "shell_command",
        "call_id": "c",
        "arguments": '{"command":"make all"}',
    }
    output |= {"type": "response_item", "timestamp": "2026-10-07T10:00:07Z"}
    lines = [
        json.dumps(turned).encode() + b"\n",
        line("response_item", call),
        json.dumps(output).encode() + b"\n",
    ]
    rollout(tmp_path, meta() + b"".join(lines))
    batches = read(tmp_path)
    assert len(events_of(batches)) == 1
    assert len(facts_of(batches)["shell"]) == 1


def test_names_and_paths_lose_control_characters_and_are_cut(tmp_path):
    git = {"branch": "b\x1b" * 300, "commit_hash": ""}
    rollout(tmp_path, meta(git=git, session_id="r\n" * 300, cli_version="\t") + count(10))
    (batch,) = read(tmp_path)
    (fact,) = batch.sessions
    assert (fact.branch, fact.root, fact.commit, fact.version) == ("b" * 100, "r" * 100, None, None)
    path = line("turn_context", {"model": "m\x00", "cwd": "/x\x07" * 2000})
    rollout(tmp_path, meta() + path + count(10))
    (event,) = events_of(read(tmp_path))
    assert (event.model, event.cwd) == ("m", "/x" * 1365 + "/")


def test_a_line_of_ten_megabytes_does_not_hide_the_next(tmp_path):
    big = line("response_item", {"type": "function_call_output", "call_id": "c", "output": "x" * 10_000_000})
    rollout(tmp_path, meta() + big + count(10))
    assert len(events_of(read(tmp_path))) == 1


def test_a_request_more_than_a_day_after_its_file_was_written_is_said_and_kept(tmp_path):
    path = rollout(tmp_path, meta() + count(10))
    os.utime(path, (1_700_000_000, 1_700_000_000))
    batches = read(tmp_path)
    assert len(events_of(batches)) == 1
    assert ProblemKind.CLOCK in problems_of(batches)


def test_a_slice_never_holds_more_than_ten_thousand_facts(tmp_path):
    rollout(tmp_path, meta() + b"".join(count(10 * n) for n in range(1, 20_001)))
    batches = read(tmp_path)
    assert len(events_of(batches)) == 20_000
    assert max(batch.rows for batch in batches) <= 10_000
    assert all(before.bookmark.offset < after.bookmark.offset for before, after in pairwise(batches))


def test_a_reading_that_was_stopped_goes_on_at_the_last_slice(tmp_path):
    data = meta() + b"".join(count(10 * n) for n in range(1, 20_001))
    for name in (NAME, NAME + ".zst"):
        home = tmp_path / name
        packed = zstandard.ZstdCompressor().compress(data) if name.endswith(".zst") else data
        rollout(home, packed, name=name)
        probe = probe_of(home)
        first = next(READER.read(probe.files[0], None, PACK, probe))
        rest = list(READER.read(probe.files[0], first.bookmark, PACK, probe))
        assert len(events_of([first, *rest])) == 20_000
        assert len({event.message_key for event in events_of([first, *rest])}) == 20_000


def test_what_is_remembered_of_a_long_session_stays_small(tmp_path):
    lines = []
    for number in range(300):
        call = {
            "type": "function_call",
            "name": "shell",
            "call_id": f"c{number}",
            "arguments": {"cmd": "make all"},
        }
        usage = {"input_tokens": 1, "output_tokens": 1}
        lines += [
            line("turn_context", {"turn_id": f"t{number}", "model": "m"}),
            line("response_item", call),
            line("token_usage_record", {"thread_id": THREAD, "response_id": f"r{number}", "usage": usage}),
        ]
    rollout(tmp_path, meta() + b"".join(lines))
    batches = read(tmp_path)
    assert len(events_of(batches)) == 300
    assert len(batches[-1].bookmark.state) < 8_000


def test_a_repeated_first_line_of_a_resumed_session_changes_nothing(tmp_path):
    rollout(tmp_path, meta() + count(10) + meta() + count(20))
    batches = read(tmp_path)
    assert len(events_of(batches)) == 2
    assert len(facts_of(batches)["sessions"]) == 1


def test_a_first_line_that_only_decoding_tells_is_judged_as_well(tmp_path):
    turned = {"payload": {"id": THREAD}, "type": "session_meta", "timestamp": "2026-10-07T10:00:01Z"}
    other = {"payload": {"id": THREAD}, "type": "other"}
    for first, events in ((turned, 1), (other, 0)):
        rollout(tmp_path, json.dumps(first).encode() + b"\n" + count(10))
        assert len(events_of(read(tmp_path))) == events


def test_neither_prompts_nor_code_nor_commands_leave_the_reader(tmp_path):
    canary = "canary-of-the-owner"
    patch = f"*** Begin Patch\n*** Update File: a.py\n@@\n-{canary}\n+{canary}\n*** End Patch"
    lines = [
        line("event_msg", {"type": "user_message", "message": canary}),
        line(
            "response_item",
            {"type": "custom_tool_call", "name": "apply_patch", "call_id": "c", "input": patch},
        ),
        line(
            "response_item",
            {"type": "function_call", "name": "shell", "call_id": "d", "arguments": {"cmd": canary}},
        ),
        line(
            "response_item",
            {"type": "custom_tool_call_output", "call_id": "c", "output": f"Exit code: 0 {canary}"},
        ),
        line("response_item", {"type": "function_call", "name": canary, "call_id": "e", "arguments": canary}),
        line("event_msg", {"type": "token_count", "info": canary}),
    ]
    rollout(tmp_path, meta(base_instructions={"text": canary}) + b"".join(lines))
    batches = read(tmp_path)
    assert len(facts_of(batches)["edits"]) == 1
    assert canary not in repr(batches)
    assert canary.encode() not in b"".join(batch.bookmark.state for batch in batches)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_reading_a_growing_file_in_pieces_brings_what_one_reading_brings(tmp_path_factory, data):
    case = data.draw(st.sampled_from(sorted(folder.name for folder in CASES.iterdir())))
    home = tmp_path_factory.mktemp("pieces")
    shutil.copytree(CASES / case / "input", home, dirs_exist_ok=True)
    whole = facts_of(read(home))
    growing = max(home.rglob("*.jsonl"), default=None)
    if growing is None:
        return
    content, bookmarks, batches = growing.read_bytes(), {}, []
    for end in sorted(data.draw(st.lists(st.integers(0, len(content)), max_size=4))):
        with growing.open("r+b") as stream:
            stream.truncate(0)
            stream.write(content[:end])
        batches += read(home, bookmarks)
    growing.write_bytes(content)
    batches += read(home, bookmarks)
    found = facts_of(batches)
    assert {name: Counter(rows) for name, rows in found.items()} == {
        name: Counter(rows) for name, rows in whole.items()
    }
