"""What a model costs from a day on, as kept facts."""

from typing import NamedTuple

from outlay.domain.moments import UtcMillis


class TokenPrices(NamedTuple):
    """Micro-units per million tokens. None: the provider publishes no price of that kind."""

    input: int | None
    output: int | None
    cache_read: int | None = None
    cache_write_5m: int | None = None
    cache_write_1h: int | None = None


class PriceTier(NamedTuple):
    """Prices of a whole request whose input is larger than `above_tokens`."""

    above_tokens: int
    prices: TokenPrices


class Rate(NamedTuple):
    """One dated price row. The row with the latest `valid_from` not after a request prices it.

    `variant` is standard, fast, batch, priority or flex. `web_search_micros` is per thousand searches.
    """

    provider: str
    model: str
    variant: str
    valid_from: UtcMillis
    prices: TokenPrices
    tiers: tuple[PriceTier, ...]
    web_search_micros: int | None
    currency: str
    source: str
    rate_id: int = 0


class PriceQuestion(NamedTuple):
    """What a rate is looked up by."""

    provider: str | None
    model: str
    variant: str


class Cost(NamedTuple):
    """What one event comes to at list price; None when any part of it has no known price."""

    micros: int | None
    estimated: bool
    rate_id: int | None
