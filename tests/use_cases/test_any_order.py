"""Fuzzing both big readers through the store: totals depend on what was logged, on nothing else.

Conversations are made of growing responses, side conversations, copies into new files with a rewritten session,
repeated and broken lines. They are read in any order of files, in any cuts of time.
"""

import json
import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from apps import app_for
from claude_lines import response, write_log

SESSIONS = [f"5f0c0000-0000-4000-8000-{number:012}" for number in range(4)]
BROKEN = [
    b"",
    b"{",
    b"null",
    b"[1, 2]",
    b"\xff\xfe\x00binary\x00",
    b'{"type":"assistant","message":{"usage":',
    b'{"type":"assistant","message":{"id":7,"usage":[]},"timestamp":5}',
    b'{"type":"user","message":{"content":{"type":"text"}}}',
]

RESPONSES = st.lists(
    st.tuples(
        st.integers(0, 12),  # which message
        st.lists(st.integers(0, 900), min_size=1, max_size=3),  # its growing output
        st.integers(0, 5_000),  # cache read
        st.integers(0, 47),  # half hours after the start
    ),
    min_size=1,
    max_size=12,
)
FILES = st.lists(st.tuples(st.sampled_from(SESSIONS), RESPONSES), min_size=1, max_size=3)


def lines_of(session, responses, prefix):
    """One file's lines: each response as one line a block, input repeated, output growing."""
    lines, met = [], set()
    for number, outputs, read, half_hours in responses:
        if number in met:
            continue
        met.add(number)
        stamp = f"2026-11-{18 + half_hours // 24:02}T{half_hours % 24:02}:30:00.000Z"
        for output in sorted(outputs):
            tokens = (3, read, 0, 0, output)
            line = response(
                f"{prefix}-{number}", f"r-{prefix}-{number}", stamp, tokens=tokens, session=session
            )
            lines.append(json.dumps(line).encode())
    return lines


def world_of(files, copied, broken, chance):
    """The files' bytes by name, with copies of beginnings in further files and broken lines in between."""
    world = {}
    for place, (session, responses) in enumerate(files):
        lines = lines_of(session, responses, f"f{place}")
        world[f"a{place}"] = lines
        if copied:
            cut = chance.randrange(len(lines) + 1)
            world[f"copy{place}"] = [
                line.replace(session.encode(), SESSIONS[-1].encode()) for line in lines[:cut]
            ]
    for lines in world.values():
        for kind in broken:
            lines.insert(chance.randrange(len(lines) + 1), BROKEN[kind])
        if lines and chance.random() < 0.5:
            lines.append(lines[chance.randrange(len(lines))])
    return {name: b"".join(line + b"\n" for line in lines) for name, lines in world.items()}


def expected_of(files):
    """What was billed, worked out from the plan alone: each response once, at its largest output."""
    total = {}
    for place, (_, responses) in enumerate(files):
        met = set()
        for number, outputs, read, _ in responses:
            if number not in met:
                met.add(number)
                total[place, number] = (3, read, max(outputs))
    counts = [sum(column) for column in zip(*total.values(), strict=True)]
    return (len(total), *counts)


def totals(app):
    total = app.spend(()).total
    return (total.requests, total.tokens.input_uncached, total.tokens.cache_read, total.tokens.output)


def read_in_cuts(home, world, cuts, chance):
    """Write the world bit by bit in a random order, reading after each bit; the app at the end."""
    folder = home / ".claude" / "projects" / "-home-a-shop"
    folder.mkdir(parents=True)
    left = dict(world)
    app = app_for(home)
    for _ in range(cuts):
        name = chance.choice(sorted(left))
        size = chance.randrange(len(left[name]) + 1)
        with (folder / f"{name}.jsonl").open("ab") as file:
            file.write(left[name][:size])
        left[name] = left[name][size:]
        app.sync()
    for name in chance.sample(sorted(left), len(left)):
        with (folder / f"{name}.jsonl").open("ab") as file:
            file.write(left[name])
    app.sync()
    return app


