"""Where everything of an item's timeline lies in a width."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from outlay.domain.charts import Timeline
from outlay.painting.lines import width_of
from outlay.painting.look import Look

BAR_SHARE = 0.45
WIDEST_BAR = 28.0
BAR_INSET = 0.16

_ABOVE = 22.0
_PLOT = 100.0
_LANE = 13.0
_WORDS = 23.0
_GAP_SHARE = 0.6
_WIDEST = 72.0
_MARK_PITCH = 10.0
_EDGE = 6.0
_BETWEEN = 10.0
_BETWEEN_DAYS = 4.0
_ROWS = 2


class PlacedWords(NamedTuple):
    """Words with their left end and their row, from 0."""

    text: str
    left: float
    row: int


class TimelinePlan(NamedTuple):
    """Columns by their left ends (one more than there are columns), and the heights of line, lane and words."""

    width: float
    lefts: tuple[float, ...]
    line_y: float
    lane_y: float
    words: tuple[PlacedWords, ...]
    words_top: float
    days: tuple[tuple[int, float], ...]
    """The columns that are named, and where their names begin."""
    days_top: float
    marks: tuple[float, ...]
    """The centres of the marks on the lane."""
    height: float

    def bar(self, column: int) -> tuple[float, float]:
        """Where a column's bar begins, and its width."""
        pitch = self.lefts[column + 1] - self.lefts[column]
        return self.lefts[column] + pitch * BAR_INSET, max(1.0, min(WIDEST_BAR, pitch * BAR_SHARE))

    def at(self, x: float) -> int | None:
        """The column at a place."""
        return next(
            (at for at in range(len(self.lefts) - 1) if self.lefts[at] <= x < self.lefts[at + 1]), None
        )


def plan_timeline(width: float, chart: Timeline, look: Look) -> TimelinePlan:
    """Every place in a width."""
    scale = look.text_scale
    lefts = _lefts(width, chart, look)
    line_y = _ABOVE * scale + _PLOT
    lane_y = line_y + _LANE * scale
    words = _placed_words(width, chart, lefts, look)
    words_top = line_y + _WORDS * scale
    step = look.line("small")
    rows = max((one.row + 1 for one in words), default=0)
    days_top = words_top + rows * step + (6 if rows else 0) * scale
    marks = spread(
        [x_of(mark.place, lefts) for mark in chart.marks], width, _MARK_PITCH * scale, _EDGE * scale
    )
    days = tuple(_placed_days(width, chart, lefts, look))
    return TimelinePlan(
        width, lefts, line_y, lane_y, words, words_top, days, days_top, marks, days_top + step
    )


def x_of(place: float, lefts: Sequence[float]) -> float:
    """Where a place counted in columns lies."""
    column = min(int(place), len(lefts) - 2)
    return lefts[column] + (place - column) * (lefts[column + 1] - lefts[column])


def spread(centres: Sequence[float], width: float, pitch: float, edge: float) -> tuple[float, ...]:
    """Centres moved apart as little as it takes to stand a pitch apart inside the edges, in the same order."""
    room = max(0.0, width - 2 * edge)
    if len(centres) > 1:
        pitch = min(pitch, room / (len(centres) - 1))
    moved: list[float] = []
    for at, centre in enumerate(centres):
        least = moved[-1] + pitch if moved else edge
        most = width - edge - pitch * (len(centres) - 1 - at)
        moved.append(min(max(centre, least), most))
    return tuple(moved)


def _lefts(width: float, chart: Timeline, look: Look) -> tuple[float, ...]:
    shares = [_GAP_SHARE if column.gap else 1.0 for column in chart.columns]
    unit = min(width / (sum(shares) or 1.0), _WIDEST * look.text_scale)
    lefts = [0.0]
    for share in shares:
        lefts.append(lefts[-1] + share * unit)
    return tuple(lefts)


def _placed_words(
    width: float, chart: Timeline, lefts: Sequence[float], look: Look
) -> tuple[PlacedWords, ...]:
    """Each below its mark, in the second row where the first is taken; what finds no room is left out."""
    font = look.font("small")
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_ROWS)]
    placed = []
    for label in chart.labels:
        wide = width_of(label.text, font)
        wished = x_of(label.place, lefts) - wide / 2
        for row in range(_ROWS):
            left = _nearest(taken[row], wished, wide, width)
            if left is not None:
                taken[row].append((left, left + wide))
                placed.append(PlacedWords(label.text, left, row))
                break
    return tuple(placed)


def _placed_days(
    width: float, chart: Timeline, lefts: Sequence[float], look: Look
) -> Iterable[tuple[int, float]]:
    """The first and the last day, then every other that has room between those that are named."""
    font = look.font("small")
    taken: list[tuple[float, float]] = []
    last = len(chart.columns) - 1
    for at in sorted(range(last + 1), key=lambda column: (column not in {0, last}, column)):
        column = chart.columns[at]
        if column.gap:
            continue
        wide = width_of(column.label, font)
        pitch = lefts[at + 1] - lefts[at]
        left = max(0.0, min(lefts[at] + pitch * BAR_INSET, width - wide))
        if _free(taken, left, left + wide, _BETWEEN_DAYS):
            taken.append((left, left + wide))
            yield at, left


def _nearest(taken: Sequence[tuple[float, float]], wished: float, wide: float, width: float) -> float | None:
    """The free left end nearest to the wished one, words still touching what they name; None without room."""
    most = width - wide
    beside = [end for begin, after in taken for end in (begin - _BETWEEN - wide, after + _BETWEEN)]
    free = [
        left
        for left in (max(0.0, min(wished, most)), *beside)
        if 0 <= left <= most and _free(taken, left, left + wide, _BETWEEN)
    ]
    left = min(free, key=lambda one: abs(one - wished), default=None)
    return left if left is not None and abs(left - max(0.0, min(wished, most))) <= wide / 2 else None


def _free(taken: Iterable[tuple[float, float]], left: float, right: float, between: float) -> bool:
    return all(right + between <= begin or end + between <= left for begin, end in taken)
