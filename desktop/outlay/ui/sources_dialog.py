"""A simple list of the places looked at, how they stand, and when they were last read."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from outlay.presenters.sources import SourceRow

_SIZE = QSize(720, 440)


class SourcesDialog(QDialog):
    """One branch a tool, its places and notes inside."""

    folder_wanted = Signal()

    def __init__(self, rows: tuple[SourceRow, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Sources", "Sources"))
        self.resize(_SIZE)
        self._tree = _tree()
        column = QVBoxLayout(self)
        column.addWidget(self._tree)
        column.addWidget(self._buttons())
        self.show_rows(rows)

    def show_rows(self, rows: tuple[SourceRow, ...]) -> None:
        """Show other rows, all branches open."""
        self._tree.clear()
        self._tree.addTopLevelItems([_item(row) for row in rows])
        self._tree.expandAll()
        for number, row in enumerate(rows):
            _span_notes(self._tree, self._tree.topLevelItem(number), row)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        add = box.addButton(
            QCoreApplication.translate("Sources", "Add a log folder\u2026"),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        add.clicked.connect(self.folder_wanted)
        return box


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels(
        [
            QCoreApplication.translate("Sources", "Place"),
            QCoreApplication.translate("Sources", "State"),
            QCoreApplication.translate("Sources", "Files"),
            QCoreApplication.translate("Sources", "Last read"),
        ]
    )
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setStretchLastSection(False)
    tree.setAccessibleName(QCoreApplication.translate("Sources", "Places looked at"))
    tree.setUniformRowHeights(False)
    tree.setWordWrap(True)
    return tree


def _item(row: SourceRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.name, row.state, row.files, row.last_read])
    item.addChildren([_item(place) for place in row.places])
    item.addChildren([QTreeWidgetItem([note]) for note in row.notes])
    return item


def _span_notes(tree: QTreeWidget, item: QTreeWidgetItem | None, row: SourceRow) -> None:
    if item is None:
        return
    for number in range(len(row.places), item.childCount()):
        note = item.child(number)
        if note is not None:
            note.setFirstColumnSpanned(True)
    for number, place in enumerate(row.places):
        _span_notes(tree, item.child(number), place)
