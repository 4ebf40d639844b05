"""The pair: spend on the left, what shipped on the right, one rule between."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from outlay.domain.pictures import Figure, Pair
from outlay.painting.lines import text_at, vertical, width_of
from outlay.painting.look import Look
from outlay.painting.paragraph import broken, paint_paragraph

_CAPTION_GAP = 2.0
_SIGN_PX = 24
_SIGN_GAP = 4.0
_UNKNOWN = "\u2013"


class PairForm(NamedTuple):
    """How a pair lies: the spend's part of the width, and the room after the rule, in pixels."""

    spend_share: float
    after_rule: float


POPOVER = PairForm(1.35 / 2.35, 18.0)
WINDOW = PairForm(0.5, 24.0)


def pair_height(look: Look, lines: int = 1) -> float:
    """Figure and caption, one above the other; `lines` of the longer caption."""
    return look.line("figure_xl") + _CAPTION_GAP + lines * look.line("small")


def caption_lines(width: float, pair: Pair, look: Look, form: PairForm = POPOVER) -> int:
    """How many lines the longer caption of a pair takes in a width."""
    left = _left_width(width, pair, look, form)
    spend, shipped = (
        _broken(pair.spend_caption, left - 2, look),
        _broken(pair.shipped_caption, width - left - form.after_rule, look),
    )
    return max(len(spend), len(shipped))


def paint_pair(painter: QPainter, rect: QRectF, pair: Pair, look: Look, form: PairForm = POPOVER) -> None:
    """Both halves. The rule moves aside for a long figure: figures never shrink or elide."""
    rule = rect.left() + _left_width(rect.width(), pair, look, form)
    _half(painter, QRectF(rect.left(), rect.top(), rule - rect.left() - 2, rect.height()), pair.spend, look)
    _caption(painter, rect.left(), rule - 2, rect, pair.spend_caption, look)
    vertical(painter, rule, rect.top(), rect.height(), look.color("line.hairline_strong"))
    after = rule + form.after_rule
    right = QRectF(after, rect.top(), rect.right() - after, rect.height())
    _half(painter, right, Figure(pair.shipped_sign, pair.shipped), look)
    _caption(painter, right.left(), right.right(), rect, pair.shipped_caption, look)


def _left_width(width: float, pair: Pair, look: Look, form: PairForm) -> float:
    usual = (width - form.after_rule) * form.spend_share
    figure = look.font("figure_xl")
    needed = width_of(pair.spend.text, figure) + _sign_width(pair.spend, look) + form.after_rule / 2
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
    top = rect.top() + look.line("figure_xl") + _CAPTION_GAP
    box = QRectF(left, top, right - left, rect.bottom() - top)
    lines = _broken(text, box.width(), look)
    paint_paragraph(painter, box, lines, look.font("small"), look.line("small"), look.color("text.second"))


def _broken(text: str, width: float, look: Look) -> tuple[str, ...]:
    return broken(text, look.font("small"), max(1.0, width))


def _sign_font(look: Look) -> QFont:
    font = look.font("body")
    font.setPixelSize(round(_SIGN_PX * look.text_scale))
    return font


def _sign_width(figure: Figure, look: Look) -> float:
    return width_of(figure.sign, _sign_font(look)) + _SIGN_GAP if figure.sign else 0.0
