"""Accounts: the forges and trackers the owner connected, and how each one answered last."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from outlay.domain.moments import UtcMillis


class SecretPlace(StrEnum):
    """Where the token of an account is kept. Never in a file of ours."""

    KEYRING = "keyring"
    ENVIRONMENT = "environment"
    GH = "gh"
    """GitHub's own command line is asked for the one it holds."""


class Need(NamedTuple):
    """Something a system has to be told beside the token: `email`, `workspace`, ... as contract.md names it."""

    key: str
    required: bool = True


class SystemCard(NamedTuple):
    """What a forge or tracker's reader says of it.

    Args:
        system: its id, as in contract.md.
        title: its name.
        address: where its cloud lives; None where the owner has to say.
        needs: what it has to be told beside address and token.
        scopes: what to tick where the token is made, in that page's own words.
        token_page: where a token is made; `{address}` stands for the account's address.
        pulls, tickets: what it tells of.
        requests_a_reading: how many requests a reading with nothing new takes.
        requests_a_day: what the system allows one user in a day.
    """

    system: str
    title: str
    address: str | None
    needs: tuple[Need, ...]
    scopes: tuple[str, ...]
    token_page: str
    pulls: bool
    tickets: bool
    requests_a_reading: int
    requests_a_day: int


class Account(NamedTuple):
    """One login of the owner's at one system.

    `key` is made at random when it is added and names its token in the keyring. `address` has no slash at its end.
    `variable` is the environment variable that holds the token, where one does.
    """

    key: str
    name: str
    system: str
    address: str
    settings: tuple[tuple[str, str], ...]
    secret_place: SecretPlace
    variable: str | None = None

    def setting(self, key: str) -> str | None:
        """What the owner told under a key; None when nothing."""
        return dict(self.settings).get(key)


class Trouble(StrEnum):
    """Why an account could not be read. Each has its sentence and its next step in presenters/accounts.py."""

    REFUSED = "refused"
    """The token is not accepted: mistyped, expired or revoked."""
    NOT_ALLOWED = "not_allowed"
    """The token is good, but may not see this."""
    NOT_FOUND = "not_found"
    MOVED = "moved"
    """The address sends on to another host."""
    BUSY = "busy"
    """The system asks to come back later."""
    AWAY = "away"
    """Nobody answers at the address."""
    SLOW = "slow"
    BROKEN = "broken"
    """The system fails by its own word (500 and above)."""
    CERTIFICATE = "certificate"
    INSECURE = "insecure"
    """Plain http, other than to this machine."""
    SIGN_IN_PAGE = "sign_in_page"
    """A web page came where data was asked for."""
    GARBLED = "garbled"
    """What came is no JSON, or ends in the middle."""
    TOO_LARGE = "too_large"
    UNEXPECTED = "unexpected"
    """An answer that says no in words of its own, or has not the form it should have."""
    NO_SECRET = "no_secret"  # noqa: S105  a name of trouble
    KEYRING_ABSENT = "keyring_absent"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_SLOW = "keyring_slow"
    KEYRING_REFUSED = "keyring_refused"
    """A keyring that is not one of those trusted with a token, or that gave back something else."""
    INTERRUPTED = "interrupted"
    """The reading was stopped; it goes on from there the next time."""


class AccountTrouble(NamedTuple):
    """Trouble as it is kept and told.

    `status` is the HTTP status, where one came; `until` when it is worth asking again and `missing` the permissions
    that are missing, where the system said so.
    """

    trouble: Trouble
    status: int | None = None
    until: UtcMillis | None = None
    missing: tuple[str, ...] = ()


class RemoteError(Exception):
    """A system did not answer as asked. Holds no text of the answer, no address and no token.

    Args: those of an AccountTrouble, which is what it tells.
    """

    def __init__(
        self,
        trouble: Trouble,
        status: int | None = None,
        until: UtcMillis | None = None,
        missing: tuple[str, ...] = (),
    ) -> None:
        super().__init__(trouble, status)
        self.told = AccountTrouble(trouble, status, until, missing)

    @property
    def trouble(self) -> Trouble:
        """What went wrong."""
        return self.told.trouble

    @property
    def status(self) -> int | None:
        """The HTTP status, where one came."""
        return self.told.status

    @property
    def until(self) -> UtcMillis | None:
        """When it is worth asking again, where the system said."""
        return self.told.until

    @property
    def missing(self) -> tuple[str, ...]:
        """The permissions that are missing, where the system named them."""
        return self.told.missing


Params = Mapping[str, str | int | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer: JSON, checked to be whole. Header names are in lower case."""

    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)

    @property
    def value(self) -> Any:
        """The JSON with numbers as written: a fraction is a Decimal."""
        from decimal import Decimal  # noqa: PLC0415  a sync that asks nobody has no use for it

        return json.loads(self.body, parse_float=Decimal)


class Login(NamedTuple):
    """What a test of an account found: who the token belongs to and what it may see.

    `sees` are names of what is visible (repositories, projects, workspaces), the first few; `missing` are
    permissions without which something stays unread.
    """

    login: str
    name: str | None = None
    sees: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class AccountStanding(NamedTuple):
    """An account and how its readings went.

    `tried` is the last time it was asked, `read` the last time it was read to the end: what it tells is as of
    then. `pulls` and `tickets` are how many are kept of it, `requests` how many the last reading took. `trouble`
    is of the last try.
    """

    account: Account
    tried: UtcMillis | None = None
    read: UtcMillis | None = None
    trouble: AccountTrouble | None = None
    pulls: int = 0
    tickets: int = 0
    requests: int = 0


class AccountReport(NamedTuple):
    """What one reading of an account brought: what it told of, and what of that was new or had changed.

    `left_out` are rows that did not fit.
    """

    account: str
    system: str
    pulls: int
    tickets: int
    added: int
    changed: int
    requests: int
    left_out: int
    trouble: AccountTrouble | None = None


class WorkWish(NamedTuple):
    """How accounts take part in a reading: the one of a name alone, only those that are due, and when to leave off."""

    account: str | None = None
    patient: bool = False
    stopped: Callable[[], bool] = lambda: False


EVERY_ACCOUNT = WorkWish()
"""All of them, due or not, to the end."""


class AccountProgress(NamedTuple):
    """How far a reading of accounts is. `total` None: the system does not say."""

    account: str
    done: int
    total: int | None
