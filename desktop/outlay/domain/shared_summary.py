"""What leaves the machine: a frozen value that redaction alone can make. Files are written from nothing else."""

from dataclasses import InitVar, dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, final

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, WorkKind
from outlay.domain.sharing import AmountsShown, FileFormat, OwnTopic, Reveal, Section


@final
class Seal:
    """What a summary is made with. There is one, and one taker."""

    __slots__ = ()


_SEALS = [Seal()]
_THE_SEAL = _SEALS[0]


def take_seal() -> Seal:
    """The seal, for redaction. A second taker raises TypeError."""
    if not _SEALS:
        raise TypeError("the seal is taken: only redaction makes what leaves")
    return _SEALS.pop()


class SharedName(NamedTuple):
    """A name as it leaves: as it is, or, where `real` is None, by its letter in this one export."""

    real: str | None
    letter: str


class SharedMoney(NamedTuple):
    """A part of money as it leaves: micro-units, or whole percents of the period's own, 0 for under one; the other one is None."""

    micros: int | None
    percent: int | None


class SharedItem(NamedTuple):
    """One shipped item. `title` None was not ticked; `money` is what the period put in by direct evidence."""

    form: Form
    kind: WorkKind
    state: ItemState
    title: str | None
    repository: SharedName | None
    branch: SharedName | None
    ticket: SharedName | None
    money: SharedMoney | None


class AgentClass(StrEnum):
    """How far agents took part in an item. Source: attribution.md 3.4."""

    WRITTEN = "agent_written"
    MIXED = "mixed"
    CONSULTED = "consulted"
    NONE_SEEN = "none_seen"
    UNKNOWN = "unknown"


class WentTo(StrEnum):
    """Where money went, in the order it is told."""

    SHIPPED = "shipped"
    OPEN = "open"
    SET_ASIDE = "set_aside"
    REVERTED = "reverted"
    NOT_LINKED = "not_linked"


class SharedSpend(NamedTuple):
    """Where the money went; the parts add up to the total, or to 100 percent. `at_least`: some of it is unknown."""

    parts: tuple[tuple[WentTo, SharedMoney], ...]
    total: SharedMoney
    at_least: bool


class SharedTokens(NamedTuple):
    """Tokens of the period, reading and writing of caches within `input`; None is in no log."""

    input: int | None
    output: int | None


class SharedModel(NamedTuple):
    """A model that was used, the most used first, with its part of the money where amounts are ticked."""

    name: str
    money: SharedMoney | None


class TimeOf(StrEnum):
    """Which time of an item; days alone, never hours."""

    TOTAL = "total"
    CODING = "coding"
    REVIEW = "review"


class SharedTime(NamedTuple):
    """Tenths of days over n items: the middle from three on, two between which it lies from five on."""

    of: TimeOf
    n: int
    median: int | None
    low: int | None
    high: int | None


class SharedOutcomes(NamedTuple):
    """How what shipped stands. `fixes`: of the `held` ones, how many a follow-up fix may concern, with its 90 % range."""

    settling: int
    held: int
    reverted: int
    fixes: int
    low: int | None
    high: int | None


class SharedNotes(NamedTuple):
    """What every figure rests on. `coverage`: percent of commits naming an agent that have a session; None: none does.

    `unpriced` and `not_linked` (percent of the spend) stand only where amounts do.
    """

    n: int
    coverage: int | None
    since: date | None
    method: str
    as_of: date
    unpriced: int | None
    not_linked: int | None


@dataclass(frozen=True, slots=True)
class SharedSummary:
    """A period as far as it was ticked. Parts that are not in it are None or empty."""

    start: date
    end: date
    sample: bool
    sections: tuple[Section, ...]
    reveal: tuple[Reveal, ...]
    amounts: AmountsShown
    words: tuple[tuple[OwnTopic, str], ...]
    shipped: tuple[SharedItem, ...] | None
    agents: tuple[tuple[AgentClass, int], ...]
    spend: SharedSpend | None
    tokens: SharedTokens | None
    models: tuple[SharedModel, ...]
    times: tuple[SharedTime, ...]
    outcomes: SharedOutcomes | None
    notes: SharedNotes
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        """Only redaction holds the seal; anyone else gets TypeError."""
        if seal is not _THE_SEAL:
            raise TypeError("only redaction makes what leaves")


class Shared(NamedTuple):
    """A file before it is written: the summary behind it, its format, its bytes."""

    summary: SharedSummary
    format: FileFormat
    made: bytes
