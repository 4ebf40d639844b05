"""Painters leave the right marks at the right places, at one and at two device pixels a pixel."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from outlay.domain.pictures import Figure, ListRow, Mark, Pair, QuotaBar, StripBar, StripChart
from outlay.painting.hatch import paint_hatch
from outlay.painting.lines import horizontal
from outlay.painting.look import Look
from outlay.painting.marks import paint_mark
from outlay.painting.pair import paint_pair, pair_height
from outlay.painting.paragraph import broken
from outlay.painting.rows import paint_quota, paint_row, split_amount
from outlay.painting.rule_bar import paint_meter, paint_not_linked_bar, paint_rule_bar
from outlay.painting.strip_chart import PLOT, paint_strip, strip_height
from outlay.painting.table_needs import split_figure

WIDTH, HEIGHT = 324, 120


def canvas(scale: int = 1) -> QImage:
    image = QImage(WIDTH * scale, HEIGHT * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    return image


def drawn(paint, scale: int = 1) -> QImage:
    image = canvas(scale)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def inked_columns(image: QImage, y: int, ground: QColor) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, y) != ground]


def rect(height: float = HEIGHT) -> QRectF:
    return QRectF(0, 0, WIDTH, height)


def pair(spend: str, sign: str = "") -> Pair:
    return Pair(Figure(sign, spend), "list value", "7", "shipped", "")


@pytest.mark.parametrize("scale", [1, 2])
def test_a_hairline_is_one_pixel_thin_and_sharp(look, scale):
    ink = QColor("#000000")
    image = drawn(lambda p: horizontal(p, 0, 10, WIDTH, ink), scale)
    rows = [y for y in range(image.height()) if image.pixelColor(5, y) == ink]
    assert rows == list(range(10 * scale, 10 * scale + scale))


def test_a_sign_stands_before_what_shipped(look):
    def painted(shown: Pair) -> QImage:
        return drawn(lambda p: paint_pair(p, QRectF(0, 0, WIDTH, HEIGHT), shown, look))

    plain = pair("$12.40")
    assert painted(plain) == painted(plain)
    assert painted(plain._replace(shipped_sign="\u2265")) != painted(plain)


def test_the_rule_of_the_pair_moves_aside_for_a_long_figure(look):
    def rule_at(shown: Pair) -> int:
        image = drawn(lambda p: paint_pair(p, rect(pair_height(look)), shown, look))
        line = look.color("line.hairline_strong")
        bottom = round(pair_height(look)) - 1
        return next(
            x for x in range(WIDTH) if image.pixelColor(x, bottom) == line and image.pixelColor(x, 1) == line
        )

    assert rule_at(pair("$87.40")) == rule_at(pair("$1.00"))
    assert rule_at(pair("$1,234,567.89", "\u2265")) > rule_at(pair("$87.40"))


def bars(*micros: int | None, marks: tuple[Mark, ...] = ()) -> StripChart:
    days = tuple(StripBar("M", m, False, marks, True, False, "", "") for m in micros)
    return StripChart(days, max((m or 0 for m in micros), default=0), "")


def height_of_bar(image: QImage, x: int, color: QColor) -> int:
    return sum(image.pixelColor(x, y) == color for y in range(round(PLOT)))


def test_bars_stand_in_proportion_and_an_unused_day_is_blank(look):
    image = drawn(lambda p: paint_strip(p, rect(strip_height(look)), bars(100, 50, None), look))
    spend = look.color("meaning.spend")
    heights = [height_of_bar(image, x, spend) for x in (54, 162, 270)]
    assert heights[0] == pytest.approx(2 * heights[1], abs=1)
    assert heights[2] == 0
    assert image.pixelColor(270, round(PLOT)) == look.color("line.rule")


def test_at_most_three_marks_hang_below_a_day_then_a_plus(look):
    three, four = (
        drawn(lambda p, n=n: paint_strip(p, rect(), bars(1, marks=(Mark.PULL_REQUEST,) * n), look))
        for n in (3, 4)
    )
    assert three != four


def test_use_without_a_price_stands_on_the_bar_as_a_box(look):
    chart = bars(100)
    boxed = StripChart((chart.bars[0]._replace(unpriced=True),), 100, "")
    one, other = (drawn(lambda p, c=c: paint_strip(p, rect(), c, look)) for c in (chart, boxed))
    assert one != other


def test_the_day_under_the_pointer_lies_on_a_band(look):
    one, other = (drawn(lambda p, f=f: paint_strip(p, rect(), bars(1, 2), look, f)) for f in (None, 1))
    assert one != other


def test_every_mark_has_its_own_shape(look):
    images = [
        drawn(lambda p, m=m: paint_mark(p, m, QPointF(10, 10), 8, look)) for m in Mark if m is not Mark.NONE
    ]
    assert len({bytes(image.constBits()) for image in images}) == len(images)


def test_no_mark_draws_nothing(look):
    assert drawn(lambda p: paint_mark(p, Mark.NONE, QPointF(10, 10), 8, look)) == canvas()


def test_the_not_linked_bar_is_outlined_over_its_share(look):
    image = drawn(lambda p: paint_not_linked_bar(p, QRectF(0, 10, 200, 3), 0.5, look))
    inked = inked_columns(image, 11, QColor("white"))
    assert (inked[0], inked[-1]) == (0, 99)
    assert image.pixelColor(50, 11) == look.color("meaning.not_linked_fill")
    assert image.pixelColor(50, 10) == look.color("meaning.not_linked_line")


def test_context_is_hatched_after_a_gap(look):
    shipped = look.color("meaning.shipped")
    image = drawn(lambda p: paint_rule_bar(p, QRectF(0, 10, 200, 6), 0.5, 0.25, shipped, look))
    assert image.pixelColor(50, 12) == shipped
    assert image.pixelColor(100, 12) == QColor("white")
    assert len(inked_columns(image, 12, QColor("white"))) > 140


def test_a_part_that_exists_is_never_thinner_than_two_pixels(look):
    image = drawn(lambda p: paint_rule_bar(p, QRectF(0, 10, 200, 6), 0.0001, 0.0, QColor("#000000"), look))
    assert len(inked_columns(image, 12, QColor("white"))) == 2


def test_a_hatch_stays_inside_its_rectangle(look):
    image = drawn(lambda p: paint_hatch(p, QRectF(20, 20, 40, 10), QColor("#000000"), look))
    assert inked_columns(image, 19, QColor("white")) == []
    assert inked_columns(image, 25, QColor("white")) == list(range(20, 60))


def test_a_meter_is_filled_to_its_share_and_bare_when_unknown(look):
    spend = look.color("meaning.spend")
    filled = drawn(lambda p: paint_meter(p, QRectF(0, 10, 100, 4), 0.38, look))
    bare = drawn(lambda p: paint_meter(p, QRectF(0, 10, 100, 4), None, look))
    count = [sum(image.pixelColor(x, 11) == spend for x in range(100)) for image in (filled, bare)]
    assert count[0] == pytest.approx(38, abs=2)
    assert count[1] == 0


def test_a_long_title_leaves_the_reference_alone(look):
    long = ListRow(Mark.PULL_REQUEST, "A title that goes on and on and never seems to end at all", "payments")
    short = long._replace(title="Short")
    images = [drawn(lambda p, r=r: paint_row(p, rect(30), r, look, line=True)) for r in (long, short)]
    right = [[image.pixelColor(x, y) for x in range(275, WIDTH) for y in range(30)] for image in images]
    assert right[0] == right[1]


def test_the_sign_of_a_row_stands_before_its_figure(look):
    row = ListRow(Mark.NONE, "Running", "", Figure("", "$3.18"))
    images = [
        drawn(lambda p, r=r: paint_row(p, rect(30), r, look, line=False))
        for r in (row, row._replace(figure=Figure("~", "$3.18")))
    ]
    assert images[0] != images[1]


def test_a_quota_is_painted_with_and_without_its_reset(look):
    bar = QuotaBar("Codex, 5 h", 0.38, "38%", "resets 19:10", "")
    images = [drawn(lambda p, b=b: paint_quota(p, rect(20), b, look)) for b in (bar, bar._replace(reset=""))]
    assert images[0] != images[1]


def test_text_is_broken_without_losing_a_character(look):
    text = "Outlay looked in 12 places on this machine, /a/very/long/path/without/any/space/in/it/whatsoever"
    lines = broken(text, look.font("body"), 120)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert len(lines) > 3


def test_figures_are_tabular_in_every_style(look):
    for style in look.tokens.styles:
        metrics = QFontMetricsF(look.font(style))
        widths = [metrics.horizontalAdvance(digit) for digit in "0123456789"]
        assert max(widths) - min(widths) < 0.1


def test_rows_grow_with_the_text_so_that_nothing_is_cut(look):
    large = Look(look.tokens, look.family, 2.0)
    assert look.row_height("size.row_popover") == 30
    assert large.row_height("size.row_popover") >= QFontMetricsF(large.font("body")).height() + 12 - 0.5


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1.234,50\u00a0$", ("1.234", ",50\u00a0$")),
        ("21\u00a0$", ("21", "\u00a0$")),
        ("4,8\u00a0$", ("4", ",8\u00a0$")),
        ("\u2013", ("\u2013", "")),
        ("", ("", "")),
    ],
)
def test_an_amount_with_its_unit_behind_is_parted_where_the_column_is_aligned(text, parts):
    assert split_amount(text, ",", "\u00a0$") == parts
    assert split_figure(text, ",") == parts


def test_an_amount_with_its_unit_before_is_parted_at_its_point():
    assert split_amount("$1,234.50", ".") == split_figure("$1,234.50", ".") == ("$1,234", ".50")
    assert split_amount("$21", ".") == split_figure("$21", ".") == ("$21", "")
    assert split_figure("CHF\u00a021", ".") == ("CHF\u00a021", "")
