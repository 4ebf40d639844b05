"""The rows of a table on the screen: pointer and keys go in, wishes come out; one delegate paints them all."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from outlay.domain.tables import Row
from outlay.painting.look import Look
from outlay.painting.table import Shown, paint_row
from outlay.painting.table_plan import Plan
from outlay.ui.parts.own_ring import OWN_RING, rings_after
from outlay.ui.parts.table_menu import Ways, copy_row, row_menu
from outlay.ui.parts.table_model import Index, TableModel
from outlay.ui.parts.table_pointer import link_under, tip_under
from outlay.ui.parts.table_walk import bring_into_sight, page_on

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_LEFT = Qt.MouseButton.LeftButton


class RowDelegate(QStyledItemDelegate):
    """Paints a whole row at once; heights stand in the items."""

    def __init__(self, view: "TableView") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row as the view has it."""
        view = self._view
        row = view.rows.row_at(index)
        if row is not None and view.plan is not None:
            paint_row(painter, _rect_of(option), row, view.plan, view.shown(index, row))


class TableView(QTreeView):
    """One column of items that are painted as rows of many. Which rows are open is its own matter."""

    row_opened = Signal(str)
    row_chosen = Signal(str)
    row_toggled = Signal(str)
    link_followed = Signal(str, str)
    room_changed = Signal()

    def __init__(self, look: Look, parent: QWidget, *, grows: bool, one_click: bool) -> None:
        super().__init__(parent)
        self.rows = TableModel()
        self.plan: Plan | None = None
        self._look = look
        self._grows, self._one_click = grows, one_click
        self._by_keys = False
        self._quiet = False
        self._hovered = self._pressed = QPersistentModelIndex()
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self._settle()
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.take_look(look)

    @property
    def by_keys(self) -> bool:
        """Whether the keyboard was used last, not the pointer."""
        return self._by_keys

    def take_look(self, look: Look) -> None:
        """Stand on the sheet of another look."""
        self._look = look
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, look.color("surface.sheet"))
        self.setPalette(palette)
        # Under a window with a style sheet the viewport keeps the palette it was first drawn with.
        self.viewport().setPalette(palette)
        self.viewport().update()

    def shown(self, index: Index, row: Row) -> Shown:
        """How a row stands just now."""
        below = self.rows.row_at(self.indexBelow(index))
        hovered = index == self._hovered and (row.opens or row.expandable)
        selected = self.selectionModel().isSelected(index)
        ringed = self._by_keys and self.hasFocus() and index == self.currentIndex()
        return Shown(hovered, selected, ringed, self.isExpanded(index), below.state if below else None)

    def choose(self, index: QModelIndex) -> None:
        """Select a row without telling."""
        self._quiet = True
        self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()
        self._quiet = False

    def step_to(self, index: QModelIndex) -> None:
        """Put the keyboard on a row without selecting it."""
        selection = self.selectionModel()
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Leave the style's own grounds and branches out."""
        self.itemDelegate().paint(painter, options, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Left and Right close and open, Ctrl+C copies; the rest walks or looks for what is typed."""
        self._take_keys()
        key = event.key()
        index = self.currentIndex()
        row = self.rows.row_at(index)
        if event.matches(QKeySequence.StandardKey.Copy) and row:
            copy_row(row)
        elif key in _ENTER and row:
            self._enter(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row:
            self._fold(index, row, wanted=key == Qt.Key.Key_Right)
        elif key in _PAGES and self._grows:
            self.setCurrentIndex(page_on(self, index, _PAGES[Qt.Key(key)]))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring only after keys, around the first row when none was walked to."""
        self._by_keys = rings_after(event.reason(), before=self._by_keys)
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.step_to(self.rows.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a row that leads nowhere chooses nothing."""
        self._by_keys = False
        self.viewport().update()
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index)
        self._pressed = QPersistentModelIndex(index)
        if row and (row.opens or row.expandable) and not self._link(event.position()):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Over the row that was pressed: a link is followed, a head folds, a row opens where one click does that."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index)
        if row is None or event.button() is not _LEFT or index != self._pressed:
            return
        what = self._link(event.position())
        if what:
            self.link_followed.emit(row.key, what)
        elif row.expandable and (not row.opens or self._on_triangle(event.position(), row)):
            self.toggle(index)
        elif self._one_click and row.opens:
            self.row_opened.emit(row.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click opens where one click only chooses."""
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        if row and row.opens and not self._one_click and event.button() is _LEFT:
            self.row_opened.emit(row.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer without dragging a selection along."""
        self._hover(self.indexAt(event.position().toPoint()))
        shape = (
            Qt.CursorShape.PointingHandCursor if self._link(event.position()) else Qt.CursorShape.ArrowCursor
        )
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls when the table has grown to its full height."""
        if self._grows:
            event.ignore()
        else:
            super().wheelEvent(event)
            self._hover(self.indexAt(self.viewport().mapFromGlobal(event.globalPosition().toPoint())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the row leads to, and copying it."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        row = self.rows.row_at(index)
        if row is not None:
            at = self.visualRect(index).bottomLeft() + QPoint(16, 0) if by_keys else event.pos()
            menu = row_menu(self, row, Ways(self.row_opened.emit, self.link_followed.emit))
            menu.popup(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll bar that comes or goes changes the room of the columns."""
        super().resizeEvent(event)
        self.room_changed.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """The tip of the cell under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.plan:
            index = self.indexAt(event.pos())
            row = self.rows.row_at(index)
            tip_under(self, self.plan, row, self._rect(index), event)
            return True
        return super().viewportEvent(event)

    def toggle(self, index: Index) -> None:
        """Open a closed row or close an open one."""
        row = self.rows.row_at(index)
        if row is not None:
            self.setExpanded(index, not self.isExpanded(index))
            self.row_toggled.emit(row.key)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, by the page where the page scrolls."""
        if not self._grows:
            super().scrollTo(index, hint)
            return
        bring_into_sight(self, self.visualRect(index))

    def _settle(self) -> None:
        self.setProperty(OWN_RING, True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        if self._grows:
            self.setVerticalScrollBarPolicy(off)

    def _enter(self, row: Row) -> None:
        """Open the row, else fold it, else follow its first link."""
        links = [cell.link for cell in row.cells if cell and cell.link]
        if row.opens:
            self.row_opened.emit(row.key)
        elif row.expandable:
            self.toggle(self.currentIndex())
        elif links:
            self.link_followed.emit(row.key, links[0].what)

    def _fold(self, index: QModelIndex, row: Row, *, wanted: bool) -> None:
        """Right opens or steps in, Left closes or steps out to the row above that holds this one."""
        if row.expandable and self.isExpanded(index) is not wanted:
            self.toggle(index)
        elif wanted and row.expandable and self.rows.hasChildren(index):
            self.setCurrentIndex(self.rows.index(0, 0, index))
        elif not wanted and index.parent().isValid():
            self.setCurrentIndex(index.parent())

    def _take_keys(self) -> None:
        if not self._by_keys:
            self._by_keys = True
            self.viewport().update()

    def _tell_chosen(self) -> None:
        row = self.rows.row_at(self.currentIndex())
        if row is not None and not self._quiet and self.selectionModel().hasSelection():
            self.row_chosen.emit(row.key)

    def _hover(self, index: QModelIndex) -> None:
        if index == self._hovered:
            return
        self.viewport().update(self._rect(self._hovered))
        self.viewport().update(self._rect(index))
        self._hovered = QPersistentModelIndex(index)

    def _rect(self, index: Index) -> QRect:
        rect = self.visualRect(index)
        return QRect(0, rect.top(), self.viewport().width(), rect.height())

    def _link(self, at: QPointF) -> str:
        index = self.indexAt(at.toPoint())
        row = self.rows.row_at(index)
        return link_under(self.plan, row, QRectF(self._rect(index)), at) if row and self.plan else ""

    def _on_triangle(self, at: QPointF, row: Row) -> bool:
        plan = self.plan
        return plan is not None and at.x() < plan.table.inset + plan.indent(row)


def _rect_of(option: QStyleOptionViewItem) -> QRectF:
    return QRectF(option.rect)
