"""Files as they are written: own words first, nothing in them can act, the same input gives the same bytes."""

import csv
import io
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from outlay.domain.attribution import Tier
from outlay.domain.items import ItemSpend
from outlay.domain.sharing import AmountsShown, FileFormat, OwnTopic, Paper, Reveal, Section, Ticks
from outlay.exports import written
from outlay.presenters.shared_notes import RAW_WARNING, leaving
from pdf_text import objects_of, text_of
from sharing_samples import BARE, EVERYTHING, PULL, item, summary

HOSTILE = (
    "<script>alert(1)</script> [x](http://evil.example) ![i](//evil.example/p) | `a` *b*\n=1+1\n# no heading"
)
EMPTY = {"items": (), "not_linked": 0, "words": {}}


def text(wanted, ticks=EVERYTHING, **more):
    return written(summary(ticks, **more), wanted).decode("utf-8")


class Seen(HTMLParser):
    """Tags, attributes and text of a document."""

    def __init__(self, document):
        super().__init__()
        self.tags, self.named, self.data = set(), [], ""
        self.feed(document)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.named += attrs

    def handle_data(self, data):
        self.data += data


@pytest.mark.parametrize("wanted", FileFormat)
@pytest.mark.parametrize("paper", Paper)
def test_the_same_input_gives_the_same_bytes(qapp, wanted, paper):
    assert written(summary(EVERYTHING), wanted, paper) == written(summary(EVERYTHING), wanted, paper)


@pytest.mark.parametrize("wanted", [FileFormat.MARKDOWN, FileFormat.HTML])
def test_own_words_stand_before_every_figure(wanted):
    made = text(wanted)
    assert (
        made.index("The basket sorts itself.") < made.index("A higher ceiling.") < made.index("What shipped")
    )


def test_markdown_holds_no_markup_of_others():
    made = text(FileFormat.MARKDOWN, words={OwnTopic.MATTERED: HOSTILE})
    assert "\\<script\\>" in made
    assert "\\[x\\](http\\://evil.example)" in made
    assert "\\`a\\` \\*b\\*" in made
    assert not re.search(r"^(# no|=1)", made, re.MULTILINE)


def test_html_has_no_script_and_nothing_from_outside():
    made = text(FileFormat.HTML, words={OwnTopic.MATTERED: HOSTILE})
    seen = Seen(made)
    assert not seen.tags & {"script", "img", "link", "iframe", "object", "a", "form", "base"}
    assert not [name for name, _ in seen.named if name in {"src", "href", "srcset"} or name.startswith("on")]
    assert "url(" not in made
    assert "@import" not in made
    assert "<script>alert(1)</script>" in seen.data


