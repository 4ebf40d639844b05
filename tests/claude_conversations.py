"""Homes of Claude Code as they come about: growing responses, subagents, resumed and replayed copies, damage."""

import json
from typing import Any, NamedTuple

from hypothesis import strategies as st

from claude_lines import response
from growing_logs import Log
from outlay.domain.moments import UtcMillis, datetime_of

Line = dict[str, Any]

MODELS = ("claude-opus-4-6", "claude-haiku-4-5")
_FOLDER = ".claude/projects/-home-a-shop"
_START_MS = 1_795_391_700_000
"""2026-11-22T23:55Z: conversations go over midnight."""
_STEP_MS = 40_000
_NOISE = (
    b"",
    b"null",
    b"[]",
    b"{}",
    b'{"type":"assistant"}',
    b'{"type":"assistant","message":7}',
    b'{"type":"assistant","message":{"usage":',
    b"\xff\xfe\x00",
    b'{"type":"user","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":9}]}}',
)


class Asked(NamedTuple):
    """One response: the outputs its lines tell one after the other, and how many responses later the rest comes."""

    outputs: list[int]
    tokens: tuple[int, int, int, int]
    model: str
    delay: int
    has_request: bool
    sidechain: bool
    fault: str


class Damage(NamedTuple):
    """A line put in, or a line said again (`noise` None), at a place; places go round."""

    at: int
    noise: bytes | None


class CopyOf(NamedTuple):
    """A copy of a session's first lines in a new file."""

    source: int
    part: int
    form: str
    goes_on: bool


counts = st.integers(0, 3000)
asked = st.builds(
    Asked,
    st.lists(counts, min_size=1, max_size=4),
    st.tuples(counts, counts, counts, counts),
    st.sampled_from(MODELS),
    st.integers(0, 5),
    st.sampled_from((True, True, True, False)),
    st.booleans(),
    st.sampled_from(("", "", "", "cwd", "usage text", "no input", "negative", "time", "part")),
)
damages = st.lists(st.builds(Damage, st.integers(0, 30), st.none() | st.sampled_from(_NOISE)), max_size=4)
copies = st.builds(
    CopyOf,
    st.integers(0, 2),
    st.integers(1, 10),
    st.sampled_from(("resumed", "doubled", "lost request", "sidechain", "nested")),
    st.booleans(),
)


@st.composite
def homes(draw: st.DrawFn) -> list[Log]:
    """Logs of some sessions with their subagents and copies."""
    talks = [
        _lines(f"s{n}", draw(st.lists(asked, min_size=1, max_size=5)), n)
        for n in range(draw(st.integers(1, 3)))
    ]
    logs = [_log(f"s{n}.jsonl", [], lines, draw(damages)) for n, lines in enumerate(talks)]
    if draw(st.booleans()):
        agent = _lines("a0", draw(st.lists(asked, min_size=1, max_size=3)), 3)
        lines = [one | {"sessionId": "s0", "isSidechain": True, "agentId": "a0"} for one in agent]
        logs.append(_log("s0/subagents/agent-a0.jsonl", [], lines, draw(damages)))
    for number, copy in enumerate(draw(st.lists(copies, max_size=3))):
        logs.append(_copied(number, copy, talks[copy.source % len(talks)], draw(damages)))
    return _with_tail(logs, draw(st.integers(0, 60)))


def _copied(number: int, copy: CopyOf, talk: list[Line], damage: list[Damage]) -> Log:
    session = f"c{number}"
    taken = talk[: max(1, len(talk) * copy.part // 10)]
    own: list[Line] = []
    if copy.form == "resumed" and copy.goes_on:
        own = _lines(session, [Asked([5, 9], (1, 2, 3, 4), MODELS[0], 0, True, False, "")], 5 + number)
    name = (
        f"{session}/subagents/agent-x.jsonl" if copy.form in {"nested", "sidechain"} else f"{session}.jsonl"
    )
    return _log(name, [_again(line, copy.form, session) for line in taken], own, damage)


def _again(line: Line, form: str, session: str) -> Line:
    if form == "doubled":
        return line
    again = line | {"sessionId": session}
    if form == "lost request":
        again.pop("requestId", None)
    if form in {"sidechain", "nested"}:
        again |= {"isSidechain": True, "agentId": "x"}
    if form == "sidechain" and not line["isSidechain"]:
        again["requestId"] = f"again-{line['message']['id']}"
    return again


def _lines(session: str, answers: list[Asked], part: int) -> list[Line]:
    """A session's lines in the order of their times; a slow response's later lines stand among the next ones."""
    places = sorted(
        (number + (one.delay if index else 0), number, index)
        for number, one in enumerate(answers)
        for index in range(len(one.outputs))
    )
    start = _START_MS + part * 90_000
    lines = []
    for position, (_, number, index) in enumerate(places):
        at = datetime_of(UtcMillis(start + position * _STEP_MS)).isoformat(timespec="milliseconds")
        lines.append(_line(session, number, answers[number], index, at))
    return lines


def _line(session: str, number: int, one: Asked, index: int, at: str) -> Line:
    tokens = (*one.tokens, one.outputs[index])
    name = f"{session}_{number}"
    line = response(f"msg_{name}", f"req_{name}", at, one.model, tokens, session)
    if not one.has_request:
        del line["requestId"]
    line["isSidechain"] = one.sidechain
    _spoil(line, one.fault, index)
    return line


def _spoil(line: Line, fault: str, index: int) -> None:
    """Put a value of a wrong kind in; every line of a response tells the same wrong counter."""
    usage = line["message"]["usage"]
    match fault:
        case "cwd":
            line["cwd"] = {"path": 7}
        case "usage text":
            usage["input_tokens"] = str(usage["input_tokens"])
        case "no input":
            usage["input_tokens"] = None
        case "negative":
            usage["cache_read_input_tokens"] = -4
        case "time" if index:
            line["timestamp"] = 17
        case "part":
            line["message"]["content"] = [7, {"type": "tool_use", "id": 3, "name": "Bash", "input": []}]


def _log(name: str, copied: list[Line], own: list[Line], damage: list[Damage]) -> Log:
    mine = [json.dumps(line).encode() for line in own]
    all_lines = [*(json.dumps(line).encode() for line in copied), *mine]
    for one in damage:
        place = one.at % (len(all_lines) + 1)
        said = all_lines[(one.at * 7) % len(all_lines)] if one.noise is None else one.noise
        if one.noise is not None or place > (one.at * 7) % len(all_lines):
            all_lines.insert(place, said)
    return Log(f"{_FOLDER}/{name}", _joined(all_lines), _joined(mine))


def _joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _with_tail(logs: list[Log], length: int) -> list[Log]:
    """A line that never came to its end, at the end of the first log."""
    first = logs[0]
    return [first._replace(content=first.content + first.content[:length].split(b"\n")[0]), *logs[1:]]
