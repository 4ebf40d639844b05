"""What a search found, in words that tell hits apart."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from outlay.domain.search import Hit, HitKind
from outlay.presenters.pages.search import Around, hits_table

BERLIN = ZoneInfo("Europe/Berlin")


def at(day, hour):
    return round(datetime(2026, 11, day, hour, 30, tzinfo=UTC).timestamp() * 1000)


AROUND = Around({"week": "Week"}, "/home/ada", at(19, 16), BERLIN)


def test_sessions_of_one_branch_are_told_apart_by_their_day_and_time():
    hits = [
        Hit(HitKind.SESSION, "claude_code/5f0c2a1e-0000", "retries", "acme/api", at(18, 9)),
        Hit(HitKind.SESSION, "codex/019a0c11-7b52", "retries", "acme/api", at(19, 9)),
        Hit(HitKind.SESSION, "codex/019a0c22-7b52", "retries", "acme/api"),
    ]
    told = [row.cells[0].second for row in hits_table(hits, AROUND).rows]
    assert told == [
        "Wed 18 Nov, 10:30, Claude Code 5f0c2a1e",
        "10:30, Codex 019a0c11",
        "Codex 019a0c22",
    ]


def test_pages_that_are_not_there_are_left_out():
    hits = [Hit(HitKind.PAGE, name, name, "") for name in ("week", "patterns")]
    assert [row.cells[0].text for row in hits_table(hits, AROUND).rows] == ["Week"]
