"""Pull requests and tickets, as a forge, a tracker or an imported file tells of them."""

from enum import StrEnum
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Mark


class PullState(StrEnum):
    """How a pull request stands."""

    OPEN = "open"
    MERGED = "merged"
    CLOSED = "closed"


class PullRequest(NamedTuple):
    """A pull request; its body is not kept, only what it says of tickets, agents and reverts.

    `repository` is `owner/name` as written there; `commits` are its own, oldest first, as the forge lists them.
    `own`: the owner wrote it, or it is an agent's that the owner started, was assigned or merged. `system` is the
    forge's id, None for an imported one. `ready` is when it last stopped being a draft, `reviewed` when somebody first reviewed it.
    """

    repository: str
    number: int
    title: str
    head_branch: str | None
    base_branch: str | None
    own: bool
    draft: bool
    state: PullState
    created: UtcMillis | None
    merged: UtcMillis | None
    closed: UtcMillis | None
    merge_commit: str | None
    commits: tuple[str, ...]
    marks: tuple[Mark, ...]
    url: str | None
    system: str | None = None
    added_lines: int | None = None
    removed_lines: int | None = None
    changed_files: int | None = None
    ready: UtcMillis | None = None
    reviewed: UtcMillis | None = None


class TicketState(StrEnum):
    """How a ticket stands."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    NOT_PLANNED = "not_planned"


class Ticket(NamedTuple):
    """A ticket of a tracker. `key` is as the tracker writes it; `repository` only where tickets live in one.

    `done` is the last time it became so, None while it is not. `pulls` are pull requests the tracker itself ties to
    it, as `owner/name#12`.
    """

    system: str
    key: str
    repository: str | None
    type: str | None
    title: str
    state: TicketState
    created: UtcMillis | None
    started: UtcMillis | None
    done: UtcMillis | None
    reopened: tuple[UtcMillis, ...]
    url: str | None
    labels: tuple[str, ...] = ()
    pulls: tuple[str, ...] = ()
