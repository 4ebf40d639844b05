"""Counts of tokens and names of models in a column's width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.presenters.tokens import model_short, percents, share_text, tokens_text

NARROW = "\u00a0"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (None, "\u2013"),
        (0, "0"),
        (999, "999"),
        (1_000, "1.0 k"),
        (6_249, "6.2 k"),
        (9_960, "10 k"),
        (158_000, "158 k"),
        (999_949, "1,000 k"),
        (999_950, "1.0 M"),
        (5_900_000, "5.9 M"),
        (84_400_000, "84 M"),
        (1_204_000_000, "1,204 M"),
    ],
)
def test_counts_have_two_digits_or_whole_units(count, text):
    assert tokens_text(count) == text.replace(" ", NARROW)


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=6).filter(any))
def test_shares_add_up_to_a_hundred(parts):
    assert sum(percents(parts)) == 100


def test_nothing_has_no_shares():
    assert percents([0, 0]) == (0, 0)


def test_a_share_of_something_is_never_none():
    assert share_text(0, 3) == f"<{NARROW}1{NARROW}%"
    assert share_text(0, 0) == f"0{NARROW}%"


@pytest.mark.parametrize(
    ("model", "short"),
    [
        ("claude-opus-4-6", "opus"),
        ("claude-3-5-haiku-20241022", "haiku"),
        ("anthropic/claude-sonnet-4-5", "sonnet"),
        ("gpt-5-codex", "gpt-5-codex"),
        ("gpt-4o-2024-08-06", "gpt-4o"),
        ("gemini-2.5-pro-latest", "gemini-2.5-pro"),
        ("auto", "auto"),
    ],
)
def test_models_are_called_by_their_family(model, short):
    assert model_short(model) == short
