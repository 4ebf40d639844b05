"""A sync reads what is new, loses nothing, and can be ended at any instant."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, date, datetime

import pytest

from apps import app_for
from claude_lines import response, write_log
from outlay.domain.moments import Period
from outlay.domain.prices import Rate, TokenPrices
from outlay.errors import BusyError, OutlayError
from outlay.system.run_lock import run_lock
from shop_repository import EMAIL, commit, git


@pytest.fixture
def app(home, shop):
    app = app_for(home)
    app.add_repositories([str(shop)])
    app.sync()
    return app


def test_a_second_sync_with_nothing_new_changes_nothing(app):
    revision = app.glance().revision
    report = app.sync()
    assert sum(reader.facts_added + reader.bytes_read for reader in report.readers) == 0
    assert app.glance().revision == revision


def test_a_line_appended_is_in_the_next_answer(app, home):
    log = next((home / ".claude").rglob("*.jsonl"))
    with log.open("a") as file:
        file.write(
            json.dumps(response("m9", "r9", "2026-11-20T16:00:00.000Z", tokens=(0, 0, 0, 0, 40_000))) + "\n"
        )
    app.sync()
    assert app.glance().today.spend.micros == 605_000 + 1_000_000


def test_what_a_tool_deleted_since_stays(app, home):
    for log in (home / ".claude").rglob("*.jsonl"):
        log.unlink()
    app.sync()
    assert app.spend(()).total.list_micros == 855_000


def test_own_commits_stand_beside_the_spend(app):
    glance = app.glance()
    assert (glance.today.shipped, glance.week.shipped, glance.month.shipped) == (1, 2, 2)
    assert [item.title for item in glance.week.items] == ["Add labels", "Add prices"]


def test_a_commit_that_was_taken_back_is_not_counted(app, shop):
    sha = git(shop, "rev-parse", "HEAD")
    git(shop, "revert", "--no-edit", sha, at=datetime(2026, 11, 20, 12, tzinfo=UTC))
    app.sync()
    assert app.glance().today.shipped == 0


def test_an_amended_commit_is_counted_once(app, shop):
    made = datetime(2026, 11, 18, 13, tzinfo=UTC)
    commit(shop, "search", made)
    app.sync()
    assert app.glance().week.shipped == 3
    git(shop, "commit", "-q", "--amend", "-m", "Add search", at=made)
    app.sync()
    assert app.glance().week.shipped == 3


def test_commits_of_an_email_named_later_are_counted_from_then_on(empty_home, shop):
    app = app_for(empty_home)
    git(shop, "config", "user.email", "other@example.org")
    app.add_repositories([str(shop)])
    app.sync()
    assert app.glance().week.shipped == 0
    app.add_identities([EMAIL])
    app.sync()
    assert app.glance().week.shipped == 2


def test_a_repository_that_is_gone_is_said_and_its_figures_stay(app, shop):
    shop.rename(shop.with_name("moved"))
    report = app.sync()
    assert report.repositories[0].problems[0].kind == "repository_gone"
    assert app.glance().week.shipped == 2
    assert "is gone" in app.glance().troubles[0].title


def test_a_sync_while_another_runs_says_so(app):
    with run_lock(app.data_folder / "sync.lock"), pytest.raises(BusyError):
        app.sync()


def test_a_database_damaged_between_two_syncs_is_restored_and_said(app):
    for end in ("-wal", "-shm"):
        app.database.with_name(app.database.name + end).unlink(missing_ok=True)
    app.database.write_bytes(b"torn" * 4_000)
    app.sync()
    assert app.spend(()).total.list_micros == 855_000
    assert "damaged" in app.glance().troubles[0].title


def test_rebuilding_gives_the_same_answers(app):
    before = [app.spend(by).rows for by in (("day", "model"), ("session", "branch"))]
    app.rebuild()
    assert [app.spend(by).rows for by in (("day", "model"), ("session", "branch"))] == before


def test_the_owners_price_makes_an_unpriced_model_priced_from_its_day_on(app):
    price = TokenPrices(2_000_000, 4_000_000, None, None, None)
    rate = Rate("", "house-model", "standard", 0, price, (), None, "USD", "owner")
    app.set_price(rate)
    assert app.spend(()).total.unpriced_requests == 0
    assert app.spend(()).total.list_micros == 855_000 + 10 * 2 + 100 * 4
    app.remove_price("house-model")
    assert app.spend(()).total.unpriced_requests == 1


def test_a_paused_app_says_so(app):
    app.pause(on=True)
    assert app.paused


def grown(home, lines=4_000):
    """Many lines over several files; what they come to."""
    for number in range(8):
        rows = [
            response(
                f"m{number}-{line}", f"r{number}-{line}", "2026-11-20T09:30:00.000Z", tokens=(0, 0, 0, 0, 40)
            )
            for line in range(lines // 8)
        ]
        write_log(home, rows, name=f"log{number}")
    return lines * 1_000


def test_a_reading_killed_at_any_instant_leaves_true_totals(empty_home):
    whole = grown(empty_home)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(empty_home),
        "OUTLAY_DATA_DIR": str(empty_home / "data"),
        "OUTLAY_CONFIG_DIR": str(empty_home),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    chance = random.Random(7)
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-m", "outlay", "sync"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.05, 0.8))
        process.send_signal(signal.SIGKILL)
        process.wait()
        app = app_for(empty_home)
        if app.database.exists():
            _, seen, _ = _state(app)
            assert seen % 1_000 == 0
            assert seen <= whole
    app = app_for(empty_home)
    app.sync()
    assert app.spend(()).total.list_micros == whole


def _state(app):
    try:
        total = app.spend((), Period(date(2026, 11, 1), date(2026, 12, 1), app.zone)).total
    except OutlayError:  # the file has no tables yet
        return None, 0, 0
    return total.requests, total.list_micros, total.unpriced_requests


def appended(home, name, message):
    log = next((home / ".claude").rglob(f"{name}.jsonl"))
    line = response(message, message, "2026-11-20T16:00:00.000Z", tokens=(0, 0, 0, 0, 40_000))
    with log.open("a") as file:
        file.write(json.dumps(line) + "\n")
    return str(log)


def test_a_word_about_one_changed_log_reads_it_without_looking_around(app, home, monkeypatch):
    write_log(home, [response("o1", "o1")], name="other")
    app.sync()
    before = app.spend(()).total.list_micros
    path = appended(home, "5f0c0000-0000-4000-8000-000000000001", "m8")
    appended(home, "other", "m9")
    report = app.sync(paths=[path])
    assert app.spend(()).total.list_micros == before + 1_000_000
    assert report.repositories == ()
    app.sync()
    assert app.spend(()).total.list_micros == before + 2_000_000


@pytest.mark.parametrize("unknown", ["/nowhere/at/all.jsonl", "state.db"])
def test_a_word_about_something_unknown_looks_around(app, home, unknown):
    before = app.spend(()).total.list_micros
    path = appended(home, "5f0c0000-0000-4000-8000-000000000001", "m8")
    app.sync(paths=[path, unknown])
    assert app.spend(()).total.list_micros == before + 1_000_000


def test_a_log_that_went_away_since_looks_around(app, home):
    log = next((home / ".claude").rglob("*.jsonl"))
    log.unlink()
    app.sync(paths=[str(log)])
    assert app.spend(()).total.list_micros == 855_000
