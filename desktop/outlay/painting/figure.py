"""One large figure with its sign before it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from outlay.domain.pictures import Figure
from outlay.painting.lines import text_at, width_of
from outlay.painting.look import Look

_SIGN_SHARE = 0.66
_SIGN_GAP = 4.0
_UNKNOWN = "\u2013"


def figure_width(figure: Figure, look: Look, style: str) -> float:
    """What a figure takes with its sign."""
    sign = width_of(figure.sign, _sign_font(look, style)) + _SIGN_GAP if figure.sign else 0.0
    return sign + width_of(figure.text, look.font(style))


def paint_figure(painter: QPainter, rect: QRectF, figure: Figure, look: Look, style: str) -> None:
    """From the rectangle's left; the sign is smaller and lighter, on the same baseline."""
    font = look.font(style)
    metrics = QFontMetricsF(font)
    base = rect.top() + (look.line(style) - metrics.height()) / 2 + metrics.ascent()
    left = rect.left()
    if figure.sign:
        sign = _sign_font(look, style)
        left += text_at(painter, QPointF(left, base), figure.sign, sign, look.color("text.third")) + _SIGN_GAP
    ink = "text.third" if figure.text == _UNKNOWN else "text.ink"
    text_at(painter, QPointF(left, base), figure.text, font, look.color(ink))


def _sign_font(look: Look, style: str) -> QFont:
    font = look.font("body")
    font.setPixelSize(round(look.font(style).pixelSize() * _SIGN_SHARE))
    return font
