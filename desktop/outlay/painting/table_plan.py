"""Where everything of a table stands: columns, decimal signs, the heights of rows. No painter is needed."""

from dataclasses import dataclass
from typing import NamedTuple

from outlay.domain.pictures import Mark
from outlay.domain.tables import Cell, Column, Density, Kind, Row, RowState, Table, Tone
from outlay.domain.words import Run, Words
from outlay.painting.face import Face, Fonted
from outlay.painting.table_needs import AT_RIGHT, SUM_WEIGHT, Need
from outlay.painting.table_widths import MARK_COLUMN, gap_after, widths_of
from outlay.painting.words import SetWords

_GUTTER = 16.0
_STEP = 16.0
_MARK_INSIDE = 15.0
_HEIGHTS = {Density.COMPACT: 29, Density.NORMAL: 32, Density.ROOMY: 38}
_AIR = {Density.COMPACT: 11, Density.NORMAL: 12, Density.ROOMY: 18}
_TWO_LINE, _TWO_LINE_AIR = 42, 8
_GROUP, _GROUP_AIR = 30, 12
_DOUBLE_RULE = 4
_NO_BREAK = "\u00a0"
_LINE = "\u2028"
"""Ends a line inside a paragraph."""

TONES = {
    Tone.INK: "text.ink",
    Tone.SECOND: "text.second",
    Tone.QUIET: "text.third",
    Tone.NOT_LINKED: "meaning.not_linked_text",
    Tone.STALE: "status.stale",
    Tone.FAILING: "status.failing",
}
"""The colours of tones that are told."""


class Place(NamedTuple):
    """Where a column stands; `point` is where its decimal sign begins."""

    number: int
    column: Column
    left: float
    right: float
    point: float

    @property
    def at_right(self) -> bool:
        """Whether its cells end at its right side."""
        return self.column.kind in AT_RIGHT


@dataclass(frozen=True, slots=True)
class Plan:
    """A table in a width: the columns that are shown, from left to right.

    `first_text` is the number of the column that names the rows, -1 for none; `gutter` the room for what folds them.
    """

    table: Table
    face: Face
    width: float
    places: tuple[Place, ...]
    gutter: float
    first_text: int

    def indent(self, row: Row) -> float:
        """How far a row's first text is moved in; a mark or the gutter moves the first level already."""
        cell = row.cell(self.first_text) if self.first_text >= 0 else None
        moved = bool(self.gutter) or (cell is not None and cell.mark is not Mark.NONE)
        steps = max(0, row.level - 1) if moved else row.level
        return self.gutter + steps * _STEP * self.face.scale

    def place(self, key: str) -> Place:
        """The place of a column that is shown; KeyError when it is not."""
        for place in self.places:
            if place.column.key == key:
                return place
        raise KeyError(key)


def plan_of(table: Table, face: Face, width: float, needs: tuple[Need, ...]) -> Plan:
    """The columns in a width."""
    places, left = [], float(table.inset)
    for number, wide in widths_of(table, face, width, needs).items():
        column = table.columns[number]
        right = left + wide
        places.append(Place(number, column, left, right, right - needs[number].fraction))
        left = right + gap_after(column)
    gutter = _GUTTER * face.scale if any(row.expandable for row in table.rows) else 0.0
    first_text = next((place.number for place in places if place.column.kind is Kind.TEXT), -1)
    return Plan(table, face, width, tuple(places), gutter, first_text)


def head_height(table: Table, face: Face) -> int:
    """The head's height; 0 without any words in it."""
    if not table.heading and not any(column.title for column in table.columns):
        return 0
    tallest = max(face.font("label").metrics.height(), face.font("heading").metrics.height())
    return round(max(face.look.size("size.table_head"), tallest + 11))


def row_height(plan: Plan, row: Row) -> int:
    """A row's height with the line below it."""
    table, face = plan.table, plan.face
    if row.state is RowState.GROUP:
        return round(max(_GROUP, face.font("body", 500).metrics.height() + _GROUP_AIR))
    if row.state in (RowState.TOTAL, RowState.GRAND_TOTAL):
        double = _DOUBLE_RULE if row.state is RowState.GRAND_TOTAL else 0
        return single_height(table, face) + double
    if table.two_line:
        lines = face.font("body").metrics.height() + face.font("small").metrics.height()
        return round(max(_TWO_LINE, lines + _TWO_LINE_AIR + 1))
    return round(single_height(table, face) + _more_lines(plan, row))


def single_height(table: Table, face: Face) -> int:
    """The height of a row of one line."""
    height = face.font("body").metrics.height() + _AIR[table.density]
    return round(max(_HEIGHTS[table.density], height))


def font_of_cell(face: Face, column: Column, cell: Cell, row: Row, *, titled: bool = False) -> Fonted:
    """The font a cell's text is set in; `titled` for the title of a row of two lines."""
    if row.state in (RowState.TOTAL, RowState.GRAND_TOTAL):
        return face.font("body", SUM_WEIGHT)
    if column.mono:
        return face.mono()
    strong = cell.strong or titled or row.state is RowState.GROUP
    return face.font(column.style, 500 if strong else None)


def mark_room(column: Column, face: Face, *, first: bool) -> float:
    """The room of a mark before a text, so that texts with one begin below each other."""
    if column.kind is Kind.MARK:
        return 0.0
    return (MARK_COLUMN if first else _MARK_INSIDE) * face.scale


def wrapped(plan: Plan, place: Place, cell: Cell, row: Row) -> SetWords:
    """The words of a cell that is broken into lines."""
    left = place.left + (plan.indent(row) if place.number == plan.first_text else 0.0)
    if cell.mark is not Mark.NONE:
        left += mark_room(place.column, plan.face, first=place.number == plan.first_text)
    usual = "text.ink" if place.number == plan.first_text else "text.second"
    tone = TONES.get(cell.tone, usual)
    return SetWords(_words(cell), plan.face.look, place.column.style, place.right - left, tone)


def _words(cell: Cell) -> Words:
    runs = [Run(cell.text, strong=cell.strong)]
    if cell.second:
        runs += [Run("  "), Run(cell.second.replace(" ", _NO_BREAK), quiet=True)]
    if cell.below:
        runs.append(Run(f"{_LINE}{cell.below}", quiet=True))
    if cell.link:
        runs += [Run("  " if cell.text else ""), Run(cell.link.text, link=cell.link.what)]
    return tuple(run for run in runs if run.text)


def _more_lines(plan: Plan, row: Row) -> float:
    most = 0.0
    for place in plan.places:
        cell = row.cell(place.number)
        if place.column.wraps and cell is not None and (cell.text or cell.link):
            words = wrapped(plan, place, cell, row)
            most = max(most, words.height - plan.face.look.line(place.column.style))
    return most
