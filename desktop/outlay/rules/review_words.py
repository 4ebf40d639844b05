"""What of the owner's words on a week is kept, and which reviews a search finds."""

import unicodedata

from outlay.domain.review import ReviewWords, SavedReview, WordsWish
from outlay.rules.shipped_items import has_words

LONGEST = 20_000
"""Of each text, in characters."""

_TURNS_TEXT_AROUND = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Signs that make text behind them read the other way round; isolates and marks of direction stay."""


def merged(wish: WordsWish, before: ReviewWords) -> tuple[ReviewWords, bool]:
    """The words to keep, those not wished for as they were; and whether one was cut to its longest."""
    texts = [old if new is None else kept_text(new) for new, old in zip(wish, before, strict=True)]
    return ReviewWords(*(text[:LONGEST].rstrip() for text in texts)), any(
        len(text) > LONGEST for text in texts
    )


def kept_text(text: str) -> str:
    """A text without signs that are no text; scripts of every direction, joined emoji and line ends stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_kept(sign) for sign in lines).strip()


def is_found(saved: SavedReview, wanted: str) -> bool:
    """Whether a review holds every word that is looked for, in the owner's words or in the titles of what shipped."""
    shipped = (saved.review.shipped or ()) if saved.review else ()
    told = "\n".join((*saved.words, *(item.title for item in shipped), saved.first_day.isoformat()))
    return has_words(told.casefold(), wanted)


def _kept(sign: str) -> str:
    if sign == "\n":
        return sign
    kind = unicodedata.category(sign)
    if kind == "Cs" or sign in _TURNS_TEXT_AROUND:
        return ""
    return " " if kind == "Cc" else sign
