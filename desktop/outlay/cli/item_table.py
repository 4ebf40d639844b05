"""Items as a table of the terminal: as wide as it, titles cut first; `items` and `week` share it."""

from collections.abc import Sequence
from shutil import get_terminal_size
from zoneinfo import ZoneInfo

from outlay.cli.tables import clipped, table
from outlay.domain.items import Item
from outlay.domain.moments import day_of
from outlay.presenters.days import day_text
from outlay.presenters.items import cents_or_blank, item_label, share_text, state_text

PIPED = 120
"""Columns where there is no terminal."""

_WIDE = 104
"""Columns from which the agents' part of the lines has room."""

_LABEL, _WIDE_LABEL = 20, 24
_FIGURES, _WIDE_FIGURES = 43, 53
"""The columns beside title and label with their gaps, at their usual widths."""

_TITLES = 14, 60


def item_table(items: Sequence[Item], cents: Sequence[int], zone: ZoneInfo, more: Sequence[str] = ()) -> str:
    """Items with their money.

    Args:
        items: the rows, in order.
        cents: direct and context of each item, one after the other.
        zone: where days are cut.
        more: a last row for the items that are not shown: what it says, and its two amounts.
    """
    width = get_terminal_size((PIPED, 0)).columns
    wide = width >= _WIDE
    label, figures = (_WIDE_LABEL, _WIDE_FIGURES) if wide else (_LABEL, _FIGURES)
    title = min(_TITLES[1], max(_TITLES[0], width - label - figures))
    rows = [
        (
            clipped(item.title, title),
            clipped(item_label(item), label),
            state_text(item.state),
            "" if item.landed is None else day_text(day_of(item.landed, zone)),
            cents_or_blank(cents[2 * at]),
            cents_or_blank(cents[2 * at + 1]),
            share_text(item),
        )
        for at, item in enumerate(items)
    ]
    if more:
        rows.append((more[0], "", "", "", more[1], more[2], ""))
    columns = 7 if wide else 6
    head = ("Item", "", "State", "Landed", "Direct", "Context", "Agents wrote")
    return table(head[:columns], [row[:columns] for row in rows], left=4)
