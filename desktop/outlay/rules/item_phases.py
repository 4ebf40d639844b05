"""The money of an item by phase: until its pull request was opened, in review, and after it landed."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.attribution import DIRECT
from outlay.domain.item_story import Happening, StoryEvent, StoryTurn
from outlay.domain.moments import UtcMillis


class Phase(StrEnum):
    """Where in an item's life a turn began."""

    CODING = "coding"
    REVIEW = "review"
    AFTER = "after"


class PhaseMoney(NamedTuple):
    """The turns of one phase in micro-units; the phases of an item add up to its money."""

    phase: Phase
    turns: int
    direct: int
    context: int


def phases_of(
    turns: Iterable[StoryTurn], opened: UtcMillis | None, landed: UtcMillis | None
) -> tuple[PhaseMoney, ...]:
    """The phases there were, in order: review needs the moment it was opened, what came after its landing."""
    told = list(turns)
    phases = [Phase.CODING]
    if opened is not None:
        phases.append(Phase.REVIEW)
    if landed is not None:
        phases.append(Phase.AFTER)
    return tuple(
        _money(phase, [turn for turn in told if _phase(turn, opened, landed) is phase]) for phase in phases
    )


def opened_at(events: Iterable[StoryEvent]) -> UtcMillis | None:
    """When the only pull request of a timeline was opened; None without one, and with several."""
    told = {event.name: event.moment for event in events if event.happening is Happening.PULL_OPENED}
    return next(iter(told.values())) if len(told) == 1 else None


def _phase(turn: StoryTurn, opened: UtcMillis | None, landed: UtcMillis | None) -> Phase:
    if landed is not None and turn.first > landed:
        return Phase.AFTER
    return Phase.REVIEW if opened is not None and turn.first >= opened else Phase.CODING


def _money(phase: Phase, turns: list[StoryTurn]) -> PhaseMoney:
    direct = sum(turn.list_micros or 0 for turn in turns if turn.tier in DIRECT)
    whole = sum(turn.list_micros or 0 for turn in turns)
    return PhaseMoney(phase, len(turns), direct, whole - direct)
