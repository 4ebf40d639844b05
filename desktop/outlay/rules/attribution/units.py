"""Which own unit every commit belongs to: a pull request, a branch without one, or a group of direct commits.

Source: design, section 3 ("own unit"), and attribution.md section 2 (lineage, landing commits). A commit is asked in
turn: does a pull request list it, does a copy of it belong to one, does its branch, does the commit it landed with
name one, did a rebase merge bring it below such a one, does a squash hold its text; else it stands alone, with its
branch or with what was pushed with it.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from outlay.domain.attribution import OwnCommit
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest
from outlay.domain.work import Push
from outlay.rules.attribution.rebased import rebased_below
from outlay.rules.commit_text import is_taking_back

_ABSORBED = 0.6
"""Share of a branch's lines that a squash must hold to be that branch, landed."""

_DAY_MS = 24 * 60 * 60 * 1000


class Unit(NamedTuple):
    """One own unit. `commits` are all its commits, copies and all; `landing` those that landed it, in order.

    `branch` is where it was worked on. `pull` is the pull request as told by a forge or a file, None when only git
    speaks of it.
    """

    item: str
    place: str
    repository: str
    branch: str | None
    number: int | None
    pull: PullRequest | None
    commits: tuple[OwnCommit, ...]
    landing: tuple[OwnCommit, ...]


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is known of one place beside its commits.

    Args:
        name: `owner/name`, or the folder's name without a remote.
        default_branch: the branch work lands on.
        pulls: the owner's pull requests there.
        branches: commits that branches were seen to hold, by sha.
        pull_heads: commits that `refs/pull` hold, by sha.
        pull_branches: branches from which the logs saw a pull request opened.
        pushes: when the default branch was seen to move; empty without a remote.
        tickets: the ticket a commit's own message names, by sha.
    """

    name: str
    default_branch: str | None = None
    pulls: tuple[PullRequest, ...] = ()
    branches: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pull_heads: Mapping[str, int] = field(default_factory=dict)
    pull_branches: Mapping[str, int] = field(default_factory=dict)
    pushes: tuple[Push, ...] = ()
    tickets: Mapping[str, str] = field(default_factory=dict)


def units_of(place: str, commits: Sequence[OwnCommit], facts: PlaceFacts) -> list[Unit]:
    """The own units of a place. Commits that take others back must be left out before."""
    sorting = _Sorting(place, commits, facts)
    return [_unit(place, facts, key, members) for key, members in sorting.groups().items()]


class _Key(NamedTuple):
    """What a unit is told by: its number, its branch, or what its direct commits share."""

    number: int | None = None
    branch: str | None = None
    group: str | None = None


class _Sorting:
    """Sorts a place's commits into units, one question after the other."""

    def __init__(self, place: str, commits: Sequence[OwnCommit], facts: PlaceFacts) -> None:
        self._place = place
        self._commits = sorted(commits, key=lambda one: (one.authored, one.committed, one.sha))
        self._facts = facts
        self._by_lineage: dict[tuple[str, int], list[OwnCommit]] = defaultdict(list)
        for commit in self._commits:
            self._by_lineage[commit.lineage].append(commit)
        self._keys: dict[str, _Key] = {}

    def groups(self) -> dict[_Key, list[OwnCommit]]:
        """Every unit's commits, the oldest first."""
        self._listed()
        self._by_branch_of_pull()
        self._by_number()
        self._rebased()
        self._direct()
        self._held_by_others()
        self._on_branches()
        self._held_by_others()
        self._alone()
        groups: dict[_Key, list[OwnCommit]] = defaultdict(list)
        for pull in self._facts.pulls:
            if not is_taking_back(pull.title):
                groups[_Key(number=pull.number)] = []
        for commit in self._commits:
            if commit.sha in self._keys:
                groups[self._keys[commit.sha]].append(commit)
        return groups

    def _give(self, commit: OwnCommit, key: _Key) -> None:
        """To the commit and to all copies of it that have no unit yet."""
        for copy in self._by_lineage[commit.lineage]:
            self._keys.setdefault(copy.sha, key)

    def _left(self) -> list[OwnCommit]:
        return [commit for commit in self._commits if commit.sha not in self._keys]

    def _listed(self) -> None:
        """What a pull request lists, and the commit it landed as. Of stacked ones that list it the first to merge."""
        ordered = sorted(
            self._facts.pulls, key=lambda pull: (pull.merged is None, pull.merged or 0, pull.number)
        )
        numbers = {sha: pull.number for pull in reversed(ordered) for sha in pull.commits}
        landed = {pull.merge_commit: pull.number for pull in self._facts.pulls if pull.merge_commit}
        for commit in self._commits:
            number = numbers.get(commit.sha, landed.get(commit.sha, self._facts.pull_heads.get(commit.sha)))
            if number is not None:
                self._give(commit, _Key(number=number))

    def _by_branch_of_pull(self) -> None:
        """Commits on the head branch of a pull request in its time."""
        by_branch: dict[str, list[PullRequest]] = defaultdict(list)
        for pull in self._facts.pulls:
            if pull.head_branch:
                by_branch[pull.head_branch].append(pull)
        for commit in self._left():
            for branch in self._facts.branches.get(commit.sha, ()) if commit.landed is None else ():
                told = pull_in_time(by_branch.get(branch, ()), commit.authored)
                number = told.number if told else self._facts.pull_branches.get(branch)
                if number is not None:
                    self._give(commit, _Key(number=number))
                    break

    def _by_number(self) -> None:
        """What landed with a commit that names a pull request."""
        for commit in self._left():
            if commit.pull is not None:
                self._give(commit, _Key(number=commit.pull))

    def _rebased(self) -> None:
        """What a rebase merge brought below the commit that is known to be its pull request's last."""
        by_sha = {commit.sha: commit for commit in self._commits}
        tips = {push.sha: push.moment for push in self._facts.pushes}
        seen, sizes = max(tips.values(), default=0), self._sizes()
        for last, key in self._last_of_merges():
            most = sizes.get(key.number or 0)
            if most is None and last.committed > seen:
                continue
            for below in rebased_below(last, by_sha, most, tips):
                another_ticket = most is None and self._ticket(below) not in {None, self._ticket(last)}
                if another_ticket or self._keys.get(below.sha, key) != key:
                    break
                self._give(below, key)

    def _last_of_merges(self) -> list[tuple[OwnCommit, _Key]]:
        """Commits that a pull request is known to have landed as: by its forge's word, else by their own."""
        told = {pull.number: pull.merge_commit for pull in self._facts.pulls if pull.merge_commit}
        return [
            (commit, key)
            for commit in self._commits
            if (key := self._keys.get(commit.sha)) and key.number is not None
            if commit.sha == told.get(key.number) or (key.number not in told and key.number == commit.pull)
        ]

    def _sizes(self) -> dict[int, int]:
        """How many commits a pull request has, where anything tells."""
        listed = {pull.number: len(pull.commits) for pull in self._facts.pulls if pull.commits}
        return {**Counter(self._facts.pull_heads.values()), **listed}

    def _held_by_others(self) -> None:
        """Commits that landed nowhere, whose text a later commit holds: a squash, a branch written anew."""
        left = self._left()
        if not left:
            return
        holding = [one for one in self._commits if one.sha in self._keys]
        holders: dict[tuple[str, int], set[int]] = defaultdict(set)
        for number, other in enumerate(holding):
            for line in _lines(other):
                holders[line].add(number)
        for commit in left:
            lines = _lines(commit)
            held = Counter(
                number
                for line in lines
                for number in holders.get(line, ())
                if holding[number].committed >= commit.committed
            )
            best = max(held, key=lambda number: (held[number], -holding[number].committed), default=None)
            if best is not None and held[best] >= _ABSORBED * len(lines):
                self._give(commit, self._keys[holding[best].sha])

    def _direct(self) -> None:
        """Landed commits that no pull request knows: grouped by ticket, else by push, else by day."""
        pushes = self._own_pushes()
        for commit in self._left():
            if commit.landed is not None:
                self._give(commit, _Key(group=self._ticket(commit) or _push_of(commit, pushes)))

    def _own_pushes(self) -> list[int]:
        """Moments at which the default branch moved to a commit of the owner's."""
        own = {commit.sha for commit in self._commits}
        return sorted(push.moment for push in self._facts.pushes if push.sha in own)

    def _on_branches(self) -> None:
        """Work that is still on a branch of its own."""
        for commit in self._left():
            named = [
                name
                for name in self._facts.branches.get(commit.sha, ())
                if name != self._facts.default_branch
            ]
            if named:
                self._give(commit, _Key(branch=named[0]))

    def _alone(self) -> None:
        """Not pushed yet, or given up: by ticket, else each on its own."""
        for commit in self._left():
            self._give(commit, _Key(group=self._ticket(commit) or f"commit {commit.sha}"))

    def _ticket(self, commit: OwnCommit) -> str | None:
        """What direct commits of one ticket share."""
        ticket = self._facts.tickets.get(commit.sha)
        return f"ticket {ticket}" if ticket else None


