"""Reading in pieces: whatever is read in one go comes out the same when the file is met while it grows."""

import json
import os
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claude_lines import response
from outlay.domain.usage import SessionFact, UsageEvent
from outlay.readers.interface import LogFile, Probe
from outlay.readers.logs.claude_code import READER
from outlay.readers.logs.lines import mark_of
from outlay.rules.copies import better_copy, is_replay
from outlay.system.line_hashes import line_packer

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "claude_code"
LOGS = sorted(path for path in CASES.rglob("*.jsonl") if path.stat().st_size)
NOTHING = Probe((), ())
SECRETS = (
    b"never written",
    b"lost",
    b"new line",
    b"old line",
    b"make all",
    b"not written",
    b"two = 3",
    b"second file",
)

pack_lines = line_packer(7)


def read(path, bookmark=None):
    file = LogFile(str(path), mark_of(path.stat()))
    return list(READER.read(file, bookmark, pack_lines, NOTHING))


def kept(batches):
    """What a store holds after these batches: facts by their keys, events and sessions merged."""
    events: dict[tuple[str, str], UsageEvent] = {}
    sessions: dict[object, SessionFact] = {}
    for batch in batches:
        for event in batch.events:
            key = (event.message_key, event.request_key)
            events[key] = better_copy(events[key], event) if key in events else event
        for fact in batch.sessions:
            sessions.setdefault(fact.session, fact)
    copies = defaultdict(list)
    for event in events.values():
        copies[event.message_key].append(event)
    replays = {k for k, event in events.items() if any(is_replay(event, one) for one in copies[k[0]])}
    return {
        "events": {key: event for key, event in events.items() if key not in replays},
        "sessions": set(sessions),
        "turns": {(t.session, t.number): t for batch in batches for t in batch.turns},
        "edits": {(e.call, e.part): e for batch in batches for e in batch.edits},
        "shell": {(s.call, s.kind, s.value): s for batch in batches for s in batch.shell},
        "reported": {(r.session, r.model): r for batch in batches for r in batch.reported},
    }


