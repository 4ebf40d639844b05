"""The head of a table: titles, and for those that can be pressed the order of the rows."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from outlay.domain.tables import Column, Kind
from outlay.painting.table import paint_head, paint_ring, title_rect, title_ring
from outlay.painting.table_plan import Place, Plan, head_height
from outlay.ui.parts.own_ring import OWN_RING

_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SMALLEST_FIRST = (Kind.TEXT, Kind.CHIP, Kind.MARK)


class TableHead(QWidget):
    """One focus stop: Left and Right walk the titles that sort, Enter sorts."""

    sort_wanted = Signal(str, bool)
    spoken_role = QAccessible.Role.ColumnHeader

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self._name = ""
        self._hovered: str | None = None
        self._at = ""
        self._by_keys = False
        self.setMouseTracking(True)
        self.setProperty(OWN_RING, True)

    def show_plan(self, plan: Plan, name: str) -> None:
        """Show the titles of a table called `name`."""
        self.plan, self._name = plan, name
        places = self._sorting()
        keys = [place.column.key for place in places]
        if self._at not in keys:
            sorted_by = plan.table.sorted_by
            self._at = sorted_by if sorted_by in keys else next(iter(keys), "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if places else Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(head_height(plan.table, plan.face))
        self._speak()
        self.update()

    def press(self, key: str) -> None:
        """Wish for the order of a column: the other one when it is sorted already, else figures from the largest."""
        column = next((place.column for place in self._sorting() if place.column.key == key), None)
        if column is None or self.plan is None:
            return
        table = self.plan.table
        largest_first = not table.descending if table.sorted_by == key else column.kind not in _SMALLEST_FIRST
        self.sort_wanted.emit(key, largest_first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or sort."""
        self._by_keys = True
        keys = [place.column.key for place in self._sorting()]
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in _PRESS:
            self.press(self._at)
        elif step and self._at in keys:
            self._at = keys[min(max(keys.index(self._at) + step, 0), len(keys) - 1)]
            self._speak()
        else:
            super().keyPressEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring only after keys."""
        self._by_keys = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """The ring goes."""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Only a release over a title counts."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Sort by the title under the pointer."""
        place = self._place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._by_keys = False
            self._at = place.column.key
            self.press(place.column.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A title that sorts answers the pointer."""
        place = self._place_at(event.position())
        self._hovered = place.column.key if place else None
        self.setCursor(Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hovered = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Titles, hairline, ring."""
        if self.plan is None or not self.height():
            return
        painter = QPainter(self)
        paint_head(painter, QRectF(self.rect()), self.plan, self._hovered)
        if self._by_keys and self.hasFocus():
            for place in self._sorting():
                if place.column.key == self._at:
                    ring = title_ring(self.plan, place, self.height() - 3)
                    paint_ring(painter, ring.intersected(QRectF(self.rect())), self.plan)

    def _sorting(self) -> tuple[Place, ...]:
        return tuple(place for place in self.plan.places if place.column.sorts) if self.plan else ()

    def _place_at(self, at: QPointF) -> Place | None:
        plan = self.plan
        if plan is None:
            return None
        return next(
            (place for place in self._sorting() if title_rect(plan, place, self.height()).contains(at)), None
        )

    def _speak(self) -> None:
        if self.plan is None:
            return
        columns = {place.column.key: place.column for place in self.plan.places}
        at, by = columns.get(self._at), columns.get(self.plan.table.sorted_by)
        told = QCoreApplication.translate
        if at is None:
            self.setAccessibleName(self._name)
            return
        self.setAccessibleName(told("Table", "Sort by {column}").format(column=at.title))
        self.setAccessibleDescription(sorted_words(by, descending=self.plan.table.descending) if by else "")


def sorted_words(column: Column, *, descending: bool) -> str:
    """How a table stands, in words: `Sorted by Direct, largest first`."""
    told = QCoreApplication.translate
    if column.kind in _SMALLEST_FIRST:
        words = (
            told("Table", "Sorted by {column}, Z first")
            if descending
            else told("Table", "Sorted by {column}")
        )
    elif descending:
        words = told("Table", "Sorted by {column}, largest first")
    else:
        words = told("Table", "Sorted by {column}, smallest first")
    return words.format(column=column.title)
