"""A simple list of the places looked at, how they stand, and when they were last read."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from outlay.presenters.sources import SourceRow

_Index = QModelIndex | QPersistentModelIndex

_SIZE = QSize(720, 440)
_TALL = 10_000
_NOTE_AIR = 8
_LINE_AIR = 4


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
        """Show other rows, all branches open; the place it was scrolled to is kept."""
        at = self._tree.verticalScrollBar().value()
        self._tree.clear()
        self._tree.addTopLevelItems([_item(row) for row in rows])
        self._tree.expandAll()
        for number, row in enumerate(rows):
            _span_notes(self._tree, self._tree.topLevelItem(number), row)
        self._tree.scheduleDelayedItemsLayout()
        self._tree.verticalScrollBar().setValue(at)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        box.rejected.connect(self.reject)
        add = box.addButton(
            QCoreApplication.translate("Sources", "Add a log folder\u2026"),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        add.clicked.connect(self.folder_wanted)
        return box


class PlaceTree(QTreeWidget):
    """A tree whose notes are broken to its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the notes at other words."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class NoteDelegate(QStyledItemDelegate):
    """Gives a note, which spans every column, the height of its lines; Qt measures it by the first column alone."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The usual size, and for a note the height its sentence takes in the width of the tree."""
        size = super().sizeHint(option, index)
        item = self._tree.itemFromIndex(index)
        if item is None or not item.isFirstColumnSpanned():
            return size
        width = self._tree.viewport().width() - self._tree.indentation() * (_depth(item) + 1) - _NOTE_AIR
        box = QRect(0, 0, max(1, width), _TALL)
        text = option.fontMetrics.boundingRect(box, Qt.TextFlag.TextWordWrap, item.text(0))
        return QSize(width, text.height() + _LINE_AIR)


def _depth(item: QTreeWidgetItem | None) -> int:
    return 0 if item is None or item.parent() is None else 1 + _depth(item.parent())


def _tree() -> QTreeWidget:
    tree = PlaceTree()
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
    tree.setItemDelegate(NoteDelegate(tree))
    return tree


def _item(row: SourceRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.name, row.state, row.files, row.last_read])
    item.addChildren([_item(place) for place in row.places])
    item.addChildren([QTreeWidgetItem([note]) for note in row.notes])
    item.setToolTip(0, row.name)
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
