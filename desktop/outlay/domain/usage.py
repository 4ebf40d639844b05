"""Facts that logs hold. Named tuples, because a gigabyte of logs makes hundreds of thousands of them."""

from enum import StrEnum
from typing import NamedTuple

from outlay.domain.moments import UtcMillis


class TokenCounts(NamedTuple):
    """Counters that never overlap; reasoning is the part of output that was thought. None: not in the log."""

    input_uncached: int | None = None
    cache_read: int | None = None
    cache_write_5m: int | None = None
    cache_write_1h: int | None = None
    cache_write_unsplit: int | None = None
    output: int | None = None
    reasoning: int | None = None

    @property
    def billed_input(self) -> int:
        """Every token that went in: what long-context tiers are measured on."""
        return (
            (self.input_uncached or 0)
            + (self.cache_read or 0)
            + (self.cache_write_5m or 0)
            + (self.cache_write_1h or 0)
            + (self.cache_write_unsplit or 0)
        )

    @property
    def total(self) -> int:
        """Everything in and out."""
        return self.billed_input + (self.output or 0)


class Quality(StrEnum):
    """How far the log can be trusted for one event."""

    EXACT = "exact"
    PARTIAL = "partial"
    SESSION_TOTAL = "session_total"
    ESTIMATED = "estimated"


class SessionKey(NamedTuple):
    """One run of one tool; `agent` is the subagent inside it, empty for the session itself."""

    tool: str
    session: str
    agent: str = ""


class UsageEvent(NamedTuple):
    """One billable request as its tool logged it.

    `message_key` and `request_key` together are what the vendor keeps unique; neither holds session or path,
    because tools copy requests from file to file. `sidechain` and `nested` rank the copies.
    """

    message_key: str
    request_key: str
    session: SessionKey
    moment: UtcMillis
    model: str
    tokens: TokenCounts
    cwd: str | None = None
    branch: str | None = None
    turn: int | None = None
    sidechain: bool = False
    nested: bool = False
    route: str | None = None
    service_tier: str | None = None
    speed: str | None = None
    geography: str | None = None
    web_searches: int | None = None
    reported_micros: int | None = None
    quality: str = Quality.EXACT
    reported_unit: str | None = None
    reported_units: int | None = None
    """Millionths of a unit that is not money: `ai_unit` or `premium_request`."""

    stands_in: bool = False
    """Whether the log tells no moment of the request, so that another line's or the file's stands in for it."""


class SessionFact(NamedTuple):
    """What a log says of a session. `root` is the session that started it all, `parent` the one above."""

    session: SessionKey
    root: str
    parent: str | None = None
    started: UtcMillis | None = None
    cwd: str | None = None
    branch: str | None = None
    commit: str | None = None
    version: str | None = None


class Turn(NamedTuple):
    """The n-th human prompt of a session (from 1) and when it was sent.

    `counted_by_file`: it is the n-th of its file, and another file of the session may begin at 1 again.
    """

    session: SessionKey
    number: int
    moment: UtcMillis
    counted_by_file: bool = False


class Edit(NamedTuple):
    """Lines an agent wrote and removed in one file, as packed little-endian 64-bit hashes; never the text.

    `call` is the tool call's own id. `kind` is edit, write, patch, heredoc, or chat for code that an answer
    showed and no tool wrote; its path is empty. `runs` are the packed 32-bit hashes of the runs of four tokens
    in the added lines, each once, in no order that tells anything.
    """

    session: SessionKey
    call: str
    part: int
    moment: UtcMillis
    turn: int | None
    path: str
    cwd: str | None
    kind: str
    added: bytes
    removed: bytes
    runs: bytes = b""


class ShellKind(StrEnum):
    """What was seen in a shell call."""

    COMMIT = "commit"
    PULL_REQUEST_MADE = "pull_request_made"
    PULL_REQUEST_SEEN = "pull_request_seen"
    FAILED = "failed_command"
    RECOVERED = "recovered_command"


class ShellFact(NamedTuple):
    """A commit id, a pull request's URL, or the hash of a command. `value` is never output text.

    A command that failed, or one that worked after it had failed in the same turn.
    """

    session: SessionKey
    call: str
    moment: UtcMillis
    turn: int | None
    kind: str
    value: str


class QuotaWindow(NamedTuple):
    """One limit a tool handed out: share used of a window and when it starts anew."""

    tool: str
    limit: str
    window_minutes: int
    used_percent: float
    resets_at: UtcMillis | None
    seen_at: UtcMillis
    plan: str | None = None


class Attestation(NamedTuple):
    """What a tool itself says of a commit: how many of its added lines agents and people wrote.

    `completion_lines` came from inline completion, `agent_lines` from an agent, `own_lines` from the owner.
    """

    tool: str
    sha: str
    moment: UtcMillis
    added_lines: int | None
    agent_lines: int | None
    completion_lines: int | None
    own_lines: int | None


class ReportedTotal(NamedTuple):
    """A session's own running cost as its tool estimates it; for reconciliation, never added to events."""

    session: SessionKey
    model: str
    micros: int
    lines_added: int | None = None
    lines_removed: int | None = None
