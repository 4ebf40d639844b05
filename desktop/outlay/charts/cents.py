"""Cents of a table that adds up: the columns to the whole, and the parts of each column to what it shows."""

from collections.abc import Sequence

from outlay.presenters.amounts import cents_of, shown_cents

_MICROS_PER_CENT = 10_000


def column_cents(columns: Sequence[int]) -> tuple[int, ...]:
    """What each column shows; together they are the shown total."""
    return shown_cents(tuple(columns), sum(columns))


def part_cents(parts: Sequence[int], cents: int | None = None) -> tuple[int, ...]:
    """What each part of a column shows, adding up to the cents the column shows (None: as it rounds by itself).

    `cents` is at most one more than the column's whole cents, as `column_cents` gives it.
    """
    shown = cents_of(sum(parts)) if cents is None else cents
    split = [divmod(part, _MICROS_PER_CENT) for part in parts]
    missing = shown - sum(floor for floor, _ in split)
    by_remainder = sorted(range(len(parts)), key=lambda at: (-split[at][1], at))
    raised = set(by_remainder[: max(0, missing)])
    return tuple(floor + (at in raised) for at, (floor, _) in enumerate(split))
