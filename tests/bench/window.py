"""The window over a large database: start, pages, periods, a table of 3,000 items, and its memory.

The rows are those of `queries`; every turn's session is given to one of 3,000 made items. The window runs offscreen in
a process of its own with window_probe.py around it. Start counts from the call of the program to its first paint, an
answer until it is painted, a page switch until the page as it was last read is painted.
"""

import json
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from statistics import quantiles

from figures import Figure, Gate, LeftOut
from queries import END, fill
from setting import Setting, home_environment

from outlay.domain.attribution import Form, ItemFacts, Share, Tier, WorkKind
from outlay.domain.moments import UtcMillis, moment_of
from outlay.store.store import Store

ITEMS = 3_000
_DAYS = 730
_WHOLE = 1_000_000
_PROBE = Path(__file__).with_name("window_probe.py")
_PATIENCE_S = 1_800


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Every figure of the window's process."""
    data = setting.fresh("window")
    fill(data / "outlay.sqlite", setting.rows)
    _give_items(data / "outlay.sqlite")
    told = _told(data)
    corpus = f"{setting.rows:,} rows, {ITEMS:,} items"
    frames = told["frames"]
    return [
        Figure("window: start to first paint", corpus, "ms", told["first_paint"], gate=Gate(1_000.0)),
        Figure("window: start to the first answer", corpus, "ms", told["first_answer"]),
        *(
            Figure(f"window: first visit to {page}", corpus, "ms", [taken])
            for page, taken in told["first_visits"].items()
        ),
        Figure("window: page switch", corpus, "ms", told["switches"], gate=Gate(100.0)),
        Figure("window: another week on Week", corpus, "ms", told["period_week"], gate=Gate(150.0)),
        Figure("window: another week on Spend", corpus, "ms", told["period_spend"], gate=Gate(150.0)),
        Figure(f"window: {told['items']:,} rows asked for", corpus, "ms", told["items_asked"]),
        Figure(
            "window: scroll, 99th percentile", corpus, "ms", [quantiles(frames, n=100)[98]], gate=Gate(16.7)
        ),
        Figure("window: memory, every page seen", corpus, "MB", told["rss_mb"], gate=Gate(160.0)),
        Figure("window: memory with all items", corpus, "MB", told["rss_items_mb"], gate=Gate(160.0)),
    ]


def _told(data: Path) -> dict:
    environment = {**home_environment(data, data), "QT_QPA_PLATFORM": "offscreen", "OUTLAY_ZONE": "UTC"}
    command = [sys.executable, str(_PROBE), str(time.time()), str(moment_of(END) - 1)]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=_PATIENCE_S
    )
    return json.loads(done.stdout)


def _give_items(path: Path) -> None:
    store = Store(path, "bench")
    first = moment_of(END - timedelta(days=_DAYS))
    items = [_item(number, first) for number in range(ITEMS)]
    costs = store.attributed.turn_costs(first, moment_of(END))
    shares = [
        Share(cost.turn, items[number * ITEMS // len(costs)].item, Tier.BRANCH_EDITED, _WHOLE, first, first)
        for number, cost in enumerate(costs)
    ]
    with store.writing():
        store.attributed.keep_items(items, {item.item: 0 for item in items}, ())
        store.attributed.keep_turns((), shares, {})
        store.attributed.keep_mark({"until": first})
    store.close()


def _item(number: int, first: UtcMillis) -> ItemFacts:
    landed = UtcMillis(first + (number + 1) * _DAYS * 86_400_000 // (ITEMS + 1))
    return ItemFacts(
        f"pr:acme/api#{number}",
        Form.PULL_REQUEST,
        WorkKind.FEATURE,
        f"Keep the {number}th order of a basket when it is paid twice",
        "/home/a/project-0",
        "acme/api",
        None,
        landed,
        landed,
        landed,
        landed,
        reverted=False,
        active=landed,
        commits=(),
        tickets=(),
        added_lines=40,
        agent_share=None,
        agent_named=False,
        url=None,
    )
