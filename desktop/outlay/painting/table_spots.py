"""The cells of a row where they stand: what they may take, what is cut, where their links lie."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from outlay.domain.pictures import Mark
from outlay.domain.tables import Cell, Kind, Row, RowState, Tone
from outlay.painting.face import Fonted, elided
from outlay.painting.table_needs import is_words
from outlay.painting.table_plan import TONES, Place, Plan, font_of_cell, mark_room, single_height, wrapped

BEFORE_SECOND = 5.0
BEFORE_LINK = 8.0

_SECOND_SHARE = 0.48
_SUMS = (RowState.TOTAL, RowState.GRAND_TOTAL)
_KINDS = {
    Kind.TEXT: "text.second",
    Kind.FIGURE: "text.second",
    Kind.MONEY: "text.ink",
    Kind.CONTEXT: "text.third",
    Kind.CHIP: "text.second",
    Kind.BAR: "text.second",
    Kind.MARK: "text.ink",
}


class Spot(NamedTuple):
    """A cell where it is painted: its row's rectangle, and from where to where its text may run."""

    plan: Plan
    row: Row
    cell: Cell
    place: Place
    rect: QRectF
    left: float
    right: float

    @property
    def font(self) -> Fonted:
        """The font of its text."""
        return font_of_cell(self.plan.face, self.place.column, self.cell, self.row, titled=self.titled)

    @property
    def first(self) -> bool:
        """Whether it names the row."""
        return self.place.number == self.plan.first_text

    @property
    def titled(self) -> bool:
        """Whether its second text lies below its title."""
        plain = self.row.state in (RowState.PLAIN, RowState.QUIET)
        return self.first and self.plan.table.two_line and plain

    @property
    def color(self) -> QColor:
        """The colour of its text."""
        return self.plan.face.look.color(_color_name(self))

    @property
    def base(self) -> float:
        """The baseline of a single line in the row."""
        return self.plan.face.font("body").baseline(self.rect)


class Part(NamedTuple):
    """A piece of a cell's text, cut to its room, and the gap behind it."""

    text: str
    font: Fonted
    color: QColor
    gap: float

    @property
    def taken(self) -> float:
        """Its width with the gap behind it."""
        return self.font.width(self.text) + self.gap if self.text else 0.0


def spots_of(row: Row, plan: Plan, rect: QRectF) -> tuple[Spot, ...]:
    """The cells of a row that are not empty, in the order of their columns."""
    filled = [place for place in plan.places if _holds_something(row.cell(place.number))]
    box = line_box(row, plan, rect)
    return tuple(_spot(row, plan, place, filled, box) for place in filled)


def line_box(row: Row, plan: Plan, rect: QRectF) -> QRectF:
    """Where a row's single lines are centred: its whole height, or its first line where texts are broken."""
    box = rect.adjusted(0, 0, 0, -1)
    if any(place.column.wraps for place in plan.places) and row.state is RowState.PLAIN:
        box.setHeight(single_height(plan.table, plan.face) - 1)
    return box


def link_rect(spot: Spot) -> QRectF | None:
    """Where a cell's link lies on one line, None when it has none."""
    if spot.cell.link is None:
        return None
    font = link_font(spot)
    width = font.width(spot.cell.link.text)
    if spot.place.at_right:
        return QRectF(spot.place.right - width, spot.rect.top(), width, spot.rect.height())
    before = spot.left + room_of(spot)
    taken = sum(part.taken for part in parts_of(spot))
    return QRectF(before + taken, spot.rect.top(), width, spot.rect.height())


def link_at(spot: Spot, at: QPointF) -> str:
    """What the link under a point opens; empty when there is none."""
    if spot.cell.link is None:
        return ""
    if is_wrapped(spot):
        return wrapped(spot.plan, spot.place, spot.cell, spot.row).link_at(at - words_corner(spot))
    rect = link_rect(spot)
    return spot.cell.link.what if rect is not None and rect.contains(at) else ""


