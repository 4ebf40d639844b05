"""What the sample shows once it was read: the quarter of one engineer as weeks, items, spend and evidence tell it."""

import os
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from apps import app_for
from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, Reason, Tier
from outlay.domain.items import NOTHING
from outlay.domain.moments import Period, moment_of
from outlay.rules.periods import calendar_week
from outlay.system.sample_git import sample_git
from outlay.use_cases.sample import write_sample

ZONE = ZoneInfo("Europe/Berlin")
MONDAY = moment_of(datetime(2026, 11, 23, 9, 12, tzinfo=ZONE))
WEEK = calendar_week(date(2026, 11, 18), ZONE)
SETTLING, HELD, OPEN = ItemState.SETTLING, ItemState.HELD, ItemState.IN_FLIGHT


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """The sample as it stands on the Monday after the finished week."""
    world = write_sample(tmp_path_factory.mktemp("story") / "home", MONDAY, sample_git(os.environ), ZONE)
    app = app_for(world.home, MONDAY, "Europe/Berlin")
    report = app.sync()
    assert not [*report.problems, *(problem for reader in report.readers for problem in reader.problems)]
    return app


@pytest.fixture(scope="module")
def items(app):
    return {item.title: item for item in app.items().items}


def micros_by(app, *keys, period=None):
    sums = defaultdict(int)
    for row in app.spend(keys, period).rows:
        sums[tuple(row.keys)] += row.list_micros or 0
    return sums


def test_the_finished_week_has_five_days_of_three_tools(app):
    by_tool = {keys[0]: micros for keys, micros in micros_by(app, "tool", period=WEEK).items()}
    cents = {tool: round(micros / 10_000) for tool, micros in by_tool.items()}
    assert cents == {"claude_code": 6140, "codex": 1960, "cursor": 640}
    week = app.week(WEEK)
    days = [round(sum(micros for _, micros in day.by_tool) / 10_000) for day in week.days]
    assert days == [1420, 1860, 1190, 2810, 1460, 0, 0]
    assert week.unpriced_requests == 14


def test_seven_items_shipped_in_the_finished_week_among_them_a_ticket_and_a_direct_commit(app):
    week = app.week(WEEK)
    shipped = [item for item in week.work.items if item.state is SETTLING]
    assert week.shipped == 7
    assert [len(day.items) for day in week.days] == [1, 1, 2, 2, 1, 0, 0]
    forms = sorted(item.form for item in shipped)
    assert forms == sorted([Form.PULL_REQUEST] * 5 + [Form.TICKET, Form.COMMIT])
    assert {item.title for item in shipped} == {
        "Cache CI dependencies",
        "Fix rounding in tax totals",
        "Invoice table: keyboard navigation",
        "Raise deploy timeout",
        "Idempotent webhook retries",
        "Choose a queue library",
        "Upgrade date picker",
    }


def test_in_the_finished_week_something_is_still_open_set_aside_and_not_linked_for_three_reasons(app):
    work = app.week(WEEK).work
    others = {item.title: item.state for item in work.items if item.state is not SETTLING}
    assert others == {
        "Rate limit headers": OPEN,
        "Statements leave as a file": OPEN,
        "Page the table on the server": ItemState.SET_ASIDE,
    }
    assert set(work.not_linked.by_reason) == {Reason.OUTSIDE, Reason.NO_EDITS, Reason.NOT_FOUND}


@pytest.mark.parametrize("weeks_ago", [None, *range(13)])
def test_linked_and_not_linked_add_up_to_the_micro_in_every_week(app, weeks_ago):
    period = None
    if weeks_ago is not None:
        period = calendar_week(date(2026, 11, 18) - timedelta(weeks=weeks_ago), ZONE)
    work = app.items(period)
    linked = sum(item.in_period.whole for item in work.items)
    assert linked + work.not_linked.whole == work.total_micros
    assert work.total_micros == app.spend(("day",), period).total.list_micros


@pytest.mark.parametrize("period", [None, WEEK], ids=["quarter", "week"])
def test_most_money_is_linked_and_most_of_it_directly(app, period):
    work = app.items(period)
    assert 0.80 <= 1 - work.not_linked.whole / work.total_micros <= 0.95
    assert sum(item.in_period.direct for item in work.items) > 0.6 * work.total_micros
    assert sum(item.in_period.context for item in work.items) > 0.05 * work.total_micros


def test_four_to_nine_items_ship_in_a_week_and_fewer_around_the_holiday_and_the_conference(app):
    shipped = [
        app.week(calendar_week(date(2026, 11, 18) - timedelta(weeks=n), ZONE)).shipped for n in range(13)
    ]
    quiet = {6: 1, 9: 3}
    assert {n: shipped[n] for n in quiet} == quiet
    assert all(4 <= count <= 9 for n, count in enumerate(shipped) if n not in quiet)


