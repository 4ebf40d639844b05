"""Real little repositories with fixed dates, and the reader looking at them as one engineer."""

import os
import subprocess
from pathlib import Path

import pytest

from outlay.domain.moments import UtcMillis
from outlay.domain.work import RepositoryReading
from outlay.readers.git import Span, read_repository
from outlay.system.git_command import GitCommand
from outlay.system.line_hashes import line_packer

SAM = "sam@example.com"
KAI = "kai@example.com"
NOON = 1_772_452_800
"""2026-03-02 12:00 UTC; every moment of the fixtures is given in minutes after it."""

packed_lines = line_packer(seed=11)


def moment(minute: int) -> UtcMillis:
    """The moment so many minutes after noon."""
    return UtcMillis((NOON + 60 * minute) * 1000)


class LittleRepository:
    """A repository in a folder; every act says its minute and its author."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home

    def git(self, *arguments: str, minute: int = 0, email: str = SAM, folder: Path | None = None) -> str:
        """Run git as an author at a minute; what it prints."""
        when = f"{NOON + 60 * minute} +0200"
        who = {
            f"GIT_{role}_{part}": value
            for role in ("AUTHOR", "COMMITTER")
            for part, value in (("NAME", "Sam"), ("EMAIL", email), ("DATE", when))
        }
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C",
        }
        done = subprocess.run(
            ["git", "-C", str(folder or self.folder), *arguments],
            env=environment | who,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def write(self, path: str, text: str | bytes) -> None:
        """Put a file into the worktree."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(self, message: str, minute: int, email: str = SAM, *more: str) -> str:
        """Commit everything; the new commit's id."""
        self.git("add", "-A", minute=minute)
        self.git("commit", "-q", "--allow-empty", "-m", message, *more, minute=minute, email=email)
        return self.head()

    def add(self, path: str, minute: int, email: str = SAM) -> str:
        """Commit one new line in one file; the new commit's id."""
        self.write(path, f"the_value_of_{path.replace('/', '_')} = {minute}\n")
        return self.commit(f"Add {path}", minute, email)

    def head(self, name: str = "HEAD") -> str:
        """The commit a name stands for."""
        return self.git("rev-parse", name)

    def fetched(self, name: str, commit: str, minute: int) -> None:
        """Let the remote's branch stand at a commit, as a fetch would."""
        self.git("update-ref", "-m", "fetch", f"refs/remotes/origin/{name}", commit, minute=minute)

    def read(
        self,
        bookmark: bytes | None = None,
        *,
        emails: frozenset[str] = frozenset({SAM}),
        since: UtcMillis | None = None,
        now: UtcMillis | None = None,
        path: Path | None = None,
    ) -> RepositoryReading:
        """Look at the repository as Outlay does."""
        git = GitCommand({"PATH": os.environ["PATH"], "HOME": str(self.home)})
        return read_repository(
            str(path or self.folder), bookmark, emails, packed_lines, git, Span(since, now)
        )


def new_repository(folder: Path, home: Path, *arguments: str) -> LittleRepository:
    """An empty repository whose branch is main."""
    folder.mkdir(parents=True)
    home.mkdir(exist_ok=True)
    made = LittleRepository(folder, home)
    made.git("init", "-q", "-b", "main", *arguments)
    return made


@pytest.fixture
def repo(tmp_path: Path) -> LittleRepository:
    """An empty repository without a remote."""
    return new_repository(tmp_path / "src" / "ledger", tmp_path / "home")


@pytest.fixture
def shared(repo: LittleRepository) -> LittleRepository:
    """A repository with a remote whose main stands at a mate's first commit."""
    repo.git("remote", "add", "origin", "https://sam:secret@github.com/acme/ledger.git")
    first = repo.add("start.py", 0, KAI)
    repo.fetched("main", first, 0)
    repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    return repo
