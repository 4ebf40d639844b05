"""`outlay find TEXT`: items, sessions, repositories, models and days by a piece of text."""

from argparse import Namespace
from shutil import get_terminal_size

from outlay.app import App
from outlay.cli.envelope import moment_json
from outlay.cli.item_table import PIPED
from outlay.cli.reply import Reply
from outlay.cli.tables import clipped, table
from outlay.domain.search import Hit, HitKind
from outlay.presenters.items import key_label

_KIND = 14
"""The kind's column, the longest with the gaps."""

_KEY = 28
"""Columns of a key; a session's keeps its tool and enough of its id to name it by."""


def answer(app: App, arguments: Namespace) -> Reply:
    """The best hits first; pages of the window are left out, they have no answer here."""
    hits = [
        hit for hit in app.find(" ".join(arguments.text), arguments.limit) if hit.kind is not HitKind.PAGE
    ]
    data = {"hits": [{**hit._asdict(), "moment": moment_json(hit.moment)} for hit in hits]}
    title = max(20, get_terminal_size((PIPED, 0)).columns - _KEY - _KIND)
    rows = [(hit.kind.value, _key(hit), clipped(hit.title, title)) for hit in hits]
    return Reply("find", data, table(("Kind", "Key", "Title"), rows, left=3) if rows else "Nothing is found.")


def _key(hit: Hit) -> str:
    """A session by the beginning of its id, as other commands take it; an item as lists call it."""
    if hit.kind is HitKind.SESSION:
        return hit.key[:_KEY]
    return clipped(key_label(hit.key) if hit.kind is HitKind.ITEM else hit.key, _KEY)
