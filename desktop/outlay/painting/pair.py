"""The pair: spend on the left, what shipped on the right, one rule between."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from outlay.domain.pictures import Figure, Pair
from outlay.painting.lines import text_at, text_in, vertical, width_of
from outlay.painting.look import Look

_SPEND_SHARE = 1.35 / 2.35
_AFTER_RULE = 18.0
_CAPTION_GAP = 2.0
_SIGN_PX = 24
_SIGN_GAP = 4.0
_UNKNOWN = "\u2013"


def pair_height(look: Look) -> float:
    """Figure and caption, one above the other."""
    return look.line("figure_xl") + _CAPTION_GAP + look.line("small")


def paint_pair(painter: QPainter, rect: QRectF, pair: Pair, look: Look) -> None:
    """Both halves. The rule moves aside for a long figure: figures never shrink or elide."""
    rule = rect.left() + _left_width(rect.width(), pair, look)
    _half(painter, QRectF(rect.left(), rect.top(), rule - rect.left() - 2, rect.height()), pair.spend, look)
    _caption(painter, rect.left(), rule - 2, rect, pair.spend_caption, look)
    vertical(painter, rule, rect.top(), rect.height(), look.color("line.hairline_strong"))
    right = QRectF(rule + _AFTER_RULE, rect.top(), rect.right() - rule - _AFTER_RULE, rect.height())
    _half(painter, right, Figure("", pair.shipped), look)
    _caption(painter, right.left(), right.right(), rect, pair.shipped_caption, look)


def _left_width(width: float, pair: Pair, look: Look) -> float:
    usual = (width - _AFTER_RULE) * _SPEND_SHARE
    figure = look.font("figure_xl")
    needed = width_of(pair.spend.text, figure) + _sign_width(pair.spend, look) + _AFTER_RULE / 2
    return max(usual, needed)


def _half(painter: QPainter, rect: QRectF, figure: Figure, look: Look) -> None:
    font = look.font("figure_xl")
    metrics = QFontMetricsF(font)
    base = rect.top() + (look.line("figure_xl") - metrics.height()) / 2 + metrics.ascent()
    left = rect.left()
    if figure.sign:
        text_at(painter, QPointF(left, base), figure.sign, _sign_font(look), look.color("text.third"))
        left += _sign_width(figure, look)
    ink = "text.third" if figure.text == _UNKNOWN else "text.ink"
    text_at(painter, QPointF(left, base), figure.text, font, look.color(ink))


def _caption(painter: QPainter, left: float, right: float, rect: QRectF, text: str, look: Look) -> None:
    line = look.line("small")
    box = QRectF(left, rect.top() + look.line("figure_xl") + _CAPTION_GAP, right - left, line)
    text_in(painter, box, text, look.font("small"), look.color("text.second"))


def _sign_font(look: Look) -> QFont:
    font = look.font("body")
    font.setPixelSize(round(_SIGN_PX * look.text_scale))
    return font


def _sign_width(figure: Figure, look: Look) -> float:
    return width_of(figure.sign, _sign_font(look)) + _SIGN_GAP if figure.sign else 0.0
