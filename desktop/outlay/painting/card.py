"""The popover's ground: a raised card with a soft shadow, or a square opaque one without a compositor."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from outlay.painting.lines import horizontal, pixel
from outlay.painting.look import Look

SHADOW_MARGIN = 28
_SHADOW_DROP = 10.0
_SHADOW_STEPS = 14
_SHADOW_STRENGTH = 0.5


def paint_card(painter: QPainter, card: QRectF, foot_top: float, look: Look, *, rounded: bool) -> None:
    """The card with its sunken foot from `foot_top` down. `rounded` needs a compositor behind it."""
    radius = look.size("radius.popover") if rounded else 0.0
    if rounded:
        _shadow(painter, card, radius, look)
    path = QPainterPath()
    path.addRoundedRect(card, radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, rounded)
    painter.fillPath(path, look.color("surface.raised"))
    foot = QPainterPath()
    foot.addRect(QRectF(card.left(), foot_top, card.width(), card.bottom() - foot_top))
    painter.fillPath(path.intersected(foot), look.color("surface.sunken"))
    painter.restore()
    horizontal(painter, card.left(), foot_top, card.width(), look.color("line.hairline"))
    _edge(painter, card, radius, look)


def _edge(painter: QPainter, card: QRectF, radius: float, look: Look) -> None:
    thick = pixel(painter)
    half = thick / 2
    color = look.color("shadow.popover_edge" if radius else "line.hairline_strong")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(radius))
    painter.setPen(QPen(color, thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(card.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def _shadow(painter: QPainter, card: QRectF, radius: float, look: Look) -> None:
    color = QColor(look.color("shadow.popover"))
    color.setAlphaF(color.alphaF() * _SHADOW_STRENGTH / _SHADOW_STEPS)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for step in range(_SHADOW_STEPS):
        spread = (step / _SHADOW_STEPS) ** 1.2 * (SHADOW_MARGIN - _SHADOW_DROP)
        grown = card.translated(0, _SHADOW_DROP * 0.6).adjusted(-spread, -spread, spread, spread)
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
    painter.restore()
