"""The week chart: stacked spend above one ink line, what shipped hanging below it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from outlay.domain.charts import ToolPart, WeekChart, WeekColumn
from outlay.domain.pictures import Figure, Mark
from outlay.painting.bar_shapes import dashed_box, fill_top_rounded
from outlay.painting.columns import (
    HEADROOM,
    LEAST,
    QUIET,
    BarSum,
    paint_band,
    paint_labels,
    paint_sums,
)
from outlay.painting.legend import legend_width, paint_legend
from outlay.painting.lines import baseline, horizontal, pixel, snapped, text_at
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.painting.week_plan import (
    MARK,
    MOST_STRIP_MARKS,
    STRIP_MARK,
    STRIP_PITCH,
    TitleBox,
    WeekPlan,
)

_BOX = 6.0
_BOX_GAP = 2.0
_BELOW_LABEL = 9.0
_ABOVE_BAND = 5.0


def paint_week(
    painter: QPainter,
    plan: WeekPlan,
    chart: WeekChart,
    look: Look,
    lit: int | None = None,
    item: str | None = None,
) -> None:
    """The whole chart by its plan. `lit` is the column that is looked at, `item` the item's key that is."""
    _top(painter, plan, chart, look, lit)
    if lit is not None:
        top = max(plan.heading.bottom(), plan.legend.bottom()) + _ABOVE_BAND
        paint_band(painter, plan.columns, lit, top, plan.height, look)
    bars = [
        _bar(painter, plan, at, chart, look, quiet=lit is not None and at != lit)
        for at in range(len(chart.columns))
    ]
    sums = [
        BarSum(column.sum or Figure("", ""), "", bar)
        for column, bar in zip(chart.columns, bars, strict=True)
        if bar.height()
    ]
    paint_sums(painter, sums, look, plan.plot.right())
    horizontal(painter, plan.plot.left(), plan.line_y, plan.plot.width(), look.color("line.rule"))
    labels = [(column.label, column.used) for column in chart.columns]
    paint_labels(painter, plan.columns, plan.label_base(look), labels, look)
    if plan.narrow:
        for at, column in enumerate(chart.columns):
            _strip_marks(painter, plan, at, column, look)
    for box in plan.titles:
        _title(painter, box, look, chosen=box.item is not None and box.item.key == item)


def _top(painter: QPainter, plan: WeekPlan, chart: WeekChart, look: Look, lit: int | None) -> None:
    """Heading and legend, or what a column says; where that is long it takes the heading's room too."""
    told = chart.legend if lit is None else chart.columns[lit].told
    paint_legend(painter, plan.legend, told, look, right=plan.beside)
    if not plan.beside or plan.title + legend_width(told, look) <= plan.heading.width():
        _heading(painter, plan, chart, look)


def _heading(painter: QPainter, plan: WeekPlan, chart: WeekChart, look: Look) -> None:
    font = look.font("heading")
    base = baseline(plan.heading, font)
    x = text_at(painter, QPointF(0, base), chart.heading, font, look.color("text.ink"))
    small, third = look.font("small"), look.color("text.third")
    text_at(painter, QPointF(x + 8, base), chart.grouping, small, third)


def _bar(painter: QPainter, plan: WeekPlan, at: int, chart: WeekChart, look: Look, *, quiet: bool) -> QRectF:
    """Paints a column's bar; answers all it covers, empty where there is none."""
    column = chart.columns[at]
    left = snapped(painter, plan.columns.bar_left(at))
    width = snapped(painter, plan.columns.bar)
    full = plan.plot.height() / HEADROOM
    height = max(LEAST, column.micros / chart.largest * full) if column.micros else 0.0
    bar = QRectF(left, snapped(painter, plan.line_y - height), width, 0)
    bar.setBottom(plan.line_y)
    painter.save()
    painter.setOpacity(QUIET if quiet else 1.0)
    if height:
        paint_stack(painter, bar, column.parts, look)
    if column.unpriced:
        box = QRectF(left, bar.top() - _BOX_GAP - _BOX, width, _BOX)
        dashed_box(painter, box, look)
        bar.setTop(box.top())
    painter.restore()
    return bar if column.used else QRectF()


def paint_stack(painter: QPainter, bar: QRectF, parts: tuple[ToolPart, ...], look: Look) -> None:
    """Parts from the bottom up in their hues, a hairline of ground between; what is there is seen."""
    gap = pixel(painter)
    whole = sum(part.micros for part in parts)
    shown = [part for part in parts if part.micros > 0]
    room = bar.height() - gap * (len(shown) - 1)
    bottom, done = bar.bottom(), 0
    for number, part in enumerate(shown):
        done += part.micros
        top = snapped(painter, bar.bottom() - room * done / whole - gap * number)
        top = min(top, bottom - pixel(painter))
        rect = QRectF(bar.left(), top, bar.width(), bottom - top)
        if number == len(shown) - 1:
            fill_top_rounded(painter, rect, look.color(f"tool.{part.tool}"))
        else:
            painter.fillRect(rect, look.color(f"tool.{part.tool}"))
        bottom = top - gap


def _strip_marks(painter: QPainter, plan: WeekPlan, at: int, column: WeekColumn, look: Look) -> None:
    scale = look.text_scale
    size = STRIP_MARK * scale
    x = plan.columns.bar_left(at) + size / 2
    first = plan.label_base(look) + _BELOW_LABEL * scale
    for number, one in enumerate(column.marks[:MOST_STRIP_MARKS]):
        paint_mark(painter, one.mark, QPointF(x, first + number * STRIP_PITCH * scale), size, look)
    if len(column.marks) > MOST_STRIP_MARKS:
        y = first + (MOST_STRIP_MARKS - 1) * STRIP_PITCH * scale
        _plus(painter, QPointF(x + size, y), scale, look.color("meaning.shipped"))


def _plus(painter: QPainter, centre: QPointF, scale: float, color: QColor) -> None:
    x, y = snapped(painter, centre.x()), snapped(painter, centre.y())
    thin, long = scale, 5 * scale
    painter.fillRect(QRectF(x - long / 2, y - thin / 2, long, thin), color)
    painter.fillRect(QRectF(x - thin / 2, y - long / 2, thin, long), color)


def _title(painter: QPainter, box: TitleBox, look: Look, *, chosen: bool) -> None:
    font: QFont = look.font("micro")
    paint_mark(painter, box.mark, box.at, MARK * look.text_scale, look)
    ink = look.color("text.ink" if chosen else "text.third" if box.mark is Mark.NONE else "text.second")
    if chosen:
        font.setUnderline(True)
    metrics = QFontMetricsF(font)
    step = look.line("micro")
    first = box.text.top() + (step - metrics.height()) / 2 + metrics.ascent()
    for number, line in enumerate(box.lines):
        text_at(painter, QPointF(box.text.left(), first + number * step), line, font, ink)
