"""Pull requests and tickets of a tracker nobody may connect to are kept once, and what does not fit is said by row."""

import json

import pytest

from outlay.cli.main import main

PULL = {
    "repository": "acme/ledger",
    "number": 7,
    "title": "LED-1: Sort",
    "body": "What SECRET CANARY nobody may keep\n\nCo-authored-by: Claude <noreply@anthropic.com>",
    "head_branch": "feature/sort",
    "base_branch": "main",
    "author": "Sam",
    "author_is_me": True,
    "draft": False,
    "state": "open",
    "created_at": "2026-11-18T10:00:00Z",
    "merged_at": None,
    "closed_at": None,
    "merge_commit": None,
    "commits": ["a" * 40],
    "labels": ["bug"],
    "url": None,
}
TICKET = {"system": "jira", "key": "LED-1", "title": "Sort", "state": "started", "reopened_at": []}


@pytest.fixture
def call(empty_home, monkeypatch, capsys):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))

    def one(kind, content, *words):
        path = empty_home / "rows.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        code = main(["import", kind, str(path), *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return one


def brought(call, kind, content):
    code, out, _ = call(kind, content, "--json")
    return code, json.loads(out)["data"]


@pytest.mark.parametrize(("kind", "row"), [("pull-requests", PULL), ("tickets", TICKET)])
def test_a_file_is_kept_once_and_a_newer_one_replaces_what_changed(call, kind, row):
    files = ([row], [row], [row | {"title": "Other"}, row | {"number": 8, "key": "LED-2"}])
    told = [brought(call, kind, rows)[1] for rows in files]
    assert [(one["read"], one["added"], one["changed"]) for one in told] == [(1, 1, 0), (1, 0, 0), (2, 1, 1)]


def test_the_answer_is_enveloped_and_names_rows_that_do_not_fit(call):
    code, data = brought(
        call, "pull-requests", [PULL, PULL | {"number": "x"}, PULL | {"number": 9, "url": "here"}]
    )
    assert (code, data["read"], data["left_out"]) == (1, 2, 1)
    assert data["misfits"] == [
        {
            "row": 2,
            "field": "number",
            "misfit": "not_a_number",
            "left_out": True,
            "message": "Row 2: number is not a whole number from 1 on, so the row is left out.",
        },
        {
            "row": 3,
            "field": "url",
            "misfit": "not_an_address",
            "left_out": False,
            "message": "Row 3: url is not a web address, so that is unknown.",
        },
    ]
    assert [(one["source"], one["kind"], one["count"]) for one in data["problems"]] == [
        ("import.pull_requests", "unknown_record", 1),
        ("import.pull_requests", "wrong_type", 1),
    ]


def test_in_words_the_first_rows_that_do_not_fit_are_listed(call):
    code, out, _ = call("tickets", [TICKET] + [{}] * 30)
    assert code == 1
    assert out.startswith(
        "1 ticket read, 1 of them new and 0 changed.\nRow 2: system is missing, so the row is left"
    )
    assert out.count("\nRow ") == 20
    assert "30 records" in out


@pytest.mark.parametrize("kind", ["pull-requests", "tickets"])
@pytest.mark.parametrize(
    ("content", "said"),
    [("", "is not JSON"), ("{}", "no array"), ("\0", "is not JSON"), ("nul", "is not JSON")],
)
def test_a_file_that_cannot_be_used_is_refused_and_nothing_is_kept(call, kind, content, said):
    code, out, err = call(kind, content)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"rows.json {said}" in err or f"rows.json is JSON, but {said}" in err


def test_a_file_that_is_not_there_is_refused_in_words(call, capsys):
    assert main(["import", "tickets", "/nowhere/rows.json"]) == 2
    assert capsys.readouterr().err.startswith("rows.json cannot be opened.")


def test_the_name_of_a_person_is_for_a_usage_export_alone(call):
    assert call("tickets", [TICKET], "--user", "Sam")[0] == 2


def test_an_empty_array_is_no_trouble(call):
    code, out, _ = call("pull-requests", [])
    assert (code, out) == (0, "0 pull requests read, 0 of them new and 0 changed.\n")


def test_no_body_is_kept_or_said(call, empty_home):
    out = "".join(
        said
        for rows in ([PULL], [PULL | {"number": "SECRET CANARY", "merged_at": "SECRET CANARY"}])
        for said in call("pull-requests", rows, "--json")[1:]
    )
    kept = b"".join(path.read_bytes() for path in (empty_home / "data").rglob("*") if path.is_file())
    assert "CANARY" not in out
    assert b"CANARY" not in kept
    assert b"LED-1" in kept
