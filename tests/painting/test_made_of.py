"""What a number is made of: the parts fill the bar, and none that exists is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from outlay.domain.charts import MadeOf, MadeOfPart
from outlay.painting.made_of import made_of_height, paint_made_of, part_widths


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6).filter(any), st.floats(60, 2000))
def test_parts_fill_the_width_with_a_pixel_between_them_and_each_can_be_seen(parts, width):
    widths = part_widths(parts, width)
    shown = [wide for wide in widths if wide]
    assert sum(shown) + len(shown) - 1 == pytest.approx(width)
    assert all(wide >= 2 for wide in shown)
    assert [wide > 0 for wide in widths] == [part > 0 for part in parts]


def test_a_larger_part_is_wider():
    read, written, put_in, output = part_widths((900, 60, 30, 10), 500)
    assert read > written > put_in > output


@pytest.mark.parametrize("width", [240, 900])
def test_the_legend_breaks_before_it_is_cut(look, width):
    chart = MadeOf(
        (MadeOfPart("Tokens", (9, 3, 2, 1)),), ("Cache read", "Cache written", "Input", "Output"), ""
    )
    height = made_of_height(width, chart, look)
    image = QImage(width, round(height), QImage.Format.Format_ARGB32_Premultiplied)
    sheet = look.color("surface.sheet")
    image.fill(sheet)
    painter = QPainter(image)
    paint_made_of(painter, QRectF(0, 0, width, height), chart, look)
    painter.end()
    column = [QColor(image.pixel(width - 1, y)) for y in range(round(height) - 20, round(height))]
    assert all(color == sheet for color in column)
    assert made_of_height(900, chart, look) <= height
