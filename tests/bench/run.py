"""Measures what the design sets figures for, and prints one table. See README.md beside it.

python tests/bench/run.py --corpus HOME [--only PART ...] [--rounds N] [--rows N] [--peers FOLDER]
"""

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import Figure, LeftOut, table_of
from peer import DEFAULT_FOLDER, VERSION
from setting import Setting

from outlay import __version__

PARTS = (
    "cold_sync",
    "other_peer",
    "next_sync",
    "first_week",
    "running_worker",
    "tray",
    "event_loop",
    "all_day",
    "git_reading",
    "queries",
    "accounts",
    "window",
)
"""In an order in which this process stays small while others' memory is measured."""


def main() -> int:
    """Run the chosen parts; exit code 0 whether gates were held or not, because figures are told, not judged."""
    chosen = _arguments()
    print(_machine(), flush=True)
    with TemporaryDirectory(prefix="outlay-bench-") as folder:
        setting = Setting(chosen.corpus, Path(folder), chosen.rounds, chosen.rows, chosen.peers)
        found = [one for part in chosen.only or PARTS for one in _measured(part, setting)]
    print(table_of(found))
    print(f"Medians of {chosen.rounds} rounds, ours and the peer's in turn (smallest-largest).")
    print(f"Load average at the end: {os.getloadavg()[0]:.2f}.")
    return 0


def _measured(part: str, setting: Setting) -> list[Figure | LeftOut]:
    measure: Callable[[Setting], list[Figure | LeftOut]] = import_module(part).measure
    started = time.monotonic()
    found = measure(setting)
    print(f"{part}: measured in {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure Outlay beside its peers.")
    parser.add_argument("--corpus", type=_home, metavar="HOME", help="a home folder that holds logs")
    parser.add_argument("--only", action="append", choices=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N", help="usage rows to query")
    parser.add_argument(
        "--peers", type=Path, default=DEFAULT_FOLDER, metavar="FOLDER", help="where npm installs"
    )
    return parser.parse_args()


def _home(text: str) -> Path:
    folder = Path(text).resolve()
    if not folder.is_dir():
        raise argparse.ArgumentTypeError("it is no folder")
    return folder


def _machine() -> str:
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return (
        f"{os.cpu_count()} cores, {pages / 2**30:.0f} GB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, Outlay {__version__}, ccusage {VERSION}, "
        f"load average {os.getloadavg()[0]:.2f}"
    )


if __name__ == "__main__":
    sys.exit(main())
