"""A repository's history as the stream that `git fast-import` reads (https://git-scm.com/docs/git-fast-import).

Squashed and rebased branches are written too, and forgotten once they are a week old: their commits are only known to
the forge then, as after any merge.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.use_cases.sample.listing import file_lines, text_of
from outlay.use_cases.sample.schedule import Commit, Pieces
from outlay.use_cases.sample.story import COLLEAGUE, EMAIL, LANDING, NAME, OWNER, Way, Work
from outlay.use_cases.sample.works import WORK

_MAIN = "refs/heads/main"
_SHARED_MAIN = "refs/remotes/origin/main"
_NOTHING = "0" * 40
_KEPT_WEEKS = 1
"""Branches that landed longer ago are gone from this machine."""


class Marks(NamedTuple):
    """The numbers of a work's commits in the stream: on its branch, and as they landed."""

    branch: tuple[int, ...] = ()
    landing: tuple[int, ...] = ()


class _Change(NamedTuple):
    """One commit to write. `merged` is the branch it merges; `pieces` None: it changes no file itself."""

    branch: str
    message: str
    moment: UtcMillis
    authored: UtcMillis
    path: str = ""
    pieces: Pieces | None = None
    merged: str = ""


@dataclass(slots=True)
class History:
    """A repository's stream while it is written, and which commits are whose."""

    name: str
    parts: list[bytes] = field(default_factory=list)
    marks: dict[str, Marks] = field(default_factory=dict)
    _states: dict[str, list[Pieces]] = field(default_factory=dict)
    _on_branch: dict[str, list[_Change]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)
    _count: int = 0

    def begin(self, moment: UtcMillis) -> None:
        """The first commit, which is older than the story."""
        readme = f"# {self.name}\n\nA sample repository. Everything in it is invented.\n".encode()
        self.parts += self._head(
            _Change(_MAIN, f"Start the {self.name} repository", moment, moment), COLLEAGUE
        )
        self.parts += [b"M 100644 inline README.md\n", _data(readme), b"\n"]

    def add(self, commit: Commit) -> None:
        """A commit of the story, after all before it."""
        work = commit.work
        if not commit.lands:
            self._keep_on_branch(commit)
        elif work.way is Way.MERGE:
            self._take_branch(work)
            self._land(
                work, [_Change(_MAIN, _merging(work), commit.moment, commit.moment, merged=_side(work))]
            )
        elif work.way is Way.REBASE:
            self._take_branch(work)
            steps = self._on_branch[work.title]
            self._land(work, [step._replace(branch=_MAIN, moment=commit.moment) for step in steps])
        else:
            pieces = self._pieces_of(commit)
            message = _message(work)
            self._land(work, [_Change(_MAIN, message, commit.moment, commit.moment, work.path, pieces)])

    def stream(self) -> bytes:
        """All of it; the forge's branch stands where ours does."""
        self._forget_old_branches()
        return b"".join([*self.parts, f"reset {_SHARED_MAIN}\nfrom {_MAIN}\n\n".encode(), b"done\n"])

    def _pieces_of(self, commit: Commit) -> Pieces:
        """What the file holds afterwards; taking a work back is what it held before, landing it again what it did."""
        work = commit.work
        states = self._states.setdefault(work.path, [()])
        taken = {Way.REVERT: -2, Way.REAPPLY: -2}.get(work.way)
        states.append(commit.pieces if taken is None else states[taken])
        return states[-1]

    def _keep_on_branch(self, commit: Commit) -> None:
        work = commit.work
        steps = self._on_branch.setdefault(work.title, [])
        if not commit.pieces or (steps and steps[-1].pieces == commit.pieces):
            return
        change = _Change(
            _side(work), _step(work, len(steps)), commit.moment, commit.moment, work.path, commit.pieces
        )
        steps.append(change)
        self._note(work, branch=self._write(change))

    def _land(self, work: Work, changes: Iterable[_Change]) -> None:
        for change in changes:
            self._note(work, landing=self._write(change))

    def _take_branch(self, work: Work) -> None:
        """What the branch holds stands on the default branch from here on."""
        self._states.setdefault(work.path, [()]).append(self._on_branch[work.title][-1].pieces or ())

    def _note(self, work: Work, *, branch: int | None = None, landing: int | None = None) -> None:
        known = self.marks.get(work.title, Marks())
        self.marks[work.title] = Marks(
            (*known.branch, *([branch] if branch else ())), (*known.landing, *([landing] if landing else ()))
        )

    def _write(self, change: _Change) -> int:
        self.parts += self._head(change)
        if change.pieces is not None:
            text = text_of(file_lines(change.path, change.pieces)).encode()
            head = f"M 100644 inline {change.path}\n" if text else f"D {change.path}\n"
            self.parts += [head.encode(), _data(text) if text else b""]
        self.parts.append(b"\n")
        return self._count

    def _head(self, change: _Change, who: str = f"{NAME} <{EMAIL}>") -> Iterator[bytes]:
        self._count += 1
        yield f"commit {change.branch}\nmark :{self._count}\n".encode()
        yield f"author {who} {change.authored // 1000} +0000\n".encode()
        yield f"committer {who} {change.moment // 1000} +0000\n".encode()
        yield _data(change.message.encode())
        if change.branch != _MAIN and change.branch not in self._begun:
            self._begun.add(change.branch)
            yield f"from {_MAIN}\n".encode()
        if change.merged:
            yield f"merge {change.merged}\n".encode()

    def _forget_old_branches(self) -> None:
        for work in WORK:
            landed = self.marks.get(work.title, Marks()).landing
            if _side(work) in self._begun and landed and work.week > _KEPT_WEEKS:
                self.parts.append(f"reset {_side(work)}\nfrom {_NOTHING}\n\n".encode())


def pull_title(work: Work) -> str:
    """A pull request's title: the work's, or the one a forge gives to what takes another back."""
    if work.way in {Way.REVERT, Way.REAPPLY}:
        return f'{"Revert" if work.way is Way.REVERT else "Reapply"} "{work.of}"'
    return work.title


def pull_body(work: Work) -> str:
    """What stands in its pull request: what it takes back, or the ticket it is for."""
    if work.way in {Way.REVERT, Way.REAPPLY}:
        return f"Reverts {OWNER}/{work.repository}#{_taken_back(work)}"
    return f"Part of {work.key}." if work.key else ""


def _taken_back(work: Work) -> int | None:
    """The number of the pull request it takes back: the work's own, or that of its revert."""
    wanted = Way.REVERT if work.way is Way.REAPPLY else None
    named = (
        one
        for one in WORK
        if (one.of == work.of and one.way is wanted) or (not wanted and one.title == work.of)
    )
    return next(one.number for one in named)


def _message(work: Work) -> str:
    if work.way is Way.DIRECT:
        return f"{work.title}\n\n{work.key}" if work.key else work.title
    body = f"\n\n{pull_body(work)}" if work.way in LANDING and pull_body(work) else ""
    return f"{pull_title(work)} (#{work.number}){body}"


def _merging(work: Work) -> str:
    return f"Merge pull request #{work.number} from {OWNER}/{work.branch}\n\n{work.title}"


def _step(work: Work, number: int) -> str:
    """What a commit on the way says."""
    if work.days == 1:
        return work.title
    return f"{work.title}, part {number + 1}"


def _side(work: Work) -> str:
    return f"refs/heads/{work.branch}"


def _data(body: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(body), body)
