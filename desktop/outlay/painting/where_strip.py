"""The where-it-went strip: a period's money in one bar, and a dashed box for what has no price."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from outlay.domain.charts import WentPart, WhereStrip
from outlay.domain.pictures import Mark
from outlay.painting.bar_shapes import dashed_box
from outlay.painting.hatch import paint_hatch
from outlay.painting.lines import pixel, snapped
from outlay.painting.look import Look
from outlay.painting.rule_bar import paint_not_linked_bar

STRIP = 14.0
_UNPRICED = 24.0
_BEFORE_UNPRICED = 4.0
_GAP = 1.0
_LEAST = 2.0
_QUIET = 0.42
_COLORS = {Mark.OPEN: "meaning.open_work", Mark.SET_ASIDE: "meaning.set_aside"}


class Piece(NamedTuple):
    """One rectangle of the strip: a part's direct or context. `part` counts the parts; past them is the box."""

    part: int
    rect: QRectF
    hatched: bool


def strip_pieces(rect: QRectF, strip: WhereStrip) -> tuple[Piece, ...]:
    """Every rectangle from the left; together with their gaps they fill the width."""
    full = rect.width() - (_UNPRICED + _BEFORE_UNPRICED if strip.unpriced else 0.0)
    amounts = [
        (at, micros, hatched)
        for at, part in enumerate(strip.parts)
        for micros, hatched in ((part.direct, False), (part.context, True))
        if micros
    ]
    widths = _widths([micros for _, micros, _ in amounts], full)
    pieces, left = [], rect.left()
    for (at, _, hatched), width in zip(amounts, widths, strict=True):
        pieces.append(Piece(at, QRectF(left, rect.top(), width, STRIP), hatched))
        left += width + _GAP
    if strip.unpriced:
        box = QRectF(rect.right() - _UNPRICED, rect.top(), _UNPRICED, STRIP)
        pieces.append(Piece(len(strip.parts), box, hatched=False))
    return tuple(pieces)


def paint_where_strip(
    painter: QPainter, rect: QRectF, strip: WhereStrip, look: Look, lit: int | None = None
) -> None:
    """The strip from the rectangle's top on; parts beside the one that is looked at step back."""
    for piece in strip_pieces(rect, strip):
        painter.save()
        painter.setOpacity(_QUIET if lit is not None and lit != piece.part else 1.0)
        left, right = snapped(painter, piece.rect.left()), snapped(painter, piece.rect.right())
        box = QRectF(left, snapped(painter, piece.rect.top()), max(pixel(painter), right - left), STRIP)
        if piece.part == len(strip.parts):
            dashed_box(painter, box, look)
        else:
            _paint_piece(painter, box, strip.parts[piece.part], look, hatched=piece.hatched)
        painter.restore()


def _paint_piece(painter: QPainter, box: QRectF, part: WentPart, look: Look, *, hatched: bool) -> None:
    if part.mark is Mark.NOT_LINKED:
        paint_not_linked_bar(painter, box, 1.0, look)
        return
    color = look.color(_COLORS.get(part.mark, "meaning.shipped"))
    if hatched:
        paint_hatch(painter, box, color, look)
    else:
        painter.fillRect(box, color)


def _widths(amounts: list[int], full: float) -> list[float]:
    """In proportion; small ones get their least from what the large ones have above it."""
    room = full - _GAP * max(0, len(amounts) - 1)
    whole = sum(amounts)
    if not whole:
        return []
    if room <= _LEAST * len(amounts):
        return [max(0.0, room) / len(amounts)] * len(amounts)
    spare = room - _LEAST * len(amounts)
    wished = [room * amount / whole for amount in amounts]
    above = [max(0.0, width - _LEAST) for width in wished]
    return [_LEAST + spare * one / sum(above) for one in above]