def read_in_pieces(path, content, cuts):
    """Read a file that grows to each of the cuts in turn, and then to its end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    batches, bookmark, done = [], None, 0
    for cut in [*sorted(cuts), len(content)]:
        with path.open("ab") as growing:
            growing.write(content[done:cut])
        os.utime(path, (1_789_100_000, 1_789_100_000))
        batches += read(path, bookmark)
        bookmark, done = batches[-1].bookmark, max(done, cut)
    return batches


@pytest.mark.parametrize("log", LOGS, ids=lambda log: f"{log.relative_to(CASES).parts[0]}-{log.stem[-4:]}")
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_log_read_while_it_grows_comes_to_the_same(log, tmp_path, data):
    content = log.read_bytes()
    cuts = data.draw(st.lists(st.integers(1, len(content)), max_size=6))
    path = tmp_path / log.parent.name / log.name
    at_once = read_in_pieces(path, content, [])
    in_pieces = read_in_pieces(path, content, cuts)
    assert kept(in_pieces) == kept(at_once)
    assert problems_of(in_pieces) == problems_of(at_once)


def problems_of(batches):
    found: dict[str, int] = {}
    for problem in (problem for batch in batches for problem in batch.problems):
        found[problem.kind] = found.get(problem.kind, 0) + problem.times
    return found


def test_a_bookmark_holds_hashes_and_no_text_of_a_call_that_waits(tmp_path):
    [log] = (CASES / "edits").rglob("*.jsonl")
    content = log.read_bytes()
    cuts = [at + 1 for at, byte in enumerate(content) if byte == ord("\n")]
    for batch in read_in_pieces(tmp_path / log.name, content, cuts):
        assert not [secret for secret in SECRETS if secret in batch.bookmark.state]


def request_line(number, output=1):
    usage = {"input_tokens": 1, "output_tokens": output}
    message = {"id": f"msg_{number}", "role": "assistant", "model": "claude-opus-5", "usage": usage}
    record = {"type": "assistant", "sessionId": "s", "requestId": f"req_{number}", "message": message}
    return json.dumps(record | {"timestamp": "2026-09-10T08:00:00.000Z"}).encode() + b"\n"


def test_a_long_log_comes_in_slices_that_each_can_be_gone_on_from(tmp_path):
    path = tmp_path / "s.jsonl"
    path.write_bytes(b"".join(map(request_line, range(21_000))))
    batches = read(path)
    assert len(batches) == 3
    assert max(batch.rows for batch in batches) <= 10_000
    assert sum(len(batch.events) for batch in batches) == 21_000
    assert sum(batch.bytes_read for batch in batches) == path.stat().st_size
    assert kept([batches[0], *read(path, batches[0].bookmark)]) == kept(batches)


def test_a_response_split_over_two_readings_never_gets_smaller(tmp_path):
    path = tmp_path / "s.jsonl"
    path.write_bytes(request_line(1, output=90))
    first = read(path)
    with path.open("ab") as growing:
        growing.write(request_line(1, output=5))
    [batch] = read(path, first[-1].bookmark)
    assert [event.tokens.output for event in batch.events] == [90]


def test_a_search_told_of_after_the_reading_hands_its_request_over_again(tmp_path):
    [log] = (CASES / "web_search").rglob("*.jsonl")
    content = log.read_bytes()
    first_line = content.index(b"\n") + 1
    batches = read_in_pieces(tmp_path / log.name, content, [first_line])
    assert [event.web_searches for event in batches[0].events] == [0]
    assert {event.message_key: event.web_searches for event in batches[1].events}["claude:msg_01"] == 3


def test_results_of_tools_that_say_nothing_are_passed_over(tmp_path):
    call = {"type": "tool_use", "id": "toolu_read", "name": "Read", "input": {"file_path": "/a"}}
    part = {"tool_use_id": "toolu_read", "type": "tool_result", "content": "x" * 100_000}
    result = {"type": "user", "sessionId": "s", "message": {"role": "user", "content": [part]}}
    path = tmp_path / "s.jsonl"
    asked = response(session="s")
    asked["message"]["content"] = [call]
    path.write_bytes(json.dumps(asked).encode() + b"\n")
    [batch] = read(path)
    before = batch.rows
    path.write_bytes(path.read_bytes() + json.dumps(result).encode() + b"\n")
    [batch] = read(path)
    assert (batch.rows, batch.answers, batch.problems) == (before, [], [])


@given(st.binary(max_size=300))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_the_reader_fail(tmp_path, noise):
    path = tmp_path / "s.jsonl"
    path.write_bytes(request_line(1) + noise.replace(b"\n", b" ") + b"\n" + request_line(2))
    [batch] = read(path)
    assert {event.message_key for event in batch.events} == {"claude:msg_1", "claude:msg_2"}


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("type", "sessionId", "requestId", "timestamp", "cwd", "gitBranch", "isSidechain", "message", "uuid")
PARTS = ("id", "model", "content", "usage", "role")
COUNTERS = ("input_tokens", "output_tokens", "cache_creation", "server_tool_use", "iterations", "speed")


@given(
    field=st.sampled_from([*FIELDS, *PARTS, *COUNTERS, "toolUseResult", "attachment"]),
    value=json_values,
)
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_field_of_any_kind_of_value_never_makes_the_reader_fail(tmp_path, field, value):
    record = json.loads(request_line(1))
    message = record["message"]
    place = dict.fromkeys(PARTS, message) | dict.fromkeys(COUNTERS, message["usage"])
    place.get(field, record)[field] = value
    path = tmp_path / "s.jsonl"
    path.write_bytes(json.dumps(record).encode() + b"\n" + request_line(2))
    [batch] = read(path)
    assert "claude:msg_2" in {event.message_key for event in batch.events}
    assert len(batch.events) + len(batch.problems) >= 1


def test_half_a_surrogate_pair_in_any_text_is_read_over(tmp_path):
    path = tmp_path / "s.jsonl"
    line = request_line(1).replace(b'"usage"', rb'"content":[{"type":"text","text":"\ud83d"}],"usage"')
    prompt = rb'{"type":"user","sessionId":"s","cwd":"/a\ud83d","message":{"role":"user","content":"\ud83d"}}'
    path.write_bytes(line + prompt + b"\n")
    batches = read(path)
    assert [event.message_key for event in batches[0].events] == ["claude:msg_1"]
    assert problems_of(batches)["not_text"] >= 1


def test_a_tool_input_of_the_wrong_kind_is_counted(tmp_path):
    part = {"type": "tool_use", "id": "t1", "name": "Edit", "input": {"file_path": 7, "new_string": "x"}}
    path = tmp_path / "s.jsonl"
    path.write_bytes(
        request_line(1).replace(b'"usage"', b'"content":[%s],"usage"' % json.dumps(part).encode())
    )
    assert problems_of(read(path)) == {"wrong_type": 1}
