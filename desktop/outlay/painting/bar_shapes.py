"""The shapes bars are made of."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from outlay.painting.look import Look

RADIUS = 2.0


def fill_top_rounded(painter: QPainter, rect: QRectF, color: QColor, radius: float = RADIUS) -> None:
    """A bar whose top corners are round."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(top_rounded(rect, radius), color)
    painter.restore()


def top_rounded(rect: QRectF, radius: float = RADIUS) -> QPainterPath:
    """The outline of a bar, closed."""
    radius = min(radius, rect.height(), rect.width() / 2)
    path = QPainterPath(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def dashed_box(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Use that has no price: never to scale."""
    pen = QPen(look.color("meaning.unpriced_line"), 1)
    pen.setDashPattern([3, 2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.save()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
