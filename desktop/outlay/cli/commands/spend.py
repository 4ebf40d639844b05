"""`outlay spend`: sums by any keys, with their balance."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import timedelta
from shutil import get_terminal_size

from outlay.app import App
from outlay.cli.envelope import spend_row_json
from outlay.cli.reply import NOTHING_YET, Reply
from outlay.cli.standing import standing
from outlay.cli.tables import GAP, clipped, table
from outlay.domain.answers import SpendAnswer, SpendRow
from outlay.domain.moments import Period, day_of
from outlay.errors import WrongCallError
from outlay.presenters.amounts import (
    AT_LEAST,
    NO_BREAK,
    UNKNOWN,
    amount_text,
    cents_text,
    shown_cents,
)
from outlay.presenters.items import key_label
from outlay.presenters.paths import short_path
from outlay.presenters.words import counted

_ANY_WIDTH = 1_000
_LEAST_KEY = 12
_LEAST_FIGURES = 46
"""The figure columns with their heads and gaps."""

_FIGURE_COLUMNS = 4


def answer(app: App, arguments: Namespace) -> Reply:
    """Sums by the keys asked for."""
    by = tuple(key.strip() for key in arguments.by.split(",") if key.strip())
    where = _where(arguments.where)
    found = app.spend(by, period_of(app, arguments), where=where)
    data = {
        "rows": [spend_row_json(found.by, row) for row in found.rows],
        "total": spend_row_json((), found.total),
    }
    problems, code = standing(app)
    return Reply(
        "spend",
        data,
        _text(found, _not_linked(app, found, where), str(app.home)),
        period=found.period,
        problems=problems,
        code=code if found.total.requests else NOTHING_YET,
        as_of=found.as_of,
    )


def period_of(app: App, arguments: Namespace) -> Period | None:
    """The period that --since and --until name; None for everything."""
    if arguments.since is None and arguments.until is None:
        return None
    tomorrow = day_of(app.now, app.zone) + timedelta(days=1)
    start, end = arguments.since or tomorrow.replace(year=2000), arguments.until or tomorrow
    if start >= end:
        raise WrongCallError("The period ends before it begins.", "--until is the day after the last.")
    return Period(start, end, app.zone)


def _where(told: Sequence[str]) -> dict[str, str | None]:
    """Keys and the values they must have; `none` stands for unknown."""
    where: dict[str, str | None] = {}
    for one in told:
        key, sign, value = one.partition("=")
        if not sign:
            raise WrongCallError(f"{one[:100]} is not KEY=VALUE.", "Write it as --where project=owner/name.")
        where[key.strip()] = None if value == "none" else value
    return where


def _not_linked(app: App, found: SpendAnswer, where: Mapping[str, str | None]) -> int:
    """Micro-units of the same period and keys that no item carries."""
    rows = app.spend(("item",), found.period, where=where).rows
    return sum(row.list_micros for row in rows if row.keys == (None,))


def _text(found: SpendAnswer, not_linked: int, home: str) -> str:
    if not found.total.requests:
        return "Nothing was used in this period."
    cents = shown_cents(tuple(row.list_micros for row in found.rows), found.total.list_micros)
    figures = [_figures(row, money) for row, money in zip(found.rows, cents, strict=True)]
    width = _key_width(len(found.by), (*figures, _figures(found.total, sum(cents))))
    rows = [
        (*(clipped(_key_text(*one, home), width) for one in zip(found.by, row.keys, strict=True)), *cells)
        for row, cells in zip(found.rows, figures, strict=True)
    ]
    head = (*(key.capitalize() for key in found.by), "Requests", "Tokens in", "Tokens out", "List value")
    blank = ["Total", *[""] * (len(found.by) - 1)] if found.by else []
    total = (*blank, *_figures(found.total, sum(cents)))
    text = table(head, rows if found.by else [], left=len(found.by), total=total)
    return f"{text}\n\n{_balance(found, not_linked)}"


def _key_text(name: str, key: str | None, home: str) -> str:
    if name == "item":
        return "not linked" if key is None else key_label(key)
    return UNKNOWN if key is None else short_path(key, home)


def _key_width(keys: int, figures: Sequence[tuple[str, ...]]) -> int:
    """How wide a key may be so that a row fits the terminal or what COLUMNS asks for; a pipe takes any width."""
    width = get_terminal_size((_ANY_WIDTH, 0)).columns
    if not keys or width == _ANY_WIDTH:
        return _ANY_WIDTH
    taken = sum(max(len(cells[column]) for cells in figures) + len(GAP) for column in range(_FIGURE_COLUMNS))
    free = width - max(taken, _LEAST_FIGURES)
    return max(_LEAST_KEY, free // keys - len(GAP))


def _figures(row: SpendRow, cents: int) -> tuple[str, ...]:
    return (
        f"{row.requests:,}",
        f"{row.tokens.billed_input:,}",
        f"{row.tokens.output or 0:,}",
        _money(row, cents),
    )


def _money(row: SpendRow, cents: int) -> str:
    if row.unpriced_requests == row.requests and not row.list_micros:
        return UNKNOWN
    return (AT_LEAST + NO_BREAK if row.unpriced_requests else "") + cents_text(cents)


def _balance(found: SpendAnswer, not_linked: int) -> str:
    whole = found.total.list_micros
    linked, rest = map(cents_text, shown_cents((whole - not_linked, not_linked), whole))
    unpriced = found.total.unpriced_requests
    tail = f", {counted(unpriced, 'request')} without a price" if unpriced else ""
    return f"Linked {linked} + not linked {rest} = {amount_text(found.amount)} at list price{tail}."
