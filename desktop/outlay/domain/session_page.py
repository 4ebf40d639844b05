"""One session by itself: its times, its requests, what it edited, what its money went into. Never any of its text."""

from collections.abc import Mapping
from typing import NamedTuple

from outlay.domain.answers import SpendRow
from outlay.domain.attribution import Reason
from outlay.domain.items import Item, Unlinked
from outlay.domain.moments import UtcMillis
from outlay.domain.money import Amount
from outlay.domain.problems import Problem


class SessionTurn(NamedTuple):
    """A turn with the subagents it launched: when it was asked for, if the log has it, and its requests."""

    number: int
    asked: UtcMillis | None
    first: UtcMillis
    last: UtcMillis
    requests: int
    list_micros: int
    unpriced_requests: int


class EditedFile(NamedTuple):
    """A file the session edited: how many edits, and how many lines they added and removed."""

    path: str
    edits: int
    added_lines: int
    removed_lines: int


class Subagent(NamedTuple):
    """The session itself, `agent` empty, or one that it started; `turn` is the one that launched it, if known."""

    agent: str
    turn: int | None
    first: UtcMillis
    last: UtcMillis
    requests: int
    list_micros: int
    unpriced_requests: int


class SessionItem(NamedTuple):
    """An item that money of the session went into; its spend is the session's part alone."""

    item: Item

    @property
    def micros(self) -> int:
        """The session's money in it."""
        return self.item.in_all.whole


class LogFile(NamedTuple):
    """A file its facts were read from. `is_there` False: the tool deleted it since, the figures are kept."""

    path: str
    last_read: UtcMillis
    is_there: bool


class SessionPage(NamedTuple):
    """All of one session: the models, the turns, the subagents, and items + not linked each add up to the total."""

    tool: str
    session: str
    version: str | None
    project: str | None
    repository: str | None
    branches: tuple[str, ...]
    started: UtcMillis | None
    first: UtcMillis | None
    last: UtcMillis | None
    amount: Amount
    total: SpendRow
    models: tuple[SpendRow, ...]
    turns: tuple[SessionTurn, ...]
    subagents: tuple[Subagent, ...]
    files: tuple[EditedFile, ...]
    shown_only: int
    """Edits whose text an answer only showed: no file was written."""
    items: tuple[SessionItem, ...]
    not_linked: Unlinked
    logs: tuple[LogFile, ...]
    problems: tuple[Problem, ...]
    reasons: Mapping[int, Reason]
    """By turn: why it is not linked, or only by its surroundings."""
    revision: int

    @property
    def is_log_gone(self) -> bool:
        """Whether none of its logs is there any more."""
        return bool(self.logs) and not any(log.is_there for log in self.logs)
