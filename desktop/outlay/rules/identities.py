"""Which commit e-mails are the owner's: the ones named, and every noreply form of a login among them."""

import re
from typing import NamedTuple


class Login(NamedTuple):
    """An account's name at one forge, as a noreply address carries it."""

    host: str
    name: str


# https://docs.github.com/account-and-profile: `ID+login@` and, for old accounts, `login@users.noreply.github.com`.
# https://docs.gitlab.com/user/profile: `ID-login@users.noreply.gitlab.com`. Forgejo: `login@noreply.codeberg.org`.
# Bots carry brackets in their login and so never match.
_NOREPLY = re.compile(r"(?:\d+\+)?([a-z0-9][a-z0-9._-]*)@(?:users\.)?noreply\.([a-z0-9.-]+)")
_NUMBER_AND_DASH = re.compile(r"\d+-")


def login_of(email: str) -> Login | None:
    """The login a forge's noreply address belongs to, None for any other address."""
    match = _NOREPLY.fullmatch(email.strip().lower())
    if match is None:
        return None
    name, host = match.groups()
    return Login(host, _NUMBER_AND_DASH.sub("", name, count=1) if "gitlab" in host else name)


def noreply_of(login: str) -> str:
    """The noreply address of a GitHub login; matching it matches the numbered form too."""
    return f"{login.strip().lower()}@users.noreply.github.com"


def is_own(email: str, own_emails: frozenset[str]) -> bool:
    """Whether a commit e-mail is the owner's, in any case and any noreply form of a known login."""
    plain = email.strip().lower()
    if not plain:
        return False
    if plain in {own.strip().lower() for own in own_emails}:
        return True
    login = login_of(plain)
    return login is not None and login in {login_of(own) for own in own_emails}
