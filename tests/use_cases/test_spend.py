"""Spend adds up along every key, and a row says which of its counters no log holds."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from apps import NOON, app_for
from claude_lines import response, write_log
from outlay.domain.moments import Period, UtcMillis, moment_of
from outlay.errors import NothingYetError, WrongCallError
from outlay.use_cases.spend import KEYS

ALONE = [(key,) for key in KEYS]
PAIRS = list(combinations(KEYS, 2))


@pytest.fixture
def app(home, shop):
    app = app_for(home)
    app.add_repositories([str(shop)])
    app.sync()
    return app


@pytest.mark.parametrize("by", [(), *ALONE, *PAIRS])
def test_rows_add_up_to_one_total_whatever_they_are_split_by(app, by):
    answer = app.spend(by)
    assert sum(row.list_micros for row in answer.rows) == answer.total.list_micros == 855_000
    assert sum(row.requests for row in answer.rows) == answer.total.requests == 3
    assert sum(row.unpriced_requests for row in answer.rows) == answer.total.unpriced_requests == 1
    assert len({row.keys for row in answer.rows}) == len(answer.rows)


def test_a_folder_inside_a_repository_counts_for_it_and_one_outside_for_none(app):
    rows = {row.keys[0]: row.list_micros for row in app.spend(("repository",)).rows}
    assert rows == {"shop": 855_000, None: 0}


def test_days_are_cut_in_the_zone_asked_for(home):
    write_log(home, [response("late", at="2026-11-18T23:30:00.000Z")], name="late")
    utc, berlin = app_for(home), app_for(home, zone="Europe/Berlin")
    utc.sync()
    days = [{row.keys[0] for row in app.spend(("day",)).rows} for app in (utc, berlin)]
    assert days[0] - days[1] == {"2026-11-18"}


def test_a_period_leaves_out_what_lies_beyond_it(app):
    day = Period(date(2026, 11, 19), date(2026, 11, 20), app.zone)
    assert app.spend((), day).total.list_micros == 250_000


def test_an_answer_as_of_a_moment_ignores_what_happened_later(app, home):
    then = app_for(home, as_of=UtcMillis(NOON - 10 * 3_600_000))
    assert then.spend(()).total.list_micros == 250_000
    assert then.spend(("session",)).total.list_micros == 250_000
    assert then.glance().today.spend.micros is None


def test_a_counter_no_log_holds_is_unknown_and_one_that_is_nought_is_nought(app):
    tokens = app.spend(()).total.tokens
    assert tokens.cache_write_unsplit is None
    assert tokens.reasoning is None
    assert tokens.cache_write_1h == 0


def test_a_key_there_is_not_is_refused_with_those_there_are(app):
    with pytest.raises(WrongCallError, match="colour"):
        app.spend(("colour",))


def test_before_the_first_sync_there_is_nothing_to_answer_from(empty_home):
    with pytest.raises(NothingYetError):
        app_for(empty_home).spend(())


ZONES = ("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia")


@pytest.mark.parametrize("zone", ZONES)
def test_every_zone_puts_each_request_on_its_own_day(empty_home, zone):
    """Around a change of clocks, every 47 minutes; zones of whole, half and quarter hours."""
    start = datetime(2026, 10, 24, 0, 7, tzinfo=UTC)
    moments = [start + timedelta(minutes=47 * n) for n in range(90)]
    stamp = "%Y-%m-%dT%H:%M:%S.000Z"
    lines = [response(f"m{n}", f"r{n}", at.strftime(stamp)) for n, at in enumerate(moments)]
    write_log(empty_home, lines)
    app = app_for(empty_home, zone=zone)
    app.sync()
    expected = Counter(at.astimezone(ZoneInfo(zone)).date().isoformat() for at in moments)
    assert {row.keys[0]: row.requests for row in app.spend(("day",)).rows} == dict(expected)
    then = app_for(empty_home, zone=zone, as_of=moment_of(moments[40]))
    assert then.spend(("day",)).total.requests == 41
