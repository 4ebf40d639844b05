"""One sync: logs, then repositories, then the daily backup."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from outlay.domain.answers import SyncReport
from outlay.domain.moments import UtcMillis, datetime_of
from outlay.domain.problems import Problem, ProblemKind
from outlay.errors import StoreError
from outlay.store.backup import back_up
from outlay.store.store import Store
from outlay.use_cases.index_logs import LogIndex, LogIndexer
from outlay.use_cases.price_book import PriceBook
from outlay.use_cases.read_repositories import ReadRepository, read_repositories


@dataclass(frozen=True, slots=True)
class Sync:
    """Everything a sync needs; `run` may be called again and again by the worker."""

    store: Store
    indexer: LogIndexer
    make_book: Callable[[], PriceBook]
    read_repository: Callable[[], ReadRepository]
    clock: Callable[[], UtcMillis]

    def run(self, only: str | None = None, paths: Sequence[str] = ()) -> SyncReport:
        """Read what is new; `only` is logs or git; `paths` are log files of which it is known that they changed."""
        started = monotonic()
        self.store.finish_correcting(self.clock())
        index = self.indexer.run(self.make_book, paths) if only in {None, "logs"} else LogIndex((), ())
        repositories = (
            tuple(read_repositories(self.store, self.read_repository(), self.clock))
            if only in {None, "git"}
            else ()
        )
        if not paths:
            self._attribute()
        self.store.end_sync(self.clock())
        took = monotonic() - started
        return SyncReport(
            took, index.reports, repositories, self.store.revision, index.folders, self._back_up()
        )

    def _attribute(self) -> None:
        """Link what is new; with no repository there is nothing to link to."""
        if self.store.owner.repositories() or self.store.attributed.mark:
            from outlay.use_cases.attribute import attribute  # noqa: PLC0415  heavy, and often not needed

            attribute(self.store)

    def _back_up(self) -> tuple[Problem, ...]:
        try:
            back_up(self.store, datetime_of(self.clock()).date())
        except StoreError:
            return (Problem("store", ProblemKind.NO_BACKUP, 1, "backups"),)
        return ()
