"""What charts are made of: frozen values between the rooms that decide and the room that paints."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.pictures import Figure, Mark


class ToolPart(NamedTuple):
    """A tool's part of a bar in micro-units. `tool` is its place in the fixed order of hues, `other` for the rest."""

    tool: str
    micros: int


class Named(NamedTuple):
    """A colour, what it stands for, and its figure. `tool` empty: `mark` stands before the name instead."""

    tool: str
    name: str
    figure: Figure
    mark: Mark = Mark.NONE


class Told(NamedTuple):
    """What a line of legend says: a strong title, the named parts after it, and all of it as one text."""

    title: str
    parts: tuple[Named, ...]
    spoken: str


class ColumnLabel(NamedTuple):
    """What stands below a column: its strong part, the rest of it, and the short form for narrow columns."""

    strong: str
    rest: str
    short: str


class WeekMark(NamedTuple):
    """One item below the line. `key` is the item's."""

    key: str
    mark: Mark
    title: str
    spoken: str


class WeekColumn(NamedTuple):
    """The days from `first` until before `end`: one day, or the days of a week or month summed up.

    `sum` None: there is no use, or none of it has a price. `marks` are all of what shipped; `more` says how many of
    them have no room for their title. `tallies` are their numbers by kind where a column is more than a day.
    """

    first: date
    end: date
    label: ColumnLabel
    used: bool
    parts: tuple[ToolPart, ...]
    unpriced: bool
    sum: Figure | None
    marks: tuple[WeekMark, ...]
    more: str
    tallies: tuple[tuple[Mark, str], ...]
    told: Told

    @property
    def micros(self) -> int:
        """The height of its bar."""
        return sum(part.micros for part in self.parts)


@dataclass(frozen=True, slots=True)
class WeekChart:
    """Columns in order on one scale from zero. `grouping` is empty for columns of one day, else says what they are."""

    heading: str
    grouping: str
    columns: tuple[WeekColumn, ...]
    legend: Told
    spoken: str

    @property
    def largest(self) -> int:
        """The largest column's micro-units; 0 when nothing was spent."""
        return max((column.micros for column in self.columns), default=0)


class DayPart(NamedTuple):
    """One column of Spend: the part that is looked at and the whole. `part` None: no use of it.

    `figure` is the part, `of` the whole in words; both empty where nothing was used.
    """

    first: date
    end: date
    label: ColumnLabel
    part: int | None
    whole: int
    figure: Figure
    of: str
    spoken: str


@dataclass(frozen=True, slots=True)
class DaysChart:
    """Columns on one scale. `tool` is the hue of the filled part, empty for spend's own; `caption` explains both."""

    columns: tuple[DayPart, ...]
    tool: str
    caption: str
    grouping: str
    spoken: str

    @property
    def largest(self) -> int:
        """The largest whole; 0 when nothing was spent."""
        return max((max(column.whole, column.part or 0) for column in self.columns), default=0)


class LaneSign(StrEnum):
    """What happened, as a shape on the lane below the bars."""

    PROMPT = "prompt"
    COMMIT = "commit"
    OPENED = "opened"
    LANDED = "landed"
    CLOSED = "closed"
    STARTED = "started"
    DONE = "done"
    REOPENED = "reopened"
    REVERTED = "reverted"


class LaneMark(NamedTuple):
    """A shape on the lane. `place` counts columns: 1.5 is the middle of the second."""

    place: float
    sign: LaneSign
    spoken: str


class LaneLabel(NamedTuple):
    """Words below the lane, in order of weight: what finds no room is left out from the end."""

    place: float
    text: str


class TimelineColumn(NamedTuple):
    """One day, or a gap of unused days (`gap` counts them, 0 for a day). `figure` is its direct part."""

    label: str
    gap: int
    direct: int
    context: int
    unpriced: bool
    figure: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """An item's days with what was spent on each, and what happened on a lane below them."""

    columns: tuple[TimelineColumn, ...]
    marks: tuple[LaneMark, ...]
    labels: tuple[LaneLabel, ...]
    spoken: str

    @property
    def largest(self) -> int:
        """The largest day's micro-units."""
        return max((column.direct + column.context for column in self.columns), default=0)


class WentPart(NamedTuple):
    """One part of the strip: direct and context in micro-units, and its words."""

    mark: Mark
    direct: int
    context: int
    spoken: str


@dataclass(frozen=True, slots=True)
class WhereStrip:
    """The parts in their fixed order; together they are the period's total. `unpriced` is empty, or says how much."""

    parts: tuple[WentPart, ...]
    unpriced: str
    spoken: str

    @property
    def total(self) -> int:
        """Micro-units of all parts."""
        return sum(part.direct + part.context for part in self.parts)


class Evidence(NamedTuple):
    """Parts of a full bar, and the strongest kind of evidence in one word; both 0: the word stands alone."""

    direct: float
    context: float
    word: str
    spoken: str


class DotRow(NamedTuple):
    """One group: its values, its median and the interval around it (None: too few for one)."""

    name: str
    number: str
    range: str
    values: tuple[float, ...]
    median: float | None
    low: float | None
    high: float | None
    filled: bool
    told: tuple[str, ...]
    """The words of each value, in their order."""


@dataclass(frozen=True, slots=True)
class DotsChart:
    """Rows over one axis from `low` to `high`; `ticks` are values with their text."""

    rows: tuple[DotRow, ...]
    low: float
    high: float
    log: bool
    ticks: tuple[tuple[float, str], ...]
    caption: str
    spoken: str


class LongDay(NamedTuple):
    """One day of the long axis with its parts in tool order; without use there is no part."""

    day: date
    parts: tuple[ToolPart, ...]
    unpriced: bool
    spoken: str

    @property
    def micros(self) -> int:
        """The height of its bar."""
        return sum(part.micros for part in self.parts)


@dataclass(frozen=True, slots=True)
class LongChart:
    """Every day from the first to the last."""

    days: tuple[LongDay, ...]
    legend: Told
    spoken: str


class MadeOfPart(NamedTuple):
    """One bar: its name, and its parts in the order of the chart's names."""

    name: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MadeOf:
    """Bars of one width each, made of the same kinds of parts in the same order."""

    bars: tuple[MadeOfPart, ...]
    names: tuple[str, ...]
    spoken: str
