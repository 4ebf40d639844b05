"""Rows of the popover: a mark, a title, a reference, a figure and the bar that lies on the hairline."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from outlay.domain.pictures import Figure, ListRow, Mark, QuotaBar
from outlay.painting.lines import horizontal, text_in, width_of
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.painting.rule_bar import paint_meter, paint_not_linked_bar, paint_rule_bar

_RIGHT = Qt.AlignmentFlag.AlignRight
_MARK_SLOT = 12.0
_AFTER_MARK = 8.0
_BETWEEN = 12.0
_SECOND_SHARE = 0.48
_BAR = 3.0
_BEFORE_NOTE = 5.0
_CONTEXT_COLUMN = 58.0
"""From the right end of the direct column to that of the context column."""

_BARS = {Mark.OPEN: "meaning.open_work", Mark.SET_ASIDE: "meaning.set_aside"}


def paint_row(
    painter: QPainter, rect: QRectF, row: ListRow, look: Look, *, line: bool, column: float = 0.0
) -> None:
    """One row, its context in a column so wide; with `line` a hairline closes it, and its shares lie on its bottom as a bar."""
    text = rect.adjusted(0, 0, 0, -1)
    _mark(painter, text, row.mark, look)
    left = text.left() + _title_indent(row, look)
    right = text.right() - _right_of_title(painter, text, left, row, look, column)
    _title(painter, QRectF(left, text.top(), right - left, text.height()), row, look)
    if line:
        horizontal(painter, rect.left(), rect.bottom() - 1, rect.width(), look.color("line.hairline"))
    if row.share is not None:
        _bar(painter, QRectF(rect.left(), rect.bottom() - _BAR, rect.width(), _BAR), row, look)


def context_column(rows: Iterable[ListRow], look: Look) -> float:
    """How far the direct column ends from the right, so that every context fits beside it; 0 without columns."""
    told = [row.context for row in rows if row.context is not None]
    small = look.font("small")
    widths = (width_of(f"+ {context.partition('.')[0]}.00", small) + _BETWEEN for context in told)
    return max(_CONTEXT_COLUMN * look.text_scale, *widths) if told else 0.0


def paint_heads(painter: QPainter, rect: QRectF, look: Look, column: float) -> None:
    """The names of the two columns of money, each over the end of its own."""
    font, third = look.font("small"), look.color("text.third")
    columns = ((rect.right() - column, "direct"), (rect.right(), "context"))
    for right, name in columns:
        text_in(
            painter,
            QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()),
            name,
            font,
            third,
            _RIGHT,
        )


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


def _right_of_title(
    painter: QPainter, text: QRectF, left: float, row: ListRow, look: Look, column: float
) -> float:
    """Paints what stands at the right of a title; says how much room it takes."""
    if row.context is not None:
        return _money(painter, text, row, look, column) + _BETWEEN / 2
    taken = _figure(painter, text, row, look) + _BETWEEN / 2 if row.figure else 0.0
    if row.second:
        rest = QRectF(left, text.top(), text.right() - taken - left, text.height())
        taken += _second(painter, rest, row, look) + _BETWEEN
    return taken


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


def _money(painter: QPainter, rect: QRectF, row: ListRow, look: Look, column: float) -> float:
    """Direct and context, each aligned at its decimal point; says how much room they and the gap take."""
    color = look.color("meaning.not_linked_text" if row.mark is Mark.NOT_LINKED else "text.ink")
    text = row.figure.text if row.figure else ""
    whole = _aligned(painter, rect, text, look.font("body", 500), color, column)
    if row.context:
        _aligned(painter, rect, f"+ {row.context}", look.font("small"), look.color("text.third"), 0.0)
    return rect.right() - whole


def _aligned(
    painter: QPainter, rect: QRectF, text: str, font: QFont, color: QColor, from_right: float
) -> float:
    """A figure with its decimal point where a slot as wide as `.00` begins; says where the figure begins."""
    whole, point, fraction = text.partition(".")
    slot = rect.right() - from_right - width_of(".00", font)
    box = QRectF(rect.left(), rect.top(), slot - rect.left(), rect.height())
    wide = text_in(painter, box, whole, font, color, _RIGHT)
    if point:
        text_in(
            painter,
            QRectF(slot, rect.top(), rect.right() - slot, rect.height()),
            point + fraction,
            font,
            color,
        )
    return slot - wide


def _bar(painter: QPainter, rect: QRectF, row: ListRow, look: Look) -> None:
    if row.mark is Mark.NOT_LINKED:
        paint_not_linked_bar(painter, rect, row.share or 0.0, look)
    else:
        color = look.color(_BARS.get(row.mark, "meaning.shipped"))
        paint_rule_bar(painter, rect, row.share or 0.0, row.context_share, color, look)


def _title(painter: QPainter, rect: QRectF, row: ListRow, look: Look) -> None:
    """The title, elided before its note."""
    body, small = look.font("body"), look.font("small")
    note = width_of(row.note, small) + _BEFORE_NOTE if row.note else 0.0
    box = QRectF(rect.left(), rect.top(), rect.width() - note, rect.height())
    wide = text_in(painter, box, row.title, body, look.color(_title_color(row)))
    if row.note:
        left = rect.left() + wide + _BEFORE_NOTE
        text_in(
            painter,
            QRectF(left, rect.top(), rect.right() - left, rect.height()),
            row.note,
            small,
            look.color("text.third"),
        )


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
