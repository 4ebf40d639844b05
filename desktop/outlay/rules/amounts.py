"""How sure a sum is: one rule for every screen and command."""

from outlay.domain.money import Amount


def amount_of(
    micros: int, requests: int, unpriced: int, *, estimated: int = 0, partly: bool = False
) -> Amount:
    """A sum of list values as an amount.

    Args:
        micros: the sum of what has a price.
        requests: how many requests there are.
        unpriced: how many of them have none.
        estimated: how many prices rest on a guess.
        partly: a source behind the sum cannot be read, so that something may be missing.

    Without one priced request the amount is unknown, never zero.
    """
    known = micros if requests > unpriced else None
    return Amount(known, at_least=partly or unpriced > 0, estimated=estimated > 0)