def pull_in_time(pulls: Iterable[PullRequest], moment: int) -> PullRequest | None:
    """Of the pull requests of one branch, the one that a moment belongs to: the first not closed by then."""
    ordered = sorted(pulls, key=lambda pull: (_end_of(pull), pull.number))
    return next((pull for pull in ordered if moment <= _end_of(pull)), None)


def _end_of(pull: PullRequest) -> float:
    ended = pull.merged or pull.closed
    return float("inf") if ended is None else ended


def _lines(commit: OwnCommit) -> set[tuple[str, int]]:
    return {(file.path, line) for file in commit.files for line in file.added if line}


def _push_of(commit: OwnCommit, pushes: Sequence[int]) -> str:
    """The push a commit went with; without any, the day it was committed on."""
    at = bisect_left(pushes, commit.committed)
    return f"push {pushes[at]}" if at < len(pushes) else f"day {commit.committed // _DAY_MS}"


def _unit(place: str, facts: PlaceFacts, key: _Key, members: Sequence[OwnCommit]) -> Unit:
    pull = next((one for one in facts.pulls if one.number == key.number), None)
    landing = sorted(
        (one for one in members if one.landed is not None),
        key=lambda one: (one.committed, one.authored, one.sha),
    )
    branch = key.branch or (pull.head_branch if pull else None)
    return Unit(
        _item_of(facts.name, key, landing or members),
        place,
        facts.name,
        branch,
        key.number,
        pull,
        tuple(members),
        tuple(landing),
    )


def _item_of(name: str, key: _Key, members: Sequence[OwnCommit]) -> str:
    """The unit's key as contract.md writes it."""
    if key.number is not None:
        return f"pr:{name}#{key.number}"
    if key.branch is not None:
        return f"branch:{name}:{key.branch}"
    return f"commit:{name}@{members[0].sha}"


def first_activity(unit: Unit) -> int | None:
    """When the first of a unit's commits was written."""
    return min((commit.authored for commit in unit.commits), default=None)


def sign_of(unit: Unit) -> int:
    """A number that changes when anything of a unit does that turns are judged by."""
    commits = sorted((commit.sha, commit.landed, commit.through) for commit in unit.commits)
    pull = unit.pull._replace(title="", marks=()) if unit.pull else None
    return crc32(repr((unit.branch, unit.number, commits, pull)).encode())


def last_activity(unit: Unit) -> UtcMillis | None:
    """When anything of a unit last moved, as far as git and its forge say."""
    moments = [commit.committed for commit in unit.commits]
    if unit.pull:
        moments += [at for at in (unit.pull.created, unit.pull.merged, unit.pull.closed) if at is not None]
    return max(moments, default=None)
