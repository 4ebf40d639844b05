"""Ninety days by day and project, and other questions, out of a database with many usage rows.

The rows are made through the store, as a sync makes them: two years of forty busy quarter-hours a day, one or two
projects in each, two tools, three models. A question is asked as every face asks it, file opened and closed. In a
zone like India's, whose days begin in the middle of an hour, the edges of a day come from smaller sums.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from figures import Figure, Gate, LeftOut
from setting import Setting, home_environment

from outlay.app import App
from outlay.domain.answers import SpendAnswer
from outlay.domain.batches import Batch
from outlay.domain.moments import QUARTER_MS, Period, UtcMillis, moment_of
from outlay.domain.prices import Cost
from outlay.domain.usage import SessionKey, TokenCounts, UsageEvent
from outlay.store.log_facts import FileSlice
from outlay.store.store import Store
from outlay.wiring import app_over

_GATE = Gate(15.0)
END = datetime(2026, 11, 24, tzinfo=UTC)
_DAYS = 730
_BUSY_QUARTERS = 40
_SLICE = 10_000
_MODELS = {"claude_code": ("claude-opus-4-6", "claude-haiku-4-5"), "codex": ("gpt-5.3-codex",)}


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Milliseconds for the answers, and for making the sums of one touched day anew."""
    data = setting.fresh("rows")
    fill(data / "outlay.sqlite", setting.rows)
    rounds = max(setting.rounds, 5)
    corpus = f"{setting.rows:,} rows"
    return [
        *(Figure(what, corpus, "ms", _timed(ask, rounds), gate=gate) for what, ask, gate in _questions(data)),
        Figure("sums of one touched day made anew", corpus, "ms", _folded(data / "outlay.sqlite", rounds)),
    ]


def _questions(data: Path) -> list[tuple[str, Callable[[], object], Gate | None]]:
    utc, india = _app(data, "UTC"), _app(data, "Asia/Kolkata")
    return [
        ("90 days by day and project", lambda: _spend(utc, 90, "day", "project"), _GATE),
        ("the same in a half-hour zone", lambda: _spend(india, 90, "day", "project"), _GATE),
        ("90 days by model", lambda: _spend(utc, 90, "model"), None),
        ("7 days by session", lambda: _spend(utc, 7, "session"), None),
        ("7 days by branch", lambda: _spend(utc, 7, "branch"), None),
        ("the popover's summary", utc.glance, None),
    ]


def _app(data: Path, zone: str) -> App:
    return app_over(data, home_environment(data), lambda: moment_of(END), data_dir=str(data), zone=zone)


def _spend(app: App, days: int, *by: str) -> SpendAnswer:
    return app.spend(by, Period(END.date() - timedelta(days=days), END.date(), app.zone))


def _timed(ask: Callable[[], object], rounds: int) -> list[float]:
    samples = []
    for _ in range(rounds):
        started = time.perf_counter()
        ask()
        samples.append((time.perf_counter() - started) * 1000)
    return samples


def _folded(path: Path, rounds: int) -> list[float]:
    """How long the sums take after every quarter-hour of a day was touched by one new request."""
    day = moment_of(END - timedelta(days=30))
    store = Store(path, "bench")
    samples = []
    for number in range(rounds):
        touching = Batch(events=[_event(f"touch-{number}-{q}", day + q * QUARTER_MS) for q in range(96)])
        one = FileSlice("logs.claude_code", "/touch.jsonl", touching)
        store.add_slices([one], _price_all, moment_of(END), refresh=False)
        samples += _timed(store.refresh, 1)
    store.close()
    return samples


def fill(path: Path, rows: int) -> None:
    """Make a database with so many usage rows."""
    store = Store(path, "bench")
    slices = _slices(rows)
    for done, one in enumerate(slices, start=1):
        store.add_slices([one], _price_all, moment_of(END), refresh=False)
        if done % 20 == 0:
            print(f"queries: {done * _SLICE:,} of {rows:,} rows", file=sys.stderr, flush=True)
    store.refresh()
    store.close()


def _slices(rows: int) -> Iterator[FileSlice]:
    events = _events(rows)
    while batch := [event for event, _ in zip(events, range(_SLICE), strict=False)]:
        yield FileSlice("logs.claude_code", "/bench.jsonl", Batch(events=batch))


def _events(rows: int) -> Iterator[UsageEvent]:
    choose = random.Random(1)
    first = moment_of(END - timedelta(days=_DAYS))
    quarters = [day * 96 + 32 + quarter for day in range(_DAYS) for quarter in range(_BUSY_QUARTERS)]
    for number in range(rows):
        quarter = quarters[number * len(quarters) // rows]
        tool = choose.choice(tuple(_MODELS))
        yield _event(
            f"{number}",
            first + quarter * QUARTER_MS + choose.randrange(QUARTER_MS),
            SessionKey(tool, f"{tool}-{quarter // 8}"),
            choose.choice(_MODELS[tool]),
            f"/home/a/project-{(quarter // 8 + choose.randrange(2)) % 20}",
        )


def _event(
    name: str,
    moment: int,
    session: SessionKey = SessionKey("codex", "codex-0"),
    model: str = "gpt-5.3-codex",
    folder: str = "/home/a/project-0",
) -> UsageEvent:
    counts = TokenCounts(10, 20_000, 500, 0, None, 400)
    return UsageEvent(
        f"message-{name}",
        f"request-{name}",
        session,
        UtcMillis(moment),
        model,
        counts,
        cwd=folder,
        branch="main",
    )


def _price_all(events: Sequence[UsageEvent]) -> list[Cost]:
    return [Cost(20_000, estimated=False, rate_id=None) for _ in events]
