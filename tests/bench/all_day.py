"""What tray and worker cost while tools write: processor time per noticed change, and what a day of it comes to.

The real program on the offscreen platform over 500 logs. One of four logs grows by a kilobyte, the tray notices, its
worker reads, the tray shows. Each change is given time to be noticed by itself, so this is the dearest case: lines
that come faster than once a second share one reading. The system's own account of both processes, before and after.

A tool at work writes a line about every five seconds (a request, a tool call, a result); at that pace the share of
one core is the time per change over five seconds. A home in which something is written every second without a pause
is told too.
"""

import os
import subprocess
import time
from pathlib import Path

from figures import Figure, Gate, LeftOut
from next_sync import grow
from setting import Setting, home_environment, outlay

LOGS = 500
_FOLDERS = 20
_ACTIVE = 4
_CHANGES = 20
_APART_S = 1.6
_LINE_EVERY_S = 5.0
_PATIENCE_S = 60.0
_SHARE = Gate(1.0)


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Milliseconds of processor time per change, of both processes, and the share of one core that makes of a day."""
    if not Path("/proc/self/stat").exists():
        return [LeftOut("a day of writing", "Processor time is read from /proc.")]
    home = setting.fresh("home")
    logs = _logs(home)
    environment = {
        **home_environment(home, setting.fresh("data")),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(setting.fresh("runtime")),
    }
    with subprocess.Popen(outlay("app"), env=environment, stderr=subprocess.DEVNULL) as tray:
        try:
            spent = _spent_per_change(tray.pid, logs, setting.rounds)
        finally:
            tray.terminate()
    return _figures(*spent)


def _figures(tray: list[float], worker: list[float]) -> list[Figure | LeftOut]:
    both = [one + other for one, other in zip(tray, worker, strict=True)]
    corpus = f"{LOGS} logs"
    shares = [ms / 1000 / _LINE_EVERY_S * 100 for ms in both]
    return [
        Figure("all day: tray, processor time per change", corpus, "ms", tray),
        Figure("all day: worker, processor time per change", corpus, "ms", worker),
        Figure(f"all day: of one core, a line every {_LINE_EVERY_S:.0f} s", corpus, "%", shares, gate=_SHARE),
        Figure("all day: of one core, a line every second", corpus, "%", [ms / 10 for ms in both]),
    ]


def _spent_per_change(pid: int, logs: list[Path], rounds: int) -> tuple[list[float], list[float]]:
    """By round, the milliseconds of the tray and of its worker for one change."""
    worker = _worker_of(pid)
    _until_quiet(worker)
    grow(logs[0])
    time.sleep(_APART_S * 2)
    tray_ms, worker_ms = [], []
    for _ in range(rounds):
        before = _busy_ms(pid), _busy_ms(worker)
        for number in range(_CHANGES):
            grow(logs[number % _ACTIVE])
            time.sleep(_APART_S)
        tray_ms.append((_busy_ms(pid) - before[0]) / _CHANGES)
        worker_ms.append((_busy_ms(worker) - before[1]) / _CHANGES)
    return tray_ms, worker_ms


def _worker_of(pid: int) -> int:
    """The tray's child, once it is there."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    deadline = time.monotonic() + _PATIENCE_S
    while not children.read_text().split():
        if time.monotonic() > deadline:
            raise RuntimeError("no worker was started")
        time.sleep(0.05)
    return int(children.read_text().split()[0])


def _until_quiet(pid: int) -> None:
    """Until a process did nothing for a while."""
    before, now = -1.0, _busy_ms(pid)
    while now != before:
        time.sleep(2.0)
        before, now = now, _busy_ms(pid)


def _busy_ms(pid: int) -> float:
    """Processor time of a process so far, its ended threads among it."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _logs(home: Path) -> list[Path]:
    logs = []
    for number in range(LOGS):
        log = home / ".claude" / "projects" / f"-home-a-{number % _FOLDERS}" / f"session-{number:05}.jsonl"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.touch()
        grow(log)
        logs.append(log)
    return logs[::-1]
