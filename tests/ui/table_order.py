"""Answers a wish for another order in the tests of the table; pages sort what their rows are made of."""

from collections.abc import Iterable

from outlay.domain.tables import Row, RowState, Sort, Table

_SUMS = (RowState.TOTAL, RowState.GRAND_TOTAL)
_Branch = tuple[Row, list["_Branch"]]


def sorted_table(table: Table, key: str, *, descending: bool) -> Table:
    """The table by the sort values of a column; rows without one follow the others, equal ones keep their order."""
    number = next((at for at, column in enumerate(table.columns) if column.key == key), None)
    if number is None:
        return table
    branches = _in_order(_branches(table.rows), number, descending=descending)
    return table._replace(rows=tuple(_flat(branches)), sorted_by=key, descending=descending)


def _branches(rows: Iterable[Row]) -> list[_Branch]:
    top: list[_Branch] = []
    path: list[_Branch] = []
    for row in rows:
        while path and path[-1][0].level >= row.level:
            path.pop()
        branch: _Branch = (row, [])
        (path[-1][1] if path else top).append(branch)
        path.append(branch)
    return top


def _in_order(branches: list[_Branch], number: int, *, descending: bool) -> list[_Branch]:
    """Heads without a value stay where they are; what lies in them is sorted."""
    inside = [(row, _in_order(below, number, descending=descending)) for row, below in branches]
    sums = [branch for branch in inside if branch[0].state in _SUMS]
    rest = [branch for branch in inside if branch[0].state not in _SUMS]
    known = [branch for branch in rest if _value(branch[0], number) is not None]
    unknown = [branch for branch in rest if _value(branch[0], number) is None]
    known.sort(key=lambda branch: _sortable(_value(branch[0], number)), reverse=descending)
    return [*known, *unknown, *sums]


def _value(row: Row, number: int) -> Sort | None:
    cell = row.cell(number)
    return cell.sort if cell else None


def _sortable(value: Sort | None) -> tuple[bool, float, str]:
    if isinstance(value, str):
        return True, 0.0, value.casefold()
    return False, float(value or 0), ""


def _flat(branches: Iterable[_Branch]) -> Iterable[Row]:
    for row, below in branches:
        yield row
        yield from _flat(below)
