"""The front desk's tools: one data folder, a clock, and the doors to the store."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis
from outlay.errors import NothingYetError, StoreTooOldError
from outlay.settings import Settings
from outlay.store.connection import in_words
from outlay.store.store import Store, StoreView, view
from outlay.use_cases.machinery import Machinery


@dataclass(frozen=True, slots=True)
class Desk:
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

    @property
    def first_run(self) -> bool:
        """Whether nothing was ever read into this folder and the owner has not said that it may be: it holds no database."""
        return not (self.sample or self.database.exists())

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
