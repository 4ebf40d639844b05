"""From the counters a message keeps to counters that do not overlap.

Source: log-formats.md sections 0.2 and 5: `input` holds `cached`, `output` does not hold `thoughts`, `tool` is input
besides. `total` tells when a build counts `cached` apart.
"""

from outlay.domain.usage import Quality, TokenCounts
from outlay.readers.logs.gemini_cli.records import Tokens


def token_counts(tokens: Tokens) -> TokenCounts:
    """Counters that do not overlap. What the log lacks is None; tokens of tool results are uncached input."""
    cached = tokens.cached
    uncached = tokens.input
    if uncached is not None and cached is not None and not _stands_apart(tokens):
        cached = min(cached, uncached)
        uncached -= cached
    return TokenCounts(
        input_uncached=_sum(uncached, tokens.tool),
        cache_read=cached,
        output=_sum(tokens.output, tokens.thoughts),
        reasoning=tokens.thoughts,
    )


def quality_of(tokens: Tokens) -> Quality:
    """Exact when both sides of the request were counted, and no more was cached than was read."""
    whole = tokens.input is not None and tokens.output is not None
    fits = (tokens.cached or 0) <= (tokens.input or 0) or _stands_apart(tokens)
    return Quality.EXACT if whole and fits else Quality.PARTIAL


def _stands_apart(tokens: Tokens) -> bool:
    """Whether only a sum with `cached` beside `input` explains the total."""
    rest = (tokens.output or 0) + (tokens.thoughts or 0) + (tokens.tool or 0)
    return bool(tokens.cached) and tokens.total == (tokens.input or 0) + (tokens.cached or 0) + rest


def _sum(one: int | None, two: int | None) -> int | None:
    return None if one is None and two is None else (one or 0) + (two or 0)
