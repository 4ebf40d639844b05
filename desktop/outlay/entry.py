"""The program's entry: the command line, with the screens it may open. Both faces meet here and nowhere else."""

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from outlay.app import App
from outlay.cli.main import main
from outlay.domain.answers import Glance

_LAST_STANDARD_STREAM = 2


class Screens:
    """What draws; Qt is loaded only when one of these is called."""

    def run_tray(self, app: App, *, window_only: bool) -> int:
        """Run the tray app until the owner quits; its exit code."""
        from outlay.ui.tray_app import run_tray  # noqa: PLC0415

        return run_tray(app, window_only=window_only)

    def draw_gallery(self, filled: Glance, out: Path, themes: Sequence[str], scale: int) -> tuple[Path, ...]:
        """Draw every screen and state; the pictures' paths."""
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from outlay.ui.gallery import render_gallery  # noqa: PLC0415
        from outlay.ui.gallery_states import gallery_states  # noqa: PLC0415

        application = QApplication.instance() or QApplication(["outlay"])
        made = render_gallery(gallery_states(replace(filled, sample=False)), out, themes, (scale,))
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
