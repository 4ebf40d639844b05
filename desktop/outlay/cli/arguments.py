"""The words of the command line."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from outlay import __version__
from outlay.cli.action_arguments import items, review
from outlay.cli.shared_arguments import add_shared, day, nothing, span
from outlay.errors import WrongCallError


class _Parser(argparse.ArgumentParser):
    """Raises instead of leaving, so that a wrong call is answered like every other."""

    def error(self, message: str) -> NoReturn:
        for what in ("command", "action"):
            if message.startswith(f"argument {what.upper()}: invalid choice"):
                message = f"there is no {what} {message.split(chr(39))[1]}"
        if message.endswith("required: COMMAND"):
            message = "no command was named"
        raise WrongCallError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")


def parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The command line; only commands that are among the words get their own options, for the others none asks."""
    top = _Parser(prog="outlay", description="Your AI outlay, next to your output.")
    top.add_argument("--version", action="version", version=f"outlay {__version__}")
    add_shared(top, top=True)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (text, fill) in _COMMANDS.items():
        command = commands.add_parser(name, help=text, description=f"{text}.")
        if name in words:
            add_shared(command, top=False)
            fill(command)
    commands.add_parser("worker", add_help=False)
    return top


def _sync(command: argparse.ArgumentParser) -> None:
    command.add_argument("--only", choices=("logs", "git", "work"), help="read just these")
    command.add_argument("--account", metavar="NAME", help="read just this account")


def _status(command: argparse.ArgumentParser) -> None:
    kinds = ("plain", "waybar", "json")
    command.add_argument("--line", nargs="?", const="plain", choices=kinds, help="one line for a status bar")


