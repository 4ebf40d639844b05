"""Commits that branches and pull requests' own references reach and the default branch does not.

One `git log` gives the graph and, as decorations, where each reference stands (git-log(1), `--decorate-refs`). It is
only run when a reference other than the default branch moved, and only references that moved are answered.
"""

import re
from collections import deque
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from outlay.domain.work import BranchCommit, PullHead
from outlay.readers.git.place import Place
from outlay.readers.git.printed import name_from
from outlay.system.git_command import GitCommand

MOST_COMMITS = 500
"""Newest commits kept of one reference: a longer line is another trunk, and nobody's piece of work."""

_COMMAND = (
    "log",
    "--decorate=full",
    *(f"--decorate-refs=refs/{kind}/*" for kind in ("heads", "remotes", "pull", "merge-requests")),
    "--format=%H%x02%P%x02%D",
    "--ignore-missing",
    # Notes that a tool of checkpoints keeps beside the work.
    "--exclude=entire/*",
    "--branches",
    "--exclude=*/entire/*",
    "--exclude=*/pull/*/merge",
    "--remotes",
    "--exclude=refs/pull/*/merge",
    "--glob=refs/pull/*",
    "--glob=refs/merge-requests/*",
    "--not",
)
_PULL = re.compile(
    rb"refs/(?:pull|merge-requests|remotes/.+/(?:pull|pr|merge-requests))/([1-9]\d{0,8})(?:/head)?\Z"
)
_NO_BRANCH = (b"/HEAD", b"/merge")


class Heads(NamedTuple):
    """What references that moved reach; `seen` stands for where all of them stand now."""

    branches: tuple[BranchCommit, ...]
    pulls: tuple[PullHead, ...]
    seen: str


class Trunk(NamedTuple):
    """Where the default branch stands, and its names, now and before: references of these names are not looked at."""

    tip: str
    names: frozenset[str]
    remote: str | None


class _Graph(NamedTuple):
    parents: dict[bytes, list[bytes]]
    tips: dict[bytes, bytes]


def unmerged(place: Place, git: GitCommand, trunk: Trunk, seen: str) -> Heads:
    """Commits of every reference that moved since `seen`.

    Raises:
        GitFailedError: git refused, failed or was too slow.
    """
    graph = _graph_of(git.lines(place.top, (*_COMMAND, trunk.tip)))
    before = frozenset(seen.split())
    stamps = {name: _stamp(name, tip) for name, tip in graph.tips.items()}
    branches: dict[BranchCommit, None] = {}
    pulls: dict[PullHead, None] = {}
    for name, tip in graph.tips.items():
        if stamps[name] in before:
            continue
        pull = _PULL.match(name)
        if pull:
            pulls.update((PullHead(int(pull[1]), sha), None) for sha in _reached(graph.parents, tip))
        elif (short := _short(name, trunk.remote)) and short not in trunk.names:
            branches.update((BranchCommit(short, sha), None) for sha in _reached(graph.parents, tip))
    return Heads(tuple(branches), tuple(pulls), " ".join(sorted(stamps.values())))


def _graph_of(lines: Iterator[bytes]) -> _Graph:
    parents: dict[bytes, list[bytes]] = {}
    tips: dict[bytes, bytes] = {}
    for line in lines:
        sha, _, rest = line.rstrip(b"\n").partition(b"\2")
        older, _, names = rest.partition(b"\2")
        parents[sha] = older.split()
        for name in names.split(b", ") if names else ():
            tips[name.rpartition(b"-> ")[2]] = sha
    return _Graph(parents, tips)


def _reached(parents: dict[bytes, list[bytes]], tip: bytes) -> Iterator[str]:
    """Commits of the graph from a tip on, the nearest first."""
    found = {tip: None}
    waiting = deque(found)
    while waiting and len(found) < MOST_COMMITS:
        for older in parents[waiting.popleft()]:
            if older in parents and older not in found:
                found[older] = None
                waiting.append(older)
    return (sha.decode() for sha in found)


def _short(name: bytes, remote: str | None) -> str | None:
    """A branch's own name, without the remote's; None for what is no branch."""
    if name.endswith(_NO_BRANCH):
        return None
    plain = name_from(name.removeprefix(b"refs/"))
    if plain.startswith("heads/"):
        return plain.removeprefix("heads/")
    if not plain.startswith("remotes/"):
        return None
    plain = plain.removeprefix("remotes/")
    if remote and plain.startswith(f"{remote}/"):
        return plain.removeprefix(f"{remote}/")
    return plain.partition("/")[2] or None


def _stamp(name: bytes, tip: bytes) -> str:
    return blake2b(name + b"\0" + tip, digest_size=4).hexdigest()
