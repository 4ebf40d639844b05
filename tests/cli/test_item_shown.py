"""`outlay items show`: one item for people at any width, and whole for programs."""

import json
import re

import pytest

from outlay.cli.main import main
from shared_pull import ONE, PULL, TICKET, TOLD_TICKET, TWO, logs, pull, repository, told_home

LONG = "Add rates of the shop and everything that came with them, " * 4


@pytest.fixture
def shas(empty_home, monkeypatch):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home))
    found = repository(empty_home / "shop")
    logs(empty_home, empty_home / "shop")
    return found


@pytest.fixture
def call(capsys):
    def one(*words, zone="UTC"):
        code = main(["--zone", zone, "--as-of", "2026-11-24T12:00:00Z", "items", "show", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return one


@pytest.fixture
def known(empty_home, shas):
    return told_home(empty_home, [pull(shas[:2], shas[2])])


def test_a_pull_request_in_words(call, known, shas, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    code, out, _ = call("#12")
    assert code == 0
    assert out.startswith(
        "LED-1: Add rates\n"
        "pr:acme/shop#12 · pull request · feature\n"
        "Settling: landed Thu 19 Nov, held from Thu 3 Dec if it stands.\n"
        "https://github.com/acme/shop/pull/12\n"
    )
    for told in (
        "First activity  Tue 17 Nov, 09:00\nCoding          1 day 2 h\nReview          1 day\n",
        "  text that landed         $0.75\ndirect in all              $0.75\n",
        "  only on the branch       $0.25\ncontext in all             $0.25\n",
        "direct and context         $1.00\n",
        "Of $1.10 in these sessions, $1.00 went here and $0.10 is not linked (outside a repository).\n",
        "Agents wrote 77 % of the landed lines: 26 lines added, 26 of them say something, 20 are an agent's.",
        "Claude Code 5f0c0000 wrote 12 of 12 lines in rates.py\n",
        f"{shas[2][:7]}  Thu 19 Nov, 12:00, landed  LED-1: Add rates (#12)\n",
        "  09:00  Claude Code 5f0c0000  $0.25  text that landed, 1 file\n",
        f"  12:00  pull request shop#12 merged as {shas[2][:7]}\n",
    ):
        assert told in out


def test_every_tier_present_is_explained_and_no_other(call, known):
    _, out, _ = call("#12")
    rules = out.partition("What that rests on\n")[2].partition("\n\n")[0]
    assert re.findall(r"^(\w[^:]+):", rules, re.MULTILINE) == ["Text that landed", "Only on the branch"]


@pytest.mark.parametrize("columns", [80, 120])
def test_nothing_is_wider_than_the_terminal_and_long_titles_are_cut(
    call, empty_home, shas, monkeypatch, columns
):
    monkeypatch.setenv("COLUMNS", str(columns))
    told_home(empty_home, [pull(shas[:2], shas[2], title=LONG)], [TOLD_TICKET | {"title": LONG}])
    for named in ("#12", "#12", "led-1"):
        _, out, _ = call(named)
        assert max(map(len, out.splitlines())) <= columns
        assert "…" in out.splitlines()[0]


def test_moments_stand_in_the_zone_asked_for(call, known):
    _, out, _ = call("#12", zone="Asia/Tokyo")
    assert "First activity  Tue 17 Nov, 18:00" in out
    assert "  21:00  pull request shop#12 merged" in out


def test_a_ticket_tells_its_parts_and_its_pull_request_names_the_ticket(call, empty_home, shas):
    told_home(empty_home, [pull(shas[:2], shas[2])], [TOLD_TICKET])
    _, out, _ = call("led-1")
    assert "Rates of the shop\nticket:LED-1 · ticket · feature · acme/shop\n" in out
    assert "pr:acme/shop#12: settling Thu 19 Nov, " in out
    assert "  08:00  ticket LED-1 started\n" in out
    _, out, _ = call("#12")
    assert "Counted in lists with ticket:LED-1.\n" in out


def test_a_note_is_shown(call, known):
    known.note_item(PULL, "Hard  because of\nrounding")
    _, out, _ = call("#12")
    assert "Your note: Hard because of rounding\n" in out


def test_spend_that_is_elsewhere_is_said_and_is_no_zero(call, empty_home, shas):
    for log in (empty_home / ".claude/projects/-home-a-shop").iterdir():
        log.unlink()
    body = "Co-authored-by: Claude <noreply@anthropic.com>"
    told_home(empty_home, [pull(shas[:2], shas[2], body=body)])
    _, out, _ = call("#12")
    assert "Spend not visible here: an agent is named" in out
    assert "Agents' part of the landed lines is unknown: " in out
    assert "$" not in out


def test_an_unknown_name_leaves_with_2_and_names_what_is_near(call, known):
    code, out, err = call("pr:acme/shop#13")
    assert (code, out) == (2, "")
    assert err == "No item pr:acme/shop#13 is known. Near to it: pr:acme/shop#12.\n"


def test_the_json_holds_the_rows_fields_and_everything_below(call, empty_home, shas):
    told_home(empty_home, [pull(shas[:2], shas[2])], [TOLD_TICKET])
    code, out, _ = call(PULL, "--json")
    told = json.loads(out)
    data = told["data"]
    assert (code, told["schema"], told["period"]) == (0, "outlay.item/1", None)
    assert (data["item"], data["state"], data["counted_with"]) == (PULL, "settling", [TICKET])
    assert data["in_all"] == {"direct_micros": 750_000, "context_micros": 250_000, "later_micros": 0}
    assert data["tiers"] == {"A": 750_000, "b": 250_000}
    assert data["times"] == {
        "first_activity_at": "2026-11-17T09:00:00Z",
        "coding_seconds": 97_140,
        "review_seconds": 86_400,
        "total_seconds": 183_600,
        "ticket_seconds": None,
        "cycle_seconds": None,
        "active_days": 2,
    }
    assert data["same_sessions"]["not_linked_by_reason"] == {"outside_a_repository": 100_000}
    assert [(one["session"], one["list_micros"]) for one in data["session_parts"]] == [
        (ONE, 250_000),
        (TWO, 750_000),
    ]
    assert [(one["path"], one["lines"], one["of_lines"]) for one in data["matched_lines"]] == [
        ("discounts.py", 8, 8),
        ("rates.py", 12, 12),
    ]
    assert [one["event"] for one in data["timeline"]][-2:] == ["pull_request_merged", "ticket_done"]
    assert sum(one.get("list_micros", 0) for one in data["timeline"]) == 1_000_000
