import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.money import Amount, Basis
from outlay.presenters.amounts import (
    amount_text,
    amount_words,
    cents_of,
    cents_text,
    figure,
    shown_cents,
    sign_of,
    spoken,
    tray_text,
)

MILLION = 1_000_000


@given(st.lists(st.integers(-(10**15), 10**15), max_size=40))
def test_shown_parts_add_up_to_the_shown_total(parts):
    total = sum(parts)
    shown = shown_cents(tuple(parts), total)
    assert sum(shown) == cents_of(total)
    assert all(abs(cents * 10_000 - part) < 10_000 for cents, part in zip(shown, parts, strict=True))


@given(st.lists(st.integers(0, 10**12).map(lambda cents: cents * 10_000), max_size=20))
def test_parts_of_whole_cents_are_shown_as_they_are(parts):
    assert shown_cents(tuple(parts), sum(parts)) == tuple(part // 10_000 for part in parts)


def test_parts_that_do_not_sum_to_the_total_are_refused():
    with pytest.raises(ValueError, match="differ"):
        shown_cents((1, 2), 4)


@pytest.mark.parametrize(
    ("cents", "currency", "text"),
    [
        (8740, "USD", "$87.40"),
        (123456789, "USD", "$1,234,567.89"),
        (-300, "USD", "\u2212$3.00"),
        (5, "EUR", "\u20ac0.05"),
        (1200, "GBP", "\u00a312.00"),
        (1200, "CHF", "CHF\u00a012.00"),
    ],
)
def test_a_sum_is_shown_with_its_currency_and_separators(cents, currency, text):
    assert cents_text(cents, currency) == text


def test_an_unknown_amount_is_an_en_dash_without_a_sign():
    assert figure(Amount(None, at_least=True)) == ("", "\u2013")


def test_at_least_wins_over_about():
    amount = Amount(87_400_000, at_least=True, estimated=True)
    assert figure(amount) == ("\u2265", "$87.40")
    assert amount_text(amount) == "\u2265\u00a0$87.40"


@pytest.mark.parametrize("basis", list(Basis))
def test_about_stands_before_what_stands_in_for_something_but_never_before_a_list_value(basis):
    amount = Amount(87_400_000, basis, estimated=True)
    is_list = basis is Basis.LIST
    assert sign_of(amount) == figure(amount).sign == ("" if is_list else "~")
    assert spoken(amount).startswith("87 dollars" if is_list else "About 87 dollars")
    assert amount_words(amount) == ("$87.40" if is_list else "about $87.40")


def test_half_a_cent_is_rounded_away_from_zero():
    assert (cents_of(5_000), cents_of(4_999), cents_of(-5_000)) == (1, 0, -1)


@pytest.mark.parametrize(
    ("micros", "text"),
    [
        (None, "\u2013"),
        (300_000, "0"),
        (15_200_000, "15"),
        (128 * MILLION, "128"),
        (999_499_999, "999"),
        (999_500_000, "1k0"),
        (1_234 * MILLION, "1k2"),
        (9_949 * MILLION, "9k9"),
        (9_950 * MILLION, "10k"),
        (12_400 * MILLION, "12k"),
        (99_499 * MILLION, "99k"),
    ],
)
def test_the_icon_says_whole_units_in_three_characters(micros, text):
    assert tray_text(micros) == text


@given(st.integers(0, 99_499 * MILLION))
def test_the_icon_never_needs_more_than_three_characters(micros):
    text = tray_text(micros)
    assert text is not None
    assert len(text) <= 3


def test_the_icon_stays_plain_for_what_three_characters_cannot_say():
    assert tray_text(200_000 * MILLION) is None
    assert tray_text(-5 * MILLION) is None


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(87_400_000, at_least=True), "At least 87 dollars 40 list value"),
        (Amount(1_000_000), "1 dollar list value"),
        (Amount(400_000, Basis.BILLED, estimated=True), "About 0 dollars 40 billed"),
        (Amount(None), "Unknown list value"),
        (Amount(-2_500_000, Basis.BILLED, "EUR"), "Minus 2 euros 50 billed"),
        (Amount(2_000_000, Basis.CASH, "CHF"), "2 CHF cash"),
    ],
)
def test_an_amount_is_spoken_with_its_sign_in_words(amount, words):
    assert spoken(amount) == words
