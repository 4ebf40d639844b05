"""What lies under the pointer in a row: a link, a tip, a text that was cut."""

from html import escape

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from outlay.domain.tables import Cell, Row
from outlay.painting.table_plan import Plan
from outlay.painting.table_spots import Spot, link_at, needed_width, spots_of


def link_under(plan: Plan, row: Row, rect: QRectF, at: QPointF) -> str:
    """What the link under a point opens; empty when there is none."""
    return next((what for spot in spots_of(row, plan, rect) if (what := link_at(spot, at))), "")


def tip_under(view: QWidget, plan: Plan, row: Row | None, rect: QRect, event: QHelpEvent) -> None:
    """Show the tip of the cell under the pointer, or put one that is shown away."""
    x = event.pos().x()
    spots = spots_of(row, plan, QRectF(rect)) if row else ()
    spot = next((one for one in spots if one.left <= x <= max(one.right, one.place.right)), None)
    text = _tip(spot) if spot else ""
    if text:
        QToolTip.showText(event.globalPos(), f"<span>{_escaped(text)}</span>", view, rect)
    else:
        QToolTip.hideText()


def _tip(spot: Spot) -> str:
    """The cell's own tip; without one the whole text, when not all of it is shown."""
    if spot.cell.tip:
        return spot.cell.tip
    wraps = spot.place.column.wraps
    return "" if wraps or needed_width(spot) <= spot.right - spot.left + 1 else _whole(spot.cell)


def _whole(cell: Cell) -> str:
    return ", ".join(one for one in (cell.text, cell.second) if one)


def _escaped(text: str) -> str:
    """Plain text as the tip's markup, line by line."""
    return escape(text, quote=False).replace("\n", "<br>")
