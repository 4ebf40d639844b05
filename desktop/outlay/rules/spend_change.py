"""Why a week's sum differs from the week before, and whether that is more than usual.

Source: attribution.md 10, look.md sections 5 and 9.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from math import factorial
from typing import NamedTuple

from outlay.domain.review import Moved, Split, Verdict
from outlay.rules.small_samples import FEWEST_FOR_RANGE

FEWEST_ITEMS = 3
"""Of each week; below it a split by items says nothing. Source: look.md section 9."""

_FACTORS = 4


class Charged(NamedTuple):
    """What was charged for in one way: how much of it, and what it came to in micro-units."""

    quantity: int
    micros: int


class Made(NamedTuple):
    """A week as it is split: how many items its money went into, and what was charged, by model and kind of token."""

    items: int
    charged: Mapping[tuple[str, ...], Charged]

    @property
    def micros(self) -> int:
        """The week's sum."""
        return sum(one.micros for one in self.charged.values())

    @property
    def quantity(self) -> int:
        """All that was charged for."""
        return sum(one.quantity for one in self.charged.values())


def split_of(before: Made, now: Made) -> Split | None:
    """Parts of the difference of two sums that add up to it, to the micro-unit; None where too little is known.

    A sum is items x quantity an item x the average price of one, which is the mix of what was charged and the price
    of each. A part is what its factor changes, averaged over every order in which the four can change, so that no
    order is preferred. What was charged in one of the weeks alone had the same price in the other: it is mix.
    """
    if min(before.items, now.items) < FEWEST_ITEMS or not (_is_sound(before) and _is_sound(now)):
        return None
    values = _values(before, now)
    return Split(*_whole([_part(values, factor) for factor in range(_FACTORS)]))


def verdict_of(total: int, before: int, usual: Sequence[int]) -> Verdict:
    """Whether a sum is outside of those of the own weeks before it. None of them may have requests without a price."""
    if len(usual) < FEWEST_FOR_RANGE:
        return Verdict.TOO_FEW
    if min(usual) <= total <= max(usual) or total == before:
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.ABOVE if total > max(usual) else Verdict.BELOW


def moved(before: Iterable[str | None], now: Iterable[str | None]) -> Moved:
    """Names that came and went between two weeks, each in order; what has no name is neither."""
    then, here = ({name for name in names if name} for names in (before, now))
    return Moved(tuple(sorted(here - then)), tuple(sorted(then - here)))


def _is_sound(week: Made) -> bool:
    """Whether every sum has something it was charged for."""
    return week.quantity > 0 and all(one.quantity > 0 or not one.micros for one in week.charged.values())


_Chosen = tuple[int, ...]
"""Of which week each factor is, 0 before and 1 now: items, quantity an item, price, mix."""


def _values(before: Made, now: Made) -> dict[_Chosen, Fraction]:
    """The sum for every choice of factors."""
    weeks = (before, now)
    average = {(mix, price): _average(weeks[mix], weeks[price]) for mix in (0, 1) for price in (0, 1)}
    size = [Fraction(week.quantity, week.items) for week in weeks]
    return {
        (count, large, price, mix): weeks[count].items * size[large] * average[mix, price]
        for count in (0, 1)
        for large in (0, 1)
        for price in (0, 1)
        for mix in (0, 1)
    }


def _average(mix: Made, price: Made) -> Fraction:
    """What one of a week's quantity costs at the prices of another."""
    whole = Fraction(0)
    for key, one in mix.charged.items():
        if one.quantity:
            priced = price.charged.get(key, one)
            told = priced if priced.quantity else one
            whole += Fraction(one.quantity * told.micros, told.quantity)
    return whole / mix.quantity


def _part(values: Mapping[_Chosen, Fraction], factor: int) -> Fraction:
    """What a factor changes, averaged over every order."""
    whole = Fraction(0)
    for order in permutations(range(_FACTORS)):
        changed = set(order[: order.index(factor)])
        start = tuple(int(one in changed) for one in range(_FACTORS))
        end = tuple(int(one in changed or one == factor) for one in range(_FACTORS))
        whole += values[end] - values[start]
    return whole / factorial(_FACTORS)


def _whole(parts: Sequence[Fraction]) -> list[int]:
    """Whole parts by largest remainder; they add up as the parts do, which is a whole number."""
    floors = [part.numerator // part.denominator for part in parts]
    left = int(sum(parts)) - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda at: (floors[at] - parts[at], at))
    raised = set(by_remainder[:left])
    return [floor + (at in raised) for at, floor in enumerate(floors)]
