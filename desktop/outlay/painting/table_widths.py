"""How a table's width is shared out: which columns are shown, which shrink, and what is left for the one that stretches."""

from outlay.domain.tables import Column, Kind, Table
from outlay.painting.face import Face
from outlay.painting.table_needs import NEVER_CUT, Need

GAP = 16.0
MARK_COLUMN = 20.0

_LEAST = 110
"""What a column without a width is given before others go, when it does not say."""
_NARROWEST = 24.0


def widths_of(table: Table, face: Face, width: float, needs: tuple[Need, ...]) -> dict[int, float]:
    """The columns that are shown in a width, by number and in order, each with its own."""
    shown = [
        number for number, column in enumerate(table.columns) if width / face.scale >= column.hides_below
    ]
    wide = _widths(table, face, width, shown, needs)
    while wide is None:
        shown.remove(_least_needed(table.columns, shown))
        wide = _widths(table, face, width, shown, needs)
    return {number: wide[number] for number in shown}


def gap_after(column: Column) -> float:
    """The room between a column and the next; a mark belongs to its text."""
    return 0.0 if column.kind is Kind.MARK else GAP


def _widths(
    table: Table, face: Face, width: float, shown: list[int], needs: tuple[Need, ...]
) -> dict[int, float] | None:
    """The width of every shown column: fixed ones, texts and bars shrunk where they must be, the rest for one.

    None when that one would be cut, and a column may go.
    """
    columns = table.columns
    fixed = {number: _fixed(columns[number], needs[number], face) for number in shown}
    wide = {number: one for number, one in fixed.items() if one is not None}
    open_ones = [number for number in shown if number not in wide]
    gaps = sum(gap_after(columns[number]) for number in shown[:-1])
    rest = width - 2 * table.inset - gaps - sum(wide.values())
    wanted = sum((columns[number].minimum or _LEAST) * face.scale for number in open_ones)
    for number in reversed(shown):
        if rest < wanted and number in wide:
            given = min(
                wanted - rest, wide[number] - _shrunk(columns[number], needs[number], wide[number], face)
            )
            wide[number] -= given
            rest += given
    if rest < wanted and any(_may_go(columns[number]) for number in shown):
        return None
    if rest < wanted:
        rest += _squeezed(columns, wide, wanted - rest)
    return wide | {number: max(_NARROWEST, rest / len(open_ones)) for number in open_ones}


def _least_needed(columns: tuple[Column, ...], shown: list[int]) -> int:
    """The column to leave out first: the one that hides first anyway, then a bar, which repeats a figure."""
    return max(
        (number for number in shown if _may_go(columns[number])),
        key=lambda number: columns[number].hides_below,
    )


def _may_go(column: Column) -> bool:
    return column.hides_below > 0 or column.kind is Kind.BAR


def _squeezed(columns: tuple[Column, ...], wide: dict[int, float], wanted: float) -> float:
    """Take from the texts what is wanted, half of each at most; answers what they gave."""
    texts = [number for number in wide if columns[number].kind is Kind.TEXT]
    whole = sum(wide[number] for number in texts)
    share = min(0.5, wanted / whole) if whole else 0.0
    for number in texts:
        wide[number] -= wide[number] * share
    return whole * share


def _shrunk(column: Column, need: Need, width: float, face: Face) -> float:
    """The least width of a column with a width of its own."""
    if column.kind in NEVER_CUT:
        return min(width, need.width)
    return min(width, column.minimum * face.scale) if column.minimum else width


def _fixed(column: Column, need: Need, face: Face) -> float | None:
    if column.kind is Kind.MARK:
        return (column.width or MARK_COLUMN) * face.scale
    if column.width is None:
        return need.width if column.kind in NEVER_CUT else None
    wished = column.width * face.scale
    return max(wished, need.width) if column.kind in NEVER_CUT else wished
