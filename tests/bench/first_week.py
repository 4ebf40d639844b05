"""How long until the last seven days stand whole on the screen while a first reading goes on.

The worker reads, as it does for the tray. At each `slice` it tells of, the last seven days are asked for with the
use case every face asks (in this process, as the tray does), and the moment the answer is in hand is noted. When the
worker is done the same question gives the final figures; the first answer equal to them, with none different after
it, is when the week was visible. The tray hears of slices at most four times a second, so the figure is no finer.
The peer shows its figures when it ends.
"""

import json
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from figures import Figure, Gate, LeftOut
from peer import ccusage, reading, warm_up
from setting import NEEDS_CORPUS, Setting, corpus_text, home_environment, logs_of, outlay, whole_process

from outlay.app import App
from outlay.domain.moments import Period
from outlay.errors import OutlayError
from outlay.wiring import app_over, now

_GATE = Gate(0.5, of_ratio=True)

Sums = tuple[tuple[str | None, int, int], ...]
"""Day, requests and micro-units at list price."""


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Seconds from the worker's start to the whole week, against the peer's whole run."""
    if setting.corpus is None:
        return [LeftOut("last seven days visible", NEEDS_CORPUS)]
    program, home = ccusage(setting.peers), setting.corpus
    if program is None:
        return [LeftOut("last seven days visible", "npm is missing or could not install ccusage.")]
    last_day = _last_day(home)
    warm_up(program, home)
    ours, peer = [], []
    for _ in range(setting.rounds):
        ours.append(_visible_after(home, setting.fresh("week"), last_day))
        peer.append(whole_process(reading(program), home_environment(home)).seconds)
    return [Figure("cold: last seven days visible", corpus_text(home), "s", ours, peer, _GATE)]


def _visible_after(home: Path, data: Path, last_day: date) -> float:
    environment = home_environment(home, data)
    app = app_over(home, environment, now, data_dir=str(data), zone="UTC")
    started = time.perf_counter()
    answers = [(_week(app, last_day), time.perf_counter() - started) for _ in _slices(environment)]
    final = _week(app, last_day)
    moment = time.perf_counter() - started
    for answer, at in reversed(answers):
        if answer != final:
            break
        moment = at
    return moment


def _slices(environment: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen(
        outlay("worker"), env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdin and worker.stdout  # noqa: PT018
        worker.stdin.write('{"do": "sync"}\n')
        worker.stdin.flush()
        for line in worker.stdout:
            event = json.loads(line)["event"]
            if event == "slice":
                yield
            elif event != "progress":
                break
        worker.stdin.close()


def _week(app: App, last_day: date) -> Sums:
    try:
        found = app.spend(
            ("day",), Period(last_day - timedelta(days=6), last_day + timedelta(days=1), app.zone)
        )
    except OutlayError:
        return ()
    return tuple((row.keys[0], row.requests, row.list_micros) for row in found.rows)


def _last_day(home: Path) -> date:
    return datetime.fromtimestamp(max(log.stat().st_mtime for log in logs_of(home)), UTC).date()
