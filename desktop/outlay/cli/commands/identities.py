"""`outlay identities`: which commit e-mails are the owner's."""

from argparse import Namespace

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.errors import WrongCallError


def answer(app: App, arguments: Namespace) -> Reply:
    """List, add or remove commit e-mails."""
    if arguments.action == "add":
        app.add_identities(_needed(_named(app, arguments)))
    elif arguments.action == "remove":
        app.remove_identities(_needed(arguments.emails))
    return _listed(app)


def _named(app: App, arguments: Namespace) -> list[str]:
    return [one.email for one in app.propose_identities()] if arguments.proposed else arguments.emails


def _needed(emails: list[str]) -> list[str]:
    if not emails:
        raise WrongCallError("No e-mail was named.", "Name the e-mails of your commits.")
    return emails


def _listed(app: App) -> Reply:
    mine, proposed = app.identities(), app.propose_identities()
    data = {
        "identities": list(mine),
        "proposed": [{"email": one.email, "origin": one.origin} for one in proposed],
    }
    lines = list(mine) or ["No commit e-mail is named yet."]
    if proposed:
        lines += ["", "Git is set to these too:", *(f"  {one.email}  ({one.origin})" for one in proposed)]
    return Reply("identities", data, "\n".join(lines))
