"""Fetches what attribution needs: commits with their lines, edits, turns, and what a place is known by."""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from sys import byteorder
from typing import Literal, NamedTuple

from outlay.domain.attribution import CommitText, OwnCommit
from outlay.domain.moments import UtcMillis
from outlay.domain.work import Checkout, CommitAttestation, Mark, MarkKind, Push, Revert


class PlaceRow(NamedTuple):
    """A repository that was opted in. Clones of one are one place."""

    repository: int
    place: str
    name: str
    default_branch: str | None


class SessionRow(NamedTuple):
    """A session or a subagent of one."""

    number: int
    tool: str
    session: str
    agent: str
    root: str


class CallRow(NamedTuple):
    """Requests of one session, turn, folder and branch: how many, and from when to when."""

    session: int
    turn: int | None
    folder: str | None
    branch: str | None
    calls: int
    first: UtcMillis
    last: UtcMillis
    sums_only: bool
    """Whether the log holds sums of the session alone, and none of what was done."""


class EditRow(NamedTuple):
    """An edit as its reader left it."""

    session: int
    turn: int | None
    moment: UtcMillis
    path: str
    folder: str | None
    kind: str
    added: Sequence[int]
    removed: Sequence[int]
    runs: Sequence[int]


class ShellRow(NamedTuple):
    """A commit made, a pull request opened."""

    session: int
    turn: int | None
    moment: UtcMillis
    kind: str
    value: str


class AttributionFacts:
    """Questions only; everything is as of a moment where moments matter."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def places(self) -> list[PlaceRow]:
        """The repositories opted in."""
        return [PlaceRow(*row) for row in self._connection.execute(_PLACES)]

    def opted_out(self) -> frozenset[str]:
        """Places of repositories that were read once and do not count any more."""
        return frozenset(place for (place,) in self._connection.execute(_OPTED_OUT))

    def roots(self) -> dict[str, str]:
        """Root folder of every known checkout → its place."""
        return dict(self._connection.execute(_ROOTS).fetchall())

    def paths(self) -> dict[str, frozenset[str]]:
        """Every path a kept commit touched → the places it did in."""
        found: dict[str, set[str]] = defaultdict(set)
        for path, place in self._connection.execute(_PATHS):
            found[path].add(place)
        return {path: frozenset(places) for path, places in found.items()}

    def commits(self, is_own: Callable[[str], bool], until: UtcMillis) -> list[OwnCommit]:
        """Own commits committed by a moment, each once a place, with their lines; oldest first."""
        written = self._connection.execute("select distinct author_email from fact_commits")
        own = json.dumps([email for (email,) in written if is_own(email)])
        files, marks = self._files(own), self._marks(own)
        kept: dict[tuple[str, str], OwnCommit] = {}
        for (
            number,
            place,
            name,
            sha,
            *rest,
            parents,
            subject,
            landed,
            through,
            pull,
        ) in self._connection.execute(_COMMITS, (until, own, until)):
            if (place, sha) not in kept or landed is not None:
                told = (*rest, tuple(parents.split()), subject, tuple(marks[number]), landed, through, pull)
                kept[place, sha] = OwnCommit._make((place, name, sha, *told, tuple(files[number])))
        return list(kept.values())

    def _files(self, own: str) -> dict[int, list[CommitText]]:
        files: dict[int, list[CommitText]] = defaultdict(list)
        for number, path, added, removed, runs, tokens in self._connection.execute(_FILES, (own,)):
            text = (numbers("Q", added), numbers("Q", removed), numbers("i", runs), numbers("H", tokens))
            files[number].append(CommitText(path, *text))
        return files

    def _marks(self, own: str) -> dict[int, list[Mark]]:
        marks: dict[int, list[Mark]] = defaultdict(list)
        for number, kind, value in self._connection.execute(_MARKS, (own,)):
            marks[number].append(Mark(MarkKind(kind), value))
        return marks

    def reverts(self, until: UtcMillis) -> dict[str, tuple[Revert, ...]]:
        """By place: commits of the default branch that take others back."""
        found: dict[str, list[Revert]] = defaultdict(list)
        for place, *rest in self._connection.execute(_REVERTS, (until,)):
            found[place].append(Revert(*rest))
        return {place: tuple(reverts) for place, reverts in found.items()}

    def sessions(self) -> list[SessionRow]:
        """Every session and subagent."""
        sql = "select session_id, tool, session, agent, root from fact_sessions"
        return [SessionRow(*row) for row in self._connection.execute(sql)]

    def incomplete(self) -> frozenset[int]:
        """Sessions and subagents of whose logs parts are known to be missing or could not be read."""
        return frozenset(number for (number,) in self._connection.execute(INCOMPLETE))

    def turns(self) -> list[tuple[int, int, UtcMillis]]:
        """Session, number and moment of every prompt."""
        return self._connection.execute(
            "select session_id, number, moment_ms from fact_turns order by session_id, moment_ms, number"
        ).fetchall()

    def began(self) -> dict[int, UtcMillis]:
        """When each subagent made its first request or edit."""
        return dict(self._connection.execute(_BEGAN).fetchall())

    def edited_paths(self, until: UtcMillis) -> list[str]:
        """Every path that was ever edited."""
        return [path for (path,) in self._connection.execute(_EDITED_PATHS, (until,))]

    def calls(self, until: UtcMillis, sessions: Iterable[int] | None) -> list[CallRow]:
        """Requests by a moment, summed by session, turn, folder and branch; of some sessions, or of all."""
        chosen, values = _chosen("u", sessions)
        rows = self._connection.execute(_CALLS.format(chosen=chosen), (until, *values))
        return [CallRow._make((*row[:7], bool(row[7]))) for row in rows]

    def edits(self, until: UtcMillis, since: UtcMillis) -> Iterator[EditRow]:
        """Edits of a span, oldest first."""
        for row in self._connection.execute(_EDITS, (since, until)):
            yield EditRow._make((*row[:6], numbers("Q", row[6]), numbers("Q", row[7]), numbers("i", row[8])))

    def shell(self, until: UtcMillis) -> list[ShellRow]:
        """Commits made and pull requests opened by agents."""
        return [ShellRow(*row) for row in self._connection.execute(_SHELL, (until,))]

    def branches(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """By place and commit: the branches that were seen to hold it, those whose checkout made it first."""
        found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        for place, sha, branch in self._connection.execute(_BRANCHES):
            found[place][sha][branch] = None
        return {place: {sha: tuple(names) for sha, names in by.items()} for place, by in found.items()}

    def checkouts(self) -> list[Checkout]:
        """Where the HEAD of every checkout stood, oldest first."""
        sql = "select worktree, moment_ms, sha, branch from fact_checkouts order by worktree, moment_ms"
        return [Checkout(*row) for row in self._connection.execute(sql)]

    def pushes(self) -> dict[str, tuple[Push, ...]]:
        """By place: when the default branch was seen to move."""
        found: dict[str, list[Push]] = defaultdict(list)
        for place, moment, sha in self._connection.execute(_PUSHES):
            found[place].append(Push(moment, sha))
        return {place: tuple(pushes) for place, pushes in found.items()}

    def pull_heads(self) -> dict[str, dict[str, int]]:
        """By place and commit: the pull request whose own reference holds it."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for place, sha, number in self._connection.execute(_PULL_HEADS):
            found[place][sha] = number
        return found

    def survivals(self, landed: UtcMillis) -> Iterator[tuple[str, str, str, Sequence[int], bytes]]:
        """Place, commit and path of what landed by a moment: its added lines, and what became of each.

        See `outlay.domain.work.Survival`.
        """
        for place, sha, path, added, alive in self._connection.execute(_SURVIVALS, (landed,)):
            yield place, sha, path, numbers("Q", added), alive

    def attestations(self) -> list[tuple[str, CommitAttestation]]:
        """Place, and what tools say of who wrote a commit."""
        rows = self._connection.execute(_ATTESTATIONS)
        return [(place, CommitAttestation(*rest)) for place, *rest in rows]


