"""Two figures beside each other, each with a word behind it and what it is below it."""

from typing import NamedTuple

from outlay.domain.pictures import Figure


class PairHalf(NamedTuple):
    """One figure: `beside` follows it, smaller; `caption` says what it is."""

    figure: Figure
    beside: str
    caption: str


class FigurePair(NamedTuple):
    """The pair of a pane."""

    left: PairHalf
    right: PairHalf
    spoken: str
