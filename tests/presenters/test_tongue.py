from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import Period
from outlay.domain.money import Amount
from outlay.presenters.advice import on_screen
from outlay.presenters.amounts import (
    amount_text,
    bare_cents,
    bare_two_digits,
    cents_text,
    spoken,
    two_digits,
    unit_behind,
)
from outlay.presenters.days import CALENDARS, day_text, range_text, spoken_day, weekday_letter
from outlay.presenters.tongue import (
    ENGLISH,
    NUMBER_FORMS,
    Forms,
    Tongue,
    decimal_sign,
    later,
    number,
    plural,
    speaking,
    tongue,
    tr,
)

_WORDS = {
    ("{n} items", 1): "{n} Posten",
    ("{n} items", 2): "{n} Posten zusammen",
    ("at least {amount}", None): "mindestens {amount}",
    ("list value", None): "Listenpreis",
    ("found", None): "gefunden",
    ("{path} cannot be read ({why}).", None): "{path} l\u00e4sst sich nicht lesen ({why}).",
}
GERMAN = Tongue(
    "de",
    lambda text, one, n: _WORDS.get((text, n and min(n, 2)), one if n == 1 else text),
    NUMBER_FORMS["de"],
)


def test_english_is_what_the_code_says():
    assert tr("As of {when}", when="17:26") == "As of 17:26"
    assert plural(1, one="{n} item", many="{n} items") == "1 item"
    assert plural(1_204, one="{n} item", many="{n} items") == "1,204 items"
    assert plural(0, "{n} item", "{n} items") == "0 items"


def test_a_year_is_no_count():
    assert tr("Year {year}", year=2026) == "Year 2026"


def test_braces_in_a_value_are_text():
    assert tr("Note: {note}", note="{x} {") == "Note: {x} {"


def test_a_text_without_its_value_is_a_mistake():
    with pytest.raises(KeyError):
        tr("As of {when}")


def test_another_language_holds_for_a_while_only():
    with speaking(GERMAN):
        assert tongue() is GERMAN
        assert plural(3, one="{n} item", many="{n} items") == "3 Posten zusammen"
        with pytest.raises(RuntimeError), speaking(ENGLISH):
            raise RuntimeError
        assert tongue() is GERMAN
    assert tongue() is ENGLISH


def test_a_table_is_looked_up_when_it_is_shown():
    table = {"found": later("found"), "items": Forms("{n} item", "{n} items")}
    with speaking(GERMAN):
        assert tr(table["found"]) == "gefunden"
        assert plural(1, *table["items"]) == "1 Posten"
    assert tr(table["found"]) == "found"


def test_a_text_without_a_translation_stays_english():
    with speaking(GERMAN):
        assert tr("Nothing read yet") == "Nothing read yet"
        assert plural(1, one="{n} turn", many="{n} turns") == "1 turn"


def test_german_amounts_have_a_comma_and_the_unit_behind():
    with speaking(GERMAN):
        assert cents_text(123_450) == "1.234,50\u00a0$"
        assert cents_text(-5, "EUR") == "\u22120,05\u00a0\u20ac"
        assert cents_text(300, "CHF") == "3,00\u00a0CHF"
        assert amount_text(Amount(15_200_000, at_least=True)) == "\u2265\u00a015,20\u00a0$"
        assert two_digits(4_800_000) == "4,8\u00a0$"
        assert two_digits(21_000_000) == "21\u00a0$"
        assert two_digits(1) == "<\u00a00,01\u00a0$"
        assert bare_two_digits(4_800_000) == "4,8"
        assert (decimal_sign(), unit_behind(), number(1_204)) == (",", "\u00a0$", "1.204")


def test_english_amounts_have_a_point_and_the_unit_before():
    assert two_digits(4_800_000) == "$4.8"
    assert bare_two_digits(21_000_000) == "21"
    assert bare_two_digits(1) == "<\u00a00.01"
    assert (decimal_sign(), unit_behind(), bare_cents(123_450)) == (".", "", "1,234.50")


@given(st.integers(-(10**12), 10**12))
def test_a_sum_has_the_same_digits_in_every_language(cents):
    english = cents_text(cents)
    with speaking(GERMAN):
        german = cents_text(cents)
    digits = [[one for one in text if one.isdigit()] for text in (english, german)]
    assert digits[0] == digits[1]
    assert english.startswith("\u2212") == german.startswith("\u2212") == (cents < 0)


def test_an_amount_is_spoken_in_the_language_in_force():
    with speaking(GERMAN):
        assert spoken(Amount(15_200_000, at_least=True)) == "Mindestens 15 dollars 20 Listenpreis"


def test_german_days_have_german_names_and_a_point():
    friday = date(2026, 11, 20)
    week = Period(friday - timedelta(days=6), friday + timedelta(days=1), ZoneInfo("Europe/Berlin"))
    turn = Period(date(2026, 12, 28), date(2027, 1, 4), ZoneInfo("Europe/Berlin"))
    with speaking(GERMAN):
        assert day_text(friday) == "Fr 20. Nov."
        assert spoken_day(friday) == "Freitag 20."
        assert weekday_letter(friday - timedelta(days=2)) == "M"
        assert range_text(week) == "14. \u2013 20. Nov."
        assert range_text(turn) == "28. Dez. 2026 \u2013 3. Jan. 2027"
    assert day_text(friday) == "Fri 20 Nov"


def test_every_calendar_is_whole():
    for names in CALENDARS.values():
        assert [len(part) for part in names[:5]] == [7, 7, 12, 12, 12]


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("Read up to {day}.", "20. Nov.", "Read up to 20. Nov."),
        ("Read up to {day}. Then no more.", "20. Nov.", "Read up to 20. Nov. Then no more."),
        ("Read up to {day}, not further.", "20. Nov.", "Read up to 20. Nov., not further."),
        ("Read up to {day}.", "20 Nov", "Read up to 20 Nov."),
        ("{day}.git is kept.", "a.", "a..git is kept."),
    ],
)
def test_a_day_that_ends_with_a_full_stop_ends_the_sentence_with_it(text, day, told):
    assert tr(text, day=day) == told
    assert plural(2, one=text, many=text, day=day) == told


def test_sentences_of_other_rooms_are_found_with_what_they_hold():
    sentence = "/home/sam/{logs} cannot be read (no reason given)."
    assert on_screen(sentence) == sentence
    with speaking(GERMAN):
        assert on_screen(sentence) == "/home/sam/{logs} l\u00e4sst sich nicht lesen (no reason given)."
        assert on_screen("Something nobody foresaw.") == "Something nobody foresaw."


def test_known_sentences_behind_each_other_are_found_one_by_one():
    with speaking(GERMAN):
        told = on_screen("/logs cannot be read (no reason given). Run outlay sync. Nobody foresaw this.")
        assert told == (
            "/logs l\u00e4sst sich nicht lesen (no reason given). Run outlay sync. Nobody foresaw this."
        )
