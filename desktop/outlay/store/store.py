"""The store: one writer and any number of readers over one file, and the revision that stamps answers."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from outlay.domain.answers import Correction, Place, PlaceState, ReaderCard
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem
from outlay.domain.usage import QuotaWindow
from outlay.domain.work import RepositoryReading
from outlay.store.accounts import Accounts
from outlay.store.action_counts import ActionCounts
from outlay.store.attribution_facts import AttributionFacts
from outlay.store.attribution_news import AttributionNews
from outlay.store.attribution_rows import AttributionRows
from outlay.store.connection import in_words, open_reader, open_writer
from outlay.store.corrections import (
    begin_correcting,
    corrections,
    end_correcting,
    is_correcting,
)
from outlay.store.export_rows import ExportRows
from outlay.store.forgotten_places import ForgottenPlaces
from outlay.store.git_facts import GitFacts
from outlay.store.kind_sums import KindSums
from outlay.store.log_facts import FileSlice, Kept, LogFacts, PriceAll
from outlay.store.named_work import NamedWork
from outlay.store.names import Names
from outlay.store.owner import OwnerWords
from outlay.store.owner_copy import load_owner_words, save_owner_words
from outlay.store.owner_links import OwnerLinks
from outlay.store.owner_reviews import OwnerReviews
from outlay.store.pattern_facts import PatternFacts
from outlay.store.price_facts import PriceFacts
from outlay.store.rollup import rebuild, refresh_quarters, reprice_models
from outlay.store.search_facts import SearchFacts
from outlay.store.session_page_facts import SessionPageFacts
from outlay.store.share_log import ShareLog
from outlay.store.spend_queries import SpendQueries
from outlay.store.upkeep import Upkeep
from outlay.store.work_facts import WorkFacts

_SECRET_BYTES = 32


class StoreView:
    """Everything that can be asked of the file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self.spend = SpendQueries(connection)
        self.git = GitFacts(connection)
        self.owner = OwnerWords(connection)
        self.prices = PriceFacts(connection)
        self.work = WorkFacts(connection)
        self.accounts = Accounts(connection)
        self.links = OwnerLinks(connection)
        self.reviews = OwnerReviews(connection)
        self.shares = ShareLog(connection)
        self.named = NamedWork(connection)
        self.patterns = PatternFacts(connection)
        self.attributable = AttributionFacts(connection)
        self.attribution_news = AttributionNews(connection)
        self.attributed = AttributionRows(connection)
        self.session_page = SessionPageFacts(connection)
        self.search = SearchFacts(connection)
        self.kinds = KindSums(connection)
        self.exported = ExportRows(connection)
        self.actions = ActionCounts(connection)
        self.upkeep = Upkeep(connection)
        self.forgotten = ForgottenPlaces(connection)

    @property
    def revision(self) -> int:
        """Raised by every sync that brought something and every act of the owner."""
        return int(self._value("revision") or 0)

    @property
    def sharing_secret(self) -> bytes:
        """What only this installation knows, for letters that stand for names in exports; not the seed of its hashes."""
        from hashlib import blake2b  # noqa: PLC0415  an export is rare, a sync is not

        seed = self._value("line_seed")
        return blake2b(str(seed).encode(), person=b"sharing").digest() if seed else os.urandom(_SECRET_BYTES)

    @property
    def last_sync(self) -> UtcMillis | None:
        """When the last sync ended."""
        value = self._value("last_sync_ms")
        return None if value is None else UtcMillis(int(value))

    def log_problems(self, reader: str) -> tuple[Problem, ...]:
        """What one reader could not read, summed by kind."""
        rows = self._connection.execute(_PROBLEMS, (reader,))
        return tuple(Problem(reader, kind, times, example, path) for kind, times, example, path in rows)

    def files_read(self, reader: str) -> tuple[int, UtcMillis | None]:
        """How many files of a reader are known, and when one was last read."""
        row = self._connection.execute(
            "select count(*), max(read_ms) from fact_log_files where reader = ?", (reader,)
        ).fetchone()
        return (row[0], row[1])

    def readers(self) -> tuple[ReaderCard, ...]:
        """The readers of the last sync, in their order."""
        rows = self._connection.execute("select reader, tool, retention from fact_readers order by position")
        return tuple(ReaderCard(*row) for row in rows)

    def places(self, reader: str) -> tuple[Place, ...]:
        """The places a reader looked at, in its order."""
        rows = self._connection.execute(_PLACES, (reader,))
        return tuple(Place(path, PlaceState(state), files, message) for path, state, files, message in rows)

    def quotas(self) -> tuple[QuotaWindow, ...]:
        """The newest state of every limit a tool handed out."""
        rows = self._connection.execute("select * from fact_quotas order by tool, limit_name, window_minutes")
        return tuple(QuotaWindow(*row) for row in rows)

    def losses(self) -> list[tuple[UtcMillis, str]]:
        """When and how the file had to be restored or begun anew."""
        return self._connection.execute("select moment_ms, what from meta_lost order by moment_ms").fetchall()

    def corrections(self) -> tuple[Correction, ...]:
        """Past days whose sums changed after they were shown, newest first."""
        return corrections(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _value(self, name: str) -> str | int | None:
        row = self._connection.execute("select value from meta_values where name = ?", (name,)).fetchone()
        return None if row is None else row[0]


class Store(StoreView):
    """The one writer."""

    def __init__(self, path: Path, machine: str) -> None:
        super().__init__(open_writer(path), path)
        self._names = Names(self._connection, machine)
        self.logs = LogFacts(self._connection, self._names)

    @property
    def line_seed(self) -> int:
        """This installation's secret for line hashes; made once."""
        value = self._value("line_seed")
        if value is None:
            with self.writing():
                self._set("line_seed", value := os.urandom(8).hex())
        return int(str(value), 16)

    @contextmanager
    def writing(self, *, act: bool = False) -> Iterator[None]:
        """One transaction: all of it or nothing. `act` raises the revision.

        Raises:
            StoreBusyError, StoreFullError, StoreError: nothing of it was kept.
        """
        with in_words(self.path):
            self._connection.execute("begin immediate")
            try:
                yield
                if act:
                    self._raise_revision()
                self._connection.execute("commit")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                self._names.forget()
                raise

    def add_slices(
        self, slices: Sequence[FileSlice], price_all: PriceAll, now: UtcMillis, *, refresh: bool
    ) -> list[Kept]:
        """Keep slices of log files in one transaction; `refresh` makes the touched sums anew at once."""
        with self.writing():
            counts = self.logs.add(slices, price_all, now)
            if refresh:
                refresh_quarters(self._connection)
            if any(kept.added or kept.changed for kept in counts):
                self._raise_revision()
        return counts

    def keep_work(self, keep: Callable[[], Kept]) -> Kept:
        """Keep what was told of tracked work in one transaction; the revision rises when it brought something."""
        with self.writing():
            kept = keep()
            if kept.added or kept.changed:
                self._raise_revision()
        return kept

    @contextmanager
    def correcting(self, reason: str, now: UtcMillis) -> Iterator[None]:
        """Log what the block changes in days that had ended by the last sync."""
        until = self.last_sync
        self.finish_correcting(now)
        if until is not None:
            with self.writing():
                refresh_quarters(self._connection)
                begin_correcting(self._connection, until, reason)
        yield
        self.finish_correcting(now)

    def finish_correcting(self, now: UtcMillis) -> None:
        """Log a correction that is under way, or that a kill cut short."""
        if is_correcting(self._connection):
            with self.writing():
                refresh_quarters(self._connection)
                end_correcting(self._connection, now)

    def refresh(self) -> None:
        """Make the touched sums anew, if any are."""
        if self.spend.some_touched():
            with self.writing():
                refresh_quarters(self._connection)

    def rebuild(self, price_all: PriceAll) -> None:
        """Drop everything derived and make it from the facts."""
        with self.writing(act=True):
            rebuild(self._connection, price_all)

    def reprice(self, models_json: str, price_all: PriceAll) -> None:
        """Price some models' events anew, inside the caller's transaction."""
        reprice_models(self._connection, models_json, price_all)

    def keep_reading(self, path: str, reading: RepositoryReading, now: UtcMillis) -> int:
        """Keep one look at the repository opted in at a path; says how many commits were new."""
        with self.writing(act=bool(reading.commits or reading.landings or reading.reverts)):
            self.git.keep_problems(path, reading.problems, now)
            if reading.slug and self.forgotten.take_back(reading.slug):
                self.accounts.forget_bookmarks()
            return self.git.keep(path, reading, self._names, now)

    def end_sync(self, now: UtcMillis) -> None:
        """Note that a sync ended."""
        with self.writing():
            self._set("last_sync_ms", now)

    def note_loss(self, now: UtcMillis, what: str) -> None:
        """Note that the file had to be restored or begun anew, so that it can be said."""
        with self.writing(act=True):
            self._connection.execute("insert into meta_lost values (?, ?)", (now, what))

    def save_owner_words(self) -> None:
        """Copy the owner's words beside the backups."""
        save_owner_words(self._connection, self.path)

    def load_owner_words(self) -> None:
        """Take the owner's words from their copy, if there is one."""
        with self.writing(act=True):
            load_owner_words(self._connection, self.path)

    def copy_to(self, path: Path) -> None:
        """A whole copy of the file as it stands."""
        with in_words(self.path):
            target = sqlite3.connect(path)
            try:
                self._connection.backup(target)
            finally:
                target.close()

    def _raise_revision(self) -> None:
        self._set("revision", self.revision + 1)

    def _set(self, name: str, value: str | int) -> None:
        self._connection.execute("insert or replace into meta_values values (?, ?)", (name, value))


def view(path: Path) -> StoreView:
    """The file for reading, as it stands at the first question until it is closed: one revision throughout."""
    connection = open_reader(path)
    connection.execute("begin")
    return StoreView(connection, path)


_PROBLEMS = """
select kind, sum(times), example, path from fact_log_problems where reader = ? group by kind order by kind
"""
_PLACES = "select path, state, files, message from fact_places where reader = ? order by position"
