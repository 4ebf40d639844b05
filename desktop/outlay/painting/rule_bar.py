"""Bars that lie on a hairline, and the plain bar of a quota window."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from outlay.painting.hatch import paint_hatch
from outlay.painting.lines import pixel, snapped
from outlay.painting.look import Look

_LEAST = 2.0
_GAP = 1.0


def paint_rule_bar(
    painter: QPainter, rect: QRectF, direct: float, context: float, color: QColor, look: Look
) -> None:
    """Direct solid, context hatched after a gap, both parts of the rectangle's width."""
    solid = _width(direct, rect.width())
    hatched = _width(context, rect.width())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _rounded(painter, QRectF(rect.left(), rect.top(), solid, rect.height()), color)
    painter.restore()
    if hatched:
        left = rect.left() + (solid + _GAP if solid else 0.0)
        paint_hatch(painter, QRectF(left, rect.top(), hatched, rect.height()), color, look)


def paint_not_linked_bar(painter: QPainter, rect: QRectF, share: float, look: Look) -> None:
    """The grey fill with its outline, which alone carries the meaning."""
    thick = pixel(painter)
    top = snapped(painter, rect.top())
    outer = QRectF(rect.left(), top, _width(share, rect.width()), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.color("meaning.not_linked_fill"))
    painter.setPen(QPen(look.color("meaning.not_linked_line"), thick))
    half = thick / 2
    painter.drawRoundedRect(outer.adjusted(half, half, -half, -half), 1, 1)
    painter.restore()


def paint_meter(painter: QPainter, rect: QRectF, share: float | None, look: Look) -> None:
    """A track, filled up to the share; an unknown share leaves the track alone."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _rounded(painter, rect, look.color("line.hairline_strong"))
    if share:
        filled = QRectF(rect.left(), rect.top(), _width(share, rect.width()), rect.height())
        _rounded(painter, filled, look.color("meaning.spend"))
    painter.restore()


def _width(share: float, full: float) -> float:
    return max(_LEAST, min(share, 1.0) * full) if share > 0 else 0.0


def _rounded(painter: QPainter, rect: QRectF, color: QColor) -> None:
    radius = min(rect.height() / 2, 2.0) if rect.height() > 3 else 1.0  # noqa: PLR2004 - a rule's bar is 3 high
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(rect, radius, radius)
