"""The pair of a pane: two figures with a word behind each, a rule between them."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from outlay.domain.figure_pairs import FigurePair, PairHalf
from outlay.painting.figure import figure_width, paint_figure
from outlay.painting.lines import text_at, vertical, width_of
from outlay.painting.look import Look
from outlay.painting.paragraph import broken, paint_paragraph

_STYLE = "figure_l"
_BEFORE_RULE, _AFTER_RULE = 12.0, 18.0
_BEFORE_WORD = 6.0
_CAPTION_GAP = 2.0


def figure_pair_height(pair: FigurePair, width: float, look: Look) -> float:
    """Figures over captions; one half below the other where they find no room."""
    heights = [_half_height(half, wide, look) for half, wide in _halves(pair, width, look)]
    return sum(heights) + _AFTER_RULE if _stacked(pair, width, look) else max(heights)


def paint_figure_pair(painter: QPainter, rect: QRectF, pair: FigurePair, look: Look) -> None:
    """Both halves, the rule between them where they stand side by side."""
    (left, left_wide), (right, right_wide) = _halves(pair, rect.width(), look)
    _half(painter, QRectF(rect.left(), rect.top(), left_wide, rect.height()), left, look)
    if _stacked(pair, rect.width(), look):
        top = rect.top() + _half_height(left, left_wide, look) + _AFTER_RULE
        _half(painter, QRectF(rect.left(), top, right_wide, rect.height()), right, look)
        return
    at = rect.right() - right_wide
    vertical(painter, at - _AFTER_RULE, rect.top(), rect.height(), look.color("line.hairline_strong"))
    _half(painter, QRectF(at, rect.top(), right_wide, rect.height()), right, look)


def _needed(half: PairHalf, look: Look) -> float:
    beside = width_of(half.beside, look.font("sentence")) + _BEFORE_WORD if half.beside else 0.0
    return figure_width(half.figure, look, _STYLE) + beside


def _stacked(pair: FigurePair, width: float, look: Look) -> bool:
    return _needed(pair.left, look) + _needed(pair.right, look) + _BEFORE_RULE + _AFTER_RULE > width


def _halves(
    pair: FigurePair, width: float, look: Look
) -> tuple[tuple[PairHalf, float], tuple[PairHalf, float]]:
    """The rule stands in the middle, or aside for a long figure."""
    if _stacked(pair, width, look):
        return (pair.left, width), (pair.right, width)
    most = width - _needed(pair.right, look) - _AFTER_RULE - _BEFORE_RULE
    left = min(max(width / 2 - _BEFORE_RULE, _needed(pair.left, look)), most)
    return (pair.left, left), (pair.right, width - left - _BEFORE_RULE - _AFTER_RULE)


def _half_height(half: PairHalf, width: float, look: Look) -> float:
    lines = broken(half.caption, look.font("small"), max(1.0, width))
    return look.line(_STYLE) + _CAPTION_GAP + len(lines) * look.line("small")


def _half(painter: QPainter, rect: QRectF, half: PairHalf, look: Look) -> None:
    paint_figure(painter, rect, half.figure, look, _STYLE)
    metrics = QFontMetricsF(look.font(_STYLE))
    base = rect.top() + (look.line(_STYLE) - metrics.height()) / 2 + metrics.ascent()
    at = QPointF(rect.left() + figure_width(half.figure, look, _STYLE) + _BEFORE_WORD, base)
    text_at(painter, at, half.beside, look.font("sentence"), look.color("text.third"))
    box = QRectF(rect.left(), rect.top() + look.line(_STYLE) + _CAPTION_GAP, rect.width(), rect.height())
    lines = broken(half.caption, look.font("small"), max(1.0, rect.width()))
    paint_paragraph(painter, box, lines, look.font("small"), look.line("small"), look.color("text.second"))
