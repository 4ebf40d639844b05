"""The week chart: spend by tool above one line, what shipped below it, for a week or any other period."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from outlay.charts.cents import column_cents, part_cents
from outlay.charts.columns import (
    Grouping,
    column_text,
    columns_of,
    grouping_of,
    grouping_text,
    hue_names,
    hue_of,
    label_of,
    tool_parts,
)
from outlay.domain.answers import ShippedItem
from outlay.domain.charts import Named, Told, WeekChart, WeekColumn, WeekMark
from outlay.domain.moments import Period
from outlay.domain.money import Amount
from outlay.domain.pictures import Figure, Mark
from outlay.domain.week import WeekAnswer, WeekDay
from outlay.presenters.amounts import AT_LEAST, UNKNOWN, cents_text, spoken
from outlay.presenters.days import range_text
from outlay.presenters.shipped import shipped_text
from outlay.presenters.tongue import Forms, number, plural, tr

MOST_TITLES = 4
_SPOKEN = {
    Grouping.DAY: Forms(
        "Spend and shipped work of {n} day, {used} with use",
        "Spend and shipped work of {n} days, {used} of them with use",
    ),
    Grouping.WEEK: Forms(
        "Spend and shipped work of {n} week, {used} with use",
        "Spend and shipped work of {n} weeks, {used} of them with use",
    ),
    Grouping.MONTH: Forms(
        "Spend and shipped work of {n} month, {used} with use",
        "Spend and shipped work of {n} months, {used} of them with use",
    ),
}
_DAYS_PER_WEEK = 7
_KINDS = (Mark.PULL_REQUEST, Mark.TICKET, Mark.COMMIT, Mark.BY_HAND)


class _Cut(NamedTuple):
    """The days of one column, and what it shows in cents."""

    period: Period
    days: tuple[WeekDay, ...]
    cents: int
    grouping: Grouping
    first: bool


def week_chart(answer: WeekAnswer, first_weekday: int = 0) -> WeekChart:
    """The chart of a period; what its columns show adds up to the cent. Weeks begin on `first_weekday`, Monday 0."""
    cuts = _cuts(answer, first_weekday)
    names = hue_names(tool for day in answer.days for tool, _ in day.by_tool)
    columns = tuple(_column(cut, names, known=answer.shipped is not None) for cut in cuts)
    grouping = grouping_of(answer.period)
    return WeekChart(
        heading=_heading(answer.period),
        grouping=grouping_text(grouping),
        columns=columns,
        legend=_told("", answer.days, sum(cut.cents for cut in cuts), names, requests=False),
        spoken=_spoken(answer.period, grouping, columns),
    )


def _cuts(answer: WeekAnswer, first_weekday: int) -> list[_Cut]:
    periods = columns_of(answer.period, first_weekday)
    days = [tuple(day for day in answer.days if one.start <= day.day < one.end) for one in periods]
    cents = column_cents([_micros(some) for some in days])
    grouping = grouping_of(answer.period)
    return [
        _Cut(period, some, shown, grouping, at == 0)
        for at, (period, some, shown) in enumerate(zip(periods, days, cents, strict=True))
    ]


def _column(cut: _Cut, names: Mapping[str, str], *, known: bool) -> WeekColumn:
    items = [item for day in cut.days for item in day.items]
    told = _told(column_text(cut.period, cut.grouping), cut.days, cut.cents, names)
    sign = AT_LEAST if _unpriced(cut.days) else ""
    return WeekColumn(
        first=cut.period.start,
        end=cut.period.end,
        label=label_of(cut.period, cut.grouping, first=cut.first),
        used=_requests(cut.days) > 0,
        parts=tool_parts(pair for day in cut.days for pair in day.by_tool if pair[1]),
        unpriced=_unpriced(cut.days) > 0,
        sum=Figure(sign, cents_text(cut.cents)) if _priced(cut.days) else None,
        marks=tuple(WeekMark(one.item, Mark(one.kind.value), one.title, _item_words(one)) for one in items),
        more=tr("{number} more", number=number(len(items) - MOST_TITLES)) if len(items) > MOST_TITLES else "",
        tallies=() if cut.grouping is Grouping.DAY else _tallies(items),
        told=told._replace(spoken=_with_items(told.spoken, items, known=known)),
    )


def _tallies(items: Iterable[ShippedItem]) -> tuple[tuple[Mark, str], ...]:
    numbers = Counter(Mark(item.kind.value) for item in items)
    return tuple((mark, number(numbers[mark])) for mark in _KINDS if numbers[mark])


def _told(
    title: str, days: Sequence[WeekDay], cents: int, names: Mapping[str, str], *, requests: bool = True
) -> Told:
    """Each tool with its part of the cents; `requests` has those without a price counted."""
    parts = tool_parts(pair for day in days for pair in day.by_tool)
    without = Counter(hue_of(tool) for day in days for tool, _ in day.unpriced_by_tool)
    shown = part_cents([part.micros for part in parts], cents)
    named = [
        Named(
            part.tool, names[part.tool], _figure(part.micros, part_shown, at_least=bool(without[part.tool]))
        )
        for part, part_shown in zip(parts, shown, strict=True)
    ]
    unpriced = _unpriced(days)
    if unpriced and requests:
        words = plural(unpriced, one="{n} request, no price", many="{n} requests, no price")
        named.append(Named("", words, Figure("", ""), Mark.UNPRICED))
    return Told(title, tuple(named), _spoken_parts(title, days, cents, named))


def _figure(micros: int, cents: int, *, at_least: bool) -> Figure:
    if at_least and not micros:
        return Figure("", UNKNOWN)
    return Figure(AT_LEAST if at_least else "", cents_text(cents))


def _spoken_parts(title: str, days: Sequence[WeekDay], cents: int, named: Iterable[Named]) -> str:
    """`Thursday 19: At least 27 dollars 30 list value. Claude Code $20.40, ...`."""
    if not _requests(days):
        return f"{title}: {tr('no use')}" if title else tr("No use")
    micros = cents * 10_000 if _priced(days) else None
    whole = spoken(Amount(micros, at_least=_unpriced(days) > 0))
    parts = ", ".join(f"{one.name} {''.join(one.figure)}".strip() for one in named)
    return f"{title}: {whole}. {parts}" if title else f"{whole}. {parts}"


def _with_items(words: str, items: Sequence[ShippedItem], *, known: bool) -> str:
    kinds = shipped_text([item.kind for item in items] if known else None)
    titles = "; ".join(item.title for item in items)
    return f"{words}. {kinds}. {titles}" if titles else f"{words}. {kinds}"


def _item_words(item: ShippedItem) -> str:
    return f"{item.title}, {shipped_text([item.kind])}"


def _heading(period: Period) -> str:
    one_week = (period.end - period.start).days == _DAYS_PER_WEEK
    return tr("The week") if one_week else tr("Spend and shipped work")


def _spoken(period: Period, grouping: Grouping, columns: Sequence[WeekColumn]) -> str:
    used = sum(column.used for column in columns)
    words = plural(len(columns), *_SPOKEN[grouping], used=number(used))
    return f"{words}, {range_text(period, year=True)}"


def _micros(days: Iterable[WeekDay]) -> int:
    return sum(micros for day in days for _, micros in day.by_tool)


def _requests(days: Iterable[WeekDay]) -> int:
    return sum(day.requests for day in days)


def _unpriced(days: Iterable[WeekDay]) -> int:
    return sum(day.unpriced_requests for day in days)


def _priced(days: Iterable[WeekDay]) -> bool:
    return any(day.requests > day.unpriced_requests for day in days)
