"""An item's timeline: a bar a day in the green of shipped work, what happened on a lane below the line."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from outlay.domain.charts import LaneSign, Timeline, TimelineColumn
from outlay.domain.pictures import Figure, Mark
from outlay.painting.bar_shapes import dashed_box, fill_top_rounded
from outlay.painting.columns import LEAST, QUIET, BarSum, paint_sums
from outlay.painting.hatch import paint_hatch
from outlay.painting.lines import baseline, horizontal, pixel, snapped, text_at
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.painting.timeline_plan import TimelinePlan

_TALLEST = 100.0
_BOX = 6.0
_BOX_GAP = 2.0
_AROUND_MARK = 7.0
_MARK = 7.0
_LANDED = 9.0
_BAND = 0.04
_BREAK_DOTS = (-4.0, 0.0, 4.0)


def paint_timeline(
    painter: QPainter, plan: TimelinePlan, chart: Timeline, look: Look, lit: int | None = None
) -> None:
    """The whole timeline by its plan; `lit` is the column that is looked at."""
    if lit is not None:
        _band(painter, plan, lit, look)
    bars = []
    for at, column in enumerate(chart.columns):
        bar = _bar(painter, plan, at, chart, look, quiet=lit is not None and at != lit)
        bars.append(BarSum(Figure("", column.figure), "", bar))
    paint_sums(painter, [one for one in bars if one.bar.height()], look, plan.width)
    horizontal(painter, 0, plan.line_y, plan.width, look.color("line.rule"))
    _lane(painter, plan, chart, look)
    _words(painter, plan, chart, look)


def _band(painter: QPainter, plan: TimelinePlan, lit: int, look: Look) -> None:
    color = QColor(look.color("text.ink"))
    color.setAlphaF(_BAND)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    left, right = plan.lefts[lit], plan.lefts[lit + 1]
    painter.drawRoundedRect(QRectF(left, 0, right - left, plan.height), 6, 6)
    painter.restore()


def _bar(
    painter: QPainter, plan: TimelinePlan, at: int, chart: Timeline, look: Look, *, quiet: bool
) -> QRectF:
    """Direct solid from the line up, context hatched above it; answers all it covers."""
    column = chart.columns[at]
    left, width = plan.bar(at)
    left, width = snapped(painter, left), max(pixel(painter), snapped(painter, width))
    bottom = snapped(painter, plan.line_y)
    painter.save()
    painter.setOpacity(QUIET if quiet else 1.0)
    top = bottom
    for micros, paint in ((column.direct, _solid), (column.context, _hatched)):
        if micros:
            under = top - (pixel(painter) if top < bottom else 0.0)
            top = snapped(painter, under - max(LEAST, micros / chart.largest * _TALLEST))
            paint(painter, QRectF(left, top, width, under - top), column, look)
    if column.unpriced:
        dashed_box(painter, QRectF(left, top - _BOX_GAP - _BOX, width, _BOX), look)
        top -= _BOX_GAP + _BOX
    painter.restore()
    return QRectF(left, top, width, bottom - top)


def _solid(painter: QPainter, rect: QRectF, column: TimelineColumn, look: Look) -> None:
    color = look.color("meaning.shipped")
    if column.context:
        painter.fillRect(rect, color)
    else:
        fill_top_rounded(painter, rect, color, 1.0)


def _hatched(painter: QPainter, rect: QRectF, _column: TimelineColumn, look: Look) -> None:
    paint_hatch(painter, rect, look.color("meaning.shipped"), look)


def _lane(painter: QPainter, plan: TimelinePlan, chart: Timeline, look: Look) -> None:
    """The lane with gaps around its marks and where days are folded."""
    around = _AROUND_MARK * look.text_scale
    holes = [(x - around, x + around) for x in plan.marks]
    holes += [(plan.lefts[at], plan.lefts[at + 1]) for at, one in enumerate(chart.columns) if one.gap]
    x = 0.0
    for begin, end in sorted(holes):
        if begin > x:
            horizontal(painter, x, plan.lane_y, begin - x, look.color("line.hairline_strong"))
        x = max(x, end)
    if x < plan.width:
        horizontal(painter, x, plan.lane_y, plan.width - x, look.color("line.hairline_strong"))
    for mark, centre in zip(chart.marks, plan.marks, strict=True):
        paint_lane_sign(painter, mark.sign, QPointF(centre, plan.lane_y), look)
    for at, column in enumerate(chart.columns):
        if column.gap:
            _break(painter, QPointF((plan.lefts[at] + plan.lefts[at + 1]) / 2, plan.lane_y), look)


def _break(painter: QPainter, centre: QPointF, look: Look) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("text.third"))
    for aside in _BREAK_DOTS:
        painter.drawEllipse(centre + QPointF(aside * look.text_scale, 0), 1.0, 1.0)
    painter.restore()


def _words(painter: QPainter, plan: TimelinePlan, chart: Timeline, look: Look) -> None:
    font, step = look.font("small"), look.line("small")
    for one in plan.words:
        base = baseline(QRectF(0, plan.words_top + one.row * step, 1, step), font)
        text_at(painter, QPointF(one.left, base), one.text, font, look.color("text.second"))
    base = baseline(QRectF(0, plan.days_top, 1, step), font)
    for at, left in plan.days:
        text_at(painter, QPointF(left, base), chart.columns[at].label, font, look.color("text.third"))


def paint_lane_sign(painter: QPainter, sign: LaneSign, centre: QPointF, look: Look) -> None:
    """One shape of the lane around its centre."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _SIGNS[sign](painter, centre, look)
    painter.restore()


