"""The small shapes: kinds of work, what is not linked or has no price, states of sources."""

from collections.abc import Callable
from math import pi

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from outlay.domain.pictures import Mark
from outlay.painting.look import Look

_RING_STROKE = 1.75
_DASHES = 8
"""Dashes and gaps of the ring of open work."""

_COLORS = {
    Mark.OPEN: "meaning.open_work",
    Mark.SET_ASIDE: "meaning.set_aside",
    Mark.NOT_LINKED: "meaning.not_linked_line",
    Mark.UNPRICED: "meaning.unpriced_line",
    Mark.ABSENT: "line.axis",
    Mark.STALE: "status.stale_mark",
    Mark.FAILING: "status.failing_mark",
}
_SHARE_OF_DOT = {Mark.TICKET: 9 / 8, Mark.BY_HAND: 7 / 8}


def paint_mark(
    painter: QPainter, mark: Mark, centre: QPointF, size: float, look: Look, color: QColor | None = None
) -> None:
    """One mark around its centre. `size` is a dot's diameter; `color` replaces the mark's own."""
    draw = _SHAPES.get(mark)
    if draw is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = color or look.color(_COLORS.get(mark, "meaning.shipped"))
    draw(painter, centre, size * _SHARE_OF_DOT.get(mark, 1.0), ink, look)
    painter.restore()


def _dot(painter: QPainter, centre: QPointF, size: float, ink: QColor, _look: Look) -> None:
    _fill(painter, ink)
    painter.drawEllipse(centre, size / 2, size / 2)


def _ring(painter: QPainter, centre: QPointF, size: float, ink: QColor, _look: Look) -> None:
    stroke = _RING_STROKE * size / 8
    _stroke(painter, ink, stroke)
    painter.drawEllipse(centre, (size - stroke) / 2, (size - stroke) / 2)


def _open_ring(painter: QPainter, centre: QPointF, size: float, ink: QColor, _look: Look) -> None:
    stroke = _RING_STROKE * size / 8
    radius = (size - stroke) / 2
    dash = 2 * pi * radius / _DASHES / stroke / 2
    pen = QPen(ink, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([dash, dash])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)


def _short_dash(painter: QPainter, centre: QPointF, size: float, ink: QColor, _look: Look) -> None:
    _fill(painter, ink)
    height = size / 4
    painter.drawRoundedRect(QRectF(centre.x() - size / 2, centre.y() - height / 2, size, height), 1, 1)


def _diamond(painter: QPainter, centre: QPointF, size: float, ink: QColor, _look: Look) -> None:
    _fill(painter, ink)
    half = size / 2
    painter.drawPolygon(
        QPolygonF([centre + QPointF(x, y) for x, y in ((0, -half), (half, 0), (0, half), (-half, 0))])
    )


def _square(painter: QPainter, centre: QPointF, size: float, ink: QColor, _look: Look) -> None:
    _fill(painter, ink)
    painter.drawRoundedRect(_around(centre, size), 1, 1)


def _not_linked(painter: QPainter, centre: QPointF, size: float, ink: QColor, look: Look) -> None:
    painter.setBrush(look.color("meaning.not_linked_fill"))
    painter.setPen(QPen(ink, 1))
    painter.drawRoundedRect(_around(centre, size - 1), 1.5, 1.5)


def _unpriced(painter: QPainter, centre: QPointF, size: float, ink: QColor, _look: Look) -> None:
    pen = QPen(ink, 1)
    pen.setDashPattern([2, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_around(centre, size - 1), 1.5, 1.5)


def _triangle(painter: QPainter, centre: QPointF, size: float, ink: QColor, _look: Look) -> None:
    _fill(painter, ink)
    half = size / 2
    painter.drawPolygon(
        QPolygonF([centre + QPointF(x, y) for x, y in ((0, -half), (half, half), (-half, half))])
    )


def _fill(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ink))


def _stroke(painter: QPainter, ink: QColor, width: float) -> None:
    painter.setPen(QPen(ink, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _around(centre: QPointF, size: float) -> QRectF:
    return QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)


_SHAPES: dict[Mark, Callable[[QPainter, QPointF, float, QColor, Look], None]] = {
    Mark.PULL_REQUEST: _dot,
    Mark.COMMIT: _ring,
    Mark.TICKET: _diamond,
    Mark.BY_HAND: _square,
    Mark.OPEN: _open_ring,
    Mark.SET_ASIDE: _short_dash,
    Mark.NOT_LINKED: _not_linked,
    Mark.UNPRICED: _unpriced,
    Mark.ABSENT: _ring,
    Mark.STALE: _ring,
    Mark.FAILING: _triangle,
}
