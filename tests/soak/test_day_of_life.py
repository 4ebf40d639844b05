"""A day of logs in a minute: they grow, come, are archived, compressed and deleted while a worker reads them.

OUTLAY_SOAK_DAY_S says how many seconds it takes (60). At the end the sums are those of a clean reading of everything
ever written.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zstandard

from apps import app_for
from claude_lines import response
from outlay.cli.arguments import moment

LASTS_S = float(os.environ.get("OUTLAY_SOAK_DAY_S", "60"))
MOST_GROWTH_MB = 8.0
_EVENING = moment("2026-11-24T23:59:59Z")
_TOTAL_KEYS = ("day", "tool", "model", "session")
_WAIT_S = 0.1

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]


class Day:
    """Writes to a home as the tools do, and everything it writes to a second home that nothing is taken from."""

    def __init__(self, home: Path, everything: Path, choose: random.Random) -> None:
        self._home, self._everything, self._choose = home, everything, choose
        self._open: list[Path] = []
        self._totals: dict[Path, int] = {}
        self.created = self.deleted = self.archived = self.compressed = self.lines = 0

    def act(self) -> None:
        """One thing that happens: mostly a line more, now and then a new log."""
        if len(self._open) < 5 or self._choose.random() < 0.1:
            self._begin()
        for path in self._choose.sample(self._open, min(3, len(self._open))):
            self._write(path, self._line(path))

    def tidy(self) -> None:
        """A log is done with: Codex archives or compresses it, Claude Code deletes it."""
        if len(self._open) < 20:
            return
        path = self._home / self._open.pop(0)
        if "codex" not in str(path):
            path.unlink()
            self.deleted += 1
        elif self._choose.random() < 0.5:
            target = self._home / ".codex/archived_sessions" / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
            self.archived += 1
        else:
            packed = path.with_name(path.name + ".zst")
            packed.write_bytes(zstandard.compress(path.read_bytes()))
            path.unlink()
            self.compressed += 1

    def _begin(self) -> None:
        number = self.created
        self.created += 1
        thread = f"019a0c11-7b52-7a10-9c3e-{number:012}"
        if number % 2:
            path = Path(f".codex/sessions/2026/11/24/rollout-2026-11-24T08-00-00-{thread}.jsonl")
            self._write(path, _codex("session_meta", {"id": thread, "cwd": "/home/a/shop"}))
            self._write(path, _codex("turn_context", {"turn_id": thread, "model": "gpt-5.2-codex"}))
        else:
            path = Path(f".claude/projects/-home-a-{number % 8}/{thread}.jsonl")
        self._open.append(path)

    def _line(self, path: Path) -> bytes:
        self.lines += 1
        total = self._totals[path] = self._totals.get(path, 0) + 100
        if "codex" in str(path):
            usage = {"input_tokens": total, "cached_input_tokens": 0, "output_tokens": total // 10}
            last = {"input_tokens": 100, "cached_input_tokens": 0, "output_tokens": 10}
            info = {"total_token_usage": usage, "last_token_usage": last}
            return _codex("event_msg", {"type": "token_count", "info": info})
        name = f"{path.stem}_{total // 300}"
        line = response(f"msg_{name}", f"req_{name}", _now(), tokens=(7, 0, 0, 3, total), session=path.stem)
        return json.dumps(line).encode() + b"\n"

    def _write(self, path: Path, line: bytes) -> None:
        """Append, sometimes in two halves with a pause between them."""
        cut = self._choose.randrange(len(line)) if self._choose.random() < 0.2 else 0
        for part in (line[:cut], line[cut:]):
            for home in (self._home, self._everything):
                (home / path).parent.mkdir(parents=True, exist_ok=True)
                with (home / path).open("ab") as log:
                    log.write(part)
            time.sleep(0.01 if cut else 0)


class Worker:
    """`outlay worker`, asked over its JSON lines."""

    def __init__(self, home: Path, data: Path) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "OUTLAY_DATA_DIR": str(data),
            "OUTLAY_CONFIG_DIR": str(home),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        command = [sys.executable, "-m", "outlay", "--zone", "UTC", "worker"]
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.syncs = 0

    def sync(self) -> None:
        """Read once and wait for the answer."""
        self._process.stdin.write('{"do": "sync"}\n')
        self._process.stdin.flush()
        while (event := json.loads(self._process.stdout.readline()))["event"] != "done":
            assert event["event"] in {"progress", "slice"}, event
        self.syncs += 1

    @property
    def memory_mb(self) -> float:
        """Resident memory now."""
        lines = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    def end(self) -> None:
        """Let it go."""
        self._process.communicate('{"do": "stop"}\n', timeout=20)


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())


def _codex(kind: str, payload: dict[str, object]) -> bytes:
    return json.dumps({"timestamp": _now(), "type": kind, "payload": payload}).encode() + b"\n"


def sums(app):
    rows = app.spend(_TOTAL_KEYS).rows
    return {row.keys: (row.requests, *row.tokens, row.list_micros) for row in rows}


def lived(day: Day, worker: Worker) -> tuple[float, float]:
    """Memory after a third of the day and at its end, in MB. What is taken away was read before."""
    started, third = time.monotonic(), 0.0
    while (gone := time.monotonic() - started) < LASTS_S:
        for _ in range(4):
            day.act()
        worker.sync()
        day.tidy()
        if not third and gone > LASTS_S / 3:
            third = worker.memory_mb
        time.sleep(_WAIT_S)
    worker.sync()
    return third, worker.memory_mb


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Memory is read from /proc.")
def test_after_a_day_of_growing_and_vanishing_logs_nothing_is_missed(empty_home, tmp_path):
    everything, data = tmp_path / "everything", empty_home / "data"
    day, worker = Day(empty_home, everything, random.Random(24)), Worker(empty_home, data)
    third, end = lived(day, worker)
    worker.end()
    clean = app_for(everything, now=_EVENING)
    clean.sync()
    print(f"{day.lines} lines, {day.created} logs, {day.deleted} deleted, {day.archived} archived")
    print(f"{day.compressed} compressed, {worker.syncs} syncs, worker {third:.1f} MB, then {end:.1f} MB")
    assert day.deleted
    assert day.archived
    assert day.compressed
    assert sums(app_for(empty_home, now=_EVENING)) == sums(clean)
    assert end - third < MOST_GROWTH_MB
