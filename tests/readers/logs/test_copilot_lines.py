"""Journals, exports and chats: read in pieces, damaged, hostile, and never keeping a word of what was said."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copilot_files import (
    SESSION,
    append_lines,
    facts,
    journal_at,
    kept,
    line,
    outputs,
    problems,
    read,
    shutdown,
    start,
    write_lines,
)
from outlay.domain.problems import ProblemKind

CHAT = "3e4f5a6b-3333-4c7d-8e9f-0a1b2c3d4e5f"
MOMENT = 1_790_330_400_000
CANARY = "canary-words-of-a-prompt"
CALL = "toolu_vrtx_0000000000000001"
PLACES = {
    "journal": f".copilot/session-state/{SESSION}/events.jsonl",
    "export": ".copilot/otel/a.jsonl",
    "chat": f".config/Code/User/workspaceStorage/w1/chatSessions/{CHAT}.jsonl",
    "snapshot": f".config/Code/User/workspaceStorage/w1/chatSessions/{CHAT}.json",
}


def tool(number, name, arguments, call=CALL, **done):
    asked = {"toolRequests": [{"toolCallId": call, "name": name, "arguments": arguments}]}
    return [
        line(
            "assistant.message", number, {"content": CANARY, "outputTokens": 3, "model": "gpt-5.4", **asked}
        ),
        line("tool.execution_complete", number + 1, {"toolCallId": call, "success": True, **done}),
    ]


def part(path, *texts):
    edits = [[{"text": text, "range": {}}] for text in texts]
    return {"kind": "textEditGroup", "uri": {"fsPath": path}, "edits": edits}


def asked(number, output=None, **more):
    told = {"requestId": f"request_00000000-0000-4000-8000-{number:012x}", "timestamp": MOMENT + number}
    if output is not None:
        told["result"] = {"metadata": {"promptTokens": 100, "outputTokens": output}}
    return {**told, "modelId": "copilot/gpt-5.4", "message": {"text": CANARY}, **more}


def journal_lines():
    return [
        start(),
        line("user.message", 2, {"content": CANARY}),
        *tool(3, "create", {"path": "/srv/a.py", "file_text": f"first_line = '{CANARY}'\nsecond_line = 2\n"}),
        *tool(5, "bash", {"command": f"echo {CANARY}"}, "toolu_vrtx_2", shellExecution={"exitCode": 2}),
        shutdown(7, 20),
        line("user.message", 8, {"content": CANARY}),
        *tool(
            9,
            "edit",
            {"path": "/srv/a.py", "old_str": "second_line = 2", "new_str": "third_line = 3"},
            "toolu_vrtx_3",
        ),
        shutdown(11, 33, reasoningTokens=4),
        line("assistant.message", 12, {"content": CANARY, "outputTokens": 5, "model": "gpt-5.4"}),
    ]


def export_lines():
    def told(span, output, **more):
        attributes = {
            "gen_ai.operation.name": "chat",
            "gen_ai.conversation.id": SESSION,
            "gen_ai.response.model": "gpt-5.4",
            "gen_ai.usage.input_tokens": 100,
            "gen_ai.usage.output_tokens": output,
            "gen_ai.input.messages": CANARY,
            **more,
        }
        return {"traceId": "t1", "spanId": span, "endTime": [1_781_082_060, 0], "attributes": attributes}

    record = told("s1", 4, **{"event.name": "gen_ai.client.inference.operation.details"})
    return [
        record,
        told("s1", 4),
        {},
        told("s2", 6),
        told("s0", 10, **{"gen_ai.operation.name": "invoke_agent"}),
    ]


def chat_lines():
    return [
        {"kind": 0, "v": {"sessionId": CHAT, "creationDate": MOMENT, "requests": [asked(1, 10)]}},
        {"kind": 2, "k": ["requests"], "v": [asked(2)]},
        {
            "kind": 2,
            "k": ["requests", 1, "response"],
            "v": [{"value": CANARY}, part("/srv/a.py", "one_line = 1")],
        },
        {"kind": 2, "k": ["requests", 1, "response", 1, "edits"], "v": [[{"text": "two_lines = 2"}]]},
        {
            "kind": 1,
            "k": ["requests", 1, "result"],
            "v": {"metadata": {"promptTokens": 7, "outputTokens": 20}},
        },
        {"kind": 2, "k": ["requests"], "v": [asked(3, 30)], "i": 1},
        {"kind": 1, "k": ["requests", 1, "completionTokens"], "v": 31},
    ]


LINES = {"journal": journal_lines(), "export": export_lines(), "chat": chat_lines()}


def at(home, kind):
    path = home / PLACES[kind]
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


@pytest.mark.parametrize("kind", LINES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_reading_in_pieces_equals_reading_at_once(tmp_path_factory, kind, data):
    home = tmp_path_factory.mktemp("home")
    whole = write_lines(at(home, kind), LINES[kind]).read_bytes()
    at_once = read(at(home, kind), home)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=5)))
    bookmark, pieces = None, []
    for cut in [*cuts, len(whole)]:
        at(home, kind).write_bytes(whole[:cut])
        pieces += read(at(home, kind), home, bookmark)
        bookmark = pieces[-1].bookmark
    assert kept(pieces) == kept(at_once)
    assert not any(batch.replaces for batch in pieces)
    assert problems(pieces) == {}


@pytest.mark.parametrize("kind", LINES)
def test_reading_on_from_the_bookmark_adds_nothing(tmp_path, kind):
    path = write_lines(at(tmp_path, kind), LINES[kind])
    [*_, last] = read(path, tmp_path)
    assert [batch.rows for batch in read(path, tmp_path, last.bookmark)] == [0]


@pytest.mark.parametrize("kind", LINES)
def test_not_a_word_is_kept(tmp_path, kind):
    path = write_lines(at(tmp_path, kind), LINES[kind])
    batches = read(path, tmp_path)
    assert kept(batches)["events"]
    assert CANARY not in "".join(map(str, batches))
    assert CANARY.encode() not in b"".join(batch.bookmark.state for batch in batches)


@pytest.mark.parametrize("kind", LINES)
def test_small_slices_say_the_same(tmp_path, kind, monkeypatch):
    path = write_lines(at(tmp_path, kind), LINES[kind])
    whole = read(path, tmp_path)
    monkeypatch.setattr("outlay.readers.logs.copilot.line_files.ROWS", 1)
    slices = read(path, tmp_path)
    assert len(slices) > len(whole)
    assert kept(slices) == kept(whole)
    assert sum(batch.bytes_read for batch in slices) == path.stat().st_size


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**25), 10**25) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def mangled(draw, kind):
    """A sound line in which some value, however deep, is another one."""
    sound = json.loads(json.dumps(draw(st.sampled_from(LINES[kind]))))
    spot = sound
    while True:
        keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
        if not keys:
            return sound
        key = draw(st.sampled_from(keys))
        if isinstance(spot[key], dict | list) and draw(st.booleans()):
            spot = spot[key]
            continue
        spot[key] = draw(JSON)
        return sound


@pytest.mark.parametrize("kind", LINES)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_line_is_an_exception(tmp_path_factory, kind, data):
    home = tmp_path_factory.mktemp("home")
    lines = data.draw(st.lists(mangled(kind), min_size=1, max_size=4))
    path = at(home, kind)
    path.write_bytes(
        b"".join(json.dumps(one).encode() + b"\n" for one in lines)
        + data.draw(st.binary(max_size=20))
        + b"\n"
    )
    batches = read(path, home)
    assert batches[-1].bookmark.offset == path.stat().st_size


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'{"type":"user.message","data":{}', ProblemKind.NOT_JSON),
        (b"[1]", ProblemKind.WRONG_TYPE),
        (b'{"type":"session.start","timestamp":"2026-06-10T09:00:00Z","data":[]}', ProblemKind.WRONG_TYPE),
        (b'{"type":"user.message","timestamp":"2026-06-10T09:00:00Z","data":{"content":"\xff"}}', None),
        (b'{"type":"user.message","data":{}}', ProblemKind.NO_TIME),
    ],
)
def test_a_damaged_line_is_counted_and_reading_goes_on(tmp_path, raw, kind):
    journal = write_lines(journal_at(tmp_path), [start()])
    with journal.open("ab") as more:
        more.write(raw + b"\n")
    append_lines(journal, [shutdown(9, 5)])
    batches = read(journal, tmp_path)
    assert outputs(batches) == [5]
    assert problems(batches) == ({kind: 1} if kind else {})


def test_counters_of_wrong_types_are_counted_and_the_sound_ones_are_read(tmp_path):
    bad = {
        "inputTokens": "1000",
        "outputTokens": 5,
        "cacheReadTokens": None,
        "cacheWriteTokens": -3,
        "reasoningTokens": {},
    }
    metrics = {"gpt-5.4": {"requests": [], "usage": bad}, "__proto__": {"usage": {"outputTokens": 1}}, "": 4}
    journal = write_lines(
        journal_at(tmp_path), [start(), line("session.shutdown", 2, {"modelMetrics": metrics})]
    )
    batches = read(journal, tmp_path)
    found = {event.model: event.tokens for event in facts(batches, "events")}
    assert found["gpt-5.4"][:2] == (1000, None)
    assert set(found) == {"gpt-5.4", "__proto__"}
    assert problems(batches) == {ProblemKind.WRONG_TYPE: 1}


@given(growths=st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_legs_add_up_to_the_last_total(tmp_path_factory, growths):
    home = tmp_path_factory.mktemp("home")
    totals = [sum(growths[: number + 1]) for number in range(len(growths))]
    lines = [shutdown(number, total) for number, total in enumerate(totals, 2)]
    journal = write_lines(journal_at(home), [start(), *lines])
    assert sum(outputs(read(journal, home))) == totals[-1]


def test_a_total_that_fell_is_a_new_count(tmp_path):
    journal = write_lines(journal_at(tmp_path), [start(), shutdown(2, 50), shutdown(3, 20), shutdown(4, 25)])
    assert outputs(read(journal, tmp_path)) == [5, 20, 50]


def test_the_older_form_of_a_journal_brings_the_same_keys(tmp_path):
    folder = write_lines(journal_at(tmp_path), journal_lines())
    flat = write_lines(tmp_path / f".copilot/session-state/{SESSION}.jsonl", journal_lines())
    both = [*read(folder, tmp_path), *read(flat, tmp_path)]
    assert outputs(both) == outputs(read(folder, tmp_path))


def test_only_a_prompt_of_a_person_is_a_turn(tmp_path):
    given_by_tool = [{"source": "skill-x"}, {"parentToolCallId": CALL}]
    messages = [
        line("user.message", number, data)
        for number, data in enumerate([{}, *given_by_tool, {"source": "user"}])
    ]
    journal = write_lines(journal_at(tmp_path), [start(9), *messages])
    assert [turn.number for turn in facts(read(journal, tmp_path), "turns")] == [1, 2]


def test_edits_that_are_pushed_again_are_not_told_again(tmp_path):
    chat = write_lines(at(tmp_path, "chat"), chat_lines()[:4])
    first = read(chat, tmp_path)
    again = part("/srv/a.py", "one_line = 1", "two_lines = 2", "three_lines = 3")
    append_lines(chat, [{"kind": 2, "k": ["requests", 1, "response"], "v": [again], "i": 1}])
    second = read(chat, tmp_path, first[-1].bookmark)
    assert [edit.part for edit in facts(first, "edits")] == [0, 1]
    assert [edit.part for edit in facts(second, "edits")] == [2]


@pytest.mark.parametrize("position", [10**25, -1, "__proto__", None, 10**17])
def test_a_position_that_cannot_be_is_counted(tmp_path, position):
    lines = [
        *chat_lines()[:2],
        {"kind": 1, "k": ["requests", 1, "response", position], "v": part("/a.py", "x_line")},
    ]
    batches = read(write_lines(at(tmp_path, "chat"), lines), tmp_path)
    assert (outputs(batches), facts(batches, "edits")) == ([10], [])
    assert problems(batches) == {ProblemKind.WRONG_TYPE: 1}


def test_a_whole_session_written_anew_brings_what_is_new(tmp_path):
    path = at(tmp_path, "snapshot")
    path.write_text(json.dumps({"sessionId": CHAT, "requests": [asked(1, 10)]}))
    [first] = read(path, tmp_path)
    path.write_text(json.dumps({"sessionId": CHAT, "requests": [asked(1, 10), asked(2, 20)]}))
    [second] = read(path, tmp_path, first.bookmark)
    assert (outputs([first]), outputs([second]), second.replaces) == ([10], [20], False)
    assert [turn.number for turn in facts([first, second], "turns")] == [1, 2]


def test_a_whole_session_half_written_waits(tmp_path):
    path = at(tmp_path, "snapshot")
    whole = json.dumps({"sessionId": CHAT, "requests": [asked(1, 10)]})
    path.write_text(whole[:-5])
    [first] = read(path, tmp_path)
    assert problems([first]) == {ProblemKind.NOT_JSON: 1}
    path.write_text(whole)
    assert outputs(read(path, tmp_path, first.bookmark)) == [10]


def test_a_request_is_counted_once_its_answer_ended(tmp_path):
    chat = write_lines(at(tmp_path, "chat"), [{"kind": 2, "v": [asked(1, completionTokens=5)]}])
    first = read(chat, tmp_path)
    append_lines(chat, [{"kind": 1, "k": ["requests", 0, "result"], "v": {"details": "GPT-5 • 1.5x"}}])
    [event] = facts(read(chat, tmp_path, first[-1].bookmark), "events")
    assert facts(first, "events") == []
    assert (event.tokens.output, event.reported_unit, event.reported_units) == (
        5,
        "premium_request",
        1_500_000,
    )
