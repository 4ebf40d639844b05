"""Bars with the whole day as outline: what is looked at is filled from the line up."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from outlay.domain.charts import DayPart, DaysChart
from outlay.painting.bar_shapes import fill_top_rounded, top_rounded
from outlay.painting.columns import (
    HEADROOM,
    LEAST,
    QUIET,
    BarSum,
    Columns,
    columns_in,
    paint_band,
    paint_labels,
    paint_sums,
    sum_width,
)
from outlay.painting.lines import horizontal, pixel, snapped
from outlay.painting.look import Look
from outlay.painting.paragraph import broken, paint_paragraph

_PLOT = 114.0
_ABOVE = 22.0
_LABEL_BASE = 18.0
_CAPTION_TOP = 26.0
_BELOW = 6.0


class BarsPlan(NamedTuple):
    """Where the columns and the line lie."""

    columns: Columns
    width: float
    line_y: float
    caption: tuple[str, ...]
    height: float


def plan_bars(width: float, chart: DaysChart, look: Look) -> BarsPlan:
    """Every place in a width."""
    line_y = round(_ABOVE * look.text_scale + _PLOT)
    text = chart.caption or chart.grouping
    caption = broken(text, look.font("small"), width) if text else ()
    height = line_y + (_LABEL_BASE + _BELOW) * look.text_scale
    if caption:
        height = line_y + _CAPTION_TOP * look.text_scale + len(caption) * look.line("small")
    return BarsPlan(columns_in(0, width, len(chart.columns)), width, line_y, caption, height)


def paint_bars(
    painter: QPainter, plan: BarsPlan, chart: DaysChart, look: Look, lit: int | None = None
) -> None:
    """The whole chart by its plan; `lit` is the column that is looked at."""
    if lit is not None:
        paint_band(
            painter, plan.columns, lit, 0, plan.line_y + (_LABEL_BASE + _BELOW) * look.text_scale, look
        )
    sums = []
    for at, column in enumerate(chart.columns):
        bar = _bar(painter, plan, at, chart, look, quiet=lit is not None and at != lit)
        if bar.height():
            sums.append(BarSum(column.figure, column.of, bar))
    paint_sums(painter, _fitting(sums, plan, look), look, plan.width)
    horizontal(painter, 0, plan.line_y, plan.width, look.color("line.rule"))
    base = plan.line_y + _LABEL_BASE * look.text_scale
    paint_labels(
        painter, plan.columns, base, [(one.label, bool(one.figure.text)) for one in chart.columns], look
    )
    step = look.line("small")
    box = QRectF(0, plan.line_y + _CAPTION_TOP * look.text_scale, plan.width, step)
    paint_paragraph(painter, box, plan.caption, look.font("small"), step, look.color("text.third"))


def _fitting(sums: list[BarSum], plan: BarsPlan, look: Look) -> list[BarSum]:
    """With the whole behind each part where all of them have room for it."""
    if all(sum_width(one, look) + 4 <= plan.columns.pitch for one in sums):
        return sums
    return [one._replace(after="") for one in sums]


def _bar(painter: QPainter, plan: BarsPlan, at: int, chart: DaysChart, look: Look, *, quiet: bool) -> QRectF:
    """Outline of the whole and the filled part; answers all they cover."""
    column = chart.columns[at]
    left, width = snapped(painter, plan.columns.bar_left(at)), snapped(painter, plan.columns.bar)
    whole = _rect(painter, plan, left, width, max(column.whole, column.part or 0), chart)
    if whole is None:
        return QRectF()
    painter.save()
    painter.setOpacity(QUIET if quiet else 1.0)
    if column.whole > (column.part or 0):
        _outline(painter, whole, look)
    part = _rect(painter, plan, left, width, column.part or 0, chart)
    if part is not None:
        _fill(painter, part, column, chart, look)
    painter.restore()
    return whole


def _fill(painter: QPainter, part: QRectF, column: DayPart, chart: DaysChart, look: Look) -> None:
    color = look.color(f"tool.{chart.tool}" if chart.tool else "meaning.spend")
    if column.whole > (column.part or 0):
        painter.fillRect(part, color)
    else:
        fill_top_rounded(painter, part, color)


def _rect(
    painter: QPainter, plan: BarsPlan, left: float, width: float, micros: int, chart: DaysChart
) -> QRectF | None:
    if not micros:
        return None
    height = max(LEAST, micros / chart.largest * _PLOT / HEADROOM)
    top = snapped(painter, plan.line_y - height)
    return QRectF(left, top, width, plan.line_y - top)


def _outline(painter: QPainter, rect: QRectF, look: Look) -> None:
    half = pixel(painter) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("line.hairline_strong"), pixel(painter)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(top_rounded(rect.adjusted(half, half, -half, 0)))
    painter.restore()
