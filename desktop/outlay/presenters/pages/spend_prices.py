"""The price rows behind a sum, the owner's own among them, and the models that have none."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from outlay.domain.answers import SpendAnswer
from outlay.domain.moments import datetime_of
from outlay.domain.money import MICROS
from outlay.domain.prices import Rate, TokenPrices
from outlay.domain.spend_page import KindAmounts, UsedRate
from outlay.domain.tables import Cell, Column, Kind, Link, Row, RowState, Table, Tone
from outlay.domain.words import Run, Words
from outlay.presenters.amounts import UNKNOWN, amount_text, bare_cents, cents_text, shown_cents
from outlay.presenters.days import day_month_text
from outlay.presenters.tongue import decimal_sign, number, plural, tr

SET, REMOVE = "set:", "remove:"
OWNER = "owner"
_FIELDS = ("input", "output", "cache_read", "cache_write_5m", "cache_write_1h")


class PricesAsked(NamedTuple):
    """What the place of prices asks: the rows used, the models of the period, every own price there is."""

    used: KindAmounts | None
    models: SpendAnswer
    own: tuple[Rate, ...]


class PricesView(NamedTuple):
    """Everything the place of prices shows; a table is None where it has no row."""

    sentence: Words
    used: Table | None
    own: Table | None
    unpriced: Table | None


def prices_view(asked: PricesAsked) -> PricesView:
    """The words and tables."""
    return PricesView(
        sentence=(Run(_sentence(asked)),),
        used=_used(asked.used) if asked.used and asked.used.rates else None,
        own=_own(asked) if asked.own else None,
        unpriced=_unpriced(asked.models),
    )


def own_rates(rates: Sequence[Rate]) -> tuple[Rate, ...]:
    """The owner's among all rows."""
    return tuple(rate for rate in rates if rate.source == OWNER)


def known_prices(asked: PricesAsked, model: str) -> TokenPrices | None:
    """What a model costs by its newest price, the owner's first; None for a model without one."""
    own = sorted(asked.own, key=lambda rate: -rate.valid_from)
    rows = [*own, *(row.rate for row in (asked.used.rates if asked.used else ()))]
    return next((rate.prices for rate in rows if rate.model == model), None)


def micros_of(text: str) -> int | None:
    """Dollars as they are typed, with a point or the language's decimal sign, in micro-units; None for no amount."""
    try:
        amount = Decimal(text.strip().removeprefix("$").replace(decimal_sign(), ".")) * MICROS
        fits = amount.is_finite() and amount >= 0 and amount == amount.to_integral_value()
    except ArithmeticError:
        return None
    return int(amount) if fits else None


def price_text(micros: int | None) -> str:
    """Dollars per million tokens, as few digits as tell it, at least cents."""
    if micros is None:
        return UNKNOWN
    text = f"{Decimal(micros) / MICROS:f}"
    whole, _, fraction = text.partition(".")
    return f"{number(int(whole))}{decimal_sign()}{fraction.ljust(2, '0')}"


def _sentence(asked: PricesAsked) -> str:
    amount = amount_text(asked.models.amount)
    if asked.used is None:
        return tr("The price rows behind {amount} cannot be told one by one.", amount=amount)
    return tr(
        "The price rows behind {amount}, in dollars per million tokens. "
        "Each request is priced by the row that held on its day.",
        amount=amount,
    )


def _columns(*last: Column) -> tuple[Column, ...]:
    return (
        Column("model", tr("Model"), minimum=130),
        Column("since", tr("From"), width=76, minimum=52, style="small", hides_below=520),
        Column("input", tr("Input"), Kind.MONEY, 40),
        Column("output", tr("Output"), Kind.MONEY, 44),
        Column("read", tr("Cache read"), Kind.MONEY, 64, hides_below=480),
        Column("write", tr("Written"), Kind.MONEY, 46, hides_below=600),
        Column("hour", tr("1 hour"), Kind.MONEY, 46, hides_below=640),
        *last,
    )


