"""Numbers for texts that stand in many rows: models, folders, branches, machines, sessions."""

import sqlite3

from outlay.domain.usage import SessionFact, SessionKey


class Names:
    """Finds or makes the row of a name, and remembers it while the writer lives."""

    def __init__(self, connection: sqlite3.Connection, machine: str) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], int] = {}
        self._sessions: dict[SessionKey, int] = {}
        self.machine_id = self._of("fact_machines", "machine_id", "name", machine)

    def model(self, name: str) -> int:
        """The row of a model id as its tool wrote it."""
        return self._of("fact_models", "model_id", "name", name)

    def folder(self, path: str | None) -> int | None:
        """The row of a folder; None for none."""
        return None if path is None else self._of("fact_folders", "folder_id", "path", path)

    def branch(self, name: str | None) -> int | None:
        """The row of a branch; None for none."""
        return None if name is None else self._of("fact_branches", "branch_id", "name", name)

    def session(self, key: SessionKey) -> int:
        """The row of a session; one not yet told of is made with what its key says."""
        known = self._sessions.get(key)
        return known if known is not None else self.tell(SessionFact(key, key.session))

    def tell(self, fact: SessionFact) -> int:
        """Keep what a log says of a session: first word stays, gaps are filled."""
        row = self._connection.execute(
            _TELL,
            (
                self.machine_id,
                *fact.session,
                fact.root,
                fact.parent,
                fact.started,
                self.folder(fact.cwd),
                self.branch(fact.branch),
                fact.commit,
                fact.version,
            ),
        ).fetchone()
        self._sessions[fact.session] = row[0]
        return int(row[0])

    def forget(self) -> None:
        """After a rollback: nothing remembered can be trusted."""
        self._known.clear()
        self._sessions.clear()

    def _of(self, table: str, number: str, column: str, name: str) -> int:
        known = self._known.get((table, name))
        if known is None:
            known = self._find_or_make(table, number, column, name)
            self._known[table, name] = known
        return known

    def _find_or_make(self, table: str, number: str, column: str, name: str) -> int:
        execute = self._connection.execute
        row = execute(f"select {number} from {table} where {column} = ?", (name,)).fetchone()
        if row is None:
            made = f"insert into {table} ({column}) values (?) returning {number}"
            row = execute(made, (name,)).fetchone()
        return int(row[0])


_TELL = """
insert into fact_sessions
    (machine_id, tool, session, agent, root, parent, started_ms, folder_id, branch_id, commit_sha, version)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (tool, session, agent) do update set
    root = case when root = session then excluded.root else root end,
    parent = coalesce(parent, excluded.parent),
    started_ms = coalesce(min(started_ms, excluded.started_ms), started_ms, excluded.started_ms),
    folder_id = coalesce(folder_id, excluded.folder_id),
    branch_id = coalesce(branch_id, excluded.branch_id),
    commit_sha = coalesce(commit_sha, excluded.commit_sha),
    version = coalesce(version, excluded.version)
returning session_id
"""