def needed_width(spot: Spot) -> float:
    """The width at which nothing of a cell is cut."""
    small = spot.plan.face.font("small", 400)
    second = small.width(spot.cell.second) if spot.cell.second else 0.0
    text, scale = spot.font.width(spot.cell.text), spot.plan.face.scale
    beside = max(text, second) if spot.titled else text + (BEFORE_SECOND * scale + second if second else 0.0)
    link = link_font(spot).width(spot.cell.link.text) + BEFORE_LINK * scale if spot.cell.link else 0.0
    return room_of(spot) + beside + link


def parts_of(spot: Spot) -> tuple[Part, ...]:
    """Text and second text, cut to the room: the second takes at most its share, the text what is left."""
    face, cell = spot.plan.face, spot.cell
    small = face.font("small", 400)
    link = cell.link
    gap = BEFORE_LINK * face.scale if link else 0.0
    before_second = BEFORE_SECOND * face.scale
    room = spot.right - spot.left - room_of(spot) - (gap + link_font(spot).width(link.text) if link else 0.0)
    second = "" if spot.titled else cell.second
    if second:
        most = max(room * _SECOND_SHARE, room - spot.font.width(cell.text) - before_second)
        second = elided(second, small, most)
    kept = small.width(second) + before_second if second else 0.0
    text = elided(cell.text, spot.font, room - kept, middle=spot.place.column.mono)
    return (
        Part(text, spot.font, spot.color, before_second if second else gap),
        Part(second, small, face.look.color("text.third"), gap),
    )


def link_font(spot: Spot) -> Fonted:
    """The font of a cell's link."""
    return spot.plan.face.font(spot.place.column.style)


def room_of(spot: Spot) -> float:
    """What a mark before the text takes."""
    if spot.cell.mark is Mark.NONE:
        return 0.0
    return mark_room(spot.place.column, spot.plan.face, first=spot.first)


def is_wrapped(spot: Spot) -> bool:
    """Whether a cell is broken into lines."""
    return spot.place.column.wraps and spot.row.state is RowState.PLAIN


def words_corner(spot: Spot) -> QPointF:
    """Where wrapped words begin, so that their first line stands on the row's baseline."""
    step = spot.plan.face.look.line(spot.place.column.style)
    return QPointF(spot.left + room_of(spot), spot.rect.center().y() - step / 2)


def _spot(row: Row, plan: Plan, place: Place, filled: list[Place], box: QRectF) -> Spot:
    cell = row.cell(place.number) or Cell()
    left, right = place.left, place.right
    if place.number == plan.first_text:
        left = _first_left(row, plan, left)
    if place.at_right and is_words(cell.text):
        before = [one.right for one in filled if one.left < place.left]
        left = max(before, default=0.0)
    elif cell.wide or row.state is RowState.GROUP or (row.state in _SUMS and not place.at_right):
        after = [one.left for one in filled if one.left > place.left]
        right = min(after, default=plan.width - plan.table.inset)
    return Spot(plan, row, cell, place, box, left, right)


def _holds_something(cell: Cell | None) -> bool:
    return cell is not None and bool(
        cell.text or cell.second or cell.bar or cell.link or cell.mark is not Mark.NONE
    )


def _first_left(row: Row, plan: Plan, left: float) -> float:
    """Heads and sums without a gutter begin at the table's edge."""
    if row.state is RowState.GROUP and not plan.gutter:
        return 0.0
    if row.state in _SUMS:
        return float(plan.table.inset) if plan.gutter else 0.0
    return left + plan.indent(row)


def _color_name(spot: Spot) -> str:
    cell, state = spot.cell, spot.row.state
    if cell.tone is not Tone.USUAL:
        return TONES[cell.tone]
    if state in _SUMS or (spot.first and state is not RowState.QUIET):
        return "text.ink"
    if state is RowState.QUIET or (spot.place.at_right and is_words(cell.text)):
        return "text.third"
    return _KINDS[spot.place.column.kind]
