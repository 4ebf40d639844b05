"""The copied beginning of a forked rollout, told from its own lines by what the parent's file holds.

The copy is stamped anew at the moment of the fork, so its times say nothing. Source: log-formats.md section 2.4 C.
"""

from functools import lru_cache
from typing import NamedTuple

from outlay.readers.interface import LogFile, Probe
from outlay.readers.logs.codex.records import Info, Payload, decoded, short_name
from outlay.readers.logs.codex.rollouts import lines_of, open_rollout
from outlay.readers.logs.codex.tokens import Vector, vector_of
from outlay.readers.logs.lines import Block

TURN_LINES = frozenset((b"turn_context", b"event_msg/task_started"))
COUNT_LINE = b"event_msg/token_count"
_TRACED = TURN_LINES | {COUNT_LINE}
_MOST_ANCESTORS = 32

Fingerprint = tuple[Vector | None, Vector | None]
"""Last and total usage of one `token_count`: with a running total in it, as good as an id."""


class Trace(NamedTuple):
    """What a rollout's lines can be recognised by: its turn ids, and its counts with their order."""

    turns: frozenset[str]
    counts: dict[Fingerprint, int]


class Origin(NamedTuple):
    """Where a rollout says it comes from."""

    root: str
    parent: str | None


def fingerprint_of(info: Info) -> Fingerprint:
    """The form in which a count is compared with the parent's."""
    return vector_of(info.last_token_usage), vector_of(info.total_token_usage)


def parent_of(meta: Payload) -> str | None:
    """The thread above: named by itself, or as the one that was forked, or the one that spawned it."""
    spawned = meta.source
    for key in ("subagent", "thread_spawn"):
        spawned = spawned.get(key) if isinstance(spawned, dict) else None
    named = spawned.get("parent_thread_id") if isinstance(spawned, dict) else None
    spawner = named if isinstance(named, str) else None
    return short_name(meta.parent_thread_id or meta.forked_from_id or spawner) or None


def file_of(thread: str, probe: Probe) -> LogFile | None:
    """The largest rollout of a thread: after a revert a thread has several."""
    files = [file for file in probe.files if f"-{thread}" in file.path]
    return max(files, key=lambda file: file.mark.size, default=None)


def root_of(meta: Payload, probe: Probe) -> str:
    """The thread that started it all, as far as the files at hand tell."""
    root = short_name(meta.session_id)
    thread, parent = meta.id or "", parent_of(meta)
    for _ in range(_MOST_ANCESTORS):
        if root or not parent:
            break
        thread = parent
        file = file_of(thread, probe)
        above = origin_of(file) if file else None
        root, parent = (above.root, above.parent) if above else ("", None)
    return root or thread


@lru_cache(maxsize=256)
def origin_of(file: LogFile) -> Origin | None:
    """What the first line of a rollout says; None when it is none."""
    try:
        with open_rollout(file.path, None, 0, "") as log:
            for block in log.blocks():
                return _origin_in(block)
    except OSError:
        pass
    return None


def _origin_in(block: Block) -> Origin | None:
    kind, line, _ = next(lines_of(block))
    record = decoded(line).record if line and kind == b"session_meta" else None
    return Origin(short_name(record.payload.session_id), parent_of(record.payload)) if record else None


@lru_cache(maxsize=4)
def trace_of(file: LogFile) -> Trace | None:
    """What the lines of a rollout can be recognised by; None when it cannot be read."""
    turns: set[str] = set()
    counts: dict[Fingerprint, int] = {}
    try:
        with open_rollout(file.path, None, 0, "") as log:
            for block in log.blocks():
                for kind, line, _ in lines_of(block):
                    if line and kind in _TRACED:
                        _note(line, turns, counts)
    except OSError:
        return None
    return Trace(frozenset(turns), counts)


def _note(line: bytes, turns: set[str], counts: dict[Fingerprint, int]) -> None:
    record = decoded(line).record
    if record is None:
        return
    if record.payload.turn_id:
        turns.add(record.payload.turn_id)
    if record.payload.info is not None:
        counts.setdefault(fingerprint_of(record.payload.info), len(counts))
