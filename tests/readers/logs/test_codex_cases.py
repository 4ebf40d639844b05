"""Every folder under fixtures/logs/codex is a test: a fake home, what must be read from it, and the sums by hand."""

import json
from collections import Counter
from pathlib import Path

import pytest

from outlay.domain.batches import Batch
from outlay.domain.moments import iso_of
from outlay.readers.interface import Surroundings
from outlay.readers.logs.codex import READER
from readable_lines import ReadableLines

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "codex"


def text_lines(packed: bytes) -> list[str]:
    return packed.decode().split("\n") if packed else []


def batches_of(home: Path) -> list[Batch]:
    probe = READER.probe(Surroundings(home, {}))
    return [batch for file in probe.files for batch in READER.read(file, None, ReadableLines(), probe)]


def event_row(event):
    tokens = event.tokens
    return {
        "key": event.message_key,
        "session": event.session.session,
        "at": iso_of(event.moment),
        "model": event.model,
        "input": tokens.input_uncached,
        "read": tokens.cache_read,
        "write": tokens.cache_write_unsplit,
        "output": tokens.output,
        "reasoning": tokens.reasoning,
        "turn": event.turn,
        "quality": event.quality,
    }


def session_row(fact):
    return {
        "thread": fact.session.session,
        "root": fact.root,
        "parent": fact.parent,
        "cwd": fact.cwd,
        "branch": fact.branch,
        "commit": fact.commit,
        "version": fact.version,
    }


def turn_row(turn):
    return {"thread": turn.session.session, "number": turn.number, "at": iso_of(turn.moment)}


def edit_row(edit):
    return {
        "call": edit.call,
        "part": edit.part,
        "path": edit.path,
        "kind": edit.kind,
        "added": text_lines(edit.added),
        "removed": text_lines(edit.removed),
        "turn": edit.turn,
    }


def shell_row(fact):
    value = fact.value.removeprefix(b"outlay command: ".hex())
    return {"call": fact.call, "kind": fact.kind, "value": value, "turn": fact.turn}


def quota_row(window):
    return {
        "limit": window.limit,
        "minutes": window.window_minutes,
        "used": window.used_percent,
        "resets": window.resets_at // 1000,
        "at": iso_of(window.seen_at),
        "plan": window.plan,
    }


ROWS = {
    "events": event_row,
    "sessions": session_row,
    "turns": turn_row,
    "edits": edit_row,
    "shell": shell_row,
    "quotas": quota_row,
}


def in_any_order(rows):
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_a_case_reads_as_worked_out_by_hand(case):
    expected = json.loads((CASES / case / "expected.json").read_text())
    batches = batches_of(CASES / case / "input")
    found = {
        name: [row(fact) for batch in batches for fact in getattr(batch, name)] for name, row in ROWS.items()
    }
    problems = Counter()
    for batch in batches:
        for problem in batch.problems:
            problems[str(problem.kind)] += problem.times
    for name in ROWS:
        assert in_any_order(found[name]) == in_any_order(expected[name]), name
    assert problems == expected["problems"]


def test_every_case_says_how_its_sums_come_about():
    assert all((folder / "note.md").read_text().strip() for folder in CASES.iterdir())
