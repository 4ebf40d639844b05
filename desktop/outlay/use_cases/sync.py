"""One sync: logs, then repositories, then accounts, then the daily backup."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from outlay.domain.accounts import AccountReport
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
    read_accounts: Callable[[str | None], tuple[AccountReport, ...]]
    """Reads every account, or the one of a name."""
    clock: Callable[[], UtcMillis]

    def run(
        self, only: str | None = None, paths: Sequence[str] = (), account: str | None = None
    ) -> SyncReport:
        """Read what is new.

        `only` is logs, git or work, and `account` the one account meant; `paths` are log files of which it is known
        that they changed.
        """
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
        accounts = self._accounts(only, account)
        self.store.end_sync(self.clock())
        took = monotonic() - started
        return SyncReport(
            took, index.reports, repositories, self.store.revision, index.folders, self._back_up(), accounts
        )

    def _accounts(self, only: str | None, account: str | None) -> tuple[AccountReport, ...]:
        """What accounts tell comes last, so that nothing on this machine waits for the network."""
        if only not in {None, "work"} or not self.store.accounts.all():
            return ()
        reports = self.read_accounts(account)
        if any(report.added or report.changed for report in reports):
            self._attribute()
        return reports

    def _attribute(self) -> None:
        """Link what is new; with neither repository nor account, nor work of a file, there is nothing to link to."""
        store = self.store
        known = store.owner.repositories() or store.accounts.all() or store.work.any_told()
        if known or store.attributed.mark:
            from outlay.use_cases.attribute import attribute  # noqa: PLC0415  heavy, and often not needed

            attribute(self.store)

    def _back_up(self) -> tuple[Problem, ...]:
        try:
            back_up(self.store, datetime_of(self.clock()).date())
        except StoreError:
            return (Problem("store", ProblemKind.NO_BACKUP, 1, "backups"),)
        return ()
