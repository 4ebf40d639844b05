"""Every folder of fixtures/logs/opencode: a home, what it must come to, and a note that works it out by hand.

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

from opencode_stores import counted, facts, probe_of
from outlay.domain.moments import iso_of, moment_of
from outlay.readers.logs.opencode import READER
from readable_lines import ReadableLines

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "opencode"
WRITTEN = moment_of(datetime.fromisoformat("2026-10-31T00:00:00Z")) // 1000
COUNTERS = ("input_uncached", "cache_read", "cache_write_unsplit", "output", "reasoning")

READABLE = ReadableLines(b"\n")


def home_of(case, folder):
    """The case's home, with databases in place of their SQL, and every file as old as the case says."""
    home = Path(shutil.copytree(CASES / case / "input", folder / "home"))
    for script in home.rglob("*.sql"):
        with closing(sqlite3.connect(script.with_suffix(""))) as database:
            database.executescript(script.read_text("utf-8"))
        script.unlink()
    for path in home.rglob("*.*"):
        os.utime(path, (WRITTEN, WRITTEN))
    return home


def total(events):
    sums = {name: sum(getattr(event.tokens, name) or 0 for event in events) for name in COUNTERS}
    return {
        "requests": len(events),
        **sums,
        "reported_micros": sum(one.reported_micros or 0 for one in events),
    }


def event_row(event):
    where = [event.session.session, event.turn, iso_of(event.moment)]
    return [*where, event.model, event.route, event.reported_micros]


def session_row(fact):
    started = iso_of(fact.started)
    return [fact.session.session, fact.root, fact.parent, started, fact.cwd, fact.version]


def edit_row(edit):
    sides = [side.decode().splitlines() for side in (edit.added, edit.removed)]
    return [edit.call.split("/")[-1], edit.part, iso_of(edit.moment), edit.path, edit.kind, *sides]


def seen(home):
    probe = probe_of(home)
    batches = [batch for file in probe.files for batch in READER.read(file, None, READABLE, probe)]
    found, events = facts(batches), counted(batches)
    problems = Counter()
    for problem in (problem for batch in batches for problem in batch.problems):
        problems[str(problem.kind)] += problem.times
    return {
        "files": len(probe.files),
        "totals": total(events),
        "events": [event_row(event) for event in events],
        "sessions": [session_row(fact) for fact in found["sessions"]],
        "turns": [[turn.session.session, turn.number, iso_of(turn.moment)] for turn in found["turns"]],
        "edits": [edit_row(edit) for edit in found["edits"]],
        "shell": [[fact.call.split("/")[-1], fact.kind, fact.value] for fact in found["shell"]],
        "problems": dict(problems),
    }


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_case_comes_to_what_its_note_works_out(case, tmp_path):
    expected = json.loads((CASES / case / "expected.json").read_text("utf-8"))
    found = seen(home_of(case, tmp_path))
    assert {name: found[name] for name in expected} == expected
    assert (CASES / case / "note.md").read_text("utf-8").strip()
