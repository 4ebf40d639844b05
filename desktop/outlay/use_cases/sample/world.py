"""Writes the sample home: logs, repositories, an identity, and the mark that it is a sample."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, day_of
from outlay.errors import WrongCallError
from outlay.use_cases.sample.claude_code import claude_code_files
from outlay.use_cases.sample.codex import codex_file
from outlay.use_cases.sample.cursor import cursor_file
from outlay.use_cases.sample.days import drawn_at, late_hours, workdays
from outlay.use_cases.sample.exports import Shas, cursor_usage, pull_requests, tickets
from outlay.use_cases.sample.gemini_cli import gemini_files
from outlay.use_cases.sample.own_acts import acts_of
from outlay.use_cases.sample.repositories import History
from outlay.use_cases.sample.schedule import Commit, Schedule, schedule_of
from outlay.use_cases.sample.sessions import SessionPlan
from outlay.use_cases.sample.story import EMAIL, FORGE, NAME, NOTES, OWNER, REPOSITORIES, Tool
from outlay.use_cases.sample.written import LogText

MARK = "outlay-sample.json"
EXPORTS = "Downloads"
PULLS = "pull-requests.json"
TICKETS = "tickets.json"
CURSOR_USAGE = "cursor-usage.csv"

_DAY_MS = 24 * 60 * 60 * 1000
_BEGUN_BEFORE_DAYS = 40
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
    """Write a home with a quarter of logs and repositories that end at `now`.

    It is the same for the same day: what a later moment of the day adds changes nothing of what had happened, but
    that Friday's late afternoon begins the story's next week, and that out of hours each hour has its own session.

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
    seed = f"outlay sample {day_of(now, zone)}"
    days = workdays(now, zone)
    schedule = schedule_of(days, late_hours(now, zone), now, Random(seed))  # noqa: S311
    repositories = tuple(home / "src" / name for name in REPOSITORIES)
    begun = UtcMillis(days[0].span.first - _BEGUN_BEFORE_DAYS * _DAY_MS)
    shas: dict[str, Shas] = {}
    for folder in repositories:
        shas |= _write_repository(folder, schedule, begun, run_git)
    (home / "src" / NOTES).mkdir()
    for plan in schedule.sessions:
        chance = Random(f"{seed} {plan.session}")  # noqa: S311
        for log in _logs(plan, home / "src" / plan.folder, drawn_at(now, zone), zone, chance):
            _write_log(home, log)
    (home / ".gitconfig").write_bytes(f"[user]\n\tname = {NAME}\n\temail = {EMAIL}\n".encode())
    _write_exports(home, schedule, shas)
    _write_mark(home, repositories, acts_of(schedule, days))
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


def _write_repository(folder: Path, schedule: Schedule, begun: UtcMillis, run_git: RunGit) -> dict[str, Shas]:
    own = [commit for commit in schedule.commits if commit.work.repository == folder.name]
    history = History(folder.name)
    history.begin(begun)
    for commit in sorted(own, key=lambda commit: commit.moment):
        history.add(commit)
    folder.mkdir(parents=True)
    run_git(folder, "init", "--quiet", "--initial-branch=main", "--template=")
    run_git(folder, "remote", "add", "origin", f"{FORGE}/{OWNER}/{folder.name}.git")
    marks = folder / ".git" / "marks"
    run_git(folder, "fast-import", "--quiet", "--done", f"--export-marks={marks}", given=history.stream())
    run_git(folder, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    run_git(folder, "reset", "--quiet", "--hard")
    for name in _worktrees(own):
        run_git(folder, "worktree", "add", "--quiet", str(folder.with_name(name[0])), name[1])
    return _shas(marks, history)


def _worktrees(commits: Iterable[Commit]) -> set[tuple[str, str]]:
    """Checkouts beside the repository that are still there, with their branches."""
    landed = {commit.work for commit in commits if commit.lands}
    kept = {commit.work for commit in commits if commit.work.worktree and commit.pieces}
    return {(work.folder, work.branch) for work in kept - landed}


def _shas(marks: Path, history: History) -> dict[str, Shas]:
    """The commits of every work, out of git's list of marks, which is then gone."""
    told = dict(line.split() for line in marks.read_text(encoding="ascii").splitlines())
    marks.unlink()
    return {
        title: Shas(*(tuple(told[f":{number}"] for number in numbers) for numbers in own))
        for title, own in history.marks.items()
    }


def _logs(
    plan: SessionPlan, folder: Path, drawn: UtcMillis, zone: ZoneInfo, chance: Random
) -> Iterable[LogText]:
    match plan.tool:
        case Tool.CODEX:
            return [codex_file(plan, folder, drawn, zone, chance)]
        case Tool.CURSOR:
            return [cursor_file(plan, folder, zone)]
        case Tool.GEMINI:
            return gemini_files(plan, folder, chance)
        case _:
            return claude_code_files(plan, folder, chance)


def _write_log(home: Path, log: LogText) -> None:
    """The file, as old as its last line."""
    path = home / log.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(log.text.encode())
    os.utime(path, ns=(log.moment * 1_000_000, log.moment * 1_000_000))


def _write_exports(home: Path, schedule: Schedule, shas: dict[str, Shas]) -> None:
    """What a forge, a tracker and a dashboard would hand out, beside the logs."""
    folder = home / EXPORTS
    folder.mkdir()
    texts = {
        PULLS: json.dumps(pull_requests(schedule, shas), indent=1),
        TICKETS: json.dumps(tickets(schedule), indent=1),
        CURSOR_USAGE: cursor_usage(schedule.sessions),
    }
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())


def _write_mark(home: Path, repositories: tuple[Path, ...], acts: Iterable[dict[str, Any]]) -> None:
    mark = {
        "sample": True,
        "repositories": [str(folder) for folder in repositories],
        "email": EMAIL,
        "pull_requests": f"{EXPORTS}/{PULLS}",
        "tickets": f"{EXPORTS}/{TICKETS}",
        "cursor_usage": f"{EXPORTS}/{CURSOR_USAGE}",
        "acts": list(acts),
    }
    (home / MARK).write_bytes(f"{json.dumps(mark, indent=2)}\n".encode())
