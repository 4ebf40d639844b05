"""Groups of values as dots, each with its median and interval, over one axis of round values."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil, floor, log2, log10
from typing import NamedTuple

from outlay.domain.charts import DotRow, DotsChart
from outlay.presenters.tongue import tr

_ROUND = (1.0, 2.0, 5.0)
_LOG_FROM = 8.0
"""How many times the least value the largest is where a log scale begins."""
_DOUBLE_FROM = 0.9
"""The least value from which doubled numbers are rounder than 1, 2, 5."""

_AIR = 1.06
_MOST_TICKS = 6


class DotGroup(NamedTuple):
    """One group. `median`, `low` and `high` are None where too few values are there to say them.

    `told` are the words of each value, `filled` sets it apart from the group it is compared with.
    """

    name: str
    values: tuple[float, ...]
    told: tuple[str, ...]
    filled: bool
    median: float | None = None
    low: float | None = None
    high: float | None = None


def dots_chart(groups: Sequence[DotGroup], unit: str, write: Callable[[float], str]) -> DotsChart:
    """The chart of some groups. `unit` says what the axis counts, `write` a value of it.

    Values are zero or more; with a zero the axis is never logarithmic.
    """
    values = [value for group in groups for value in group.values]
    log = bool(values) and min(values) > 0 and max(values) / min(values) >= _LOG_FROM
    low, high = _ends(values, log=log)
    ticks = tuple((value, write(value)) for value in _ticks(low, high, log=log))
    rows = tuple(_row(group, write) for group in groups)
    caption = tr("{unit} (log scale)", unit=unit) if log else unit
    spoken = ". ".join([caption, *(f"{row.name}, {row.number}, {row.range}" for row in rows)])
    return DotsChart(rows, low, high, log, ticks, caption, spoken)


def _row(group: DotGroup, write: Callable[[float], str]) -> DotRow:
    order = sorted(range(len(group.values)), key=lambda at: group.values[at])
    return DotRow(
        name=group.name,
        number=tr("n {number}", number=len(group.values)),
        range=_range(group, write),
        values=tuple(group.values[at] for at in order),
        median=group.median,
        low=group.low,
        high=group.high,
        filled=group.filled,
        told=tuple(group.told[at] for at in order),
    )


def _range(group: DotGroup, write: Callable[[float], str]) -> str:
    if group.median is None:
        return tr("too few for a median")
    if group.low is None or group.high is None:
        return tr("median {median}, too few for a range", median=write(group.median))
    return tr(
        "median {median}, {low} to {high}",
        median=write(group.median),
        low=write(group.low),
        high=write(group.high),
    )


def _ends(values: Sequence[float], *, log: bool) -> tuple[float, float]:
    if not values:
        return 0.0, 1.0
    if log:
        return min(values) / _AIR, max(values) * _AIR
    return 0.0, (max(values) or 1.0) * _AIR


def _ticks(low: float, high: float, *, log: bool) -> list[float]:
    every = _log_ticks(low, high) if log else _even_ticks(high)
    step = max(1, ceil(len(every) / _MOST_TICKS))
    return every[::step]


def _log_ticks(low: float, high: float) -> list[float]:
    if low >= _DOUBLE_FROM and high / low <= 2.0**_MOST_TICKS:
        return [tick for power in range(-1, ceil(log2(high)) + 1) if low <= (tick := 2.0**power) <= high]
    decades = range(floor(log10(low)), ceil(log10(high)) + 1)
    return [tick for decade in decades for first in _ROUND if low <= (tick := _power(first, decade)) <= high]


def _even_ticks(high: float) -> list[float]:
    steps: Iterable[float] = (
        _power(first, decade) for decade in (floor(log10(high)) - 1, floor(log10(high))) for first in _ROUND
    )
    step = next((one for one in steps if high / one <= _MOST_TICKS - 1), high)
    return [round(at * step, 12) for at in range(int(high / step) + 1)]


def _power(first: float, decade: int) -> float:
    return round(first * 10.0**decade, max(0, -decade))
