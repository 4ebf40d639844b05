"""What the command line may ask the screens for; the program's entry hands them in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from outlay.app import App
from outlay.domain.answers import Glance


class Screens(Protocol):
    """The drawing face."""

    def run_tray(self, app: App, *, window_only: bool) -> int:
        """Run the tray app until the owner quits; its exit code."""
        ...

    def draw_gallery(self, filled: Glance, out: Path, themes: Sequence[str], scale: int) -> tuple[Path, ...]:
        """Draw every screen and state; the pictures' paths."""
        ...
