"""What the parts are given, and how a whole process is measured."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
NEEDS_CORPUS = "It needs --corpus HOME: a home folder with logs below .claude/projects and .codex/sessions."


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part works with: the home with logs, a folder that is gone afterwards, rounds, rows, the peer."""

    corpus: Path | None
    scratch: Path
    rounds: int
    rows: int
    peers: Path

    def fresh(self, name: str) -> Path:
        """A new private folder in the scratch folder."""
        folder = self.scratch / f"{name}-{time.monotonic_ns()}"
        folder.mkdir(mode=0o700)
        return folder


class Run(NamedTuple):
    """A process that ended: wall and processor seconds, and the most memory it held."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


def outlay(*words: str) -> list[str]:
    """The installed program's command line."""
    return [str(Path(sys.executable).with_name("outlay")), *words]


def home_environment(home: Path, data: Path | None = None) -> dict[str, str]:
    """Nothing of the owner's environment but where programs are; bytecode is cached, as for an installed program."""
    own = {"OUTLAY_DATA_DIR": str(data), "OUTLAY_CONFIG_DIR": str(data)} if data else {}
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "NO_COLOR": "1", **own}


def whole_process(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command to its end with its output thrown away; raises RuntimeError when it fails.

    The system's own account of the peak counts the parent's memory before the command began, so a figure
    below this process's own peak means nothing and is refused.
    """
    started = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def corpus_text(home: Path) -> str:
    """How many log files lie in a home, and how many megabytes."""
    sizes = [path.stat().st_size for path in logs_of(home)]
    return f"{sum(sizes) / 1e6:,.0f} MB in {len(sizes):,} files"


def logs_of(home: Path) -> list[Path]:
    """Every log of the two tools in a home."""
    return [path for top in (".claude/projects", ".codex/sessions") for path in (home / top).rglob("*.jsonl")]
