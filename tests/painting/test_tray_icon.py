import json

import pytest
from PySide6.QtGui import QColor, QImage

from outlay.domain.pictures import FaceState, IconPicture
from outlay.painting.digits import Digits, load_digits
from outlay.painting.tray_icon import SIZES, icon_image
from outlay.system.resources import resource_path
from painting.digit_outlines import outlines


@pytest.fixture
def digits(qapp) -> Digits:
    return load_digits(resource_path("look/digits.json"))


PICTURES = [
    IconPicture(text, state)
    for text in ("15", "128", "1k2", "\u2013", "0", None)
    for state in (FaceState.FRESH, FaceState.STALE, FaceState.FAILING)
]


def pattern(image: QImage, color: QColor) -> list[str]:
    side = range(image.width())
    return ["".join("#" if image.pixelColor(x, y) == color else "." for x in side) for y in side]


@pytest.mark.parametrize("side", SIZES)
def test_every_text_and_state_looks_different_in_every_size(look, digits, side):
    images = [icon_image(picture, side, look.tokens, digits) for picture in PICTURES]
    distinct = {bytes(image.constBits()) for image in images}
    assert len(distinct) == len(PICTURES)
    assert all(image.width() == side for image in images)


@pytest.mark.parametrize("side", SIZES)
def test_the_plate_is_filled_and_its_corners_are_open(look, digits, side):
    image = icon_image(IconPicture("15", FaceState.FRESH), side, look.tokens, digits)
    assert image.pixelColor(side // 2, 0).alpha() > 200
    assert image.pixelColor(0, 0).alpha() < 128


def test_the_amount_at_16_px_is_drawn_from_the_bitmaps(look, digits):
    image = icon_image(IconPicture("15", FaceState.FRESH), 16, look.tokens, digits)
    digits = pattern(image, look.tokens.tray["digits"])
    assert [row[3:14] for row in digits[2:10]] == [
        "..##.######",
        ".###.##....",
        "####.#####.",
        "..##.....##",
        "..##.....##",
        "..##.....##",
        "..##.##..##",
        "..##..####.",
    ]
    line = pattern(image, look.tokens.tray["line"])
    assert [row for row in line if "#" in row] == ["..############.."]


def test_the_line_carries_the_state_at_16_px(look, digits):
    stale = icon_image(IconPicture("15", FaceState.STALE), 16, look.tokens, digits)
    failing = icon_image(IconPicture("15", FaceState.FAILING), 16, look.tokens, digits)
    assert pattern(stale, look.tokens.tray["line"])[12] == "..##..##........"
    assert pattern(stale, look.tokens.tray["notch_stale"])[11:15] == [
        "...........##...",
        "..........#..#..",
        "..........#..#..",
        "...........##...",
    ]
    assert pattern(failing, look.tokens.tray["line"])[12] == "..######........"
    assert pattern(failing, look.tokens.tray["notch_failing"])[11:15] == [
        "...........#....",
        "..........###...",
        "..........###...",
        ".........#####..",
    ]


def test_a_pause_is_two_bars_on_a_grey_plate_without_the_amount(look, digits):
    one, other = (
        icon_image(IconPicture(text, FaceState.PAUSED), 32, look.tokens, digits) for text in ("15", "128")
    )
    assert bytes(one.constBits()) == bytes(other.constBits())
    assert one.pixelColor(16, 2) == look.tokens.tray["paused_plate"]


@pytest.mark.parametrize("side", SIZES)
@pytest.mark.parametrize("text", ["88", "888", "8k8"])
def test_no_amount_touches_the_edge_of_its_plate(look, digits, side, text):
    image = icon_image(IconPicture(text, FaceState.FRESH), side, look.tokens, digits)
    plate = look.tokens.tray["plate"]
    edges = [image.pixelColor(x, side // 2) for x in (0, side - 1)]
    assert all(edge == plate for edge in edges)


def test_the_outlines_are_those_of_the_shipped_font(qapp):
    stored = json.loads(resource_path("look/digits.json").read_text(encoding="utf-8"))
    assert stored == outlines()


def test_digits_are_tabular(digits):
    widths = [digits.advances[digit] for digit in "0123456789"]
    assert max(widths) - min(widths) < 0.002
