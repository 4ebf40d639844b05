"""Every number the model decides by, in one value that each figure carries by its version.

Source: attribution.md section 3.1; each was kept or moved because of what it did to the error on worlds with known
truth.
"""

from dataclasses import dataclass

MINUTE_MS = 60 * 1000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the model decides by. Times in milliseconds, shares of one, weights in lines."""

    version: str = "1"
    least_rarity: float = 0.05
    """Weight of a line that stands in every commit."""
    after_commit_ms: int = 300 * 1000
    """How much later than its commit an edit may seem: clocks differ."""
    before_commit_ms: int = 60 * DAY_MS
    """How long before its commit's author time an edit may lie."""
    common_elsewhere: int = 4
    """Commits that add a line above which it is no evidence in a file of another path."""
    row_elsewhere: int = 3
    """Lines in a row from one other path that it takes for them to have moved here."""
    same_text: float = 0.95
    """Tokens of a line that an agent's runs must cover for it to be the agent's text."""
    touched_text: float = 0.5
    """The same for agent text that a person changed."""
    touched_weight: float = 0.5
    link_weight: float = 2.0
    """Matched weight from which a session is linked to a commit, when its share or lines say so too."""
    link_share: float = 0.05
    link_lines: int = 4
    link_alone_share: float = 0.5
    """Share of a commit's lines that links a session whatever the weight."""
    turn_weight: float = 4.0
    """Matched weight that proves a turn went into an item; less will do when it is enough of the turn."""
    turn_share: float = 0.15
    item_share: float = 0.25
    """Items with less of a turn's weight are dropped from it."""
    carry_next_ms: int = 2 * HOUR_MS
    """How far ahead the next proven turn of a session may lie to speak for one without evidence."""
    carry_previous_ms: int = 4 * HOUR_MS
    aside_calls: tuple[int, int] = (2, 4)
    """From how many requests to how many a turn that edited and made nothing, before one that edited, is a question
    of its own: it looked at something and answered."""
    trunk_ms: int = 8 * HOUR_MS
    """How long a discarded edit waits for the next direct commit to its file."""
    quiet_ms: int = 14 * DAY_MS
    """Unfinished work without activity for this long is set aside."""
    agent_written: float = 0.6
    agent_consulted: float = 0.1
    follow_up_ms: int = 14 * DAY_MS
    follow_up_share: float = 0.5
    survival_ms: int = 30 * DAY_MS


PARAMETERS = Parameters()
