"""Connects, tests and removes accounts."""

import os
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from outlay.domain.accounts import Account, Login, RemoteError, SecretPlace, SystemCard, Trouble
from outlay.domain.moments import UtcMillis
from outlay.errors import StoreError, WrongCallError
from outlay.readers.work.interface import WorkReader
from outlay.rules.addresses import clean_address
from outlay.store.store import Store
from outlay.use_cases.read_accounts import OpenClient


class Secrets(Protocol):
    """Where tokens are kept. Every method raises RemoteError with what stood in the way."""

    def get(self, account: Account) -> str:
        """The token of an account."""
        ...

    def keep(self, account: Account, secret: str) -> None:
        """Put a token into the keyring and read it back."""
        ...

    def remove(self, account: Account) -> None:
        """Take a token out of the keyring; one that is not there is gone already."""
        ...


@dataclass(frozen=True, slots=True)
class Connecting:
    """What connecting an account asks for: readers by system, where tokens are kept, and a way to ask."""

    readers: Mapping[str, WorkReader]
    secrets: Secrets
    open_client: OpenClient

    def cards(self) -> tuple[SystemCard, ...]:
        """Every system there is a reader for."""
        return tuple(reader.card for reader in self.readers.values())

    def described(
        self, system: str, name: str, address: str | None, settings: Mapping[str, str], place: SecretPlace
    ) -> Account:
        """A new account of what the owner told. Raises WrongCallError for what does not fit or is missing."""
        reader = self.readers.get(system)
        if reader is None:
            raise WrongCallError(
                f"{system} is no system Outlay can ask.", f"It can ask {', '.join(sorted(self.readers))}."
            )
        card = reader.card
        known = {need.key for need in card.needs}
        told = {key: value.strip() for key, value in settings.items() if value.strip()}
        for key in told.keys() - known:
            raise WrongCallError(f"{card.title} does not need {key}.", f"It needs {_listed(known)}.")
        for need in card.needs:
            if need.required and need.key not in told:
                raise WrongCallError(f"{card.title} needs {need.key}.", f"Add --set {need.key}=VALUE.")
        if address is None and card.address is None:
            raise WrongCallError(f"{card.title} needs its address.", "Add --base-url URL.")
        clean = clean_address(address or card.address or "")
        if clean is None:
            raise WrongCallError("The address is none.", "It is written like https://git.example.com.")
        return Account(os.urandom(6).hex(), _name(name), system, clean, tuple(sorted(told.items())), place)

    def test(self, account: Account, secret: str | None = None) -> Login:
        """Who the token belongs to and what it may see; the kept token when none is given. Raises RemoteError."""
        reader = self.readers[account.system]
        token = self.secrets.get(account) if secret is None else secret
        with closing(self.open_client(reader, account, token)) as client:
            return reader.who(client, account)

    def add(self, store: Store, account: Account, secret: str | None, now: UtcMillis) -> None:
        """Keep an account, and its token in the keyring where that is its place.

        One that is known by its key is changed. Raises WrongCallError when the name is taken, RemoteError when the
        token could not be kept; nothing is changed then.
        """
        other = store.accounts.named(account.name)
        if other is not None and other.key != account.key:
            raise WrongCallError(f"There is an account {account.name} already.", "Choose another name.")
        if account.secret_place is SecretPlace.KEYRING and secret is not None:
            self.secrets.keep(account, secret)
        before = next((one for one in store.accounts.all() if one.key == account.key), None)
        if before is not None:
            self._remove_left_token(before, account)
        try:
            _keep(store, before, account, now)
        except StoreError:
            if before is None:
                # No account would name it any more.
                self.remove_tokens([account])
            raise

    def _remove_left_token(self, before: Account, account: Account) -> None:
        """A token nobody asks for any more, because it comes from elsewhere now, does not stay in the keyring.

        Where that does not open it stays: naming a variable is the way out then.
        """
        if before.secret_place is not SecretPlace.KEYRING or account.secret_place is SecretPlace.KEYRING:
            return
        try:
            self.secrets.remove(before)
        except RemoteError as error:
            if error.trouble not in _SHUT:
                raise

    def remove(self, store: Store, name: str) -> Account:
        """Take an account and its token out; what was read of it stays. Raises WrongCallError, RemoteError."""
        account = named(store, name)
        if account.secret_place is SecretPlace.KEYRING:
            self.secrets.remove(account)
        with store.writing(act=True):
            store.accounts.remove(account.key)
        return account

    def remove_tokens(self, accounts: Iterable[Account]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Take the tokens of accounts out of the keyring; names of those that are gone, and of those that stay.

        A keyring that does not open is asked once: each question waits a minute for its owner.
        """
        kept = [account for account in accounts if account.secret_place is SecretPlace.KEYRING]
        gone: list[str] = []
        stay: list[str] = []
        for number, account in enumerate(kept):
            try:
                self.secrets.remove(account)
                gone.append(account.name)
            except RemoteError as error:
                if error.trouble in _SHUT:
                    stay += (one.name for one in kept[number:])
                    break
                stay.append(account.name)
        return tuple(gone), tuple(stay)


def named(store: Store, name: str) -> Account:
    """The account of a name; WrongCallError when there is none."""
    account = store.accounts.named(name)
    if account is None:
        raise WrongCallError(f"There is no account {name}.", "See outlay accounts list.")
    return account


def _name(name: str) -> str:
    clean = " ".join(name.split())
    if not clean or not clean.isprintable() or len(clean) > _LONGEST_NAME:
        raise WrongCallError("The account needs a name.", "Use one of a few words, such as work.")
    return clean


def _keep(store: Store, before: Account | None, account: Account, now: UtcMillis) -> None:
    with store.writing(act=True):
        store.accounts.keep(account, now)
        store.accounts.forget_trouble(account.key)
        if before is not None and _where(before) != _where(account):
            store.accounts.forget_bookmark(account.key)


def _where(account: Account) -> tuple[object, ...]:
    """What its bookmark is about: another place is read from the beginning."""
    return account.system, account.address, account.settings


def _listed(keys: set[str]) -> str:
    return ", ".join(sorted(keys)) or "nothing beside its token"


_LONGEST_NAME = 60
_SHUT = frozenset((Trouble.KEYRING_ABSENT, Trouble.KEYRING_LOCKED, Trouble.KEYRING_SLOW))
