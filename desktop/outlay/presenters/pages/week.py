"""The Week page in words: the pair, what shipped, where the money went, and what the figures do not see."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from outlay.domain.items import Item
from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.money import Amount
from outlay.domain.pictures import Figure, Pair
from outlay.domain.tables import Cell, Column, Kind, Row, RowState, Table, Tone
from outlay.domain.week import WeekAnswer
from outlay.domain.words import Words
from outlay.presenters.amounts import (
    UNKNOWN,
    bare_cents,
    basis_words,
    cents_text,
    figure,
    sign_of,
    spoken,
)
from outlay.presenters.days import day_month_text
from outlay.presenters.items import coverage_text, reason_text
from outlay.presenters.pages.empty_days import Known, empty_caption, empty_words
from outlay.presenters.pages.item_cells import (
    bar_cell,
    context_cell,
    direct_cell,
    reference,
    title_cell,
    unseen_cell,
)
from outlay.presenters.pages.where_it_went import Went, WhereItWent, item_cents, where_it_went
from outlay.presenters.shipped import NextStep, kinds_text, next_step, shipped_sign
from outlay.presenters.tongue import decimal_sign, number, plural, tr
from outlay.rules.shipping import SETTLING_MS

_BAR_WIDTH = 92
_CONTEXT_WIDTH = 46
_DIRECT_WIDTH = 46
_TOGETHER_WIDTH = 60


class WeekView(NamedTuple):
    """Everything the page shows. `empty` is the heading of an empty period, with its sentence; else both empty."""

    pair: Pair
    shipped: Table
    went: Table
    note: str
    next_step: NextStep
    empty: str
    empty_sentence: Words


def week_view(answer: WeekAnswer) -> WeekView:
    """The page of a period's answer."""
    went = where_it_went(answer.work)
    nothing = not answer.work.requests and not answer.items
    return WeekView(
        pair=_pair(answer),
        shipped=_shipped_table(answer),
        went=_went_table(answer, went),
        note=_note(answer),
        next_step=next_step(answer.shipped_unknown),
        empty=tr("Nothing in these days") if nothing else "",
        empty_sentence=_empty_sentence(answer) if nothing else (),
    )


def _pair(answer: WeekAnswer) -> Pair:
    spend = figure(_total(answer)) if answer.work.requests else Figure("", UNKNOWN)
    if answer.work.requests and answer.work.requests == answer.unpriced_requests:
        spend = Figure("", UNKNOWN)
    caption = _spend_caption(answer)
    shipped = UNKNOWN if answer.shipped is None else number(answer.shipped)
    told = _shipped_caption(answer)
    counted = tr("at least {amount}", amount=shipped) if answer.shipped_at_least else shipped
    words = f"{spoken(_total(answer))}, {caption}; {counted} {told}"
    sign = shipped_sign(at_least=answer.shipped_at_least)
    return Pair(spend, caption, shipped, told, words, shipped_sign=sign)


def _total(answer: WeekAnswer) -> Amount:
    """The total, at least so much where prices or logs are missing."""
    return replace(answer.total, at_least=answer.total.at_least or answer.work.at_least)


def _spend_caption(answer: WeekAnswer) -> str:
    words = basis_words(answer.total.basis)
    if not answer.work.requests:
        return empty_caption(_known(answer), words)
    if not answer.unpriced_requests:
        return words
    unpriced = plural(
        answer.unpriced_requests,
        one="{n} request has no known price and is in no sum",
        many="{n} requests have no known price and are in no sum",
    )
    return tr("{basis} \u00b7 {unpriced}", basis=words, unpriced=unpriced)


def _shipped_caption(answer: WeekAnswer) -> str:
    if answer.shipped is None:
        return tr("shipped, unknown")
    kinds = kinds_text(item.kind for item in answer.items)
    if not answer.settling:
        return tr("shipped \u00b7 {kinds}", kinds=kinds) if kinds else tr("shipped")
    until = _settled_on(answer)
    if answer.settling == answer.shipped:
        return tr("shipped \u00b7 {kinds}; settling until {day}", kinds=kinds, day=until)
    return tr(
        "shipped \u00b7 {kinds}; {settling} settling until {day}",
        kinds=kinds,
        settling=number(answer.settling),
        day=until,
    )


def _settled_on(answer: WeekAnswer) -> str:
    last = max(item.landed for item in answer.items)
    return day_month_text(day_of(UtcMillis(last + SETTLING_MS), answer.period.zone))


def _shipped_table(answer: WeekAnswer) -> Table:
    keys = {item.item for item in answer.items}
    mine = [item for item in answer.work.items if item.item in keys]
    mine.sort(key=lambda item: (-item.in_period.direct, -item.in_period.context, item.item))
    full = max((item.in_period.whole for item in mine), default=1) or 1
    columns = (
        Column("item", tr("What shipped"), minimum=180),
        Column("bar", "", Kind.BAR, _BAR_WIDTH, hides_below=480),
        Column("direct", tr("Direct"), Kind.MONEY, _DIRECT_WIDTH),
        Column("context", tr("Context"), Kind.CONTEXT, _CONTEXT_WIDTH),
    )
    rows = tuple(_shipped_row(item, full) for item in mine)
    spoken_table = tr("What shipped, with what these days put into it")
    return Table(columns, rows, tr("What shipped"), spoken_table, inset=0, decimal=decimal_sign())


