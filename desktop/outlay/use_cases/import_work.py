"""Imports pull requests and tickets of a forge or tracker that nobody may connect to, out of a file."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from outlay.domain.imports import WorkImport
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.pulls import PullRequest, Ticket
from outlay.errors import WrongCallError
from outlay.readers.work.export import LARGEST
from outlay.readers.work.exports import WorkReading, read_pull_requests, read_tickets
from outlay.store.log_facts import Kept
from outlay.store.store import Store

_SOURCE = "file"

T = TypeVar("T", PullRequest, Ticket)


def import_pull_requests(store: Store, path: Path, now: UtcMillis) -> WorkImport:
    """Keep the pull requests of a file; reading it again changes nothing.

    Raises WrongCallError for a file that cannot be used at all; then nothing is kept.
    """
    return _keep(store, _usable(path, read_pull_requests(path)), store.work.keep_pulls, now)


def import_tickets(store: Store, path: Path, now: UtcMillis) -> WorkImport:
    """Keep the tickets of a file. Raises as `import_pull_requests`."""
    return _keep(store, _usable(path, read_tickets(path)), store.work.keep_tickets, now)


def _keep(
    store: Store,
    reading: WorkReading[T],
    keep: Callable[[Iterable[T], str, UtcMillis], Kept],
    now: UtcMillis,
) -> WorkImport:
    added, changed = store.keep_work(lambda: keep(reading.rows, _SOURCE, now))
    return WorkImport(len(reading.rows), added, changed, reading.left_out, reading.misfits, reading.problems)


def _usable(path: Path, reading: WorkReading[T]) -> WorkReading[T]:
    if reading.trouble is not None:
        title, advice = _REFUSED.get(reading.trouble, _UNREADABLE)
        raise WrongCallError(title.format(name=path.name), advice)
    return reading


_UNREADABLE = ("{name} cannot be opened.", "Name the file you exported.")
_FORM = "It must be a JSON array, one object for each pull request or ticket."
_REFUSED = {
    ProblemKind.TOO_LONG: (
        f"{{name}} is larger than {LARGEST // 1_000_000} MB.",
        "Export it in parts and import each.",
    ),
    ProblemKind.NOT_JSON: ("{name} is not JSON.", _FORM),
    ProblemKind.NOT_TEXT: ("{name} is not JSON.", _FORM),
    ProblemKind.WRONG_TYPE: ("{name} is JSON, but no array.", _FORM),
}
