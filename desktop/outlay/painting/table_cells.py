"""The cells of a table, one painter for each kind of column."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from outlay.domain.pictures import Mark
from outlay.domain.tables import Kind
from outlay.painting.face import draw, draw_in, elided
from outlay.painting.item_bar import CHIP_WIDTH, ITEM_BAR, paint_item_bar
from outlay.painting.lines import pixel, snapped
from outlay.painting.marks import paint_mark
from outlay.painting.rule_bar import paint_not_linked_bar
from outlay.painting.table_needs import CHIP_GAP, SIGN_GAP, is_words, split_figure
from outlay.painting.table_plan import wrapped
from outlay.painting.table_spots import (
    Spot,
    is_wrapped,
    link_font,
    link_rect,
    parts_of,
    room_of,
    words_corner,
)

_MARK = 8.0
_UNDER = 2.0


def paint_cell(painter: QPainter, spot: Spot) -> None:
    """One cell."""
    _PAINTERS[spot.place.column.kind](painter, spot)


def _text(painter: QPainter, spot: Spot) -> None:
    if is_wrapped(spot):
        _mark_of(painter, spot)
        wrapped(spot.plan, spot.place, spot.cell, spot.row).paint(painter, words_corner(spot))
        return
    _mark_of(painter, spot)
    left = spot.left + room_of(spot)
    if spot.titled:
        _title_over_second(painter, spot, left)
        return
    for part in parts_of(spot):
        draw(painter, QPointF(left, spot.base), part.text, part.font, part.color)
        left += part.taken
    _link(painter, spot)


def _title_over_second(painter: QPainter, spot: Spot, left: float) -> None:
    face = spot.plan.face
    small, third = face.font("small"), face.look.color("text.third")
    body = spot.font
    heights = body.metrics.height() + small.metrics.height()
    top = spot.rect.top() + (spot.rect.height() - heights) / 2
    draw_in(painter, left, spot.right, top + body.metrics.ascent(), spot.cell.text, (body, spot.color))
    base = top + body.metrics.height() + small.metrics.ascent()
    draw_in(painter, left, spot.right, base, spot.cell.second, (small, third))
    _link(painter, spot)


def _link(painter: QPainter, spot: Spot) -> None:
    rect = link_rect(spot)
    if rect is None or spot.cell.link is None:
        return
    color = spot.plan.face.look.color("text.link")
    draw(painter, QPointF(rect.left(), spot.base), spot.cell.link.text, link_font(spot), color)
    under = QColor(color)
    under.setAlphaF(0.4)
    line = snapped(painter, spot.base + _UNDER)
    painter.fillRect(QRectF(rect.left(), line, rect.width(), pixel(painter)), under)


def _mark_of(painter: QPainter, spot: Spot) -> None:
    if spot.cell.mark is Mark.NONE:
        return
    scale = spot.plan.face.scale
    centre = QPointF(spot.left + (7 if spot.first else 4) * scale, spot.rect.center().y())
    _paint_mark(painter, spot, centre)


def _lone_mark(painter: QPainter, spot: Spot) -> None:
    centre = QPointF(spot.left + 7 * spot.plan.face.scale, spot.rect.center().y())
    _paint_mark(painter, spot, centre)


def _paint_mark(painter: QPainter, spot: Spot, centre: QPointF) -> None:
    look = spot.plan.face.look
    color = look.color(spot.cell.hue) if spot.cell.hue else None
    paint_mark(painter, spot.cell.mark, centre, _MARK * spot.plan.face.scale, look, color)


def _figure(painter: QPainter, spot: Spot) -> None:
    """Right-aligned, or at the decimal sign; words end at the right."""
    if spot.cell.link is not None:
        _link(painter, spot)
        return
    money = spot.place.column.kind in (Kind.MONEY, Kind.CONTEXT)
    if money and not is_words(spot.cell.text):
        _by_decimal(painter, spot)
        return
    font = spot.font
    text = elided(spot.cell.text, font, spot.right - spot.left)
    left = spot.right - font.width(text)
    draw(painter, QPointF(left, spot.base), text, font, spot.color)
    _sign(painter, spot, left)


def _by_decimal(painter: QPainter, spot: Spot) -> None:
    whole, fraction = split_figure(spot.cell.text, spot.plan.table.decimal)
    font, point = spot.font, spot.place.point
    left = point - font.width(whole)
    draw(painter, QPointF(left, spot.base), whole, font, spot.color)
    if fraction:
        draw(painter, QPointF(point, spot.base), fraction, font, spot.color)
    _sign(painter, spot, left)


def _sign(painter: QPainter, spot: Spot, right: float) -> None:
    if spot.cell.sign:
        font = spot.plan.face.font("body", 400)
        left = right - SIGN_GAP - font.width(spot.cell.sign)
        third = spot.plan.face.look.color("text.third")
        draw(painter, QPointF(left, spot.base), spot.cell.sign, font, third)


def _bar(painter: QPainter, spot: Spot) -> None:
    if spot.cell.bar is None:
        _text(painter, spot)
    else:
        _paint_bar(painter, spot, spot.place.right - spot.place.left)


def _chip(painter: QPainter, spot: Spot) -> None:
    scale, left = spot.plan.face.scale, spot.place.left
    if spot.cell.bar is not None:
        _paint_bar(painter, spot, CHIP_WIDTH * scale)
        left += (CHIP_WIDTH + CHIP_GAP) * scale
    draw(painter, QPointF(left, spot.base), spot.cell.text, spot.font, spot.color)


def _paint_bar(painter: QPainter, spot: Spot, width: float) -> None:
    bar = spot.cell.bar
    if bar is None:
        return
    look = spot.plan.face.look
    top = snapped(painter, spot.rect.center().y() - ITEM_BAR / 2)
    rect = QRectF(spot.place.left, top, width, ITEM_BAR)
    if bar.outlined:
        paint_not_linked_bar(painter, rect, bar.direct, look)
    else:
        paint_item_bar(painter, rect, bar.direct, bar.context, look.color(bar.hue), look)


_PAINTERS: dict[Kind, Callable[[QPainter, Spot], None]] = {
    Kind.TEXT: _text,
    Kind.FIGURE: _figure,
    Kind.MONEY: _figure,
    Kind.CONTEXT: _figure,
    Kind.BAR: _bar,
    Kind.CHIP: _chip,
    Kind.MARK: _lone_mark,
}
