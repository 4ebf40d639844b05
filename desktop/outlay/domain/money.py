"""Money: integer micro-units of one currency. Floats are refused, currencies are never mixed."""

from dataclasses import dataclass
from enum import StrEnum

MICROS = 1_000_000


class Basis(StrEnum):
    """Where an amount comes from."""

    LIST = "list"
    REPORTED = "reported"
    BILLED = "billed"
    CASH = "cash"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in millionths of its currency's unit."""

    micros: int
    currency: str = "USD"

    def __post_init__(self) -> None:
        """Refuse floats: one door in, and it takes whole micro-units."""
        if type(self.micros) is not int:
            message = f"money is whole micro-units, not {type(self.micros).__name__}"
            raise TypeError(message)

    def __add__(self, other: "Money") -> "Money":
        """The sum; two currencies raise ValueError."""
        if self.currency != other.currency:
            message = f"{self.currency} and {other.currency} cannot be added"
            raise ValueError(message)
        return Money(self.micros + other.micros, self.currency)

    def split(self, weights: tuple[int, ...]) -> tuple["Money", ...]:
        """Parts in proportion to whole weights that sum to this amount to the micro-unit.

        What rounding leaves goes to the largest remainders, first part first.
        All weights zero, or none, raises ValueError.
        """
        return tuple(Money(part, self.currency) for part in split_whole(self.micros, weights))


def split_whole(total: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Whole parts of `total` by largest remainder; they always sum to it."""
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        message = "a split needs weights that are not negative and not all zero"
        raise ValueError(message)
    shares = [divmod(total * weight, whole) for weight in weights]
    left = total - sum(quotient for quotient, _ in shares)
    by_remainder = sorted(range(len(weights)), key=lambda i: (-shares[i][1], i))
    extra = set(by_remainder[:left])
    return tuple(quotient + (i in extra) for i, (quotient, _) in enumerate(shares))


@dataclass(frozen=True, slots=True)
class Amount:
    """Money as it is shown: with its basis and how sure it is. `micros` None is unknown, never zero."""

    micros: int | None
    basis: Basis = Basis.LIST
    currency: str = "USD"
    at_least: bool = False
    estimated: bool = False