@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    FILES,
    st.booleans(),
    st.lists(st.integers(0, len(BROKEN) - 1), max_size=4),
    st.integers(0, 3),
    st.integers(0, 999),
)
def test_claude_codes_totals_are_what_was_billed_however_it_is_read(files, copied, broken, cuts, seed):
    chance = random.Random(seed)
    world = world_of(files, copied, broken, chance)
    with tempfile.TemporaryDirectory() as folder:
        app = read_in_cuts(Path(folder), world, cuts, chance)
        assert totals(app) == expected_of(files)
        by_day = [(row.keys, row.requests, row.tokens) for row in app.spend(("day", "model")).rows]
        app.rebuild()
        assert [(row.keys, row.requests, row.tokens) for row in app.spend(("day", "model")).rows] == by_day


def test_a_line_without_a_time_moves_no_request_to_the_day_before(empty_home):
    late = response("m1", "r1", "2026-11-19T23:59:00.000Z")
    early = response("m2", "r2", "2026-11-20T00:01:00.000Z")
    blank = early | {"timestamp": 17}
    for number, lines in enumerate(([late, early, late, blank], [late, blank], [early, blank, early])):
        write_log(empty_home, lines, name=SESSIONS[number])
        app = app_for(empty_home)
        app.sync()
    days = {row.keys: row.requests for row in app.spend(("day",)).rows}
    assert days == {("2026-11-19",): 1, ("2026-11-20",): 1}


STEPS = st.lists(
    st.tuples(
        st.integers(0, 9_000),
        st.integers(0, 100),
        st.integers(0, 900),
        st.sampled_from(["new", "repeat", "null"]),
    ),
    min_size=1,
    max_size=14,
)


def rollout(steps):
    """A rollout of running totals; a repeat tells the same total again, a null tells quota news only."""
    thread = "019aa000-0000-7000-8000-000000000001"
    meta = {
        "id": thread,
        "timestamp": "2026-11-20T08:00:00.000Z",
        "cwd": "/srv/p",
        "originator": "codex_cli_rs",
    }
    context = {"turn_id": "t1", "cwd": "/srv/p", "model": "gpt-5.2-codex"}
    lines = [("session_meta", meta), ("turn_context", context)]
    total, last = [0, 0, 0], None
    for size, share, output, kind in steps:
        if kind == "null" or (kind == "repeat" and last is None):
            lines.append(("event_msg", {"type": "token_count", "info": None}))
            continue
        if kind == "new":
            last = (size + 1, (size + 1) * share // 100, output)
            total = [one + more for one, more in zip(total, last, strict=True)]
        info = {"total_token_usage": usage(total), "last_token_usage": usage(last)}
        lines.append(("event_msg", {"type": "token_count", "info": info}))
    stamp = "2026-11-20T08:{:02}:00.000Z"
    made = [
        {"timestamp": stamp.format(n), "type": kind, "payload": payload}
        for n, (kind, payload) in enumerate(lines)
    ]
    return thread, b"".join(json.dumps(line).encode() + b"\n" for line in made), total


def usage(counts):
    size, cached, output = counts
    return {
        "input_tokens": size,
        "cached_input_tokens": cached,
        "output_tokens": output,
        "reasoning_output_tokens": 0,
        "total_tokens": size + output,
    }


@settings(max_examples=120, deadline=None, derandomize=True)
@given(STEPS, st.lists(st.floats(0, 1), max_size=3), st.booleans())
def test_codexs_accepted_requests_sum_to_the_last_running_total(steps, cuts, archived):
    thread, data, total = rollout(steps)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        log = home / ".codex/sessions/2026/11/20" / f"rollout-2026-11-20T08-00-00-{thread}.jsonl"
        log.parent.mkdir(parents=True)
        app = app_for(home)
        for cut in sorted(cuts):
            log.write_bytes(data[: int(len(data) * cut)])
            app.sync()
        log.write_bytes(data)
        app.sync()
        if archived:
            (home / ".codex/archived_sessions").mkdir()
            log.rename(home / ".codex/archived_sessions" / log.name)
            app.sync()
        found = app.spend(()).total.tokens
        size, cached, output = total
        assert (found.input_uncached or 0, found.cache_read or 0, found.output or 0) == (
            size - cached,
            cached,
            output,
        )
