"""A day of logs in a minute: they grow, come, are archived, compressed and deleted while a worker reads them.

OUTLAY_SOAK_DAY_S says how many seconds it takes (60). At the end the sums are those of a clean reading of everything
ever written. The tray app runs beside the worker over the same data folder, with a worker of its own: whichever of
both comes first reads, the other hears that it is busy.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zstandard

from apps import app_for
from claude_lines import response
from outlay.cli.shared_arguments import moment

LASTS_S = float(os.environ.get("OUTLAY_SOAK_DAY_S", "60"))
MOST_GROWTH_MB = 8.0
MOST_TRAY_GROWTH_MB = 3.0
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


class Beside:
    """The homes and folders of one day, and the programs that run in them."""

    def __init__(self, home: Path, data: Path, runtime: Path) -> None:
        self._environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "OUTLAY_DATA_DIR": str(data),
            "OUTLAY_CONFIG_DIR": str(home),
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(runtime),
        }

    def start(self, *words: str, **pipes: object) -> "subprocess.Popen[str]":
        """One program of ours."""
        command = [sys.executable, "-m", "outlay", "--zone", "UTC", *words]
        return subprocess.Popen(command, env=self._environment, text=True, **pipes)

    def status(self, *words: str) -> dict[str, object]:
        """What `outlay status` answers of today, the week and the month."""
        with self.start(*words, "--json", "status", stdout=subprocess.PIPE) as asked:
            told = json.loads(asked.communicate(timeout=20)[0])["data"]
        return {name: told[name] for name in ("today", "week", "month")}


class Tray:
    """`outlay app` with no screen: it notices by itself what its tools write."""

    def __init__(self, beside: Beside) -> None:
        self._process = beside.start("app", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @property
    def memory_mb(self) -> float:
        """Resident memory now."""
        assert self._process.poll() is None, "The tray app ended by itself."
        return _memory_mb(self._process.pid)

    @property
    def busy_s(self) -> float:
        """Processor time so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> int:
        """Ask it to end; its exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=20)


class Worker:
    """`outlay worker`, asked over its JSON lines."""

    def __init__(self, beside: Beside) -> None:
        self._process = beside.start("worker", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.syncs = self.busy = 0

    def sync(self) -> None:
        """Read once and wait for the answer; while the tray's worker reads, ask again."""
        while self._asked() == "busy":
            self.busy += 1
            time.sleep(_WAIT_S)
        self.syncs += 1

    def _asked(self) -> str:
        self._process.stdin.write('{"do": "sync"}\n')
        self._process.stdin.flush()
        while (event := json.loads(self._process.stdout.readline()))["event"] not in {"done", "busy"}:
            assert event["event"] in {"progress", "slice"}, event
        return event["event"]

    @property
    def memory_mb(self) -> float:
        """Resident memory now."""
        return _memory_mb(self._process.pid)

    def end(self) -> None:
        """Let it go."""
        self._process.communicate('{"do": "stop"}\n', timeout=20)


def _memory_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())


def _codex(kind: str, payload: dict[str, object]) -> bytes:
    return json.dumps({"timestamp": _now(), "type": kind, "payload": payload}).encode() + b"\n"


def sums(app):
    rows = app.spend(_TOTAL_KEYS).rows
    return {row.keys: (row.requests, *row.tokens, row.list_micros) for row in rows}


def lived(day: Day, worker: Worker, tray: Tray) -> tuple[list[float], list[float]]:
    """Memory of worker and tray after a third of the day and at its end, in MB. What is taken away was read before."""
    started, third = time.monotonic(), []
    while (gone := time.monotonic() - started) < LASTS_S:
        for _ in range(4):
            day.act()
        worker.sync()
        day.tidy()
        if not third and gone > LASTS_S / 3:
            third = [worker.memory_mb, tray.memory_mb]
        time.sleep(_WAIT_S)
    worker.sync()
    return third, [worker.memory_mb, tray.memory_mb]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Memory is read from /proc.")
def test_after_a_day_of_growing_and_vanishing_logs_nothing_is_missed(empty_home, tmp_path):
    everything, data, runtime = tmp_path / "everything", empty_home / "data", tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    beside = Beside(empty_home, data, runtime)
    day, worker, tray = Day(empty_home, everything, random.Random(24)), Worker(beside), Tray(beside)
    third, end = lived(day, worker, tray)
    worker.end()
    busy_s, code = tray.busy_s, tray.end()
    clean = app_for(everything, now=_EVENING)
    clean.sync()
    print(f"{day.lines} lines, {day.created} logs, {day.deleted} deleted, {day.archived} archived")
    print(
        f"{day.compressed} compressed, {worker.syncs} syncs, {worker.busy} times busy, tray {busy_s:.2f} s busy"
    )
    print(f"Memory of worker and tray: {third} MB, then {end} MB")
    assert day.deleted
    assert day.archived
    assert day.compressed
    assert code == 0
    assert sums(app_for(empty_home, now=_EVENING)) == sums(clean)
    assert beside.status() == Beside(everything, everything / "data", runtime).status()
    assert end[0] - third[0] < MOST_GROWTH_MB
    assert end[1] - third[1] < MOST_TRAY_GROWTH_MB
