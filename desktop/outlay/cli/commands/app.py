"""`outlay app`: the tray app, or the window alone."""

import os
import sys
from argparse import Namespace
from contextlib import nullcontext

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.errors import WrongCallError
from outlay.wiring import sample_process


def answer(app: App, arguments: Namespace) -> Reply:
    """Run it until the owner quits."""
    if sys.platform.startswith("linux") and not _has_display():
        raise WrongCallError("There is no display here.", "outlay week shows the same in the terminal.")
    window = arguments.window or bool(arguments.page)
    if not window and sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write("Outlay runs in the tray. Ctrl+C here ends it.\n")
    with sample_process() if arguments.sample else nullcontext(app) as shown:
        screens = arguments.screens
        code = screens.run_window(shown, arguments.page) if window else screens.run_tray(shown)
        return Reply("app", None, "", code=code)


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
