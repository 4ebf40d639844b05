"""How landed work stands: settling, held, or taken back. Source: design, rules of honesty 12 and 13."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Protocol

from outlay.domain.answers import ItemState
from outlay.domain.moments import UtcMillis
from outlay.domain.work import Revert

SETTLING_MS = int(timedelta(days=14).total_seconds() * 1000)

_SHORTEST = 7
"""The fewest letters a sha is written with."""


def state_of(landed: UtcMillis, now: UtcMillis, *, reverted: bool) -> ItemState:
    """How a landed item stands at a moment."""
    if reverted:
        return ItemState.REVERTED
    return ItemState.SETTLING if now - landed < SETTLING_MS else ItemState.HELD


class Landable(Protocol):
    """A commit, its first-parent commit on the default branch, and the pull request that one names."""

    @property
    def sha(self) -> str:
        """Its id."""
        ...

    @property
    def through(self) -> str | None:
        """What it landed with."""
        ...

    @property
    def pull(self) -> int | None:
        """The number that one names."""
        ...


def standing_reverts(reverts: Sequence[Revert]) -> frozenset[str]:
    """The reverts that nothing takes back in the end."""
    return _standing_reverts(reverts, _Naming(reverts))


def standing_of(commits: Iterable[Landable], reverts: Sequence[Revert]) -> frozenset[str]:
    """The commits of one repository that nothing takes back in the end.

    A revert takes back the commit it names; one of a merge or of a pull request takes back all that came with it.
    A revert that was itself taken back takes nothing back.
    """
    naming = _Naming(reverts)
    standing = _standing_reverts(reverts, naming)
    known = list(commits)
    taken_back = {commit.sha for commit in known if not standing.isdisjoint(naming.those(commit))}
    return frozenset(commit.sha for commit in known) - taken_back


class _Naming:
    """Finds the reverts that name a commit, by the start of its sha."""

    def __init__(self, reverts: Iterable[Revert]) -> None:
        self._by_start: dict[str, list[Revert]] = defaultdict(list)
        for revert in reverts:
            self._by_start[revert.reverted[:_SHORTEST]].append(revert)

    def those(self, commit: Landable) -> Iterator[str]:
        """The other commits that take back this one, or what it landed with."""
        for name in {commit.sha, commit.through or commit.sha}:
            for revert in self._by_start.get(name[:_SHORTEST], ()):
                if name.startswith(revert.reverted) and revert.sha != commit.sha:
                    yield revert.sha
        pull = f"#{commit.pull}"
        for revert in self._by_start.get(pull[:_SHORTEST], ()):
            if revert.reverted == pull and revert.sha != commit.sha:
                yield revert.sha


def _standing_reverts(reverts: Iterable[Revert], naming: _Naming) -> frozenset[str]:
    """The reverts that nothing takes back in the end, decided from the last of each chain on.

    Messages that name each other in a ring were made up; they take nothing back from each other.
    """
    against: dict[str, set[str]] = defaultdict(set)
    for revert in reverts:
        against[revert.sha].update(naming.those(revert))
    stands: dict[str, bool] = {}
    left = set(against)
    while ready := {sha for sha in left if against[sha].isdisjoint(left)}:
        left -= ready
        stands |= {sha: not any(stands[other] for other in against[sha]) for sha in ready}
    return frozenset(left | {sha for sha, so in stands.items() if so})
