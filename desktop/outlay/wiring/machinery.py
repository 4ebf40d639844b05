"""The heavy parts over one database: log readers, prices, git.

Git, the sample and the second reading process are imported when they are called for: a sync with nothing new
takes a tenth of a second, and half of that would be their import.
"""

import gc
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.accounts import EVERY_ACCOUNT, AccountReport, WorkWish
from outlay.domain.answers import ImportReport, Place, PlaceState, Progress, ReaderCard, SyncReport
from outlay.domain.batches import FileMark
from outlay.domain.imports import WorkImport
from outlay.domain.machine import Autostart, Deleted, Forgotten
from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Rate
from outlay.domain.work import Identity, RepositoryReading
from outlay.readers.interface import PackLines, Surroundings
from outlay.readers.logs import READERS
from outlay.readers.logs.lines import mark_of
from outlay.settings import Settings
from outlay.store.backup import open_or_recover, recover
from outlay.store.connection import StoreDamagedError, in_words
from outlay.store.store import Store
from outlay.system.cores import cores
from outlay.system.folders import make_private
from outlay.system.line_hashes import line_packer
from outlay.system.machine_name import machine_name
from outlay.system.run_lock import run_lock
from outlay.use_cases.index_logs import LogIndexer
from outlay.use_cases.last_look import LastLook
from outlay.use_cases.log_work import ReadAll, read_alone, read_by_size
from outlay.use_cases.machinery import Connector
from outlay.use_cases.price_book import PriceBook
from outlay.use_cases.read_repositories import ReadRepository
from outlay.use_cases.repositories import add_repositories, remove_repositories
from outlay.use_cases.sources import Live
from outlay.use_cases.sync import Sync
from outlay.wiring import SAMPLE_MARK

if TYPE_CHECKING:
    # A sync with nothing new has no use for it.
    from outlay.system.device_flow import DeviceFlow

LOCK = "sync.lock"