def _used(used: KindAmounts) -> Table:
    micros = tuple(row.micros for row in used.rates)
    cents = shown_cents(micros, sum(micros))
    rows = [
        _used_row(row, part, first=at == 0)
        for at, (row, part) in enumerate(zip(used.rates, cents, strict=True))
    ]
    requests = sum(row.requests for row in used.rates)
    blank: tuple[Cell | None, ...] = (None,) * 6
    cells = (Cell(tr("All that is priced")), *blank, Cell(number(requests)), Cell(cents_text(sum(cents))))
    rows.append(Row("all", cells, state=RowState.GRAND_TOTAL, opens=False))
    columns = _columns(
        Column("requests", tr("Requests"), Kind.FIGURE, 56, hides_below=560),
        Column("value", tr("List value"), Kind.MONEY, 62),
        Column("source", tr("Source"), width=116, minimum=70, style="small", hides_below=800),
        Column("change", "", width=46, style="small", hides_below=360),
    )
    return Table(columns, tuple(rows), spoken=tr("Prices used"), inset=0, decimal=decimal_sign())


def _used_row(row: UsedRate, cents: int, *, first: bool) -> Row:
    prices = next((t.prices for t in row.rate.tiers if t.above_tokens == row.above), row.rate.prices)
    source = tr("your own") if row.rate.source == OWNER else row.rate.source
    cells = (
        Cell(row.rate.model, _kind(row)),
        Cell(_since(row.rate)),
        *_prices(prices),
        Cell(number(row.requests)),
        Cell(cents_text(cents) if first else bare_cents(cents)),
        Cell(source, tip=source),
        Cell(link=Link(tr("Change"), f"{SET}{row.rate.model}")),
    )
    key = f"{row.rate.model}:{row.rate.variant}:{row.rate.valid_from}:{row.above}:{row.rate.source}"
    spoken = tr(
        "{model}, input {input}, output {output}, {requests}",
        model=row.rate.model,
        input=price_text(prices.input),
        output=price_text(prices.output),
        requests=plural(row.requests, one="{n} request", many="{n} requests"),
    )
    return Row(key, cells, opens=False, spoken=spoken)


def _kind(row: UsedRate) -> str:
    parts = [] if row.rate.variant == "standard" else [row.rate.variant]
    if row.above:
        parts.append(tr("above {count} k input", count=number(row.above // 1000)))
    return ", ".join(parts)


def _prices(prices: TokenPrices) -> tuple[Cell, ...]:
    return tuple(
        Cell(price_text(price), tone=Tone.QUIET if price is None else Tone.USUAL)
        for price in (getattr(prices, field) for field in _FIELDS)
    )


def _since(rate: Rate) -> str:
    if not rate.valid_from:
        return tr("always")
    day = datetime_of(rate.valid_from).date()
    return f"{day_month_text(day)} {day.year}"


def _own(asked: PricesAsked) -> Table:
    rows = [
        Row(
            f"{rate.model}:{rate.valid_from}",
            (
                Cell(rate.model),
                Cell(_since(rate)),
                *_prices(rate.prices),
                Cell(link=Link(tr("Change"), f"{SET}{rate.model}")),
                Cell(link=Link(tr("Remove"), f"{REMOVE}{rate.model}")),
            ),
            opens=False,
            spoken=rate.model,
        )
        for rate in asked.own
    ]
    columns = _columns(Column("change", "", width=56), Column("remove", "", width=56))
    return Table(
        columns, tuple(rows), tr("Your own prices"), tr("Your own prices"), inset=0, decimal=decimal_sign()
    )


def _unpriced(models: SpendAnswer) -> Table | None:
    rows = [
        Row(
            row.keys[0] or "",
            (
                Cell(row.keys[0] or tr("Unknown"), tr("in no sum")),
                Cell(plural(row.unpriced_requests, one="{n} request", many="{n} requests")),
                Cell(link=Link(tr("Set a price"), f"{SET}{row.keys[0] or ''}")),
            ),
            opens=False,
            spoken=row.keys[0] or "",
        )
        for row in models.rows
        if row.unpriced_requests and row.keys[0]
    ]
    if not rows:
        return None
    heading = tr("Without a known price")
    columns = (
        Column("model", minimum=170),
        Column("requests", "", width=120, style="small"),
        Column("set", "", width=90),
    )
    return Table(columns, tuple(rows), heading, heading, inset=0, decimal=decimal_sign())
