"""Commands that failed in the latest turn of each session, kept from one reading to the next as hashes."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from outlay.domain.moments import UtcMillis

_KEPT: Final = 64
"""How many sessions are remembered: those whose messages were read last."""


class TurnFailures(Struct, array_like=True):
    """Hashes of commands that failed in a turn and have not worked since, and the latest message looked at."""

    turn: int | None
    until: int
    commands: list[str]


class Failures:
    """The failed commands of every session; what is kept of an earlier reading is left as it is."""

    def __init__(self, kept: Mapping[str, TurnFailures]) -> None:
        self._known = {
            session: TurnFailures(one.turn, one.until, [*one.commands]) for session, one in kept.items()
        }

    def before(self, session: str, turn: int | None, moment: UtcMillis) -> list[str]:
        """Commands that failed before a message, to be kept up to date by what its calls come to.

        A message read once more after later ones changes nothing: it is given a list that is forgotten.
        """
        known = self._known.pop(session, None) or TurnFailures(turn, moment, [])
        self._known[session] = known
        if moment < known.until:
            return []
        if turn != known.turn:
            known.commands = []
        known.turn, known.until = turn, moment
        return known.commands

    def kept(self) -> dict[str, TurnFailures]:
        """What a bookmark must hold."""
        return dict(list(self._known.items())[-_KEPT:])
