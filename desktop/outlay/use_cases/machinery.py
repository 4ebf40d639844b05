"""What the app asks of the heavy parts; wiring/machinery.py builds it from real ones."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from outlay.domain.answers import ImportReport, Progress, SyncReport
from outlay.domain.imports import WorkImport
from outlay.domain.machine import Autostart, Deleted, Forgotten
from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Rate
from outlay.domain.work import Identity
from outlay.settings import Settings
from outlay.store.store import Store
from outlay.use_cases.sources import Live


class Machinery(Protocol):
    """The heavy parts: log readers, prices, git. Built by wiring when first needed, never while only looking."""

    def open_store(self) -> Store:
        """The writer for one act of the owner."""
        ...

    def look(self, settings: Settings) -> Live:
        """Every place the log readers look at, as it is now."""
        ...

    def sync(
        self,
        settings: Settings,
        only: str | None,
        progress: Callable[[Progress], None] | None,
        paths: Sequence[str],
    ) -> SyncReport:
        """Read what is new."""
        ...

    def rebuild(self, store: Store, now: UtcMillis) -> None:
        """Make everything derived anew."""
        ...

    def propose_repositories(self, folders: Iterable[str]) -> tuple[str, ...]:
        """Repositories that folders lie in."""
        ...

    def add_repositories(self, store: Store, paths: Iterable[str], now: UtcMillis) -> tuple[str, ...]:
        """Opt repositories in; returns the e-mails taken with them."""
        ...

    def remove_repositories(self, store: Store, paths: Iterable[str]) -> None:
        """Opt repositories out."""
        ...

    def propose_identities(self, paths: Iterable[str]) -> tuple[Identity, ...]:
        """E-mails git is set to."""
        ...

    def set_price(self, store: Store, rate: Rate, now: UtcMillis) -> None:
        """Keep a price of the owner's and price its model anew."""
        ...

    def remove_price(self, store: Store, model: str, now: UtcMillis) -> None:
        """Take the owner's prices of a model back and price it anew."""
        ...

    def import_cursor_usage(self, store: Store, path: Path, user: str | None, now: UtcMillis) -> ImportReport:
        """Keep the requests of a usage export."""
        ...

    def import_pull_requests(self, store: Store, path: Path, now: UtcMillis) -> WorkImport:
        """Keep the pull requests of an exported file."""
        ...

    def import_tickets(self, store: Store, path: Path, now: UtcMillis) -> WorkImport:
        """Keep the tickets of an exported file."""
        ...

    def size_of(self, path: Path) -> int:
        """Bytes of a file, or of everything in a folder; 0 when it is not there."""
        ...

    def autostart(self) -> Autostart:
        """Whether Outlay starts with the desktop, as it really is."""
        ...

    def set_autostart(self, on: bool) -> Autostart:  # noqa: FBT001  one switch, on or off
        """Write or remove the entry; what is really there then."""
        ...

    def forget_repository(self, store: Store, path: str, *, keep_words: bool) -> Forgotten:
        """Delete everything read of a repository."""
        ...

    def delete_everything(self) -> Deleted:
        """Delete everything stored on this machine."""
        ...

    def write_sample(self, home: Path, now: UtcMillis, zone: ZoneInfo) -> Path:
        """Write the sample home."""
        ...
