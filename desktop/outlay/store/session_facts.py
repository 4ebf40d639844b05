"""Keeps what logs hold besides requests: turns, edits, shell facts, quotas, attestations, reported totals."""

import json
import sqlite3

from outlay.domain.batches import Batch
from outlay.store.names import Names


class SessionFacts:
    """The writer's side of these tables. Every method runs inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def add(self, batch: Batch, file_id: int | None, file_ns: int) -> int:
        """Keep everything of a batch but its requests; says how many rows are new or different."""
        names = self._names
        for fact in batch.sessions:
            names.tell(fact)
        turns = ((names.session(turn.session), turn.number, turn.moment, file_id) for turn in batch.turns)
        edits = (
            (names.session(edit.session), *edit[1:6], names.folder(edit.cwd), *edit[7:], file_id, file_ns)
            for edit in batch.edits
        )
        shell = (
            (
                names.session(one.session),
                one.call,
                one.kind,
                one.value,
                one.moment,
                one.turn,
                file_id,
                file_ns,
            )
            for one in batch.shell
        )
        reported = ((names.session(one.session), *one[1:], file_ns) for one in batch.reported)
        self._forget_reported(batch, file_ns)
        many = (
            (_TURN, turns),
            (_EDIT, edits),
            (_SHELL, shell),
            (_QUOTA, batch.quotas),
            (_ATTESTATION, batch.attestations),
            (_REPORTED, reported),
        )
        return sum(max(0, self._connection.executemany(sql, rows).rowcount) for sql, rows in many)

    def take_back(self, file_id: int, batch: Batch) -> None:
        """Drop what an earlier reading made of a file, and what of its sessions was kept before files were."""
        sessions = json.dumps([self._names.session(fact.session) for fact in batch.sessions])
        for table in ("fact_turns", "fact_edits", "fact_shell"):
            self._connection.execute(f"delete from {table} where {OF_FILE}", (file_id, sessions))

    def _forget_reported(self, batch: Batch, file_ns: int) -> None:
        """A session's newest set of totals replaces the older one whole."""
        sessions = {(self._names.session(one.session), file_ns) for one in batch.reported}
        self._connection.executemany(_FORGET_REPORTED, sessions)


OF_FILE = "(file_id = ? or (file_id is null and session_id in (select value from json_each(?))))"
"""Rows of a file; those of before files were kept are told by the file's sessions (a JSON list)."""

_TURN = "insert or ignore into fact_turns (session_id, number, moment_ms, file_id) values (?, ?, ?, ?)"
_EDIT = """
insert into fact_edits
    (session_id, call, part, moment_ms, turn, path, folder_id, kind, added, removed, runs, file_id, file_ns)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (call, part) do update set
    session_id = excluded.session_id, turn = excluded.turn, file_id = excluded.file_id,
    file_ns = excluded.file_ns, moment_ms = excluded.moment_ms, path = excluded.path, kind = excluded.kind,
    added = excluded.added, removed = excluded.removed, runs = excluded.runs
where excluded.file_ns <= file_ns
and (session_id, turn, moment_ms, path, kind, added, removed, runs) is not
    (excluded.session_id, excluded.turn, excluded.moment_ms, excluded.path, excluded.kind, excluded.added,
    excluded.removed, excluded.runs)
"""
_SHELL = """
insert into fact_shell (session_id, call, kind, value, moment_ms, turn, file_id, file_ns)
values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict (call, kind, value) do update set
    session_id = excluded.session_id, turn = excluded.turn, file_id = excluded.file_id,
    file_ns = excluded.file_ns
where excluded.file_ns < file_ns
"""
_QUOTA = """
insert into fact_quotas values (?, ?, ?, ?, ?, ?, ?)
on conflict do update set
    used_percent = excluded.used_percent, resets_ms = excluded.resets_ms, seen_ms = excluded.seen_ms,
    plan = excluded.plan
where excluded.seen_ms >= seen_ms
"""
_ATTESTATION = """
insert into fact_attestations values (?, ?, ?, ?, ?, ?, ?)
on conflict do update set
    moment_ms = excluded.moment_ms, added_lines = excluded.added_lines, agent_lines = excluded.agent_lines,
    completion_lines = excluded.completion_lines, own_lines = excluded.own_lines
where excluded.moment_ms >= moment_ms
"""
_FORGET_REPORTED = "delete from fact_reported_totals where session_id = ? and file_ns <= ?"
_REPORTED = """
insert into fact_reported_totals (session_id, model, micros, lines_added, lines_removed, file_ns)
values (?, ?, ?, ?, ?, ?)
on conflict do nothing
"""
