"""`outlay export`: files with no more in them than was ticked, and a log of each."""

import json
import stat

import pytest

from apps import NOON
from outlay.cli.main import main
from outlay.domain.moments import iso_of

AS_OF = ("--as-of", iso_of(NOON), "--zone", "Europe/Berlin")


@pytest.fixture(scope="module")
def homes(tmp_path_factory):
    """The sample's folders, read once."""
    patch = pytest.MonkeyPatch()
    home = tmp_path_factory.mktemp("export")
    for name, folder in {"HOME": "home", "OUTLAY_DATA_DIR": "data", "OUTLAY_CONFIG_DIR": "settings"}.items():
        patch.setenv(name, str(home / folder))
    assert main(["sample", "--home", str(home / "home"), *AS_OF]) == 0
    assert main(["sync", *AS_OF]) in {0, 1}
    patch.undo()
    return home


@pytest.fixture
def here(homes, monkeypatch, tmp_path):
    for name, folder in {"HOME": "home", "OUTLAY_DATA_DIR": "data", "OUTLAY_CONFIG_DIR": "settings"}.items():
        monkeypatch.setenv(name, str(homes / folder))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(*words):
    return main(["export", *AS_OF, *words])


def asked(capsys, *words):
    code = export(*words, "--json")
    return code, json.loads(capsys.readouterr().out)


def test_a_dry_run_prints_the_bytes_that_would_be_written(here, capsysbinary):
    words = ("--format", "markdown", "--reveal", "titles,amounts=share")
    assert export(*words, "--dry-run") == 0
    printed = capsysbinary.readouterr()
    assert b"Nothing was written." in printed.err
    assert list(here.iterdir()) == []
    assert export(*words, "--out", "one.md") == 0
    assert (here / "one.md").read_bytes() == printed.out


def test_what_leaves_is_said_before_the_owner_passes_it_on(here, capsys):
    code, told = asked(capsys, "--format", "html", "--out", "one.html", "--reveal", "titles")
    assert code == 0
    assert told["schema"] == "outlay.export/1"
    assert told["period"] == {"start": "2026-10-19", "end": "2026-11-16"}
    assert "Titles of your items" in told["data"]["leaves"]
    assert stat.S_IMODE((here / "one.html").stat().st_mode) == 0o600


def test_a_file_is_never_written_over_unless_that_is_said(here, capsys):
    (here / "one.md").write_text("mine")
    assert export("--format", "markdown", "--out", "one.md") == 2
    assert (here / "one.md").read_text() == "mine"
    assert export("--format", "markdown", "--out", "one.md", "--replace") == 0
    assert (here / "one.md").read_text() != "mine"


def test_a_file_can_be_checked_and_a_changed_one_is_told_apart(here, capsys):
    export("--format", "csv", "--out", "one.csv")
    capsys.readouterr()
    code, told = asked(capsys, "--check", "one.csv")
    assert (code, told["data"]["exported_and_unchanged"]) == (0, True)
    with (here / "one.csv").open("a") as file:
        file.write("more")
    code, told = asked(capsys, "--check", "one.csv")
    assert (code, told["data"]["exported_and_unchanged"], told["data"]["exported_to_this_path"]) == (
        1,
        False,
        True,
    )


def test_the_log_lists_what_was_exported(here, capsys):
    export("--format", "json", "--out", "logged.json", "--include", "shipped", "--reveal", "amounts")
    capsys.readouterr()
    code, told = asked(capsys, "--log")
    newest = told["data"]["files"][0]
    assert (code, newest["path"], newest["reveal"]) == (0, str(here / "logged.json"), ["amounts=money"])
    assert export("--log") == 0
    assert str(here / "logged.json") in capsys.readouterr().out


def test_own_words_come_from_a_file(here, capsys):
    (here / "words.json").write_text(
        json.dumps({"mattered": "The basket <b>sorts</b> itself.", "asks": "Time."})
    )
    export("--format", "markdown", "--words", "words.json", "--dry-run")
    out = capsys.readouterr().out
    assert "The basket \\<b\\>sorts\\</b\\> itself." in out
    assert out.index("sorts") < out.index("What shipped")


def test_a_week_and_a_span_can_be_named(here, capsys):
    _, told = asked(capsys, "--week", "2026-11-18", "--format", "json", "--dry-run")
    assert told["period"] == {"start": "2026-11-16", "end": "2026-11-23"}
    _, told = asked(capsys, "--since", "2026-11-01", "--until", "2026-11-08", "--format", "json", "--dry-run")
    assert told["period"] == {"start": "2026-11-01", "end": "2026-11-08"}


def test_a_pdf_is_written_where_there_is_no_screen(here, capsys):
    assert export("--format", "pdf", "--paper", "letter", "--out", "one.pdf") == 0
    assert (here / "one.pdf").read_bytes().startswith(b"%PDF-1.")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--format", "markdown"),
        ("--out", "x.md"),
        ("--format", "png", "--out", "x.png"),
        ("--format", "markdown", "--dry-run", "--reveal", "hours"),
        ("--format", "markdown", "--dry-run", "--reveal", "people"),
        ("--format", "markdown", "--dry-run", "--reveal", "amounts=exact"),
        ("--format", "markdown", "--dry-run", "--reveal", "amounts=share,amounts=money"),
        ("--format", "markdown", "--dry-run", "--include", "days"),
        ("--format", "markdown", "--dry-run", "--until", "2026-11-01"),
        ("--format", "markdown", "--dry-run", "--since", "2026-11-02", "--until", "2026-11-01"),
        ("--format", "markdown", "--dry-run", "--week", "2026-11-18", "--since", "2026-11-01"),
        ("--format", "markdown", "--dry-run", "--words", "missing.json"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_refused_with_a_sentence_and_writes_nothing(here, capsys, words):
    assert export(*words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert list(here.iterdir()) == []


def test_a_dry_run_asks_for_a_format_and_for_no_file(here, capsys):
    assert export("--dry-run") == 2
    assert capsys.readouterr().err == "A format is needed. Such as --format markdown.\n"


@pytest.mark.parametrize("text", ["[]", '{"other": "x"}', '{"hard": 1}', "nonsense", "[" * 100_000])
def test_words_that_are_not_written_so_are_refused(here, capsys, text):
    (here / "words.json").write_text(text)
    assert export("--format", "markdown", "--dry-run", "--words", "words.json") == 2
    assert capsys.readouterr().out == ""
