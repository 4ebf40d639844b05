"""Which landed commits are copies of one piece of work: cherry-picked, rebased or amended ones.

They keep the author's e-mail and second, and the subject or the patch. Two commits that share only the second (a
script's, a squash of several) are two pieces.
"""

from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby

from outlay.domain.work import LandedCommit


def pieces_of(commits: Iterable[LandedCommit]) -> list[list[LandedCommit]]:
    """The commits of one repository as pieces of work, each with all of its copies; one sha is one commit."""
    ordered = sorted(commits, key=lambda commit: (_second_of(commit), commit.landed, commit.sha))
    return [piece for _, same in groupby(ordered, key=_second_of) for piece in _pieces_of_second(list(same))]


def _second_of(commit: LandedCommit) -> tuple[str, int]:
    return commit.author_email.lower(), commit.author_moment // 1000


def _pieces_of_second(commits: list[LandedCommit]) -> list[list[LandedCommit]]:
    """Commits of one author and second, joined where any mark is the same."""
    by_mark: dict[Hashable, list[LandedCommit]] = {}
    for commit in commits:
        found = {id(piece): piece for mark in _marks(commit) if (piece := by_mark.get(mark))}
        piece, *others = found.values() or ([],)
        moved = [commit, *(copy for other in others for copy in other)]
        piece.extend(moved)
        for copy in moved:
            by_mark.update(dict.fromkeys(_marks(copy), piece))
    return list({id(piece): piece for piece in by_mark.values()}.values())


def _marks(commit: LandedCommit) -> Iterator[Hashable]:
    """What a copy shares with its original; an empty subject or patch says nothing."""
    yield commit.sha
    if commit.subject:
        yield "subject", commit.subject
    if commit.patch:
        yield commit.patch
