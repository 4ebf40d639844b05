"""A sync with nothing new, and one after a log grew by a kilobyte, whole process, beside the peer."""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from figures import Figure, Gate, LeftOut
from peer import ccusage, reading, warm_up
from setting import NEEDS_CORPUS, Setting, corpus_text, home_environment, logs_of, outlay, whole_process

_GATE = Gate(0.15, of_ratio=True)
_GROWN_BYTES = 1024


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Both, on a copy of the home that may grow, after one cold sync."""
    if setting.corpus is None:
        return [LeftOut("nothing-new sync", NEEDS_CORPUS)]
    program = ccusage(setting.peers)
    if program is None:
        return [LeftOut("nothing-new sync", "npm is missing or could not install ccusage.")]
    home, data = setting.fresh("home"), setting.fresh("data")
    growing = mirror(setting.corpus, home)
    warm_up(program, home)
    whole_process(outlay("sync"), home_environment(home, data))
    corpus = corpus_text(home)
    return [
        _rounds("sync with nothing new", corpus, setting.rounds, (program, home, data), None),
        _rounds("sync after 1 KB was appended", corpus, setting.rounds, (program, home, data), growing),
    ]


def mirror(corpus: Path, home: Path) -> Path:
    """The corpus's logs once more in another home, without copying but for one log of Claude Code: its path."""
    logs = logs_of(corpus)
    growing = max((log for log in logs if ".claude" in log.parts), key=lambda log: log.stat().st_size)
    for log in logs:
        target = home / log.relative_to(corpus)
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(log, target, linked=log != growing)
    return home / growing.relative_to(corpus)


def grow(log: Path) -> None:
    """Append one answer of about a kilobyte to a log of Claude Code."""
    ident = f"{log.stat().st_size}"
    message = {
        "id": f"msg_{ident}",
        "role": "assistant",
        "model": "claude-opus-4-5-20251101",
        "usage": {"input_tokens": 10, "cache_read_input_tokens": 1000, "output_tokens": 50},
        "content": [{"type": "text", "text": "x" * (_GROWN_BYTES - 450)}],
    }
    record = {
        "type": "assistant",
        "sessionId": log.stem,
        "uuid": f"grown-{ident}",
        "requestId": f"req_{ident}",
        "timestamp": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
        "cwd": "/home/a/shop",
        "message": message,
    }
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")


def _rounds(
    what: str, corpus: str, rounds: int, places: tuple[Path, Path, Path], growing: Path | None
) -> Figure:
    program, home, data = places
    ours, peer = [], []
    for _ in range(rounds):
        if growing is not None:
            grow(growing)
        ours.append(whole_process(outlay("sync"), home_environment(home, data)).seconds)
        peer.append(whole_process(reading(program), home_environment(home)).seconds)
    return Figure(what, corpus, "s", ours, peer, _GATE)


def _put(log: Path, target: Path, *, linked: bool) -> None:
    if linked:
        try:
            os.link(log, target)
        except OSError:
            shutil.copy2(log, target)
    else:
        shutil.copy2(log, target)
