"""The page for a 1:1 on paper. The preview and the PDF are painted by the same functions."""

from collections.abc import Iterator
from functools import partial
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from outlay.domain.charts import WhereStrip
from outlay.domain.shared_page import PageBlock, SharedPage
from outlay.painting.lines import horizontal, text_at, width_of
from outlay.painting.look import Look
from outlay.painting.paper_strip import paint_paper_strip
from outlay.painting.paper_table import table_slices
from outlay.painting.paragraph import broken
from outlay.painting.sheet_plan import Sheet, SheetSize, Slice, foot_at, sheets_of
from outlay.painting.where_strip import STRIP

_BETWEEN = 13.0
_AFTER_TITLE = 10.0
_BETWEEN_PARAGRAPHS = 6.0
_AFTER_HEADING = 1.0
_BASE = 0.7
"""Where in a line's step its baseline lies."""

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def plan_shared_page(page: SharedPage, size: SheetSize, look: Look) -> tuple[Sheet, ...]:
    """The sheets of a page, each with its number where there are several."""
    slices = [*_text(page.title, "title", "text.ink", size, look, gap=0.0)]
    slices = [one._replace(holds_next=True) for one in slices]
    if page.notice:
        slices += _text(page.notice, "body", "text.second", size, look, gap=_BETWEEN_PARAGRAPHS)
    for at, block in enumerate(page.blocks):
        slices += _block(block, size, look, gap=_AFTER_TITLE if not at else _BETWEEN)
    return sheets_of([*slices, *_notes(page, size, look)], size)


def paint_sheet_number(painter: QPainter, at: int, of: int, size: SheetSize, look: Look) -> None:
    """`2 / 3` at the foot of a sheet; nothing where there is one alone."""
    if of > 1:
        text_at(painter, foot_at(size, look), f"{at} / {of}", look.font("micro"), look.color("text.third"))


def _block(block: PageBlock, size: SheetSize, look: Look, gap: float) -> Iterator[Slice]:
    for one in _text(block.heading, "heading", "text.ink", size, look, gap=gap):
        yield one._replace(holds_next=True)
    for at, paragraph in enumerate(block.paragraphs):
        gap = _BETWEEN_PARAGRAPHS if at else _AFTER_HEADING
        yield from _text(paragraph, "body", "text.ink", size, look, gap=gap)
    if block.strip:
        paint = partial(_strip, block.strip, size.inside, look)
        yield Slice(STRIP, paint, gap=_BETWEEN_PARAGRAPHS, holds_next=True)
    if block.table:
        yield from table_slices(block.table, size.inside, look)
    for paragraph in block.after:
        yield from _text(paragraph, "body", "text.second", size, look)


def _text(
    text: str, style: str, color: str, size: SheetSize, look: Look, gap: float = _BETWEEN_PARAGRAPHS
) -> Iterator[Slice]:
    """A paragraph, a slice for each line; what it is written in stands at its own side."""
    font, ink = look.font(style), look.color(color)
    step = look.line(style)
    aside = _begins_right(text)
    lines = (line for part in text.split("\n") for line in broken(part, font, size.inside))
    for at, line in enumerate(lines):
        left = size.inside - width_of(line, font) if aside else 0.0
        place = QPointF(left, step * _BASE)
        yield Slice(step, partial(_line, line, font, ink, place), gap=0.0 if at else gap)


def _line(line: str, font: QFont, ink: QColor, place: QPointF, painter: QPainter, at: QPointF) -> None:
    text_at(painter, at + place, line, font, ink)


def _strip(strip: WhereStrip, width: float, look: Look, painter: QPainter, at: QPointF) -> None:
    paint_paper_strip(painter, QRectF(at.x(), at.y(), width, STRIP), strip, look)


def _notes(page: SharedPage, size: SheetSize, look: Look) -> Iterator[Slice]:
    if not page.notes:
        return
    yield Slice(1.0, partial(_rule, size.inside, look), gap=_BETWEEN + _BETWEEN_PARAGRAPHS, holds_next=True)
    for note in page.notes:
        yield from _text(note, "micro", "text.third", size, look, gap=4.0)


def _rule(width: float, look: Look, painter: QPainter, at: QPointF) -> None:
    horizontal(painter, at.x(), at.y(), width, look.color("line.hairline_strong"))


def _begins_right(text: str) -> bool:
    """Whether the first letter that has a direction is of a script that runs from the right."""
    strong = (bidirectional(letter) for letter in text)
    return next((one in _RIGHT_TO_LEFT for one in strong if one in {"L", "R", "AL"}), False)
