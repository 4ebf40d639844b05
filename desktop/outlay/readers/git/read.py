"""One look at one repository: open this first. Whatever is wrong with it comes back as problems."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem, ProblemKind
from outlay.domain.work import RepositoryReading
from outlay.readers.git.bookmark import GitBookmark, packed, sight_of, still_good, unpacked
from outlay.readers.git.branches import Branch, Settings, default_branch, fetched_at, settings_of
from outlay.readers.git.commits import CommitReader
from outlay.readers.git.place import Place, cut_at, is_under_way, name_of, place_of, worktrees_of
from outlay.readers.git.signs import Look, SignReader, is_due
from outlay.readers.git.stillness import config_state_of, state_of
from outlay.readers.git.walk import (
    Landed,
    Listed,
    Walker,
    landings_among,
    landings_since,
    new_commits,
    straight_line,
)
from outlay.readers.interface import PackLines
from outlay.rules.identities import is_own
from outlay.system.git_command import GitCommand, GitFailedError


class _Arrivals(NamedTuple):
    """What landed, whether that is all there is, and the bookmark after it."""

    landed: Landed
    anew: bool
    after: GitBookmark


class Span(NamedTuple):
    """`since`: commits committed before are left out; None takes all. `now`: today; None goes by the branch's newest."""

    since: UtcMillis | None = None
    now: UtcMillis | None = None


_ALL_OF_IT = Span()


def read_repository(
    path: str,
    bookmark: bytes | None,
    own_emails: frozenset[str],
    pack_lines: PackLines,
    git: GitCommand,
    span: Span = _ALL_OF_IT,
) -> RepositoryReading:
    """What the repository at a folder holds of the owner's work, from the bookmark on. Never raises.

    Args:
        path: a worktree, a folder inside one, or a bare repository.
        bookmark: where the last reading ended. None, other e-mails or an earlier `since` read everything anew.
        own_emails: the owner's commit e-mails; noreply forms of their logins count as well.
        pack_lines: the installation's seeded line hash.
        git: runs git.
        span: which part of time counts.
    """
    try:
        place = place_of(path) if Path(path).is_dir() else None
        if place is None:
            return _unread(
                path, bookmark, ProblemKind.REPOSITORY_GONE, "There is no git repository any more."
            )
        before = still_good(unpacked(bookmark), sight_of(own_emails, cut_at(place)), span.since)
        mine = cache(lambda email: is_own(email.decode("utf-8", "replace"), own_emails))
        return _read(Walker(place, git, mine, before.since), before, pack_lines, span.now)
    except GitFailedError as error:
        return _unread(path, bookmark, error.kind, error.message)
    except OSError as error:
        return _unread(path, bookmark, ProblemKind.UNREADABLE, error.strerror or "It cannot be opened.")


def _read(
    walker: Walker, before: GitBookmark, pack_lines: PackLines, now: UtcMillis | None
) -> RepositoryReading:
    place, git = walker.place, walker.git
    state = state_of(place)
    if state == before.state and not is_due(before.signs, now):
        return _reading(place, before)
    config = config_state_of(place, git.environment)
    settings = _settings(place, git, before, config)
    branch = default_branch(place, settings, git)
    seen = new_commits(walker, before.heads, before.tip)
    read = CommitReader(place, pack_lines, git).read(seen.own)
    arrived = _arrivals(walker, branch, before, settings.slug, seen.listed)
    look = Look(
        before.signs, branch, settings.remote, settings.slug, read.commits, arrived.landed, arrived.anew, now
    )
    signs = SignReader(walker, look, pack_lines).read()
    ends = (seen.failure, *read.failures, arrived.landed.failure, *signs.failures)
    failures = tuple(failure for failure in ends if failure is not None)
    whole = seen.failure is None and read.whole
    after = (arrived.after._replace(heads=seen.heads) if whole else before)._replace(
        state="" if failures else state,
        slug=settings.slug,
        branch=branch.name if branch else None,
        fetched=fetched_at(place, settings, branch) if branch else None,
        config=config if settings.in_usual_files else "",
        remote=settings.remote,
        initial_branch=settings.initial_branch,
        signs=signs.mark,
    )
    return _reading(place, after)._replace(
        commits=read.commits,
        landings=arrived.landed.landings,
        reverts=arrived.landed.reverts,
        landings_anew=arrived.anew,
        problems=(*_notes(place), *_problems(failures, place)),
        signs=signs.signs,
    )


