"""Small files of Cursor in a fake home, and what a reading of them brought."""

import json
import sqlite3
from collections import Counter
from contextlib import closing

from outlay.readers.interface import LogFile, Probe
from outlay.readers.logs.cursor import READER
from outlay.readers.logs.lines import mark_of
from outlay.system.line_hashes import line_packer
from outlay.system.other_databases import mark_of_database

PACK = line_packer(7)
FACTS = ("events", "sessions", "turns", "edits", "attestations")
SCORED = (
    "create table scored_commits (commitHash text, branchName text, scoredAt integer, linesAdded integer,"
    " tabLinesAdded integer, composerLinesAdded integer, humanLinesAdded integer,"
    " primary key (commitHash, branchName))"
)


def transcript(home, lines, name="one.jsonl"):
    path = home / ".cursor/projects/p/agent-transcripts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(lines))
    return path


def line(role, *parts, **more):
    return json.dumps({"role": role, "message": {"content": list(parts)}, **more}).encode() + b"\n"


def asked(text="go", stamp="<timestamp>Monday, Sep 14, 2026, 7:41 AM (UTC)</timestamp>"):
    return line("user", {"type": "text", "text": f"{stamp}\n{text}"})


def wrote(path="/srv/a.py", contents="value = 12345", **more):
    given = {"path": path, "contents": contents}
    return line("assistant", {"type": "tool_use", "name": "Write", "input": given, **more})


def state_database(home, folder="globalStorage"):
    path = home / ".config/Cursor/User" / folder / "state.vscdb"
    path.parent.mkdir(parents=True, exist_ok=True)
    run(path, "create table if not exists ItemTable (key text unique on conflict replace, value blob)")
    run(path, "create table if not exists cursorDiskKV (key text unique on conflict replace, value blob)")
    return path


def run(path, sql, *values):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(sql, values)


def put(path, key, value):
    text = value if isinstance(value, str | bytes | None) else json.dumps(value)
    run(path, "insert into cursorDiskKV values (?, ?)", key, text)


def say(path, conversation, bubble, at="2026-09-08T09:00:00.000Z", kind=1):
    put(path, f"bubbleId:{conversation}:{bubble}", {"type": kind, "createdAt": at})


def file_of(path):
    is_database = path.suffix in {".db", ".vscdb"}
    return LogFile(str(path), mark_of_database(path) if is_database else mark_of(path.stat()))


def read(path, bookmark=None, pack_lines=PACK):
    return list(READER.read(file_of(path), bookmark, pack_lines, Probe((), ())))


def facts(batches):
    return {name: [fact for batch in batches for fact in getattr(batch, name)] for name in FACTS}


def turns(batches):
    return [(turn.session.session, turn.number) for turn in facts(batches)["turns"]]


def problems(batches):
    found = Counter()
    for batch in batches:
        for problem in batch.problems:
            found[str(problem.kind)] += problem.times
    return dict(found)
