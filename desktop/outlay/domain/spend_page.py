"""What the Spend page asks and is told: a part of the spend, its days, its groups and their sessions."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.answers import SpendRow
from outlay.domain.items import Item
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.money import Amount
from outlay.domain.prices import Rate


class Step(NamedTuple):
    """One narrowing of what is looked at: a key of `spend` and the value it must have, None for unknown."""

    key: str
    value: str | None


class SpendQuestion(NamedTuple):
    """What is looked at.

    Args:
        steps: what narrows it, in the order it was narrowed.
        by: the key its groups are made by.
        whole: read every session however many requests there are.
    """

    steps: tuple[Step, ...] = ()
    by: str = "project"
    whole: bool = False


class SpentSession(NamedTuple):
    """A session's part of a group. `models`, the one with the most first; `items`: what its money went into, micro-units.

    A key None in `items` is what no item carries. `first` is its first request in the period.
    """

    tool: str
    session: str
    first: UtcMillis | None
    project: str | None
    branch: str | None
    models: tuple[str, ...]
    items: tuple[tuple[str | None, int], ...]
    row: SpendRow


class SpentGroup(NamedTuple):
    """One group: the step that leads into it, its sums, and its sessions when they were read, the largest first.

    `folders` is how many folders outside of every repository are in it, 0 where it is none of these.
    """

    step: Step
    row: SpendRow
    tools: tuple[str, ...]
    sessions: tuple[SpentSession, ...] | None
    folders: int = 0


class ToolSum(NamedTuple):
    """What one tool took of a day."""

    tool: str
    micros: int
    requests: int
    unpriced: int


class SpentDay(NamedTuple):
    """A day by tool: what is looked at of it, and all of it."""

    day: date
    looked: tuple[ToolSum, ...]
    all: tuple[ToolSum, ...]


class TokenKind(StrEnum):
    """What an amount was charged for."""

    INPUT = "input"
    CACHE_READ = "cache_read"
    CACHE_WRITE = "cache_write"
    OUTPUT = "output"
    SEARCH = "search"


class UsedRate(NamedTuple):
    """A price row and what was priced by it. `above` is the tier's threshold, 0 for the row's own prices."""

    rate: Rate
    above: int
    requests: int
    micros: int


class KindAmounts(NamedTuple):
    """Micro-units by what they were charged for, together the list value to the micro-unit; and the rows behind them."""

    by_kind: Mapping[TokenKind, int]
    rates: tuple[UsedRate, ...]


class SpendPage(NamedTuple):
    """The groups add up to the total, the days to the total, and the sessions of a group to the group.

    `amounts` None: the split by kind of token is not known, or was not asked for because there is too much.
    `sessions` None: they were not read, because there is too much; `question.whole` has them read.
    `oldest` and `newest` are the first and the last request of all, whatever is looked at.
    """

    question: SpendQuestion
    period: Period
    groups: tuple[SpentGroup, ...]
    total: SpendRow
    amount: Amount
    all_amount: Amount
    sessions: int | None
    days: tuple[SpentDay, ...]
    items: Mapping[str, Item]
    amounts: KindAmounts | None
    oldest: UtcMillis | None
    newest: UtcMillis | None
    as_of: UtcMillis
    revision: int
