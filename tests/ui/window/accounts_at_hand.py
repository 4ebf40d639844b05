"""A real front desk and store, with forges that are played, a keyring in memory, and no network."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

from outlay.app import App
from outlay.domain.accounts import (
    AccountTrouble,
    Login,
    Need,
    RemoteError,
    SecretPlace,
    SystemCard,
    Trouble,
)
from outlay.settings import Settings
from outlay.store.store import Store
from outlay.system.device_flow import DeviceCode, DeviceFlowError, FlowEnd, Granted
from outlay.use_cases.accounts import Connecting
from presenters.pages.made_sources import HOME, NOW, UTC, page

TOKEN = "canary-8d20f6"
WRONG = "canary-000000"
CODE = "WDJB-MJHT"
GITHUB = SystemCard(
    "github",
    "GitHub",
    "https://github.com",
    (),
    ("Metadata: Read-only", "Issues: Read-only"),
    "{address}/settings/tokens",
    pulls=True,
    tickets=True,
    requests_a_reading=4,
    requests_a_day=1000,
)
JIRA = SystemCard(
    "jira",
    "Jira",
    None,
    (Need("email"), Need("project", required=False)),
    ("read:jira-work",),
    "https://id.atlassian.com/tokens",
    pulls=False,
    tickets=True,
    requests_a_reading=4,
    requests_a_day=1000,
)


class PlayedReader:
    """Knows one token. `login` is what it tells; while `holds` is not set it does not answer."""

    def __init__(self, card):
        self.card = card
        self.login = Login("mara", "Mara Lind", ("harbor/api",), ())
        self.trouble = RemoteError(Trouble.REFUSED, 401)
        self.holds = Event()
        self.holds.set()
        self.asked = []

    def who(self, client, account):
        self.asked.append(account)
        assert self.holds.wait(10)
        if client.secret != TOKEN:
            raise self.trouble
        return self.login


class PlayedClient:
    def __init__(self, secret):
        self.secret = secret

    def close(self):
        pass


class PlayedSecrets:
    """`trouble` stands in the way of everything."""

    def __init__(self):
        self.kept, self.variables, self.trouble = {}, {}, None

    def get(self, account):
        self._may()
        if account.secret_place is SecretPlace.KEYRING:
            found = self.kept.get(account.key)
        else:
            found = self.variables.get(account.variable or "gh")
        if found is None:
            raise RemoteError(Trouble.NO_SECRET)
        return found

    def keep(self, account, secret):
        self._may()
        self.kept[account.key] = secret

    def remove(self, account):
        self._may()
        self.kept.pop(account.key, None)

    def _may(self):
        if self.trouble:
            raise RemoteError(self.trouble)


class PlayedFlow:
    """Grants `granted` once `agreed` is set, or raises `end`."""

    def __init__(self):
        self.agreed, self.left = Event(), Event()
        self.granted_token = Granted(TOKEN)
        self.end = None
        self.addresses = []

    @contextmanager
    def over(self, address, client_id, stopped):
        self.addresses.append((address, client_id))
        self._stopped = stopped
        yield self

    def begin(self):
        return DeviceCode(CODE, "https://github.com/login/device", NOW, 5, "device-canary")

    def granted(self, _code):
        while not self.agreed.wait(0.005):
            if self._stopped():
                self.left.set()
                raise DeviceFlowError(FlowEnd.STOPPED)
        if self.end:
            raise self.end
        return self.granted_token


class PlayedMachinery:
    def __init__(self, database):
        self._database = database
        self.flow = PlayedFlow()
        self.readers = {card.system: PlayedReader(card) for card in (JIRA, GITHUB)}
        self.secrets = PlayedSecrets()

    def open_store(self):
        return Store(self._database, "here")

    def signing_in(self, address, client_id, stopped):
        return self.flow.over(address, client_id, stopped)

    def connecting(self):
        return Connecting(self.readers, self.secrets, lambda *asked: PlayedClient(asked[2]))


class ConnectingDesk(App):
    """The real front desk; the page of sources apart from its accounts is made by hand."""

    __slots__ = ("_settings", "parts")

    def sources_page(self):
        return page()


def desk_over(folder: Path) -> ConnectingDesk:
    """Over an empty folder. `parts` are what is played."""
    database = folder / "outlay.sqlite"
    parts, settings = PlayedMachinery(database), [Settings()]

    def change(name, value):
        settings[0] = replace(settings[0], **{name: value})

    made = ConnectingDesk(
        database, UTC, None, lambda: NOW, False, Path(HOME), lambda: settings[0], change, lambda: parts
    )
    object.__setattr__(made, "parts", parts)
    return made


def keep_account(desk, name="Work", system="github", address=None, secret=TOKEN, **settings):
    """An account that is connected."""
    account = desk.describe_account(system, name, address, settings)
    desk.keep_account(account, secret)
    return account


def keep_reading(desk, account, trouble=None, requests=4):
    """A reading of it that went so."""
    with _writing(desk) as store:
        told = AccountTrouble(trouble) if trouble else None
        store.accounts.keep_reading(account.key, NOW, requests, told)


@contextmanager
def _writing(desk):
    store = desk.parts.open_store()
    try:
        with store.writing(act=True):
            yield store
    finally:
        store.close()
