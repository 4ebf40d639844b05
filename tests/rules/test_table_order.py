"""Rows in the order of a column."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.tables import Cell, Column, Kind, Row, RowState, Table
from outlay.rules.table_order import sorted_table

COLUMNS = (Column("name"), Column("direct", kind=Kind.MONEY))


def row(key, value, **more) -> Row:
    return Row(key, (Cell(key), Cell(sort=value)), **more)


def keys(table: Table) -> list[str]:
    return [one.key for one in table.rows]


def test_rows_come_largest_first_or_smallest_first():
    table = Table(COLUMNS, (row("a", 2), row("b", 9), row("c", 4)))
    assert keys(sorted_table(table, "direct", descending=True)) == ["b", "c", "a"]
    assert keys(sorted_table(table, "direct", descending=False)) == ["a", "c", "b"]


def test_a_group_keeps_its_rows_and_its_place():
    groups = [row(key, None, state=RowState.GROUP) for key in ("first", "second")]
    rows = (groups[0], row("a", 1, level=1), row("b", 3, level=1), groups[1], row("c", 9, level=1))
    table = sorted_table(Table(COLUMNS, rows), "direct", descending=True)
    assert keys(table) == ["first", "b", "a", "second", "c"]


def test_sums_stay_last_and_what_is_unknown_stands_before_them():
    rows = (
        row("none", None),
        row("small", 1),
        row("sum", 99, state=RowState.TOTAL),
        row("large", 5),
        row("all", 99, state=RowState.GRAND_TOTAL),
    )
    table = Table(COLUMNS, rows)
    assert keys(sorted_table(table, "direct", descending=True)) == ["large", "small", "none", "sum", "all"]
    assert keys(sorted_table(table, "direct", descending=False)) == ["small", "large", "none", "sum", "all"]


def test_names_are_sorted_without_regard_to_capitals():
    table = Table(COLUMNS, tuple(Row(name, (Cell(name, sort=name),)) for name in ("beta", "Alpha", "Gamma")))
    assert keys(sorted_table(table, "name", descending=False)) == ["Alpha", "beta", "Gamma"]


def test_an_unknown_column_leaves_everything_as_it_is():
    table = Table(COLUMNS, (row("a", 2), row("b", 1)))
    assert sorted_table(table, "gone", descending=True) is table


@given(st.lists(st.tuples(st.integers(-3, 1), st.none() | st.integers()), max_size=30), st.booleans())
def test_no_row_is_lost_and_every_row_keeps_its_parent(drawn, descending):
    rows, level = [], -1
    for number, (step, value) in enumerate(drawn):
        level = max(0, level + step)
        rows.append(row(str(number), value, level=level))
    rows = tuple(rows)
    table = sorted_table(Table(COLUMNS, rows), "direct", descending=descending)
    assert sorted(keys(table)) == sorted(one.key for one in rows)
    assert parents(table.rows) == parents(rows)


def parents(rows) -> dict[str, str]:
    found, path = {}, []
    for one in rows:
        while path and path[-1].level >= one.level:
            path.pop()
        found[one.key] = path[-1].key if path else ""
        path.append(one)
    return found