@pytest.mark.parametrize("name", ['=HYPERLINK("http://evil.example")', "+1", "-1", "@sum", "\t=1", "\uff1d1"])
def test_no_cell_is_a_formula(name):
    made = text(
        FileFormat.CSV, items=(item("pr:a/b#1", title=name, repository=name),), words={OwnTopic.HARD: name}
    )
    for row in csv.reader(io.StringIO(made, newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\uff1d"))]


def test_raw_tables_say_that_they_can_be_used_to_compare_people():
    assert next(csv.DictReader(io.StringIO(text(FileFormat.CSV))))["text"] == RAW_WARNING
    assert json.loads(text(FileFormat.JSON))["warning"] == RAW_WARNING


def test_csv_and_json_hold_the_same_rows_and_exact_amounts_that_add_up():
    told = json.loads(text(FileFormat.JSON))
    rows = list(csv.DictReader(io.StringIO(text(FileFormat.CSV))))
    counts = {name: len(some) for name, some in told.items() if isinstance(some, list)}
    assert {name: sum(row["table"] == name for row in rows) for name in counts} == counts
    *parts, total = told["spend"]
    assert sum(part["list_micros"] for part in parts) == total["list_micros"] == 1_000_000_000


def test_what_a_page_shows_adds_up_to_the_cent():
    made = text(FileFormat.MARKDOWN, items=tuple(
        item(f"pr:a/b#{n}", in_period=ItemSpend({Tier.LANDED_TEXT: 3_333_333})) for n in range(1, 4)
    ), not_linked=3_333_333)  # fmt: skip
    assert "| Shipped | \\$10.00 |" in made
    assert "| Not linked | \\$3.33 |" in made
    assert "| Together | \u2265\u00a0\\$13.33 |" in made


def test_a_pdf_can_be_searched_and_names_its_title(qapp):
    made = written(summary(EVERYTHING), FileFormat.PDF)
    told = text_of(made)
    for words in (
        "26 Oct \u2013 22 Nov 2026",
        "What mattered",
        "The basket sorts itself.",
        "Repository",
        "QUOKKA-4711",
    ):
        assert words in told
    assert "\ufffd" not in told
    assert "\t" not in told
    assert "$610" in told.replace("\n", "")
    assert "26 Oct \u2013 22 Nov 2026".encode("utf-16-be") in made


def test_a_pdf_is_drawn_in_lines_with_its_own_typeface(qapp):
    bodies = objects_of(written(summary(EVERYTHING), FileFormat.PDF)).values()
    assert not [body for body in bodies if b"/Subtype /Image" in body]
    assert [body for body in bodies if b"/FontName" in body and b"Inter" in body]


def test_every_object_of_a_pdf_lies_where_its_table_says(qapp):
    made = written(summary(EVERYTHING), FileFormat.PDF)
    table = int(made[made.rindex(b"startxref") :].split()[1])
    places = [int(place) for place in re.findall(rb"(\d{10}) \d{5} n", made[table:])]
    assert made[table : table + 4] == b"xref"
    assert [made[place:].split(b" ", 1)[0] for place in places] == [
        b"%d" % n for n in range(1, len(places) + 1)
    ]


@pytest.mark.parametrize(
    ("paper", "box"), [(Paper.A4, b"595.000000 842.000000"), (Paper.LETTER, b"612.000000 792.000000")]
)
def test_a_pdf_is_of_the_paper_that_was_asked_for(qapp, paper, box):
    assert b"/MediaBox [0 0 " + box + b"]" in written(summary(), FileFormat.PDF, paper)


def test_a_month_of_twenty_items_is_one_page_and_long_words_are_several(qapp):
    twenty = tuple(item(f"pr:a/b#{n}", title=f"Sort the basket by {n}") for n in range(1, 21))
    usual = Ticks(reveal=frozenset({Reveal.TITLES}))

    def pages(made):
        return len(re.findall(rb"/Type /Page\b", made))

    assert pages(written(summary(usual, items=twenty), FileFormat.PDF)) == 1
    long = {OwnTopic.MATTERED: "word " * 4_000}
    made = written(summary(usual, items=twenty, words=long), FileFormat.PDF)
    assert pages(made) > 3
    assert text_of(made).count("word") == 4_000


@pytest.mark.parametrize("wanted", FileFormat)
@pytest.mark.parametrize(
    "words",
    [
        "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
        "\U0001f469\u200d\U0001f4bb done \U0001f389",
        "x" * 20_000,
        "\ud800 lone",
        "a\x00b\x1b[31mc\u202ed",
        "\n\n\n",
    ],
    ids=["right to left", "emoji", "20,000 signs", "lone surrogate", "controls", "blank"],
)
def test_strange_words_are_written_in_every_format(qapp, wanted, words):
    made = written(summary(words={OwnTopic.HARD: words}), wanted)
    assert made
    assert b"\x1b" not in made or wanted is FileFormat.PDF


@pytest.mark.parametrize("wanted", FileFormat)
@pytest.mark.parametrize(
    "ticks", [BARE, EVERYTHING, Ticks(frozenset())], ids=["bare", "everything", "nothing"]
)
def test_a_period_without_anything_is_written_in_every_format(qapp, wanted, ticks):
    assert written(summary(ticks, **EMPTY), wanted)


def test_nothing_shipped_is_said_and_unknown_is_not_nothing():
    assert "Nothing landed in these days." in text(FileFormat.MARKDOWN, **EMPTY)
    assert "Unknown: not every repository" in text(FileFormat.MARKDOWN, shipped=None)


def test_the_list_of_what_leaves_names_each_tick_and_nothing_else():
    bare, every = leaving(summary(BARE)), leaving(summary(EVERYTHING))
    assert "Repositories as letters" in bare
    assert not {"Titles of your items", "Names of repositories", "Tokens", "Names of models"} & set(bare)
    assert {"Titles of your items", "Names of repositories", "Tokens", "Names of models"} <= set(every)
    assert "Amounts of money at list price" in every
    share = leaving(summary(Ticks(frozenset({Section.SHIPPED}), amounts=AmountsShown.SHARE), items=(PULL,)))
    assert "Where the money went, in percent of these days' own spend" in share


def test_another_process_writes_the_same_pdf():
    """Qt seeds its hashes anew in each process."""
    script = (
        "import hashlib, sys; sys.path[:0] = ['desktop', 'tests'];"
        "from sharing_samples import EVERYTHING, summary; from outlay.exports import written;"
        "print(hashlib.sha256(written(summary(EVERYTHING), 'pdf')).hexdigest())"
    )
    root = Path(__file__).parents[2]

    def fingerprint():
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert len({fingerprint() for _ in range(3)}) == 1
