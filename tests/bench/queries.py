"""Ninety days by day and project, out of a database with many usage rows.

The rows are made through the store, as a sync makes them: two years of forty busy quarter-hours a day, one or two
projects in each, two tools, three models. The question is asked as every face asks it, file opened and closed.
"""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from figures import Figure, Gate, LeftOut
from setting import Setting, home_environment

from outlay.domain.batches import Batch
from outlay.domain.moments import QUARTER_MS, Period, UtcMillis, moment_of
from outlay.domain.prices import Cost
from outlay.domain.usage import SessionKey, TokenCounts, UsageEvent
from outlay.store.log_facts import FileSlice
from outlay.store.store import Store
from outlay.wiring import app_over

_GATE = Gate(15.0)
_END = datetime(2026, 11, 24, tzinfo=UTC)
_DAYS = 730
_BUSY_QUARTERS = 40
_SLICE = 10_000
_MODELS = {"claude_code": ("claude-opus-4-6", "claude-haiku-4-5"), "codex": ("gpt-5.3-codex",)}


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Milliseconds for the answer, by day and project."""
    data = setting.fresh("rows")
    _fill(data / "outlay.sqlite", setting.rows)
    app = app_over(data, home_environment(data), lambda: moment_of(_END), data_dir=str(data), zone="UTC")
    period = Period(_END.date() - timedelta(days=90), _END.date(), app.zone)
    samples = []
    for _ in range(max(setting.rounds, 5)):
        started = time.perf_counter()
        found = app.spend(("day", "project"), period)
        samples.append((time.perf_counter() - started) * 1000)
    corpus = f"{setting.rows:,} rows, {len(found.rows):,} in the answer"
    return [Figure("90 days by day and project", corpus, "ms", samples, gate=_GATE)]


def _fill(path: Path, rows: int) -> None:
    store = Store(path, "bench")
    slices = _slices(rows)
    for done, one in enumerate(slices, start=1):
        store.add_slices([one], _price_all, moment_of(_END), refresh=False)
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
    first = moment_of(_END - timedelta(days=_DAYS))
    quarters = [day * 96 + 32 + quarter for day in range(_DAYS) for quarter in range(_BUSY_QUARTERS)]
    for number in range(rows):
        quarter = quarters[number * len(quarters) // rows]
        tool = choose.choice(tuple(_MODELS))
        yield UsageEvent(
            f"message-{number}",
            f"request-{number}",
            SessionKey(tool, f"{tool}-{quarter // 8}"),
            UtcMillis(first + quarter * QUARTER_MS + choose.randrange(QUARTER_MS)),
            choose.choice(_MODELS[tool]),
            TokenCounts(10, 20_000, 500, 0, None, 400),
            cwd=f"/home/a/project-{(quarter // 8 + choose.randrange(2)) % 20}",
            branch="main",
        )


def _price_all(events: Sequence[UsageEvent]) -> list[Cost]:
    return [Cost(20_000, estimated=False, rate_id=None) for _ in events]
