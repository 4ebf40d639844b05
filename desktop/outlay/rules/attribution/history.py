"""What one place's commits know together: how rare a line is, which paths there were, when a line first stood.

Made from all of the place's commits, whichever are compared; every answer looks only at the time before the commit
that is asked for, so that later history cannot move it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from outlay.domain.attribution import OwnCommit
from outlay.rules.attribution.parameters import Parameters
from outlay.rules.attribution.rarity import Rarity


class History:
    """Answers for one place's commits."""

    def __init__(self, commits: Sequence[OwnCommit], parameters: Parameters) -> None:
        self.rarity = Rarity(commits, parameters)
        self._reach = parameters.before_commit_ms
        self._written_at: dict[str, list[int]] = defaultdict(list)
        copies: dict[tuple[str, int], list[OwnCommit]] = defaultdict(list)
        for commit in sorted(commits, key=lambda one: one.authored):
            copies[commit.lineage].append(commit)
            for file in commit.files:
                self._written_at[file.path].append(commit.authored)
        self._first: dict[tuple[tuple[str, int], int], int] = {}
        for lineage, same in copies.items():
            for commit in same if len(same) > 1 else ():
                for line in {line for file in commit.files for line in file.added if line}:
                    known = self._first.get((lineage, line), commit.committed)
                    self._first[lineage, line] = min(known, commit.committed)

    def is_known(self, path: str, commit: OwnCommit) -> bool:
        """Whether a commit written in the time an edit may lie before this one has the path, or this one has."""
        moments = self._written_at.get(path, ())
        before = bisect_right(moments, commit.authored)
        return before > 0 and moments[before - 1] >= commit.authored - self._reach

    def first_stood(self, line: int, commit: OwnCommit) -> int:
        """When the first copy of a commit was committed that has the line: what came later did not write it."""
        return min(commit.committed, self._first.get((commit.lineage, line), commit.committed))
