"""Pages of paper: slices of a text set one below the other and broken into sheets."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from outlay.painting.look import Look

MARGIN = 60.0
_BOTTOM = 46.0
_FOOT = 20.0


class Slice(NamedTuple):
    """A piece that is never broken. `holds_next`: it does not stand alone at the end of a sheet; `gap` falls away on top."""

    height: float
    paint: Callable[[QPainter, QPointF], None]
    gap: float = 0.0
    holds_next: bool = False


class Placed(NamedTuple):
    """A slice with its top left corner on the sheet."""

    at: QPointF
    slice: Slice


Sheet = tuple[Placed, ...]


class SheetSize(NamedTuple):
    """A sheet in device-independent pixels, 96 to the inch."""

    width: float
    height: float

    @property
    def inside(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN


A4 = SheetSize(794.0, 1123.0)
LETTER = SheetSize(816.0, 1056.0)


def sheets_of(slices: Sequence[Slice], size: SheetSize) -> tuple[Sheet, ...]:
    """The slices on as many sheets as they take, one at least."""
    sheets: list[list[Placed]] = [[]]
    y = MARGIN
    for group in _groups(slices):
        if sheets[-1] and y + _height(group) > size.height - _BOTTOM:
            sheets.append([])
            y = MARGIN
        for one in group:
            y += one.gap if sheets[-1] else 0.0
            sheets[-1].append(Placed(QPointF(MARGIN, y), one))
            y += one.height
    return tuple(tuple(sheet) for sheet in sheets)


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Everything on one sheet, on whatever ground there is."""
    for placed in sheet:
        placed.slice.paint(painter, placed.at)


def foot_at(size: SheetSize, look: Look) -> QPointF:
    """Where the number of a sheet stands: its baseline."""
    return QPointF(MARGIN, size.height - _FOOT - look.line("micro") / 2)


def _groups(slices: Sequence[Slice]) -> Iterable[list[Slice]]:
    group: list[Slice] = []
    for one in slices:
        group.append(one)
        if not one.holds_next:
            yield group
            group = []
    if group:
        yield group


def _height(group: Iterable[Slice]) -> float:
    return sum(one.gap + one.height for one in group)