class _Wish(NamedTuple):
    """What a sync is asked for."""

    only: str | None
    paths: Sequence[str]
    work: WorkWish
    tell: Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class RealMachinery:
    """What `outlay.use_cases.machinery.Machinery` asks for, from real parts."""

    database: Path
    home: Path
    environment: Mapping[str, str]
    clock: Callable[[], UtcMillis]
    settings_file: Path
    last_look: LastLook = field(default_factory=lambda: LastLook(_mark_of))

    def open_store(self) -> Store:
        """The writer for one act of the owner; a damaged file is left to the next sync."""
        make_private(self.database.parent)
        return Store(self.database, machine_name())

    def look(self, settings: Settings) -> Live:
        """Every place the log readers look at, as it is now."""
        around = self._around(settings)
        return {
            ReaderCard(reader.reader_id, reader.tool, reader.retention): tuple(
                Place(root.path, PlaceState(root.state), root.files, root.message)
                for root in reader.probe(around).roots
            )
            for reader in READERS
        }

    def sync(
        self,
        settings: Settings,
        only: str | None,
        progress: Callable[[Progress], None] | None,
        paths: Sequence[str],
        work: WorkWish = EVERY_ACCOUNT,
    ) -> SyncReport:
        """Read what is new; damage met on the way is mended and the reading begun again."""
        wish = _Wish(only, paths, work, progress or (lambda _: None))
        make_private(self.database.parent)
        with run_lock(self.database.with_name(LOCK)), _without_garbage_collection():
            try:
                store = open_or_recover(self.database, machine_name(), self.clock())
                return self._sync(store, settings, wish)
            except StoreDamagedError:
                mended = recover(self.database, machine_name(), self.clock())
                return self._sync(mended, settings, wish._replace(paths=()))

    def rebuild(self, store: Store, now: UtcMillis) -> None:
        """Make everything derived anew."""
        with run_lock(self.database.with_name(LOCK)):
            from outlay.use_cases.attribute import attribute_anew  # noqa: PLC0415  see the first lines above

            store.rebuild(_book(store, now).price_all)
            attribute_anew(store)

    def propose_repositories(self, folders: Iterable[str]) -> tuple[str, ...]:
        """Repositories that folders lie in."""
        from outlay.readers.git import propose_repositories  # noqa: PLC0415

        return propose_repositories(folders)

    def add_repositories(self, store: Store, paths: Iterable[str], now: UtcMillis) -> tuple[str, ...]:
        """Opt repositories in; returns the e-mails taken with them."""
        return add_repositories(store, paths, _top_of, self.propose_identities, now)

    def remove_repositories(self, store: Store, paths: Iterable[str]) -> None:
        """Opt repositories out."""
        remove_repositories(store, paths, _top_of)

    def propose_identities(self, paths: Iterable[str]) -> tuple[Identity, ...]:
        """E-mails git is set to."""
        from outlay.readers.git import propose_identities  # noqa: PLC0415
        from outlay.system.git_command import GitCommand  # noqa: PLC0415

        return propose_identities(paths, GitCommand(self.environment))

    def set_price(self, store: Store, rate: Rate, now: UtcMillis) -> None:
        """Keep a price of the owner's and price its model anew."""
        from outlay.use_cases.own_prices import set_own_price  # noqa: PLC0415  see the first lines above

        set_own_price(store, _book(store, now), rate, now)

    def remove_price(self, store: Store, model: str, now: UtcMillis) -> None:
        """Take the owner's prices of a model back and price it anew."""
        from outlay.use_cases.own_prices import remove_own_price  # noqa: PLC0415  see the first lines above

        remove_own_price(store, _book(store, now), model, now)

    def import_cursor_usage(self, store: Store, path: Path, user: str | None, now: UtcMillis) -> ImportReport:
        """Keep the requests of a usage export."""
        from outlay.use_cases.import_usage import import_cursor_usage  # noqa: PLC0415  see the first lines above

        return import_cursor_usage(store, _book(store, now), path, user, now)

    def import_pull_requests(self, store: Store, path: Path, now: UtcMillis) -> WorkImport:
        """Keep the pull requests of an exported file."""
        from outlay.use_cases.import_work import import_pull_requests  # noqa: PLC0415  see the first lines above

        return import_pull_requests(store, path, now)

    def import_tickets(self, store: Store, path: Path, now: UtcMillis) -> WorkImport:
        """Keep the tickets of an exported file."""
        from outlay.use_cases.import_work import import_tickets  # noqa: PLC0415  see the first lines above

        return import_tickets(store, path, now)

    def size_of(self, path: Path) -> int:
        """Bytes of a file, or of everything in a folder; 0 when it is not there."""
        from outlay.system.sizes import size_of  # noqa: PLC0415  see the first lines above

        return size_of(path)

    def autostart(self) -> Autostart:
        """Whether Outlay starts with the desktop, as it really is."""
        from outlay.wiring.keeping import autostart_entry  # noqa: PLC0415  see the first lines above

        return autostart_entry(self.home, self.environment).read()

    def set_autostart(self, on: bool) -> Autostart:  # noqa: FBT001  one switch, on or off
        """Write or remove the entry; what is really there then."""
        from outlay.wiring.keeping import autostart_entry  # noqa: PLC0415  see the first lines above

        entry = autostart_entry(self.home, self.environment)
        if on:
            entry.turn_on()
        else:
            entry.turn_off()
        return entry.read()

    def forget_repository(self, store: Store, path: str, *, keep_words: bool) -> Forgotten:
        """Delete everything read of a repository."""
        from outlay.use_cases.attribute import attribute_anew  # noqa: PLC0415  see the first lines above
        from outlay.use_cases.forget_repository import Words, forget_repository  # noqa: PLC0415

        top = path if store.upkeep.repository_at(path) else _top_of(path) or path
        with run_lock(self.database.with_name(LOCK)):
            words = Words.KEEP if keep_words else Words.REMOVE
            return forget_repository(store, top, words, attribute_anew)

    def delete_everything(self) -> Deleted:
        """Delete everything stored on this machine."""
        from outlay.use_cases.delete_everything import delete_everything  # noqa: PLC0415  see the first lines above
        from outlay.wiring.accounts import remove_tokens  # noqa: PLC0415
        from outlay.wiring.keeping import autostart_entry, stored  # noqa: PLC0415

        lock, entry = self.database.with_name(LOCK), autostart_entry(self.home, self.environment)
        tokens = partial(remove_tokens, self.database, self.environment, self.clock)
        return delete_everything(
            stored(self.database, lock, partial(run_lock, lock), self.settings_file, entry, tokens)
        )

    def write_sample(self, home: Path, now: UtcMillis, zone: ZoneInfo) -> Path:
        """Write the sample home."""
        from outlay.system.sample_git import sample_git  # noqa: PLC0415  see the first lines above
        from outlay.use_cases.sample import write_sample  # noqa: PLC0415

        return write_sample(home, now, sample_git(self.environment), zone).home

    def connecting(self) -> Connector:
        """What connects, tests and removes accounts."""
        from outlay.wiring.accounts import connecting  # noqa: PLC0415  see the first lines above

        return connecting(self.environment, self.clock)

    def signing_in(
        self, address: str, client_id: str, stopped: Callable[[], bool]
    ) -> "AbstractContextManager[DeviceFlow]":
        """What signs in by a code."""
        from outlay.wiring.accounts import signing_in  # noqa: PLC0415  see the first lines above

        return signing_in(self.environment, self.clock, address, client_id, stopped)

    def _sync(self, store: Store, settings: Settings, wish: "_Wish") -> SyncReport:
        with closing(store), in_words(self.database):
            mark = self._adopted_sample(store)
            pack = line_packer(store.line_seed)
            report = Sync(
                store=store,
                indexer=LogIndexer(
                    store,
                    READERS,
                    self._around(settings),
                    read_by_size(read_alone(pack), lambda: _together(pack, store.line_seed)),
                    self.last_look,
                    self.clock,
                    wish.tell,
                ),
                make_book=lambda: _book(store, self.clock()),
                read_repository=lambda: self._repository_reader(pack),
                read_accounts=lambda account: self._read_accounts(store, wish, account),
                clock=self.clock,
            ).run(wish.only, wish.paths, wish.work.account)
            if mark is not None:
                from outlay.use_cases.sample.adoption import keep_acts  # noqa: PLC0415  see the first lines above

                keep_acts(store, mark)
            return report

    def _read_accounts(self, store: Store, wish: "_Wish", account: str | None) -> tuple[AccountReport, ...]:
        from outlay.wiring.accounts import account_reading, connecting  # noqa: PLC0415  see the first lines above

        parts = connecting(self.environment, self.clock, quiet=wish.work.patient)
        reading = account_reading(store, parts, self.clock, wish.tell, wish.work.stopped)
        return tuple(reading.run(account, patient=wish.work.patient))

    def _adopted_sample(self, store: Store) -> dict[str, Any] | None:
        """The sample home's mark, met for the first time: what it names counts without being asked for."""
        mark = self.home / SAMPLE_MARK
        if store.owner.repositories() or not mark.exists():
            return None
        from outlay.use_cases.sample.adoption import import_exports  # noqa: PLC0415  see the first lines above

        told: dict[str, Any] = json.loads(mark.read_text(encoding="utf-8"))
        now = self.clock()
        self.add_repositories(store, told["repositories"], now)
        import_exports(store, self.home, told, lambda: _book(store, now), now)
        return told

    def _around(self, settings: Settings) -> Surroundings:
        extra = tuple(Path(folder) for folder in settings.log_folders)
        return Surroundings(self.home, self.environment, sys.platform, extra)

    def _repository_reader(self, pack: PackLines) -> ReadRepository:
        def read(path: str, bookmark: bytes | None, own: frozenset[str]) -> RepositoryReading:
            from outlay.readers.git import Span, read_repository  # noqa: PLC0415
            from outlay.system.git_command import GitCommand  # noqa: PLC0415

            git = GitCommand(self.environment)
            return read_repository(path, bookmark, own, pack, git, Span(now=self.clock()))

        return read


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Facts are frozen and in no circles: walking them again and again costs a tenth of a reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _together(pack: PackLines, seed: int) -> ReadAll:
    """Reading much: in two processes where the machine has room for them."""
    from outlay.wiring.second_reader import with_second_reader  # noqa: PLC0415  only a large reading needs it

    return with_second_reader(pack, seed) if cores() > 1 else read_alone(pack)


def _book(store: Store, now: UtcMillis) -> PriceBook:
    from outlay.readers.prices import look_up, price_source  # noqa: PLC0415  only what is new has to be priced

    return PriceBook(store, look_up, cache(price_source), now)


def _top_of(path: str) -> str | None:
    from outlay.readers.git import propose_repositories  # noqa: PLC0415

    found = propose_repositories([str(Path(path).expanduser().absolute())])
    return found[0] if found else None


def _mark_of(path: str) -> FileMark | None:
    try:
        return mark_of(Path(path).stat())
    except OSError:
        return None
