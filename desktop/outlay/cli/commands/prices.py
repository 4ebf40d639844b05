"""`outlay prices`: the rows in force, models without one, and the owner's own."""

from argparse import Namespace
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from outlay.app import App
from outlay.cli.reply import Reply
from outlay.cli.tables import table
from outlay.domain.moments import UtcMillis, datetime_of, start_of_day
from outlay.domain.money import MICROS
from outlay.domain.prices import Rate, TokenPrices
from outlay.errors import WrongCallError
from outlay.presenters.amounts import UNKNOWN
from outlay.presenters.words import counted


def answer(app: App, arguments: Namespace) -> Reply:
    """List prices, or set or take back one of the owner's."""
    if arguments.action == "set":
        app.set_price(_rate(app, arguments))
    elif arguments.action == "remove":
        app.remove_price(_model(arguments))
    return _listed(app)


def _model(arguments: Namespace) -> str:
    if not arguments.model:
        raise WrongCallError("No model was named.", "Name it as the logs do.")
    return str(arguments.model)


def _rate(app: App, arguments: Namespace) -> Rate:
    if arguments.input is None or arguments.output is None:
        raise WrongCallError("A price needs --input and --output.", "Both in US dollars per million tokens.")
    since = start_of_day(arguments.since, app.zone) if arguments.since else UtcMillis(0)
    texts = (
        arguments.input,
        arguments.output,
        arguments.cache_read,
        arguments.cache_write,
        arguments.cache_write_1h,
    )
    prices = TokenPrices(*(_micros(text) for text in texts))
    return Rate("", _model(arguments), "standard", since, prices, (), None, "USD", "owner")


def _micros(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        amount = Decimal(text) * MICROS
    except InvalidOperation as error:
        raise WrongCallError(f"{text} is not an amount.", "Write it as 2.50.") from error
    if not amount.is_finite() or amount < 0 or amount != amount.to_integral_value():
        raise WrongCallError(f"{text} is not an amount.", "Write it as 2.50, with six decimals at most.")
    return int(amount)


def _listed(app: App) -> Reply:
    rates, unpriced = app.prices()
    data = {
        "rates": [_json(rate) for rate in rates],
        "unpriced": [{"model": model, "requests": requests} for model, requests in unpriced],
    }
    head = ("Model", "Kind", "From", "Input", "Output", "Read", "Write", "Long")
    rows = [
        _row(rate) for rate in sorted(rates, key=lambda rate: (rate.model, rate.variant, rate.valid_from))
    ]
    return Reply("prices", data, "\n\n".join([table(head, rows, left=3), *_without(unpriced)]))


def _without(unpriced: Iterable[tuple[str, int]]) -> list[str]:
    return [
        f"{model}: {counted(requests, 'request')} without a known price. outlay prices set {model} --input USD --output USD"
        for model, requests in unpriced
    ]


def _row(rate: Rate) -> tuple[str, ...]:
    """Dollars per million tokens; `Long` is the input above which another price holds."""
    since = datetime_of(rate.valid_from).date().isoformat() if rate.valid_from else "always"
    prices = (rate.prices.input, rate.prices.output, rate.prices.cache_read, rate.prices.cache_write_5m)
    long = f">{rate.tiers[0].above_tokens // 1000}k" if rate.tiers else ""
    kind = "yours" if rate.source == "owner" else rate.variant
    return (rate.model, kind, since, *(_dollars(price) for price in prices), long)


def _dollars(micros: int | None) -> str:
    return UNKNOWN if micros is None else f"{Decimal(micros) / MICROS:f}"


def _json(rate: Rate) -> dict[str, Any]:
    return {
        "model": rate.model,
        "variant": rate.variant,
        "valid_from": datetime_of(rate.valid_from).date().isoformat() if rate.valid_from else None,
        "micros_per_million": rate.prices._asdict(),
        "tiers": [{"above_tokens": tier.above_tokens, **tier.prices._asdict()} for tier in rate.tiers],
        "currency": rate.currency,
        "source": rate.source,
    }
