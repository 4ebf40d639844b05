"""Cursor's usage export is kept once, the owner's rows only, and what is wrong with it is said."""

import json

import pytest

from outlay.cli.main import main

HEAD = "Date,{user}Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,Total Tokens,Cost\n"
ROWS = (
    ("2026-11-19T10:00:00.000Z", "Included", "auto", "No", 46800, 4647, 275594, 3562, 330603, "Included"),
    (
        "2026-11-20T10:00:00.000Z",
        "On-Demand",
        "claude-4.6-opus-high-thinking",
        "No",
        3549,
        31589,
        559719,
        2153,
        597010,
        "$0.55",
    ),
)


def text(rows=ROWS, users=()):
    head = HEAD.format(user="User," if users else "")
    lines = [",".join(map(str, row)) for row in rows]
    if users:
        cells = [line.split(",", 1) for line in lines]
        lines = [f"{date},{user},{rest}" for (date, rest), user in zip(cells, users, strict=True)]
    return head + "\n".join(lines) + "\n"


@pytest.fixture
def call(empty_home, monkeypatch, capsys):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))

    def one(*words):
        code = main([*words, "--as-of", "2026-11-20T17:05:00Z", "--zone", "UTC"])
        told = capsys.readouterr()
        return code, told.out, told.err

    return one


def imported(call, path, *words):
    code, out, err = call("import", "cursor-csv", str(path), *words, "--json")
    return code, json.loads(out)["data"], err


def test_an_export_is_kept_once_with_what_cursor_says_it_cost(call, empty_home):
    path = empty_home / "usage.csv"
    path.write_text(text())
    assert imported(call, path)[1]["added"] == 2
    assert imported(call, path)[1]["added"] == 0
    total = json.loads(call("spend", "--by", "tool", "--json")[1])["data"]["total"]
    assert total["requests"] == 2
    assert total["reported_micros"] == 550_000
    assert total["tokens"]["cache_read"] == 275594 + 559719


def test_a_row_whose_sum_does_not_hold_is_refused_and_counted(call, empty_home):
    path = empty_home / "usage.csv"
    path.write_text(text(rows=(ROWS[0], (*ROWS[1][:8], 1, "$0.55"))))
    code, data, _ = imported(call, path)
    assert (code, data["read"]) == (1, 1)
    assert data["problems"][0]["count"] == 1


def test_of_a_teams_export_only_the_owners_rows_are_kept(call, empty_home):
    path = empty_home / "usage.csv"
    path.write_text(text(users=("me@example.org", "you@example.org")))
    code, _, err = imported(call, path)
    assert code == 2
    assert "--user" in err
    assert imported(call, path, "--user", "me@example.org")[1]["added"] == 1
    assert "you@example.org" not in (empty_home / "data" / "outlay.sqlite").read_bytes().decode("latin-1")


@pytest.mark.parametrize("content", [None, b"", b"a,b\n1,2\n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_export_is_refused_in_words(call, empty_home, content):
    path = empty_home / "usage.csv"
    if content is not None:
        path.write_bytes(content)
    code, _, err = imported(call, path)
    assert code == 2
    assert "Traceback" not in err
    assert str(path.name) in err
