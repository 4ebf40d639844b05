"""What of the long axis is seen, to zoom and pan. The only file that knows pyqtgraph.

pyqtgraph holds what is seen and turns drags into it; everything that is drawn is drawn by painting. It takes half a
second and 47 MB to load, so it is loaded when the first long axis is shown.
"""

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent, QWheelEvent

from outlay.painting.long_axis import LongView, day_at
from outlay.ui.window.long_axis import ZOOM, LongAxis

_LEAST_DAYS = 7
_CLICK = 4.0
_NOTCH = 120
_WHEEL_PAN = 0.1


class SeenDays(pyqtgraph.GraphicsView):  # type: ignore[misc] # pyqtgraph carries no types
    """The viewport: pyqtgraph's view box keeps what is seen inside its limits."""

    def __init__(self, axis: LongAxis) -> None:
        super().__init__(axis)
        self._axis = axis
        self._pressed: QPointF | None = None
        self._box = pyqtgraph.ViewBox(enableMouse=True, enableMenu=False, border=None, defaultPadding=0)
        self._box.setMouseEnabled(x=True, y=False)
        self._around = pyqtgraph.GraphicsLayout(border=None)
        self._around.addItem(self._box)
        self.setCentralItem(self._around)
        self._box.sigXRangeChanged.connect(self._ranged)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)

    def leave(self, gutter: float) -> None:
        """Keep room at the left, so that a drag moves the days as far as the pointer."""
        self._around.setContentsMargins(gutter, 0, 0, 0)

    def hold(self, days: int) -> None:
        """Never show anything beside these days, nor fewer than a week of them."""
        whole = max(1, days)
        self._box.setLimits(xMin=0, xMax=whole, minXRange=min(_LEAST_DAYS, whole), maxXRange=whole)

    def seen(self) -> LongView:
        """What is seen, in days."""
        first, last = self._box.viewRange()[0]
        return LongView(first, last)

    def show_days(self, first: float, last: float) -> None:
        """Show from one day to another."""
        self._box.setXRange(first, last, padding=0)

    def move_to(self, first: float) -> None:
        """Show as many days from another one on; the ends are never passed."""
        seen = self.seen()
        wide = seen.last - seen.first
        most = self._box.state["limits"]["xLimits"][1] - wide
        start = min(max(0.0, first), max(0.0, most))
        self.show_days(start, start + wide)

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:
        """Everything that is seen, in pixels."""
        self._axis.paint(painter, QRectF(0, 0, self.width(), self.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms, a sideways wheel pans, any other scrolls the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._axis.light(self._day(event.position()))
            self._axis.zoom(ZOOM ** (turned.y() / _NOTCH))
            event.accept()
        elif abs(turned.x()) > abs(turned.y()):
            self._axis.pan(-turned.x() / _NOTCH * _WHEEL_PAN)
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press that does not move becomes a click."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day that was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        still = pressed is not None and (event.position() - pressed).manhattanLength() < _CLICK
        if still and event.button() == Qt.MouseButton.LeftButton:
            self._axis.enter(self._day(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the day below the pointer."""
        super().mouseMoveEvent(event)
        self._axis.light(self._day(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Look away with the pointer."""
        super().leaveEvent(event)
        self._axis.light(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew: nothing here scrolls."""
        super().resizeEvent(event)
        self.viewport().update()

    def _day(self, at: QPointF) -> int | None:
        rect = QRectF(0, 0, self.width(), self.height())
        day = day_at(rect, self.seen(), at.x(), self._axis.look)
        chart = self._axis.chart
        return day if chart is not None and day is not None and 0 <= day < len(chart.days) else None

    def _ranged(self) -> None:
        self.viewport().update()
        self._axis.tell_range()
