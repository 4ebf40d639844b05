"""Every folder of fixtures/logs/claude_code: a home, what it must come to, and a note that works it out by hand."""

import json
import os
import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from outlay.domain.moments import datetime_of, moment_of
from outlay.domain.usage import TokenCounts, UsageEvent
from outlay.readers.interface import Surroundings
from outlay.readers.logs.claude_code import READER
from outlay.rules.copies import better_copy, is_replay
from readable_lines import ReadableLines

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "claude_code"
WRITTEN = moment_of(datetime.fromisoformat("2026-09-11T00:00:00Z")) // 1000


def when(moment):
    return datetime_of(moment).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def counted(batches):
    """What the store makes of the batches: one event a request, replays left out."""
    merged: dict[tuple[str, str], UsageEvent] = {}
    for event in (event for batch in batches for event in batch.events):
        key = (event.message_key, event.request_key)
        merged[key] = better_copy(merged[key], event) if key in merged else event
    return [
        event
        for event in merged.values()
        if not any(is_replay(event, other) for other in merged.values() if other is not event)
    ]


def total(events):
    sums = {name: sum(getattr(event.tokens, name) or 0 for event in events) for name in TokenCounts._fields}
    sums["requests"] = len(events)
    sums["web_searches"] = sum(event.web_searches or 0 for event in events)
    return sums


def event_view(event):
    flat = event._asdict() | {"session": event.session.session, "agent": event.session.agent}
    return flat | {"moment": when(event.moment), "tokens": list(event.tokens)}


def session_view(fact):
    flat = fact._asdict() | {"session": fact.session.session, "agent": fact.session.agent}
    return flat | {"started": when(fact.started)}


def edit_view(edit):
    text = {side: getattr(edit, side).decode().splitlines() for side in ("added", "removed")}
    return edit._asdict() | {"moment": when(edit.moment)} | text


def shell_view(fact):
    value = fact.value
    if fact.kind in {"failed_command", "recovered_command"}:
        value = bytes.fromhex(value).decode()[:-1].removeprefix("outlay command: ")
    return [fact.call, fact.kind, value]


def gathered(batches, name):
    return [fact for batch in batches for fact in getattr(batch, name)]


def seen(case, home):
    """All that is found in a case's home, in the shapes expected.json writes it."""
    probe = READER.probe(Surroundings(home, {}))
    batches = [
        batch for file in probe.files for batch in READER.read(file, None, ReadableLines(b"\n"), probe)
    ]
    events = counted(batches)
    problems = Counter()
    for problem in gathered(batches, "problems"):
        problems[problem.kind] += problem.times
    return {
        "files": len(probe.files),
        "read_events": len(gathered(batches, "events")),
        "events": [event_view(event) for event in events],
        "totals": total(events),
        "sessions": [session_view(fact) for fact in gathered(batches, "sessions")],
        "turns": [[t.session.session, t.number, when(t.moment)] for t in gathered(batches, "turns")],
        "edits": [edit_view(edit) for edit in gathered(batches, "edits")],
        "shell": [shell_view(fact) for fact in gathered(batches, "shell")],
        "reported": [
            [row.session.session, row.model, row.micros, row.lines_added, row.lines_removed]
            for row in gathered(batches, "reported")
        ],
        "problems": dict(problems),
        "places": {problem.kind: problem.example for problem in gathered(batches, "problems")},
    }


def only_named(found, expected):
    """The found value cut down to what the expected one names."""
    if isinstance(expected, dict) and isinstance(found, dict) and expected:
        return {key: only_named(found.get(key, "missing"), value) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [only_named(one, other) for one, other in zip(found, expected, strict=True)]
    return found


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_case_comes_to_what_its_note_works_out(case, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(CASES / case / "input", home)
    for path in home.rglob("*.jsonl"):
        os.utime(path, (WRITTEN, WRITTEN))
    expected = json.loads((CASES / case / "expected.json").read_text("utf-8"))
    assert only_named(seen(case, home), expected) == expected
    assert (CASES / case / "note.md").read_text("utf-8").strip()
