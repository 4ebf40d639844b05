"""`outlay review`: opened, saved and listed on the terminal, in 80 columns whatever was written, and in JSON."""

import io
import json
from unicodedata import category, east_asian_width

import pytest

from basket_world import shipped_basket
from claude_lines import response, write_log
from outlay.cli.main import main
from outlay.wiring import build_app

MONDAY = "2026-11-23T09:00:00Z"
LONG = "שלום עולם " * 400 + "日本語" * 2_000 + " 👩\u200d💻" * 1_000 + " " + "x" * 5_000


@pytest.fixture(autouse=True)
def folders(empty_home, monkeypatch):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))


@pytest.fixture
def call(capsys):
    def one(*words, as_of=MONDAY):
        code = main(["--zone", "UTC", "--as-of", as_of, *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return one


@pytest.fixture
def used(empty_home, call):
    write_log(empty_home, [response("m1", "r1", "2026-11-18T09:00:00.000Z", tokens=(0, 0, 0, 0, 10_000))])
    call("sync")
    return empty_home


@pytest.fixture
def piped(monkeypatch):
    def one(text):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return one


def columns(line):
    wide = (
        2 if east_asian_width(sign) in "WF" else 1
        for sign in line
        if category(sign) not in {"Mn", "Me", "Cf"}
    )
    return sum(wide)


def test_a_week_is_opened_with_words_first_then_figures_then_what_changed(call, empty_home):
    shipped_basket(empty_home)
    code, out, err = call("review")
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[:2] == [
        "Week 47 in your words: 16 \u2013 22 Nov 2026, UTC",
        "Not saved yet. As of Mon 23 Nov, 09:00.",
    ]
    order = [
        "What mattered",
        "What was hard",
        "What next",
        "You shipped 1 item",
        "Where it went",
        "What changed",
    ]
    at = [next(n for n, line in enumerate(lines) if line.startswith(head)) for head in order]
    assert at == sorted(at)
    assert any("ledger#7" in line and "settling" in line for line in lines)


def test_the_figures_in_json_add_up_and_have_the_fields_other_programs_rely_on(call, empty_home):
    shipped_basket(empty_home)
    told = json.loads(call("review", "show", "--json")[1])
    assert (told["schema"], told["period"]) == (
        "outlay.review/1",
        {"start": "2026-11-16", "end": "2026-11-23"},
    )
    data = told["data"]
    figures = data["figures"]
    ways = ("direct_micros", "context_micros", "not_linked_micros")
    assert sum(one[way] for one in figures["went"] for way in ways) == figures["total_micros"] > 0
    assert [one["state"] for one in figures["shipped"]] == ["settling"]
    assert (data["words"], data["saved"], data["since"], data["figures_are"]) == (None, None, None, "now")
    assert figures["change"]["verdict"] == "unused"


def test_it_is_saved_from_options_and_shown_again(call, used):
    code, out, _ = call(
        "review", "save", "--of", "2026-11-18", "--mattered", "Retries are out", "--next", "Rest"
    )
    assert code == 0
    assert "Saved Mon 23 Nov, 09:00. Figures as of Mon 23 Nov, 09:00, method" in out
    data = json.loads(
        call("review", "show", "--of", "2026-11-20", "--json", as_of="2026-11-30T09:00:00Z")[1]
    )["data"]
    assert data["words"] == {"mattered": "Retries are out", "hard": "", "next": "Rest"}
    assert (data["figures_are"], data["figures"]["as_of"], data["now"]["as_of"]) == (
        "frozen", MONDAY, "2026-11-30T09:00:00Z",
    )  # fmt: skip


def test_it_is_saved_from_json_on_standard_input_and_what_is_left_out_stays(call, used, piped):
    call("review", "save", "--of", "2026-11-18", "--mattered", "One")
    piped('{"hard": "Zw\\u00f6lf\\nTaxes", "next": null}')
    assert call("review", "save", "--of", "2026-11-18")[0] == 0
    data = json.loads(call("review", "--json")[1])["data"]
    assert data["words"] == {"mattered": "One", "hard": "Zw\u00f6lf\nTaxes", "next": ""}
    assert [one["words"]["hard"] for one in data["versions"]] == ["", "Zw\u00f6lf\nTaxes"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "[]",
        '"text"',
        "null",
        '{"mattered": 1}',
        '{"other": "x"}',
        '{"mattered": "x"',
        "[" * 100_000,
    ],
)
def test_what_is_no_texts_on_standard_input_is_refused_and_keeps_nothing(call, used, piped, text):
    piped(text)
    code, out, err = call("review", "save", "--of", "2026-11-18")
    assert (code, out) == (2, "")
    assert err.startswith("Standard input holds no texts.")
    assert call("review", "list")[1] == "No review is saved yet.\n"


def test_bytes_that_are_no_text_on_standard_input_are_refused(call, used, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"mattered": "\xff"}'), encoding="utf-8"))
    assert call("review", "save", "--of", "2026-11-18")[0] == 2


@pytest.mark.parametrize("columns_of_terminal", ["40", "80", "200"])
def test_whatever_was_written_the_answer_fits_80_columns_and_nothing_of_it_is_lost(
    call, used, monkeypatch, columns_of_terminal
):
    monkeypatch.setenv("COLUMNS", columns_of_terminal)
    call(
        "review",
        "save",
        "--of",
        "2026-11-18",
        "--mattered",
        LONG,
        "--hard",
        "<b>&amp;</b> \x1b[31m\udcff\u202e",
    )
    _, out, _ = call("review")
    assert max(columns(line) for line in out.splitlines()) <= 80
    assert "".join(out.split("What was hard")[0].split()).endswith("".join(LONG.split()))
    assert "  <b>&amp;</b> [31m\n" in out
    assert "\x1b" not in out
    assert max(columns(line) for line in call("review", "list")[1].splitlines()) <= 80


def test_a_text_that_is_too_long_is_cut_and_that_is_said(call, used):
    _, _, err = call("review", "save", "--of", "2026-11-18", "--hard", "x" * 20_001)
    assert "A text was cut to 20,000 characters." in err


def test_titles_as_long_as_they_come_fit_80_columns(call, empty_home):
    world = shipped_basket(empty_home)
    world.tell(title="日本語の題名" * 40)
    _, out, _ = call("review")
    assert max(columns(line) for line in out.splitlines()) <= 80


def test_the_list_is_searched_and_says_when_nothing_has_the_words(call, used):
    call("review", "save", "--of", "2026-11-18", "--mattered", "Webhook retries")
    assert "2026-11-16  Webhook retries" in call("review", "list", "--find", "RETRIES")[1]
    assert call("review", "list", "--find", "gone")[1] == "No saved review has these words.\n"
    (one,) = json.loads(call("review", "list", "--json")[1])["data"]["reviews"]
    assert (one["week"], one["total_micros"], one["shipped"], one["versions"]) == (
        "2026-11-16",
        250_000,
        None,
        1,
    )


def test_a_reminder_is_off_until_asked_for_and_off_again(call, used):
    assert call("review", "remind")[1] == "No reminder.\n"
    code, out, err = call("review", "remind", "fri", "9:05")
    assert (code, out) == (0, "Reminder: Friday 09:05, next on Fri 27 Nov, 09:05.\n")
    assert "outlay settings set notifications on" in err
    data = json.loads(call("review", "remind", "--json")[1])["data"]
    assert data == {"day": "friday", "at": "09:05", "next": "2026-11-27T09:05:00Z", "notifications": False}
    assert call("review", "remind", "off")[1] == "No reminder.\n"
    assert build_app().settings.review_reminder == ""


@pytest.mark.parametrize(
    "words", [("t", "09:00"), ("friday",), ("friday", "25:00"), ("x" * 500,), ("friday", "9", "00")]
)
def test_what_is_no_weekday_and_time_is_refused(call, used, words):
    code, out, err = call("review", "remind", *words)
    assert (code, out) == (2, "")
    assert "friday 16:00" in err
    assert call("review", "remind")[1] == "No reminder.\n"


def test_wrong_calls_are_refused(call, used):
    assert call("review", "save", "--mattered", "x")[0] == 2
    assert call("review", "save", "--of", "2026-12-24", "--mattered", "x")[0] == 2
    assert call("review", "show", "--of", "9999-12-31")[0] == 2
    assert call("review", "praise")[0] == 2


def test_before_anything_was_read_every_action_says_the_next_step(call, empty_home):
    code, _, err = call("review", "save", "--of", "2026-11-18", "--mattered", "x")
    assert (code, err) == (3, "Nothing has been read yet. Run outlay sync.\n")
    assert not (empty_home / "data" / "outlay.sqlite").exists()
    assert call("review")[0] == 3
    assert call("review", "list")[:2] == (0, "No review is saved yet.\n")


def test_a_week_without_anything_is_answered(call, used):
    code, out, _ = call("review", "show", "--of", "2026-06-03")
    assert code == 0
    assert "Nothing was used." in out
    assert "Where it went" not in out
