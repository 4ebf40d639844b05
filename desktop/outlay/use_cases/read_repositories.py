"""Looks at every repository the owner opted in and keeps the owner's own commits."""

from collections.abc import Callable, Iterator

from outlay.domain.answers import RepositoryReport
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem, ProblemKind
from outlay.domain.work import KnownRepository, RepositoryReading, RepositoryState
from outlay.store.store import Store

ReadRepository = Callable[[str, bytes | None, frozenset[str]], RepositoryReading]
"""Path, bookmark and own e-mails in; one look at the repository out."""

_STATE = {ProblemKind.REPOSITORY_GONE: RepositoryState.GONE}


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
    failing = _failing(reading.problems)
    if failing is not None:
        with store.writing():
            store.git.keep_problems(known.path, reading.problems, now)
            store.git.set_state(known.key, _STATE.get(ProblemKind(failing.kind), RepositoryState.FAILING))
        return RepositoryReport(known.slug or known.name, known.path, 0, reading.problems)
    added = store.keep_reading(reading, now)
    return RepositoryReport(reading.slug or reading.name, reading.path, added, reading.problems)


def _failing(problems: tuple[Problem, ...]) -> Problem | None:
    """The problem that left nothing to keep; a note such as a cut history is none."""
    fatal = {
        ProblemKind.REPOSITORY_GONE,
        ProblemKind.REPOSITORY_FOREIGN,
        ProblemKind.GIT_FAILED,
        ProblemKind.GIT_SLOW,
        ProblemKind.UNREADABLE,
    }
    return next((problem for problem in problems if problem.kind in fatal), None)
