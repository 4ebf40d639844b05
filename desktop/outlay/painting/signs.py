"""The few signs on controls: what opens, what searches, what clears."""

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_STROKE = 1.5


def paint_caret(painter: QPainter, centre: QPointF, ink: QColor, scale: float = 1.0) -> None:
    """Something opens below."""
    points = ((-3.5, -1.75), (0.0, 1.75), (3.5, -1.75))
    _pen(painter, ink, scale)
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) * scale for x, y in points]))
    painter.restore()


def paint_magnifier(painter: QPainter, centre: QPointF, ink: QColor, scale: float = 1.0) -> None:
    """What is typed is looked for."""
    _pen(painter, ink, scale)
    painter.drawEllipse(centre - QPointF(1.25, 1.25) * scale, 4 * scale, 4 * scale)
    painter.drawLine(QLineF(centre + QPointF(2, 2) * scale, centre + QPointF(5, 5) * scale))
    painter.restore()


def paint_cross(painter: QPainter, centre: QPointF, ink: QColor, scale: float = 1.0) -> None:
    """What is there goes."""
    reach = 3.25 * scale
    _pen(painter, ink, scale)
    for side in (1, -1):
        painter.drawLine(
            QLineF(centre + QPointF(-reach, -reach * side), centre + QPointF(reach, reach * side))
        )
    painter.restore()


def _pen(painter: QPainter, ink: QColor, scale: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, _STROKE * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
