"""Small rollouts in a fake home, and what a reading of them brought."""

import json
from collections import Counter

from outlay.readers.interface import Surroundings
from outlay.readers.logs.codex import READER
from outlay.system.line_hashes import line_packer

THREAD = "019a0c11-7b52-7a10-9c3e-2f6d8e4b1a01"
NAME = f"rollout-2026-10-07T10-00-00-{THREAD}.jsonl"
PACK = line_packer(7)


def line(kind, payload, second=1):
    stamp = f"2026-10-07T10:00:{second:02d}.000Z"
    return json.dumps({"timestamp": stamp, "type": kind, "payload": payload}).encode() + b"\n"


def meta(thread=THREAD, **more):
    return line("session_meta", {"id": thread, "cwd": "/srv/ledger", **more})


def count(total, second=5):
    usage = {"input_tokens": total, "cached_input_tokens": 0, "output_tokens": 1}
    info = {"total_token_usage": usage, "last_token_usage": {**usage, "input_tokens": 10}}
    return line("event_msg", {"type": "token_count", "info": info}, second)


def rollout(home, data, name=NAME, folder=".codex/sessions/2026/10/07"):
    path = home / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def probe_of(home, **more):
    return READER.probe(Surroundings(home, more.pop("environment", {}), **more))


def read(home, bookmarks=None, pack=PACK):
    """Read every file from its bookmark on; the bookmarks are brought forward."""
    bookmarks = {} if bookmarks is None else bookmarks
    probe, batches = probe_of(home), []
    for file in probe.files:
        for batch in READER.read(file, bookmarks.get(file.path), pack, probe):
            batches.append(batch)
            bookmarks[file.path] = batch.bookmark
    return batches


def events_of(batches):
    return [event for batch in batches for event in batch.events]


def problems_of(batches):
    found = Counter()
    for batch in batches:
        for problem in batch.problems:
            found[problem.kind] += problem.times
    return found


def facts_of(batches):
    """Every fact but the limits, which are seen again with each reading."""
    return {
        name: [fact for batch in batches for fact in getattr(batch, name)]
        for name in ("events", "sessions", "turns", "edits", "shell")
    }
