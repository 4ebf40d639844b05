"""Keeps what git says of repositories: commits, landings, reverts and signs of what goes on."""

import sqlite3
from collections.abc import Sequence

from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem
from outlay.domain.work import (
    Commit,
    KnownRepository,
    RepositoryReading,
    RepositoryState,
)
from outlay.store.names import Names
from outlay.store.sign_facts import keep_marks, keep_signs


class GitFacts:
    """The repository tables. Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known(self) -> tuple[KnownRepository, ...]:
        """Every repository the owner opted in, read or not."""
        return tuple(
            KnownRepository(
                path=row[0],
                key=row[1] or row[0],
                name=row[2] or row[0].rstrip("/").rsplit("/", 1)[-1],
                slug=row[3],
                state=RepositoryState(row[4] or RepositoryState.FOUND),
                default_branch=row[5],
                fetched=row[6],
                last_read=row[7],
                bookmark=row[8] or None,
            )
            for row in self._connection.execute(_KNOWN)
        )

    def worktrees(self) -> dict[str, str]:
        """Root folder of every known worktree → its repository's name as answers write it."""
        return dict(self._connection.execute(_WORKTREES).fetchall())

    def keep(self, path: str, reading: RepositoryReading, names: Names, now: UtcMillis) -> int:
        """Keep one look at the repository opted in at a path; says how many commits were new."""
        number = self._keep_repository(reading, names, now)
        trees = ((tree, number) for tree in (path, reading.path, *reading.worktrees))
        self._connection.executemany("insert or replace into fact_worktrees values (?, ?)", trees)
        added = sum(self._keep_commit(number, commit) for commit in reading.commits)
        self._keep_landings(number, reading)
        keep_signs(self._connection, number, reading.signs, now)
        return added

    def keep_problems(self, path: str, problems: Sequence[Problem], now: UtcMillis) -> None:
        """Replace what stands in the way at a repository's path."""
        self._connection.execute("delete from fact_repository_problems where path = ?", (path,))
        rows = ((path, one.kind, one.times, one.example, now) for one in problems)
        self._connection.executemany(
            "insert or replace into fact_repository_problems values (?, ?, ?, ?, ?)", rows
        )

    def problems(self) -> tuple[Problem, ...]:
        """What stands in the way at the repositories."""
        rows = self._connection.execute("select path, kind, times, example from fact_repository_problems")
        return tuple(Problem("git", kind, times, example, path) for path, kind, times, example in rows)

    def forget_bookmarks(self) -> None:
        """Have every repository read from its start next time; its facts stay."""
        self._connection.execute("update fact_repositories set bookmark = x''")

    def set_state(self, key: str, state: RepositoryState) -> None:
        """Note that a repository read before is gone or failing; its facts stay."""
        self._connection.execute("update fact_repositories set state = ? where key = ?", (state, key))

    def _keep_repository(self, reading: RepositoryReading, names: Names, now: UtcMillis) -> int:
        values = (
            names.machine_id,
            reading.key,
            reading.path,
            reading.name,
            reading.slug,
            reading.default_branch,
            reading.fetched,
            now,
            RepositoryState.FOUND,
            reading.bookmark,
        )
        return int(self._connection.execute(_REPOSITORY, values).fetchone()[0])

    def _keep_landings(self, repository: int, reading: RepositoryReading) -> None:
        if reading.landings_anew:
            self._connection.execute("delete from fact_landings where repository_id = ?", (repository,))
            self._connection.execute("delete from fact_landed_reverts where repository_id = ?", (repository,))
        landings = ((repository, *landing) for landing in reading.landings)
        self._connection.executemany("insert or replace into fact_landings values (?, ?, ?, ?, ?)", landings)
        reverts = ((repository, *revert) for revert in reading.reverts)
        self._connection.executemany(
            "insert or replace into fact_landed_reverts values (?, ?, ?, ?, ?, ?)", reverts
        )

    def _keep_commit(self, repository: int, commit: Commit) -> bool:
        values = (repository, *commit[:4], " ".join(commit.parents), *commit[5:8])
        row = self._connection.execute(_COMMIT, values).fetchone()
        if row is None:
            self._keep_more(repository, commit)
            return False
        files = ((row[0], *file) for file in commit.files)
        self._connection.executemany(
            "insert or replace into fact_commit_files values (?, ?, ?, ?, ?, ?)", files
        )
        reverts = ((row[0], sha) for sha in commit.reverts)
        self._connection.executemany("insert or ignore into fact_reverts values (?, ?)", reverts)
        keep_marks(self._connection, row[0], commit.marks)
        return True

    def _keep_more(self, repository: int, commit: Commit) -> None:
        """Add what earlier versions did not read to a commit they kept; what is there stays as it is."""
        found = self._connection.execute(_NUMBER_OF_COMMIT, (repository, commit.sha)).fetchone()
        if found is None:
            return
        keep_marks(self._connection, found[0], commit.marks)
        runs = ((file.runs, file.tokens, found[0], file.path) for file in commit.files if file.runs)
        self._connection.executemany(_RUNS, runs)


_KNOWN = """
select o.path, r.key, r.name, r.slug, r.state, r.default_branch, r.fetched_ms, r.read_ms, r.bookmark
from owner_repositories o
left join fact_worktrees w on w.path = o.path
left join fact_repositories r using (repository_id)
order by o.path
"""
_WORKTREES = """
select w.path, coalesce(r.slug, r.name) from fact_worktrees w join fact_repositories r using (repository_id)
where exists (
    select 1 from owner_repositories o join fact_worktrees x on x.path = o.path
    where x.repository_id = r.repository_id
)
"""
_REPOSITORY = """
insert into fact_repositories
    (machine_id, key, path, name, slug, default_branch, fetched_ms, read_ms, state, bookmark)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (key) do update set
    path = excluded.path, name = excluded.name, slug = excluded.slug, read_ms = excluded.read_ms,
    default_branch = excluded.default_branch, fetched_ms = excluded.fetched_ms, state = excluded.state,
    bookmark = excluded.bookmark
returning repository_id
"""
_COMMIT = """
insert into fact_commits
    (repository_id, sha, author_email, author_ms, committer_ms, parents, subject, added_lines, removed_lines)
values (?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict do nothing returning commit_id
"""
_NUMBER_OF_COMMIT = "select commit_id from fact_commits where repository_id = ? and sha = ?"
_RUNS = """
update fact_commit_files set runs = ?, tokens = ? where commit_id = ? and path = ? and runs = x''
"""
