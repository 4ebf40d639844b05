"""The command line keeps its contract: JSON in every outcome, exit codes, the answer alone on stdout."""

import json
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from claude_lines import response, write_log
from outlay.cli.main import main
from outlay.presenters.amounts import UNKNOWN
from shop_repository import EMAIL, commit, git

READING = ["status", "week", "spend", "sources", "doctor", "repositories", "identities", "prices", "rebuild"]


@pytest.fixture(autouse=True)
def folders(empty_home, monkeypatch):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))
    return empty_home


@pytest.fixture
def call(capsys):
    """One call of the command line: exit code, stdout, stderr."""

    def one(*words):
        code = main(["--zone", "UTC", "--as-of", "2026-11-20T17:05:00Z", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return one


@pytest.fixture
def logs(empty_home):
    write_log(
        empty_home,
        [
            response("m1", "r1", "2026-11-19T09:00:00.000Z", tokens=(0, 0, 0, 0, 10_000)),
            response("m2", "r2", "2026-11-20T09:00:00.000Z", model="house-model"),
        ],
    )
    return empty_home


@pytest.mark.parametrize("command", READING)
def test_json_is_valid_and_enveloped_before_anything_was_read(call, command):
    code, out, _ = call(command, "--json")
    told = json.loads(out)
    assert code in {0, 3}
    assert set(told) >= {"schema", "as_of", "zone", "period", "problems", "data"}


@pytest.mark.parametrize("command", READING)
def test_json_is_valid_and_enveloped_after_a_sync(call, logs, command):
    call("sync")
    code, out, _ = call(command, "--json")
    told = json.loads(out)
    name = "sources" if command == "doctor" else command
    assert (code, told["schema"], told["zone"]) == (0, f"outlay.{name}/1", "UTC")
    assert told["as_of"] == "2026-11-20T17:05:00Z"


@pytest.mark.parametrize("command", READING)
def test_text_holds_no_escape_codes_when_it_is_not_a_terminal(call, logs, command):
    call("sync")
    _, out, _ = call(command)
    assert out.strip()
    assert "\x1b" not in out


@pytest.mark.parametrize("command", ["week", "spend"])
def test_every_money_table_ends_in_its_balance(call, logs, command):
    call("sync")
    _, out, _ = call(command)
    assert re.search(r"Linked \$0\.00 \+ not linked \$0\.25 = ≥\W\$0\.25.*1 request without a price", out)


@pytest.mark.parametrize(
    "words",
    [
        ("nothing-of-the-kind",),
        ("spend", "--by", "colour"),
        ("spend", "--since", "yesterday"),
        ("spend", "--since", "2026-11-20", "--until", "2026-11-19"),
        ("--zone", "Mars/Olympus", "status"),
        ("--as-of", "noon", "status"),
        ("repositories", "add", "/nowhere"),
        ("repositories", "add"),
        ("repositories", "remove", "/nowhere"),
        ("identities", "add", "no-address"),
        ("identities", "remove", "who@example.org"),
        ("prices", "set", "house-model"),
        ("prices", "set", "house-model", "--input", "much", "--output", "1"),
        ("prices", "set", "house-model", "--input", "99999", "--output", "1"),
        ("prices", "remove", "house-model"),
    ],
)
def test_a_wrong_call_is_answered_in_words_and_in_json(call, logs, words):
    call("sync")
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert err.count("\n") == 1
    code, out, _ = call(*words, "--json")
    assert code == 2
    assert json.loads(out)["data"]["title"]


@pytest.mark.parametrize("command", ["week", "spend", "prices", "rebuild"])
def test_before_the_first_sync_the_next_step_is_named(call, command):
    code, _, err = call(command)
    assert code == 3
    assert "outlay sync" in err


def test_spend_has_the_fields_other_programs_rely_on(call, logs):
    call("sync")
    _, out, _ = call("spend", "--by", "day,tool", "--json")
    data = json.loads(out)["data"]
    assert data["rows"][0] == {
        "day": "2026-11-19",
        "tool": "claude_code",
        "requests": 1,
        "tokens": {
            "input_uncached": 0,
            "cache_read": 0,
            "cache_write_5m": 0,
            "cache_write_1h": 0,
            "cache_write_unsplit": None,
            "output": 10_000,
            "reasoning": None,
        },
        "list_micros": 250_000,
        "reported_micros": None,
        "currency": "USD",
        "unpriced_requests": 0,
    }
    assert data["total"]["requests"] == 2


def test_sync_has_the_fields_other_programs_rely_on(call, logs):
    _, out, _ = call("sync", "--json")
    data = json.loads(out)["data"]
    reader = data["readers"][0]
    assert (reader["reader"], reader["state"], reader["files"]) == ("logs.claude_code", "found", 1)
    assert set(reader) == {
        "reader",
        "state",
        "files",
        "bytes_read",
        "facts_added",
        "facts_changed",
        "problems",
    }
    assert data["repositories"] == []


def test_a_period_is_given_as_its_first_day_and_the_day_after_the_last(call, logs):
    call("sync")
    _, out, _ = call("spend", "--since", "2026-11-19", "--until", "2026-11-20", "--json")
    told = json.loads(out)
    assert told["period"] == {"start": "2026-11-19", "end": "2026-11-20"}
    assert told["data"]["total"]["requests"] == 1


def test_a_line_that_could_not_be_read_is_counted_and_does_not_fail_the_answer(call, logs):
    log = next((logs / ".claude").rglob("*.jsonl"))
    log.write_bytes(b'{"type":"assistant","message":{"usage":\n' + log.read_bytes())
    code, out, _ = call("sync", "--json")
    problems = json.loads(out)["problems"]
    assert code == 0
    assert [(one["source"], one["kind"], one["count"]) for one in problems] == [
        ("logs.claude_code", "not_json", 1)
    ]
    assert json.loads(call("spend", "--json")[1])["data"]["total"]["requests"] == 2


def test_week_lists_its_items_and_they_add_up_with_what_is_not_linked(call, logs):
    shop = logs / "shop"
    shop.mkdir()
    git(shop, "init", "-q", "-b", "main")
    git(shop, "config", "user.email", EMAIL)
    commit(shop, "basket")
    call("repositories", "add", str(shop))
    call("sync")
    data = json.loads(call("week", "--json")[1])["data"]
    (item,) = data["items"]
    assert (item["title"], item["state"]) == ("Add basket", "settling")
    money = sum(sum(one["in_period"].values()) for one in data["items"])
    assert money + data["not_linked_micros"] == data["total"]["micros"] == 250_000
    out = call("week")[1]
    assert "1 commit shipped, settling" in out
    assert re.search(r"Add basket +shop@\w{7} +settling", out)
    assert re.search(r"Not linked: \$0\.25 \w+", out)


def test_status_counts_what_shipped_by_kind(call, logs):
    call("sync")
    today = json.loads(call("status", "--json")[1])["data"]["today"]
    assert (today["shipped"], today["shipped_by_kind"]) == (None, None)
    assert "shipped unknown" in call("status")[1]
    assert call("items", "add", "A talk", "--kind", "other")[0] == 0
    assert "list value, \u2265\u00a01 by hand shipped" in call("status")[1]
    today = json.loads(call("status", "--json")[1])["data"]["today"]
    assert (today["shipped"], today["shipped_at_least"]) == (1, True)
    assert today["shipped_by_kind"] == {"commit": 0, "pull_request": 0, "ticket": 0, "by_hand": 1}
    week = call("week")[1]
    assert "\u2265\u00a01 by hand shipped" in week
    assert re.search(r"\u2265 1$", week, re.MULTILINE)


def test_a_reading_of_nothing_says_so_in_one_line_and_a_week_names_the_command_that_reads(call, empty_home):
    assert re.fullmatch(r"Done in \d+\.\d s\.\n", call("sync", "--only", "work")[1])
    assert call("week")[2] == "Read the logs with: outlay sync\n"
    call("sync")
    assert "Outlay looked in 0 places" not in call("week")[2]
    assert "No tool logs were found" in call("week")[2]


def test_spend_by_item_says_what_is_not_linked(call, logs):
    call("sync")
    out = call("spend", "--by", "item,day")[1]
    assert re.search(r"not linked +2026-11-19 +1 .*\$0\.25", out)
    rows = json.loads(call("spend", "--by", "item,day", "--json")[1])["data"]["rows"]
    assert [(row["item"], row["day"], row["list_micros"]) for row in rows] == [
        (None, "2026-11-19", 250_000),
        (None, "2026-11-20", 0),
    ]


def test_repositories_and_their_email_are_added_listed_and_removed(call, empty_home):
    shop = empty_home / "shop"
    shop.mkdir()
    git(shop, "init", "-q", "-b", "main")
    git(shop, "config", "user.email", EMAIL)
    commit(shop, "basket")
    code, out, err = call("repositories", "add", str(shop))
    assert code == 0
    assert str(shop) in out
    assert EMAIL in err
    assert json.loads(call("identities", "list", "--json")[1])["data"]["identities"] == [EMAIL]
    call("sync")
    assert json.loads(call("status", "--json")[1])["data"]["today"]["shipped"] == 1
    assert call("repositories", "remove", str(shop))[0] == 0
    assert json.loads(call("status", "--json")[1])["data"]["today"]["shipped"] is None


def test_a_status_bar_gets_one_line(call, logs):
    call("sync")
    assert call("status", "--line")[1] == f"{UNKNOWN} · {UNKNOWN} shipped\n"
    waybar = json.loads(call("status", "--line", "waybar")[1])
    assert set(waybar) == {"text", "tooltip", "class"}
    assert json.loads(call("status", "--line", "json")[1])["week"]["spend"]["micros"] == 250_000


def test_an_own_price_is_set_and_taken_back(call, logs):
    call("sync")
    code, out, _ = call("prices", "set", "house-model", "--input", "2", "--output", "4")
    assert code == 0
    assert "house-model" in out
    total = json.loads(call("spend", "--json")[1])["data"]["total"]
    assert total["unpriced_requests"] == 0
    assert call("prices", "remove", "house-model")[0] == 0


def test_a_mistake_of_the_programs_own_is_said_without_what_a_log_held(call, logs, monkeypatch):
    def burst(*_):
        raise KeyError("SECRET PROMPT TEXT")

    monkeypatch.setattr("outlay.app.App.glance", burst)
    code, out, err = call("status", "--json")
    assert code == 70
    assert json.loads(out)["data"]["title"].startswith("Outlay made a mistake (KeyError")
    assert "SECRET" not in out + err


def test_a_data_folder_others_can_write_to_is_refused(call, empty_home):
    folder = empty_home / "open"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    code, _, err = call("--data-dir", str(folder), "status")
    assert code == 3
    assert "Others can write" in err


def test_sample_data_ends_at_the_moment_asked_for(call, empty_home):
    home = empty_home / "try"
    assert call("sample", "--home", str(home), "--as-of", "2026-06-03T15:00:00Z")[0] == 0
    newest = max(path.stat().st_mtime for path in (home / ".claude").rglob("*.jsonl"))
    end = datetime(2026, 6, 3, 15, tzinfo=UTC).timestamp()
    assert end - 8 * 3600 < newest <= end


def test_a_sample_home_that_an_older_outlay_wrote_can_be_read(call, empty_home, monkeypatch):
    home = empty_home / "try"
    assert call("sample", "--home", str(home))[0] == 0
    mark = home / "outlay-sample.json"
    told = json.loads(mark.read_text(encoding="utf-8"))
    mark.write_text(json.dumps({name: told[name] for name in ("sample", "repositories", "email")}))
    monkeypatch.setenv("HOME", str(home))
    assert call("sync")[0] == 0
    data = json.loads(call("status", "--json")[1])["data"]
    assert data["sample"] is True
    assert json.loads(call("items", "--json")[1])["data"]["total_micros"] > 0
    assert json.loads(call("items", "acts", "--json")[1])["data"]["acts"] == []


def test_sample_data_is_marked_as_sample(call, empty_home, monkeypatch):
    home = empty_home / "try"
    assert call("sample", "--home", str(home))[0] == 0
    monkeypatch.setenv("HOME", str(home))
    call("sync")
    assert json.loads(call("status", "--json")[1])["data"]["sample"] is True
    assert "sample" in call("week")[1].lower()
    assert "sample" in call("status")[1].lower()
    assert "sample" in call("status", "--line")[1].lower()


@pytest.mark.parametrize("command", ["status", "week", "spend"])
def test_a_folder_that_could_not_be_read_is_named_and_the_answer_still_given(call, logs, command):
    call("sync")
    with closing(sqlite3.connect(logs / "data" / "outlay.sqlite")) as store:
        store.execute("update fact_places set state = 'failing', message = 'may not be read' where files > 0")
        store.commit()
    code, out, _ = call(command, "--json")
    told = json.loads(out)
    assert code == 1
    assert told["problems"][0]["source"] == "logs.claude_code"
    assert told["data"]
