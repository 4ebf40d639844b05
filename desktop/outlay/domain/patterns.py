"""Habits that may have cost money without need: what the rules look at, and what they find."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Cost
from outlay.domain.usage import Quality, TokenCounts


class Pattern(StrEnum):
    """What was seen, as contract.md names it."""

    CACHE_REWRITE = "cache_rewrite"
    LOOP = "loop"


class Call(NamedTuple):
    """A counting request of one agent to one model. `number` tells it from every other request."""

    number: int
    moment: UtcMillis
    tokens: TokenCounts
    quality: str = Quality.EXACT


class Rewrite(NamedTuple):
    """A call that paid again for so many tokens of context, because the cache had let go of them.

    `told` is False when the log tells of no writes, so that sent again stands for written again.
    """

    number: int
    tokens: int
    told: bool


class Run(NamedTuple):
    """One run of a shell command, known by its hash. `call` is the tool call's own id.

    `request` is the number of the request that asked for it, None when no log has it.
    """

    command: str
    call: str
    moment: UtcMillis
    failed: bool
    request: int | None


class Seen(NamedTuple):
    """One occurrence of a pattern: in which run of which tool, by which request, and what it came to."""

    tool: str
    session: str
    pattern: Pattern
    request: int | None
    cost: Cost


@dataclass(frozen=True, slots=True)
class PatternFinding:
    """A pattern in one session, the calls of its subagents included.

    `list_micros` is the part of the session's list value that the pattern explains: None when no occurrence has a
    price, at least so much when `unpriced` of the `count` have none. `estimated`: a log told less than the
    formula asks for.
    """

    tool: str
    session: str
    pattern: Pattern
    count: int
    list_micros: int | None
    estimated: bool
    unpriced: int = 0
