"""Every word on every page stands off its ground, measured in the picture and not in the tokens."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from outlay.painting.tokens import THEMES
from outlay.ui.window.entries import page_names
from ui.window.painted_texts import picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEAST = 4.45
"""The standard's 4.5, less what a glyph's edge loses to smoothing at three pixels a pixel."""
SCALE = 3
STATES = ("filled", "failing")


def luminance(pixel):
    parts = [((pixel >> shift) & 0xFF) / 255 for shift in (16, 8, 0)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def measured(image, rect):
    """The contrast of what stands out most in a rectangle to what fills it; None where nothing was painted."""
    box = rect.intersected(image.rect())
    pixels = Counter(
        image.pixel(x, y) & 0xFFFFFF
        for y in range(box.top(), box.bottom() + 1)
        for x in range(box.left(), box.right() + 1)
    )
    if len(pixels) < 2:
        return None
    ground = pixels.most_common(1)[0][0]
    return max(contrast(ground, pixel) for pixel in pixels)


def faint(window):
    image, painted = picture(window, SCALE)
    return {
        text.text: round(found, 2)
        for text in painted.texts
        if is_seen(text.widget, window)
        and text.widget.isEnabled()
        and (found := measured(image, place(text, window))) is not None
        and found < LEAST
    }


def place(text, window):
    at = text.widget.mapTo(window, QPoint())
    rect = text.rect.translated(at).toRect()
    return QRect(rect.topLeft() * SCALE, rect.size() * SCALE)


def is_seen(widget, window):
    return isinstance(widget, QWidget) and (widget is window or window.isAncestorOf(widget))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("page", page_names())
def test_every_word_stands_off_its_ground(shown, page, theme):
    assert not faint(shown(page, theme=theme))


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_that_failed_says_so_legibly(shown, theme):
    assert not faint(shown("week", "failing", theme=theme))
