"""When a commit got onto the default branch: with the first-parent commit through which it came.

A commit on the first-parent line itself (direct, squashed, rebased) landed at its own committer time, one of a
merged side branch at the committer time of the merge.
"""

from collections.abc import Iterable
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Landing
from outlay.rules.commit_text import pull_of


class GraphCommit(NamedTuple):
    """A commit as the graph sees it. `moment` is its committer time."""

    sha: str
    parents: tuple[str, ...]
    moment: UtcMillis
    subject: str = ""


class LandingLine:
    """Follows a branch from its tip down; takes every commit after all of its children.

    Holds only the commits whose children were seen and which were not: memory does not grow with history.
    """

    def __init__(self, tip: str) -> None:
        self.base: str | None = tip
        """The first-parent commit that must come next; None once the line ended at a root."""
        self._step = 0
        self._through: dict[str, tuple[int, UtcMillis, str, int | None]] = {}

    def landed(self, commit: GraphCommit) -> Landing:
        """When the commit got onto the branch, and with which commit of its line."""
        through = self._through.pop(commit.sha, (0, commit.moment, commit.sha, None))
        if commit.sha == self.base:
            self._step += 1
            self.base = commit.parents[0] if commit.parents else None
            through = (self._step, commit.moment, commit.sha, pull_of(commit.subject))
        for parent in commit.parents:
            self._through[parent] = max(through, self._through.get(parent, through))
        return Landing(commit.sha, *through[1:])


def landings_of(commits: Iterable[GraphCommit]) -> tuple[Landing, ...]:
    """The landing of every commit of a branch, tip first, children before parents."""
    line: LandingLine | None = None
    landings = []
    for commit in commits:
        line = line or LandingLine(commit.sha)
        landings.append(line.landed(commit))
    return tuple(landings)
