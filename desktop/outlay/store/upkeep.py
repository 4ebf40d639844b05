"""What the file holds altogether, and taking one repository out of it."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.store.forgotten_places import ForgottenPlaces


class Holdings(NamedTuple):
    """Requests that count, the first and the last one's moment, and the newest price with its source."""

    rows: int
    first: UtcMillis | None
    last: UtcMillis | None
    priced: UtcMillis | None
    source: str


class PlaceNames(NamedTuple):
    """A repository as its tables know it: its number, its place and its name in keys of items.

    `is_last`: no other clone of it is kept. `paths` are its worktrees.
    """

    number: int
    place: str
    name: str
    is_last: bool
    paths: tuple[str, ...]


class Upkeep:
    """Writing methods run inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def holdings(self) -> Holdings:
        """Sums out of small tables and the ends of indexes; nothing is counted one by one."""
        ask = self._connection.execute
        priced = ask("select kept_ms, source from fact_rates order by kept_ms desc limit 1").fetchone()
        return Holdings(
            ask("select coalesce(sum(requests), 0) from derived_hours").fetchone()[0],
            ask("select min(moment_ms) from fact_usage").fetchone()[0],
            ask("select max(moment_ms) from fact_usage").fetchone()[0],
            *(priced or (None, "")),
        )

    def commits_by_repository(self) -> dict[str, int]:
        """By the key of a repository: how many of the owner's commits are kept."""
        return dict(self._connection.execute(_COMMITS).fetchall())

    def further_worktrees(self) -> dict[str, int]:
        """By the key of a repository: how many checkouts of it are known beside the one it was read at."""
        return dict(self._connection.execute(_TREES).fetchall())

    def repository_at(self, path: str) -> PlaceNames | None:
        """The repository a worktree's path is of; None when nothing was read of it."""
        row = self._connection.execute(_AT, (path,)).fetchone()
        if row is None:
            return None
        number, place, name = row
        others = self._connection.execute(_SAME_PLACE, (place, number)).fetchone()[0]
        paths = self._connection.execute(
            "select path from fact_worktrees where repository_id = ? order by path", (number,)
        )
        return PlaceNames(number, place, name, not others, tuple(one for (one,) in paths))

    def erase_on_delete(self) -> None:
        """Have what is deleted overwritten in the file, for as long as it is open."""
        self._connection.execute("pragma secure_delete = on")

    def settle(self) -> None:
        """Move everything into the file, so that nothing older stands beside it."""
        self._connection.execute("pragma wal_checkpoint(truncate)").fetchall()

    def forget_repository(self, there: PlaceNames) -> int:
        """Delete all facts of a repository, and its opting in; how many commits those were."""
        ask = self._connection.execute
        for table in _OF_COMMITS:
            ask(f"delete from {table} where commit_id in ({_ITS_COMMITS})", (there.number,))
        commits = ask("delete from fact_commits where repository_id = ?", (there.number,)).rowcount
        for path in there.paths:
            ask("delete from owner_repositories where path = ?", (path,))
            ask("delete from fact_repository_problems where path = ?", (path,))
        for table in (*_OF_REPOSITORIES, "fact_repositories"):
            ask(f"delete from {table} where repository_id = ?", (there.number,))
        if there.is_last:
            self._forget_tracked(there.place)
        return commits

    def forget_unread(self, path: str) -> bool:
        """Delete the opting in of a path nothing was read at; False when it was not in."""
        self._connection.execute("delete from fact_repository_problems where path = ?", (path,))
        return self._connection.execute("delete from owner_repositories where path = ?", (path,)).rowcount > 0

    def forget_acts(self, numbers: Sequence[int], items: Sequence[str]) -> None:
        """Delete acts of the owner with all they keep, and other names of some items."""
        told = json.dumps(list(numbers))
        for table in ("owner_links", "owner_items", "owner_groups", "owner_acts"):
            self._connection.execute(
                f"delete from {table} where act_id in (select value from json_each(?))", (told,)
            )
        named = json.dumps(list(items))
        self._connection.execute(_FORGET_ALIASES, (named,))

    def _forget_tracked(self, place: str) -> None:
        """Pull requests and tickets that were told of a place; accounts are to tell no more of it."""
        ask = self._connection.execute
        if ask(_TOLD_BY_AN_ACCOUNT, {"place": place}).fetchone()[0]:
            ForgottenPlaces(self._connection).add(place)
        for table in ("fact_pull_commits", "fact_pull_marks", "fact_pulls"):
            ask(f"delete from {table} where place = ?", (place,))
        for table in ("fact_ticket_reopenings", "fact_ticket_marks"):
            ask(f"delete from {table} where {_OF_ITS_TICKETS}", (place,))
        ask("delete from fact_tickets where place = ?", (place,))


_COMMITS = """
select key, count(commit_id) from fact_repositories left join fact_commits using (repository_id) group by key
"""
_TREES = """
select key, count(*) from fact_worktrees w join fact_repositories r using (repository_id)
where w.path != r.path group by key
"""
_AT = """
select repository_id, coalesce(lower(slug), key), coalesce(slug, name)
from fact_worktrees w join fact_repositories r using (repository_id) where w.path = ?
"""
_SAME_PLACE = """
select exists (select 1 from fact_repositories where coalesce(lower(slug), key) = ? and repository_id != ?)
"""
_ITS_COMMITS = "select commit_id from fact_commits where repository_id = ?"
_OF_COMMITS = ("fact_commit_files", "fact_reverts", "fact_commit_marks")
_OF_REPOSITORIES = (
    "fact_landings",
    "fact_landed_reverts",
    "fact_branch_commits",
    "fact_checkouts",
    "fact_pushes",
    "fact_pull_heads",
    "fact_commit_attestations",
    "fact_survivals",
    "fact_worktrees",
)
_TOLD_BY_AN_ACCOUNT = """
select exists (select 1 from fact_pulls where place = :place and source like 'account:%')
    or exists (select 1 from fact_tickets where place = :place and source like 'account:%')
"""
_FORGET_ALIASES = """
delete from owner_aliases where item in (select value from json_each(?1)) or now in (select value from json_each(?1))
"""
_OF_ITS_TICKETS = "(system, key) in (select system, key from fact_tickets where place = ?)"
