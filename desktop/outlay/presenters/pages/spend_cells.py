"""Cells of the Spend page's table: counts, money, when a session was, and what it went to."""

from collections.abc import Iterable, Mapping

from outlay.domain.answers import ItemState, SpendRow
from outlay.domain.items import Item
from outlay.domain.moments import Period, day_of
from outlay.domain.pictures import Mark
from outlay.domain.spend_page import SpendPage, SpentSession
from outlay.domain.tables import Cell, Tone
from outlay.domain.usage import TokenCounts
from outlay.presenters.amounts import UNKNOWN, cents_of, cents_text, sign_of
from outlay.presenters.days import clock_text, day_month_text, weekday_text
from outlay.presenters.pages.item_cells import mark_of, reference
from outlay.presenters.pages.spend_words import project_text
from outlay.presenters.tokens import tokens_text
from outlay.presenters.tongue import number, plural, tr
from outlay.presenters.tools import tool_name
from outlay.rules.amounts import amount_of

_DAYS_PER_WEEK = 7


def count_cells(row: SpendRow) -> tuple[Cell, Cell, Cell]:
    """Requests, cache read, output."""
    tokens: TokenCounts = row.tokens
    return (
        Cell(number(row.requests), sort=row.requests),
        _tokens(tokens.cache_read),
        _tokens(tokens.output),
    )


def _tokens(count: int | None) -> Cell:
    return Cell(tokens_text(count), sort=count or 0, exact="" if count is None else str(count))


def money_cell(row: SpendRow, text: str, *, strong: bool = False) -> Cell:
    """The list value with its sign; a dash where nothing of it has a price."""
    if row.unpriced_requests == row.requests and not row.list_micros:
        return Cell(UNKNOWN, tone=Tone.QUIET, sort=0, tip=tr("No price is known"))
    sign = sign_of(
        amount_of(row.list_micros, row.requests, row.unpriced_requests, estimated=row.estimated_requests)
    )
    exact = cents_text(cents_of(row.list_micros))
    return Cell(text, sign=sign, strong=strong, sort=row.list_micros, exact=exact)


def spoken_money(row: SpendRow, cents: int) -> str:
    """The list value for a screen reader."""
    if row.unpriced_requests == row.requests and not row.list_micros:
        return tr("no known price")
    amount = cents_text(cents)
    return tr("at least {amount}", amount=amount) if row.unpriced_requests else amount


def requests_text(requests: int) -> str:
    """So many requests."""
    return plural(requests, one="{n} request", many="{n} requests")


def when_text(one: SpentSession, period: Period) -> str:
    """When it began, as short as the period allows; the time always: several begin on one day."""
    if one.first is None:
        return UNKNOWN
    day = day_of(one.first, period.zone)
    clock, days = clock_text(one.first, period.zone), len(period.days)
    if days == 1:
        return clock
    return f"{weekday_text(day) if days <= _DAYS_PER_WEEK else day_month_text(day)} {clock}"


def about_text(one: SpentSession, page: SpendPage, home: str) -> str:
    """Its branch where its project stands above it, else its project too; its tool where neither is known."""
    project = project_text(one.project, home) if one.project else ""
    fixed = {step.key for step in page.question.steps} | {page.question.by}
    if "branch" in fixed:
        return project
    if "project" in fixed:
        return one.branch or ""
    return ", ".join(part for part in (project, one.branch or "") if part) or tool_name(one.tool)


def went_cell(one: SpentSession, items: Mapping[str, Item]) -> Cell:
    """The item most of it went to, and how many others; what no item carries where there is none."""
    into = [items[key] for key, _ in one.items if key is not None and key in items]
    if not into:
        return Cell(tr("not linked"), mark=Mark.NOT_LINKED, tone=Tone.NOT_LINKED)
    label = _label(into[0])
    if into[1:]:
        label = tr("{item} and {more} more", item=label, more=number(len(into) - 1))
    return Cell(label, mark=mark_of(into[0]), tip="\n".join((label, *(item.title for item in into))))


def _label(item: Item) -> str:
    name = reference(item).rsplit(" ", 1)[-1] or item.title
    if item.state is ItemState.IN_FLIGHT:
        return tr("{item}, open", item=name)
    if item.state is ItemState.SET_ASIDE:
        return tr("{item}, set aside", item=name)
    return tr("{item}, reverted", item=name) if item.state is ItemState.REVERTED else name


def rest_text(rest: Iterable[SpentSession], items: Mapping[str, Item]) -> str:
    """How many of the sessions that are not shown led to nothing that stands."""
    idle = sum(not _stands(one, items) for one in rest)
    return tr("{n} set aside or not linked", n=number(idle)) if idle else ""


def _stands(one: SpentSession, items: Mapping[str, Item]) -> bool:
    states = {items[key].state for key, _ in one.items if key is not None and key in items}
    return bool(states - {ItemState.SET_ASIDE, ItemState.REVERTED})


def summed(sessions: Iterable[SpentSession]) -> SpendRow:
    """Several sessions as one row, in what the table shows of it."""
    rows = [one.row for one in sessions]
    tokens = (
        [row.tokens.cache_read for row in rows],
        [row.tokens.output for row in rows],
    )
    read, output = (
        sum(count or 0 for count in counts) if any(count is not None for count in counts) else None
        for counts in tokens
    )
    return SpendRow(
        (),
        sum(row.requests for row in rows),
        TokenCounts(cache_read=read, output=output),
        sum(row.list_micros for row in rows),
        None,
        sum(row.unpriced_requests for row in rows),
        sum(row.estimated_requests for row in rows),
    )
