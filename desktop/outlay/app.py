"""The front desk: everything Outlay can do, one short method each. Faces talk to nothing else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from outlay.domain.answers import (
    Correction,
    Glance,
    ImportReport,
    Progress,
    SourceAnswer,
    SpendAnswer,
    SyncReport,
)
from outlay.domain.imports import WorkImport
from outlay.domain.item_story import ItemStory
from outlay.domain.items import Evidence, ItemsAnswer
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.own_words import Act, OwnItemKind, Told
from outlay.domain.prices import Rate
from outlay.domain.problems import Problem
from outlay.domain.week import WeekAnswer
from outlay.domain.work import Identity, KnownRepository
from outlay.errors import NothingYetError, StoreTooOldError
from outlay.settings import Settings
from outlay.store.connection import in_words
from outlay.store.store import Store, StoreView, view
from outlay.use_cases.machinery import Machinery
from outlay.use_cases.own_words import OwnWords
from outlay.use_cases.repositories import add_identities, remove_identities
from outlay.use_cases.sources import sources


@dataclass(frozen=True, slots=True)
class App:
    """Outlay over one data folder.

    Args:
        database: the SQLite file.
        zone: where days are cut.
        as_of: answers stand for this moment and leave out what happened later; None is the present.
        clock: the present moment.
        home: the owner's home folder.
        sample: True when everything shown is sample data.
        read_settings: the owner's settings as they stand.
        change_setting: keeps one setting.
        machinery: builds the heavy parts (readers, prices, git) when they are first needed.
    """

    database: Path
    zone: ZoneInfo
    as_of: UtcMillis | None
    clock: Callable[[], UtcMillis]
    sample: bool
    home: Path
    read_settings: Callable[[], Settings]
    change_setting: Callable[[str, object], None]
    machinery: Callable[[], Machinery]

    @property
    def now(self) -> UtcMillis:
        """The moment answers stand for."""
        return self.clock() if self.as_of is None else self.as_of

    @property
    def data_folder(self) -> Path:
        """Where everything is kept."""
        return self.database.parent

    @property
    def settings(self) -> Settings:
        """The owner's settings."""
        return self.read_settings()

    def glance(self) -> Glance:
        """Spend beside shipped work for today, seven days and the month."""
        from outlay.use_cases.summarise import summarise  # noqa: PLC0415  a sync answers nothing

        with self._view_or_none() as store:
            return summarise(store, self.zone, self.now, sample=self.sample, home=str(self.home))

    def week(self, period: Period | None = None) -> WeekAnswer:
        """A week's spend and shipped work by day; the running calendar week by default."""
        from outlay.use_cases.week import week  # noqa: PLC0415  a sync answers nothing

        with self._view() as store:
            return week(store, period, self.zone, self.now, sample=self.sample)

    def spend(self, by: Sequence[str], period: Period | None = None) -> SpendAnswer:
        """Sums of usage by the keys asked for."""
        from outlay.use_cases.spend import spend  # noqa: PLC0415  a sync answers nothing

        with self._view() as store:
            return spend(store, by, period, self.zone, self.now)

    def items(self, period: Period | None = None, *, parts: bool = False) -> ItemsAnswer:
        """The owner's items with the money of a period, of everything without one."""
        from outlay.use_cases.items import items  # noqa: PLC0415  not every command asks for items

        with self._view() as store:
            return items(store, period, self.now, parts=parts)

    def item(self, key: str) -> ItemStory:
        """One item by its key or a part of it, with everything it rests on; WrongCallError when it is not one."""
        from outlay.use_cases.item_story import item_story  # noqa: PLC0415  never needed for a glance

        with self._view() as store:
            return item_story(store, key, self.now)

    def evidence(self, period: Period | None = None) -> Evidence:
        """What stands below the figures of a period."""
        from outlay.use_cases.evidence import evidence  # noqa: PLC0415  never needed for a glance

        with self._view() as store:
            return evidence(store, period, self.now)

    def sources(self) -> tuple[SourceAnswer, ...]:
        """Every log source as of the last sync."""
        with self._view_or_none() as store:
            return sources(store)

    def look(self) -> tuple[SourceAnswer, ...]:
        """Every log source as it is found right now."""
        with self._view_or_none() as store:
            return sources(store, self.machinery().look(self.settings))

    def sync(
        self,
        only: str | None = None,
        progress: Callable[[Progress], None] | None = None,
        paths: Sequence[str] = (),
    ) -> SyncReport:
        """Read what is new; of the log files at these paths alone, as far as that can be.

        Raises BusyError while another run does.
        """
        return self.machinery().sync(self.settings, "logs" if paths else only, progress, paths)

    def rebuild(self) -> None:
        """Drop everything derived and make it from the facts."""
        with self._writing() as store:
            self.machinery().rebuild(store, self.clock())

    def repositories(self) -> tuple[KnownRepository, ...]:
        """The repositories the owner opted in."""
        with self._view_or_none() as store:
            return store.git.known() if store else ()

    def corrections(self) -> tuple[Correction, ...]:
        """Past days whose sums changed after they were shown, newest first."""
        with self._view_or_none() as store:
            return store.corrections() if store else ()

    def repository_problems(self) -> tuple[Problem, ...]:
        """What stands in the way at the repositories."""
        with self._view_or_none() as store:
            return store.git.problems() if store else ()

    def propose_repositories(self) -> tuple[str, ...]:
        """Repositories the logs name that are on this machine and not opted in."""
        with self._view_or_none() as store:
            folders = store.spend.folders() if store else ()
            known = store.owner.repositories() if store else ()
        return tuple(path for path in self.machinery().propose_repositories(folders) if path not in known)

    def add_repositories(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Opt repositories in; returns the commit e-mails taken from git config while none was named."""
        with self._writing() as store:
            return self.machinery().add_repositories(store, paths, self.clock())

    def remove_repositories(self, paths: Iterable[str]) -> None:
        """Opt repositories out; what was read of them stays, uncounted."""
        with self._writing() as store:
            self.machinery().remove_repositories(store, paths)

    def identities(self) -> tuple[str, ...]:
        """The owner's commit e-mails."""
        with self._view_or_none() as store:
            return store.owner.identities() if store else ()

    def propose_identities(self) -> tuple[Identity, ...]:
        """Commit e-mails that git is set to and the owner has not named."""
        mine = self.identities()
        paths = [known.path for known in self.repositories()]
        return tuple(
            one for one in self.machinery().propose_identities(paths) if one.email.lower() not in mine
        )

    def add_identities(self, emails: Iterable[str]) -> None:
        """Keep commit e-mails as the owner's."""
        with self._writing() as store:
            add_identities(store, emails, self.clock())

    def remove_identities(self, emails: Iterable[str]) -> None:
        """Take commit e-mails back."""
        with self._writing() as store:
            remove_identities(store, emails)

    def prices(self) -> tuple[tuple[Rate, ...], list[tuple[str, int]]]:
        """Every price row in force, the owner's last; and the models without one, with their requests."""
        with self._view() as store:
            return (*store.prices.rates(), *store.prices.own_rates()), store.spend.unpriced_models()

    def set_price(self, rate: Rate) -> None:
        """Set the owner's price of a model from a day on, and price its requests anew."""
        with self._writing() as store:
            self.machinery().set_price(store, rate, self.clock())

    def remove_price(self, model: str) -> None:
        """Take back the owner's prices of a model."""
        with self._writing() as store:
            self.machinery().remove_price(store, model, self.clock())

    def import_cursor_usage(self, path: Path, user: str | None = None) -> ImportReport:
        """Keep the requests of a usage export of Cursor's."""
        with self._writing() as store:
            return self.machinery().import_cursor_usage(store, path, user, self.clock())

    def import_pull_requests(self, path: Path) -> WorkImport:
        """Keep the pull requests of an exported file."""
        with self._writing() as store:
            return self.machinery().import_pull_requests(store, path, self.clock())

    def import_tickets(self, path: Path) -> WorkImport:
        """Keep the tickets of an exported file."""
        with self._writing() as store:
            return self.machinery().import_tickets(store, path, self.clock())

    def link_session(self, session: str, item: str) -> Told:
        """Say that a session, or `SESSION:TURN`, went into an item."""
        with self._acting() as words:
            return words.link(session, item)

    def unlink_session(self, session: str) -> Told:
        """Say that a session, or `SESSION:TURN`, belongs to no item."""
        with self._acting() as words:
            return words.unlink(session)

    def split_session(self, session: str, parts: Sequence[tuple[str | None, int]]) -> Told:
        """Say which items a session, or `SESSION:TURN`, went into by weight; None is no item."""
        with self._acting() as words:
            return words.split(session, parts)

    def dismiss_item(self, item: str) -> Told:
        """Have an item not count as shipped work."""
        with self._acting() as words:
            return words.dismiss(item)

    def note_item(self, item: str, text: str) -> Told:
        """Keep a note on an item; an empty one takes it away."""
        with self._acting() as words:
            return words.note(item, text)

    def add_item(self, title: str, kind: OwnItemKind, landed: UtcMillis) -> Told:
        """Enter finished work that left no commit."""
        with self._acting() as words:
            return words.add_item(title, kind, landed)

    def undo_act(self, number: int | None = None) -> Told:
        """Take the last act back, or one by its number."""
        with self._acting() as words:
            return words.undo(number)

    def acts(self) -> tuple[Act, ...]:
        """Every act of the owner on items, the first one first."""
        with self._view_or_none() as store:
            return store.links.acts() if store else ()

    def add_log_folder(self, path: str) -> None:
        """Have log readers look in a further folder."""
        known = self.settings.log_folders
        if path not in known:
            self.change_setting("log_folders", (*known, path))

    def pause(self, on: bool) -> None:  # noqa: FBT001  one switch, on or off
        """Read nothing until the owner goes on."""
        self.change_setting("paused", on)

    @property
    def paused(self) -> bool:
        """Whether the owner wants nothing read."""
        return self.settings.paused

    def write_sample(self, home: Path) -> Path:
        """Write the sample home with its logs and repositories."""
        return self.machinery().write_sample(home, self.clock(), self.zone)

    @contextmanager
    def _view_or_none(self) -> Iterator[StoreView | None]:
        if not self.database.exists() or not self.database.stat().st_size:
            yield None
            return
        with closing(self._look()) as store, in_words(self.database):
            yield store

    def _look(self) -> StoreView:
        """The file for reading; one of an older Outlay is brought up to date first."""
        try:
            return view(self.database)
        except StoreTooOldError:
            self.machinery().open_store().close()
            return view(self.database)

    @contextmanager
    def _view(self) -> Iterator[StoreView]:
        with self._view_or_none() as store:
            if store is None:
                raise NothingYetError("Nothing has been read yet.", "Run outlay sync.")
            yield store

    @contextmanager
    def _writing(self) -> Iterator[Store]:
        with closing(self.machinery().open_store()) as store, in_words(self.database):
            yield store
            store.save_owner_words()

    @contextmanager
    def _acting(self) -> Iterator[OwnWords]:
        with self._writing() as store:
            yield OwnWords(store, self.clock())
