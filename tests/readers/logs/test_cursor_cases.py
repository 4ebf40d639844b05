"""Every folder of fixtures/logs/cursor: a home, what it must come to, and a note that works it out by hand.

Databases stand there as the SQL that makes them.
"""

import json
import os
import re
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from outlay.domain.moments import iso_of, moment_of
from outlay.readers.interface import Surroundings
from outlay.readers.logs.cursor import READER
from readable_lines import ReadableLines

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "cursor"
WRITTEN = moment_of(datetime.fromisoformat("2026-09-30T00:00:00Z")) // 1000

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


def batches_of(home):
    probe = READER.probe(Surroundings(home, {}))
    return probe, [batch for file in probe.files for batch in READER.read(file, None, READABLE, probe)]


def gathered(batches, name):
    return [fact for batch in batches for fact in getattr(batch, name)]


def when(moment):
    return None if moment is None else iso_of(moment)


def session_row(fact):
    return [*fact.session[1:], fact.root, fact.parent, when(fact.started), fact.cwd]


def edit_row(edit):
    """An edit with `#` in place of the hash of what it changes."""
    sides = [side.decode().splitlines() for side in (edit.added, edit.removed)]
    call = re.sub(r":[0-9a-f]{16}", ":#", edit.call)
    return [call, edit.part, when(edit.moment), edit.path, edit.kind, *sides]


def attestation_row(fact):
    return [fact.sha, when(fact.moment), *fact[3:]]


def seen(home):
    probe, batches = batches_of(home)
    problems = Counter()
    for problem in gathered(batches, "problems"):
        problems[str(problem.kind)] += problem.times
    return {
        "files": len(probe.files),
        "sessions": [session_row(fact) for fact in gathered(batches, "sessions")],
        "turns": [
            [turn.session.session, turn.number, when(turn.moment)] for turn in gathered(batches, "turns")
        ],
        "edits": [edit_row(edit) for edit in gathered(batches, "edits")],
        "attestations": [attestation_row(fact) for fact in gathered(batches, "attestations")],
        "problems": dict(problems),
    }


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_case_comes_to_what_its_note_works_out(case, tmp_path):
    expected = json.loads((CASES / case / "expected.json").read_text("utf-8"))
    assert seen(home_of(case, tmp_path)) == expected
    assert (CASES / case / "note.md").read_text("utf-8").strip()


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_local_files_bring_no_money(case, tmp_path):
    _, batches = batches_of(home_of(case, tmp_path))
    assert batches
    assert not gathered(batches, "events") + gathered(batches, "reported")


@pytest.mark.parametrize("case", ["conversations", "commits"])
def test_titles_prompts_code_and_tokens_stay_where_they_are(case, tmp_path):
    probe, batches = batches_of(home_of(case, tmp_path))
    states = [batch.bookmark.state for batch in batches if batch.bookmark]
    assert "canary" not in repr((probe, batches)) + repr(states)
