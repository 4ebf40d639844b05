"""Answers how much was used, by any keys; the rows add up to the total."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.answers import SpendAnswer, SpendRow
from outlay.domain.moments import Period, UtcMillis, day_of, moment_of
from outlay.domain.money import Amount
from outlay.errors import WrongCallError
from outlay.rules.amounts import amount_of
from outlay.rules.groups import group_finder
from outlay.rules.periods import day_starts, week_start_of
from outlay.rules.places import project_of, repository_of
from outlay.rules.sums import add_rows, total_of
from outlay.store.spend_queries import Span, SpendCell
from outlay.store.store import StoreView
from outlay.use_cases.sources import is_partly

KEYS = (
    "day",
    "week",
    "month",
    "tool",
    "model",
    "project",
    "repository",
    "branch",
    "session",
    "item",
    "group",
)
_FROM_CELL = {
    "tool": "tool",
    "model": "model",
    "project": "folder",
    "repository": "folder",
    "group": "folder",
    "item": "turn",
}
_BY_DAY = {"day", "week", "month"}

_EARLIEST = moment_of(datetime(2000, 1, 1, tzinfo=UTC))
_LATEST = moment_of(datetime(2100, 1, 1, tzinfo=UTC))
"""Further away is a clock gone wrong; days are listed only in between."""

_Value = Callable[[SpendCell], str | None]


class Narrowing(NamedTuple):
    """What of usage is asked for.

    `where`: by key, the one value it must have, None for unknown. `first_weekday`: what weeks begin on, Monday 0.
    """

    where: Mapping[str, str | None] = MappingProxyType({})
    first_weekday: int = 0


EVERYTHING = Narrowing()


def spend(
    store: StoreView,
    by: Sequence[str],
    period: Period | None,
    zone: ZoneInfo,
    now: UtcMillis,
    narrowing: Narrowing = EVERYTHING,
) -> SpendAnswer:
    """Sums by the keys asked for.

    Args:
        store: what is known.
        by: keys out of KEYS; another raises WrongCallError.
        period: days to answer for; None is everything.
        zone: where days are cut.
        now: the moment the answer stands for; later events are left out.
        narrowing: what alone counts.
    """
    asked = (*by, *(key for key in narrowing.where if key not in by))
    unknown = [key for key in asked if key not in KEYS]
    if unknown:
        raise WrongCallError(f"Spend cannot be split by {unknown[0]}.", f"Use one of: {', '.join(KEYS)}.")
    whole = period or _everything(store, zone)
    session = narrowing.where.get("session")
    cells = store.spend.cells(_columns(asked), _spans(whole, asked), now, session) if whole else iter(())
    values = _values(store, asked, narrowing.first_weekday)
    wanted = [(asked.index(key), value) for key, value in narrowing.where.items()]
    rows: dict[tuple[str | None, ...], SpendRow] = {}
    for item, cell in _by_item(store, cells, now) if "item" in asked else ((None, cell) for cell in cells):
        keys = tuple(value(cell) if value else item for value in values)
        if all(keys[at] == value for at, value in wanted):
            row = _row(keys[: len(by)], cell)
            rows[row.keys] = add_rows(rows[row.keys], row) if row.keys in rows else row
    ordered = tuple(rows[keys] for keys in sorted(rows, key=_order))
    total = total_of(ordered)
    return SpendAnswer(tuple(by), period, ordered, total, _amount(store, total), now, store.revision)


def _by_item(
    store: StoreView, cells: Iterable[SpendCell], now: UtcMillis
) -> Iterator[tuple[str | None, SpendCell]]:
    from outlay.use_cases.spend_by_item import splitting  # noqa: PLC0415  never needed for a glance

    told = list(cells)
    split = splitting(store, {cell.turn.session for cell in told if cell.turn}, now)
    for cell in told:
        yield from split(cell)


def _amount(store: StoreView, total: SpendRow) -> Amount:
    partly = is_partly(store)
    estimated = total.estimated_requests
    return amount_of(
        total.list_micros, total.requests, total.unpriced_requests, estimated=estimated, partly=partly
    )


def _everything(store: StoreView, zone: ZoneInfo) -> Period | None:
    first, last = store.spend.first_event(), store.spend.newest_event()
    if first is None or last is None:
        return None
    first, last = (UtcMillis(min(max(one, _EARLIEST), _LATEST)) for one in (first, last))
    return Period(day_of(first, zone), day_of(last, zone) + timedelta(days=1), zone)


def _columns(by: Sequence[str]) -> list[str]:
    wanted = (_FROM_CELL.get(key, key) for key in by if key not in _BY_DAY)
    return list(dict.fromkeys(wanted))


def _spans(period: Period, by: Sequence[str]) -> list[Span]:
    if not _BY_DAY & set(by):
        return [Span("", period.first, period.after)]
    return [Span(day.isoformat(), first, after) for day, first, after in day_starts(period)]


def _values(store: StoreView, by: Sequence[str], first_weekday: int) -> list[_Value | None]:
    """What each key is of a cell; None for the item, which a cell does not know."""
    roots = store.git.worktrees()
    project = cache(partial(project_of, roots=roots))
    repository = cache(partial(repository_of, roots=roots))
    group = group_finder(store.links.grouped(), roots) if "group" in by else project
    week = cache(lambda day: week_start_of(date.fromisoformat(day), first_weekday).isoformat())
    values: dict[str, _Value] = {
        "day": lambda cell: cell.span,
        "week": lambda cell: week(cell.span),
        "month": lambda cell: cell.span[:7],
        "tool": lambda cell: cell.tool,
        "model": lambda cell: cell.model,
        "project": lambda cell: project(cell.folder),
        "repository": lambda cell: repository(cell.folder),
        "group": lambda cell: group(cell.folder),
        "branch": lambda cell: cell.branch,
        "session": lambda cell: cell.session,
    }
    return [values.get(key) for key in by]


def _row(keys: tuple[str | None, ...], cell: SpendCell) -> SpendRow:
    return SpendRow(
        keys,
        cell.requests,
        cell.tokens,
        cell.list_micros,
        cell.reported_micros,
        cell.unpriced_requests,
        cell.estimated_requests,
    )


def _order(keys: tuple[str | None, ...]) -> tuple[tuple[bool, str], ...]:
    return tuple((key is None, key or "") for key in keys)
