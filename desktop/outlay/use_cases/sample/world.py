"""Writes the sample home: logs, repositories, an identity, and the mark that it is a sample."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Protocol
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis
from outlay.errors import WrongCallError
from outlay.use_cases.sample.claude_code import claude_code_files
from outlay.use_cases.sample.codex import codex_file
from outlay.use_cases.sample.days import worked_days
from outlay.use_cases.sample.repositories import history_stream
from outlay.use_cases.sample.requests import CODEX, UNPRICED
from outlay.use_cases.sample.schedule import Schedule, SessionPlan, schedule_of
from outlay.use_cases.sample.story import EMAIL, NAME, REPOSITORIES
from outlay.use_cases.sample.written import LogText

MARK = "outlay-sample.json"

_DAY_MS = 24 * 60 * 60 * 1000
_BEGUN_DAYS = 60
_UTC = ZoneInfo("UTC")


class RunGit(Protocol):
    """Runs git in a folder; `given` is its standard input. Raises GitError when it fails."""

    def __call__(self, folder: Path, *arguments: str, given: bytes = b"") -> None:
        """Run one command to its end."""
        ...


@dataclass(frozen=True, slots=True)
class SampleWorld:
    """What was written: the home, the repositories in it, and the engineer's commit e-mail."""

    home: Path
    repositories: tuple[Path, ...]
    email: str


def write_sample(home: Path, now: UtcMillis, run_git: RunGit, zone: ZoneInfo = _UTC) -> SampleWorld:
    """Write a home with five weeks of logs and repositories that end at `now`; the same for the same arguments.

    Args:
        home: a new or empty folder; only its owner may look into it afterwards.
        now: when it all ends; nothing in it is later.
        run_git: runs git, see system/sample_git.py.
        zone: the engineer's, in which days, weekends and office hours lie.

    Raises:
        WrongCallError: the folder is not empty, or cannot be used.
        GitError: git is missing or failed.
    """
    home = _prepared(home)
    chance = Random(f"outlay sample {now}")  # noqa: S311
    schedule = schedule_of(worked_days(now, zone), chance)
    repositories = tuple(home / "src" / name for name in REPOSITORIES)
    for folder in repositories:
        _write_repository(folder, schedule, now, run_git)
    for plan in schedule.sessions:
        for log in _logs(plan, home / "src" / plan.repository, now, zone, chance):
            _write_log(home, log)
    (home / ".gitconfig").write_bytes(f"[user]\n\tname = {NAME}\n\temail = {EMAIL}\n".encode())
    _write_mark(home, repositories)
    return SampleWorld(home, repositories, EMAIL)


def _prepared(home: Path) -> Path:
    """The folder's real path, empty and private."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(home.iterdir()):
            raise WrongCallError(
                f"The folder {home} is not empty.", "Name a new or empty folder with --home."
            )
        home.chmod(0o700)
    except OSError as error:
        title = f"The folder {home} cannot be used: {error.strerror}."
        raise WrongCallError(title, "Name a new or empty folder with --home.") from error
    return home.resolve()


def _write_repository(folder: Path, schedule: Schedule, now: UtcMillis, run_git: RunGit) -> None:
    own = sorted(
        (commit for commit in schedule.commits if commit.work.repository == folder.name),
        key=lambda commit: commit.moment,
    )
    begun = UtcMillis(now - _BEGUN_DAYS * _DAY_MS)
    folder.mkdir(parents=True)
    run_git(folder, "init", "--quiet", "--initial-branch=main", "--template=")
    run_git(folder, "fast-import", "--quiet", "--done", given=history_stream(folder.name, begun, own))
    run_git(folder, "reset", "--quiet", "--hard")


def _logs(
    plan: SessionPlan, folder: Path, now: UtcMillis, zone: ZoneInfo, chance: Random
) -> Iterable[LogText]:
    if plan.model in (CODEX, UNPRICED):
        return [codex_file(plan, folder, now, zone, chance)]
    return claude_code_files(plan, folder, chance)


def _write_log(home: Path, log: LogText) -> None:
    """The file, as old as its last line."""
    path = home / log.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(log.text.encode())
    os.utime(path, ns=(log.moment * 1_000_000, log.moment * 1_000_000))


def _write_mark(home: Path, repositories: tuple[Path, ...]) -> None:
    mark = {"sample": True, "repositories": [str(folder) for folder in repositories], "email": EMAIL}
    (home / MARK).write_bytes(f"{json.dumps(mark, indent=2)}\n".encode())
