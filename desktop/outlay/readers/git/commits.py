"""Reads given commits, and gets past the ones git cannot show."""

from collections.abc import Iterator
from typing import NamedTuple

from outlay.domain.problems import ProblemKind
from outlay.domain.work import Commit
from outlay.readers.git.patches import COMMAND, PatchReader
from outlay.readers.git.place import Place
from outlay.readers.interface import PackLines
from outlay.rules.commit_text import is_stash_part
from outlay.system.git_command import GitCommand, GitFailedError

MOST_FAILURES = 4
"""After so many commits whose files git cannot show (a partial clone has none) the rest is read without files,
after twice as many it is left."""


class ReadCommits(NamedTuple):
    """What could be read and what stood in the way; `whole` unless it was given up before the end."""

    commits: tuple[Commit, ...]
    failures: tuple[GitFailedError, ...]
    whole: bool


class CommitReader(NamedTuple):
    """Reads commits of one repository."""

    place: Place
    pack_lines: PackLines
    git: GitCommand

    def read(self, wanted: tuple[str, ...]) -> ReadCommits:
        """The commits with their files, in the order given, without what `git stash` wrote.

        A commit whose files git cannot show comes without files; one it cannot show at all is left out.
        """
        commits: list[Commit] = []
        failures: list[GitFailedError] = []
        left = wanted
        while left and _worth_going_on(failures):
            files = len(failures) < MOST_FAILURES
            failure = self._add(left, commits, files=files)
            if failure is None:
                break
            failures.append(failure)
            left = _left_after(wanted, left, commits)
            if files:
                self._add(left[:1], commits, files=False)
            left = left[1:]
        kept = tuple(commit for commit in commits if not is_stash_part(commit.subject))
        return ReadCommits(kept, tuple(failures), whole=_worth_going_on(failures))

    def _add(self, wanted: tuple[str, ...], commits: list[Commit], *, files: bool) -> GitFailedError | None:
        """Add commits until git fails; the one it failed in is not whole and is not added."""
        try:
            commits.extend(self._stream(wanted, files=files))
        except GitFailedError as failure:
            return failure
        return None

    def _stream(self, wanted: tuple[str, ...], *, files: bool) -> Iterator[Commit]:
        command = COMMAND if files else (*COMMAND, "-s")
        lines = self.git.lines(self.place.top, command, [sha.encode() for sha in wanted])
        return PatchReader(self.pack_lines).commits(lines)


def _worth_going_on(failures: list[GitFailedError]) -> bool:
    slow = any(failure.kind is ProblemKind.GIT_SLOW for failure in failures)
    return not slow and len(failures) < 2 * MOST_FAILURES


def _left_after(wanted: tuple[str, ...], left: tuple[str, ...], commits: list[Commit]) -> tuple[str, ...]:
    """What is left once the commits were read; git goes in the order given."""
    if not commits or commits[-1].sha not in left:
        return left
    return wanted[wanted.index(commits[-1].sha) + 1 :]
