"""Every folder of fixtures/logs/gemini_cli: a home, what it must come to, and a note that works it out by hand."""

import json
import os
import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from outlay.domain.moments import iso_of, moment_of
from outlay.domain.usage import TokenCounts
from outlay.readers.interface import Surroundings
from outlay.readers.logs.gemini_cli import READER
from outlay.rules.copies import better_copy
from readable_lines import ReadableLines

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "gemini_cli"
WRITTEN = moment_of(datetime.fromisoformat("2026-09-11T00:00:00Z")) // 1000

READABLE = ReadableLines(b"\n")


def gathered(batches, name):
    return [fact for batch in batches for fact in getattr(batch, name)]


def counted(batches):
    """What the store makes of the batches: one event a request."""
    merged = {}
    for event in gathered(batches, "events"):
        known = merged.get(event.message_key)
        merged[event.message_key] = better_copy(known, event) if known else event
    return list(merged.values())


def counts(events):
    sums = {name: sum(getattr(event.tokens, name) or 0 for event in events) for name in TokenCounts._fields}
    return {name: value for name, value in sums.items() if value} | {"requests": len(events)}


def event_row(event):
    served = [event.model, event.turn, event.cwd, event.quality, event.nested]
    return [event.message_key, *event.session[1:], iso_of(event.moment), *served, *event.tokens]


def edit_row(edit):
    text = [
        "".join(f"{sign}{line}" for line in lines.decode().splitlines(keepends=True))
        for sign, lines in sides(edit)
    ]
    return [edit.call, iso_of(edit.moment), edit.turn, edit.path, edit.kind, *text]


def sides(edit):
    return (("+", edit.added), ("-", edit.removed))


def shell_row(fact):
    failed = fact.kind in {"failed_command", "recovered_command"}
    return [fact.call, fact.kind, bytes.fromhex(fact.value).decode() if failed else fact.value]


def first_of_each(rows):
    """Of facts that are unique by their first values the store keeps the first."""
    kept = {}
    for row in rows:
        kept.setdefault(json.dumps(row[:1] + row[3:5]), row)
    return list(kept.values())


def seen(case, home):
    """All that is found in a case's home, in the shapes expected.json writes it."""
    probe = READER.probe(Surroundings(home, {}))
    batches = [batch for file in probe.files for batch in READER.read(file, None, READABLE, probe)]
    events = counted(batches)
    problems = Counter()
    for problem in gathered(batches, "problems"):
        problems[problem.kind] += problem.times
    return {
        "files": len(probe.files),
        "totals": counts(events),
        "events": [event_row(event) for event in events],
        "sessions": [
            [*fact.session[1:], fact.root, fact.parent, iso_of(fact.started), fact.cwd]
            for fact in gathered(batches, "sessions")
        ],
        "turns": [
            [turn.session.session, turn.number, iso_of(turn.moment)] for turn in gathered(batches, "turns")
        ],
        "edits": first_of_each(map(edit_row, gathered(batches, "edits"))),
        "shell": [shell_row(fact) for fact in gathered(batches, "shell")],
        "problems": dict(problems),
    }


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_case_comes_to_what_its_note_works_out(case, tmp_path):
    home = Path(shutil.copytree(CASES / case / "input", tmp_path / "home"))
    for path in home.rglob("*.json*"):
        os.utime(path, (WRITTEN, WRITTEN))
    expected = json.loads((CASES / case / "expected.json").read_text("utf-8"))
    assert seen(case, home) == expected
    assert (CASES / case / "note.md").read_text("utf-8").strip()
