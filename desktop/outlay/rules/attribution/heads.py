"""Which branch a checkout stood on at a moment, by its own log."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Checkout


class Heads:
    """Where the HEAD of every checkout stood at any moment."""

    def __init__(self, checkouts: Sequence[Checkout]) -> None:
        self._moments: dict[str, list[int]] = defaultdict(list)
        self._branches: dict[str, list[str | None]] = defaultdict(list)
        for one in sorted(checkouts, key=lambda entry: (entry.worktree, entry.moment)):
            self._moments[one.worktree].append(one.moment)
            self._branches[one.worktree].append(one.branch)

    def branch_at(self, root: str, moment: UtcMillis) -> str | None:
        """The branch of a checkout at a moment; None when its log does not reach so far back."""
        at = bisect_right(self._moments.get(root, ()), moment)
        return self._branches[root][at - 1] if at else None
