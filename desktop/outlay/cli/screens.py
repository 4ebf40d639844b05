"""What the command line may ask the screens for; the program's entry hands them in."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from outlay.app import App


class GalleryWish(NamedTuple):
    """Names of themes, device pixels per pixel, and names of screens; no names are all screens."""

    themes: Sequence[str]
    scales: Sequence[int]
    only: Sequence[str] = ()


class Screens(Protocol):
    """The drawing face."""

    def run_tray(self, app: App) -> int:
        """Run the tray app until the owner quits; its exit code."""
        ...

    def run_window(self, app: App, page: str) -> int:
        """Run the window, on a page, until it is closed; its exit code."""
        ...

    def draw_gallery(self, app: App, out: Path, wish: GalleryWish) -> tuple[Path, ...]:
        """Draw screens and states of an app over sample data; the pictures' paths."""
        ...
