"""A reading killed at any instant leaves true, smaller totals, and the next ones go on to the same end.

The corpus is any home with logs, named by OUTLAY_SOAK_CORPUS; OUTLAY_SOAK_KILLS says how often the worker is killed
(200). Before each kill the home grows: new logs come, the last of them cut in the middle of a line, the one cut before is
completed, and some logs are replaced by a copy, so that they are read anew.
"""

import json
import os
import random
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

CORPUS = os.environ.get("OUTLAY_SOAK_CORPUS", "")
KILLS = int(os.environ.get("OUTLAY_SOAK_KILLS", "200"))
LOGS = (".claude/projects", ".codex/sessions")
FACTS = ("requests", "tokens", "list_micros", "unpriced_requests")
TABLES = ("fact_usage", "fact_turns", "fact_edits", "fact_shell", "fact_sessions", "derived_costs")
_REPLACED = 0.1
_EARLIEST_S, _FIRST_S = 0.1, 0.6
_LONGER = 1.05
"""A worker may live a little longer than the last reading took, so that most kills meet one."""

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(3 * 60 * 60),
    pytest.mark.skipif(not CORPUS, reason="OUTLAY_SOAK_CORPUS names no home with logs to read."),
]


class Growing:
    """A home that holds more and more of a corpus, in the order in which the logs were begun.

    A log cut in the middle of a line is whole before the next ones come, so that a thread is there to its
    end when a fork of it arrives, as on a real machine.
    """

    def __init__(self, corpus: Path, home: Path, choose: random.Random) -> None:
        self._corpus, self._home, self._choose = corpus, home, choose
        self._left = sorted(path for top in LOGS for path in (corpus / top).rglob("*.jsonl"))
        choose.shuffle(self._left)
        self._left.sort(key=lambda path: path.name if path.name.startswith("rollout-") else "")
        self._cut: list[Path] = []

    def grow(self, steps_left: int) -> None:
        """Complete the logs cut before and bring a fair share of the rest; with no steps left, all of it."""
        for path in self._cut:
            self._bring(path, path.stat().st_size)
        wanted = -(-len(self._left) // max(steps_left, 1))
        share, self._left = self._left[:wanted], self._left[wanted:]
        self._cut = [] if steps_left < 1 else share[-1:]
        for path in share:
            size = path.stat().st_size
            self._bring(path, self._choose.randrange(size) if path in self._cut else size)

    def replace_some(self, share: float) -> None:
        """Put new files in the place of some, with the same lines: they are read from their start again."""
        there = sorted(path for top in LOGS for path in (self._home / top).rglob("*.jsonl"))
        for path in self._choose.sample(there, int(len(there) * share)):
            fresh = path.with_suffix(".new")
            shutil.copy2(path, fresh)
            fresh.replace(path)

    def _bring(self, path: Path, size: int) -> None:
        """Append up to `size` bytes, as a tool does: the file stays the same file."""
        target = self._home / path.relative_to(self._corpus)
        target.parent.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as source, target.open("ab") as log:
            source.seek(log.tell())
            log.write(source.read(size - log.tell()))
        shutil.copystat(path, target)


@pytest.fixture
def run(empty_home):
    """Starts the program over a home and a data folder."""

    def start(data: Path, *words: str, home: Path = empty_home, **more) -> "subprocess.Popen[str]":
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "OUTLAY_DATA_DIR": str(data),
            "OUTLAY_CONFIG_DIR": str(home),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        command = [sys.executable, "-m", "outlay", "--zone", "UTC", *words]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, **more)

    return start


def kill_after(run, data: Path, seconds: float) -> float | None:
    """Kill the worker after so long; when it was done before, the seconds that took."""
    started = time.monotonic()
    told = b""
    with run(data, "worker", stdin=subprocess.PIPE) as worker:
        worker.stdin.write('{"do": "sync"}\n')
        worker.stdin.flush()
        while b'"done"' not in told and (left := started + seconds - time.monotonic()) > 0:
            if select.select([worker.stdout], [], [], left)[0]:
                told += os.read(worker.stdout.fileno(), 1 << 16)
        took = time.monotonic() - started
        worker.kill()
    return took if b'"done"' in told else None


def answer(run, data: Path, *words: str):
    """The data of a command's JSON answer."""
    with run(data, *words, "--json") as process:
        told = process.stdout.read()
    assert process.returncode in {0, 1}, told
    return json.loads(told)["data"]


def rows_of(run, data: Path) -> dict:
    """Every cell of spend by day, tool, model, project and session."""
    rows = answer(run, data, "spend", "--by", "day,tool,model,project,session")["rows"]
    keys = ("day", "tool", "model", "project", "session")
    return {tuple(row[key] for key in keys): tuple(json.dumps(row[fact]) for fact in FACTS) for row in rows}


def counts_of(data: Path) -> dict[str, int]:
    """How many rows each table of facts holds."""
    connection = sqlite3.connect(data / "outlay.sqlite")
    counts = {table: connection.execute(f"select count(*) from {table}").fetchone()[0] for table in TABLES}
    connection.close()
    return counts


def integrity_of(data: Path) -> str:
    connection = sqlite3.connect(data / "outlay.sqlite")
    told = connection.execute("pragma integrity_check").fetchone()[0]
    connection.close()
    return told


def test_a_worker_killed_again_and_again_ends_with_the_totals_of_a_clean_run(run, empty_home, tmp_path):
    choose = random.Random(20_261_124)
    killed, clean = tmp_path / "killed", tmp_path / "clean"
    home = Growing(Path(CORPUS), empty_home, choose)
    met, longest = 0, _FIRST_S
    for kill in range(KILLS):
        home.grow(KILLS - kill)
        home.replace_some(_REPLACED)
        done_after = kill_after(run, killed, choose.uniform(_EARLIEST_S, longest))
        met += done_after is None
        longest = done_after or longest * _LONGER
        assert not (killed / "outlay.sqlite").exists() or integrity_of(killed) == "ok"
    home.grow(0)
    answer(run, killed, "sync")
    answer(run, clean, "sync")
    print(f"{met} of {KILLS} kills met a reading")
    assert met >= KILLS // 2
    assert counts_of(killed) == counts_of(clean)
    assert rows_of(run, killed) == rows_of(run, clean)
    assert not list(killed.glob("outlay-damaged-*"))
