"""Cents of a table that adds up: the columns to the whole, and the parts of each column to what it shows."""

from collections.abc import Sequence

from outlay.presenters.amounts import cents_of, shown_cents
from outlay.presenters.pages.where_it_went import spread


def column_cents(columns: Sequence[int]) -> tuple[int, ...]:
    """What each column shows; together they are the shown total."""
    return shown_cents(tuple(columns), sum(columns))


def part_cents(parts: Sequence[int], cents: int | None = None) -> tuple[int, ...]:
    """What each part of a column shows, adding up to the cents the column shows (None: as it rounds by itself).

    `cents` is at most one more than the column's whole cents, as `column_cents` gives it.
    """
    return spread(parts, cents_of(sum(parts)) if cents is None else cents)
