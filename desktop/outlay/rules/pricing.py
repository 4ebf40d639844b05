"""What one request costs at the provider's public price. Source of the rules: log-formats fact sheet 27.2.

Each request is priced alone, never a daily sum, because long-context tiers are cliffs per request: strictly
above the threshold the whole request, output included, pays the tier's prices.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from outlay.domain.moments import UtcMillis
from outlay.domain.money import MICROS
from outlay.domain.prices import Cost, PriceQuestion, Rate, TokenPrices
from outlay.domain.usage import Quality, TokenCounts, UsageEvent

ABSURD_MICROS_PER_MILLION = 1_000 * MICROS
"""A row above $1,000 per million tokens is a slip of the price data, not a price."""

VARIANTS = ("standard", "fast", "batch", "flex", "priority")
"""The kinds of request that providers price apart."""

UNPRICED = Cost(None, estimated=False, rate_id=None)

_BEDROCK = re.compile(r"^(?:[a-z]{2,6}(?:-gov)?\.)?anthropic\.(?P<model>.+?)(?:-v\d+(?::\d+\w*)*)?$")
_PROVIDERS = (
    (re.compile(r"^claude"), "anthropic"),
    (re.compile(r"^(?:gpt|o\d|codex|chatgpt)"), "openai"),
    (re.compile(r"^gemini"), "google"),
    (re.compile(r"^grok"), "x-ai"),
    (re.compile(r"^deepseek"), "deepseek"),
    (re.compile(r"^(?:mistral|devstral|codestral|magistral)"), "mistral"),
)
_US_ONLY_FACTOR = (11, 10)
_BATCH_FACTOR = (1, 2)


def question_of(event: UsageEvent) -> PriceQuestion:
    """Which rate an event asks for."""
    return _question(event.model, _variant_of(event))


@lru_cache(maxsize=512)
def _question(model: str, variant: str) -> PriceQuestion:
    name = normal_model(model)
    return PriceQuestion(provider_of(name), name, variant)


def normal_model(model: str) -> str:
    """A model id as its maker writes it: no cloud's prefix, route or revision around it."""
    name = model.strip().lower().rsplit("/", 1)[-1].removesuffix("[1m]")
    bedrock = _BEDROCK.match(name)
    return (bedrock["model"] if bedrock else name).replace("@", "-")


def provider_of(model: str) -> str | None:
    """The maker whose public prices apply; None when the name says nothing of one."""
    return next((provider for pattern, provider in _PROVIDERS if pattern.match(model)), None)


def rate_at(rates: Sequence[Rate], moment: UtcMillis) -> Rate | None:
    """The row in force at a moment, out of rows in order of `valid_from`."""
    position = bisect_right(rates, moment, key=lambda rate: rate.valid_from)
    return rates[position - 1] if position else None


def is_absurd(rate: Rate) -> bool:
    """Whether a row cannot be a price: negative, over $1,000 per million, or all zero."""
    every = [rate.prices, *(tier.prices for tier in rate.tiers)]
    values = [price for prices in every for price in prices if price is not None]
    return not any(values) or min(values) < 0 or max(values) > ABSURD_MICROS_PER_MILLION


def cost_of(event: UsageEvent, rates: Mapping[PriceQuestion, Sequence[Rate]]) -> Cost:
    """The list value of one event from the rates in hand; unpriced when a needed price is not known."""
    question = question_of(event)
    rate = rate_at(rates.get(question, ()), event.moment)
    factor = (1, 1)
    if rate is None and question.variant == "batch" and question.provider == "anthropic":
        rate = rate_at(rates.get(question._replace(variant="standard"), ()), event.moment)
        factor = _BATCH_FACTOR
    if rate is None:
        return UNPRICED
    if _us_only(event, question):
        factor = (factor[0] * _US_ONLY_FACTOR[0], factor[1] * _US_ONLY_FACTOR[1])
    prices = _prices_for(event, rate)
    searches = _search_price(event.web_searches or 0, rate)
    micros = _micros(_token_price(event.tokens, prices), searches, factor)
    return Cost(micros, _is_estimated(event, prices), rate.rate_id)


def _is_estimated(event: UsageEvent, prices: TokenPrices) -> bool:
    """Whether the log tells less than the price asks for: counters in part, or a written token's lifetime."""
    unsplit = bool(event.tokens.cache_write_unsplit)
    lifetime_matters = prices.cache_write_1h not in {None, prices.cache_write_5m}
    return event.quality != Quality.EXACT or (unsplit and lifetime_matters)


def _micros(tokens: int | None, searches: int | None, factor: tuple[int, int]) -> int | None:
    if tokens is None or searches is None:
        return None
    return (tokens * factor[0] * 2 + MICROS * factor[1]) // (2 * MICROS * factor[1]) + searches


def _prices_for(event: UsageEvent, rate: Rate) -> TokenPrices:
    """The tier's prices for a single request; a session's total says nothing of how long one request was."""
    if not rate.tiers:
        return rate.prices
    total = 0 if event.quality == Quality.SESSION_TOTAL else event.tokens.billed_input
    fitting = [tier.prices for tier in rate.tiers if total > tier.above_tokens]
    return fitting[-1] if fitting else rate.prices


def _token_price(tokens: TokenCounts, prices: TokenPrices) -> int | None:
    """Micro-units times a million; None when input or output is unknown, or a needed price is.

    A provider without cache prices charges plain input.
    """
    if tokens.input_uncached is None or tokens.output is None:
        return None
    write = prices.cache_write_5m if prices.cache_write_5m is not None else prices.input
    write_1h = prices.cache_write_1h if prices.cache_write_1h is not None else prices.input
    read = prices.cache_read if prices.cache_read is not None else prices.input
    parts = (
        (tokens.input_uncached, prices.input),
        (tokens.cache_read, read),
        (tokens.cache_write_5m, write),
        (tokens.cache_write_unsplit, write),
        (tokens.cache_write_1h, write_1h),
        (tokens.output, prices.output),
    )
    if any(count and price is None for count, price in parts):
        return None
    return sum((count or 0) * (price or 0) for count, price in parts)


def _search_price(searches: int, rate: Rate) -> int | None:
    if not searches:
        return 0
    if rate.web_search_micros is None:
        return None
    return searches * rate.web_search_micros // 1_000


def _variant_of(event: UsageEvent) -> str:
    if event.speed == "fast":
        return "fast"
    if event.service_tier == "priority" and provider_of(normal_model(event.model)) == "openai":
        return "priority"
    return event.service_tier if event.service_tier in {"batch", "flex"} else "standard"


def _us_only(event: UsageEvent, question: PriceQuestion) -> bool:
    return question.provider == "anthropic" and (event.geography or "").lower() in {
        "us",
        "us-only",
        "us_only",
    }
