"""Contrast by WCAG 2.2, computed from the token file against the limits of the look."""

import pytest
from PySide6.QtGui import QColor

from outlay.painting.tokens import HIGH_CONTRAST, THEMES, Tokens, color_of, load_tokens
from outlay.system.resources import resource_path

GROUNDS = ("desk", "sheet", "raised", "sunken", "hover", "selected")
TEXTS = (
    "text.ink",
    "text.second",
    "text.third",
    "text.link",
    "meaning.shipped_text",
    "meaning.not_linked_text",
)
TEXT_PAIRS = (
    ("text.on_accent", "accent.base"),
    ("text.on_accent", "accent.hover"),
    ("text.on_accent", "accent.pressed"),
    ("text.placeholder", "surface.field"),
    ("text.on_tooltip", "surface.tooltip"),
    ("text.on_tooltip_second", "surface.tooltip"),
    ("text.ink", "status.stale_ground"),
    ("text.ink", "status.failing_ground"),
    ("text.link", "status.stale_ground"),
    ("text.link", "status.failing_ground"),
    ("status.failing", "surface.sheet"),
    ("status.failing", "surface.desk"),
    ("status.stale", "surface.sheet"),
)
GRAPHICS = (
    "status.stale_mark",
    "status.failing_mark",
    "line.axis",
    "meaning.shipped",
    "meaning.open_work",
    "meaning.set_aside",
    "meaning.not_linked_line",
    "meaning.spend",
    "meaning.spend_quiet",
    "meaning.shipped_quiet",
    "tool.claude_code",
    "tool.codex",
    "tool.cursor",
    "tool.copilot",
    "tool.gemini_cli",
    "tool.other",
)
TEXT_LIMIT = 4.5
GRAPHIC_LIMIT = 3.0
HIGH_TEXT_LIMIT = 7.0
HIGH_GRAPHIC_LIMIT = 4.5


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(scope="module", params=THEMES)
def tokens(request) -> Tokens:
    return load_tokens(resource_path("look/tokens.json"), request.param)


def text_limit(tokens: Tokens) -> float:
    return HIGH_TEXT_LIMIT if tokens.theme == HIGH_CONTRAST else TEXT_LIMIT


def graphic_limit(tokens: Tokens) -> float:
    return HIGH_GRAPHIC_LIMIT if tokens.theme == HIGH_CONTRAST else GRAPHIC_LIMIT


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground(tokens, text, ground):
    assert contrast(tokens.colors[text], tokens.colors[f"surface.{ground}"]) >= text_limit(tokens)


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_own_ground(tokens, text, ground):
    assert contrast(tokens.colors[text], tokens.colors[ground]) >= text_limit(tokens)


@pytest.mark.parametrize("graphic", GRAPHICS)
def test_graphics_can_be_seen_on_the_sheet(tokens, graphic):
    assert contrast(tokens.colors[graphic], tokens.colors["surface.sheet"]) >= graphic_limit(tokens)


@pytest.mark.parametrize("ground", ["sheet", "desk", "raised", "selected"])
def test_the_focus_ring_can_be_seen(tokens, ground):
    assert contrast(tokens.colors["focus.ring"], tokens.colors[f"surface.{ground}"]) >= graphic_limit(tokens)


def test_a_field_can_be_seen(tokens):
    assert contrast(tokens.colors["line.field"], tokens.colors["surface.field"]) >= graphic_limit(tokens)


def test_the_tray_icon_can_be_read_on_any_panel(tokens):
    tray = tokens.tray
    assert contrast(tray["digits"], tray["plate"]) >= TEXT_LIMIT
    assert contrast(tray["paused_digits"], tray["paused_plate"]) >= TEXT_LIMIT
    for panel in ("#FFFFFF", "#F3F3F3", "#202124", "#000000"):
        assert contrast(tray["plate"], color_of(panel)) >= GRAPHIC_LIMIT
