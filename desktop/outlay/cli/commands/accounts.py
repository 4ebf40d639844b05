"""`outlay accounts`: the forges and trackers that are asked."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from outlay.app import App
from outlay.cli.reply import ANSWERED, SOURCE_FAILED, Reply
from outlay.domain.accounts import (
    Account,
    AccountStanding,
    RemoteError,
    SecretPlace,
    SystemCard,
)
from outlay.domain.moments import day_of, iso_of
from outlay.errors import OutlayError, WrongCallError
from outlay.presenters.accounts import counts_text, login_lines, standing_text, trouble_words


class _RefusedError(OutlayError):
    """A system or the keyring said no."""


def answer(app: App, arguments: Namespace) -> Reply:
    """List, add, test or remove accounts."""
    cards = {card.system: card for card in app.systems()}
    match arguments.action:
        case "add":
            return _add(app, arguments, cards)
        case "test":
            return _test(app, _needed(arguments.subject, "Name the account."), cards)
        case "remove":
            return _remove(app, _needed(arguments.subject, "Name the account."), cards)
        case "systems":
            return _systems(cards)
        case _:
            return _listed(app, cards)


def _add(app: App, arguments: Namespace, cards: Mapping[str, SystemCard]) -> Reply:
    system = _needed(arguments.subject, f"Name one of {', '.join(sorted(cards))}.")
    place, variable = _place(arguments)
    account = app.describe_account(
        system, arguments.name or system, arguments.base_url, _settings(arguments.set), place
    )._replace(variable=variable)
    secret = _secret(arguments, account, cards[system])
    with_words = _InWords(app, cards[system], account)
    login = with_words(lambda: app.test_account(account, secret))
    with_words(lambda: app.keep_account(account, secret if place is SecretPlace.KEYRING else None))
    lines = login_lines(login, cards[system])
    return Reply(
        "accounts",
        {"account": _account_json(account), "login": login.login, "missing": list(login.missing)},
        "\n".join((*lines, f"{account.name} is connected. outlay sync --only work reads it.")),
    )


def _place(arguments: Namespace) -> tuple[SecretPlace, str | None]:
    if arguments.secret_from_env:
        return SecretPlace.ENVIRONMENT, arguments.secret_from_env
    return (SecretPlace.GH if arguments.secret_from_gh else SecretPlace.KEYRING), None


def _secret(arguments: Namespace, account: Account, card: SystemCard) -> str | None:
    """The token as typed or piped; None where it is kept elsewhere. Never an argument: those can be seen by others."""
    if account.secret_place is not SecretPlace.KEYRING:
        return None
    if not arguments.secret_stdin and sys.stdin.isatty():
        import getpass  # noqa: PLC0415  for a terminal alone

        sys.stderr.write(_where_to_make(card, account))
        typed = getpass.getpass("Token (not shown): ", stream=sys.stderr)
    else:
        typed = sys.stdin.readline()
    if not typed.strip():
        raise WrongCallError(
            f"{card.title} needs a token.",
            "Pipe it in with --secret-stdin, or name a variable: --secret-from-env VAR.",
        )
    return typed.strip()


def _where_to_make(card: SystemCard, account: Account) -> str:
    page = card.token_page.format(address=account.address)
    return f"Make a token at {page}\nIt needs: {', '.join(card.scopes)}\n"


def _settings(told: list[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in told]
    if any(not sign for _, sign, _ in pairs):
        raise WrongCallError("--set takes KEY=VALUE.", "For example --set email=me@example.com.")
    return {key: value for key, _, value in pairs}


def _test(app: App, name: str, cards: Mapping[str, SystemCard]) -> Reply:
    account = app.account(name)
    login = _InWords(app, cards[account.system], account)(lambda: app.test_account(account))
    data = {
        "account": name,
        "login": login.login,
        "name": login.name,
        "sees": list(login.sees),
        "missing": list(login.missing),
    }
    return Reply("accounts", data, "\n".join(login_lines(login, cards[account.system])))


def _remove(app: App, name: str, cards: Mapping[str, SystemCard]) -> Reply:
    account = app.account(name)
    _InWords(app, cards[account.system], account)(lambda: app.remove_account(name))
    text = f"{name} is removed, and its token with it. What was read of it stays."
    return Reply("accounts", {"removed": name}, text)


def _systems(cards: Mapping[str, SystemCard]) -> Reply:
    data = [
        {
            "system": card.system,
            "title": card.title,
            "address": card.address,
            "needs": [need.key for need in card.needs if need.required],
            "may_have": [need.key for need in card.needs if not need.required],
            "scopes": list(card.scopes),
            "token_page": card.token_page,
        }
        for card in cards.values()
    ]
    width = max(len(card.system) for card in cards.values())
    lines = [f"{card.system:<{width}}  {card.title}{_needs_text(card)}" for card in cards.values()]
    return Reply("accounts", {"systems": data}, "\n".join(lines))


def _needs_text(card: SystemCard) -> str:
    needs = [need.key for need in card.needs if need.required]
    address = [] if card.address else ["--base-url URL"]
    told = [*address, *(f"--set {key}=VALUE" for key in needs)]
    return f": {', '.join(told)}" if told else ""


def _listed(app: App, cards: Mapping[str, SystemCard]) -> Reply:
    standings = app.accounts()
    data = {"accounts": [_standing_json(one) for one in standings]}
    failing = any(one.trouble for one in standings)
    if not standings:
        text = "No account is connected yet: outlay accounts add SYSTEM\nSystems: outlay accounts systems"
        return Reply("accounts", data, text)
    today = day_of(app.now, app.zone)
    lines = [
        f"{one.account.name}  {_title(cards, one.account)}, {counts_text(one)}\n"
        f"  {standing_text(one, _title(cards, one.account), app.zone, today)}"
        for one in standings
    ]
    return Reply("accounts", data, "\n".join(lines), code=SOURCE_FAILED if failing else ANSWERED)


def _title(cards: Mapping[str, SystemCard], account: Account) -> str:
    card = cards.get(account.system)
    return card.title if card else account.system


class _InWords:
    """Runs what may be refused; a refusal becomes a sentence."""

    def __init__(self, app: App, card: SystemCard, account: Account) -> None:
        self._app, self._card, self._account = app, card, account

    def __call__(self, ask: Any) -> Any:
        try:
            return ask()
        except RemoteError as error:
            today = day_of(self._app.now, self._app.zone)
            zone, title = self._app.zone, self._card.title
            raise _RefusedError(*trouble_words(error.told, title, zone, today, self._account)) from None


def _needed(word: str | None, advice: str) -> str:
    if not word:
        raise WrongCallError("Something is missing.", advice)
    return word


def _account_json(account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "system": account.system,
        "address": account.address,
        "settings": dict(account.settings),
        "secret": account.secret_place,
        "variable": account.variable,
    }


def _standing_json(standing: AccountStanding) -> dict[str, Any]:
    trouble = standing.trouble
    return {
        **_account_json(standing.account),
        "as_of": iso_of(standing.read) if standing.read is not None else None,
        "tried_at": iso_of(standing.tried) if standing.tried is not None else None,
        "pull_requests": standing.pulls,
        "tickets": standing.tickets,
        "requests": standing.requests,
        "trouble": {
            "kind": trouble.trouble,
            "status": trouble.status,
            "until": iso_of(trouble.until) if trouble.until is not None else None,
            "missing": list(trouble.missing),
        }
        if trouble
        else None,
    }
