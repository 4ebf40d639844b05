"""Connecting an account in words: what is asked for, and what of what was typed cannot be taken."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from outlay.domain.accounts import Account, SecretPlace, SystemCard
from outlay.presenters.accounts import TroubleWords
from outlay.presenters.tongue import later, tr
from outlay.rules.addresses import clean_address, is_this_machine

NAME, ADDRESS, SECRET, VARIABLE = "name", "address", "secret", "variable"
_LONGEST_NAME = 60
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the dialog; `settings` are by the keys of SystemCard.needs. The token is in no repr."""

    name: str
    address: str
    settings: Mapping[str, str]
    place: SecretPlace
    variable: str = ""
    secret: str = field(default="", repr=False)


def need_name(key: str) -> str:
    """What a field is called."""
    return tr(_NEEDS[key]) if key in _NEEDS else key.replace("_", " ").capitalize()


def proposed_name(card: SystemCard, taken: Collection[str]) -> str:
    """A name nobody has yet: the system's, with a number behind it where that is taken."""
    name, number = card.title, 1
    while name in taken:
        number += 1
        name = f"{card.title} {number}"
    return name


def faults(
    typed: Typed, card: SystemCard, taken: Collection[str], known: Account | None = None
) -> dict[str, str]:
    """Why what was typed cannot be tried, by field in the order of the dialog; nothing when it can.

    `taken` are the names of the other accounts, `known` is the account that is changed.
    """
    found = {
        NAME: _name_fault(typed.name, taken),
        ADDRESS: _address_fault(typed.address, card),
        **{need.key: _need_fault(typed, need.key, required=need.required) for need in card.needs},
        SECRET: _secret_fault(typed, card, known),
        VARIABLE: _variable_fault(typed),
    }
    return {key: fault for key, fault in found.items() if fault}


def address_example(card: SystemCard) -> str:
    """An address as this system's owner would see it in the browser."""
    if card.system == "jira":
        return "https://your-site.atlassian.net"
    return "https://git.example.com" if card.pulls else "https://tickets.example.com"


def token_page(card: SystemCard, address: str) -> str:
    """Where a token is made; empty where that cannot be said yet."""
    place = clean_address(address or card.address or "")
    if "{address}" not in card.token_page:
        return card.token_page
    return card.token_page.replace("{address}", place) if place else ""


def sign_in_words(end: str) -> TroubleWords:
    """Why no token came of a code, by a word of system/device_flow.py, and the next step."""
    title, step = _ENDS.get(end, _ENDS["unknown_app"])
    return TroubleWords(tr(title), tr(step))


def connected_text(name: str, *, anew: bool, paused: bool) -> str:
    """What is said once an account is kept."""
    first = tr("{name} is connected.", name=name) if anew else tr("{name} is kept as it is now.", name=name)
    return f"{first} {tr('Reading is paused; it is read once you go on.')}" if paused else first


def _name_fault(name: str, taken: Collection[str]) -> str:
    if not name:
        return tr("The account needs a name.")
    if len(name) > _LONGEST_NAME or not name.isprintable():
        return tr("Use a name of a few words.")
    return tr("Another account has this name.") if name in taken else ""


def _address_fault(address: str, card: SystemCard) -> str:
    if not address:
        return "" if card.address else tr("{system} needs its address.", system=card.title)
    clean = clean_address(address)
    if clean is None:
        return tr("Write it like {example}.", example=address_example(card))
    parts = urlsplit(clean)
    if parts.scheme == "http" and not is_this_machine(parts.hostname or ""):
        return tr("Write it with https: a token is only shown over a secure connection.")
    return ""


def _need_fault(typed: Typed, key: str, *, required: bool) -> str:
    told = typed.settings.get(key, "")
    if not told:
        return tr("This is needed.") if required else ""
    return "" if told.isprintable() else tr("Something in it cannot be read.")


def _secret_fault(typed: Typed, card: SystemCard, known: Account | None) -> str:
    if typed.place is not SecretPlace.KEYRING or typed.secret:
        return ""
    if known is None or known.secret_place is not SecretPlace.KEYRING:
        return tr("{system} needs a token.", system=card.title)
    if clean_address(typed.address or card.address or "") != known.address:
        return tr("The address is another one: enter the token for it.")
    return ""


def _variable_fault(typed: Typed) -> str:
    if typed.place is not SecretPlace.ENVIRONMENT:
        return ""
    if not typed.variable:
        return tr("Name the variable that holds the token.")
    return "" if _VARIABLE.fullmatch(typed.variable) else tr("Write the variable's name alone.")


_ENDS = {
    "denied": (later("GitHub was told no."), later("Ask for another code, or make a token.")),
    "expired": (later("The code was not entered in time."), later("Ask for another code.")),
    "stopped": (later("Signing in was left off."), later("Ask for another code, or make a token.")),
    "ends_by_itself": (
        later("GitHub gave a login that ends after some hours, which is not renewed."),
        later("Switch off that tokens of the app expire, or make a token."),
    ),
    "unknown_app": (
        later("GitHub does not let this app sign in by a code."),
        later("Check the client id in the settings and whether the app may do so, or make a token."),
    ),
}
_NEEDS = {
    "email": later("E-mail you sign in with"),
    "workspace": later("Workspace"),
    "team": later("Team"),
    "project": later("Project"),
    "scope": later("Scope"),
    "user_id": later("User id"),
    "key_id": later("Key id"),
    "region": later("Region"),
    "organization": later("Organization"),
    "login": later("User name"),
}
