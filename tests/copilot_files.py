"""Makes Copilot's files for tests and reads them as the store would."""

import json
import sqlite3
from collections import Counter
from contextlib import closing

from outlay.readers.interface import LogFile, Surroundings
from outlay.readers.logs.copilot import CopilotReader
from outlay.readers.logs.lines import mark_of
from outlay.rules.copies import better_copy, is_replay
from outlay.system.line_hashes import line_packer
from outlay.system.other_databases import mark_of_database

SESSION = "5f0c1d2e-7a3b-4c4d-9e5f-60718293a4b5"
START = "2026-06-10T09:00:00.000Z"
EVENTS = """
create table assistant_usage_events (
    id integer primary key autoincrement, session_id text, model text, input_tokens integer, output_tokens integer,
    cache_read_tokens integer, cache_write_tokens integer, reasoning_tokens integer, created_at text
)
"""
SPANS = """
create table spans (
    span_id text primary key, trace_id text, start_time_ms real, end_time_ms real, operation_name text,
    response_model text, input_tokens integer, output_tokens integer, cached_tokens integer, chat_session_id text
)
"""

pack_lines = line_packer(7)


def run(path, sql, *values):
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.execute(sql, values)
        database.commit()


def store_at(home):
    path = home / ".copilot/session-store.db"
    run(path, EVENTS)
    return path


def request(store, session=SESSION, *, model="gpt-5.4", tokens=(100, 10, 60, 0, 5), at="2026-06-10 09:01:00"):
    sql = "insert into assistant_usage_events values (null, ?, ?, ?, ?, ?, ?, ?, ?)"
    run(store, sql, session, model, *tokens, at)


def write_lines(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    return path


def append_lines(path, lines):
    with path.open("ab") as more:
        more.write(b"".join(json.dumps(line).encode() + b"\n" for line in lines))


def journal_at(home, session=SESSION):
    return home / ".copilot/session-state" / session / "events.jsonl"


def line(kind, number, data, at=START):
    return {"type": kind, "id": f"e0000000-0000-4000-8000-{number:012x}", "timestamp": at, "data": data}


def start(number=1, session=SESSION):
    return line("session.start", number, {"sessionId": session, "context": {"cwd": "/srv/ledger"}})


def shutdown(number, output, *, model="gpt-5.4", at="2026-06-10T09:05:00.000Z", **usage):
    metrics = {model: {"usage": {"inputTokens": output * 10, "outputTokens": output, **usage}}}
    return line("session.shutdown", number, {"modelMetrics": metrics}, at)


def probe_of(home, reader=None):
    return (reader or CopilotReader()).probe(Surroundings(home, {}))


def read(path, home, bookmark=None, reader=None):
    """One file, as a new process would read it."""
    reader = reader or CopilotReader()
    file = LogFile(str(path), mark_of_database(path) if path.suffix == ".db" else _mark(path))
    return list(reader.read(file, bookmark, pack_lines, probe_of(home, reader)))


def is_stale(path, home, bookmark):
    reader = CopilotReader()
    return reader.stale(LogFile(str(path), bookmark.mark), bookmark, probe_of(home, reader))


def facts(batches, name):
    """One kind of fact of some batches."""
    return [fact for batch in batches for fact in getattr(batch, name)]


def counted(events):
    """What the store makes of events: one a request, replays left out."""
    merged = {}
    for event in events:
        key = (event.message_key, event.request_key)
        merged[key] = better_copy(merged[key], event) if key in merged else event
    found = list(merged.values())
    return [one for one in found if not any(is_replay(one, other) for other in found if other is not one)]


def outputs(batches):
    return sorted(event.tokens.output for event in counted(facts(batches, "events")))


def problems(batches):
    found = Counter()
    for problem in facts(batches, "problems"):
        found[str(problem.kind)] += problem.times
    return dict(found)


def kept(batches):
    """Everything the store would hold, in an order of its own."""
    sessions = {}
    for fact in facts(batches, "sessions"):
        before = sessions.setdefault(fact.session, fact)
        known = [one if one is not None else other for one, other in zip(before, fact, strict=True)]
        starts = [at for at in (before.started, fact.started) if at is not None]
        sessions[fact.session] = type(fact)(*known)._replace(started=min(starts, default=None))
    return {
        "events": sorted(map(str, counted(facts(batches, "events")))),
        "turns": sorted(set(map(str, facts(batches, "turns")))),
        "edits": sorted(map(str, facts(batches, "edits"))),
        "shell": sorted(map(str, facts(batches, "shell"))),
        "sessions": sorted(map(str, sessions.values())),
    }


def _mark(path):
    return mark_of(path.stat())
