"""`outlay find TEXT`: items, sessions, repositories, models and days by a piece of text."""

from argparse import Namespace

from outlay.app import App
from outlay.cli.envelope import moment_json
from outlay.cli.reply import Reply
from outlay.cli.tables import clipped, table
from outlay.domain.search import HitKind

_WIDE = 60


def answer(app: App, arguments: Namespace) -> Reply:
    """The best hits first; pages of the window are left out, they have no answer here."""
    hits = [
        hit for hit in app.find(" ".join(arguments.text), arguments.limit) if hit.kind is not HitKind.PAGE
    ]
    data = {"hits": [{**hit._asdict(), "moment": moment_json(hit.moment)} for hit in hits]}
    rows = [(hit.kind.value, clipped(hit.key, _WIDE), clipped(hit.title, _WIDE)) for hit in hits]
    return Reply("find", data, table(("Kind", "Key", "Title"), rows, left=3) if rows else "Nothing is found.")
