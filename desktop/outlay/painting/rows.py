"""Rows of the popover: a mark, a title, a reference, a figure and the bar that lies on the hairline."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from outlay.domain.pictures import Figure, ListRow, Mark, QuotaBar
from outlay.painting.lines import horizontal, text_in, width_of
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.painting.rule_bar import paint_meter, paint_not_linked_bar

_RIGHT = Qt.AlignmentFlag.AlignRight
_MARK_SLOT = 12.0
_AFTER_MARK = 8.0
_BETWEEN = 12.0
_SECOND_SHARE = 0.48
_BAR = 3.0


def paint_row(painter: QPainter, rect: QRectF, row: ListRow, look: Look, *, line: bool) -> None:
    """One row; with `line` a hairline closes it, and a share lies on its bottom as a bar."""
    text = rect.adjusted(0, 0, 0, -1)
    _mark(painter, text, row.mark, look)
    right = text.right()
    if row.figure:
        right -= _figure(painter, text, row, look) + _BETWEEN / 2
    left = text.left() + _title_indent(row, look)
    if row.second:
        right -= _second(painter, QRectF(left, text.top(), right - left, text.height()), row, look) + _BETWEEN
    color = look.color(_title_color(row))
    text_in(
        painter, QRectF(left, text.top(), right - left, text.height()), row.title, look.font("body"), color
    )
    if line:
        horizontal(painter, rect.left(), rect.bottom() - 1, rect.width(), look.color("line.hairline"))
    if row.share is not None:
        bar = QRectF(rect.left(), rect.bottom() - _BAR, rect.width(), _BAR)
        paint_not_linked_bar(painter, bar, row.share, look)


def paint_quota(painter: QPainter, rect: QRectF, quota: QuotaBar, look: Look) -> None:
    """Name, bar, share used and when the window starts anew."""
    small = look.font("small")
    second, third = look.color("text.second"), look.color("text.third")
    unit = rect.width() / 324
    text_in(painter, QRectF(rect.left(), rect.top(), 94 * unit, rect.height()), quota.name, small, second)
    bar = QRectF(rect.left() + 100 * unit, rect.center().y() - 2, 84 * unit, 4)
    paint_meter(painter, bar, quota.share, look)
    percent = QRectF(bar.right(), rect.top(), 40 * unit, rect.height())
    text_in(painter, percent, quota.percent, look.font("label"), look.color("text.ink"), _RIGHT)
    rest = QRectF(percent.right() + 6, rect.top(), rect.right() - percent.right() - 6, rect.height())
    text_in(painter, rest, quota.reset, small, third, _RIGHT)


def _title_indent(row: ListRow, look: Look) -> float:
    return _MARK_SLOT * look.text_scale + _AFTER_MARK if row.mark is not Mark.NONE or row.quiet else 0.0


def _mark(painter: QPainter, rect: QRectF, mark: Mark, look: Look) -> None:
    slot = _MARK_SLOT * look.text_scale
    paint_mark(painter, mark, QPointF(rect.left() + slot / 2, rect.center().y()), 8 * look.text_scale, look)


def _figure(painter: QPainter, rect: QRectF, row: ListRow, look: Look) -> float:
    figure = row.figure or Figure("", "")
    font = look.font("body", 500)
    color = look.color("meaning.not_linked_text" if row.mark is Mark.NOT_LINKED else "text.ink")
    width = text_in(painter, rect, figure.text, font, color, _RIGHT)
    if not figure.sign:
        return width
    sign = look.font("body")
    box = QRectF(rect.left(), rect.top(), rect.width() - width - 2, rect.height())
    text_in(painter, box, figure.sign, sign, look.color("text.third"), _RIGHT)
    return width + 2 + width_of(figure.sign, sign)


def _second(painter: QPainter, rect: QRectF, row: ListRow, look: Look) -> float:
    font = look.font("small")
    title = width_of(row.title, look.font("body"))
    room = max(rect.width() * _SECOND_SHARE, rect.width() - title - _BETWEEN)
    box = QRectF(rect.right() - room, rect.top(), room, rect.height())
    return text_in(painter, box, row.second, font, look.color("text.third"), _RIGHT)


def _title_color(row: ListRow) -> str:
    if row.mark is Mark.NOT_LINKED:
        return "meaning.not_linked_text"
    return "text.second" if row.quiet else "text.ink"
