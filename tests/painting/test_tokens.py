import pytest

from outlay.painting.tokens import THEMES, color_of, load_tokens
from outlay.system.resources import resource_path


def test_alpha_is_read_last():
    color = color_of("#1C22332E")
    assert (color.red(), color.green(), color.blue(), color.alpha()) == (0x1C, 0x22, 0x33, 0x2E)


def test_all_themes_name_the_same_colours():
    light, *others = (load_tokens(resource_path("look/tokens.json"), theme) for theme in THEMES)
    for other in others:
        assert light.colors.keys() == other.colors.keys()
        assert light.colors["surface.sheet"] != other.colors["surface.sheet"]


def test_tokens_cannot_be_changed():
    tokens = load_tokens(resource_path("look/tokens.json"), "light")
    with pytest.raises(TypeError):
        tokens.sizes["size.row"] = 1


@pytest.mark.parametrize("name", ["digits_two", "digits_three"])
def test_digits_of_one_size_are_equally_high(name):
    digits = getattr(load_tokens(resource_path("look/tokens.json"), "light"), name)
    assert len({len(glyph.split("|")) for glyph in digits.values()}) == 1
    assert set("0123456789") <= set(digits)


def test_a_missing_resource_is_an_error():
    with pytest.raises(FileNotFoundError):
        resource_path("look/none.json")
