"""Every folder of fixtures/logs/copilot: a home, what it must come to, and a note that works it out by hand.

Databases stand there as the SQL that makes them.
"""

import json
import os
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from outlay.domain.moments import iso_of, moment_of
from outlay.readers.interface import Surroundings
from outlay.readers.logs.copilot import CopilotReader
from outlay.rules.copies import better_copy, is_replay
from readable_lines import ReadableLines

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "copilot"
WRITTEN = moment_of(datetime.fromisoformat("2026-11-01T00:00:00Z")) // 1000

READABLE = ReadableLines(b"\n")


def home_of(case, folder):
    """The case's home, with databases in place of their SQL, and every file equally old."""
    home = Path(shutil.copytree(CASES / case / "input", folder / "home"))
    for script in home.rglob("*.sql"):
        with closing(sqlite3.connect(script.with_suffix(""))) as database:
            database.executescript(script.read_text("utf-8"))
        script.unlink()
    for path in home.rglob("*.*"):
        os.utime(path, (WRITTEN, WRITTEN))
    return home


def batches_of(home, reader=None):
    reader = reader or CopilotReader()
    probe = reader.probe(Surroundings(home, {}))
    return [batch for file in probe.files for batch in reader.read(file, None, READABLE, probe)]


def gathered(batches, name):
    return [fact for batch in batches for fact in getattr(batch, name)]


def counted(batches):
    """What the store makes of the batches: one event a request, replays left out."""
    merged = {}
    for event in gathered(batches, "events"):
        key = (event.message_key, event.request_key)
        merged[key] = better_copy(merged[key], event) if key in merged else event
    events = list(merged.values())
    return [
        event
        for event in events
        if not any(is_replay(event, other) for other in events if other is not event)
    ]


def when(moment):
    return None if moment is None else iso_of(moment)


def event_row(event):
    tokens = event.tokens
    return {
        "session": "/".join(filter(None, event.session[1:])),
        "at": when(event.moment),
        "model": event.model,
        "fresh": tokens.input_uncached,
        "read": tokens.cache_read,
        "write": tokens.cache_write_unsplit,
        "output": tokens.output,
        "reasoning": tokens.reasoning,
        "turn": event.turn,
        "cwd": event.cwd,
        "branch": event.branch,
        "quality": event.quality,
        "reported": [event.reported_micros, event.reported_unit, event.reported_units],
    }


def session_row(fact):
    return [*fact.session[1:], fact.root, fact.parent, when(fact.started), *fact[4:]]


def edit_row(edit):
    sides = [side.decode().splitlines() for side in (edit.added, edit.removed)]
    return [edit.call, edit.part, edit.turn, edit.path, edit.kind, *sides]


def shell_row(fact):
    value = fact.value
    if fact.kind in {"failed_command", "recovered_command"}:
        value = bytes.fromhex(value).decode().strip().removeprefix("outlay command: ")
    return [fact.call, fact.kind, value, fact.turn]


def seen(home):
    batches = batches_of(home)
    problems = Counter()
    for problem in gathered(batches, "problems"):
        problems[str(problem.kind)] += problem.times
    events = sorted(counted(batches), key=lambda event: (event.moment, event.model))
    return {
        "events": [event_row(event) for event in events],
        "sum": [
            sum(getattr(event.tokens, name) or 0 for event in events)
            for name in ("input_uncached", "cache_read", "cache_write_unsplit", "output")
        ],
        "sessions": [session_row(fact) for fact in gathered(batches, "sessions")],
        "turns": [[t.session.session, t.number, when(t.moment)] for t in gathered(batches, "turns")],
        "edits": [edit_row(edit) for edit in gathered(batches, "edits")],
        "shell": [shell_row(fact) for fact in gathered(batches, "shell")],
        "problems": dict(problems),
    }


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_case_comes_to_what_its_note_works_out(case, tmp_path):
    found = seen(home_of(case, tmp_path))
    expected = json.loads((CASES / case / "expected.json").read_text("utf-8"))
    assert found == expected
    assert (CASES / case / "note.md").read_text("utf-8").strip()
