"""The accounts the owner connected: what there is, connecting, testing, removing."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from outlay.app.desk import Desk
from outlay.domain.accounts import Account, AccountStanding, Login, SecretPlace, SystemCard
from outlay.errors import WrongCallError

if TYPE_CHECKING:
    # The tray has no use for it.
    from outlay.system.device_flow import DeviceCode, Granted


class Accounts(Desk):
    """What is done with accounts. None of it belongs on the event loop: network and keyring may take their time."""

    __slots__ = ()

    def systems(self) -> tuple[SystemCard, ...]:
        """Every forge and tracker that can be connected, by its name."""
        return tuple(sorted(self.machinery().connecting().cards(), key=lambda card: card.title.lower()))

    def accounts(self) -> tuple[AccountStanding, ...]:
        """The accounts with how their readings went."""
        with self._view_or_none() as store:
            return () if store is None else store.accounts.standings()

    def account(self, name: str) -> Account:
        """The account of a name. Raises WrongCallError."""
        found = next((one.account for one in self.accounts() if one.account.name == name), None)
        if found is None:
            raise WrongCallError(f"There is no account {name}.", "See outlay accounts list.")
        return found

    def describe_account(
        self,
        system: str,
        name: str,
        address: str | None = None,
        settings: Mapping[str, str] | None = None,
        place: SecretPlace = SecretPlace.KEYRING,
    ) -> Account:
        """An account of what the owner told, not kept yet. Raises WrongCallError for what does not fit."""
        return self.machinery().connecting().described(system, name, address, settings or {}, place)

    def test_account(self, account: Account, secret: str | None = None) -> Login:
        """Who the token belongs to and what it may see; the kept token when none is given. Raises RemoteError."""
        return self.machinery().connecting().test(account, secret)

    def sign_in(
        self, address: str, show: "Callable[[DeviceCode], None]", stopped: Callable[[], bool]
    ) -> "Granted":
        """A token of GitHub's for a code that `show` has entered there; waits until it was.

        Raises DeviceFlowError, RemoteError.
        """
        client_id = self.settings.github_client_id
        with self.machinery().signing_in(address, client_id, stopped) as flow:
            code = flow.begin()
            show(code)
            return flow.granted(code)

    def keep_account(self, account: Account, secret: str | None = None) -> None:
        """Add or change an account, and keep its token. Raises WrongCallError, RemoteError."""
        with self._writing() as store:
            self.machinery().connecting().add(store, account, secret, self.clock())

    def remove_account(self, name: str) -> Account:
        """Take an account and its token out; what was read of it stays. Raises WrongCallError, RemoteError."""
        with self._writing() as store:
            return self.machinery().connecting().remove(store, name)
