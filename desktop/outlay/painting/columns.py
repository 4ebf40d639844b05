"""Columns of bars: where they lie, their names below the line and their sums above the bars."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from outlay.domain.charts import ColumnLabel
from outlay.domain.pictures import Figure
from outlay.painting.lines import snapped, text_at, width_of
from outlay.painting.look import Look

HEADROOM = 1.1
LEAST = 2.0
QUIET = 0.42
"""How much is left of the bars beside the one that is looked at."""

_WIDEST_BAR = 44.0
_BAR_SHARE = 0.38
_INSET = 1.0
_BAND = 0.04
_BAND_RADIUS = 6.0
_SUM_GAP = 7.0
_SIGN_GAP = 3.0
_WORD_GAP = 4.0
_BETWEEN_LABELS = 4.0


class Columns(NamedTuple):
    """Equal columns from `left` on; bars stand at their left."""

    left: float
    pitch: float
    number: int

    @property
    def bar(self) -> float:
        """A bar's width."""
        return min(_WIDEST_BAR, max(1.0, self.pitch * _BAR_SHARE))

    def bar_left(self, column: int) -> float:
        """Where a bar begins."""
        return self.left + column * self.pitch + _INSET

    def at(self, x: float) -> int | None:
        """The column at a place; None beside them."""
        column = int((x - self.left) // self.pitch) if self.pitch > 0 else -1
        return column if 0 <= column < self.number else None


def columns_in(left: float, width: float, number: int) -> Columns:
    """A width cut into equal columns."""
    return Columns(left, width / max(1, number), number)


def paint_band(
    painter: QPainter, columns: Columns, column: int, top: float, bottom: float, look: Look
) -> None:
    """The band behind the column that is looked at."""
    aside = min(9.0, columns.pitch * 0.1)
    left = max(0.0, columns.bar_left(column) - _INSET - aside)
    color = QColor(look.color("text.ink"))
    color.setAlphaF(_BAND)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    right = columns.left + (column + 1) * columns.pitch - aside - min(4.0, columns.pitch * 0.1)
    band = QRectF(left, top, right - left, bottom - top)
    painter.drawRoundedRect(band, _BAND_RADIUS, _BAND_RADIUS)
    painter.restore()


def paint_labels(
    painter: QPainter, columns: Columns, base: float, labels: Sequence[tuple[ColumnLabel, bool]], look: Look
) -> None:
    """The columns' names on a baseline, in their short form where columns are narrow; unused ones lighter."""
    strong, plain = look.font("label"), look.font("small")
    widest = max((_label_width(label, strong, plain) for label, _ in labels), default=0.0)
    if widest + _BETWEEN_LABELS > columns.pitch:
        _short_labels(painter, columns, base, labels, look)
        return
    for column, (label, used) in enumerate(labels):
        x = columns.bar_left(column)
        font, ink = (strong, "text.second") if used else (plain, "text.third")
        x += text_at(painter, QPointF(x, base), label.strong, font, look.color(ink))
        text_at(painter, QPointF(x + _WORD_GAP, base), label.rest, plain, look.color(ink))


def _label_width(label: ColumnLabel, strong: QFont, plain: QFont) -> float:
    rest = _WORD_GAP + width_of(label.rest, plain) if label.rest else 0.0
    return width_of(label.strong, strong) + rest


def _short_labels(
    painter: QPainter, columns: Columns, base: float, labels: Sequence[tuple[ColumnLabel, bool]], look: Look
) -> None:
    font = look.font("micro")
    widest = max(width_of(label.short, font) for label, _ in labels)
    step = max(1, int(-(-(widest + _BETWEEN_LABELS) // columns.pitch)))
    for column, (label, used) in list(enumerate(labels))[::step]:
        ink = look.color("text.second" if used else "text.third")
        text_at(painter, QPointF(columns.bar_left(column), base), label.short, font, ink)


class BarSum(NamedTuple):
    """What stands above a bar: a figure, quieter words after it, and the bar with all that belongs to it."""

    figure: Figure
    after: str
    bar: QRectF


def paint_sums(painter: QPainter, sums: Iterable[BarSum], look: Look, right: float) -> None:
    """The sums above their bars, the highest first; one that would touch a bar or another sum is left out."""
    every = sorted(sums, key=lambda one: one.bar.top())
    bars = [one.bar for one in every]
    taken: list[QRectF] = []
    for one in every:
        box = _sum_box(one, look, right)
        others = (*taken, *(bar for bar in bars if bar is not one.bar))
        if not one.figure.text or any(box.intersects(other) for other in others):
            continue
        taken.append(box.adjusted(-_BETWEEN_LABELS, -_BETWEEN_LABELS, _BETWEEN_LABELS, _BETWEEN_LABELS))
        _paint_sum(painter, box, one, look)


def sum_width(one: BarSum, look: Look) -> float:
    """What a sum takes, sign and words with it."""
    strong, plain = look.font("label"), look.font("small")
    sign = width_of(one.figure.sign, plain) + _SIGN_GAP if one.figure.sign else 0.0
    after = _WORD_GAP + width_of(one.after, plain) if one.after else 0.0
    return sign + width_of(one.figure.text, strong) + after


def _sum_box(one: BarSum, look: Look, right: float) -> QRectF:
    metrics = QFontMetricsF(look.font("label"))
    width = sum_width(one, look)
    left = max(0.0, min(one.bar.left(), right - width))
    base = one.bar.top() - _SUM_GAP
    return QRectF(left, base - metrics.capHeight(), width, metrics.capHeight() + 1)


def _paint_sum(painter: QPainter, box: QRectF, one: BarSum, look: Look) -> None:
    base, x = snapped(painter, box.bottom() - 1), box.left()
    plain = look.font("small")
    if one.figure.sign:
        x += text_at(painter, QPointF(x, base), one.figure.sign, plain, look.color("text.third")) + _SIGN_GAP
    x += text_at(painter, QPointF(x, base), one.figure.text, look.font("label"), look.color("text.ink"))
    if one.after:
        text_at(painter, QPointF(x + _WORD_GAP, base), one.after, plain, look.color("text.third"))
