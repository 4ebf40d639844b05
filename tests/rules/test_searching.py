"""Which day a text means, and what stands before what."""

from datetime import date

import pytest

from outlay.rules.searching import INSIDE, PREFIX, WORD, day_meant, rank_of

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-11-19", date(2026, 11, 19)), ("19 nov", date(2026, 11, 19)), ("Nov 19", date(2026, 11, 19)),
     ("19. November 2025", date(2025, 11, 19)), ("24 nov", TODAY), ("25 nov", date(2025, 11, 25)),
     ("1. März", date(2026, 3, 1)), ("dec 3, 2024", date(2024, 12, 3)),
     ("sept 3", date(2026, 9, 3)), ("3. Mai", date(2026, 5, 3)), ("12 okt", date(2026, 10, 12))],
)  # fmt: skip
def test_a_day_is_meant_as_people_write_it(text, day):
    assert day_meant(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 feb",
        "19",
        "nov",
        "99 nov",
        "0 jan",
        "19 foo",
        "2026-13-01",
        "29 feb",
        "marketing 5",
        "decode 3",
    ],
)
def test_what_is_no_day_is_none(text):
    assert day_meant(text, TODAY) is None


def test_the_beginning_goes_before_a_word_and_a_word_before_the_inside():
    assert rank_of("bas", "Basket total") == PREFIX
    assert rank_of("tot", "Basket total") == WORD
    assert rank_of("ask", "Basket total") == INSIDE
    assert rank_of("zebra", "Basket total") is None
    assert rank_of("tot", "Basket total", "total") == PREFIX
