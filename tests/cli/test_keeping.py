"""Settings, groups, sessions, tokens, search, forgetting, exporting and deleting from the command line."""

import json

import pytest

from claude_lines import response, write_log
from outlay.cli.main import main
from shop_repository import EMAIL, commit, git

SESSION = "5f0c0000-0000-4000-8000-000000000001"


@pytest.fixture
def shop(empty_home, monkeypatch):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))
    folder = empty_home / "shop"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.email", EMAIL)
    commit(folder, "basket")
    write_log(empty_home, [response(cwd=str(folder), tokens=(10, 0, 0, 0, 10_000))])
    main(["repositories", "add", str(folder)])
    main(["sync"])
    return folder


@pytest.fixture
def told(capsys):
    def ask(*words, code=0):
        capsys.readouterr()
        assert main([*words, "--json"]) == code
        return json.loads(capsys.readouterr().out)["data"]

    return ask


def test_settings_are_listed_set_and_reset(shop, told):
    assert told("settings")["settings"]["week_start"] == "monday"
    assert told("settings", "set", "week_start", "sunday")["settings"]["week_start"] == "sunday"
    assert told("settings", "set", "notifications", "on")["settings"]["notifications"] is True
    assert told("settings", "reset", "week_start")["settings"]["week_start"] == "monday"
    assert "Use one of" in told("settings", "set", "theme", "pink", code=2)["advice"]


def test_a_fault_in_the_file_is_said_and_the_default_is_used(shop, empty_home, capsys):
    (empty_home / "settings").mkdir(exist_ok=True)
    (empty_home / "settings" / "settings.toml").write_text('theme = "pink"\nzone = "Mars"\n')
    assert main(["settings"]) == 0
    said = capsys.readouterr().err
    assert "The setting theme cannot be pink, so system is used." in said
    assert "The setting zone cannot be Mars, so it is left out." in said
    assert main(["status"]) == 0


def test_the_start_with_the_desktop_is_what_is_really_there(shop, told, empty_home):
    entry = empty_home / ".config" / "autostart" / "outlay.desktop"
    assert told("settings", "set", "autostart", "on")["autostart"] == {"state": "on", "place": str(entry)}
    entry.unlink()
    answer = told("settings")
    assert answer["settings"]["autostart"] is True
    assert answer["autostart"]["state"] == "off"


def test_groups_are_added_listed_and_removed(shop, told, monkeypatch):
    monkeypatch.chdir(shop.parent)
    assert told("groups", "add", "Acme", "shop")["groups"] == [{"group": "Acme", "projects": ["shop"]}]
    assert told("spend", "--by", "group")["rows"][0]["group"] == "Acme"
    assert told("groups", "add", "Acme", "./elsewhere")["groups"][0]["projects"][0] == str(
        shop.parent / "elsewhere"
    )
    assert told("groups", "remove", "Acme")["groups"] == []


def test_a_session_is_shown_and_spend_narrowed_to_it(shop, told, capsys):
    answer = told("session", SESSION[:8])
    narrowed = told("spend", "--by", "model", "--where", f"session={SESSION}")
    assert answer["session"] == SESSION
    assert answer["total"] == narrowed["total"]
    assert sum(one["list_micros"] for one in answer["items"]) + answer["not_linked_micros"] == 250_050
    assert told("spend", "--where", "tool=codex", code=3)["rows"] == []
    assert main(["session", SESSION]) == 0
    assert "Not linked" in capsys.readouterr().out


def test_tokens_are_what_a_board_counts(shop, told, capsys):
    assert told("tokens")["board"] == 10_010
    assert main(["tokens"]) == 0
    assert "10,010" in next(line for line in capsys.readouterr().out.splitlines() if "What a board" in line)


def test_text_is_found(shop, told):
    assert told("find", "5f0c")["hits"][0]["key"] == f"claude_code/{SESSION}"
    assert told("find", "no", "such", "thing")["hits"] == []


def test_what_is_found_fits_a_terminal_and_names_a_session_so_that_it_opens(shop, told, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["find", "5f0c"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(len(line) for line in lines) <= 80
    named = lines[2].split()[1]
    assert told("session", named)["session"] == SESSION


def test_everything_is_exported_forgotten_and_deleted(shop, told, empty_home, capsys):
    out = empty_home / "all.zip"
    assert told("export-all", "--out", str(out))["rows"]["usage"] == 1
    assert told("export-all", "--out", str(out), code=2)["title"].endswith("is there already.")
    capsys.readouterr()
    assert main(["repositories", "forget", str(shop)]) == 0
    assert "shop is forgotten: 1 commit" in capsys.readouterr().err
    assert "--yes" in told("delete-everything", code=2)["advice"]
    assert (empty_home / "data" / "outlay.sqlite").exists()
    assert str(empty_home / "data" / "outlay.sqlite") in told("delete-everything", "--yes")["removed"]
    assert not (empty_home / "data").exists()
    assert out.exists()
