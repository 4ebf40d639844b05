"""`outlay gallery`: pictures of every screen and state, from the sample data, without a display."""

import os
from argparse import Namespace
from pathlib import Path

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.cli.screens import GalleryWish
from outlay.cli.shared_arguments import moment
from outlay.wiring import sample_app

SHOWN_MOMENT = moment("2026-11-20T16:26:00Z")
"""The moment every picture shows: a Friday afternoon with a full week behind it."""

SHOWN_ZONE = "Europe/Berlin"

_THEMES = {
    "light": ("light",),
    "dark": ("dark",),
    "high-contrast": ("high_contrast",),
    "both": ("light", "dark"),
    "all": ("light", "dark", "high_contrast"),
}
_SCALES = {"1": (1,), "2": (2,), "both": (1, 2)}


def answer(app: App, arguments: Namespace) -> Reply:  # noqa: ARG001  pictures hold sample data only
    """Draw them."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # That platform warns at each window that it knows no size hints.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    wish = GalleryWish(_THEMES[arguments.theme], _SCALES[arguments.scale], tuple(arguments.only))
    with sample_app(SHOWN_MOMENT, SHOWN_ZONE) as sample:
        made = arguments.screens.draw_gallery(sample, Path(arguments.out), wish)
    data = {"pictures": [str(path) for path in made]}
    return Reply("gallery", data, "\n".join(str(path) for path in made))
