"""Tick boxes with an outline that can be seen in both themes; the platform style derives one that cannot in dark."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from outlay.painting.look import Look


class TickStyle(QProxyStyle):
    """The platform's style, except for the tick boxes of lists."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a tick box; leave everything else to the platform."""
        if element is QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck:
            ticked = bool(option.state & QStyle.StateFlag.State_On)
            paint_tick(painter, QRectF(option.rect), self._look, ticked=ticked)
            return
        super().drawPrimitive(element, option, painter, widget)


def paint_tick(painter: QPainter, rect: QRectF, look: Look, *, ticked: bool) -> None:
    """An outlined box, filled with the accent when ticked."""
    box = rect.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("accent.base" if ticked else "line.field"), 1))
    painter.setBrush(look.color("accent.base" if ticked else "surface.field"))
    painter.drawRoundedRect(box, 2, 2)
    if ticked:
        painter.setPen(QPen(look.color("text.on_accent"), 1.75, c=Qt.PenCapStyle.RoundCap))
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _TICK]
        painter.drawPolyline(points)
    painter.restore()


_TICK = ((0.22, 0.52), (0.43, 0.73), (0.79, 0.29))
