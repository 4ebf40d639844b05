"""What the app asks of the heavy parts; wiring/machinery.py builds it from real ones."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from outlay.domain.accounts import EVERY_ACCOUNT, Account, Login, SecretPlace, SystemCard, WorkWish
from outlay.domain.answers import ImportReport, Progress, SyncReport
from outlay.domain.imports import WorkImport
from outlay.domain.machine import Autostart, Deleted, Forgotten
from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Rate
from outlay.domain.work import Identity
from outlay.settings import Settings
from outlay.store.store import Store
from outlay.use_cases.sources import Live

if TYPE_CHECKING:
    # A sync with nothing new has no use for it.
    from outlay.system.device_flow import DeviceFlow


class Connector(Protocol):
    """Connects, tests and removes accounts; use_cases/accounts.py is the real one."""

    def cards(self) -> tuple[SystemCard, ...]:
        """Every system there is a reader for."""
        ...

    def described(
        self, system: str, name: str, address: str | None, settings: Mapping[str, str], place: SecretPlace
    ) -> Account:
        """A new account of what the owner told. Raises WrongCallError."""
        ...

    def test(self, account: Account, secret: str | None = None) -> Login:
        """Who the token belongs to and what it may see. Raises RemoteError."""
        ...

    def add(self, store: Store, account: Account, secret: str | None, now: UtcMillis) -> None:
        """Keep an account and its token. Raises WrongCallError, RemoteError."""
        ...

    def remove(self, store: Store, name: str) -> Account:
        """Take an account and its token out. Raises WrongCallError, RemoteError."""
        ...


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
        work: WorkWish = EVERY_ACCOUNT,
    ) -> SyncReport:
        """Read what is new."""
        ...

    def signing_in(
        self, address: str, client_id: str, stopped: Callable[[], bool]
    ) -> "AbstractContextManager[DeviceFlow]":
        """What signs in at GitHub by a code."""
        ...

    def connecting(self) -> Connector:
        """What connects, tests and removes accounts."""
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
