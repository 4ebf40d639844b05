"""What a Codex request took: from a record of its own, or from the growth of a running total.

Source: log-formats.md sections 2.3 (mapping) and 2.4 B (repeats, missing and falling totals).
"""

from typing import NamedTuple

from outlay.domain.usage import TokenCounts
from outlay.readers.logs.codex.records import Info, Usage

Vector = tuple[int, int, int, int, int]
"""Input, cached, output, reasoning, total: a running total to compare."""


class Growth(NamedTuple):
    """What one `token_count` adds. `usage` None: nothing (quota news, or a repeat)."""

    usage: Usage | None
    total: Vector | None
    fell: bool = False


def tokens_of(usage: Usage) -> TokenCounts:
    """Counters that do not overlap: input holds cache reads and writes, output holds reasoning."""
    whole = usage.input_tokens
    read = _within(usage.cached_input_tokens, whole)
    write = _within(usage.cache_write_input_tokens, None if whole is None else whole - (read or 0))
    return TokenCounts(
        input_uncached=None if whole is None else whole - (read or 0) - (write or 0),
        cache_read=read,
        cache_write_unsplit=write,
        output=usage.output_tokens,
        reasoning=usage.reasoning_output_tokens,
    )


def vector_of(usage: Usage | None) -> Vector | None:
    """The comparable form; None without any counter."""
    if usage is None or not counts_something(usage):
        return None
    return (
        usage.input_tokens or 0,
        usage.cached_input_tokens or 0,
        usage.output_tokens or 0,
        usage.reasoning_output_tokens or 0,
        usage.total_tokens or 0,
    )


def growth_of(info: Info, previous: Vector | None) -> Growth:
    """What a `token_count` adds to the running total before it."""
    total = vector_of(info.total_token_usage)
    if total is not None and total == previous:
        return Growth(None, total)
    fell = total is not None and previous is not None and _size(total) < _size(previous)
    last = info.last_token_usage
    if last is not None and counts_something(last):
        return Growth(last, total, fell)
    if total is None:
        return Growth(None, None)
    return Growth(
        info.total_token_usage if fell or previous is None else _difference(total, previous), total, fell
    )


def counts_something(usage: Usage) -> bool:
    """Whether a usage holds input or output at all."""
    return usage.input_tokens is not None or usage.output_tokens is not None


def _within(part: int | None, whole: int | None) -> int | None:
    return part if part is None or whole is None else min(part, whole)


def _size(total: Vector) -> int:
    return total[0] + total[2]


def _difference(total: Vector, previous: Vector) -> Usage:
    grown = [max(0, now - before) for now, before in zip(total, previous, strict=True)]
    return Usage(
        input_tokens=grown[0],
        cached_input_tokens=grown[1],
        output_tokens=grown[2],
        reasoning_output_tokens=grown[3],
        total_tokens=grown[4],
    )