def _shipped_row(item: Item, full: int) -> Row:
    spend = item.in_period
    unseen = unseen_cell(item, spend)
    cells = (
        (title_cell(item), unseen)
        if unseen
        else (title_cell(item), bar_cell(spend, full, item), direct_cell(spend), context_cell(spend))
    )
    told = (
        unseen.text
        if unseen
        else tr(
            "{direct} direct, {context} context",
            direct=direct_cell(spend).text or cents_text(0),
            context=context_cell(spend).text or cents_text(0),
        )
    )
    return Row(item.item, cells, spoken=f"{item.title}, {reference(item)}, {told}")


def _went_table(answer: WeekAnswer, went: WhereItWent) -> Table:
    columns = (
        Column("name", tr("Where it went"), minimum=120, wraps=True),
        Column("direct", tr("Direct"), Kind.MONEY, _DIRECT_WIDTH),
        Column("context", tr("Context"), Kind.MONEY, _CONTEXT_WIDTH),
        Column("together", tr("Together"), Kind.MONEY, _TOGETHER_WIDTH),
    )
    rows: list[Row] = []
    for row in went.rows:
        rows += _went_rows(row, answer, first=not rows)
    rows += _not_linked_rows(went)
    if answer.unpriced_requests:
        rows.append(_unpriced_row(answer.unpriced_requests))
    rows.append(_all_row(answer, went))
    spoken_table = tr("Where the money of these days went")
    return Table(columns, tuple(rows), tr("Where it went"), spoken_table, inset=0, decimal=decimal_sign())


def _went_rows(row: Went, answer: WeekAnswer, *, first: bool) -> list[Row]:
    name = {
        "shipped": tr("Shipped"),
        "open": tr("Still open"),
        "set_aside": tr("Set aside"),
        "reverted": tr("Reverted"),
    }[row.key]
    note = _landed_elsewhere(row, answer) or number(len(_counted(row)))
    amount = cents_text if first else bare_cents
    head = Row(
        row.key,
        (Cell(name, note), *_money(row.direct, row.context, amount)),
        expandable=True,
        spoken=tr("{name}, {note}, {amount}", name=name, note=note, amount=cents_text(row.together)),
    )
    return [head, *(_item_row(item, direct, context) for item, direct, context in item_cents(row))]


def _landed_elsewhere(row: Went, answer: WeekAnswer) -> str:
    """How many of the items that shipped did so in other days; empty when none, or when none is asked for."""
    here = {item.item for item in answer.items}
    elsewhere = [item for item in _counted(row) if item.item not in here]
    if row.key != "shipped" or not elsewhere:
        return ""
    return tr("{n}, {other} on other days", n=number(len(_counted(row))), other=number(len(elsewhere)))


def _counted(row: Went) -> tuple[Item, ...]:
    """The items of a row; a ticket that shipped with other items, without a landing of its own, counts with those."""
    landed = tuple(item for item in row.items if item.landed is not None)
    return landed if landed and row.key == "shipped" else row.items


def _item_row(item: Item, direct: int, context: int) -> Row:
    cells = (title_cell(item), *_money(direct, context, bare_cents))
    told = f"{item.title}, {reference(item)}, {cents_text(direct + context)}"
    return Row(item.item, cells, level=1, spoken=told)


def _money(direct: int, context: int, amount: Callable[[int], str]) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(bare_cents(direct), tone=Tone.INK) if direct else Cell(),
        Cell(bare_cents(context), tone=Tone.QUIET) if context else Cell(),
        Cell(amount(direct + context), tone=Tone.INK),
    )


def _not_linked_rows(went: WhereItWent) -> list[Row]:
    if not went.not_linked:
        return []
    note = plural(len(went.not_linked), one="{n} reason", many="{n} reasons")
    amount = bare_cents(went.not_linked_cents)
    cells = (
        Cell(tr("Not linked"), note, tone=Tone.NOT_LINKED),
        None,
        None,
        Cell(amount, tone=Tone.NOT_LINKED),
    )
    head = Row(
        "not_linked",
        cells,
        expandable=True,
        spoken=tr("Not linked, {amount}", amount=cents_text(went.not_linked_cents)),
    )
    return [
        head,
        *(
            Row(
                f"reason:{why.value}",
                (Cell(reason_text(why), tone=Tone.NOT_LINKED), None, None, Cell(bare_cents(cents))),
                level=1,
                spoken=f"{reason_text(why)}, {cents_text(cents)}",
            )
            for why, cents in went.not_linked
        ),
    ]


def _unpriced_row(requests: int) -> Row:
    note = plural(requests, one="{n} request", many="{n} requests")
    unknown = tr("unknown")
    cells = (Cell(tr("No price"), note, tone=Tone.QUIET), None, None, Cell(unknown, tone=Tone.QUIET))
    return Row("unpriced", cells, spoken=f"{tr('No price')}, {note}, {unknown}")


def _all_row(answer: WeekAnswer, went: WhereItWent) -> Row:
    sign = sign_of(_total(answer))
    cells = (
        Cell(tr("All")),
        Cell(bare_cents(went.direct)),
        Cell(bare_cents(went.context)),
        Cell(cents_text(went.total), sign=sign),
    )
    return Row("all", cells, state=RowState.GRAND_TOTAL, spoken=f"{tr('All')}, {cents_text(went.total)}")


def _note(answer: WeekAnswer) -> str:
    legend = tr(
        "Direct: text that landed, same branch with edits, or set by you. Context: weaker evidence, hatched."
    )
    return " ".join((legend, *coverage_text(answer.work)))


def _known(answer: WeekAnswer) -> Known:
    return Known(answer.period, answer.as_of, answer.oldest, answer.newest)


def _empty_sentence(answer: WeekAnswer) -> Words:
    if answer.shipped == 0:
        return empty_words(_known(answer), tr("No tool wrote a request and nothing of yours landed."))
    return empty_words(_known(answer), tr("No tool wrote a request."))
