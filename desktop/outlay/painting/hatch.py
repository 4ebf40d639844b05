"""The hatch of context evidence: clipped 45 degree lines, so that it prints as it shows."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from outlay.painting.look import Look

_PERIOD = 4.0
_STROKE = 1.5
_GROUND_ALPHA = {"light": 0.14, "dark": 0.16, "high_contrast": 0.1}


def paint_hatch(painter: QPainter, rect: QRectF, color: QColor, look: Look) -> None:
    """A rectangle hatched in a hue on a faint ground of the same hue."""
    painter.save()
    painter.setClipRect(rect)
    ground = QColor(color)
    ground.setAlphaF(_GROUND_ALPHA[look.tokens.theme])
    painter.fillRect(rect, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, _STROKE))
    painter.drawLines(_lines(rect))
    painter.restore()


def _lines(rect: QRectF) -> list[QLineF]:
    step = _PERIOD * 2**0.5
    count = int((rect.width() + rect.height()) / step) + 2
    starts = (rect.left() - rect.height() + number * step for number in range(count))
    return [QLineF(x, rect.bottom(), x + rect.height(), rect.top()) for x in starts]
