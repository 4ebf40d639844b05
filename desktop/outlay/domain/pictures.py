"""What is drawn: frozen values between the rooms that decide and the room that paints."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class FaceState(StrEnum):
    """How sure the newest figures are, as the tray icon and the foot show it."""

    FRESH = "fresh"
    STALE = "stale"
    FAILING = "failing"
    PAUSED = "paused"


class Mark(StrEnum):
    """The small shape before a row or below the line. The first four are kinds of work items."""

    COMMIT = "commit"
    PULL_REQUEST = "pull_request"
    TICKET = "ticket"
    BY_HAND = "by_hand"
    OPEN = "open"
    SET_ASIDE = "set_aside"
    NOT_LINKED = "not_linked"
    UNPRICED = "unpriced"
    ABSENT = "absent"
    STALE = "stale"
    FAILING = "failing"
    NONE = "none"


class IconPicture(NamedTuple):
    """The tray icon. `text` None draws it plain: bars above the line, work below it."""

    text: str | None
    state: FaceState


class Figure(NamedTuple):
    """A shown amount. `sign` is empty, at least or about; `text` an en dash when the amount is unknown."""

    sign: str
    text: str


class Pair(NamedTuple):
    """Spend beside what shipped, each with what the figure is."""

    spend: Figure
    spend_caption: str
    shipped: str
    shipped_caption: str
    spoken: str
    tip: str = ""
    """The kinds of what shipped; empty when there are none."""
    shipped_sign: str = ""
    """Stands before the number where more may have shipped."""


class StripBar(NamedTuple):
    """One day of the strip: spend above the line, marks below. `micros` None: nothing above the line."""

    letter: str
    micros: int | None
    unpriced: bool
    marks: tuple[Mark, ...]
    chosen: bool
    today: bool
    readout: str
    spoken: str


@dataclass(frozen=True, slots=True)
class StripChart:
    """Days in order, on one scale from zero to `largest_micros`."""

    bars: tuple[StripBar, ...]
    largest_micros: int
    spoken: str


class MoneyColumns(NamedTuple):
    """The columns of direct and context money: their names, the decimal sign, what stands behind a direct amount."""

    direct: str = ""
    context: str = ""
    decimal: str = "."
    unit: str = ""


class ListRow(NamedTuple):
    """One row of the popover's list. `share` is its bar's part of the full width, None for no bar.

    `note` follows the title, small. `context`, without its currency, stands in a column of its own, for rows of a
    ledger; None for rows that are none. `tip` is what the row opens to.
    """

    mark: Mark
    title: str
    second: str = ""
    figure: Figure | None = None
    share: float | None = None
    quiet: bool = False
    spoken: str = ""
    note: str = ""
    context: str | None = None
    context_share: float = 0.0
    tip: str = ""
    opens: str = ""
    """The window's page that it leads to, `shipped:KEY`; empty when it leads nowhere."""


class QuotaBar(NamedTuple):
    """One quota window. `share` None: the window began anew and nothing was seen since."""

    name: str
    share: float | None
    percent: str
    reset: str
    spoken: str
