"""Requests whose tokens come to a wanted amount at list price."""

from random import Random
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.money import MICROS
from outlay.domain.prices import TokenPrices
from outlay.use_cases.sample.days import Span


class Model(NamedTuple):
    """A model, what it costs, and how much one session takes of it at most (micro-units)."""

    name: str
    prices: TokenPrices
    most_micros: int


OPUS = Model("claude-opus-4-6", TokenPrices(5_000_000, 25_000_000, 500_000, 6_250_000), 5_000_000)
SONNET = Model("claude-sonnet-4-5", TokenPrices(3_000_000, 15_000_000, 300_000, 3_750_000), 3_000_000)
CODEX = Model("gpt-5.2-codex", TokenPrices(1_750_000, 14_000_000, 175_000), 2_500_000)
HAIKU = Model("claude-haiku-4-5", TokenPrices(1_000_000, 5_000_000, 100_000, 1_250_000), 1_000_000)
GEMINI = Model("gemini-2.5-pro", TokenPrices(1_250_000, 10_000_000, 125_000), 2_000_000)
UNPRICED = Model("harbor-coder-32b", TokenPrices(None, None), 0)
"""A model of one's own, which no price list knows."""

_FULL = 150_000
"""Tokens of context from which on the tools sum up what was said; prices rise above 200,000."""


class Tokens(NamedTuple):
    """What one request took: counters that do not overlap."""

    fresh: int
    read: int
    written: int
    output: int


class Request(NamedTuple):
    """One request and when it was answered."""

    moment: UtcMillis
    tokens: Tokens


def requests_worth(micros: int, model: Model, span: Span, chance: Random) -> tuple[Request, ...]:
    """At least one request, spread over a span; together they cost what was asked to the nearest token."""
    found: list[Tokens] = []
    left, context = micros * MICROS, 0
    while True:
        tokens, context = _next(context, model, chance)
        if found and _price(tokens, model) > left:
            break
        found.append(tokens)
        left -= _price(tokens, model)
    more = max(left, 0) // (model.prices.output or 1)
    found[-1] = found[-1]._replace(output=found[-1].output + more)
    return _spread(found, span, chance)


def requests_counted(count: int, span: Span, chance: Random) -> tuple[Request, ...]:
    """So many requests to the model without a price."""
    found, context = [], 0
    for _ in range(count):
        tokens, context = _next(context, UNPRICED, chance)
        found.append(tokens)
    return _spread(found, span, chance)


def _next(context: int, model: Model, chance: Random) -> tuple[Tokens, int]:
    """One more request of a conversation, and the context after it; a full one is summed up and begins anew."""
    context = 0 if context > _FULL else context
    news = chance.randrange(500, 3200) if context else chance.randrange(6_000, 14_000)
    known = context or 12_000
    output = chance.randrange(180, 3600)
    cached = model.prices.cache_write_5m is not None
    tokens = (
        Tokens(chance.randrange(2, 12), known, news, output) if cached else Tokens(news, known, 0, output)
    )
    return tokens, known + news


def list_micros(tokens: Tokens, model: Model) -> int:
    """What a request costs at list price, in micro-units."""
    return round(_price(tokens, model) / MICROS)


def _price(tokens: Tokens, model: Model) -> int:
    """Micro-units times a million."""
    prices = model.prices
    rates = (prices.input, prices.cache_read, prices.cache_write_5m, prices.output)
    return sum(count * (rate or 0) for count, rate in zip(tokens, rates, strict=True))


def _spread(found: list[Tokens], span: Span, chance: Random) -> tuple[Request, ...]:
    moments = sorted(chance.randrange(span.first, span.last + 1) for _ in found[1:])
    return tuple(
        Request(UtcMillis(at), tokens) for at, tokens in zip([*moments, span.last], found, strict=True)
    )