def _prompt(painter: QPainter, centre: QPointF, look: Look) -> None:
    half = 4.5 * look.text_scale
    x = snapped(painter, centre.x())
    painter.fillRect(QRectF(x, centre.y() - half, 1.5, 2 * half), look.color("text.second"))


def _commit(painter: QPainter, centre: QPointF, look: Look) -> None:
    paint_mark(painter, Mark.COMMIT, centre, _MARK * look.text_scale, look, look.color("meaning.open_work"))


def _opened(painter: QPainter, centre: QPointF, look: Look) -> None:
    _triangle(painter, centre, look, 1, "meaning.open_work")


def _reverted(painter: QPainter, centre: QPointF, look: Look) -> None:
    _triangle(painter, centre, look, -1, "meaning.set_aside")


def _landed(painter: QPainter, centre: QPointF, look: Look) -> None:
    paint_mark(painter, Mark.PULL_REQUEST, centre, _LANDED * look.text_scale, look)


def _closed(painter: QPainter, centre: QPointF, look: Look) -> None:
    paint_mark(painter, Mark.SET_ASIDE, centre, (_MARK + 1) * look.text_scale, look)


def _done(painter: QPainter, centre: QPointF, look: Look) -> None:
    paint_mark(painter, Mark.TICKET, centre, (_MARK + 1) * look.text_scale, look)


def _started(painter: QPainter, centre: QPointF, look: Look) -> None:
    half = (_MARK - 1) / 2 * look.text_scale + 0.5
    painter.setPen(QPen(look.color("meaning.open_work"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sides = ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in sides]))


def _reopened(painter: QPainter, centre: QPointF, look: Look) -> None:
    paint_mark(painter, Mark.OPEN, centre, (_MARK + 1) * look.text_scale, look)


def _triangle(painter: QPainter, centre: QPointF, look: Look, way: int, color: str) -> None:
    half = _MARK / 2 * look.text_scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(color))
    corners = ((-half * way, -half), (half * way, 0.0), (-half * way, half))
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))


_SIGNS: dict[LaneSign, Callable[[QPainter, QPointF, Look], None]] = {
    LaneSign.PROMPT: _prompt,
    LaneSign.COMMIT: _commit,
    LaneSign.OPENED: _opened,
    LaneSign.LANDED: _landed,
    LaneSign.CLOSED: _closed,
    LaneSign.STARTED: _started,
    LaneSign.DONE: _done,
    LaneSign.REOPENED: _reopened,
    LaneSign.REVERTED: _reverted,
}
