"""The strip: bars above the line, marks below it, weekday letters under both."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from outlay.domain.pictures import StripBar, StripChart
from outlay.painting.bar_shapes import dashed_box, fill_top_rounded
from outlay.painting.lines import horizontal, snapped, text_in
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark

PLOT = 52.0
_HEADROOM = 1.05
_BAR = 12.0
_FIRST_MARK = 9.0
_MARK_PITCH = 9.0
_MARK = 6.5
_MOST_MARKS = 3
_LETTERS_BELOW = 27.0
_UNPRICED_BOX = 6.0


def strip_height(look: Look) -> float:
    """Plot, marks and letters."""
    return (PLOT + _LETTERS_BELOW) * look.text_scale + look.line("micro")


def paint_strip(
    painter: QPainter, rect: QRectF, chart: StripChart, look: Look, focused: int | None = None
) -> None:
    """The whole strip, grown with the text; `focused` is the day under the pointer, drawn on a band."""
    scale = look.text_scale
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    inside = QRectF(0, 0, rect.width() / scale, rect.height() / scale)
    _paint(painter, inside, chart, replace(look, text_scale=1.0), focused)
    painter.restore()


def _paint(painter: QPainter, rect: QRectF, chart: StripChart, look: Look, focused: int | None) -> None:
    line_y = snapped(painter, rect.top() + PLOT)
    pitch = rect.width() / max(1, len(chart.bars))
    for number, bar in enumerate(chart.bars):
        column = QRectF(rect.left() + number * pitch, rect.top(), pitch, rect.height())
        if number == focused:
            _band(painter, column, look)
        _bar(painter, column, line_y, bar, chart, look)
        _marks(painter, column, line_y, bar, look)
        _letter(painter, column, line_y, bar, look)
    horizontal(painter, rect.left(), line_y, rect.width(), look.color("line.rule"))


def _band(painter: QPainter, column: QRectF, look: Look) -> None:
    band = QColor(look.color("text.ink"))
    band.setAlphaF(0.06)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(band)
    painter.drawRoundedRect(column, 4, 4)
    painter.restore()


def _bar(
    painter: QPainter, column: QRectF, line_y: float, bar: StripBar, chart: StripChart, look: Look
) -> None:
    height = 0.0
    if bar.micros and chart.largest_micros:
        height = max(2.0, bar.micros / chart.largest_micros * _tallest(chart))
    left = snapped(painter, column.center().x() - _BAR / 2)
    top = snapped(painter, line_y - height)
    if height:
        color = look.color("meaning.spend" if bar.chosen else "meaning.spend_quiet")
        fill_top_rounded(painter, QRectF(left, top, _BAR, line_y - top), color)
    if bar.unpriced:
        bottom = top - (2 if height else 1)
        dashed_box(painter, QRectF(left, bottom - _UNPRICED_BOX, _BAR, _UNPRICED_BOX), look)


def _tallest(chart: StripChart) -> float:
    """The largest day's height; a box without a price above it must stay inside the plot."""
    boxed = any(bar.unpriced for bar in chart.bars)
    return PLOT - _UNPRICED_BOX - 2 if boxed else PLOT / _HEADROOM


def _marks(painter: QPainter, column: QRectF, line_y: float, bar: StripBar, look: Look) -> None:
    color = look.color("meaning.shipped" if bar.chosen else "meaning.shipped_quiet")
    x = column.center().x()
    for number, mark in enumerate(bar.marks[:_MOST_MARKS]):
        centre = QPointF(x, line_y + _FIRST_MARK + number * _MARK_PITCH)
        paint_mark(painter, mark, centre, _MARK, look, color)
    if len(bar.marks) > _MOST_MARKS:
        _plus(
            painter, QPointF(x + _MARK + 0.5, line_y + _FIRST_MARK + (_MOST_MARKS - 1) * _MARK_PITCH), color
        )


def _plus(painter: QPainter, centre: QPointF, color: QColor) -> None:
    x, y = snapped(painter, centre.x()), snapped(painter, centre.y())
    painter.fillRect(QRectF(x - 2, y - 0.5, 5, 1), color)
    painter.fillRect(QRectF(x, y - 2.5, 1, 5), color)


def _letter(painter: QPainter, column: QRectF, line_y: float, bar: StripBar, look: Look) -> None:
    box = QRectF(column.left(), line_y + _LETTERS_BELOW, column.width(), look.line("micro"))
    font = look.font("micro", 600 if bar.today else None)
    color = look.color("text.ink" if bar.today else "text.second" if bar.chosen else "text.third")
    text_in(painter, box, bar.letter, font, color, Qt.AlignmentFlag.AlignHCenter)
