"""Dots, median and interval: two rows over one axis."""

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from outlay.domain.charts import DotRow, DotsChart
from outlay.painting.lines import horizontal, text_at, text_in, vertical, width_of
from outlay.painting.look import Look

DOT = 7.0

_NAMES = 164.0
_GAP = 28.0
_PITCH = 40.0
_STACK = 8.0
_NEAR = 7.5
_INTERVAL = 1.5
_CAP = 8.0
_MEDIAN_WIDTH, _MEDIAN = 3.0, 14.0
_BELOW_DOTS = 17.0
_NARROW = 480.0
_RIGHT = Qt.AlignmentFlag.AlignRight


class PlacedDot(NamedTuple):
    """A dot of a row, by its place among the row's values, and its centre."""

    row: int
    value: int
    centre: QPointF


class DotsPlan(NamedTuple):
    """Where dots, rows and axis lie. `names` None: the names stand above each row."""

    plot: QRectF
    tops: tuple[float, ...]
    names_tops: tuple[float, ...]
    names: float | None
    dots: tuple[PlacedDot, ...]
    height: float

    def at(self, point: QPointF) -> int | None:
        """The dot nearest to a point, by its place among all."""
        aside = [(dot.centre - point).manhattanLength() for dot in self.dots]
        least = min(aside, default=DOT * 2)
        return aside.index(least) if least < DOT * 2 else None


def plan_dots(width: float, chart: DotsChart, look: Look) -> DotsPlan:
    """Every place in a width; narrow ones have the names above the dots."""
    scale = look.text_scale
    beside = width >= _NARROW * scale
    names = max([_NAMES * scale, *(_name_width(row, look) for row in chart.rows)])
    left = names + _GAP * scale if beside else 0.0
    plot = QRectF(left + DOT, 0, width - left - 2 * DOT, 0)
    top, tops, names_tops, dots = 2.0, [], [], []
    for number, row in enumerate(chart.rows):
        offsets = stacked([_x(value, chart, plot) for value in row.values])
        high = max(offsets, default=0) * _STACK
        named = top
        top += high + (0.0 if beside else 2 * look.line("small"))
        centre = top + DOT / 2 + 2
        tops.append(top)
        names_tops.append(top if beside else named)
        dots += [
            PlacedDot(number, at, QPointF(_x(value, chart, plot), centre - offsets[at] * _STACK))
            for at, value in enumerate(row.values)
        ]
        top += max(_PITCH, 2 * look.line("small") + 8) if beside else _PITCH
    plot.setBottom(top)
    height = top + 2 * look.line("small") + 8
    return DotsPlan(plot, tuple(tops), tuple(names_tops), names if beside else None, tuple(dots), height)


def stacked(xs: Sequence[float]) -> list[int]:
    """How many dots each stands above the row, so that none touches another; places come in order."""
    ends: list[float] = []
    levels = []
    for x in xs:
        level = next((at for at, end in enumerate(ends) if x - end >= _NEAR), len(ends))
        if level == len(ends):
            ends.append(x)
        ends[level] = x
        levels.append(level)
    return levels


def paint_dots(
    painter: QPainter, plan: DotsPlan, chart: DotsChart, look: Look, lit: int | None = None
) -> None:
    """The whole chart by its plan; `lit` is the dot that is looked at."""
    _axis(painter, plan, chart, look)
    for at, dot in enumerate(plan.dots):
        _dot(painter, dot, chart.rows[dot.row], look, lit=at == lit)
    for number, row in enumerate(chart.rows):
        _interval(painter, plan, chart, number, look)
        _name(painter, plan, row, plan.names_tops[number], look)


def _axis(painter: QPainter, plan: DotsPlan, chart: DotsChart, look: Look) -> None:
    font, third = look.font("small"), look.color("text.third")
    step, bottom = look.line("small"), plan.plot.bottom()
    taken = -1.0
    for value, text in chart.ticks:
        x = _x(value, chart, plan.plot)
        vertical(painter, x, 0, bottom, look.color("line.grid"))
        wide = width_of(text, font)
        if x - wide / 2 > taken:
            text_at(painter, QPointF(x - wide / 2, bottom + step), text, font, third)
            taken = x + wide / 2 + 8
    left, width = plan.plot.left() - DOT, plan.plot.width() + 2 * DOT
    horizontal(painter, left, bottom, width, look.color("line.axis"))
    text_in(painter, QRectF(left, bottom + step + 6, width, step), chart.caption, font, third, _RIGHT)


def _dot(painter: QPainter, dot: PlacedDot, row: DotRow, look: Look, *, lit: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = DOT / 2
    if row.filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("meaning.spend"))
    else:
        radius -= 0.75
        painter.setPen(QPen(look.color("meaning.open_work"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot.centre, radius, radius)
    if lit:
        painter.setPen(QPen(look.color("text.ink"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.centre, DOT / 2 + 2.5, DOT / 2 + 2.5)
    painter.restore()


def _interval(painter: QPainter, plan: DotsPlan, chart: DotsChart, number: int, look: Look) -> None:
    row, ink = chart.rows[number], look.color("text.ink")
    y = plan.tops[number] + DOT / 2 + 2 + _BELOW_DOTS
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if row.low is not None and row.high is not None:
        low, high = _x(row.low, chart, plan.plot), _x(row.high, chart, plan.plot)
        painter.fillRect(QRectF(low, y - _INTERVAL / 2, high - low, _INTERVAL), ink)
        for x in (low, high):
            _upright(painter, x, y, _INTERVAL, _CAP, ink)
    if row.median is not None:
        _upright(painter, _x(row.median, chart, plan.plot), y, _MEDIAN_WIDTH, _MEDIAN, ink)
    painter.restore()


def _upright(painter: QPainter, x: float, y: float, width: float, height: float, ink: QColor) -> None:
    painter.fillRect(QRectF(x - width / 2, y - height / 2, width, height), ink)


def _name_width(row: DotRow, look: Look) -> float:
    return max(
        width_of(row.name, look.font("label")) + 4 + width_of(row.number, look.font("small")),
        width_of(row.range, look.font("small")),
    )


def _name(painter: QPainter, plan: DotsPlan, row: DotRow, top: float, look: Look) -> None:
    """Name and n, then the range: right-aligned beside the plot, or above the row."""
    step, strong, small = look.line("small"), look.font("label"), look.font("small")
    wide = width_of(row.name, strong) + 4 + width_of(row.number, small)
    left = 0.0 if plan.names is None else plan.names - wide
    base = top + step * 0.75
    x = left + text_at(painter, QPointF(left, base), row.name, strong, look.color("text.ink"))
    text_at(painter, QPointF(x + 4, base), row.number, small, look.color("text.third"))
    range_left = 0.0 if plan.names is None else plan.names - width_of(row.range, small)
    at = QPointF(range_left, top + step * 1.75)
    text_at(painter, at, row.range, small, look.color("text.second"))


def _x(value: float, chart: DotsChart, plot: QRectF) -> float:
    low, high, at = chart.low, chart.high, value
    if chart.log:
        low, high, at = log(low), log(high), log(max(value, chart.low))
    return plot.left() + (at - low) / (high - low) * plot.width()
