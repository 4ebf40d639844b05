"""Rows of the popover: a mark, a title, a reference, a figure and the bar that lies on the hairline."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from outlay.domain.pictures import Figure, ListRow, Mark, MoneyColumns, QuotaBar
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


class Columns(NamedTuple):
    """The columns of money as they are laid out: how they are written, and from the right end of the direct one on."""

    written: MoneyColumns = MoneyColumns()
    context: float = 0.0


UNNAMED = MoneyColumns()
NO_COLUMNS = Columns()


def paint_row(
    painter: QPainter, rect: QRectF, row: ListRow, look: Look, *, line: bool, columns: Columns = NO_COLUMNS
) -> None:
    """One row; with `line` a hairline closes it, and its shares lie on its bottom as a bar."""
    text = rect.adjusted(0, 0, 0, -1)
    _mark(painter, text, row.mark, look)
    left = text.left() + _title_indent(row, look)
    right = text.right() - _right_of_title(painter, text, left, row, look, columns)
    _title(painter, QRectF(left, text.top(), right - left, text.height()), row, look)
    if line:
        horizontal(painter, rect.left(), rect.bottom() - 1, rect.width(), look.color("line.hairline"))
    if row.share is not None:
        _bar(painter, QRectF(rect.left(), rect.bottom() - _BAR, rect.width(), _BAR), row, look)


def context_column(rows: Iterable[ListRow], look: Look, written: MoneyColumns = UNNAMED) -> float:
    """How far the direct column ends from the right, so that every context and its head fit; 0 without columns."""
    told = [row.context for row in rows if row.context is not None]
    small = look.font("small")
    longest = (f"+ {context.partition(written.decimal)[0]}{written.decimal}00" for context in told)
    widths = (width_of(text, small) + _BETWEEN for text in (*longest, written.context))
    return max(_CONTEXT_COLUMN * look.text_scale, *widths) if told else 0.0


def paint_heads(painter: QPainter, rect: QRectF, look: Look, columns: Columns) -> None:
    """The names of the two columns of money, each over the end of its own."""
    font, third = look.font("small"), look.color("text.third")
    written = columns.written
    ends = ((rect.right() - columns.context, written.direct), (rect.right(), written.context))
    for right, name in ends:
        text_in(
            painter,
            QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()),
            name,
            font,
            third,
            _RIGHT,
        )


class QuotaColumns(NamedTuple):
    """Widths of the name and the bar, the same for every window of a list."""

    name: float
    bar: float


def quota_columns(quotas: Iterable[QuotaBar], look: Look, width: float) -> QuotaColumns:
    """As the look has them; the bar gives way to longer words, down to a quarter of itself."""
    unit, small, shown = width / 324, look.font("small"), tuple(quotas)
    name = max(94 * unit, *(width_of(quota.name, small) + 1 for quota in shown), 0.0)
    reset = max(100 * unit - 6, *(width_of(quota.reset, small) + 1 for quota in shown), 0.0)
    bar = width - 46 * unit - 6 - name - reset
    least = 21 * unit
    return QuotaColumns(name, bar) if bar >= least else QuotaColumns(name + bar - least, least)


def paint_quota(
    painter: QPainter, rect: QRectF, quota: QuotaBar, look: Look, columns: QuotaColumns | None = None
) -> None:
    """Name, bar, share used and when the window starts anew, in the columns of its list."""
    small = look.font("small")
    second, third = look.color("text.second"), look.color("text.third")
    unit = rect.width() / 324
    wide, bar_wide = columns or quota_columns((quota,), look, rect.width())
    text_in(painter, QRectF(rect.left(), rect.top(), wide, rect.height()), quota.name, small, second)
    bar = QRectF(rect.left() + wide + 6 * unit, rect.center().y() - 2, bar_wide, 4)
    paint_meter(painter, bar, quota.share, look)
    percent = QRectF(bar.right(), rect.top(), 40 * unit, rect.height())
    text_in(painter, percent, quota.percent, look.font("label"), look.color("text.ink"), _RIGHT)
    rest = QRectF(percent.right() + 6, rect.top(), rect.right() - percent.right() - 6, rect.height())
    text_in(painter, rest, quota.reset, small, third, _RIGHT)


def _right_of_title(
    painter: QPainter, text: QRectF, left: float, row: ListRow, look: Look, columns: Columns
) -> float:
    """Paints what stands at the right of a title; says how much room it takes."""
    if row.context is not None:
        return _money(painter, text, row, look, columns) + _BETWEEN / 2
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


def _money(painter: QPainter, rect: QRectF, row: ListRow, look: Look, columns: Columns) -> float:
    """Direct and context, each aligned at its decimal sign; says how much room they and the gap take."""
    decimal, unit = columns.written.decimal, columns.written.unit
    color = look.color("meaning.not_linked_text" if row.mark is Mark.NOT_LINKED else "text.ink")
    text = row.figure.text if row.figure else ""
    direct = rect.adjusted(0, 0, -columns.context, 0)
    whole = _aligned(
        painter,
        direct,
        split_amount(text, decimal, unit),
        look.font("body", 500),
        color,
        f"{decimal}00{unit}",
    )
    if row.context:
        parts = split_amount(f"+ {row.context}", decimal)
        _aligned(painter, rect, parts, look.font("small"), look.color("text.third"), f"{decimal}00")
    return rect.right() - whole


def split_amount(text: str, decimal: str, unit: str = "") -> tuple[str, str]:
    """An amount before its decimal sign, and from it on; one without a fraction is parted before its unit."""
    whole, point, fraction = text.partition(decimal)
    if not point and unit and text.endswith(unit):
        return text.removesuffix(unit), unit
    return whole, point + fraction


def _aligned(
    painter: QPainter, rect: QRectF, parts: tuple[str, str], font: QFont, color: QColor, longest: str
) -> float:
    """A figure with its decimal sign where a slot as wide as the longest tail begins; says where the figure begins."""
    whole, tail = parts
    slot = rect.right() - width_of(longest, font)
    box = QRectF(rect.left(), rect.top(), slot - rect.left(), rect.height())
    wide = text_in(painter, box, whole, font, color, _RIGHT)
    if tail:
        text_in(
            painter,
            QRectF(slot, rect.top(), rect.right() - slot, rect.height()),
            tail,
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
