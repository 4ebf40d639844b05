"""Walks the commit graph: which commits are new and own, and when those of the default branch landed."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Landing, Revert
from outlay.readers.git.branches import Branch
from outlay.readers.git.patches import LONGEST_MESSAGE
from outlay.readers.git.place import Place
from outlay.readers.git.printed import moment_from
from outlay.rules.commit_text import REVERTING_WORD, reverted_in
from outlay.rules.landings import GraphCommit, LandingLine
from outlay.system.git_command import GitCommand, GitFailedError

_FORMAT = "--format=%x01%H%x02%P%x02%ct%x02%ae"
# Every line of a message is indented by one space, so that none can pass for the start of a commit. A NUL before it
# would end it for git.
_WITH_MESSAGES = f"{_FORMAT}%n%w(0,1,1)%B"
_START = 1
_REVERTING = REVERTING_WORD.encode()
# Notes and checkpoints are commits too, written beside the work by git and by tools.
_NO_NOTES = (
    "--not",
    "--glob=refs/notes",
    "--glob=refs/entire",
    "--branches=entire/checkpoints/*",
    "--remotes=*/entire/checkpoints/*",
    "--not",
)
_ALL = ("log", "--all", "--reflog", "--ignore-missing", "--stdin", *_NO_NOTES)
_MOST_KEPT = 200
"""Of so many new commits the walk is kept for their landings; of more they are walked once again."""


class Listed(NamedTuple):
    """A commit, whether it counts as the owner's, and its message where that was asked for."""

    commit: GraphCommit
    counts: bool
    message: bytes


class Walker(NamedTuple):
    """What a walk needs: the repository, git, and which commits count.

    `is_own` takes an author e-mail as git prints it; `since` leaves out what was committed before.
    """

    place: Place
    git: GitCommand
    is_own: Callable[[bytes], bool]
    since: UtcMillis | None

    def graph(self, command: tuple[str, ...], without: tuple[str, ...]) -> Iterator[Listed]:
        """Commits a command lists that the given ones do not reach."""
        given = [b"^" + sha.encode() for sha in without]
        for head, message in _records(self.git.lines(self.place.top, command, given)):
            sha, parents, seconds, email = head.split(b"\2", 3)
            subject = message[: message.find(b"\n")].decode("utf-8", "replace")
            commit = GraphCommit(sha.decode(), tuple(parents.decode().split()), moment_from(seconds), subject)
            yield Listed(commit, self._counts(commit) and self.is_own(email), message)

    def _counts(self, commit: GraphCommit) -> bool:
        return len(commit.parents) <= 1 and (self.since is None or commit.moment >= self.since)


class Seen(NamedTuple):
    """New own commits, newest first, and the heads up to which everything is known now.

    `listed` holds the first of all new commits, anybody's; with their messages unless there were no old heads.
    After a failure the commits seen before it stand, and so do the old heads.
    """

    own: tuple[str, ...]
    heads: tuple[str, ...]
    failure: GitFailedError | None = None
    listed: tuple[Listed, ...] = ()


class Landed(NamedTuple):
    """Own landings and anybody's reverts, tip first; `base` is the commit the first-parent line leads back to.

    `newest` is the moment of the tip, None when nothing was listed.
    """

    landings: tuple[Landing, ...]
    reverts: tuple[Revert, ...]
    base: str | None
    failure: GitFailedError | None = None
    newest: UtcMillis | None = None


def new_commits(walker: Walker, heads: tuple[str, ...], tip: str | None) -> Seen:
    """Own non-merge commits of all references, reflogs and worktrees that the old heads do not reach.

    A head that was pruned is left out: then known commits may come once more, and none is missed. The default
    branch's old `tip` stands beside the heads, so that this is never the whole history.
    """
    own = []
    listed: list[Listed] = []
    tips = dict.fromkeys(heads)
    waiting: set[str] = set()
    known = (*heads, tip) if tip else heads
    try:
        for one in walker.graph((*_ALL, _WITH_MESSAGES if known else _FORMAT), known):
            commit = one.commit
            if len(listed) < _MOST_KEPT:
                listed.append(one)
            if commit.sha in waiting:
                waiting.remove(commit.sha)
            else:
                tips[commit.sha] = None
            for parent in commit.parents:
                tips.pop(parent, None)
                waiting.add(parent)
            if one.counts:
                own.append(commit.sha)
    except GitFailedError as failure:
        return Seen(tuple(own), heads, failure)
    return Seen(tuple(own), tuple(tips), None, tuple(listed))


def straight_line(listed: Iterable[Listed], tip: str, before: str) -> tuple[Listed, ...]:
    """The commits from a branch's tip down to where it stood before, if they are one line without a merge.

    Empty when it is not that plain, or when not all of them are among the listed.
    """
    by_sha = {one.commit.sha: one for one in listed}
    line = []
    while tip != before:
        one = by_sha.pop(tip, None)
        if one is None or len(one.commit.parents) != 1:
            return ()
        line.append(one)
        tip = one.commit.parents[0]
    return tuple(line)


def landings_since(walker: Walker, branch: Branch, before: str | None, slug: str | None) -> Landed:
    """Landings of own commits and of reverts that the branch reaches and the commit before it does not.

    `slug` is the repository's own, by which messages name its pull requests.
    """
    command = ("log", "--topo-order", "--ignore-missing", "--stdin", _WITH_MESSAGES, branch.tip)
    try:
        return landings_among(walker.graph(command, (before,) if before else ()), branch.tip, slug)
    except GitFailedError as failure:
        return Landed((), (), None, failure)


def landings_among(commits: Iterable[Listed], tip: str, slug: str | None) -> Landed:
    """The landings of a branch's commits, listed tip first and children before parents, with their messages."""
    line = LandingLine(tip)
    landings: list[Landing] = []
    reverts: list[Revert] = []
    newest = None
    for commit, counts, message in commits:
        newest = newest or commit.moment
        landing = line.landed(commit)
        if counts:
            landings.append(landing)
        if _REVERTING in message:
            reverts.extend(_reverts(landing, message, slug))
    return Landed(tuple(landings), tuple(reverts), line.base, newest=newest)


def _reverts(landing: Landing, message: bytes, slug: str | None) -> Iterator[Revert]:
    """What a landed commit takes back, as its message says."""
    for reverted in reverted_in(message[:LONGEST_MESSAGE].decode("utf-8", "replace"), slug):
        yield Revert(landing.sha, reverted, *landing[1:])


def _records(lines: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Each commit's header with its message; the last one also when git fails after it, if its header is whole."""
    head = b""
    message: list[bytes] = []
    failure: GitFailedError | None = None
    try:
        for line in lines:
            if line[0] != _START:
                message.append(line[1:] or line)
                continue
            if head:
                yield head, b"".join(message)
            head, message = line[1:-1] if line.endswith(b"\n") else b"", []
    except GitFailedError as error:
        failure = error
    if head:
        yield head, b"".join(message)
    if failure is not None:
        raise failure
