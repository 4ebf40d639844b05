"""Imports the owner's usage out of an export that no log on this machine holds."""

from pathlib import Path

from outlay.domain.answers import ImportReport
from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.errors import WrongCallError
from outlay.readers.cursor_csv import SOURCE, read_usage_csv
from outlay.store.log_facts import FileSlice
from outlay.store.store import Store
from outlay.use_cases.price_book import PriceBook

_CLOSED = {ProblemKind.UNREADABLE, ProblemKind.VANISHED}


def import_cursor_usage(
    store: Store, book: PriceBook, path: Path, user: str | None, now: UtcMillis
) -> ImportReport:
    """Keep the requests of Cursor's usage export; reading it again adds nothing.

    Raises WrongCallError for a file that cannot be opened or is no such export, and for one with rows of several
    people while it is not said whose are the owner's.
    """
    reading = read_usage_csv(path, user)
    if any(problem.kind in _CLOSED for problem in reading.problems):
        raise WrongCallError(
            f"{path} cannot be opened.", "Name the file you exported from Cursor's usage page."
        )
    if not reading.events and not reading.users and reading.problems:
        raise WrongCallError(
            f"{path.name} is not a usage export of Cursor.", "Export it as CSV from the usage page."
        )
    if reading.users > 1 and user is None:
        title = f"The export holds rows of {reading.users} people."
        raise WrongCallError(title, "Name yours with --user, as the User column writes it.")
    batch = Batch(events=list(reading.events), problems=list(reading.problems), replaces=True)
    slices = [FileSlice(SOURCE, path.name, batch)]
    (kept,) = store.add_slices(slices, book.price_all, now, refresh=True)
    return ImportReport(len(reading.events), kept.added, kept.changed, reading.problems)
