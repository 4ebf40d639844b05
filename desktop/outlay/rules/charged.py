"""Tells what some requests were charged for, kind by kind: how much of it, and what it came to."""

from collections.abc import Mapping

from outlay.domain.money import split_whole
from outlay.domain.prices import TokenPrices
from outlay.domain.usage import TokenCounts
from outlay.rules.spend_change import Charged


def charged_for(
    micros: int, searches: int, searches_micros: int, tokens: TokenCounts, prices: TokenPrices
) -> Mapping[str, Charged] | None:
    """Parts that add up to `micros`, in proportion to what each kind's tokens cost; None when that cannot be.

    Args:
        micros: what the requests came to.
        searches: how many searches they made.
        searches_micros: what those came to of it.
        tokens: their counters.
        prices: of the row that priced them. A provider without cache prices charges plain input.
    """
    counted = _counted(tokens, prices)
    weights = tuple(quantity * price for quantity, price in counted.values())
    rest = micros - searches_micros
    if rest < 0 or (rest and not any(weights)):
        return None
    parts = split_whole(rest, weights) if any(weights) else (0,) * len(weights)
    told = zip(counted.items(), parts, strict=True)
    found = {kind: Charged(quantity, part) for (kind, (quantity, _)), part in told if quantity}
    return {**found, "search": Charged(searches, searches_micros)} if searches_micros else found


def _counted(tokens: TokenCounts, prices: TokenPrices) -> dict[str, tuple[int, int]]:
    """By kind: how many tokens, and what a million of them costs."""
    plain = prices.input or 0
    write = _or(prices.cache_write_5m, plain)
    return {
        "input": (tokens.input_uncached or 0, plain),
        "cache_read": (tokens.cache_read or 0, _or(prices.cache_read, plain)),
        "cache_write": ((tokens.cache_write_5m or 0) + (tokens.cache_write_unsplit or 0), write),
        "cache_write_1h": (tokens.cache_write_1h or 0, _or(prices.cache_write_1h, plain)),
        "output": (tokens.output or 0, prices.output or 0),
    }


def _or(price: int | None, plain: int) -> int:
    return plain if price is None else price
