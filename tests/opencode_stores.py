"""Small stores of OpenCode in a fake home, in each of their forms, and what a reading of them brought."""

import json
import os
import sqlite3
from collections import Counter
from contextlib import closing
from itertools import count

from outlay.readers.interface import Surroundings
from outlay.readers.logs.opencode import READER
from outlay.rules.copies import better_copy, is_replay
from outlay.system.line_hashes import line_packer

PACK = line_packer(7)
BEGUN = 1_791_000_000_000
"""2026-10-03T04:00:00Z"""

_WRITINGS = count()
WRITTEN = BEGUN + 30 * 24 * 3_600_000
FOLDER = ".local/share/opencode"
FACTS = ("events", "sessions", "turns", "edits", "shell")
OLD = """
create table session (id text primary key, project_id text not null, parent_id text, slug text, directory text,
    title text, version text, time_created integer not null, time_updated integer not null);
create table message (id text primary key, session_id text not null, time_created integer not null,
    time_updated integer not null, data text not null);
create table part (id text primary key, message_id text not null, session_id text not null,
    time_created integer not null, time_updated integer not null, data text not null);
create index part_message_id_id_idx on part (message_id, id);
"""
NEW = """
create table session_v2 (id text primary key, project_id text not null, parent_id text, fork_session_id text,
    directory text, title text, version text, time_created integer not null, time_updated integer not null);
create table session_message (id text primary key, session_id text not null, type text not null,
    seq integer not null, time_created integer not null, time_updated integer not null, data text not null);
"""


def database(home, name="opencode.db", schema=OLD):
    path = home / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema)
    return path


def run(path, sql, *values):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql, values)
    aged(path)


def aged(path, moment=WRITTEN):
    """The file as if last written then; a nanosecond later at each call, so that every writing is seen."""
    later = moment * 1_000_000 + next(_WRITINGS)
    os.utime(path, ns=(later, later))


def put_session(path, ident="ses_a", created=BEGUN, parent=None, table="session", folder="/home/ada/shop"):
    columns = "(id, project_id, parent_id, directory, title, version, time_created, time_updated)"
    values = (ident, "p", parent, folder, "a title", "1.4.2", created, created)
    run(path, f"insert into {table} {columns} values (?, ?, ?, ?, ?, ?, ?, ?)", *values)


def put_message(path, ident, data, session="ses_a", updated=None):
    text = data if isinstance(data, str | bytes) else json.dumps(data, separators=(",", ":"))
    created = data["time"]["created"] if isinstance(data, dict) and "time" in data else BEGUN
    values = (ident, session, created, updated or created, text)
    run(path, "insert or replace into message values (?, ?, ?, ?, ?)", *values)


def update_message(path, ident, data, updated):
    text = json.dumps(data, separators=(",", ":"))
    run(path, "update message set data = ?, time_updated = ? where id = ?", text, updated, ident)


def put_part(path, ident, message, data, session="ses_a", updated=BEGUN):
    text = data if isinstance(data, str | bytes) else json.dumps(data, separators=(",", ":"))
    run(
        path,
        "insert or replace into part values (?, ?, ?, ?, ?, ?)",
        *(ident, message, session, updated, updated, text),
    )


def put_new(path, ident, kind, data, session="ses_a", seq=1, updated=None):
    created = data["time"]["created"]
    text = json.dumps(data, separators=(",", ":"))
    values = (ident, session, kind, seq, created, updated or created, text)
    run(path, "insert or replace into session_message values (?, ?, ?, ?, ?, ?, ?)", *values)


def put_prompt(path, ident, at=0, session="ses_a", text="do it", **part):
    data = {"role": "user", "time": {"created": BEGUN + at}, "agent": "build"}
    put_message(path, ident, data, session)
    put_part(path, f"prt_{ident}", ident, {"type": "text", "text": text, **part}, session)


def counters(fresh=10, output=20, reasoning=0, read=0, write=0):
    return {"input": fresh, "output": output, "reasoning": reasoning, "cache": {"read": read, "write": write}}


def answer(at=1000, cost=0.0125, model="claude-sonnet-4-5", ended=True, tokens=None, **more):
    time = {"created": BEGUN + at} | ({"completed": BEGUN + at + 500} if ended else {})
    return {
        "role": "assistant",
        "modelID": model,
        "providerID": "anthropic",
        "mode": "build",
        "path": {"cwd": "/home/ada/shop", "root": "/home/ada/shop"},
        "cost": cost,
        "tokens": counters() if tokens is None else tokens,
        "time": time,
        **more,
    }


def new_answer(at=1000, cost=0.0125, model="claude-sonnet-4-5", tokens=None, content=(), ended=True):
    time = {"created": BEGUN + at} | ({"completed": BEGUN + at + 500} if ended else {})
    return {
        "agent": "build",
        "model": {"id": model, "providerID": "anthropic"},
        "content": list(content),
        "cost": cost,
        "tokens": counters() if tokens is None else tokens,
        "time": time,
    }


def tool(name, given, call="call_1", status="completed", output="", ended=2000, **metadata):
    state = {"status": status, "input": given, "output": output, "metadata": metadata}
    return {
        "type": "tool",
        "tool": name,
        "callID": call,
        "state": state | {"time": {"start": BEGUN, "end": BEGUN + ended}},
    }


def step(cost=0.01, **counts):
    return {"type": "step-finish", "reason": "stop", "cost": cost, "tokens": counters(**counts)}


def put_file(home, path, data, moment=WRITTEN):
    file = home / FOLDER / "storage" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    aged(file, moment)
    return file


def probe_of(home, **around):
    return READER.probe(Surroundings(home, around.pop("environment", {}), **around))


def read(home, bookmarks=None, pack_lines=PACK):
    """One sync: every file whose mark changed, from its bookmark on; `bookmarks` is what the store would keep."""
    kept = {} if bookmarks is None else bookmarks
    probe = probe_of(home)
    batches = []
    for file in probe.files:
        if file.path in kept and kept[file.path].mark == file.mark:
            continue
        for batch in READER.read(file, kept.get(file.path), pack_lines, probe):
            batches.append(batch)
            if batch.bookmark:
                kept[file.path] = batch.bookmark
    return batches


def facts(batches):
    return {name: [fact for batch in batches for fact in getattr(batch, name)] for name in FACTS}


def counted(batches):
    """The events as the store counts them: one a request, replays left out."""
    merged = {}
    for event in facts(batches)["events"]:
        key = (event.message_key, event.request_key)
        merged[key] = better_copy(merged[key], event) if key in merged else event
    events = list(merged.values())
    return [one for one in events if not any(is_replay(one, two) for two in events if two is not one)]


def totals(batches):
    events = counted(batches)
    return (
        len(events),
        sum(event.tokens.total for event in events),
        sum(event.reported_micros or 0 for event in events),
    )


def problems(batches):
    found = Counter()
    for batch in batches:
        for problem in batch.problems:
            found[str(problem.kind)] += problem.times
    return dict(found)
