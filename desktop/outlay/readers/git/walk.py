"""Walks the commit graph: which commits are new and own, and when those of the default branch landed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Landing, Revert
from outlay.readers.git.branches import Branch
from outlay.readers.git.place import Place
from outlay.readers.git.printed import moment_from
from outlay.readers.git.reverting import reverting_commits
from outlay.rules.landings import GraphCommit, LandingLine
from outlay.system.git_command import GitCommand, GitFailedError

_FORMAT = "--format=%H%x00%P%x00%ct%x00%ae%x00%s"
# Notes are commits too, written beside the work by git and by tools.
_NO_NOTES = ("--not", "--glob=refs/notes", "--not")
_ALL = ("log", "--all", "--reflog", "--ignore-missing", "--stdin", *_NO_NOTES, _FORMAT)


class Walker(NamedTuple):
    """What a walk needs: the repository, git, and which commits count.

    `is_own` takes an author e-mail as git prints it; `since` leaves out what was committed before.
    """

    place: Place
    git: GitCommand
    is_own: Callable[[bytes], bool]
    since: UtcMillis | None

    def graph(self, command: tuple[str, ...], without: tuple[str, ...]) -> Iterator[tuple[GraphCommit, bool]]:
        """Commits a command lists that the given ones do not reach, and whether each counts as the owner's."""
        given = [b"^" + sha.encode() for sha in without]
        for line in self.git.lines(self.place.top, command, given):
            sha, parents, seconds, email, subject = line.rstrip(b"\n").split(b"\0", 4)
            told = subject.decode("utf-8", "replace")
            commit = GraphCommit(sha.decode(), tuple(parents.decode().split()), moment_from(seconds), told)
            yield commit, self._counts(commit) and self.is_own(email)

    def _counts(self, commit: GraphCommit) -> bool:
        return len(commit.parents) <= 1 and (self.since is None or commit.moment >= self.since)


class Seen(NamedTuple):
    """New own commits, newest first, and the heads up to which everything is known now.

    After a failure the commits seen before it stand, and so do the old heads.
    """

    own: tuple[str, ...]
    heads: tuple[str, ...]
    failure: GitFailedError | None = None


class Landed(NamedTuple):
    """Own landings and anybody's reverts, tip first; `base` is the commit the first-parent line leads back to."""

    landings: tuple[Landing, ...]
    reverts: tuple[Revert, ...]
    base: str | None
    failure: GitFailedError | None = None


def new_commits(walker: Walker, heads: tuple[str, ...], tip: str | None) -> Seen:
    """Own non-merge commits of all references, reflogs and worktrees that the old heads do not reach.

    A head that was pruned is left out: then known commits may come once more, and none is missed. The default
    branch's old `tip` stands beside the heads, so that this is never the whole history.
    """
    own = []
    tips = dict.fromkeys(heads)
    waiting: set[str] = set()
    try:
        for commit, counts in walker.graph(_ALL, (*heads, tip) if tip else heads):
            if commit.sha in waiting:
                waiting.remove(commit.sha)
            else:
                tips[commit.sha] = None
            for parent in commit.parents:
                tips.pop(parent, None)
                waiting.add(parent)
            if counts:
                own.append(commit.sha)
    except GitFailedError as failure:
        return Seen(tuple(own), heads, failure)
    return Seen(tuple(own), tuple(tips))


def landings_since(walker: Walker, branch: Branch, before: str | None, slug: str | None) -> Landed:
    """Landings of own commits and of reverts that the branch reaches and the commit before it does not.

    `slug` is the repository's own, by which messages name its pull requests.
    """
    line = LandingLine(branch.tip)
    landings: list[Landing] = []
    reverts: list[Revert] = []
    command = ("log", "--topo-order", "--ignore-missing", "--stdin", _FORMAT, branch.tip)
    try:
        reverting = reverting_commits(walker.place, walker.git, (branch.tip, before), slug)
        for commit, counts in walker.graph(command, (before,) if before else ()):
            landing = line.landed(commit)
            if counts:
                landings.append(landing)
            reverts.extend(
                Revert(commit.sha, reverted, *landing[1:]) for reverted in reverting.get(commit.sha, ())
            )
    except GitFailedError as failure:
        return Landed((), (), None, failure)
    return Landed(tuple(landings), tuple(reverts), line.base)
