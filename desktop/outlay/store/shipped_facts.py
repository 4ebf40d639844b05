"""Fetches what the rules of shipping need to know of a span; what it means is theirs to decide."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import LandedCommit, Revert, ShippedFacts

Patches = dict[int, frozenset[tuple[str, bytes]]]


class Span(NamedTuple):
    """Landings from `first` on and before `after`; what happened after `until` is not known yet."""

    first: UtcMillis
    after: UtcMillis
    until: UtcMillis


def shipped_facts(connection: sqlite3.Connection, is_own: Callable[[str], bool], span: Span) -> ShippedFacts:
    """Own commits that landed in a span with their copies, and all reverts, of the repositories opted in."""
    written = connection.execute("select distinct lower(author_email) from fact_commits")
    own = json.dumps([email for (email,) in written if is_own(email)])
    rows = connection.execute(_COMMITS, (own, span.until, own, span.first, span.after, span.until)).fetchall()
    patches = _patches(connection, rows)
    commits = (LandedCommit._make((*row[1:], patches.get(row[0], frozenset()))) for row in rows)
    return ShippedFacts(tuple(commits), _reverts(connection, span.until))


def _patches(connection: sqlite3.Connection, rows: Iterable[tuple[int, ...]]) -> Patches:
    """The patches of commits that share author and second with one of another subject."""
    subjects: dict[tuple[int, ...], set[int]] = defaultdict(set)
    by_second: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for number, place, _, _, email, authored, subject, *_ in rows:
        subjects[place, email, authored].add(subject)
        by_second[place, email, authored].add(number)
    asked = [number for key, told in subjects.items() if len(told) > 1 for number in by_second[key]]
    files: dict[int, set[tuple[str, bytes]]] = defaultdict(set)
    for number, path, added in connection.execute(_FILES, (json.dumps(asked),)) if asked else ():
        files[number].add((path, added))
    return {number: frozenset(found) for number, found in files.items()}


def _reverts(connection: sqlite3.Connection, until: UtcMillis) -> dict[str, tuple[Revert, ...]]:
    by_place: dict[str, list[Revert]] = defaultdict(list)
    for place, *revert in connection.execute(_REVERTS, (until,)):
        by_place[place].append(Revert(*revert))
    return {place: tuple(reverts) for place, reverts in by_place.items()}


# Clones of one repository are one place. Forges take slugs in any case; without a remote a clone stands alone.
_PLACES = """
places as materialized (
    select repository_id, coalesce(lower(slug), key) as place, coalesce(slug, name) as repository
    from fact_repositories
    where repository_id in (
        select w.repository_id from owner_repositories o join fact_worktrees w on w.path = o.path
    )
)"""
_COMMITS = f"""
with {_PLACES}
select c.commit_id, p.place, p.repository, c.sha, lower(c.author_email), c.author_ms, c.subject, l.moment_ms,
    l.through_sha, l.pull
from fact_commits c
join places p using (repository_id)
join fact_landings l on l.repository_id = c.repository_id and l.sha = c.sha
where lower(c.author_email) in (select value from json_each(?)) and l.moment_ms <= ?
and c.author_ms in (
    select s.author_ms from fact_landings x
    join fact_commits s on s.repository_id = x.repository_id and s.sha = x.sha
    where lower(s.author_email) in (select value from json_each(?))
    and x.moment_ms >= ? and x.moment_ms < ? and x.moment_ms <= ?
)
order by c.commit_id
"""
_FILES = (
    "select commit_id, path, added from fact_commit_files where commit_id in (select value from json_each(?))"
)
_REVERTS = f"""
with {_PLACES}
select distinct p.place, v.sha, v.reverted, v.moment_ms, v.through_sha, v.pull
from fact_landed_reverts v join places p using (repository_id)
where v.moment_ms <= ?
"""
