"""What a board would count, and what that number is made of."""

from typing import NamedTuple

from outlay.domain.moments import Period, UtcMillis
from outlay.domain.usage import TokenCounts


class TokenPart(NamedTuple):
    """One kind of token, or all of one day: the counters, what a board makes of them, the requests."""

    key: str
    tokens: TokenCounts
    requests: int

    @property
    def board(self) -> int:
        """As boards sum: every kind alike, what was read from a cache again and again too."""
        return self.tokens.total


class TokensAnswer(NamedTuple):
    """The counters of a period; the days and the models each add up to the total.

    Every counter but reasoning, which is a part of output, is summed into `total.board`. None: no log holds it.
    """

    period: Period | None
    total: TokenPart
    days: tuple[TokenPart, ...]
    models: tuple[TokenPart, ...]
    as_of: UtcMillis
    revision: int

    @property
    def kinds(self) -> tuple[tuple[str, int | None], ...]:
        """The kinds that make up the board's number, and how many of each."""
        return tuple(
            (name, count) for name, count in self.total.tokens._asdict().items() if name != "reasoning"
        )
