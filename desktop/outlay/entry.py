"""The program's entry: the command line, with the screens it may open. Both faces meet here and nowhere else."""

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path

from outlay.app import App
from outlay.cli.main import main
from outlay.cli.screens import GalleryWish

_LAST_STANDARD_STREAM = 2


class Screens:
    """What draws; Qt is loaded only when one of these is called."""

    def run_tray(self, app: App) -> int:
        """Run the tray app until the owner quits; its exit code."""
        from outlay.ui.tray_app import run_tray  # noqa: PLC0415

        return run_tray(app)

    def run_window(self, app: App, page: str) -> int:
        """Run the window, on a page, until it is closed; its exit code."""
        from outlay.ui.window.window_app import run_window  # noqa: PLC0415

        return run_window(app, page, os.environ.pop("OUTLAY_WINDOW_NOTE", ""))

    def draw_gallery(self, app: App, out: Path, wish: GalleryWish) -> tuple[Path, ...]:
        """Draw screens and states of an app over sample data; the pictures' paths."""
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from outlay.ui.gallery import render_gallery  # noqa: PLC0415
        from outlay.ui.gallery_states import gallery_states  # noqa: PLC0415
        from outlay.ui.gallery_window import render_window  # noqa: PLC0415

        application = QApplication.instance() or QApplication(["outlay", "-style", "Fusion"])
        made: tuple[Path, ...] = ()
        if not wish.only or "popover" in wish.only:
            states = gallery_states(replace(app.glance(), sample=False))
            made = render_gallery(states, out, wish.themes, wish.scales)
        made += render_window(app, out, wish.themes, wish.scales, wish.only)
        application.processEvents()
        return made


def run() -> None:
    """Never ends in a traceback."""
    gc.freeze()  # What is imported by now stays to the end: looking for garbage in it is a tenth of a short call.
    _fill_closed_streams()
    if sys.argv[1:] == ["reader"]:
        from outlay.wiring.second_reader import run_reader  # noqa: PLC0415

        return run_reader()
    sys.exit(main(sys.argv[1:], Screens()))


def _fill_closed_streams() -> None:
    """A closed standard stream's number would be given to the next file opened, and be written to."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD_STREAM:
        pass
    os.close(number)
