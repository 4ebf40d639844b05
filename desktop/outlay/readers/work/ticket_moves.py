"""What a ticket's moves between states say: when work began, when it was done, when it was taken up again."""

from collections.abc import Iterable
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import TicketState


class Move(NamedTuple):
    """From one meaning to another; None is one that is not known."""

    moment: UtcMillis
    before: TicketState | None
    after: TicketState | None


class Moves:
    """Moves of one ticket, given in any order; those of one moment as they are told."""

    def __init__(self, told: Iterable[Move]) -> None:
        self._moves = sorted(told, key=lambda move: move.moment)

    def started(self, created: UtcMillis | None, now: TicketState | None = None) -> UtcMillis | None:
        """The first move into work, or when it was made where that was in the middle of work.

        `now` is how it stands, for one that may never have moved.
        """
        if (self._moves[0].before if self._moves else now) is TicketState.STARTED:
            return created
        return next((move.moment for move in self._moves if move.after is TicketState.STARTED), None)

    @property
    def done(self) -> UtcMillis | None:
        """The last move into done from anything else."""
        into = (
            move.moment
            for move in reversed(self._moves)
            if move.after is TicketState.DONE and move.before is not TicketState.DONE
        )
        return next(into, None)

    @property
    def reopened(self) -> tuple[UtcMillis, ...]:
        """Every move from done back to what is to be done or being done."""
        back = {TicketState.OPEN, TicketState.STARTED}
        return tuple(
            move.moment for move in self._moves if move.before is TicketState.DONE and move.after in back
        )
