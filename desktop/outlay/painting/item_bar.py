"""The bar of one item, direct solid and context hatched, and the evidence chip: a short such bar and one word."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from outlay.domain.charts import Evidence
from outlay.painting.hatch import paint_hatch
from outlay.painting.lines import baseline, snapped, text_at, width_of
from outlay.painting.look import Look

ITEM_BAR = 6.0
CHIP_WIDTH = 30.0

_GAP = 1.0
_LEAST = 2.0
_RADIUS = 1.0
_BEFORE_WORD = 6.0


def bar_widths(direct: float, context: float, full: float) -> tuple[float, float]:
    """The widths of both parts of a full width, the gap not counted; a part that exists is at least 2 px wide."""
    if direct <= 0 or context <= 0:
        return _width(direct, full), _width(context, full)
    room = full - _GAP
    scale = min(1.0, 1 / (direct + context))
    hatched = max(_LEAST, context * scale * room)
    solid = max(_LEAST, direct * scale * room)
    return min(solid, room - _LEAST), min(hatched, room - min(solid, room - _LEAST))


def paint_item_bar(
    painter: QPainter, rect: QRectF, direct: float, context: float, color: QColor, look: Look
) -> None:
    """Direct and context as parts of the rectangle's width, 6 px high around its middle."""
    solid, hatched = bar_widths(direct, context, rect.width())
    top = snapped(painter, rect.center().y() - ITEM_BAR / 2)
    if solid:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(rect.left(), top, solid, ITEM_BAR), _RADIUS, _RADIUS)
        painter.restore()
    if hatched:
        left = rect.left() + (solid + _GAP if solid else 0.0)
        paint_hatch(painter, QRectF(left, top, hatched, ITEM_BAR), color, look)


def chip_width(evidence: Evidence, look: Look) -> float:
    """What a chip takes."""
    bar = CHIP_WIDTH + _BEFORE_WORD if _has_bar(evidence) else 0.0
    return bar + width_of(evidence.word, look.font("small"))


def paint_chip(painter: QPainter, rect: QRectF, evidence: Evidence, look: Look) -> None:
    """The bar and its word; without any money the word stands alone."""
    left = rect.left()
    if _has_bar(evidence):
        whole = evidence.direct + evidence.context
        bar = QRectF(left, rect.top(), CHIP_WIDTH, rect.height())
        color = look.color("meaning.shipped")
        paint_item_bar(painter, bar, evidence.direct / whole, evidence.context / whole, color, look)
        left += CHIP_WIDTH + _BEFORE_WORD
    font = look.font("small")
    text_at(painter, QPointF(left, baseline(rect, font)), evidence.word, font, look.color("text.second"))


def _has_bar(evidence: Evidence) -> bool:
    return evidence.direct + evidence.context > 0


def _width(share: float, full: float) -> float:
    return max(_LEAST, min(share, 1.0) * full) if share > 0 else 0.0
