"""The words of the command line."""

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NoReturn

from outlay import __version__
from outlay.domain.moments import UtcMillis, moment_of
from outlay.domain.own_words import OwnItemKind
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
    _add_shared(top, top=True)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (text, fill) in _COMMANDS.items():
        command = commands.add_parser(name, help=text, description=f"{text}.")
        if name in words:
            _add_shared(command, top=False)
            fill(command)
    commands.add_parser("worker", add_help=False)
    return top


def _add_shared(command: argparse.ArgumentParser, *, top: bool) -> None:
    """Options that may stand before or after the command."""
    default = None if top else argparse.SUPPRESS
    command.add_argument("--data-dir", metavar="DIR", default=default, help="keep everything in DIR")
    command.add_argument(
        "--as-of", type=moment, metavar="MOMENT", default=default, help="answer as it stood then"
    )
    command.add_argument("--zone", metavar="IANA", default=default, help="cut days in this zone")
    command.add_argument(
        "--json", action="store_true", default=False if top else argparse.SUPPRESS, help="answer in JSON"
    )


def moment(text: str) -> UtcMillis:
    """A moment such as 2026-11-20T17:05:00Z; without a zone it is UTC."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"{text} is not a moment such as 2026-11-20T17:05:00Z"
        raise argparse.ArgumentTypeError(message) from error
    return moment_of(at if at.tzinfo else at.replace(tzinfo=UTC))


def day(text: str) -> date:
    """A day such as 2026-11-20."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text} is not a day such as 2026-11-20"
        raise argparse.ArgumentTypeError(message) from error


def _nothing(_: argparse.ArgumentParser) -> None:
    pass


def _sync(command: argparse.ArgumentParser) -> None:
    command.add_argument("--only", choices=("logs", "git", "work"), help="read just these")
    command.add_argument("--account", metavar="NAME", help="read just this account")


def _status(command: argparse.ArgumentParser) -> None:
    kinds = ("plain", "waybar", "json")
    command.add_argument("--line", nargs="?", const="plain", choices=kinds, help="one line for a status bar")


def _span(command: argparse.ArgumentParser) -> None:
    command.add_argument("--since", type=day, metavar="DAY", help="first day")
    command.add_argument("--until", type=day, metavar="DAY", help="the day after the last")


def _spend(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", default="tool", metavar="K[,K...]", help="day, tool, model, project, ...")
    help_text = "only what has this value of a key; none for unknown. May stand several times"
    command.add_argument("--where", action="append", default=[], metavar="KEY=VALUE", help=help_text)
    _span(command)


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
    _span(command)
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


def _items(command: argparse.ArgumentParser) -> None:
    _span(command)
    command.add_argument("--parts", action="store_true", help="pull requests, commits and tickets each alone")
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    for name, (text, fill) in _ITEM_ACTIONS.items():
        action = actions.add_parser(name, help=text, description=f"{text}.")
        _add_shared(action, top=False)
        fill(action)


def _item(action: argparse.ArgumentParser) -> None:
    action.add_argument("item", metavar="ITEM", help="its key, such as pr:owner/name#12 or ticket:KEY")


def _session(action: argparse.ArgumentParser) -> None:
    action.add_argument("session", metavar="SESSION[:TURN]", help="the beginning of its id is enough")


def _link(action: argparse.ArgumentParser) -> None:
    _item(action)
    _session(action)


def _split(action: argparse.ArgumentParser) -> None:
    _session(action)
    action.add_argument(
        "weighed", nargs="+", metavar="ITEM=WEIGHT", help="none=WEIGHT for what belongs to no item"
    )


def _note(action: argparse.ArgumentParser) -> None:
    _item(action)
    action.add_argument("text", nargs="+", metavar="TEXT", help='"" takes the note away')


def _add_item(action: argparse.ArgumentParser) -> None:
    kinds = [kind.value for kind in OwnItemKind]
    action.add_argument("title", nargs="+", metavar="TITLE")
    action.add_argument("--kind", choices=kinds, default=OwnItemKind.OTHER.value, help="what work it was")
    action.add_argument("--done", type=day, metavar="DAY", help="the day it was finished; default: today")


def _undo(action: argparse.ArgumentParser) -> None:
    action.add_argument("act", nargs="?", type=int, metavar="ACT", help="its number; default: the last one")


_ITEM_ACTIONS = {
    "show": ("One item with what it rests on", _item),
    "link": ("Say that a session or a turn went into an item", _link),
    "unlink": ("Say that a session or a turn belongs to no item", _session),
    "split": ("Say that a session or a turn went into several items", _split),
    "dismiss": ("Have an item not count as shipped work", _item),
    "note": ("Keep a note on an item", _note),
    "add": ("Enter finished work that left no commit", _add_item),
    "undo": ("Take one of these acts back", _undo),
    "acts": ("Every act so far", _nothing),
}


def _review(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    for name, (text, fill) in _REVIEW_ACTIONS.items():
        action = actions.add_parser(name, help=text, description=f"{text}.")
        _add_shared(action, top=False)
        fill(action)


def _review_show(action: argparse.ArgumentParser) -> None:
    help_text = "the calendar week of this day; default: the last one that is over"
    action.add_argument("--of", type=day, metavar="DAY", help=help_text)


def _review_save(action: argparse.ArgumentParser) -> None:
    action.add_argument("--of", type=day, metavar="DAY", required=True, help="the calendar week of this day")
    action.add_argument("--mattered", metavar="TEXT", help="what mattered")
    action.add_argument("--hard", metavar="TEXT", help="what was hard")
    action.add_argument("--next", metavar="TEXT", help="what next")


def _review_list(action: argparse.ArgumentParser) -> None:
    action.add_argument("--find", metavar="TEXT", default="", help="only those with these words")


def _review_remind(action: argparse.ArgumentParser) -> None:
    action.add_argument("when", nargs="*", metavar="off|DAY HH:MM", help="such as friday 16:00")


_REVIEW_ACTIONS = {
    "show": ("A week's review: your words, its figures, what changed", _review_show),
    "save": ("Save a week's review, its texts as options or as JSON on standard input", _review_save),
    "list": ("The reviews you saved", _review_list),
    "remind": ("When you want to be reminded of it", _review_remind),
}


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
    "tokens": ("What a board would count, and what it is made of", _span),
    "session": ("One session with what it rests on", _session_page),
    "find": ("Items, sessions, repositories and more by a piece of text", _find),
    "items": ("Work items with what was spent on them, and your own words about them", _items),
    "review": ("A week in your own words beside its figures", _review),
    "evidence": ("What stands below the figures, for programs", _span),
    "sources": ("Every place looked at, and what is there", _nothing),
    "doctor": ("The same as sources", _nothing),
    "repositories": ("Repositories whose commits count", _repositories),
    "identities": ("Commit e-mails that are yours", _members("emails", "EMAIL")),
    "accounts": ("Forges and trackers that are asked", _accounts),
    "groups": ("Projects you look at together", _groups),
    "settings": ("What may be set, as it stands", _settings),
    "prices": ("Prices in force, and your own", _prices),
    "import": ("Keep what another program exported", _import),
    "rebuild": ("Make every sum anew from what was read", _nothing),
    "export": ("A private summary of some weeks, with no more in it than you tick", _export),
    "export-all": ("Everything that is kept, in one zip", _export_all),
    "delete-everything": ("Delete everything stored on this machine", _delete),
    "sample": ("Write a sample home to try Outlay on", _sample),
    "app": ("The tray app", _app),
    "gallery": ("Pictures of every screen, from the sample data", _gallery),
}
