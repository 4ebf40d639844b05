"""Tokens of accounts: in the desktop's own keyring, in a variable the owner names, or with GitHub's command line.

Only keyrings that encrypt and belong to the desktop are trusted: others may be installed that keep tokens in a plain
file, and would be chosen without a word. A keyring may wait for its owner for ever, so every question has a limit.
"""

from collections.abc import Callable, Iterable, Mapping
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final, Protocol, TypeVar, cast

from outlay.domain.accounts import Account, RemoteError, SecretPlace, Trouble

SERVICE: Final = "Outlay"
TRUSTED: Final = frozenset(
    (
        "keyring.backends.SecretService",
        "keyring.backends.libsecret",
        "keyring.backends.kwallet",
        "keyring.backends.macOS",
        "keyring.backends.Windows",
    )
)
PROMPT_SECONDS: Final = 60.0
"""Time for the owner to type the keyring's password."""

QUIET_SECONDS: Final = 10.0

T = TypeVar("T")


class Keyring(Protocol):
    """What is asked of a keyring's backend."""

    priority: float

    def get_password(self, service: str, username: str) -> str | None:
        """The secret under a name."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Take a secret out."""
        ...


class AccountSecrets:
    """Where tokens are kept. What stands in the way is a RemoteError; none holds a token.

    Args:
        environment: the variables.
        ask_gh: the token GitHub's command line holds for a host; raises RemoteError.
        keyrings: every keyring there is.
        quiet: never have the desktop ask for the keyring's password; a locked one is told instead.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        ask_gh: Callable[[str], str],
        keyrings: Callable[[], Iterable[Keyring]] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        self._environment = environment
        self._ask_gh = ask_gh
        self._keyrings = keyrings or _all_keyrings
        self._quiet = quiet

    def get(self, account: Account) -> str:
        """The token of an account. Raises RemoteError."""
        match account.secret_place:
            case SecretPlace.ENVIRONMENT:
                token = self._environment.get(account.variable or "", "")
            case SecretPlace.GH:
                token = self._ask_gh(account.address)
            case SecretPlace.KEYRING:
                token = self._within(lambda ring: ring.get_password(SERVICE, _name(account))) or ""
        if not token.strip():
            raise RemoteError(Trouble.NO_SECRET)
        return token.strip()

    def keep(self, account: Account, secret: str) -> None:
        """Put a token into the keyring and read it back. Raises RemoteError."""

        def keep(ring: Keyring) -> str | None:
            ring.set_password(SERVICE, _name(account), secret)
            return ring.get_password(SERVICE, _name(account))

        if self._within(keep) != secret:
            raise RemoteError(Trouble.KEYRING_REFUSED)

    def remove(self, account: Account) -> None:
        """Take a token out of the keyring; one that is not there is gone already. Raises RemoteError."""

        def remove(ring: Keyring) -> None:
            if ring.get_password(SERVICE, _name(account)) is not None:
                ring.delete_password(SERVICE, _name(account))

        self._within(remove)

    def _within(self, ask: Callable[[Keyring], T]) -> T:
        """Ask the keyring in a thread of its own, for as long as the limit is."""

        def work() -> T:
            ring = _trusted(self._keyrings())
            if self._quiet and _is_locked(ring):
                raise RemoteError(Trouble.KEYRING_LOCKED)
            return ask(ring)

        told: SimpleQueue[tuple[T | None, RemoteError | None]] = SimpleQueue()
        Thread(target=lambda: told.put(_outcome(work)), name="keyring", daemon=True).start()
        try:
            found, trouble = told.get(timeout=QUIET_SECONDS if self._quiet else PROMPT_SECONDS)
        except Empty:
            raise RemoteError(Trouble.KEYRING_SLOW) from None
        if trouble is not None:
            raise trouble
        return found  # type: ignore[return-value]  # one of the two is always there


def _outcome(work: Callable[[], T]) -> tuple[T | None, RemoteError | None]:
    """What came of it; whatever a backend throws is told by kind alone, for its words may hold the token."""
    try:
        return work(), None
    except RemoteError as error:
        return None, error
    except Exception as error:  # noqa: BLE001  backends raise what their desktop raises
        return None, RemoteError(_trouble_of(error))


def _trouble_of(error: Exception) -> Trouble:
    from keyring import errors  # noqa: PLC0415  80 MB of imports that only whoever asks a keyring needs

    match error:
        case errors.KeyringLocked():
            return Trouble.KEYRING_LOCKED
        case errors.InitError() | errors.NoKeyringError() | OSError():
            return Trouble.KEYRING_ABSENT
        case _ if type(error).__name__ == "SecretServiceNotAvailableException":
            return Trouble.KEYRING_ABSENT
        case _:
            return Trouble.KEYRING_REFUSED


def _all_keyrings() -> Iterable[Keyring]:
    from keyring.backend import get_all_keyring  # noqa: PLC0415  see above

    return cast("list[Keyring]", get_all_keyring())


def _trusted(keyrings: Iterable[Keyring]) -> Keyring:
    fit = [ring for ring in keyrings if type(ring).__module__ in TRUSTED]
    if not fit:
        raise RemoteError(Trouble.KEYRING_ABSENT)
    return max(fit, key=lambda ring: ring.priority)


def _is_locked(ring: Keyring) -> bool:
    """Whether the desktop would ask for the keyring's password; only the Secret Service can be asked that."""
    if not type(ring).__module__.endswith("SecretService"):
        return False
    import secretstorage  # noqa: PLC0415  there on Linux alone

    bus: Any = secretstorage.dbus_init()
    try:
        # `get_default_collection` would have a desktop without a keyring ask for the password of a new one.
        return bool(secretstorage.Collection(bus).is_locked())
    except secretstorage.ItemNotFoundException:
        raise RemoteError(Trouble.KEYRING_ABSENT) from None
    finally:
        bus.close()


def _name(account: Account) -> str:
    return f"{account.system}:{account.key}"
