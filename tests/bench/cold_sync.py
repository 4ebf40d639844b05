"""A first sync into an empty data folder, whole process, beside the peer reading the same logs."""

from figures import Figure, Gate, LeftOut
from peer import ccusage, reading, warm_up
from setting import NEEDS_CORPUS, Run, Setting, corpus_text, home_environment, outlay, whole_process

_TIME = Gate(2.0, of_ratio=True)
_MEMORY = Gate(100.0)


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Time against the peer, processor time, and peak memory."""
    if setting.corpus is None:
        return [LeftOut("cold sync", NEEDS_CORPUS)]
    program, home = ccusage(setting.peers), setting.corpus
    if program is not None:
        warm_up(program, home)
    _cold(setting)
    ours, peer = [], []
    for _ in range(setting.rounds):
        ours.append(_cold(setting))
        if program is not None:
            peer.append(whole_process(reading(program), home_environment(home)))
    return [*_figures(ours, peer, corpus_text(home)), *([] if program else [_NO_PEER])]


def _cold(setting: Setting) -> Run:
    data = setting.fresh("cold")
    return whole_process(outlay("sync", "--only", "logs"), home_environment(setting.corpus or data, data))


def _figures(ours: list[Run], peer: list[Run], corpus: str) -> list[Figure]:
    times = [run.seconds for run in ours], [run.seconds for run in peer]
    busy = [run.cpu_seconds for run in ours], [run.cpu_seconds for run in peer]
    peaks = [run.peak_mb for run in ours], [run.peak_mb for run in peer]
    return [
        Figure("cold sync: turns, edits, results and prices too", corpus, "s", *times, _TIME),
        Figure("cold sync, processor time", corpus, "s", *busy),
        Figure("cold sync, peak memory", corpus, "MB", *peaks, _MEMORY),
    ]


_NO_PEER = LeftOut("cold sync's peer", "npm is missing or could not install ccusage.")
