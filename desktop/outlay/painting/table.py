"""The table's head and rows: grounds, hairlines, rules, cells, and the ring of the row that has the keyboard."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from outlay.domain.tables import Kind, Row, RowState
from outlay.painting.face import draw_in
from outlay.painting.lines import horizontal, pixel, snapped
from outlay.painting.table_cells import paint_cell
from outlay.painting.table_plan import Place, Plan
from outlay.painting.table_spots import line_box, spots_of

SORT_SIGN = 12.0

_BELOW_HEAD = 6.0
_GROUP_DROP = 7.0
_RING = 2.0
_RING_ROOM = 4
_SUMS = (RowState.TOTAL, RowState.GRAND_TOTAL)


class Shown(NamedTuple):
    """How a row stands: under the pointer, chosen, with the keyboard, open, and what follows it."""

    hovered: bool = False
    selected: bool = False
    ringed: bool = False
    expanded: bool = False
    below: RowState | None = None


def paint_row(painter: QPainter, rect: QRectF, row: Row, plan: Plan, shown: Shown) -> None:
    """One row over its rectangle, its closing line included."""
    look = plan.face.look
    if shown.selected:
        painter.fillRect(rect, look.color("surface.selected"))
    elif shown.hovered:
        painter.fillRect(rect, look.color("surface.hover"))
    above, under = _air(row)
    inside = rect.adjusted(0, above, 0, -under)
    if row.expandable:
        _triangle(painter, line_box(row, plan, inside), plan, row, expanded=shown.expanded)
    for spot in spots_of(row, plan, inside):
        paint_cell(painter, spot)
    _close(painter, rect, row, plan, shown.below)
    if shown.ringed:
        _ring_row(painter, rect, plan)


def paint_ring(painter: QPainter, rect: QRectF, plan: Plan) -> None:
    """Two pixels inside a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(plan.face.look.color("focus.ring"), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = plan.face.look.size("radius.row") - 1
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def paint_head(painter: QPainter, rect: QRectF, plan: Plan, hovered: str | None = None) -> None:
    """The titles on one baseline above a strong hairline; the sorted column carries its sign."""
    look = plan.face.look
    thick = pixel(painter)
    label, heading = plan.face.font("label"), plan.face.font("heading")
    base = rect.bottom() - 1 - _BELOW_HEAD - label.metrics.descent()
    for place in plan.places:
        if place.number == plan.first_text and plan.table.heading:
            ink = look.color("text.ink")
            room = _room_of_heading(plan, place)
            draw_in(painter, 0.0, room, base, plan.table.heading, (heading, ink))
        elif place.column.title:
            _title(painter, plan, place, base, hovered=place.column.key == hovered)
    strong = look.color("line.hairline_strong")
    painter.fillRect(
        QRectF(rect.left(), snapped(painter, rect.bottom()) - thick, rect.width(), thick), strong
    )


def title_rect(plan: Plan, place: Place, height: float) -> QRectF:
    """What can be pressed of a column's head: the column and its title."""
    ring = title_ring(plan, place, height)
    return ring.united(QRectF(place.left, 0, place.right - place.left, height))


def title_ring(plan: Plan, place: Place, height: float) -> QRectF:
    """Around the title with its sign."""
    scale = plan.face.scale
    width = plan.face.font("label").width(place.column.title)
    sign = SORT_SIGN * scale
    left = place.right - width - sign if place.at_right else _title_left(plan, place)
    return QRectF(left - 4, 0, width + sign + 8, height)


def _ring_row(painter: QPainter, rect: QRectF, plan: Plan) -> None:
    """Around the row; above and below alone where texts begin at its edge, so that none is cut."""
    if plan.table.inset >= _RING_ROOM:
        paint_ring(painter, rect, plan)
        return
    for top in (rect.top(), rect.bottom() - _RING):
        painter.fillRect(QRectF(rect.left(), top, rect.width(), _RING), plan.face.look.color("focus.ring"))


def _air(row: Row) -> tuple[float, float]:
    """Above and below a row's line: a head stands nearer to what it heads, a total above its double rule."""
    if row.state is RowState.GROUP:
        return _GROUP_DROP, 0.0
    return 0.0, 3.0 if row.state is RowState.GRAND_TOTAL else 0.0


def _close(painter: QPainter, rect: QRectF, row: Row, plan: Plan, below: RowState | None) -> None:
    look, thick = plan.face.look, pixel(painter)
    bottom = snapped(painter, rect.bottom()) - thick
    rule = look.color("line.rule")
    if row.state is RowState.GRAND_TOTAL:
        horizontal(painter, rect.left(), bottom, rect.width(), rule)
        horizontal(painter, rect.left(), bottom - 3, rect.width(), rule)
        return
    if below is RowState.GRAND_TOTAL:
        horizontal(painter, rect.left(), bottom, rect.width(), rule)
        return
    if row.state is not RowState.TOTAL:
        horizontal(painter, rect.left(), bottom, rect.width(), look.color("line.hairline"))
    if below is RowState.TOTAL:
        left = figures_left(plan)
        horizontal(painter, rect.left() + left, bottom, rect.width() - left, rule)


def figures_left(plan: Plan) -> float:
    """Where the columns of figures begin."""
    return min((place.left for place in plan.places if place.at_right), default=0.0)


def _triangle(painter: QPainter, rect: QRectF, plan: Plan, row: Row, *, expanded: bool) -> None:
    scale = plan.face.scale
    left = plan.table.inset + plan.indent(row) - plan.gutter
    centre, reach = QPointF(left + 4.5 * scale, rect.center().y()), 3.5 * scale
    if expanded:
        points = [(-reach, -reach * 0.6), (reach, -reach * 0.6), (0.0, reach * 0.7)]
    else:
        points = [(-reach * 0.6, -reach), (reach * 0.7, 0.0), (-reach * 0.6, reach)]
    _polygon(painter, centre, points, plan.face.look.color("text.second"))


def _title(painter: QPainter, plan: Plan, place: Place, base: float, *, hovered: bool) -> None:
    font, look = plan.face.font("label"), plan.face.look
    sorted_here = place.column.key == plan.table.sorted_by
    ink = look.color(
        "text.ink" if hovered and place.column.sorts else "text.second" if sorted_here else "text.third"
    )
    width = font.width(place.column.title)
    left = place.right - width if place.at_right else _title_left(plan, place)
    draw_in(painter, left, _title_right(plan, place), base, place.column.title, (font, ink))
    if sorted_here:
        beside = (
            left - SORT_SIGN * plan.face.scale / 2 if place.at_right else left + width + 7 * plan.face.scale
        )
        _sort_sign(painter, QPointF(beside, base - font.metrics.xHeight() / 2), plan, ink)


def _title_left(plan: Plan, place: Place) -> float:
    """The first title stands above its texts where there is a gutter, else at the table's edge."""
    if place.number != plan.first_text:
        return place.left
    only_mark_before = all(one.column.kind is Kind.MARK for one in plan.places if one.left < place.left)
    if plan.gutter:
        return place.left + plan.gutter
    return 0.0 if only_mark_before else place.left


def _title_right(plan: Plan, place: Place) -> float:
    """A title of texts may run on as far as nothing follows; one of figures has its room."""
    if place.at_right:
        return place.right + 1
    after = [one for one in plan.places if one.left > place.left]
    return place.right if after else plan.width


def _room_of_heading(plan: Plan, place: Place) -> float:
    after = [one.left for one in plan.places if one.left > place.left and one.column.title]
    return min(after, default=plan.width)


def _sort_sign(painter: QPainter, centre: QPointF, plan: Plan, ink: QColor) -> None:
    reach = 3.25 * plan.face.scale
    down = 1 if plan.table.descending else -1
    points = [(-reach, -reach * 0.55 * down), (reach, -reach * 0.55 * down), (0.0, reach * 0.65 * down)]
    _polygon(painter, centre, points, ink)


def _polygon(painter: QPainter, centre: QPointF, points: list[tuple[float, float]], ink: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in points]))
    painter.restore()
