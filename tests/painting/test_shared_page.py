"""The page for a 1:1 on paper: nothing is cut, no heading stands alone, and each script begins at its own side."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from outlay.domain.charts import WentPart, WhereStrip
from outlay.domain.pictures import Mark
from outlay.domain.shared_page import PageBlock, PageRow, PageTable, SharedPage
from outlay.exports.pdf import paper_look
from outlay.painting.lines import width_of
from outlay.painting.paper_look import figures_width
from outlay.painting.paper_strip import paint_paper_strip
from outlay.painting.shared_page import plan_shared_page
from outlay.painting.sheet_plan import A4, LETTER, MARGIN, paint_sheet

LONG = "Sort the basket by what the customer asked for last, and say why. " * 12


def page(*blocks, notes=("n 3.",)):
    return SharedPage("Week 47, 16 \u2013 22 Nov 2026", "en", blocks, notes)


def table(rows, words="Sort the basket"):
    made = tuple(PageRow(Mark.COMMIT, (f"{words} {n}", "Repository A", "$4.8")) for n in range(rows))
    return PageTable(("Item", "Repository", "Direct spend"), made, (False, False, True))


def ink(sheet, size):
    """Columns and rows of a sheet that anything is painted in, as (left, top, right, bottom)."""
    image = QImage(int(size.width), int(size.height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_sheet(painter, sheet)
    painter.end()
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(0, image.width(), 2)
        if image.pixel(x, y) & 0xFF < 0xE0
    ]
    return (
        min(x for x, _ in dark),
        min(y for _, y in dark),
        max(x for x, _ in dark),
        max(y for _, y in dark),
    )


@pytest.mark.parametrize("size", [A4, LETTER], ids=["A4", "Letter"])
def test_everything_lies_between_the_margins(qapp, size):
    blocks = [PageBlock("What mattered", (LONG,)), PageBlock("What shipped", table=table(9, LONG))]
    (sheet, *_) = plan_shared_page(page(*blocks), size, paper_look())
    left, top, right, bottom = ink(sheet, size)
    assert left >= MARGIN - 1
    assert top >= MARGIN - 1
    assert right <= size.width - MARGIN + 1
    assert bottom <= size.height - 40


def test_long_tables_go_on_with_every_row_on_the_next_sheet(qapp):
    look = paper_look()
    few, many = (plan_shared_page(page(PageBlock("S", table=table(n))), A4, look) for n in (10, 200))
    assert len(few) == 1
    assert len(many) > 3
    assert sum(map(len, many)) - sum(map(len, few)) == 190


def test_no_sheet_ends_with_a_heading(qapp):
    look = paper_look()
    for lines in range(30, 50):
        blocks = [
            PageBlock("First", tuple(f"Line {n}" for n in range(lines))),
            PageBlock("Second", ("Text.",)),
        ]
        for sheet in plan_shared_page(page(*blocks), A4, look):
            assert not sheet[-1].slice.holds_next


def test_a_small_table_stays_on_one_sheet_with_its_heading(qapp):
    look = paper_look()
    heading_and_table = 1 + 1 + 5
    broken = 0
    for lines in range(20, 46):
        words = tuple(f"Line {n}" for n in range(lines))
        blocks = PageBlock("First", words), PageBlock("Second", table=table(5))
        _, *rest = plan_shared_page(page(*blocks, notes=()), A4, look)
        broken += bool(rest)
        assert not rest or len(rest[-1]) >= heading_and_table
    assert broken


def test_the_parts_of_the_strip_are_told_apart_without_colour(qapp):
    marks = (Mark.PULL_REQUEST, Mark.OPEN, Mark.SET_ASIDE, Mark.NOT_LINKED)
    strip = WhereStrip(tuple(WentPart(mark, 1, 0, mark.value) for mark in marks), "", "")
    image = QImage(400, 14, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_paper_strip(painter, QRectF(0, 0, 400, 14), strip, paper_look())
    painter.end()
    greys = [
        sum(image.pixelColor(x, y).lightness() for x in range(left + 5, left + 85) for y in range(3, 11))
        / 640
        for left in (0, 100, 200, 300)
    ]
    ordered = sorted(greys)
    assert min(after - before for before, after in pairwise(ordered)) > 10


def test_text_from_the_right_begins_at_the_right(qapp):
    look = paper_look()
    hebrew = page(PageBlock("", ("\u05e9\u05dc\u05d5\u05dd",)), notes=())._replace(title="")
    latin = page(PageBlock("", ("Peace",)), notes=())._replace(title="")
    from_left, from_right = (ink(plan_shared_page(one, A4, look)[0], A4) for one in (latin, hebrew))
    assert from_left[0] < A4.width / 4
    assert from_right[0] > A4.width / 2


def test_figures_in_a_column_are_as_wide_as_each_other_whatever_their_digits(qapp):
    font = paper_look().font("body")
    assert width_of("$1.11", font) < width_of("$8.88", font)
    assert figures_width("$1.11", font) == figures_width("$8.88", font)
