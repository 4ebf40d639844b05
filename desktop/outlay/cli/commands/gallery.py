"""`outlay gallery`: pictures of every screen and state, from the sample data, without a display."""

import os
from argparse import Namespace
from pathlib import Path

from outlay.app import App
from outlay.cli.arguments import moment
from outlay.cli.reply import Reply
from outlay.wiring import sample_app

SHOWN_MOMENT = moment("2026-11-20T16:26:00Z")
"""The moment every picture shows: a Friday afternoon with a full week behind it."""

SHOWN_ZONE = "Europe/Berlin"


def answer(app: App, arguments: Namespace) -> Reply:  # noqa: ARG001  pictures hold sample data only
    """Draw them."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    themes = ("light", "dark") if arguments.theme == "both" else (arguments.theme,)
    with sample_app(SHOWN_MOMENT, SHOWN_ZONE) as sample:
        filled = sample.glance()
    made = arguments.screens.draw_gallery(filled, Path(arguments.out), themes, arguments.scale)
    data = {"pictures": [str(path) for path in made]}
    return Reply("gallery", data, "\n".join(str(path) for path in made))