def test_tools_come_and_go(app):
    days = defaultdict(set)
    for day, tool in micros_by(app, "day", "tool"):
        days[tool].add(date.fromisoformat(day))
    assert min(days["claude_code"]) == date(2026, 8, 24)
    assert min(days["codex"]) == date(2026, 9, 22)
    assert days["gemini_cli"] == {date(2026, 10, 28)}
    assert {day.isocalendar().week for day in days["cursor"]} == {46, 47}


def test_one_session_took_forty_dollars_in_two_hours_on_one_failing_command(app):
    (session, micros), *_ = sorted(micros_by(app, "session").items(), key=lambda row: -row[1])
    assert 39_000_000 < micros < 42_000_000
    loops = [one for one in app.evidence().patterns if one.pattern == "loop"]
    assert [one.session for one in loops] == [session[0]]
    assert loops[0].count > 200
    with closing(sqlite3.connect(app.database)) as look:
        [(first, last)] = look.execute(
            "select min(moment_ms), max(moment_ms) from fact_usage join fact_sessions using (session_id)"
            " where root = ?",
            (session[0],),
        )
    assert last - first < 2 * 60 * 60_000


def test_what_was_taken_back_says_so_unless_it_landed_again(items):
    assert items["Keep exchange rates in memory"].state is ItemState.REVERTED
    assert items["Smaller images for jobs"].state is HELD
    assert not [title for title in items if title.startswith(("Revert", "Reapply", "Take back", "Land "))]


def test_fixes_follow_the_work_they_mend(app, items):
    mended = {
        "Ledger entry search": "HBR-149",
        "Ledger jobs survive a deploy": "HBR-161",
        "Name the payer on receipts": "#474",
        "Show currency in every column head": "#308",
        "Totals by tax region": "#485",
    }
    assert {title: len(item.follow_up_fixes) for title, item in items.items() if item.follow_up_fixes} == (
        dict.fromkeys(mended, 1)
    )
    assert len(app.evidence().follow_ups) == len(mended)


def test_a_ticket_carries_its_pull_requests_in_two_repositories(items):
    refunds = items["Refunds in parts"]
    assert refunds.item == "ticket:HBR-172"
    assert set(refunds.parts) == {"pr:harbor/api#471", "pr:harbor/web#300"}
    assert refunds.created < refunds.started < refunds.landed


def test_two_commits_that_were_rebased_belong_to_one_pull_request(app):
    found = {item.item: item for item in app.items(parts=True).items}
    assert len(found["pr:harbor/api#481"].commits) == 2
    assert not [key for key in found if key.startswith("commit:harbor/api") and "part" in found[key].title]


def test_a_pull_request_took_two_tools_and_a_person(app):
    story = app.item("pr:harbor/api#482")
    assert {tool for tool in ("claude_code", "codex") if any(s.tool == tool for s in story.sessions)} == {
        "claude_code",
        "codex",
    }
    assert story.item.agent_share.low < 0.97
    assert story.item.agent_share.high < 1


def test_what_the_engineer_said_stands(app, items):
    assert [items[title].state for title in ("Outline of the statement service",)] == [SETTLING]
    assert items["Incident: payouts stood still for an hour"].form is Form.BY_HAND
    assert items["Idempotent webhook retries"].note.startswith("Took two tries")
    assert items["Ledger jobs survive a deploy"].note.startswith("The migration test looped")
    assert "Retrigger the nightly build" not in items
    assert items["Choose a queue library"].in_all.tiers[Tier.OWN_WORD] == pytest.approx(2_600_000, abs=50)
    assert len(app.acts()) == 8


def test_work_on_the_companys_key_shows_its_route(app):
    with closing(sqlite3.connect(app.database)) as look:
        routes = dict(look.execute("select route, count(*) from fact_usage group by route"))
    assert routes["bedrock"] > 50
    assert routes["lan"] == 14
    assert routes[None] > 10_000


def test_reading_it_again_changes_nothing(app):
    before = app.items()
    report = app.sync()
    assert sum(reader.facts_added for reader in report.readers) == 0
    assert app.items()._replace(revision=0) == before._replace(revision=0)
    app.rebuild()
    assert app.items()._replace(revision=0) == before._replace(revision=0)


@pytest.mark.parametrize("parts", [False, True])
def test_what_a_week_says_of_an_item_in_all_is_what_is_said_without_a_week(app, parts):
    ever = [item._replace(in_period=NOTHING) for item in app.items(parts=parts).items]
    for weeks in range(13):
        start = WEEK.start - timedelta(days=7 * weeks)
        week = Period(start, start + timedelta(days=7), WEEK.zone)
        for item in app.items(week, parts=parts).items:
            assert item._replace(in_period=NOTHING) in ever
