"""Context that was paid again because the prompt cache ran out while nobody asked.

Source of the formula: attribution.md section 9. Caches live for five minutes or an hour after their last use,
and belong to one model.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Final

from outlay.domain.money import split_whole
from outlay.domain.patterns import Call, Rewrite
from outlay.domain.prices import Cost
from outlay.domain.usage import Quality, TokenCounts, UsageEvent

_SHORT_MS: Final = 5 * 60 * 1000
_LONG_MS: Final = 60 * 60 * 1000
_PART_OF_LIFE: Final = (9, 10)
"""A gap counts from nine tenths of a cache's life on: a log tells when an answer ended, not when it was asked."""

MORE_THAN: Final = 10_000
"""Smaller contexts are not worth a word."""

_ONE_REQUEST: Final = frozenset({Quality.EXACT, Quality.PARTIAL})


def rewrites(calls: Iterable[Call]) -> Iterator[Rewrite]:
    """The calls that paid for their context again, out of one agent's calls of one model in order of time."""
    for before, after in pairwise(calls):
        tokens = _written_again(before, after) if _ran_out(before, after) else 0
        if tokens > MORE_THAN:
            yield Rewrite(after.number, tokens, told=bool(_written(after.tokens)))


def cost_of_rewrite(
    event: UsageEvent, rewrite: Rewrite, whole: Cost, price: Callable[[UsageEvent], Cost]
) -> Cost:
    """What a re-write came to: the request's list value less what it is with that context read from the cache.

    Args:
        event: the request.
        rewrite: what was written again by it.
        whole: the request's list value as it stands.
        price: the list value of a request.
    """
    asked, kept = price(event), price(event._replace(tokens=_as_read(event.tokens, rewrite.tokens)))
    if whole.micros is None or asked.micros is None or kept.micros is None:
        return Cost(None, whole.estimated, whole.rate_id)
    more = min(max(asked.micros - kept.micros, 0), whole.micros)
    return Cost(more, whole.estimated or not rewrite.told, whole.rate_id)


def _written_again(before: Call, after: Call) -> int:
    """Tokens of the context before that the call after wrote or sent anew; 0 when it read half of it or more."""
    context, read = before.tokens.billed_input, after.tokens.cache_read
    if read is None or not {before.quality, after.quality} <= _ONE_REQUEST:
        return 0
    return min(_paid(before, after), context - read) if 2 * read < context else 0


def _paid(before: Call, after: Call) -> int:
    """Tokens written, or sent where a provider caches by itself; a cache that never held anything lost nothing."""
    written = _written(after.tokens)
    if written:
        return written
    return (after.tokens.input_uncached or 0) if written is None or before.tokens.cache_read else 0


def _ran_out(before: Call, after: Call) -> bool:
    life = _LONG_MS if before.tokens.cache_write_1h or after.tokens.cache_write_1h else _SHORT_MS
    return after.moment - before.moment > life * _PART_OF_LIFE[0] // _PART_OF_LIFE[1]


def _writes(tokens: TokenCounts) -> tuple[int | None, ...]:
    return (tokens.cache_write_5m, tokens.cache_write_1h, tokens.cache_write_unsplit)


def _written(tokens: TokenCounts) -> int | None:
    """Tokens written to the cache; None when the log has no such counter, because writing costs nothing apart."""
    writes = [count for count in _writes(tokens) if count is not None]
    return sum(writes) if writes else None


def _as_read(tokens: TokenCounts, moved: int) -> TokenCounts:
    """The counters with so many tokens read instead of written, out of every kind of write alike."""
    read = (tokens.cache_read or 0) + moved
    if not _written(tokens):
        return tokens._replace(cache_read=read, input_uncached=(tokens.input_uncached or 0) - moved)
    writes = tuple(count or 0 for count in _writes(tokens))
    short, long, unsplit = (
        count - part for count, part in zip(writes, split_whole(moved, writes), strict=True)
    )
    return tokens._replace(
        cache_read=read, cache_write_5m=short, cache_write_1h=long, cache_write_unsplit=unsplit
    )
