"""A small table on paper: hairlines, figures to the right, long texts in several lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter

from outlay.domain.pictures import Mark
from outlay.domain.shared_page import PageRow, PageTable
from outlay.painting.lines import horizontal, text_at
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.painting.paper_look import figures_at, figures_width
from outlay.painting.paragraph import broken
from outlay.painting.sheet_plan import Slice

_MARK = 20.0
_DOT = 8.0
_BETWEEN = 16.0
_AIR = 4.0
_UNBROKEN = 8
"""A table of so many rows stands on one sheet."""

_WIDEST = 0.3
"""Of the whole width, what a column after the first may take."""


class _Column(NamedTuple):
    left: float
    width: float
    right: bool


class _Cells(NamedTuple):
    """The cells of a row, each in its lines."""

    lines: tuple[tuple[str, ...], ...]
    font: QFont
    color: str
    mark: Mark = Mark.NONE


def table_slices(table: PageTable, width: float, look: Look) -> Iterator[Slice]:
    """The head, which no sheet ends with, every row, and the total below its double rule."""
    columns = _columns(table, width, look)
    head = _cells(table.head, columns, look.font("label"), "text.third")
    yield _slice(head, columns, width, look)._replace(gap=4.0, holds_next=True)
    rows = [_row(row, columns, look) for row in table.rows]
    for at, row in enumerate(rows):
        is_last = at == len(rows) - 1
        holds = bool(table.total) if is_last else len(rows) <= _UNBROKEN
        yield _slice(row, columns, width, look)._replace(holds_next=holds)
    if table.total:
        total = _cells(table.total, columns, look.font("body_strong"), "text.ink")
        yield _slice(total, columns, width, look, double=True)


def _row(row: PageRow, columns: Sequence[_Column], look: Look) -> _Cells:
    return _cells(row.cells, columns, look.font("body"), "text.ink")._replace(mark=row.mark)


def _cells(texts: Sequence[str], columns: Sequence[_Column], font: QFont, color: str) -> _Cells:
    lines = tuple(broken(text, font, one.width) for text, one in zip(texts, columns, strict=True))
    return _Cells(lines, font, color)


def _columns(table: PageTable, width: float, look: Look) -> tuple[_Column, ...]:
    body, label, strong = look.font("body"), look.font("label"), look.font("body_strong")
    wide = []
    for at in range(1, len(table.head)):
        cells = [figures_width(row.cells[at], body) for row in table.rows]
        total = [figures_width(table.total[at], strong)] if table.total else []
        wide.append(min(width * _WIDEST, max(figures_width(table.head[at], label), *cells, *total) + 1))
    first = width - _MARK - sum(wide) - _BETWEEN * len(wide)
    columns, left = [_Column(_MARK, first, right=False)], _MARK + first
    for one, right in zip(wide, table.figures[1:], strict=True):
        columns.append(_Column(left + _BETWEEN, one, right))
        left += _BETWEEN + one
    return tuple(columns)


def _slice(
    cells: _Cells, columns: Sequence[_Column], width: float, look: Look, *, double: bool = False
) -> Slice:
    row = _Row(cells, columns, width, look, double)
    return Slice(row.height, row.paint)


class _Row:
    """One row as it is painted; `double` is the rule below a total."""

    def __init__(
        self,
        cells: _Cells,
        columns: Sequence[_Column],
        width: float,
        look: Look,
        double: bool,  # noqa: FBT001
    ) -> None:
        self._cells, self._columns, self._width = cells, columns, width
        self._look, self._double = look, double
        self._step = look.line("small")
        self.height = max(1, *(len(lines) for lines in cells.lines)) * self._step + _AIR

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Mark, cells and rule from the top left corner on."""
        base = at.y() + _AIR / 2 + self._step * 0.76
        centre = QPointF(at.x() + _DOT / 2 + 1, base - _DOT / 2)
        paint_mark(painter, self._cells.mark, centre, _DOT, self._look)
        for lines, column in zip(self._cells.lines, self._columns, strict=True):
            for number, line in enumerate(lines):
                self._line(painter, QPointF(at.x() + column.left, base + number * self._step), column, line)
        self._rule(painter, QPointF(at.x(), at.y() + self.height - 1))

    def _line(self, painter: QPainter, at: QPointF, column: _Column, line: str) -> None:
        font, color = self._cells.font, self._look.color(self._cells.color)
        if column.right:
            figures_at(painter, at + QPointF(column.width, 0), line, font, color)
        else:
            text_at(painter, at, line, font, color)

    def _rule(self, painter: QPainter, at: QPointF) -> None:
        name = "line.rule" if self._double else "line.hairline_strong"
        for below in (0.0, 3.0) if self._double else (0.0,):
            horizontal(painter, at.x(), at.y() + below, self._width, self._look.color(name))
