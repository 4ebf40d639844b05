"""A table's rows as Qt's items, so that keys, type-ahead and screen readers find them. Nothing here is drawn."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from outlay.domain.tables import Kind, Row, Table

_NUMBER = Qt.ItemDataRole.UserRole
_WIDTH = 100

Index = QModelIndex | QPersistentModelIndex


class TableModel(QStandardItemModel):
    """One item a row, below the row it lies in. Its text is what type-ahead looks for, its accessible text the row."""

    def __init__(self) -> None:
        super().__init__(0, 1)
        self.rows: tuple[Row, ...] = ()
        self._items: dict[str, QStandardItem] = {}

    def show_rows(self, table: Table, rows: tuple[Row, ...], height: Callable[[Row], int]) -> None:
        """Take other rows, each as high as `height` says."""
        self.clear()
        self.setColumnCount(1)
        self.rows, self._items = rows, {}
        column = _first_text(table)
        path: list[tuple[int, QStandardItem]] = []
        for number, row in enumerate(rows):
            while path and path[-1][0] >= row.level:
                path.pop()
            item = _item(row, number, column)
            item.setData(QSize(_WIDTH, height(row)), Qt.ItemDataRole.SizeHintRole)
            (path[-1][1] if path else self.invisibleRootItem()).appendRow(item)
            path.append((row.level, item))
            self._items[row.key] = item

    def resize_rows(self, height: Callable[[Row], int]) -> None:
        """Let every row be as high as `height` says now."""
        for row in self.rows:
            self._items[row.key].setData(QSize(_WIDTH, height(row)), Qt.ItemDataRole.SizeHintRole)

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, None for none."""
        number = index.data(_NUMBER) if index.isValid() else None
        return self.rows[number] if number is not None and number < len(self.rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a row; an invalid one when it is not there."""
        item = self._items.get(key)
        return item.index() if item else QModelIndex()


def spoken_row(row: Row) -> str:
    """The row in words: what it says of itself, else its cells in order."""
    if row.spoken:
        return row.spoken
    cells = (cell for cell in row.cells if cell is not None)
    told = (
        cell.spoken or " ".join(one for one in (cell.sign, cell.text, cell.second, cell.below) if one)
        for cell in cells
    )
    return ", ".join(text for text in told if text)


def copied_row(row: Row) -> str:
    """The exact values of a row, a tab between."""
    return "\t".join(cell.exact or cell.text if cell else "" for cell in row.cells)


def _item(row: Row, number: int, column: int) -> QStandardItem:
    cell = row.cell(column) if column >= 0 else None
    item = QStandardItem(cell.text if cell else "")
    item.setData(number, _NUMBER)
    item.setAccessibleText(spoken_row(row))
    item.setEditable(False)
    return item


def _first_text(table: Table) -> int:
    return next((at for at, column in enumerate(table.columns) if column.kind is Kind.TEXT), -1)
