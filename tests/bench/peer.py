"""ccusage, the peer that reads the same logs: the native program out of its npm package."""

import subprocess
from pathlib import Path

from setting import ROOT, home_environment, whole_process

VERSION = "20.0.24"
DEFAULT_FOLDER = ROOT / ".venv" / "bench-peers"
_SECONDS = 120


def ccusage(folder: Path) -> Path | None:
    """The native program, installed into a folder when it is not there; None when npm cannot bring it."""
    return _installed(folder) or (_installed(folder) if _install(folder) else None)


def reading(program: Path) -> list[str]:
    """The command that reads every tool's logs in one process, priced from its own table, without network.

    `daily` covers all detected agents; its totals are the sum of `claude daily` and `codex daily`.
    """
    return [str(program), "daily", "--json", "--offline", "--timezone", "UTC"]


def warm_up(program: Path, home: Path) -> None:
    """One run that is not counted, so that the files are in the page cache for both sides."""
    whole_process(reading(program), home_environment(home))


def _installed(folder: Path) -> Path | None:
    """The program where it lies; npm unpacks it without the right to run, which its launcher would give it."""
    found = sorted(folder.glob(f"{VERSION}/node_modules/@ccusage/ccusage-*/bin/ccusage*"))
    for program in found:
        program.chmod(0o755)
    return found[0] if found else None


def _install(folder: Path) -> bool:
    target = folder / VERSION
    target.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(target), "--no-audit", "--no-fund", f"ccusage@{VERSION}"]
    try:
        return subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
