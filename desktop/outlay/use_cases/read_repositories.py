"""Looks at every repository the owner opted in and keeps the owner's own commits."""

from collections.abc import Callable, Iterator

from outlay.domain.answers import RepositoryReport
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import FATAL, Problem, ProblemKind
from outlay.domain.work import KnownRepository, RepositoryReading, RepositoryState
from outlay.store.store import Store

ReadRepository = Callable[[str, bytes | None, frozenset[str]], RepositoryReading]
"""Path, bookmark and own e-mails in; one look at the repository out."""


def read_repositories(
    store: Store, read: ReadRepository, clock: Callable[[], UtcMillis]
) -> Iterator[RepositoryReport]:
    """Look at each repository in turn; one that cannot be read leaves the others unharmed."""
    own = frozenset(email.lower() for email in store.owner.identities())
    for known in store.git.known():
        yield _look(store, known, read(known.path, known.bookmark, own), clock())


def _look(
    store: Store, known: KnownRepository, reading: RepositoryReading, now: UtcMillis
) -> RepositoryReport:
    if _brought_nothing(known, reading):
        with store.writing():
            store.git.keep_problems(known.path, reading.problems, now)
            store.git.set_state(known.key, _state_of(reading.problems))
        return RepositoryReport(known.slug or known.name, known.path, 0, reading.problems)
    added = store.keep_reading(known.path, reading, now)
    return RepositoryReport(reading.slug or reading.name, known.path, added, reading.problems)


def _brought_nothing(known: KnownRepository, reading: RepositoryReading) -> bool:
    """Whether the look failed as a whole: a reading with a few commits missing is kept, as far as it got."""
    same_place = reading.bookmark == (known.bookmark or b"")
    failed = bool(FATAL & {problem.kind for problem in reading.problems})
    return failed and same_place and not reading.commits and not reading.landings


def _state_of(problems: tuple[Problem, ...]) -> RepositoryState:
    gone = any(problem.kind == ProblemKind.REPOSITORY_GONE for problem in problems)
    return RepositoryState.GONE if gone else RepositoryState.FAILING
