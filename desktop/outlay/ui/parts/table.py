"""The one table of the window: head, rows, and the total that stays in sight."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from outlay.domain.tables import Row, RowState, Table
from outlay.painting.face import Face
from outlay.painting.lines import horizontal
from outlay.painting.look import Look
from outlay.painting.table import Shown, paint_row
from outlay.painting.table_needs import Need, needs_of
from outlay.painting.table_plan import Plan, plan_of, row_height
from outlay.ui.parts.table_head import TableHead, sorted_words
from outlay.ui.parts.table_model import spoken_row
from outlay.ui.parts.table_view import TableView

_LEAST_ROOM = 160


class LedgerTable(QWidget):
    """Shows a Table and forwards what is wished for.

    Signals:
        activated: a row is opened, by Enter, a double click, or one click where that is enough.
        chosen: another row is selected.
        link_wanted: a row's link is followed, with what it opens.
        sort_wanted: rows by a column's key, largest first when true.
        toggled: a row was opened or closed; what it holds is shown or hidden already.
    """

    activated = Signal(str)
    chosen = Signal(str)
    link_wanted = Signal(str, str)
    sort_wanted = Signal(str, bool)
    toggled = Signal(str)

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, grows: bool = True, one_click: bool = False
    ) -> None:
        """`grows`: as high as its rows, the page scrolls; else it scrolls itself and its total stays in sight."""
        super().__init__(parent)
        self.table: Table | None = None
        self._face = Face(look)
        self._needs: tuple[Need, ...] = ()
        self._grows = grows
        self._folds: dict[str, bool] = {}
        self.head = TableHead(self)
        self.view = TableView(look, self, grows=grows, one_click=one_click)
        self.foot = _Foot(self)
        self._lay_out()
        self.view.row_opened.connect(self.activated)
        self.view.row_chosen.connect(self.chosen)
        self.view.row_toggled.connect(self._folded)
        self.view.link_followed.connect(self.link_wanted)
        self.head.sort_wanted.connect(self.sort_wanted)

    @property
    def plan(self) -> Plan | None:
        """Where everything stands."""
        return self.view.plan

    @property
    def selected(self) -> str:
        """The key of the selected row, empty when none is."""
        row = self.view.rows.row_at(self.view.currentIndex())
        return row.key if row and self.view.selectionModel().hasSelection() else ""

    def show_table(self, table: Table) -> None:
        """Show another table; by their keys the selection, what is open, and the place scrolled to are kept.

        A selected row that is gone leaves none selected. Another order is shown from its top, or from the selected row.
        """
        kept, current, place = self.selected, self._current(), self._place()
        if self.table and _order(self.table) != _order(table):
            place = None
        self._keep_folds(table)
        self.view.choose(QModelIndex())
        self.table = table
        self._needs = needs_of(table, self._face)
        self._plan_anew()
        self._fill()
        self.view.choose(self.view.rows.index_of(kept))
        if current and not kept:
            self.view.step_to(self.view.rows.index_of(current))
        self._fit()
        if place is not None:
            self._return_to(place)
        elif kept:
            self.select(kept)
        self._speak()

    def select(self, key: str) -> None:
        """Select a row without telling, and bring it into sight; an unknown key selects none."""
        index = self.view.rows.index_of(key)
        self.view.choose(index)
        if index.isValid():
            self.view.scrollTo(index)

    def unfold(self, key: str) -> None:
        """Open a row; an unknown key opens none."""
        index = self.view.rows.index_of(key)
        if index.isValid() and not self.view.isExpanded(index):
            self.view.setExpanded(index, True)
            self._folded(key)

    def whole_height(self) -> int:
        """The height in which no row has to be scrolled for."""
        rows = sum(self._height(row) for row in self._open_rows())
        return self.head.height() + rows + (0 if self.foot.isHidden() else self.foot.height())

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._face = Face(look)
        self.view.take_look(look)
        if self.table is not None:
            self._needs = needs_of(self.table, self._face)
            self._plan_anew()
            self.view.rows.resize_rows(self._height)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width stands the columns anew, and where texts are broken the rows too."""
        super().resizeEvent(event)
        self._width_changed()

    def _width_changed(self) -> None:
        if self.table is None or (self.plan and self.plan.width == self._width()):
            return
        self._plan_anew()
        if any(column.wraps for column in self.table.columns):
            self.view.rows.resize_rows(self._height)
        self._fit()

    def _width(self) -> float:
        """Its own width, less what a scroll bar takes."""
        return float(max(1, self.width() - (self.view.width() - self.view.viewport().width())))

    def _plan_anew(self) -> None:
        if self.table is not None:
            plan = plan_of(self.table, self._face, self._width(), self._needs)
            self.view.plan = plan
            self.head.show_plan(plan, self.table.spoken or self.table.heading)
            self.foot.show_row(plan, self._total())
            self.view.viewport().update()

    def _fill(self) -> None:
        if self.table is None:
            return
        total = self._total()
        rows = tuple(row for row in self.table.rows if row is not total)
        model = self.view.rows
        model.show_rows(self.table, rows, self._height)
        for row in rows:
            index = model.index_of(row.key)
            if model.hasChildren(index):
                self.view.setExpanded(index, self._is_open(row))

    def _is_open(self, row: Row) -> bool:
        return self._folds.get(row.key, row.expanded) if row.expandable else True

    def _total(self) -> Row | None:
        """The row that stays in sight below rows that scroll."""
        rows = self.table.rows if self.table else ()
        return rows[-1] if rows and not self._grows and rows[-1].state is RowState.GRAND_TOTAL else None

    def _height(self, row: Row) -> int:
        return row_height(self.plan, row) if self.plan else 0

    def _fit(self) -> None:
        if not self._grows:
            return
        self.view.doItemsLayout()
        height = sum(self._height(row) for row in self._open_rows())
        self.view.setFixedHeight(height)
        self.setFixedHeight(self.head.height() + height)

    def _open_rows(self) -> tuple[Row, ...]:
        """Every row that no closed one hides."""
        rows: list[Row] = []
        hidden_below: int | None = None
        for row in self.view.rows.rows:
            if hidden_below is not None and row.level > hidden_below:
                continue
            hidden_below = None if self._is_open(row) else row.level
            rows.append(row)
        return tuple(rows)

    def _folded(self, key: str) -> None:
        self._folds[key] = self.view.isExpanded(self.view.rows.index_of(key))
        self._fit()
        self.toggled.emit(key)

    def _keep_folds(self, table: Table) -> None:
        """What a person folded stays so, until the table itself changes its mind about the row."""
        before = {row.key: row.expanded for row in self.table.rows} if self.table else {}
        for row in table.rows:
            if row.key in self._folds and before.get(row.key, row.expanded) != row.expanded:
                del self._folds[row.key]

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The rows take the keyboard. With a focus proxy the Tab key would pass over the head."""
        self.view.setFocus(reason)

    def _current(self) -> str:
        row = self.view.rows.row_at(self.view.currentIndex())
        return row.key if row else ""

    def _place(self) -> tuple[str, int] | None:
        """The row at the top of what is scrolled, and where it begins."""
        index = self.view.indexAt(self.view.viewport().rect().topLeft())
        row = self.view.rows.row_at(index)
        return (row.key, self.view.visualRect(index).top()) if row and not self._grows else None

    def _return_to(self, place: tuple[str, int]) -> None:
        self.view.doItemsLayout()
        index = self.view.rows.index_of(place[0])
        if index.isValid():
            bar = self.view.verticalScrollBar()
            bar.setValue(bar.value() + self.view.visualRect(index).top() - place[1])

    def _speak(self) -> None:
        table = self.table
        if table is None:
            return
        self.view.setAccessibleName(table.spoken or table.heading)
        column = next((one for one in table.columns if one.key == table.sorted_by), None)
        order = sorted_words(column, descending=table.descending) if column else ""
        total = self._total()
        told = (order, spoken_row(total) if total else "")
        self.view.setAccessibleDescription(". ".join(one for one in told if one))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.view, self.foot):
            column.addWidget(part)
        self.view.room_changed.connect(self._width_changed)
        if not self._grows:
            self.view.setMinimumHeight(_LEAST_ROOM)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def _order(table: Table) -> tuple[str, bool]:
    return table.sorted_by, table.descending


class _Foot(QWidget):
    """The grand total below rows that scroll; it follows their columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._row: Row | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_row(self, plan: Plan, row: Row | None) -> None:
        """Show a total, or nothing."""
        self._plan, self._row = plan, row
        self.setVisible(row is not None)
        if row is not None:
            self.setFixedHeight(row_height(plan, row) + 1)
            self.setAccessibleName(spoken_row(row))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rule across, then the row."""
        if self._plan is None or self._row is None:
            return
        painter, width = QPainter(self), self.width()
        horizontal(painter, 0, 0, width, self._plan.face.look.color("line.rule"))
        paint_row(painter, QRectF(0, 1, width, self.height() - 1), self._row, self._plan, Shown())
