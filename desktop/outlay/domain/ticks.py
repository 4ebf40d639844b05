"""Rows that the owner ticks, with finished words."""

from typing import NamedTuple


class TickLine(NamedTuple):
    """What a row shows.

    Args:
        key: what it stands for.
        name: its words beside the box.
        second: where it is, or more about it; cut in its middle when there is no room.
        figure: at its right.
        ticked: whether its box is ticked.
        act: the words of its link, empty for none.
        spoken: said behind the name.
    """

    key: str
    name: str
    second: str = ""
    figure: str = ""
    ticked: bool = False
    act: str = ""
    spoken: str = ""
