"""What agents did in a period, counted; no measure of work, so it stands beside what was finished."""

from typing import NamedTuple


class AgentActions(NamedTuple):
    """Counts of a period. `finished` None: what shipped is unknown."""

    turns: int
    requests: int
    edits: int
    commands: int
    finished: int | None