INCOMPLETE = """
select distinct u.session_id as number from fact_log_problems p join fact_log_files f using (reader, path)
join fact_usage u on u.file_id = f.file_id
where p.kind in ('not_json', 'too_long', 'unreadable', 'parent_missing')
union
select s.session_id from fact_sessions s
where s.agent != '' and not exists (
    select 1 from fact_sessions r where r.tool = s.tool and r.session = s.root and r.agent = ''
)
order by number
"""
"""Lines or files that could not be read, a thread whose beginning another file held, a subagent without its session."""


def numbers(kind: Literal["Q", "i", "H"], blob: bytes) -> Sequence[int]:
    """Packed little-endian numbers as a sequence, without a copy where the machine allows."""
    if byteorder == "little":
        return memoryview(blob).cast(kind)
    swapped = array(kind, blob)
    swapped.byteswap()
    return swapped


OPTED_IN = """
repository_id in (select w.repository_id from owner_repositories o join fact_worktrees w on w.path = o.path)
"""
_PLACES = f"""
select repository_id, coalesce(lower(slug), key), coalesce(slug, name), default_branch
from fact_repositories where {OPTED_IN} order by repository_id
"""
_OPTED_OUT = f"select coalesce(lower(slug), key) from fact_repositories where not ({OPTED_IN})"
_ROOTS = f"""
select w.path, coalesce(lower(r.slug), r.key) from fact_worktrees w join fact_repositories r using (repository_id)
where w.{OPTED_IN.strip()}
"""
_PATHS = f"""
select distinct f.path, coalesce(lower(r.slug), r.key)
from fact_commit_files f join fact_commits c using (commit_id) join fact_repositories r using (repository_id)
where r.{OPTED_IN.strip()}
"""
_COMMITS = f"""
select c.commit_id, coalesce(lower(r.slug), r.key), coalesce(r.slug, r.name), c.sha, lower(c.author_email),
    c.author_ms, c.committer_ms, c.parents, c.subject, l.moment_ms, l.through_sha, l.pull
from fact_commits c join fact_repositories r using (repository_id)
left join fact_landings l on l.repository_id = c.repository_id and l.sha = c.sha and l.moment_ms <= ?
where c.author_email in (select value from json_each(?)) and c.committer_ms <= ?
and r.{OPTED_IN.strip()}
order by c.author_ms, c.sha, c.commit_id
"""
_FILES = """
select f.commit_id, f.path, f.added, f.removed, f.runs, f.tokens
from fact_commit_files f join fact_commits c using (commit_id)
where c.author_email in (select value from json_each(?)) order by f.commit_id, f.path
"""
_MARKS = """
select m.commit_id, m.kind, m.value from fact_commit_marks m join fact_commits c using (commit_id)
where c.author_email in (select value from json_each(?)) order by 1, 2, 3
"""
_REVERTS = f"""
select distinct coalesce(lower(r.slug), r.key), v.sha, v.reverted, v.moment_ms, v.through_sha, v.pull
from fact_landed_reverts v join fact_repositories r using (repository_id)
where v.moment_ms <= ? and r.{OPTED_IN.strip()} order by 1, 2, 3
"""
_BEGAN = """
select session_id, min(moment_ms) from (
    select u.session_id, u.moment_ms from fact_sessions s join fact_usage u using (session_id) where s.agent != ''
    union all
    select e.session_id, e.moment_ms from fact_sessions s join fact_edits e using (session_id) where s.agent != ''
) group by session_id
"""


