"""Splits what requests of one price came to among the kinds of token they were charged for."""

from collections.abc import Mapping

from outlay.domain.money import split_whole
from outlay.domain.prices import TokenPrices
from outlay.domain.spend_page import TokenKind
from outlay.domain.usage import TokenCounts


def amount_by_kind(
    micros: int, searches_micros: int, tokens: TokenCounts, prices: TokenPrices
) -> Mapping[TokenKind, int] | None:
    """Parts that add up to `micros`, in proportion to what each kind's tokens cost; None when that cannot be.

    A factor on the whole request, as for batches, leaves the proportions as they are. A provider without cache
    prices charges plain input.
    """
    weights = tuple(_weights(tokens, prices).items())
    rest = micros - searches_micros
    if rest < 0 or (rest and not any(weight for _, weight in weights)):
        return None
    parts = split_whole(rest, tuple(weight for _, weight in weights)) if rest else (0,) * len(weights)
    found = {kind: part for (kind, _), part in zip(weights, parts, strict=True)}
    return {**found, TokenKind.SEARCH: searches_micros}


def _weights(tokens: TokenCounts, prices: TokenPrices) -> dict[TokenKind, int]:
    plain = prices.input or 0
    write = prices.cache_write_5m if prices.cache_write_5m is not None else plain
    write_1h = prices.cache_write_1h if prices.cache_write_1h is not None else plain
    read = prices.cache_read if prices.cache_read is not None else plain
    short = (tokens.cache_write_5m or 0) + (tokens.cache_write_unsplit or 0)
    return {
        TokenKind.INPUT: (tokens.input_uncached or 0) * plain,
        TokenKind.CACHE_READ: (tokens.cache_read or 0) * read,
        TokenKind.CACHE_WRITE: short * write + (tokens.cache_write_1h or 0) * write_1h,
        TokenKind.OUTPUT: (tokens.output or 0) * (prices.output or 0),
    }
