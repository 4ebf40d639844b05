"""An account in words: how it stands, what stood in the way and what to do about it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.accounts import (
    Account,
    AccountStanding,
    AccountTrouble,
    Login,
    SecretPlace,
    SystemCard,
    Trouble,
)
from outlay.presenters.days import moment_text
from outlay.presenters.tongue import later, plural, tr
from outlay.presenters.words import joined, named

_MOST_NAMED = 8


class TroubleWords(NamedTuple):
    """What happened, and the next step."""

    title: str
    step: str


def trouble_words(
    trouble: AccountTrouble, system: str, zone: ZoneInfo, today: date, account: Account | None = None
) -> TroubleWords:
    """What stood in the way of asking a system, which is named by its title.

    `account` is the one that was asked, where it is known: a token that is not in the keyring cannot be entered.
    """
    title, step = _WORDS[trouble.trouble]
    if account is not None and trouble.trouble in _TOKENS_OWN:
        step = _STEPS_ELSEWHERE.get(account.secret_place, step)
    when = moment_text(trouble.until, zone, today) if trouble.until is not None else None
    if trouble.missing:
        step = later("Make a token that may also: {missing}.")
    elif when is not None:
        step = later("Asked again after {when}; what was read before stays.")
    values = {
        "system": system,
        "status": trouble.status,
        "when": when,
        "variable": account.variable if account and account.variable else "",
        "missing": joined(_named(trouble.missing)) if trouble.missing else "",
    }
    return TroubleWords(tr(title, **values), tr(step, **values))


def standing_text(standing: AccountStanding, system: str, zone: ZoneInfo, now_day: date) -> str:
    """One sentence on how an account stands."""
    if standing.trouble is not None:
        words = trouble_words(standing.trouble, system, zone, now_day, standing.account)
        return f"{words.title} {words.step}"
    if standing.read is None:
        return tr("Not read yet. It is read at the next refresh.")
    return tr("As of {when}.", when=moment_text(standing.read, zone, now_day))


def with_account_name(name: str, system: str, sentence: str) -> str:
    """A sentence on an account that may stand among others; one that bears its system's name is named by that."""
    return sentence if name == system and name in sentence else f"{name}: {sentence}"


def counts_text(standing: AccountStanding) -> str:
    """What is kept of an account."""
    parts = []
    if standing.pulls:
        parts.append(plural(standing.pulls, "{n} pull request", "{n} pull requests"))
    if standing.tickets:
        parts.append(plural(standing.tickets, "{n} ticket", "{n} tickets"))
    return joined(parts) if parts else tr("nothing yet")


def login_lines(login: Login, card: SystemCard) -> tuple[str, ...]:
    """What a test found, a sentence a line. Names are the system's: they are cut and made of what can be seen."""
    known = named(login.login)
    who = named(login.name) if login.name and login.name != login.login else None
    lines = [
        tr("{system} knows you as {login} ({name}).", system=card.title, login=known, name=who)
        if who
        else tr("{system} knows you as {login}.", system=card.title, login=known)
    ]
    if login.sees:
        lines.append(tr("It shows {what}.", what=joined(_named(login.sees))))
    if login.missing:
        missing = joined(_named(login.missing))
        lines.append(tr("It does not show: {what}. That stays unread until the token may.", what=missing))
    return tuple(lines)


def _named(names: Sequence[str]) -> tuple[str, ...]:
    """The first few."""
    return tuple(named(name) for name in names[:_MOST_NAMED])


_KEYRING_STEP = later(
    "Unlock or set up the desktop's keyring, or name an environment variable that holds the token."
)
_TOKENS_OWN = frozenset((Trouble.REFUSED, Trouble.NO_SECRET))
_STEPS_ELSEWHERE = {
    SecretPlace.ENVIRONMENT: later("Set {variable} to a token that is valid, then start Outlay again."),
    SecretPlace.GH: later("Sign in again with gh auth login."),
}
_WORDS: dict[Trouble, tuple[str, str]] = {
    Trouble.REFUSED: (
        later("{system} does not accept the token."),
        later("It may have expired or been revoked: make a new one and enter it."),
    ),
    Trouble.NOT_ALLOWED: (
        later("{system} accepts the token, but does not let it read this."),
        later("Compare what the token may do with the list, or ask who runs {system}."),
    ),
    Trouble.NOT_FOUND: (
        later("{system} has nothing at this place."),
        later("Check the address and the names below it; the project may have moved or been closed to you."),
    ),
    Trouble.MOVED: (
        later("The address sends on to another host, which is not followed."),
        later("Enter the address you see in the browser once {system} is open."),
    ),
    Trouble.BUSY: (
        later("{system} asks to come back later."),
        later("It is asked again at the next refresh; what was read before stays."),
    ),
    Trouble.AWAY: (
        later("Nobody answers at the address of {system}."),
        later("Check the network, a VPN and the address. It is tried again by itself."),
    ),
    Trouble.SLOW: (
        later("{system} took too long to answer."),
        later("It is tried again by itself; what was read before stays."),
    ),
    Trouble.BROKEN: (
        later("{system} has a fault of its own ({status})."),
        later("It is tried again by itself; what was read before stays."),
    ),
    Trouble.CERTIFICATE: (
        later("The certificate of {system} cannot be checked."),
        later("With a company certificate, set SSL_CERT_FILE to its file."),
    ),
    Trouble.INSECURE: (
        later("The address is not secure: a token is only shown over https."),
        later("Enter the address with https."),
    ),
    Trouble.SIGN_IN_PAGE: (
        later("A web page came where {system} should answer with data."),
        later("A sign-in or a proxy may stand in between: check the address, the token and the VPN."),
    ),
    Trouble.GARBLED: (
        later("The answer of {system} broke off or is no data."),
        later("It is tried again by itself; what was read before stays."),
    ),
    Trouble.TOO_LARGE: (
        later("The answer of {system} is larger than can be."),
        later("It was not read. An update of Outlay may help."),
    ),
    Trouble.UNEXPECTED: (
        later("{system} gave an answer Outlay does not know."),
        later("Check that the address is that of {system}. An update of Outlay may help."),
    ),
    Trouble.NO_SECRET: (
        later("There is no token for {system} where it should be."),
        later("Enter it again, or set the variable that holds it."),
    ),
    Trouble.KEYRING_ABSENT: (later("There is no keyring that can be trusted with a token."), _KEYRING_STEP),
    Trouble.KEYRING_LOCKED: (later("The keyring is locked."), _KEYRING_STEP),
    Trouble.KEYRING_SLOW: (later("The keyring did not answer."), _KEYRING_STEP),
    Trouble.KEYRING_REFUSED: (later("The keyring did not keep the token."), _KEYRING_STEP),
    Trouble.INTERRUPTED: (
        later("The reading was stopped before its end."),
        later("It goes on from there at the next refresh."),
    ),
}
