"""The long time axis: a stacked bar a day, as far as it is zoomed in, with months, weeks or days named below."""

from collections.abc import Callable, Iterable
from datetime import date
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from outlay.domain.charts import LongChart, LongDay
from outlay.painting.lines import horizontal, pixel, snapped, text_at, width_of
from outlay.painting.look import Look

_ABOVE = 12.0
_GUTTER = 44.0
_TICK = 4.0
_HEADROOM = 1.06
_GAP_FROM = 3.0
"""Device pixels a day needs for a gap beside its bar."""

_WIDE_FROM = 20.0
_WIDE_SHARE = 0.72
_WIDEST = 44.0
_NAME_DAYS_FROM = 44.0
_NAME_WEEKS_FROM = 9.0
_BETWEEN = 10.0
_GRID_LINES = 3
_BAND = 0.06
_ROUND = (1, 2, 5)
_MICROS_PER_CENT = 10_000


class AxisWords(NamedTuple):
    """How the axis names things: an amount in micro-units, a day, a week by its first day, a month by its first."""

    amount: Callable[[int], str]
    day: Callable[[date], str]
    week: Callable[[date], str]
    month: Callable[[date], str]


class LongView(NamedTuple):
    """What of the days is seen: from `first` until `last`, counted in days and parts of days."""

    first: float
    last: float


def gutter_of(look: Look) -> float:
    """The room of the amounts left of the plot."""
    return _GUTTER * look.text_scale


def plot_of(rect: QRectF, look: Look) -> QRectF:
    """Where the bars stand, right of the amounts: the line is its bottom."""
    return rect.adjusted(gutter_of(look), _ABOVE, 0, -look.line("small") - 8)


def paint_long(
    painter: QPainter, rect: QRectF, chart: LongChart, view: LongView, words: AxisWords, look: Look
) -> None:
    """Grid, bars and names, without what is looked at."""
    plot = plot_of(rect, look)
    largest = largest_seen(chart, view)
    _grid(painter, plot, largest, words, look)
    painter.save()
    painter.setClipRect(plot)
    for at in _seen(chart, view):
        _bar(painter, plot, chart.days[at], _column(plot, view, at), largest, look)
    painter.restore()
    horizontal(painter, plot.left(), plot.bottom(), plot.width(), look.color("line.rule"))
    _names(painter, plot, chart, view, words, look)


def paint_lit(painter: QPainter, rect: QRectF, view: LongView, at: int, look: Look) -> None:
    """The band of the day that is looked at, with a tick on the line so that thin days are found."""
    plot = plot_of(rect, look)
    column = _column(plot, view, at)
    color = QColor(look.color("text.ink"))
    color.setAlphaF(_BAND)
    wide = max(column.width(), 5.0)
    left = max(plot.left(), column.center().x() - wide / 2)
    band = QRectF(left, rect.top(), wide, plot.bottom() - rect.top())
    painter.fillRect(band & rect, color)
    tick = QRectF(max(plot.left(), column.left()), plot.bottom() + 1, 2, _TICK)
    painter.fillRect(tick, look.color("text.ink"))


def day_at(rect: QRectF, view: LongView, x: float, look: Look) -> int | None:
    """The day at a place, counted from the first; None left of the plot."""
    plot = plot_of(rect, look)
    if x < plot.left():
        return None
    return floor(view.first + (x - plot.left()) / max(1.0, plot.width()) * (view.last - view.first))


def largest_seen(chart: LongChart, view: LongView) -> int:
    """The largest day of those seen; 0 when none was used."""
    return max((chart.days[at].micros for at in _seen(chart, view)), default=0)


def grid_values(largest: int) -> tuple[int, ...]:
    """At most three round amounts up to the largest, in micro-units."""
    if largest <= 0:
        return ()
    step = next(one for one in _steps() if largest < one * (_GRID_LINES + 1))
    return tuple(range(step, largest + 1, step))


def _steps() -> Iterable[int]:
    unit = _MICROS_PER_CENT
    while True:
        yield from (unit * first for first in _ROUND)
        unit *= 10


def _seen(chart: LongChart, view: LongView) -> range:
    return range(max(0, floor(view.first)), min(len(chart.days), ceil(view.last)))


def _column(plot: QRectF, view: LongView, at: int) -> QRectF:
    pitch = plot.width() / max(1e-9, view.last - view.first)
    return QRectF(plot.left() + (at - view.first) * pitch, plot.top(), pitch, plot.height())


def _grid(painter: QPainter, plot: QRectF, largest: int, words: AxisWords, look: Look) -> None:
    font, third = look.font("micro"), look.color("text.third")
    for value in grid_values(largest):
        y = plot.bottom() - value / (largest * _HEADROOM) * plot.height()
        horizontal(painter, plot.left(), y, plot.width(), look.color("line.hairline"))
        text = words.amount(value)
        at = QPointF(plot.left() - 8 - width_of(text, font), y + QFontMetricsF(font).capHeight() / 2)
        text_at(painter, at, text, font, third)


def _bar(painter: QPainter, plot: QRectF, day: LongDay, column: QRectF, largest: int, look: Look) -> None:
    least = pixel(painter)
    gap = least if column.width() >= _GAP_FROM * least else 0.0
    left = snapped(painter, column.left())
    width = snapped(painter, column.right()) - left - gap
    if column.width() >= _WIDE_FROM:
        width = min(_WIDEST, snapped(painter, column.width() * _WIDE_SHARE))
    width = max(least, width)
    bottom, done = snapped(painter, plot.bottom()), 0
    for part in day.parts:
        done += part.micros
        top = plot.bottom() - done / (largest * _HEADROOM) * plot.height()
        top = min(snapped(painter, top), bottom - least)
        painter.fillRect(QRectF(left, top, width, bottom - top), look.color(f"tool.{part.tool}"))
        bottom = top
    if day.unpriced:
        painter.fillRect(QRectF(left, bottom - 4, width, 2), look.color("meaning.unpriced_line"))


def _names(
    painter: QPainter, plot: QRectF, chart: LongChart, view: LongView, words: AxisWords, look: Look
) -> None:
    font, ink = look.font("small"), look.color("text.second")
    base = plot.bottom() + look.line("small") + 3
    taken = plot.left() - _BETWEEN
    for at, text in _named(chart, view, plot.width() / max(1e-9, view.last - view.first), words):
        x = snapped(painter, _column(plot, view, at).left())
        if x < plot.left() - 1:
            continue
        wide = width_of(text, font)
        if x >= taken + _BETWEEN and x + wide <= plot.right():
            painter.fillRect(QRectF(x, plot.bottom() + 1, pixel(painter), _TICK), look.color("line.axis"))
            text_at(painter, QPointF(x, base), text, font, ink)
            taken = x + wide


def _named(chart: LongChart, view: LongView, pitch: float, words: AxisWords) -> Iterable[tuple[int, str]]:
    for at in _seen(chart, view):
        day = chart.days[at].day
        if pitch >= _NAME_DAYS_FROM:
            yield at, words.day(day)
        elif pitch >= _NAME_WEEKS_FROM:
            if day.weekday() == 0:
                yield at, words.week(day)
        elif day.day == 1:
            yield at, words.month(day)
