"""The where-it-went strip on paper: its parts are told apart without colour too."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from outlay.domain.charts import WhereStrip
from outlay.domain.pictures import Mark
from outlay.painting.hatch import paint_hatch
from outlay.painting.look import Look
from outlay.painting.rule_bar import paint_not_linked_bar
from outlay.painting.where_strip import strip_pieces

_GAP = 1.0


def paint_paper_strip(painter: QPainter, rect: QRectF, strip: WhereStrip, look: Look) -> None:
    """Shipped is full, open work an outline, what was set aside or taken back hatched, not linked faint."""
    for piece in strip_pieces(rect, strip):
        box = piece.rect.adjusted(0, 0, -min(_GAP, piece.rect.width() / 2), 0)
        _paint_piece(painter, box, strip.parts[piece.part].mark, look)


def _paint_piece(painter: QPainter, box: QRectF, mark: Mark, look: Look) -> None:
    if mark is Mark.NOT_LINKED:
        paint_not_linked_bar(painter, box, 1.0, look)
    elif mark is Mark.SET_ASIDE:
        paint_hatch(painter, box, look.color("meaning.set_aside"), look)
    elif mark is Mark.OPEN:
        _outline(painter, box, look)
    else:
        painter.fillRect(box, look.color("meaning.shipped"))


def _outline(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.save()
    painter.setPen(QPen(look.color("meaning.open_work"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
