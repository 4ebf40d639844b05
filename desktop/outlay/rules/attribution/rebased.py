"""The commits that a rebase merge put onto the default branch together with the one that names its pull request.

Source: attribution.md section 2 (landing commits): "the last k first-parent commits ending at the merge commit", k the
number of the pull request's commits. A squash ends at such a commit too, with other work below it; so every commit
must show by itself that it was moved there in the same go.
"""

from collections.abc import Collection, Iterator, Mapping

from outlay.domain.attribution import OwnCommit

_ONE_GO_MS = 60_000
"""Writing the copies of one pull request takes a forge, or a person's own rebase, no longer."""


def rebased_below(
    last: OwnCommit, commits: Mapping[str, OwnCommit], most: int | None, tips: Collection[str]
) -> Iterator[OwnCommit]:
    """The own commits below the last one of a rebase merge that came with it, the nearest first.

    Args:
        last: the commit that is known to be the pull request's last.
        commits: the owner's commits of the place by sha; another person's ends the run.
        most: how many commits the pull request has, None when nobody told.
        tips: commits at which the remote's default branch was seen: a merge ended there, another one began.
    """
    one, found = last, 1
    while _is_copy(one, last) and (most is None or found < most):
        below = commits.get(one.parents[0]) if one.parents else None
        if below is None or below.sha in tips or not _is_copy(below, last) or _names_another(below, last):
            return
        yield below
        one, found = below, found + 1


def _is_copy(commit: OwnCommit, last: OwnCommit) -> bool:
    """Whether it stands on the first-parent line and was written there later than its author wrote it, in one go.

    A squash and a direct commit are authored when they are committed.
    """
    on_the_line = commit.landed is not None and commit.through == commit.sha and len(commit.parents) == 1
    is_later = commit.committed // 1000 > commit.authored // 1000
    return on_the_line and is_later and 0 <= last.committed - commit.committed <= _ONE_GO_MS


def _names_another(commit: OwnCommit, last: OwnCommit) -> bool:
    return commit.email != last.email or commit.pull not in {None, last.pull}
