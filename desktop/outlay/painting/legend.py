"""A line of legend: a title and named colours with their figures, broken into lines where it is too long."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from outlay.domain.charts import Named, Told
from outlay.domain.pictures import Mark
from outlay.painting.lines import baseline, text_at, width_of
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark

_SQUARE = 9.0
_AFTER_SQUARE = 6.0
_BEFORE_FIGURE = 6.0
_AFTER_SIGN = 2.0
_BETWEEN = 16.0


class _Piece(NamedTuple):
    title: str
    named: Named | None
    width: float


def legend_lines(told: Told, width: float, look: Look) -> int:
    """How many lines a legend takes in a width."""
    return len(_broken(told, width, look))


def legend_width(told: Told, look: Look) -> float:
    """What a legend takes on one line."""
    return _line_width(_pieces(told, look))


def paint_legend(painter: QPainter, rect: QRectF, told: Told, look: Look, *, right: bool = True) -> None:
    """The legend from the rectangle's top on, at its right or its left."""
    step = look.line("small") + 4
    for number, line in enumerate(_broken(told, rect.width(), look)):
        x = rect.right() - _line_width(line) if right else rect.left()
        box = QRectF(rect.left(), rect.top() + number * step, rect.width(), step)
        base = baseline(box, look.font("small"))
        for piece in line:
            _paint_piece(painter, QPointF(x, base), piece, look)
            x += piece.width + _BETWEEN


def legend_height(lines: int, look: Look) -> float:
    """The room of so many lines."""
    return lines * (look.line("small") + 4)


def _broken(told: Told, width: float, look: Look) -> list[list[_Piece]]:
    lines: list[list[_Piece]] = []
    for piece in _pieces(told, look):
        if lines and _line_width([*lines[-1], piece]) <= width + 0.5:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _line_width(pieces: Sequence[_Piece]) -> float:
    return sum(piece.width for piece in pieces) + _BETWEEN * max(0, len(pieces) - 1)


def _pieces(told: Told, look: Look) -> list[_Piece]:
    title = [_Piece(told.title, None, width_of(told.title, look.font("label")))] if told.title else []
    return [*title, *(_Piece("", one, _named_width(one, look)) for one in told.parts)]


def _named_width(one: Named, look: Look) -> float:
    small, label = look.font("small"), look.font("label")
    width = _SQUARE + _AFTER_SQUARE + width_of(one.name, small)
    if one.figure.text:
        sign = width_of(one.figure.sign, small) + _AFTER_SIGN if one.figure.sign else 0.0
        width += _BEFORE_FIGURE + sign + width_of(one.figure.text, label)
    return width


def _paint_piece(painter: QPainter, at: QPointF, piece: _Piece, look: Look) -> None:
    small, label = look.font("small"), look.font("label")
    one = piece.named
    if one is None:
        text_at(painter, at, piece.title, label, look.color("text.ink"))
        return
    _paint_square(painter, at, one, look)
    x = at.x() + _SQUARE + _AFTER_SQUARE
    ink = "text.second" if one.figure.text else "text.third"
    x += text_at(painter, QPointF(x, at.y()), one.name, small, look.color(ink)) + _BEFORE_FIGURE
    if one.figure.sign:
        x += text_at(painter, QPointF(x, at.y()), one.figure.sign, small, look.color("text.third"))
        x += _AFTER_SIGN
    text_at(painter, QPointF(x, at.y()), one.figure.text, label, look.color("text.ink"))


def _paint_square(painter: QPainter, at: QPointF, one: Named, look: Look) -> None:
    middle = at.y() - look.line("small") * 0.26
    if one.mark is not Mark.NONE:
        paint_mark(painter, one.mark, QPointF(at.x() + _SQUARE / 2, middle), _SQUARE, look)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(f"tool.{one.tool}"))
    painter.drawRoundedRect(QRectF(at.x(), middle - _SQUARE / 2, _SQUARE, _SQUARE), 2, 2)
    painter.restore()
