"""Charts are drawn where their plans say, in the colours of the tokens, sharp at one and two pixels a pixel."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from chart_samples import (
    MONDAY,
    PR,
    STORY_EVENTS,
    WEEK_DAYS,
    ZONE,
    answer_of,
    story_of,
    unused_day,
    used_day,
    week_answer,
)
from outlay.charts.dots import DotGroup, dots_chart
from outlay.charts.long_days import ToolDay, long_days
from outlay.charts.spend_days import Looked, SpentDay, spend_days
from outlay.charts.timeline import timeline_of
from outlay.charts.week import week_chart
from outlay.domain.charts import Evidence, LaneSign, WentPart, WhereStrip
from outlay.domain.moments import Period
from outlay.domain.pictures import Mark
from outlay.painting.bars import paint_bars, plan_bars
from outlay.painting.dots import paint_dots, plan_dots, stacked
from outlay.painting.item_bar import bar_widths, chip_width, paint_chip, paint_item_bar
from outlay.painting.lines import width_of
from outlay.painting.long_axis import AxisWords, LongView, day_at, grid_values, paint_long, plot_of
from outlay.painting.look import Look
from outlay.painting.timeline import paint_lane_sign, paint_timeline
from outlay.painting.timeline_plan import plan_timeline, spread
from outlay.painting.week_chart import paint_week
from outlay.painting.week_plan import plan_week
from outlay.painting.where_strip import paint_where_strip, strip_pieces

GROUND = QColor("#FF00FF")


def drawn(paint, width: float, height: float, scale: int = 1) -> QImage:
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(GROUND)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def column_of(image: QImage, x: float, scale: int = 1) -> list[QColor]:
    return [image.pixelColor(round(x * scale), y) for y in range(image.height())]


def week_image(look: Look, width: float = 920, scale: int = 1, lit=None, answer=None):
    chart = week_chart(answer or week_answer())
    plan = plan_week(width, chart, look)
    return plan, drawn(lambda p: paint_week(p, plan, chart, look, lit), width, plan.height, scale)


@pytest.mark.parametrize("scale", [1, 2])
def test_segments_stand_in_tool_order_with_a_sharp_pixel_of_ground_between(look, scale):
    plan, image = week_image(look, scale=scale)
    seen = column_of(image, plan.columns.bar_left(3) + 10, scale)
    bottom = round(plan.line_y * scale) - 1
    heights = [seen.count(look.color(f"tool.{tool}")) for tool in ("cursor", "codex", "claude_code")]
    assert all(heights)
    assert heights[2] > heights[1] > heights[0]
    assert seen[bottom] == look.color("tool.claude_code")
    gaps = seen[bottom - sum(heights) - 2 * scale + 1 : bottom + 1].count(GROUND)
    assert gaps == 2 * scale


def test_the_largest_day_leaves_a_tenth_of_the_plot_free(look):
    plan, image = week_image(look)
    seen = column_of(image, plan.columns.bar_left(3) + 10)
    tools = {look.color(f"tool.{tool}").rgb() for tool in ("cursor", "codex", "claude_code")}
    top = next(y for y, color in enumerate(seen) if color.rgb() in tools)
    assert plan.line_y - top == pytest.approx(plan.plot.height() / 1.1, abs=1)


def test_an_unused_day_is_blank_above_the_line(look):
    plan, image = week_image(look)
    seen = column_of(image, plan.columns.bar_left(5) + 10)[round(plan.plot.top()) : round(plan.line_y)]
    assert set(map(QColor.rgb, seen)) == {GROUND.rgb()}


def test_the_other_bars_step_back_from_the_day_that_is_looked_at(look):
    plan, image = week_image(look, lit=3)
    claude = look.color("tool.claude_code")
    y = round(plan.line_y) - 5
    assert image.pixelColor(round(plan.columns.bar_left(3) + 10), y) == claude
    assert image.pixelColor(round(plan.columns.bar_left(1) + 10), y) != claude


def test_nothing_moves_while_a_day_is_read_out(look):
    for width in (1120, 920, 692, 400):
        chart = week_chart(week_answer())
        first, again = plan_week(width, chart, look), plan_week(width, chart, look)
        assert first == again
        assert first.legend.bottom() < first.plot.top()


def test_the_plot_grows_where_the_page_is_wide(look):
    chart = week_chart(week_answer())
    assert plan_week(920, chart, look).plot.height() == 164
    assert plan_week(1120, chart, look).plot.height() == 220


def test_narrow_columns_have_marks_without_titles(look):
    days = [used_day(MONDAY + timedelta(n), {"codex": 5}, [("pr:a#1", PR, "One")]) for n in range(31)]
    chart = week_chart(answer_of(days))
    plan = plan_week(920, chart, look)
    assert plan.narrow
    assert not plan.titles
    image = drawn(lambda p: paint_week(p, plan, chart, look), 920, plan.height)
    below = [
        image.pixelColor(x, y) for x in range(920) for y in range(round(plan.line_y) + 24, image.height())
    ]
    assert look.color("meaning.shipped") in below


def test_a_title_takes_two_lines_at_most_and_four_titles_make_room_for_how_many_more(look):
    items = [(f"pr:a#{n}", PR, "A title that is far too long for the column it stands in") for n in range(7)]
    chart = week_chart(answer_of([used_day(MONDAY, {"codex": 5}, items), *map(unused_day, days_after(6))]))
    plan = plan_week(920, chart, look)
    assert [len(box.lines) for box in plan.titles] == [2, 2, 2, 2, 1]
    assert plan.titles[-1].lines == ("3 more",)
    assert plan.titles[0].lines[1].endswith("\u2026")
    assert plan.height >= plan.titles[-1].text.bottom()


def days_after(number: int):
    return [MONDAY + timedelta(n) for n in range(1, number + 1)]


def test_titles_are_found_where_they_stand(look):
    plan = plan_week(920, week_chart(week_answer()), look)
    box = plan.titles[2]
    assert plan.title_at(box.text.center()) == box
    assert plan.title_at(QPointF(5, 5)) is None


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [692, 920, 1120])
def test_large_text_keeps_everything_inside_the_chart(look, text_scale, width):
    large = Look(look.tokens, look.family, text_scale)
    chart = week_chart(week_answer())
    plan = plan_week(width, chart, large)
    assert all(box.text.right() <= width and box.text.bottom() <= plan.height for box in plan.titles)
    assert plan.label_base(large) <= plan.height


def test_the_timeline_stacks_hatched_context_on_solid_direct(look):
    chart = timeline_of(story_of(STORY_EVENTS), ZONE)
    plan = plan_timeline(340, chart, look)
    image = drawn(lambda p: paint_timeline(p, plan, chart, look), 340, plan.height)
    left, width = plan.bar(6)
    seen = column_of(image, left + width / 2)[: round(plan.line_y)]
    solid = seen.count(look.color("meaning.shipped"))
    assert solid >= 0.75 * 100 * 11.8 / 13.9
    assert seen[round(plan.line_y) - 2] == look.color("meaning.shipped")


def test_words_below_the_lane_never_touch(look):
    for width in (200, 340, 440, 900):
        for text_scale in (1.0, 2.0):
            large = Look(look.tokens, look.family, text_scale)
            chart = timeline_of(story_of(STORY_EVENTS), ZONE)
            plan = plan_timeline(width, chart, large)
            for row in {one.row for one in plan.words}:
                placed = sorted(spans(plan, large, row))
                assert all(left >= 0 and right <= width + 0.5 for left, right in placed)
                assert all(one[1] < two[0] for one, two in zip(placed, placed[1:], strict=False))


def spans(plan, look, row):
    font = look.font("small")
    return [(one.left, one.left + width_of(one.text, font)) for one in plan.words if one.row == row]


@pytest.mark.parametrize("sign", list(LaneSign))
def test_everything_that_happens_has_a_shape_of_its_own(look, sign):
    def picture(one: LaneSign) -> QImage:
        return drawn(lambda p: paint_lane_sign(p, one, QPointF(10, 10), look), 20, 20, 2)

    assert picture(sign) != drawn(lambda _: None, 20, 20, 2)
    assert all(picture(sign) != picture(other) for other in LaneSign if other is not sign)


@given(st.lists(st.floats(min_value=0, max_value=340), max_size=40))
def test_marks_are_spread_in_their_order_and_stay_inside(centres):
    moved = spread(sorted(centres), 340, 10, 6)
    assert all(6 - 1e-6 <= one <= 334 + 1e-6 for one in moved)
    assert list(moved) == sorted(moved)
    pitch = min(10.0, 328 / max(1, len(centres) - 1))
    assert all(two - one >= pitch - 1e-6 for one, two in zip(moved, moved[1:], strict=False))


@given(st.floats(min_value=0, max_value=1), st.floats(min_value=0, max_value=1))
def test_the_parts_of_an_item_bar_fit_and_what_exists_is_seen(direct, context):
    solid, hatched = bar_widths(direct, context, 100)
    assert solid + hatched <= 100 + 1e-6
    assert (solid >= 2) == (direct > 0)
    assert (hatched >= 2) == (context > 0)


def test_an_item_bar_is_six_pixels_high_with_a_pixel_between_its_parts(look):
    green = look.color("meaning.shipped")
    image = drawn(lambda p: paint_item_bar(p, QRectF(0, 0, 100, 20), 0.5, 0.3, green, look), 100, 20)
    assert column_of(image, 20).count(green) == 6
    row = [image.pixelColor(x, 10) for x in range(100)]
    solid = round(bar_widths(0.5, 0.3, 100)[0])
    assert row[solid - 2] == green
    assert row[90] == GROUND


def test_a_chip_without_money_is_its_word_alone(look):
    with_bar = Evidence(3, 1, "text", "text that landed")
    without = Evidence(0, 0, "no agent seen", "no agent seen")
    assert chip_width(with_bar, look) > 36
    image = drawn(lambda p: paint_chip(p, QRectF(0, 0, 120, 20), without, look), 120, 20)
    pixels = {image.pixelColor(x, y).rgb() for x in range(120) for y in range(20)}
    assert look.color("meaning.shipped").rgb() not in pixels
    assert len(pixels) > 1


STRIP = WhereStrip(
    (
        WentPart(Mark.PULL_REQUEST, 49_000_000, 6_500_000, "shipped"),
        WentPart(Mark.OPEN, 15_500_000, 2_200_000, "open"),
        WentPart(Mark.SET_ASIDE, 5_700_000, 10, "aside"),
        WentPart(Mark.NOT_LINKED, 8_100_000, 0, "rest"),
    ),
    "14 requests, price unknown",
    "",
)


def test_the_strip_fills_its_width_before_the_dashed_box(look):
    pieces = strip_pieces(QRectF(0, 0, 400, 14), STRIP)
    assert [piece.part for piece in pieces] == [0, 0, 1, 1, 2, 2, 3, 4]
    assert pieces[-2].rect.right() == pytest.approx(400 - 24 - 4)
    assert pieces[-1].rect.width() == 24
    assert min(piece.rect.width() for piece in pieces) >= 2
    image = drawn(lambda p: paint_where_strip(p, QRectF(0, 0, 400, 14), STRIP, look), 400, 14)
    assert image.pixelColor(5, 7) == look.color("meaning.shipped")
    assert image.pixelColor(round(pieces[2].rect.center().x()), 7) == look.color("meaning.open_work")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(min_value=0, max_value=10**9), max_size=4), st.booleans())
def test_whatever_the_amounts_are_the_pieces_follow_each_other_and_stay_inside(amounts, unpriced):
    marks = (Mark.PULL_REQUEST, Mark.OPEN, Mark.SET_ASIDE, Mark.NOT_LINKED)
    parts = tuple(
        WentPart(mark, amount, amount // 3, "")
        for mark, amount in zip(marks, amounts, strict=False)
        if amount
    )
    pieces = strip_pieces(QRectF(0, 0, 280, 14), WhereStrip(parts, "1" if unpriced else "", ""))
    assert all(piece.rect.left() >= 0 and piece.rect.right() <= 280 + 1e-6 for piece in pieces)
    assert all(one.rect.right() < two.rect.left() for one, two in zip(pieces, pieces[1:], strict=False))


def test_a_part_of_a_day_is_filled_and_the_rest_is_outline(look):
    rows = [SpentDay(d.day, d.by_tool[0][1], sum(m for _, m in d.by_tool)) for d in WEEK_DAYS if d.by_tool]
    week = Period(MONDAY, MONDAY + timedelta(7), ZONE)
    chart = spend_days(rows, week, Looked("Claude Code", "claude_code"))
    plan = plan_bars(920, chart, look)
    image = drawn(lambda p: paint_bars(p, plan, chart, look), 920, plan.height)
    seen = column_of(image, plan.columns.bar_left(3) + 10)[: round(plan.line_y)]
    filled = seen.count(look.color("tool.claude_code"))
    assert filled == pytest.approx(114 / 1.1 * 20.4 / 27.3, abs=1)
    assert look.color("line.hairline_strong").rgb() in {color.rgb() for color in seen}


@given(st.lists(st.floats(min_value=0, max_value=300), max_size=40))
def test_dots_that_would_touch_are_stacked(xs):
    places = sorted(xs)
    levels = stacked(places)
    for level in set(levels):
        row = [x for x, at in zip(places, levels, strict=True) if at == level]
        assert all(two - one >= 7.5 for one, two in zip(row, row[1:], strict=False))


def test_the_interval_spans_from_low_to_high_below_the_dots(look):
    group = DotGroup("With", (1.0, 2.0, 3.0, 4.0, 5.0), ("a",) * 5, True, 3.0, 2.0, 4.0)
    chart = dots_chart([group], "days", str)
    plan = plan_dots(690, chart, look)
    image = drawn(lambda p: paint_dots(p, plan, chart, look), 690, plan.height)
    y = round(plan.tops[0] + 3.5 + 2 + 17)
    ink = look.color("text.ink").rgb()
    inked = [x for x in range(690) if image.pixelColor(x, y).rgb() == ink]
    assert inked[0] == pytest.approx(plan.dots[1].centre.x(), abs=2)
    assert inked[-1] == pytest.approx(plan.dots[3].centre.x(), abs=2)


WORDS = AxisWords(str, str, str, str)


def test_the_long_axis_scales_to_what_is_seen(look):
    days = Period(MONDAY, MONDAY + timedelta(100), ZONE)
    rows = [ToolDay(MONDAY, "codex", 90), ToolDay(MONDAY + timedelta(50), "codex", 9)]
    chart = long_days(rows, days)
    rect = QRectF(0, 0, 500, 200)
    plot = plot_of(rect, look)

    def height(view: LongView, day: int) -> int:
        image = drawn(lambda p: paint_long(p, rect, chart, view, WORDS, look), 500, 200)
        pitch = plot.width() / (view.last - view.first)
        x = plot.left() + (day - view.first) * pitch + 1
        return column_of(image, x).count(look.color("tool.codex"))

    assert height(LongView(0, 100), 0) > 5 * height(LongView(0, 100), 50)
    assert height(LongView(40, 60), 50) == pytest.approx(height(LongView(0, 20), 0), abs=1)


def test_a_place_on_the_long_axis_is_a_day(look):
    rect = QRectF(0, 0, 500, 200)
    plot = plot_of(rect, look)
    assert day_at(rect, LongView(10, 20), plot.left() + 1, look) == 10
    assert day_at(rect, LongView(10, 20), plot.right() - 1, look) == 19
    assert day_at(rect, LongView(10, 20), 1, look) is None


@given(st.integers(min_value=0, max_value=10**13))
def test_the_grid_has_at_most_three_round_lines_inside(largest):
    values = grid_values(largest)
    assert len(values) <= 3
    assert all(
        0 < value <= largest and str(value).strip("0") in {"1", "2", "3", "4", "5", "6", "15"}
        for value in values
    )
