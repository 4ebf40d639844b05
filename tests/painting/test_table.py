"""The table's geometry and its pixels: decimal signs below each other, rules where sums are, nothing cut."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from outlay.domain.tables import Bar, Cell, Column, Density, Kind, Link, Row, RowState, Table
from outlay.domain.words import Run
from outlay.painting.face import Face
from outlay.painting.look import Look
from outlay.painting.table import Shown, figures_left, paint_head, paint_row
from outlay.painting.table_needs import needs_of, split_figure
from outlay.painting.table_plan import (
    Plan,
    font_of_cell,
    head_height,
    plan_of,
    row_height,
)
from outlay.painting.table_spots import link_at, needed_width, spots_of
from outlay.painting.words import SetWords
from ui import tables

WIDTH = 560


def planned(table: Table, look: Look, width: float = WIDTH) -> Plan:
    face = Face(look)
    return plan_of(table, face, width, needs_of(table, face))


def painted(paint, height: int, width: int = WIDTH, scale: float = 1, ground: str = "white") -> QImage:
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(ground))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def row_image(plan: Plan, row: Row, shown: Shown | None = None, scale: float = 1) -> QImage:
    height = row_height(plan, row)
    rect = QRectF(0, 0, plan.width, height)
    ground = plan.face.look.color("surface.sheet").name()
    return painted(
        lambda p: paint_row(p, rect, row, plan, shown or Shown()), height, round(plan.width), scale, ground
    )


def inked(image: QImage, left: float, right: float, *, rows: range) -> list[int]:
    ground = image.pixelColor(0, image.height() // 2)
    return [
        x
        for x in range(round(left), min(round(right), image.width()))
        if any(image.pixelColor(x, y) != ground for y in rows)
    ]


def of_key(table: Table, key: str) -> Row:
    return next(row for row in table.rows if row.key == key)


def test_figures_of_every_weight_meet_at_one_decimal_sign(look):
    column = Column("direct", "Direct", Kind.MONEY)
    texts = {"$21": 500, "$4.8": 500, "1,234.50": 400, "$0.70": 400, "$70.20": 600}
    rows = tuple(
        Row(
            text,
            (Cell("x"), Cell(text, strong=weight == 500)),
            state=RowState.TOTAL if weight == 600 else RowState.PLAIN,
        )
        for text, weight in texts.items()
    )
    table = Table((Column("item"), column), rows)
    plan = planned(table, look)
    place = plan.place("direct")
    for row in rows:
        cell = row.cell(1)
        whole = font_of_cell(plan.face, column, cell, row).width(split_figure(cell.text, ".")[0])
        found = inked(row_image(plan, row), place.left - 4, place.right + 2, rows=range(6, 24))
        assert found[0] == pytest.approx(place.point - whole, abs=2)
        before = [x for x in found if x < place.point - 0.5]
        assert before[-1] == pytest.approx(place.point - 1, abs=2)
        assert found[-1] <= place.right + 0.5


def test_a_decimal_sign_of_another_language_aligns_too(look):
    rows = (
        Row("a", (Cell("x"), Cell("27,50\u00a0\u20ac"))),
        Row("b", (Cell("x"), Cell("1.234,00\u00a0\u20ac"))),
    )
    table = Table((Column("item"), Column("direct", kind=Kind.MONEY)), rows, decimal=",")
    place = planned(table, look).place("direct")
    fraction = Face(look).font("body", 600).width(",50\u00a0\u20ac")
    assert place.right - place.point == pytest.approx(fraction, abs=0.1)
    assert split_figure("1.234,00", ",") == ("1.234", ",00")


def test_figures_are_never_cut_however_narrow_the_table_is(look):
    for width in (300, 420, 692, 1120):
        for scale in (1.0, 1.5, 2.0):
            large = Look(look.tokens, look.family, scale)
            table = tables.spend()
            plan = planned(table, large, width)
            for row in table.rows:
                for spot in spots_of(row, plan, QRectF(0, 0, width, 32)):
                    if spot.place.at_right:
                        room = spot.place.right - spot.place.left
                        assert needed_width(spot) <= room + 0.5


def test_columns_hide_and_shrink_before_the_title_is_lost(look):
    wide, narrow = planned(tables.spend(), look, 920), planned(tables.spend(), look, 692)
    assert {place.column.key for place in wide.places} - {place.column.key for place in narrow.places} == {
        "models",
        "output",
    }
    assert narrow.place("project").right - narrow.place("project").left >= 180
    large = planned(tables.spend(), Look(look.tokens, look.family, 2.0), 852)
    assert "went" not in {place.column.key for place in large.places}


def test_columns_never_overlap_and_end_at_the_inset(look):
    for table in (
        tables.what_shipped(),
        tables.where_it_went(),
        tables.shipped(),
        tables.spend(),
        tables.money(),
    ):
        plan = planned(table, look, 700)
        for one, following in zip(plan.places, plan.places[1:], strict=False):
            assert following.left >= one.right
        assert plan.places[-1].right == pytest.approx(700 - table.inset, abs=0.1)


@pytest.mark.parametrize("scale", [1, 1.25, 2])
def test_a_grand_total_stands_on_a_double_rule(look, scale):
    table = tables.where_it_went()
    plan = planned(table, look)
    image = row_image(plan, table.rows[-1], scale=scale)
    rule = look.color("line.rule")
    thick = max(1, round(scale))
    clear = round((figures_left(plan) - 8) * scale)
    lines = [y for y in range(image.height()) if image.pixelColor(clear, y) == rule]
    assert len(lines) == 2 * thick
    assert lines[-1] == image.height() - 1
    assert lines[thick] - lines[thick - 1] - 1 == pytest.approx(2 * scale, abs=1)


def test_a_rule_across_lies_above_the_grand_total_and_only_figures_carry_one_above_a_sum(look):
    table = tables.money()
    plan = planned(table, look)
    rule, hairline = look.color("line.rule"), look.color("line.hairline")
    before_sum = row_image(plan, of_key(table, "n3"), Shown(below=RowState.TOTAL))
    bottom = before_sum.height() - 1
    assert before_sum.pixelColor(2, bottom) == hairline
    assert before_sum.pixelColor(round(figures_left(plan)) + 1, bottom) == rule
    before_all = row_image(plan, of_key(table, "ot"), Shown(below=RowState.GRAND_TOTAL))
    assert before_all.pixelColor(2, before_all.height() - 1) == rule


def test_a_row_ends_in_one_hairline_of_whole_pixels(look):
    table = tables.what_shipped()
    plan = planned(table, look)
    for scale in (1, 1.25, 2):
        image = row_image(plan, table.rows[0], scale=scale)
        hairline = look.color("line.hairline")
        lines = [y for y in range(image.height()) if image.pixelColor(0, y) == hairline]
        assert lines == list(range(image.height() - max(1, round(scale)), image.height()))


def test_a_selected_row_keeps_its_text_and_a_hovered_one_its_place(look):
    table = tables.shipped()
    plan = planned(table, look)
    row = of_key(table, "482")
    rest, selected = row_image(plan, row), row_image(plan, row, Shown(selected=True))
    assert selected.pixelColor(1, 5) == look.color("surface.selected")
    assert row_image(plan, row, Shown(hovered=True)).pixelColor(1, 5) == look.color("surface.hover")
    ink = look.color("text.ink")
    assert dark(rest, ink) == pytest.approx(dark(selected, ink), rel=0.1)


def dark(image: QImage, ink: QColor) -> int:
    return sum(image.pixelColor(x, y) == ink for x in range(image.width()) for y in range(image.height()))


def test_the_ring_lies_inside_the_row(look):
    table = tables.spend()
    plan = planned(table, look)
    image = row_image(plan, table.rows[1], Shown(ringed=True))
    ring = look.color("focus.ring")
    assert image.pixelColor(round(plan.width / 2), 0) == ring
    assert image.pixelColor(round(plan.width / 2), 1) == ring
    assert image.pixelColor(0, image.height() // 2) == ring


def test_the_ring_cuts_no_text_where_texts_begin_at_the_edge(look):
    table = tables.what_shipped()._replace(inset=0)
    plan = planned(table, look)
    rest, ringed = (row_image(plan, table.rows[1], Shown(ringed=on)) for on in (False, True))
    last = rest.height() - 3
    assert ringed.pixelColor(200, 0) == ringed.pixelColor(200, last + 2) == look.color("focus.ring")
    inside = (0, 2, rest.width(), last - 1)
    assert ringed.copy(*inside) == rest.copy(*inside)


def test_context_is_hatched_behind_direct_and_what_is_not_linked_is_outlined(look):
    columns = (Column("item"), Column("bar", kind=Kind.BAR, width=100))
    rows = (
        Row("a", (Cell("x"), Cell(bar=Bar(0.5, 0.3)))),
        Row("b", (Cell("x"), Cell(bar=Bar(0.5, outlined=True)))),
    )
    plan = planned(Table(columns, rows), look)
    left = plan.place("bar").left
    linked, not_linked = (row_image(plan, row) for row in rows)
    middle = linked.height() // 2 - 1
    shipped = look.color("meaning.shipped")
    assert linked.pixelColor(round(left + 20), middle) == shipped
    hatched = {linked.pixelColor(x, middle).name() for x in range(round(left + 53), round(left + 78))}
    assert len(hatched) > 2
    assert not_linked.pixelColor(round(left + 20), middle) == look.color("meaning.not_linked_fill")


def test_words_in_a_column_of_figures_run_over_the_empty_cells_before_them(look):
    table = tables.what_shipped()
    plan = planned(table, look)
    spot = next(
        spot
        for spot in spots_of(of_key(table, "9f31c2a"), plan, QRectF(0, 0, WIDTH, 29))
        if spot.cell.text == "no agent seen"
    )
    assert spot.left < plan.place("direct").left
    assert needed_width(spot) <= spot.right - spot.left


def test_a_cell_that_holds_nothing_is_as_good_as_none(look):
    table = tables.what_shipped()
    row = of_key(table, "9f31c2a")
    filled = row._replace(cells=tuple(cell or Cell() for cell in row.cells))
    plan = planned(table, look)
    rect = QRectF(0, 0, WIDTH, 29)
    assert [spot.left for spot in spots_of(row, plan, rect)] == [
        spot.left for spot in spots_of(filled, plan, rect)
    ]


def test_rows_stand_as_high_as_the_look_says_and_grow_with_the_text(look):
    table = tables.shipped()
    heights = {row.state: row_height(planned(table, look), row) for row in table.rows}
    assert heights == {RowState.GROUP: 30, RowState.PLAIN: 42, RowState.GRAND_TOTAL: 36}
    assert head_height(table, Face(look)) == 28
    one_line = {
        density: row_height(planned(tables.spend()._replace(density=density), look), tables.spend().rows[1])
        for density in Density
    }
    assert one_line == {Density.COMPACT: 29, Density.NORMAL: 32, Density.ROOMY: 38}
    large = Look(look.tokens, look.family, 2.0)
    plan = planned(table, large)
    body, small = plan.face.font("body").metrics.height(), plan.face.font("small").metrics.height()
    assert row_height(plan, of_key(table, "482")) > body + small
    assert row_height(plan, of_key(table, "api")) > body + 8


def test_a_column_that_wraps_makes_its_rows_higher_instead_of_cutting(look):
    table = tables.sources()
    wide, narrow = planned(table, look, 920), planned(table, look, 692)
    row = of_key(table, "cursor")
    assert row_height(wide, row) == 38
    assert row_height(narrow, row) == 38 + look.line("small")


def test_a_link_is_found_where_it_is_painted(look):
    rows = (Row("a", (Cell("4 more sessions", link=Link("Show", "more")),)),)
    plan = planned(Table((Column("item"),), rows), look)
    (spot,) = spots_of(rows[0], plan, QRectF(0, 0, WIDTH, 32))
    image = row_image(plan, rows[0])
    link = look.color("text.link")
    painted_at = [x for x in range(WIDTH) if any(image.pixelColor(x, y) == link for y in range(8, 24))]
    assert link_at(spot, QPointF(sum(painted_at) / len(painted_at), 15)) == "more"
    assert link_at(spot, QPointF(20, 15)) == ""


def test_titles_are_cut_before_they_run_into_each_other(look):
    columns = (Column("item", "A title that goes on and on", width=60), Column("next", "Next"))
    plan = planned(Table(columns, (Row("a", (Cell("x"), Cell("y"))),)), look)
    image = painted(lambda p: paint_head(p, QRectF(0, 0, WIDTH, 28), plan), 28)
    place = plan.place("item")
    assert not inked(image, place.right + 1, plan.place("next").left - 1, rows=range(2, 26))


def test_words_keep_their_links_over_a_line_break(look):
    words = (Run("Not linked, 9 % of the week. "), Run("Which days these were", link="days"))
    one, two = SetWords(words, look, "small", 400), SetWords(words, look, "small", 210)
    assert (one.lines, two.lines) == (1, 2)
    assert one.height == look.line("small")
    whats = {what for what, _ in two.links()}
    assert whats == {"days"}
    for what, rect in two.links():
        assert two.link_at(rect.center()) == what
    assert two.link_at(QPointF(5, 5)) == ""
