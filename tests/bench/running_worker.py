"""A running worker over 5,000 logs: from the word that one changed to its new total committed."""

import json
import subprocess
import sys
import time
from pathlib import Path

from figures import Figure, Gate, LeftOut
from next_sync import grow
from setting import Setting, home_environment

LOGS = 5_000
_FOLDERS = 80
_FULL = Gate(50)
_NAMED = Gate(10)


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """By a look around, and by the word about one log, in turn."""
    home = setting.fresh("home")
    logs = _many_logs(home)
    with _worker(home, setting.fresh("data")) as worker:
        _ask(worker, {"do": "sync"})
        around, named = [], []
        for number in range(max(setting.rounds, 15)):
            around.append(_changed(worker, logs[number], {"do": "sync"}))
            named.append(
                _changed(worker, logs[-number - 1], {"do": "sync", "paths": [str(logs[-number - 1])]})
            )
        if worker.stdin is not None:
            worker.stdin.close()
    corpus = f"{LOGS:,} logs"
    return [
        Figure("running worker, change to total, by a look around", corpus, "ms", around, gate=_FULL),
        Figure("running worker, change to total, log named", corpus, "ms", named, gate=_NAMED),
    ]


def _many_logs(home: Path) -> list[Path]:
    logs = []
    for number in range(LOGS):
        log = home / ".claude" / "projects" / f"-home-a-{number % _FOLDERS}" / f"session-{number:05}.jsonl"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.touch()
        grow(log)
        logs.append(log)
    return logs


def _worker(home: Path, data: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "outlay", "worker"],
        env=home_environment(home, data),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _changed(worker: "subprocess.Popen[str]", log: Path, wish: dict[str, object]) -> float:
    grow(log)
    started = time.perf_counter()
    _ask(worker, wish)
    return (time.perf_counter() - started) * 1000


def _ask(worker: "subprocess.Popen[str]", wish: dict[str, object]) -> None:
    if worker.stdin is None or worker.stdout is None:
        raise RuntimeError("the worker has no pipes")
    worker.stdin.write(json.dumps(wish) + "\n")
    worker.stdin.flush()
    for line in worker.stdout:
        if json.loads(line)["event"] == "done":
            return
    raise RuntimeError("the worker ended without an answer")