def _chosen(table: str, sessions: Iterable[int] | None) -> tuple[str, tuple[str, ...]]:
    if sessions is None:
        return "", ()
    return f"and {table}.session_id in (select value from json_each(?))", (json.dumps(list(sessions)),)


_EDITED_PATHS = "select distinct path from fact_edits where moment_ms <= ? order by path"
_CALLS = """
select u.session_id, u.turn, f.path, b.name, count(*), min(u.moment_ms), max(u.moment_ms),
    max(u.quality = 'session_total')
from fact_usage u left join fact_folders f using (folder_id) left join fact_branches b using (branch_id)
where u.moment_ms <= ? {chosen} group by 1, 2, 3, 4
"""
_EDITS = """
select e.session_id, e.turn, e.moment_ms, e.path, f.path, e.kind, e.added, e.removed, e.runs
from fact_edits e left join fact_folders f using (folder_id)
where e.moment_ms >= ? and e.moment_ms <= ? order by e.moment_ms, e.edit_id
"""
_SHELL = """
select session_id, turn, moment_ms, kind, value from fact_shell
where kind in ('commit', 'pull_request_made') and moment_ms <= ?
order by moment_ms, call, value
"""
_BRANCHES = f"""
select coalesce(lower(r.slug), r.key) as place, x.sha, x.branch from (
    select moment_ms as rank, repository_id, sha, branch from fact_checkouts where branch is not null
    union all
    select 1e18, repository_id, sha, branch from fact_branch_commits
) x join fact_repositories r using (repository_id)
where r.{OPTED_IN.strip()}
order by x.rank, x.branch
"""
_PUSHES = f"""
select coalesce(lower(r.slug), r.key), p.moment_ms, p.sha
from fact_pushes p join fact_repositories r using (repository_id)
where r.{OPTED_IN.strip()} order by 1, 2, 3
"""
_PULL_HEADS = f"""
select coalesce(lower(r.slug), r.key), p.sha, p.number
from fact_pull_heads p join fact_repositories r using (repository_id)
where r.{OPTED_IN.strip()}
order by p.number desc
"""
_ATTESTATIONS = f"""
select coalesce(lower(r.slug), r.key), a.sha, a.source, a.session, a.lines
from fact_commit_attestations a join fact_repositories r using (repository_id)
where r.{OPTED_IN.strip()}
order by 1, 2, 3, 4
"""
_SURVIVALS = f"""
select coalesce(lower(r.slug), r.key), s.sha, s.path, f.added, s.alive
from fact_survivals s join fact_repositories r using (repository_id)
join fact_commits c on c.repository_id = s.repository_id and c.sha = s.sha
join fact_commit_files f on f.commit_id = c.commit_id and f.path = s.path
join fact_landings l on l.repository_id = s.repository_id and l.sha = s.sha and l.moment_ms <= ?
where r.{OPTED_IN.strip()} and length(s.alive) = length(f.added) / 8
group by 1, 2, 3
"""
