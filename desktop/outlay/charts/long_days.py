"""The long time axis: every day of a long period with its spend by tool."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from outlay.charts.cents import column_cents, part_cents
from outlay.charts.columns import hue_names, hue_of, tool_parts
from outlay.domain.charts import LongChart, LongDay, Named, Told
from outlay.domain.moments import Period
from outlay.domain.money import Amount
from outlay.domain.pictures import Figure
from outlay.presenters.amounts import AT_LEAST, UNKNOWN, cents_text, spoken
from outlay.presenters.days import day_text, range_text
from outlay.presenters.tongue import plural, tr


class ToolDay(NamedTuple):
    """What one tool took on one day in micro-units, and its requests without a price."""

    day: date
    tool: str
    micros: int
    unpriced: int = 0


def long_days(rows: Iterable[ToolDay], period: Period) -> LongChart:
    """Every day of the period; what its days and its legend show adds up to the cent."""
    by_day: dict[date, list[ToolDay]] = defaultdict(list)
    for row in rows:
        if period.start <= row.day < period.end:
            by_day[row.day].append(row)
    every = [by_day.get(day, []) for day in period.days]
    cents = column_cents([sum(row.micros for row in some) for some in every])
    used = [row for some in every for row in some]
    names = hue_names(row.tool for row in used)
    days = tuple(
        _day(day, some, shown, names) for day, some, shown in zip(period.days, every, cents, strict=True)
    )
    span = range_text(period, year=True)
    words = plural(
        len(by_day),
        one="Spend by day, {span}, {n} day with use",
        many="Spend by day, {span}, {n} days with use",
        span=span,
    )
    return LongChart(days, _legend(used, sum(cents), names), words)


def _day(day: date, rows: Sequence[ToolDay], cents: int, names: Mapping[str, str]) -> LongDay:
    unpriced = sum(row.unpriced for row in rows)
    parts = tool_parts((row.tool, row.micros) for row in rows if row.micros)
    return LongDay(day, parts, unpriced > 0, f"{_named(day)}: {_words(rows, cents, names)}")


def _words(rows: Sequence[ToolDay], cents: int, names: Mapping[str, str]) -> str:
    if not rows:
        return tr("no use")
    unpriced = sum(row.unpriced for row in rows)
    without = plural(unpriced, one="{n} request, no price", many="{n} requests, no price") if unpriced else ""
    parts = tool_parts((row.tool, row.micros) for row in rows if row.micros)
    if not parts and unpriced:
        return without
    shown = part_cents([part.micros for part in parts], cents)
    told = [f"{names[part.tool]} {cents_text(one)}" for part, one in zip(parts, shown, strict=True)]
    whole = spoken(Amount(cents * 10_000, at_least=unpriced > 0))
    return ", ".join([whole, *told, *([without] if without else [])])


def _legend(rows: Sequence[ToolDay], cents: int, names: Mapping[str, str]) -> Told:
    parts = tool_parts((row.tool, row.micros) for row in rows)
    unpriced = {hue_of(row.tool) for row in rows if row.unpriced}
    shown = part_cents([part.micros for part in parts], cents)
    named = tuple(
        Named(part.tool, names[part.tool], _figure(part.micros, part_shown, at_least=part.tool in unpriced))
        for part, part_shown in zip(parts, shown, strict=True)
    )
    return Told("", named, ", ".join(f"{one.name} {''.join(one.figure)}" for one in named))


def _figure(micros: int, cents: int, *, at_least: bool) -> Figure:
    if at_least and not micros:
        return Figure("", UNKNOWN)
    return Figure(AT_LEAST if at_least else "", cents_text(cents))


def _named(day: date) -> str:
    return f"{day_text(day)} {day.year}"
