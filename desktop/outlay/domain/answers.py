"""What the app answers: finished values for presenters, the window and the command line alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.accounts import AccountReport
from outlay.domain.attribution import Form, Reason
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.money import Amount
from outlay.domain.problems import Problem
from outlay.domain.usage import QuotaWindow, TokenCounts


class ItemKind(StrEnum):
    """What kind of work an item is; marks are drawn by it."""

    COMMIT = "commit"
    PULL_REQUEST = "pull_request"
    TICKET = "ticket"
    BY_HAND = "by_hand"


class ItemState(StrEnum):
    """Landed less than 14 days ago, landed and still so after them, or taken back; not landed: still going on or not."""

    SETTLING = "settling"
    HELD = "held"
    REVERTED = "reverted"
    IN_FLIGHT = "in_flight"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class ShippedItem:
    """One item of the owner's that landed. `item` is its key as contract.md writes it.

    `pulls`: pull requests that are parts of it and so are counted with it.
    """

    item: str
    kind: ItemKind
    title: str
    repository: str | None
    landed: UtcMillis
    state: ItemState
    pulls: int = 0


class ItemGlance(NamedTuple):
    """An item with what a period's spend put into it, in micro-units: by direct evidence, and with its surroundings.

    `spend_unseen`: an agent took part whose log is not here.
    """

    item: str
    form: Form
    title: str
    repository: str | None
    state: ItemState
    direct: int
    context: int
    spend_unseen: bool = False

    @property
    def whole(self) -> int:
        """Direct and context together."""
        return self.direct + self.context


class OtherItems(NamedTuple):
    """The items that are not told one by one: how many, and their money in micro-units."""

    number: int = 0
    direct: int = 0
    context: int = 0


@dataclass(frozen=True, slots=True)
class PeriodGlance:
    """One period at a glance: what was spent, what it went into, and what shipped.

    The top items, the others and what is not linked add up to the spend, to the micro-unit.
    """

    period: Period
    spend: Amount
    requests: int
    unpriced_requests: int
    shipped: int | None
    """None: what shipped is unknown; the glance says why."""
    settling: int
    items: tuple[ShippedItem, ...]
    """What shipped, newest first, reverted ones left out."""
    top_items: tuple[ItemGlance, ...]
    """The items with the most money of the period, the first with the most."""
    other_items: OtherItems
    not_linked: Mapping[Reason, int]
    """Micro-units that no item carries, by reason."""
    shipped_at_least: bool = False
    """More may have shipped: the glance says why that is unknown."""

    @property
    def not_linked_micros(self) -> int:
        """All that no item carries."""
        return sum(self.not_linked.values())


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of the strip chart. `spend_micros` None: unused day, drawn blank."""

    day: date
    spend_micros: int | None
    unpriced_requests: int
    shipped: tuple[ItemKind, ...]


class PlaceState(StrEnum):
    """How a source stands."""

    FOUND = "found"
    ABSENT = "absent"
    FAILING = "failing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Place:
    """One path a reader looked at."""

    path: str
    state: PlaceState
    files: int
    message: str = ""


class ReaderCard(NamedTuple):
    """What a log reader says of itself."""

    reader: str
    tool: str
    retention: str


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """One log source: where it looks, what is there, when it was last read, what its tool deletes."""

    reader: str
    tool: str
    state: PlaceState
    places: tuple[Place, ...]
    files: int
    last_read: UtcMillis | None
    last_event: UtcMillis | None
    retention: str
    problems: tuple[Problem, ...]


STORE = "store"
"""The source of a trouble that is of Outlay's own file."""


class Trouble(NamedTuple):
    """One source that does not answer as it should. `since` is when it last did; `advice` the next step."""

    source: str
    state: PlaceState
    title: str
    advice: str = ""
    since: UtcMillis | None = None


@dataclass(frozen=True, slots=True)
class RunningSession:
    """A session that wrote within the last ten minutes, and what it came to so far."""

    tool: str
    session: str
    project: str | None
    amount: Amount
    last_event: UtcMillis


@dataclass(frozen=True, slots=True)
class Glance:
    """Everything the tray and the popover show, of one revision."""

    as_of: UtcMillis
    zone: ZoneInfo
    revision: int
    sample: bool
    last_sync: UtcMillis | None
    today: PeriodGlance
    week: PeriodGlance
    """The last seven days, today included."""
    month: PeriodGlance
    """The calendar month so far."""
    strip: tuple[StripDay, ...]
    """Fourteen days, oldest first, today last."""
    quotas: tuple[QuotaWindow, ...]
    running: RunningSession | None
    sources: tuple[SourceAnswer, ...]
    troubles: tuple[Trouble, ...]
    repositories: int
    proposed_repositories: tuple[str, ...]
    home: str = ""
    """The owner's home folder, so that paths can be shown short."""
    shipped_unknown: str = ""
    """Why what shipped is not all known: no_repository, no_email, not_read, not_looked_at; empty when it is."""

    @property
    def empty(self) -> bool:
        """True before the first event was read."""
        return all(source.last_event is None for source in self.sources)


class SpendRow(NamedTuple):
    """One row of `spend`: the values of its keys, then its sums. A counter no log of it holds is None."""

    keys: tuple[str | None, ...]
    requests: int
    tokens: TokenCounts
    list_micros: int
    reported_micros: int | None
    unpriced_requests: int
    estimated_requests: int


class SpendAnswer(NamedTuple):
    """Rows that add up to the total, to the micro-unit."""

    by: tuple[str, ...]
    period: Period | None
    rows: tuple[SpendRow, ...]
    total: SpendRow
    amount: Amount
    as_of: UtcMillis
    revision: int


class ReaderReport(NamedTuple):
    """What one reader did in a sync."""

    reader: str
    state: str
    files: int
    bytes_read: int
    facts_added: int
    facts_changed: int
    problems: tuple[Problem, ...]


class RepositoryReport(NamedTuple):
    """What one repository brought in a sync."""

    repository: str
    path: str
    commits_added: int
    problems: tuple[Problem, ...]


class SyncReport(NamedTuple):
    """One finished sync."""

    seconds: float
    readers: tuple[ReaderReport, ...]
    repositories: tuple[RepositoryReport, ...]
    revision: int
    folders: tuple[str, ...]
    """Folders worth watching: the roots and those written to lately."""
    problems: tuple[Problem, ...] = ()
    """What stood in the way of the sync itself."""
    accounts: tuple[AccountReport, ...] = ()


class ImportReport(NamedTuple):
    """What one imported file brought."""

    read: int
    added: int
    changed: int
    problems: tuple[Problem, ...]


class Progress(NamedTuple):
    """How far a sync is; `bytes_total` is known before the first file is read."""

    files_done: int
    files_total: int
    bytes_done: int
    bytes_total: int
    seconds_left: float | None
    whole_since: UtcMillis | None = None
    """What happened from here on is read; None when that cannot be said."""
    account: str | None = None
    """The name of the account that is being read, once logs and repositories are; the next two belong to it."""
    account_done: int = 0
    account_total: int | None = None


class Correction(NamedTuple):
    """A past UTC day whose sum changed after it was shown: when that was found, why, and by how much."""

    moment: UtcMillis
    day: date
    tool: str
    reason: str
    requests_before: int
    requests_after: int
    micros_before: int
    micros_after: int
