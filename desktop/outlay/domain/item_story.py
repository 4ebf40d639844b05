"""One item with everything it rests on: where its money is from, who wrote its lines, and what happened when."""

from enum import StrEnum
from typing import NamedTuple

from outlay.domain.attribution import Reason, Tier
from outlay.domain.items import Item, Unlinked
from outlay.domain.moments import UtcMillis
from outlay.domain.unit_times import Times


class Happening(StrEnum):
    """What a line of a timeline tells of."""

    TURN = "turn"
    COMMIT = "commit"
    PULL_OPENED = "pull_request_opened"
    PULL_MERGED = "pull_request_merged"
    PULL_CLOSED = "pull_request_closed"
    LANDED = "landed"
    TICKET_STARTED = "ticket_started"
    TICKET_REOPENED = "ticket_reopened"
    TICKET_DONE = "ticket_done"
    REVERTED = "reverted"


class ShareUnknown(StrEnum):
    """Why it is not known how much of an item agents wrote."""

    NO_LINES = "no_line_that_says_something"
    BEFORE_LOGS = "began_before_the_first_log"
    NOT_FOUND = "agent_named_but_its_text_not_found"


class StoryTurn(NamedTuple):
    """A turn, or the part of one, that went into the item. `list_micros` None: none of its requests has a price.

    `first` is its prompt where the log has it, else its first request. `files` counts the files it edited. `reason` says
    why it proves nothing itself, where only its surroundings link it.
    """

    tool: str
    session: str
    number: int
    first: UtcMillis
    last: UtcMillis
    requests: int
    unpriced: int
    tier: Tier
    list_micros: int | None
    files: int
    reason: Reason | None = None


class StoryEvent(NamedTuple):
    """One line of the timeline. `name` is a commit's id, a pull request's or ticket's key; `text` its subject."""

    moment: UtcMillis
    happening: Happening
    name: str | None = None
    text: str | None = None
    turn: StoryTurn | None = None


class StorySession(NamedTuple):
    """What one session gave to the item; `list_micros` is the part that went into it."""

    tool: str
    session: str
    first: UtcMillis
    last: UtcMillis
    turns: int
    requests: int
    unpriced: int
    list_micros: int


class StoryCommit(NamedTuple):
    """A commit with its copies folded in: `sha` is the one that landed, else the last one made."""

    repository: str
    sha: str
    subject: str
    authored: UtcMillis
    landed: UtcMillis | None
    copies: int


class MatchedLines(NamedTuple):
    """Lines of one file of a commit that a session wrote. `touched` of them were changed by a person since.

    `whole` counts the file's added lines that say something: trivial and moved ones do not.
    """

    tool: str
    session: str
    repository: str
    sha: str
    path: str
    lines: int
    touched: int
    whole: int


class LandedLines(NamedTuple):
    """Added lines that stand: all, those that say something, an agent's as it wrote them, and changed since."""

    added: int
    whole: int
    agent: int
    touched: int


class StoryFix(NamedTuple):
    """A later fix that seems to repair the item: a candidate, for the owner to confirm."""

    item: str
    title: str
    sha: str


class SameSessions(NamedTuple):
    """Where the money of the item's sessions went beside it, in micro-units."""

    other_items: int
    other_micros: int
    not_linked: Unlinked


class StoryPart(NamedTuple):
    """One pull request, branch or group of commits of the item, with times of its own."""

    item: Item
    times: Times


class ItemStory(NamedTuple):
    """Everything that is known of one item. `counted_with` are the items that carry it in lists.

    `since` is the moment its state holds from; None when that is not known.
    """

    item: Item
    revision: int
    parts: tuple[StoryPart, ...]
    counted_with: tuple[str, ...]
    since: UtcMillis | None
    times: Times
    lines: LandedLines
    share_unknown: ShareUnknown | None
    sessions: tuple[StorySession, ...]
    beside: SameSessions
    commits: tuple[StoryCommit, ...]
    matched: tuple[MatchedLines, ...]
    fixes: tuple[StoryFix, ...]
    timeline: tuple[StoryEvent, ...]
    method: str

    @property
    def unpriced(self) -> int:
        """Requests of its turns that no price is known for."""
        return sum(session.unpriced for session in self.sessions)
