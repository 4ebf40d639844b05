"""Homes of Codex as they come about: running totals, records, repeats, forks of forks, damage."""

import json
from typing import Any, NamedTuple

from hypothesis import strategies as st

from growing_logs import Log, Round
from outlay.domain.moments import UtcMillis, datetime_of

Usage = dict[str, Any]

MODELS = ("gpt-5.2-codex", "gpt-5.1")
_START_MS = 1_795_391_700_000
"""2026-11-22T23:55Z: threads go over midnight."""
_STEP_MS = 25_000
_FOLDER = ".codex/sessions/2026/11/22"
_ARCHIVE = ".codex/archived_sessions"
_KEYS = ("input_tokens", "cached_input_tokens", "output_tokens", "reasoning_output_tokens")
_NOISE = (b"", b"null", b"[]", b"{}", b'{"type":"event_msg","payl', b"\xff\x00", b'{"type":7,"payload":[]}')


class Asked(NamedTuple):
    """One request: what it took, in which model, how often its count is said, and what else stands there."""

    taken: tuple[int, int, int, int]
    model: str
    new_turn: bool
    said: int
    fault: str


class Thread(NamedTuple):
    """One thread. `parent` and `copied`: of which thread it is a fork, and how many of its requests it copied."""

    name: str
    asked: list[Asked]
    parent: int | None
    copied: int
    is_late: bool


class Home(NamedTuple):
    """Logs in the order in which they were begun, the last running total each told, and what it began with.

    `late`: paths of parents that come only after their forks were read.
    """

    logs: list[Log]
    grown: dict[str, tuple[int, ...]]
    late: frozenset[str]
    parents: dict[str, str]


class Damage(NamedTuple):
    """A line put in at a place after the first line; places go round."""

    at: int
    noise: bytes


asked = st.builds(
    Asked,
    st.tuples(st.integers(1, 3000), st.integers(0, 3000), st.integers(1, 900), st.integers(0, 900)).map(
        lambda drawn: (drawn[0], min(drawn[0], drawn[1]), drawn[2], min(drawn[2], drawn[3]))
    ),
    st.sampled_from(MODELS),
    st.booleans(),
    st.integers(1, 3),
    st.sampled_from(("", "", "", "limits", "text", "cwd", "time")),
)
damages = st.lists(st.builds(Damage, st.integers(0, 40), st.sampled_from(_NOISE)), max_size=3)


@st.composite
def homes(draw: st.DrawFn) -> Home:
    """Some threads, later ones perhaps forks of earlier ones."""
    records_from = draw(st.sampled_from((None, None, 0, 2)))
    threads: list[Thread] = []
    for number in range(draw(st.integers(1, 4))):
        parent = draw(st.none() | st.integers(0, number - 1)) if number else None
        threads.append(_thread(draw, number, threads, parent))
    lines = [_lines(threads, number, records_from) for number in range(len(threads))]
    logs = [
        _log(one, said, draw(damages), draw(st.booleans())) for one, said in zip(threads, lines, strict=True)
    ]
    grown = {one.name: _own_growth(threads, number) for number, one in enumerate(threads)}
    late = frozenset(log.path for one, log in zip(threads, logs, strict=True) if one.is_late)
    parents = {
        log.path: logs[one.parent].path
        for one, log in zip(threads, logs, strict=True)
        if one.parent is not None
    }
    return Home(logs, grown, late, parents)


def rounds_of(home: Home, parts: list[list[int]]) -> list[Round]:
    """Rounds in which files grow to thousandths; a fork begins when its parent stands there whole, or not at all."""
    rounds, whole = [], set[str]()
    for round_parts in parts:
        sizes: dict[str, int] = {}
        for number, log in enumerate(home.logs):
            parent = home.parents.get(log.path)
            waits = log.path in home.late or not (parent is None or parent in home.late or parent in whole)
            sizes[log.path] = (
                0 if waits else len(log.content) * round_parts[number % len(round_parts)] // 1000
            )
            whole |= {log.path} if sizes[log.path] == len(log.content) else set()
        rounds.append(Round(sizes))
    return rounds


def _thread(draw: st.DrawFn, number: int, before: list[Thread], parent: int | None) -> Thread:
    copied = 0 if parent is None else draw(st.integers(0, len(_all_asked(before, parent))))
    name = f"019a0c{number:02}-7b52-7a10-9c3e-2f6d8e4b1a01"
    return Thread(name, draw(st.lists(asked, min_size=1, max_size=5)), parent, copied, draw(st.booleans()))


