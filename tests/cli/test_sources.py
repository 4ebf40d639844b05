"""`outlay sources` tells a new owner what is here, what is not, and what to do next."""

import json
import os
import re
import sqlite3
from contextlib import closing

import pytest

from claude_lines import response, write_log
from cursor_files import asked, transcript, wrote
from outlay.cli.commands import sources_text
from outlay.cli.main import main

WORDS = ("--zone", "UTC", "--as-of", "2026-11-20T17:05:00Z")


@pytest.fixture(autouse=True)
def folders(empty_home, monkeypatch):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))


@pytest.fixture
def call(capsys):
    """One call of the command line: exit code and stdout."""

    def one(*words):
        code = main([*WORDS, *words])
        return code, capsys.readouterr().out

    return one


@pytest.fixture
def logs(empty_home):
    write_log(empty_home, [response("m1", "r1", "2026-11-19T09:00:00.000Z")])
    return empty_home


def change(home, sql):
    with closing(sqlite3.connect(home / "data" / "outlay.sqlite")) as store, store:
        store.execute(sql)


def narrow(monkeypatch, columns):
    """A terminal of that width."""
    monkeypatch.setattr(sources_text.sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sources_text, "get_terminal_size", lambda: os.terminal_size((columns, 24)))


def test_on_a_machine_without_tools_every_place_looked_at_is_listed_and_the_next_step_named(call):
    code, out = call("sources")
    assert code == 0
    assert out.startswith("Not found, looked for in:\n  Claude Code  ~/.claude/projects\n")
    assert "  Codex        ~/.codex/sessions\n               ~/.codex/archived_sessions\n" in out
    assert "deletes" not in out
    assert "outlay sample --home DIR" in out.rpartition("\n\n")[2]


def test_a_log_that_was_not_read_yet_is_followed_by_the_command_that_reads_it(call, logs):
    _, out = call("sources")
    assert out.startswith("Claude Code: found, not read yet\n")
    assert out.endswith("\nRead what is new with: outlay sync\n")
    call("sync")
    _, after = call("sources")
    assert after.startswith("Claude Code: found, last read ")
    assert "outlay sync" not in after


def test_what_stands_at_each_place_is_told_below_one_another(call, logs):
    _, out = call("sources")
    files, absent = out.splitlines()[1:3]
    assert files.split() == ["~/.claude/projects", "1", "file"]
    assert absent.split() == ["~/.config/claude/projects", "not", "there"]
    assert files.index("1 file") == absent.index("not there")


def test_a_place_that_cannot_be_read_fails_the_command_with_the_reason_and_the_way_on(
    call, logs, monkeypatch
):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("outlay.readers.logs.claude_code.places.os.scandir", refuse)
    code, out = call("sources")
    assert code == 1
    assert out.startswith("Claude Code: cannot be read, not read yet\n")
    assert "  Permission denied. Check who may read it.\n" in out


def test_a_tool_whose_logs_went_away_keeps_its_place_in_the_list(call, logs):
    call("sync")
    (logs / ".claude").rename(logs / "elsewhere")
    _, out = call("sources")
    assert out.startswith("Claude Code: not there, last read ")


def test_a_tool_that_was_read_without_a_request_says_how_to_come_by_its_cost(call, empty_home):
    transcript(empty_home, [asked(), wrote()])
    call("sync")
    assert "outlay import cursor-csv FILE" in call("sources")[1]


def test_what_stands_in_the_way_at_a_repository_is_told_and_fails_the_command(call, logs):
    call("sync")
    path = logs / "shop"
    change(logs, f"insert into owner_repositories values ('{path}', 1)")
    change(logs, f"insert into fact_repository_problems values ('{path}', 'repository_foreign', 1, 'x', 1)")
    code, out = call("sources")
    assert code == 1
    assert "  ~/shop: 1 repository owned by another user, so git refuses to read it." in out


def test_a_shallow_repository_is_told_and_fails_nothing(call, logs):
    call("sync")
    path = logs / "shop"
    change(logs, f"insert into owner_repositories values ('{path}', 1)")
    change(logs, f"insert into fact_repository_problems values ('{path}', 'repository_shallow', 1, 'x', 1)")
    code, out = call("sources")
    assert code == 0
    assert "git fetch --unshallow" in out


def test_a_repository_named_after_the_last_sync_is_said_to_be_unread_with_the_next_step(call, logs):
    call("sync")
    change(logs, f"insert into owner_repositories values ('{logs / 'shop'}', 1)")
    _, out = call("sources")
    assert "\n  ~/shop  not read yet\n" in out
    assert out.endswith("\nRead what is new with: outlay sync\n")


def test_a_problem_says_where_it_was_met_in_words_and_in_json(call, logs):
    log = next((logs / ".claude").rglob("*.jsonl"))
    log.write_bytes(b'{"type":"assistant","message":{"usage":\n' + log.read_bytes())
    call("sync")
    assert f"See {log.name}:1." in call("sources")[1]
    told = json.loads(call("sources", "--json")[1])["data"]["sources"][0]["problems"]
    assert [(one["kind"], one["example"]) for one in told] == [("not_json", f"{log.name}:1")]


@pytest.mark.parametrize("columns", [60, 80])
def test_on_a_terminal_no_sentence_is_wider_than_the_screen(call, logs, monkeypatch, columns):
    narrow(monkeypatch, columns)
    _, out = call("sources")
    assert max(len(line) for line in out.splitlines() if str(logs) not in line) <= columns


def test_in_a_pipe_every_sentence_is_one_line(call, logs):
    _, out = call("sources")
    assert "  Claude Code deletes logs after 30 days by default; Outlay keeps the figures.\n" in out


def test_that_the_database_had_to_be_restored_is_told_with_the_time(call, logs):
    call("sync")
    (logs / "data" / "outlay.sqlite").write_bytes(b"no database" * 500)
    call("sync")
    code, out = call("sources")
    assert code == 0
    told = out.partition("Kept in ")[2].splitlines()[1]
    assert re.match(r"  .*\d\d:\d\d: The database was damaged; the copy of ", told)
    (loss,) = json.loads(call("sources", "--json")[1])["data"]["losses"]
    assert loss["message"] in told
