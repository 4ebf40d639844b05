"""Adds sums in which unknown is not zero."""

from collections.abc import Iterable

from outlay.domain.answers import SpendRow
from outlay.domain.usage import TokenCounts


def add_unknown(one: int | None, other: int | None) -> int | None:
    """The sum of what is known; None when neither is."""
    if one is None:
        return other
    return one if other is None else one + other


def add_rows(one: SpendRow, other: SpendRow) -> SpendRow:
    """Two rows as one, under the first one's keys."""
    return SpendRow(
        one.keys,
        one.requests + other.requests,
        TokenCounts(*map(add_unknown, one.tokens, other.tokens)),
        one.list_micros + other.list_micros,
        add_unknown(one.reported_micros, other.reported_micros),
        one.unpriced_requests + other.unpriced_requests,
        one.estimated_requests + other.estimated_requests,
    )


def total_of(rows: Iterable[SpendRow]) -> SpendRow:
    """The sum of rows, without keys."""
    total = SpendRow((), 0, TokenCounts(), 0, None, 0, 0)
    for row in rows:
        total = add_rows(total, row)
    return total
