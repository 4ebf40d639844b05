"""The weekly review: the owner's words on a week beside its figures, frozen once they are saved."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.answers import Correction, ItemState
from outlay.domain.attribution import Fate
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.patterns import Pattern


class ReviewWords(NamedTuple):
    """What the owner wrote; empty where nothing was written."""

    mattered: str = ""
    hard: str = ""
    next: str = ""


class WordsWish(NamedTuple):
    """What the owner wants written; None leaves a text as it was saved last."""

    mattered: str | None = None
    hard: str | None = None
    next: str | None = None


class ReviewItem(NamedTuple):
    """One item that shipped in the week, with the week's money in micro-units. `agents`: some took part in it."""

    item: str
    title: str
    repository: str | None
    state: ItemState
    landed: UtcMillis
    direct: int
    context: int
    agents: bool
    spend_unseen: bool = False


class UnderWay(NamedTuple):
    """One item under way, with all the money it took so far in micro-units. `began` is when its work did."""

    item: str
    title: str
    repository: str | None
    direct: int
    context: int
    began: UtcMillis | None


class Went(NamedTuple):
    """What of the week's money met one fate: how many items, and micro-units. What is not linked is `not_linked`."""

    fate: Fate
    items: int = 0
    direct: int = 0
    context: int = 0
    not_linked: int = 0

    @property
    def whole(self) -> int:
        """All of it."""
        return self.direct + self.context + self.not_linked


class FollowUpAsked(NamedTuple):
    """A fix that landed in the week and what it most likely repairs; only the owner knows."""

    fix: str
    fix_title: str
    caused: str
    caused_title: str


class LinkAsked(NamedTuple):
    """A turn that only its surroundings link to an item, with its money of the week in micro-units."""

    tool: str
    session: str
    turn: int
    moment: UtcMillis
    item: str
    title: str
    micros: int


class WorthALook(NamedTuple):
    """One pattern of the week. `micros` is at least so much when occurrences have no price.

    `landed` is how many of its sessions went into work that shipped.
    """

    pattern: Pattern
    micros: int
    sessions: int
    landed: int
    at_least: bool
    estimated: bool


class Verdict(StrEnum):
    """What may be said of a week's sum beside the week before."""

    RUNNING = "running"
    """The week is not over."""
    UNPRICED = "unpriced"
    """One of the two has requests without a price, so that there is no difference."""
    UNUSED = "unused"
    """Nothing was used in one of the two."""
    TOO_FEW = "too_few_weeks"
    """Too few own weeks tell what is usual."""
    NO_CLEAR_CHANGE = "no_clear_change"
    """The sum lies inside those of the own last weeks."""
    ABOVE = "above"
    BELOW = "below"
    """The sum lies outside of them."""


class Split(NamedTuple):
    """Why two sums differ, in micro-units: the four add up to the difference."""

    items: int
    size: int
    price: int
    mix: int


class Moved(NamedTuple):
    """Names that are used in a week and were not in the week before, and the other way round."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Change(NamedTuple):
    """A week beside the week before. `low` and `high` are the least and the most of `weeks` own weeks before it.

    `difference`, `low`, `high` and `split` are None where they may not be told. `split` is of the difference.
    """

    verdict: Verdict
    difference: int | None = None
    weeks: int = 0
    low: int | None = None
    high: int | None = None
    split: Split | None = None
    tools: Moved = Moved()
    models: Moved = Moved()
    projects: Moved = Moved()


class WeekReview(NamedTuple):
    """A week's figures for its review; `went` adds up to the total, to the micro-unit.

    `shipped` None: what shipped is unknown, `shipped_unknown` says why. `method` is the version of the rules that
    linked the money. `coverage` is as in `ItemsAnswer`. `open_items` is how many there are, `still_open` the first.
    """

    period: Period
    as_of: UtcMillis
    revision: int
    method: str
    sample: bool
    total_micros: int
    requests: int
    unpriced_requests: int
    at_least: bool
    shipped: tuple[ReviewItem, ...] | None
    shipped_unknown: str
    went: tuple[Went, ...]
    still_open: tuple[UnderWay, ...]
    open_items: int
    follow_ups: tuple[FollowUpAsked, ...]
    links: tuple[LinkAsked, ...]
    pattern: WorthALook | None
    change: Change
    coverage: tuple[int, int] | None
    logs_missing: bool

    @property
    def is_over(self) -> bool:
        """Whether the week had ended by the moment the figures stand for."""
        return self.as_of >= self.period.after


class SavedReview(NamedTuple):
    """A review as it was saved. `review` None: its frozen figures cannot be read by this version."""

    number: int
    first_day: date
    zone: str
    saved: UtcMillis
    words: ReviewWords
    method: str
    revision: int
    review: WeekReview | None


class Restated(NamedTuple):
    """An item that stood in a saved review and stands otherwise now; None: it is no longer there."""

    item: str
    title: str
    before: ItemState
    now: ItemState | None


class Since(NamedTuple):
    """What is known otherwise now than when a review was saved, in micro-units and items; equal where nothing changed."""

    total_before: int
    total_now: int
    shipped_before: int | None
    shipped_now: int | None
    items: tuple[Restated, ...]
    corrections: tuple[Correction, ...]
    method_now: str
    at_least_now: bool = False
    """Whether the total now leaves something out that has no price or no log."""


class ReviewPage(NamedTuple):
    """A week's review as it is opened: what was saved, newest last, the figures now, and what came between."""

    now: WeekReview
    saved: tuple[SavedReview, ...]
    since: Since | None

    @property
    def newest(self) -> SavedReview | None:
        """The saved review that counts."""
        return self.saved[-1] if self.saved else None


class PastReview(NamedTuple):
    """One line of the list of past reviews: the newest of a week, and how often it was saved."""

    review: SavedReview
    versions: int
