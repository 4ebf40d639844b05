"""In every format, and for every pair of ticks, only what was ticked is found: in bytes, in what a PDF says, in its metadata."""

from itertools import combinations

import pytest

from outlay.domain.sharing import AmountsShown, FileFormat, Paper, Reveal, Section, Ticks
from outlay.exports import written
from pdf_text import everything_in, text_of
from sharing_samples import CANARIES, MONEY, NEVER, summary

AMOUNTS = (AmountsShown.SHARE, AmountsShown.MONEY)
FIELDS = (*Reveal, *AMOUNTS)
PAIRS = [
    (),
    *combinations(FIELDS, 1),
    *(pair for pair in combinations(FIELDS, 2) if not set(AMOUNTS) <= set(pair)),
]
AMOUNT = {FileFormat.CSV: "613270000", FileFormat.JSON: "613270000", FileFormat.PDF: "$610"}
"""How the item's amount of 613.27 is told: to the micro in tables, in two digits on the page."""


def ticks(fields):
    amounts = next((one for one in fields if one in AMOUNTS), AmountsShown.NONE)
    return Ticks(frozenset(Section), frozenset(one for one in fields if one in set(Reveal)), amounts)


def told_by(made, wanted):
    """Everything a reader, a program or a search could find."""
    if wanted is FileFormat.PDF:
        raw = everything_in(made)
        wide = raw.decode("utf-16-be", "ignore") + raw[1:].decode("utf-16-be", "ignore")
        return raw.decode("latin-1") + text_of(made) + text_of(made).replace("\n", "") + wide
    return made.decode("utf-8")


def found(text, words):
    return [word for word in words if word.lower() in text.lower()]


def as_shown(word, wanted):
    return f"{int(word):,}" if word.isdigit() and wanted not in {FileFormat.CSV, FileFormat.JSON} else word


@pytest.mark.parametrize("wanted", FileFormat)
def test_only_what_was_ticked_is_found(qapp, wanted):
    for fields in PAIRS:
        chosen = ticks(fields)
        text = told_by(written(summary(chosen), wanted), wanted)
        for field, words in CANARIES.items():
            shown = [as_shown(word, wanted) for word in words]
            assert bool(found(text, shown)) == (field in fields), (fields, field)
        amount = AMOUNT.get(wanted, "\\$610" if wanted is FileFormat.MARKDOWN else "$610")
        assert (amount in text) == (AmountsShown.MONEY in fields), fields
        assert not found(text, (*NEVER, *MONEY)), fields


@pytest.mark.parametrize("wanted", FileFormat)
def test_a_section_that_is_not_ticked_takes_its_figures_along(qapp, wanted):
    every = Ticks(frozenset({Section.WORDS}), frozenset(Reveal), AmountsShown.MONEY)
    text = told_by(written(summary(every), wanted), wanted)
    assert "The basket sorts itself" in text
    for words in CANARIES.values():
        assert not found(text, [as_shown(word, wanted) for word in words])
    assert "$610" not in text
    assert "613270000" not in text


@pytest.mark.parametrize("paper", Paper)
def test_nothing_of_the_machine_or_its_clock_is_in_a_pdf(qapp, paper):
    text = told_by(written(summary(), FileFormat.PDF, paper), FileFormat.PDF)
    assert not found(text, ("/home/", "outlay.sqlite", "resources/"))
    assert "20261122000000Z" in text
    assert "20261122170500" not in text
