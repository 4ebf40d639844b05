"""What every part of the card can do."""

from typing import Protocol

from outlay.painting.look import Look


class Looked(Protocol):
    """Something drawn by a look that can change while it is shown."""

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        ...
