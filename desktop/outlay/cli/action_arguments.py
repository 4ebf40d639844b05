"""The options of commands that have actions below them: items and review."""

import argparse
from collections.abc import Callable, Mapping

from outlay.cli.shared_arguments import add_shared, day, nothing, span
from outlay.domain.own_words import OwnItemKind

Actions = Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]
"""By name: what it does in a line, and what adds its options."""


def items(command: argparse.ArgumentParser) -> None:
    """Of `outlay items`."""
    span(command)
    command.add_argument("--parts", action="store_true", help="pull requests, commits and tickets each alone")
    _add_actions(command, _ITEM_ACTIONS)


def _add_actions(command: argparse.ArgumentParser, told: Actions) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    for name, (text, fill) in told.items():
        action = actions.add_parser(name, help=text, description=f"{text}.")
        add_shared(action, top=False)
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
    "acts": ("Every act so far", nothing),
}


def review(command: argparse.ArgumentParser) -> None:
    """Of `outlay review`."""
    _add_actions(command, _REVIEW_ACTIONS)


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
