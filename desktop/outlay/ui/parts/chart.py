"""What every chart of the window can do: one stop for the keyboard, a place that is looked at, and its readout."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from outlay.painting.look import Look
from outlay.ui.parts.painted import Painted

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChartWidget(Painted):
    """The base. A subclass says how many places there are, where they lie, and what each of them says.

    Signals:
        readout: what is looked at in words, empty when nothing is.
    """

    readout = Signal(str)
    spoken_role = QAccessible.Role.Chart

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.lit: int | None = None
        self._last: int | None = None
        super().__init__(look, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def places(self) -> int:
        """How many places can be looked at."""
        return 0

    def place_at(self, _at: QPointF) -> int | None:
        """The place below a point."""
        return None

    def words_of(self, _place: int) -> str:
        """What a place says."""
        return ""

    def paint(self, _painter: QPainter) -> None:
        """Draw the chart."""

    def enter(self, _place: int) -> None:
        """Open what a place stands for."""

    def describe(self, name: str) -> None:
        """Another chart is shown: name it, and describe it place by place while none is looked at."""
        self.setAccessibleName(name)
        self.lit = None
        self._last = None
        self._say()
        self.fit()
        self.update()

    def light(self, place: int | None) -> None:
        """Look at a place, or at none."""
        if place == self.lit:
            return
        self.lit = place
        if place is not None:
            self._last = place
        self._say()
        self.readout.emit("" if place is None else self.words_of(place))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Home and End jump, Enter opens, Escape looks away."""
        if not self.step(event.key()):
            super().keyPressEvent(event)

    def step(self, key: int) -> bool:
        """Do what a key asks for; False when it asks for nothing."""
        most = self.places() - 1
        if most < 0:
            return False
        if key in _STEPS:
            self.light(self._walked(_STEPS[Qt.Key(key)]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.light(0 if key == Qt.Key.Key_Home else most)
        elif key in _ENTER and self.lit is not None:
            self.enter(self.lit)
        elif key == Qt.Key.Key_Escape and self.lit is not None:
            self.light(None)
        else:
            return False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at what is below the pointer."""
        self.light(self.place_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Look away with the pointer."""
        self.light(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look away with the keyboard."""
        self.light(None)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Heights follow the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw over the whole widget."""
        self.paint(QPainter(self))

    def _walked(self, by: int) -> int:
        """From where the walk stands; the first step of a walk looks at where the last one ended, or at an end."""
        most = self.places() - 1
        if self.lit is not None:
            return min(max(self.lit + by, 0), most)
        if self._last is not None:
            return min(self._last, most)
        return 0 if by > 0 else most

    def _say(self) -> None:
        words = (self.words_of(place) for place in range(self.places()))
        self.setAccessibleDescription(". ".join(words) if self.lit is None else self.words_of(self.lit))
