"""The accounts of the gallery, made up, and the dialog that connects one in the states it can be in."""

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from PySide6.QtWidgets import QDialog

from outlay.app import App
from outlay.domain.accounts import (
    Account,
    AccountStanding,
    AccountTrouble,
    Login,
    Need,
    SecretPlace,
    SystemCard,
    Trouble,
)
from outlay.domain.answers import Progress
from outlay.domain.moments import UtcMillis, day_of
from outlay.painting.look import Look
from outlay.presenters.accounts import login_lines, trouble_words
from outlay.ui.window.connect_dialog import ConnectDialog

GITHUB = SystemCard(
    "github",
    "GitHub",
    "https://github.com",
    (),
    (
        "Metadata: Read-only",
        "Contents: Read-only",
        "Pull requests: Read-only",
        "Issues: Read-only",
        "Projects: Read-only",
    ),
    "{address}/settings/personal-access-tokens/new",
    pulls=True,
    tickets=True,
    requests_a_reading=4,
    requests_a_day=120_000,
)
JIRA = SystemCard(
    "jira",
    "Jira",
    None,
    (Need("email"),),
    ("read:jira-work", "read:jira-user"),
    "https://id.atlassian.com/manage-profile/security/api-tokens",
    pulls=False,
    tickets=True,
    requests_a_reading=4,
    requests_a_day=86_400,
)
READING = Progress(0, 0, 0, 0, None, None, "Tracker", 350, 2_000)
"""Of the account that was not read yet."""

_MINUTES, _HOURS = 60_000, 3_600_000
_TYPED = "a-made-up-token"


class WithAccounts(App):
    """The sample with accounts that were never asked."""

    __slots__ = ()

    def accounts(self) -> tuple[AccountStanding, ...]:
        """One that answers, one whose token is not accepted, one that is away, and one that was just added."""
        now = self.now
        return (
            AccountStanding(
                _account("a1", "GitHub", "github", "https://github.com"),
                UtcMillis(now - 20 * _MINUTES),
                UtcMillis(now - 20 * _MINUTES),
                None,
                148,
                32,
                4,
            ),
            AccountStanding(
                _account("a2", "Work", "gitlab", "https://git.harbor.example"),
                UtcMillis(now - 20 * _MINUTES),
                UtcMillis(now - 50 * _HOURS),
                AccountTrouble(Trouble.REFUSED, 401),
                61,
                0,
                1,
            ),
            AccountStanding(
                _account("a3", "Boards", "azure_devops", "https://dev.azure.com"),
                UtcMillis(now - 20 * _MINUTES),
                UtcMillis(now - 30 * _HOURS),
                AccountTrouble(Trouble.AWAY),
                0,
                17,
                1,
            ),
            AccountStanding(_account("a4", "Tracker", "jira", "https://harbor.atlassian.net")),
        )

    def systems(self) -> tuple[SystemCard, ...]:
        """Two."""
        return GITHUB, JIRA


class DialogState(NamedTuple):
    """The dialog in one state."""

    name: str
    dialog: QDialog


def with_accounts(app: App) -> App:
    """The same app with the made-up accounts."""
    return WithAccounts(**{one.name: getattr(app, one.name) for one in fields(app)})


def dialog_states(app: App, look: Look) -> Iterator[DialogState]:
    """Empty for GitHub and for Jira, something missing, a good test, a failed one."""
    yield DialogState("connect-github", _dialog(look, GITHUB, JIRA))
    jira = _dialog(look, JIRA)
    yield DialogState("connect-jira", jira)
    missing = _dialog(look, JIRA)
    missing.test.click()
    yield DialogState("connect-missing", missing)
    good = _tried(look)
    login = Login("mara", "Mara Lind", ("harbor/api", "harbor/web"), ("Projects: Read-only",))
    good.show_good(good.wish().number, login_lines(login, GITHUB))
    yield DialogState("connect-good", good)
    failed = _tried(look)
    today = day_of(app.now, app.zone)
    words = trouble_words(AccountTrouble(Trouble.REFUSED, 401), "GitHub", app.zone, today)
    failed.show_trouble(failed.wish().number, words.title, words.step)
    yield DialogState("connect-failed", failed)


def _dialog(look: Look, *cards: SystemCard) -> ConnectDialog:
    return ConnectDialog(look, cards, ())


def _tried(look: Look) -> ConnectDialog:
    dialog = _dialog(look, GITHUB, JIRA)
    dialog.secret.show_text(_TYPED)
    dialog.test.click()
    return dialog


def _account(key: str, name: str, system: str, address: str) -> Account:
    return Account(key, name, system, address, (), SecretPlace.KEYRING)
