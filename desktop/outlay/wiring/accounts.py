"""Accounts over the network and the keyring. Imported only when an account is asked, added or removed."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from outlay.domain.accounts import Account, AccountProgress
from outlay.domain.answers import Progress
from outlay.domain.moments import UtcMillis
from outlay.errors import StoreError
from outlay.readers.work import READERS
from outlay.readers.work.interface import WorkReader
from outlay.store.store import Store, view
from outlay.system.device_flow import DeviceFlow
from outlay.system.gh_token import gh_token
from outlay.system.http import Client, Door
from outlay.system.secrets import AccountSecrets
from outlay.use_cases.accounts import Connecting
from outlay.use_cases.read_accounts import AccountReading

_CERTIFICATES = ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE")
"""Variables by which a company's own certificate is commonly named."""


def connecting(
    environment: Mapping[str, str], clock: Callable[[], UtcMillis], *, quiet: bool = False
) -> Connecting:
    """What connects, tests and removes accounts; `quiet` never has the desktop ask for the keyring's password."""
    certificates = _certificates(environment)

    def open_client(reader: WorkReader, account: Account, secret: str) -> Client:
        door = Door(reader.base(account), reader.headers(account, secret), clock, certificates=certificates)
        return Client(door)

    readers = {reader.card.system: reader for reader in READERS}
    secrets = AccountSecrets(environment, lambda address: gh_token(address, environment), quiet=quiet)
    return Connecting(readers, secrets, open_client)


@contextmanager
def signing_in(
    environment: Mapping[str, str],
    clock: Callable[[], UtcMillis],
    address: str,
    client_id: str,
    stopped: Callable[[], bool],
) -> Iterator[DeviceFlow]:
    """Signing in by a code at an address, as the owner sees it in a browser."""
    door = Door(address, {"Accept": "application/json"}, clock, certificates=_certificates(environment))
    with closing(Client(door)) as client:
        yield DeviceFlow(client, client_id, clock, time.sleep, stopped)


def account_reading(
    store: Store,
    parts: Connecting,
    clock: Callable[[], UtcMillis],
    tell: Callable[[Progress], None],
    stopped: Callable[[], bool],
) -> AccountReading:
    """What reads every account."""

    def tell_progress(progress: AccountProgress) -> None:
        tell(Progress(0, 0, 0, 0, None, None, progress.account, progress.done, progress.total))

    return AccountReading(
        store, parts.readers, parts.secrets.get, parts.open_client, clock, tell_progress, stopped
    )


def _certificates(environment: Mapping[str, str]) -> str | None:
    return next((environment[name] for name in _CERTIFICATES if environment.get(name)), None)


def remove_tokens(
    database: Path, environment: Mapping[str, str], clock: Callable[[], UtcMillis]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Accounts whose token is out of the keyring, and those whose token stays. A file nobody can read names none."""
    if not database.exists():
        return (), ()
    try:
        with closing(view(database)) as store:
            accounts = store.accounts.all()
    except StoreError:
        return (), ()
    return connecting(environment, clock).remove_tokens(accounts)
