import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from outlay.painting.tokens import load_tokens
from outlay.system.compositor import has_compositor
from outlay.system.resources import resource_path
from outlay.ui.theme import Theme, palette_of, text_scale, theme_name


@pytest.mark.parametrize(
    ("wish", "scheme", "name"),
    [
        ("system", Qt.ColorScheme.Dark, "dark"),
        ("system", Qt.ColorScheme.Light, "light"),
        ("system", Qt.ColorScheme.Unknown, "light"),
        ("dark", Qt.ColorScheme.Light, "dark"),
        ("light", Qt.ColorScheme.Dark, "light"),
        ("high_contrast", Qt.ColorScheme.Dark, "high_contrast"),
        ("nonsense", Qt.ColorScheme.Dark, "dark"),
    ],
)
def test_the_owners_wish_wins_over_the_systems_scheme(wish, scheme, name):
    assert theme_name(wish, scheme) == name


def test_selected_text_keeps_its_ink():
    tokens = load_tokens(resource_path("look/tokens.json"), "dark")
    palette = palette_of(tokens)
    assert palette.color(QPalette.ColorRole.HighlightedText) == tokens.colors["text.ink"]
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == tokens.colors["text.disabled"]


def test_the_look_carries_theme_and_family(qapp):
    theme = Theme(qapp, "dark", "Inter")
    assert (theme.look.tokens.theme, theme.look.family) == ("dark", "Inter")
    assert 1.0 <= text_scale() <= 2.0


def test_another_wish_is_drawn_and_told_once(qapp, qtbot):
    theme = Theme(qapp, "light", "Inter")
    told = []
    theme.changed.connect(lambda: told.append(theme.look.tokens.theme))
    theme.wish("high_contrast")
    theme.wish("high_contrast")
    assert told == ["high_contrast"]
    assert qapp.palette().color(QPalette.ColorRole.Text) == theme.look.color("text.ink")


def test_offscreen_nobody_blends_windows():
    assert not has_compositor("offscreen")
    assert has_compositor("wayland")