def _reading(place: Place, after: GitBookmark) -> RepositoryReading:
    """What is known of a repository in which nothing moved."""
    return RepositoryReading(
        key=place.common,
        path=place.top,
        name=name_of(place),
        slug=after.slug,
        worktrees=worktrees_of(place),
        default_branch=after.branch,
        fetched=after.fetched,
        commits=(),
        landings=(),
        reverts=(),
        landings_anew=False,
        problems=_notes(place),
        bookmark=packed(after),
    )


def _settings(place: Place, git: GitCommand, before: GitBookmark, config: str) -> Settings:
    """What the config says; git is asked again when its files changed, or when it reads others besides."""
    if config == before.config:
        return Settings(before.remote, before.slug, before.initial_branch)
    return settings_of(place, git)


def _arrivals(
    walker: Walker, branch: Branch | None, before: GitBookmark, slug: str | None, listed: tuple[Listed, ...]
) -> _Arrivals:
    """Landings since the bookmark; all of them when the branch is another or its line was rewritten.

    What the walk over the new commits listed answers it where a few commits were put on the branch.
    """
    known = before.tip if branch and branch.reference == before.reference else None
    if branch is None or branch.tip == known:
        return _Arrivals(Landed((), (), None), anew=False, after=before)
    line = straight_line(listed, branch.tip, known) if known else ()
    landed = landings_among(line, branch.tip, slug) if line else landings_since(walker, branch, known, slug)
    anew = known is None or (landed.failure is None and landed.base != known)
    if anew and known is not None:
        landed = landings_since(walker, branch, None, slug)
    if landed.failure is not None:
        return _Arrivals(landed, anew=False, after=before)
    after = before._replace(reference=branch.reference, tip=branch.tip)
    return _Arrivals(landed, anew, after)


def _notes(place: Place) -> tuple[Problem, ...]:
    """What the owner should know of a repository that was read all the same."""
    alone = place.bare and not worktrees_of(place)
    found = (
        (alone, ProblemKind.REPOSITORY_BARE, "It has no worktree."),
        (bool(cut_at(place)), ProblemKind.REPOSITORY_SHALLOW, "Its history is cut."),
        (is_under_way(place), ProblemKind.REPOSITORY_BUSY, "A rebase, merge or bisect is under way."),
    )
    return tuple(Problem("git", kind, 1, words, place.top) for is_so, kind, words in found if is_so)


def _problems(failures: tuple[GitFailedError, ...], place: Place) -> tuple[Problem, ...]:
    """One problem a kind, with the first failure's words."""
    by_kind: dict[ProblemKind, list[str]] = {}
    for failure in failures:
        by_kind.setdefault(failure.kind, []).append(failure.message)
    return tuple(Problem("git", kind, len(told), told[0], place.top) for kind, told in by_kind.items())


def _unread(path: str, bookmark: bytes | None, kind: ProblemKind, words: str) -> RepositoryReading:
    """A reading of nothing, which leaves what is known as it stands."""
    return RepositoryReading(
        key=str(Path(path).absolute()),
        path=path,
        name=Path(path).name,
        slug=None,
        worktrees=(),
        default_branch=None,
        fetched=None,
        commits=(),
        landings=(),
        reverts=(),
        landings_anew=False,
        problems=(Problem("git", kind, 1, words, path),),
        bookmark=bookmark or b"",
    )
