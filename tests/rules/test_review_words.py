"""What the owner writes is kept as it was written: only signs that are no text go, and only what is too long is cut."""

from datetime import date

import pytest

from outlay.domain.moments import UtcMillis
from outlay.domain.review import ReviewWords, SavedReview, WordsWish
from outlay.rules.review_words import LONGEST, is_found, kept_text, merged


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('x')</script> & **bold** [a](javascript:x) =HYPERLINK(1)",
        "שלום עולם, \u2067ימין\u2069 לשמאל\u200f",  # noqa: RUF001
        "می\u200cخواهم",  # noqa: RUF001
        "👩\u200d💻 shipped it 🚢, 👍🏽",
        "one line\n\nanother\n  indented",
        "日本語のレビュー",
    ],
)
def test_every_script_markup_and_joined_emoji_stay_as_they_were_typed(text):
    assert kept_text(text) == text


def test_signs_that_are_no_text_are_taken_out():
    assert kept_text("a\x00b\x1b[31mc\td\r\ne\rf") == "a b [31mc d\ne\nf"
    assert kept_text("money \u202eyenom") == "money yenom"
    assert kept_text("half \ud83d a pair") == "half  a pair"


def test_a_text_of_twenty_thousand_characters_is_kept_whole_and_a_longer_one_is_cut_and_said():
    words, cut = merged(WordsWish(mattered="x" * LONGEST), ReviewWords())
    assert (len(words.mattered), cut) == (20_000, False)
    words, cut = merged(WordsWish(mattered="x" * (LONGEST + 1)), ReviewWords())
    assert (len(words.mattered), cut) == (20_000, True)


def test_a_text_that_is_not_given_stays_as_it_was_and_an_empty_one_takes_it_away():
    words, _ = merged(WordsWish(hard="new", next=""), ReviewWords("a", "b", "c"))
    assert words == ReviewWords("a", "new", "")


def test_a_search_needs_every_word_wherever_it_stands():
    saved = SavedReview(
        1, date(2026, 11, 16), "UTC", UtcMillis(0), ReviewWords("Webhook", "Straße", ""), "1", 1, None
    )
    assert is_found(saved, "STRASSE webhook")
    assert is_found(saved, "")
    assert is_found(saved, "2026-11")
    assert not is_found(saved, "webhook partner")
