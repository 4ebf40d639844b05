"""One sync: logs, then repositories, then the daily backup."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from outlay.domain.answers import SyncReport
from outlay.domain.moments import UtcMillis, datetime_of
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

    def run(self, only: str | None = None) -> SyncReport:
        """Read what is new; `only` is logs or git."""
        started = monotonic()
        index = self.indexer.run(self.make_book()) if only in {None, "logs"} else LogIndex((), ())
        repositories = (
            tuple(read_repositories(self.store, self.read_repository(), self.clock))
            if only in {None, "git"}
            else ()
        )
        self.store.end_sync(self.clock())
        back_up(self.store, datetime_of(self.clock()).date())
        return SyncReport(
            monotonic() - started, index.reports, repositories, self.store.revision, index.folders
        )
