"""Keeps what git says of the owner's own commits, and answers which of them shipped."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem
from outlay.domain.work import (
    Commit,
    KnownRepository,
    RepositoryReading,
    RepositoryState,
)
from outlay.store.names import Names


class LandedCommit(NamedTuple):
    """One own commit on the default branch; `reverted` when a later landed commit of the owner's takes it back."""

    sha: str
    subject: str
    repository: str
    landed: UtcMillis
    reverted: bool


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
        if reading.landings_anew:
            self._connection.execute("delete from fact_landings where repository_id = ?", (number,))
        landings = ((number, *landing) for landing in reading.landings)
        self._connection.executemany("insert or replace into fact_landings values (?, ?, ?)", landings)
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

    def shipped(
        self, is_own: Callable[[str], bool], first: UtcMillis, after: UtcMillis, until: UtcMillis
    ) -> list[LandedCommit]:
        """Own commits that landed in a span, as things stood at `until`: one a piece of work, newest first.

        Commits that take others back are left out.
        """
        written = self._connection.execute("select distinct lower(author_email) from fact_commits")
        own = json.dumps([email for (email,) in written if is_own(email)])
        rows = self._connection.execute(_SHIPPED, (own, until, first, after))
        return [
            LandedCommit(sha, subject, repository, landed, bool(reverted))
            for sha, subject, repository, landed, reverted in rows
        ]

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

    def _keep_commit(self, repository: int, commit: Commit) -> bool:
        values = (repository, *commit[:4], " ".join(commit.parents), *commit[5:8])
        row = self._connection.execute(_COMMIT, values).fetchone()
        if row is None:
            return False
        files = ((row[0], *file) for file in commit.files)
        self._connection.executemany("insert or replace into fact_commit_files values (?, ?, ?, ?)", files)
        reverts = ((row[0], sha) for sha in commit.reverts)
        self._connection.executemany("insert or ignore into fact_reverts values (?, ?)", reverts)
        return True


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
_SHIPPED = """
with own as (select value as email from json_each(?)),
landed as (
    select c.commit_id, c.repository_id, c.sha, c.subject, c.author_email, c.author_ms, l.moment_ms
    from fact_landings l
    join fact_commits c on c.repository_id = l.repository_id and c.sha = l.sha
    where lower(c.author_email) in (select email from own) and l.moment_ms <= ?
),
first as (
    select *, row_number() over (
        partition by repository_id, lower(author_email), author_ms order by moment_ms, sha
    ) as copy
    from landed
)
select f.sha, f.subject, coalesce(r.slug, r.name), f.moment_ms,
    exists (
        select 1 from fact_reverts v join landed back on back.commit_id = v.commit_id
        where substr(f.sha, 1, length(v.reverted_sha)) = v.reverted_sha and back.repository_id = f.repository_id
        and not exists (
            select 1 from fact_reverts vv join landed again on again.commit_id = vv.commit_id
            where substr(back.sha, 1, length(vv.reverted_sha)) = vv.reverted_sha
        )
    )
from first f
join fact_repositories r using (repository_id)
where f.copy = 1 and f.moment_ms >= ? and f.moment_ms < ?
and not exists (select 1 from fact_reverts v where v.commit_id = f.commit_id)
and exists (
    select 1 from owner_repositories o join fact_worktrees w on w.path = o.path
    where w.repository_id = f.repository_id
)
order by f.moment_ms desc, f.sha
"""