def _spend(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", default="tool", metavar="K[,K...]", help="day, tool, model, project, ...")
    help_text = "only what has this value of a key; none for unknown. May stand several times"
    command.add_argument("--where", action="append", default=[], metavar="KEY=VALUE", help=help_text)
    span(command)


def _session_page(command: argparse.ArgumentParser) -> None:
    command.add_argument("session", metavar="SESSION", help="the beginning of its id is enough")


def _find(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", nargs="+", metavar="TEXT")
    command.add_argument("--limit", type=int, default=20, metavar="N", help="at most so many hits")


def _groups(command: argparse.ArgumentParser) -> None:
    command.add_argument("action", nargs="?", choices=("list", "add", "remove"), default="list")
    command.add_argument("name", nargs="?", metavar="NAME")
    command.add_argument("projects", nargs="*", metavar="PATH", help="folders, or repositories as owner/name")


def _settings(command: argparse.ArgumentParser) -> None:
    command.add_argument("action", nargs="?", choices=("list", "set", "reset"), default="list")
    command.add_argument("name", nargs="?", metavar="NAME")
    command.add_argument("value", nargs="*", metavar="VALUE")


def _export(command: argparse.ArgumentParser) -> None:
    span(command)
    command.add_argument("--week", type=day, metavar="DAY", help="the calendar week of this day")
    command.add_argument("--format", choices=("markdown", "html", "pdf", "csv", "json"))
    command.add_argument("--out", metavar="PATH", help="the file to write")
    command.add_argument("--replace", action="store_true", help="even if it is there already")
    sections = "words, shipped, agents, money, times, outcomes"
    command.add_argument("--include", metavar="SECTION,...", help=f"only these: {sections}")
    fields = "titles, repositories, branches, tickets, tokens, models, amounts=share, amounts=money"
    command.add_argument("--reveal", metavar="FIELD,...", help=f"what may leave: {fields}")
    command.add_argument(
        "--words", metavar="FILE", help="your own words as JSON, - for standard input; default: saved reviews"
    )
    command.add_argument("--paper", choices=("a4", "letter"), default="a4", help="of a PDF")
    command.add_argument("--dry-run", action="store_true", help="print the file instead of writing it")
    command.add_argument("--check", metavar="FILE", help="whether it was exported here and is unchanged")
    command.add_argument("--log", action="store_true", help="what was exported so far")


def _export_all(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", required=True, metavar="FILE", help="the zip to write")
    command.add_argument("--replace", action="store_true", help="even if it is there already")


def _delete(command: argparse.ArgumentParser) -> None:
    command.add_argument("--yes", action="store_true", help="really")


def _repositories(command: argparse.ArgumentParser) -> None:
    actions = ("list", "add", "remove", "forget")
    command.add_argument("action", nargs="?", choices=actions, default="list")
    command.add_argument("paths", nargs="*", metavar="PATH")
    command.add_argument("--proposed", action="store_true", help="all that are proposed")
    command.add_argument(
        "--words",
        choices=("keep", "remove"),
        default="keep",
        help="your words about its items, when it is forgotten",
    )


def _accounts(command: argparse.ArgumentParser) -> None:
    actions = ("list", "add", "test", "remove", "systems")
    command.add_argument("action", nargs="?", choices=actions, default="list")
    command.add_argument(
        "subject", nargs="?", metavar="SYSTEM|NAME", help="the system to add, or the account"
    )
    command.add_argument("--name", metavar="NAME", help="what you call it; default: the system's name")
    command.add_argument("--base-url", metavar="URL", help="its address, where it is not the vendor's cloud")
    help_text = "what the system has to be told beside its token. May stand several times"
    command.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help=help_text)
    secret = command.add_mutually_exclusive_group()
    secret.add_argument(
        "--secret-from-env", metavar="VAR", help="the variable that holds the token, now and later"
    )
    secret.add_argument("--secret-stdin", action="store_true", help="read the token from standard input")
    secret.add_argument(
        "--secret-from-gh", action="store_true", help="ask GitHub's gh for its token, now and later"
    )


def _week(command: argparse.ArgumentParser) -> None:
    command.add_argument("--of", type=day, metavar="DAY", help="the calendar week of this day")


def _members(name: str, what: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def fill(command: argparse.ArgumentParser) -> None:
        command.add_argument("action", nargs="?", choices=("list", "add", "remove"), default="list")
        command.add_argument(name, nargs="*", metavar=what)
        command.add_argument("--proposed", action="store_true", help="all that are proposed")

    return fill


def _prices(command: argparse.ArgumentParser) -> None:
    command.add_argument("action", nargs="?", choices=("list", "set", "remove"), default="list")
    command.add_argument("model", nargs="?", metavar="MODEL")
    command.add_argument(
        "--from", dest="since", type=day, metavar="DAY", help="the day it begins; default: always"
    )
    for name in ("input", "output", "cache-read", "cache-write", "cache-write-1h"):
        command.add_argument(f"--{name}", metavar="USD", help="US dollars per million tokens")


def _import(command: argparse.ArgumentParser) -> None:
    kinds = ("cursor-csv", "pull-requests", "tickets")
    command.add_argument("kind", choices=kinds, help="what the file is")
    command.add_argument("file", metavar="FILE")
    command.add_argument("--user", metavar="NAME", help="whose rows are yours, in a team's export")


def _sample(command: argparse.ArgumentParser) -> None:
    command.add_argument("--home", required=True, metavar="DIR", help="an empty or new folder")


def _gallery(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", required=True, metavar="DIR")
    themes = ("light", "dark", "high-contrast", "both", "all")
    command.add_argument("--theme", choices=themes, default="both", help="both: light and dark")
    command.add_argument("--scale", choices=("1", "2", "both"), default="both")
    help_text = "only this screen: popover, week, ... May stand several times"
    command.add_argument("--only", action="append", metavar="NAME", default=[], help=help_text)


def _app(command: argparse.ArgumentParser) -> None:
    command.add_argument("--window", action="store_true", help="open the window, without a tray icon")
    command.add_argument(
        "--page", metavar="NAME", default="", help="the window's first page: week, shipped, ..."
    )
    command.add_argument("--sample", action="store_true", help="show the sample data, in a throw-away folder")


_COMMANDS = {
    "status": ("Today and this week, in short", _status),
    "sync": ("Read what is new", _sync),
    "week": ("A week's spend beside what shipped", _week),
    "spend": ("Spend by day, tool, model, project and more", _spend),
    "tokens": ("What a board would count, and what it is made of", span),
    "session": ("One session with what it rests on", _session_page),
    "find": ("Items, sessions, repositories and more by a piece of text", _find),
    "items": ("Work items with what was spent on them, and your own words about them", items),
    "review": ("A week in your own words beside its figures", review),
    "evidence": ("What stands below the figures, for programs", span),
    "sources": ("Every place looked at, and what is there", nothing),
    "doctor": ("The same as sources", nothing),
    "repositories": ("Repositories whose commits count", _repositories),
    "identities": ("Commit e-mails that are yours", _members("emails", "EMAIL")),
    "accounts": ("Forges and trackers that are asked", _accounts),
    "groups": ("Projects you look at together", _groups),
    "settings": ("What may be set, as it stands", _settings),
    "prices": ("Prices in force, and your own", _prices),
    "import": ("Keep what another program exported", _import),
    "rebuild": ("Make every sum anew from what was read", nothing),
    "export": ("A private summary of some weeks, with no more in it than you tick", _export),
    "export-all": ("Everything that is kept, in one zip", _export_all),
    "delete-everything": ("Delete everything stored on this machine", _delete),
    "sample": ("Write a sample home to try Outlay on", _sample),
    "app": ("The tray app", _app),
    "gallery": ("Pictures of every screen, from the sample data", _gallery),
}
