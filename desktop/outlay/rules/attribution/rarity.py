"""How much a line says: one that many commits add says little.

Weight ln(N/df)/ln N, at least 0.05 (attribution.md 3.1), over the pieces of work of the 60 days up to the commit, so
that what a turn weighs is settled once its own time is past and later history cannot move it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from math import log

from outlay.domain.attribution import OwnCommit
from outlay.rules.attribution.parameters import Parameters


class Rarity:
    """Answers for one repository's commits; copies of a commit count once."""

    def __init__(self, commits: Sequence[OwnCommit], parameters: Parameters) -> None:
        self._least = parameters.least_rarity
        self._window = parameters.before_commit_ms
        self._moments: dict[int, list[int]] = defaultdict(list)
        self._all: list[int] = []
        seen: set[tuple[str, int]] = set()
        counted: set[tuple[tuple[str, int], int]] = set()
        for commit in sorted(commits, key=lambda one: (one.authored, one.sha)):
            if commit.lineage not in seen:
                seen.add(commit.lineage)
                self._all.append(commit.authored)
            for line in {line for file in commit.files for line in file.added if line}:
                if (commit.lineage, line) not in counted:
                    counted.add((commit.lineage, line))
                    self._moments[line].append(commit.authored)

    def commits_with(self, line: int, moment: int) -> int:
        """How many pieces of work added the line in the window up to a moment."""
        return _between(self._moments.get(line, ()), moment - self._window, moment + 1)

    def weight(self, line: int, moment: int) -> float:
        """From 0.05 for a line that stands everywhere to 1 for one of its own."""
        whole = _between(self._all, moment - self._window, moment + 1)
        if whole <= 1:
            return 1.0
        found = max(1, self.commits_with(line, moment))
        return max(self._least, log(whole / found) / log(whole)) if found < whole else self._least


def _between(moments: Sequence[int], first: int, after: int) -> int:
    return bisect_left(moments, after) - bisect_left(moments, first)
