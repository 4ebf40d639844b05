"""Spend by day: a part of it filled, the whole day as outline."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from outlay.charts.cents import column_cents
from outlay.charts.columns import Grouping, column_text, columns_of, grouping_of, grouping_text, label_of
from outlay.domain.charts import DayPart, DaysChart
from outlay.domain.moments import Period
from outlay.domain.money import Amount
from outlay.domain.pictures import Figure
from outlay.presenters.amounts import AT_LEAST, bare_cents, cents_text, spoken
from outlay.presenters.days import range_text
from outlay.presenters.tongue import tr


class SpentDay(NamedTuple):
    """One used day: micro-units of what is looked at (None: not used that day) and of everything, and what misses.

    `unpriced`, `whole_unpriced`: whether requests of the part, of the whole, have no price.
    """

    day: date
    micros: int | None
    whole: int
    unpriced: bool = False
    whole_unpriced: bool = False


class Looked(NamedTuple):
    """What the filled part is: its name, and the tool whose hue it has (empty: spend's own). Empty name: everything."""

    name: str = ""
    tool: str = ""


EVERYTHING = Looked()


class _Cut(NamedTuple):
    period: Period
    days: tuple[SpentDay, ...]
    cents: int
    whole_cents: int


def spend_days(rows: Iterable[SpentDay], period: Period, looked: Looked = EVERYTHING) -> DaysChart:
    """The days of a period, or its weeks or months; what is shown adds up to the cent."""
    grouping = grouping_of(period)
    cuts = _cuts(tuple(rows), columns_of(period))
    columns = tuple(_column(cut, grouping, looked, first=at == 0) for at, cut in enumerate(cuts))
    return DaysChart(
        columns, looked.tool, _caption(looked, grouping), grouping_text(grouping), _spoken(period, looked)
    )


def _cuts(rows: Sequence[SpentDay], columns: Sequence[Period]) -> list[_Cut]:
    days = [tuple(row for row in rows if one.start <= row.day < one.end) for one in columns]
    parts = column_cents([sum(row.micros or 0 for row in some) for some in days])
    wholes = column_cents([sum(row.whole for row in some) for some in days])
    return [_Cut(*one) for one in zip(columns, days, parts, wholes, strict=True)]


def _column(cut: _Cut, grouping: Grouping, looked: Looked, *, first: bool) -> DayPart:
    seen = [row.micros for row in cut.days if row.micros is not None]
    part = sum(seen) if seen else None
    sign = AT_LEAST if any(row.unpriced for row in cut.days) else ""
    shown = part is not None
    return DayPart(
        first=cut.period.start,
        end=cut.period.end,
        label=label_of(cut.period, grouping, first=first),
        part=part,
        whole=sum(row.whole for row in cut.days),
        figure=Figure(sign, cents_text(cut.cents)) if shown else Figure("", ""),
        of=tr("of {amount}", amount=bare_cents(cut.whole_cents)) if shown and looked.name else "",
        spoken=_words(cut, grouping, looked, used=shown),
    )


def _words(cut: _Cut, grouping: Grouping, looked: Looked, *, used: bool) -> str:
    """`Thursday 19: 20 dollars 40 list value, Claude Code. At least 27 dollars 30 list value in all`."""
    name = column_text(cut.period, grouping)
    if not cut.days:
        return f"{name}: {tr('no use')}"
    at_least = any(row.whole_unpriced or row.unpriced for row in cut.days)
    whole = spoken(Amount(cut.whole_cents * 10_000, at_least=at_least))
    if not looked.name:
        return f"{name}: {whole}"
    micros = cut.cents * 10_000 if used else None
    part = spoken(Amount(micros, at_least=any(row.unpriced for row in cut.days))) if used else tr("no use")
    return tr("{day}: {name} {part}. {whole} in all", day=name, name=looked.name, part=part, whole=whole)


def _caption(looked: Looked, grouping: Grouping) -> str:
    if not looked.name:
        return ""
    return {
        Grouping.DAY: tr("Filled: {name}. Outline: all tools that day.", name=looked.name),
        Grouping.WEEK: tr("Filled: {name}. Outline: all tools that week.", name=looked.name),
        Grouping.MONTH: tr("Filled: {name}. Outline: all tools that month.", name=looked.name),
    }[grouping]


def _spoken(period: Period, looked: Looked) -> str:
    span = range_text(period, year=True)
    if not looked.name:
        return tr("Spend, {span}", span=span)
    return tr("Spend, {name} beside all tools, {span}", name=looked.name, span=span)
