"""Stacked bars of one width: what a number is made of, beside what another is made of."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from outlay.domain.charts import MadeOf, MadeOfPart
from outlay.domain.money import split_whole
from outlay.painting.lines import baseline, snapped, text_at, text_in, width_of
from outlay.painting.look import Look

_BAR = 18.0
_BETWEEN = 12.0
_GAP = 1.0
_LEAST = 2.0
_NAME_GAP = 16.0
_SQUARE = 9.0
_AFTER_SQUARE = 6.0
_BETWEEN_NAMES = 16.0
_STRENGTHS = (0.26, 0.52, 0.0, 1.0)
"""How strong the hue of spend is in each part; 0 is outlined only."""


def made_of_height(width: float, chart: MadeOf, look: Look) -> float:
    """The bars with the legend below them, which breaks where it is too long."""
    return len(chart.bars) * _step(look) + len(_lines(chart, width, look)) * _line(look)


def paint_made_of(painter: QPainter, rect: QRectF, chart: MadeOf, look: Look) -> None:
    """Names at the left, bars from there to the right, the legend below."""
    names = max((width_of(bar.name, look.font("small")) for bar in chart.bars), default=0.0)
    left = rect.left() + names + _NAME_GAP
    for at, bar in enumerate(chart.bars):
        top = rect.top() + at * _step(look)
        box = QRectF(rect.left(), top, names + 1, _step(look) - _BETWEEN)
        text_in(painter, box, bar.name, look.font("small"), look.color("text.second"))
        strip = QRectF(left, box.center().y() - _height(look) / 2, rect.right() - left, _height(look))
        _paint_bar(painter, strip, bar, look)
    below = rect.top() + len(chart.bars) * _step(look)
    _paint_names(painter, QRectF(rect.left(), below, rect.width(), _line(look)), chart, look)


def part_widths(parts: Sequence[int], width: float) -> tuple[float, ...]:
    """In proportion; a part that exists can be seen."""
    shown = [at for at, part in enumerate(parts) if part > 0]
    room = width - _GAP * max(0, len(shown) - 1)
    spare = room - _LEAST * len(shown)
    whole = sum(parts) or 1
    wished = {at: max(0.0, room * parts[at] / whole - _LEAST) for at in shown}
    scale = spare / sum(wished.values()) if sum(wished.values()) else 0.0
    return tuple(_LEAST + wished[at] * scale if at in wished else 0.0 for at in range(len(parts)))


def _paint_bar(painter: QPainter, rect: QRectF, bar: MadeOfPart, look: Look) -> None:
    left = rect.left()
    shares = split_whole(100, bar.parts) if sum(bar.parts) else ()
    for at, width in enumerate(part_widths(bar.parts, rect.width())):
        if not width:
            continue
        begin, end = snapped(painter, left), snapped(painter, left + width)
        box = QRectF(begin, snapped(painter, rect.top()), max(1.0, end - begin), rect.height())
        _fill(painter, box, at, look)
        _paint_share(painter, box, f"{shares[at]}\u00a0%", at, look)
        left += width + _GAP


def _paint_share(painter: QPainter, box: QRectF, text: str, at: int, look: Look) -> None:
    """The share inside its part, where it has room."""
    font = look.font("micro")
    if width_of(text, font) + 10 > box.width() or QFontMetricsF(font).height() > box.height() + 4:
        return
    ink = look.color("surface.sheet" if _STRENGTHS[at] == 1.0 else "text.ink")
    text_at(painter, QPointF(box.left() + 5, baseline(box, font)), text, font, ink)


def _paint_names(painter: QPainter, rect: QRectF, chart: MadeOf, look: Look) -> None:
    font, color = look.font("small"), look.color("text.second")
    for number, line in enumerate(_lines(chart, rect.width(), look)):
        box = rect.translated(0, number * rect.height())
        x = box.left()
        for at in line:
            square = QRectF(x, snapped(painter, box.center().y() - _SQUARE / 2), _SQUARE, _SQUARE)
            _fill(painter, square, at, look)
            x += _SQUARE + _AFTER_SQUARE
            x += text_at(painter, QPointF(x, baseline(box, font)), chart.names[at], font, color)
            x += _BETWEEN_NAMES


def _lines(chart: MadeOf, width: float, look: Look) -> list[list[int]]:
    """The numbers of the names on each line."""
    lines: list[list[int]] = []
    taken = 0.0
    for at, name in enumerate(chart.names):
        wide = _SQUARE + _AFTER_SQUARE + width_of(name, look.font("small"))
        if lines and taken + _BETWEEN_NAMES + wide <= width:
            lines[-1].append(at)
            taken += _BETWEEN_NAMES + wide
        else:
            lines.append([at])
            taken = wide
    return lines


def _line(look: Look) -> float:
    return look.line("small") + 4


def _fill(painter: QPainter, box: QRectF, at: int, look: Look) -> None:
    """The hue in the part's strength; its outline carries it where the fill is too light to."""
    color = QColor(look.color("meaning.spend"))
    fill = QColor(color)
    fill.setAlphaF(_STRENGTHS[at])
    painter.fillRect(box, fill)
    if _STRENGTHS[at] < 1:
        painter.save()
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()


def _height(look: Look) -> float:
    return max(_BAR, look.line("micro") + 4)


def _step(look: Look) -> float:
    return _height(look) + _BETWEEN