def _all_asked(threads: list[Thread], number: int) -> list[tuple[int, int, Asked]]:
    """Every request that stands in a thread's file: whose it is, its number there, and itself."""
    one = threads[number]
    copied = [] if one.parent is None else _all_asked(threads, one.parent)[: one.copied]
    return [*copied, *((number, len(copied) + at, own) for at, own in enumerate(one.asked))]


def _own_growth(threads: list[Thread], number: int) -> tuple[int, ...]:
    return _sum([own for whose, _, own in _all_asked(threads, number) if whose == number])


def _sum(requests: list[Asked]) -> tuple[int, ...]:
    return tuple(sum(one.taken[key] for one in requests) for key in range(4))


def _lines(threads: list[Thread], number: int, records_from: int | None) -> tuple[bytes, bytes]:
    """A thread's whole file, and the same without what was copied from its parent."""
    one = threads[number]
    above = None if one.parent is None else threads[one.parent].name
    meta = {"id": one.name, "cwd": "/srv/ledger"} | ({"forked_from_id": above} if above else {})
    first = _json("session_meta", meta, number * 7)
    requests = _all_asked(threads, number)
    said: list[tuple[bool, bytes]] = []
    sums: list[Asked] = []
    for place, (whose, at, asked_for) in enumerate(requests):
        request = asked_for
        sums.append(request)
        is_record = records_from is not None and at >= records_from
        if whose == number and not any(is_own for is_own, _ in said):
            request = request._replace(new_turn=True, fault="")
        new = _request_lines(threads[whose].name, (at, number * 7 + place), request, sums, is_record)
        said += [(whose == number, line) for line in new]
    ancestor = (
        [] if above is None else [_json("session_meta", {"id": above, "cwd": "/srv/ledger"}, number * 7)]
    )
    own = first + b"".join(line for is_own, line in said if is_own)
    return first + b"".join(ancestor) + b"".join(line for _, line in said), own


def _request_lines(
    whose: str, at: tuple[int, int], request: Asked, sums: list[Asked], is_record: bool
) -> list[bytes]:
    number, step = at
    turn = f"{whose[6:8]}-turn-{number}"
    lines = []
    if request.new_turn or number == 0:
        cwd = 7 if request.fault == "cwd" else "/srv/ledger"
        lines.append(_json("turn_context", {"turn_id": turn, "model": request.model, "cwd": cwd}, step))
    total, last = _usage(_sum(sums), request.fault), _usage(request.taken, request.fault)
    if is_record:
        told = {"thread_id": whose, "response_id": f"resp_{whose[6:8]}_{number}", "usage": last}
        lines.append(_json("token_usage_record", told | {"thread_token_usage": total}, step))
    payload: Usage = {"type": "token_count", "info": {"total_token_usage": total, "last_token_usage": last}}
    if request.fault == "limits":
        payload["rate_limits"] = {"primary": {"used_percent": [], "window_minutes": "x"}}
        lines.append(_json("event_msg", {"type": "token_count", "info": None}, step))
    moment_of_line = None if request.fault == "time" else step
    return [*lines, *[_json("event_msg", payload, moment_of_line)] * request.said]


def _usage(taken: tuple[int, ...], fault: str) -> Usage:
    usage: Usage = dict(zip(_KEYS, taken, strict=True)) | {"total_tokens": taken[0] + taken[2]}
    return {key: str(count) for key, count in usage.items()} if fault == "text" else usage


def _json(kind: str, payload: Usage, step: int | None) -> bytes:
    at: str | int = 7
    if step is not None:
        at = datetime_of(UtcMillis(_START_MS + step * _STEP_MS)).isoformat(timespec="milliseconds")
    return json.dumps({"timestamp": at, "type": kind, "payload": payload}).encode() + b"\n"


def _log(thread: Thread, said: tuple[bytes, bytes], damage: list[Damage], is_archived: bool) -> Log:
    content, own = said
    lines = content.splitlines(keepends=True)
    for one in damage:
        lines.insert(1 + one.at % len(lines), one.noise + b"\n")
    folder = _ARCHIVE if is_archived else _FOLDER
    path = f"{folder}/rollout-2026-11-22T23-55-00-{thread.name}.jsonl"
    return Log(path, b"".join(lines) + lines[-1][: len(lines[-1]) // 2], own)
