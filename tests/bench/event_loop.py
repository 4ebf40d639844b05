"""Gaps between turns of the tray's event loop, its popover open, while a worker reads a whole home for the first time.

The real program on the offscreen platform, a timer of 5 ms in its loop (event_loop_probe.py). A gap is the time from
one tick to the next, the 5 ms included, so it grows with what the loop does and with how long the system lets it
wait for a core: other programs on the machine show in it. A bare loop with nothing to do ticks beside it and stands
where a peer does; what the tray itself did in the busiest of the gaps is told too.
"""

import json
import subprocess
import sys
from pathlib import Path

from figures import Figure, Gate, LeftOut
from setting import NEEDS_CORPUS, Setting, corpus_text, home_environment

_P99 = Gate(16.7)
_LARGEST = Gate(40.0)
_PATIENCE_S = 600.0
_BARE = Path(__file__).with_name("bare_loop.py")
_PROBE = Path(__file__).with_name("event_loop_probe.py")


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """The 99th percentile and the largest gap of each round."""
    if setting.corpus is None:
        return [LeftOut("the tray's event loop", NEEDS_CORPUS)]
    rounds = [_ticked(setting) for _ in range(setting.rounds)]
    corpus = corpus_text(setting.corpus)
    gaps, bare = [sorted(one["gaps"]) for one in rounds], [sorted(one["bare"]) for one in rounds]
    p99, bare_p99 = ([_p99(one) for one in every] for every in (gaps, bare))
    most, bare_most = ([one[-1] for one in every] for every in (gaps, bare))
    return [
        Figure("event loop while reading, 99 of 100 gaps", corpus, "ms", p99, bare_p99, _P99),
        Figure("event loop while reading, largest gap", corpus, "ms", most, bare_most, _LARGEST),
        Figure("event loop, most own work in a gap", corpus, "ms", [max(one["busy"]) for one in rounds]),
        Figure("tray, own work in a whole reading", corpus, "s", [sum(one["busy"]) / 1000 for one in rounds]),
    ]


def _ticked(setting: Setting) -> dict[str, list[float]]:
    environment = {
        **home_environment(setting.corpus or setting.scratch, setting.fresh("loop")),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(setting.fresh("runtime")),
    }
    with subprocess.Popen(
        [sys.executable, str(_BARE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as bare:
        ended = subprocess.run(
            [sys.executable, str(_PROBE)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            check=True,
        )
        told: dict[str, list[float]] = json.loads(ended.stdout)
        told["bare"] = json.loads(bare.communicate()[0])
    return told


def _p99(gaps: list[float]) -> float:
    """The smallest gap that 99 of 100 do not exceed."""
    return gaps[min(len(gaps) - 1, len(gaps) * 99 // 100)]
