"""Fetches what the story of one item needs, by its sessions and commits: never the whole of a table's rows."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from outlay.domain.attribution import CommitText, OwnCommit, TurnKey
from outlay.domain.moments import UtcMillis
from outlay.store.attribution_facts import EditRow, numbers


class AttributionStory:
    """Questions only. Sessions are roots by the store's number; their subagents count with them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def prompts(self, sessions: Iterable[int]) -> dict[TurnKey, UtcMillis]:
        """When each turn was asked for."""
        rows = self._connection.execute(_PROMPTS, (listed(sessions),))
        return {TurnKey(session, number): moment for session, number, moment in rows}

    def files_edited(self, sessions: Iterable[int], until: UtcMillis) -> dict[TurnKey, int]:
        """By turn: how many files it edited."""
        rows = self._connection.execute(_FILES_EDITED, (listed(sessions), until))
        return {TurnKey(session, turn): files for session, turn, files in rows}

    def edits(self, sessions: Iterable[int], until: UtcMillis) -> list[tuple[int, EditRow]]:
        """Each edit with the root session it counts for, oldest first."""
        rows = self._connection.execute(_EDITS, (listed(sessions), until))
        return [
            (
                root,
                EditRow._make((*row[:6], numbers("Q", row[6]), numbers("Q", row[7]), numbers("i", row[8]))),
            )
            for root, *row in rows
        ]

    def commits(self, place: str, shas: Iterable[str], until: UtcMillis) -> list[OwnCommit]:
        """Commits of a place by their ids, with copies that kept their author and author time; without their text.

        A clone that saw one land tells when it did.
        """
        kept: dict[str, OwnCommit] = {}
        for *told, parents, subject, landed, through, pull in self._connection.execute(
            _COMMITS, {"place": place, "shas": listed(shas), "until": until}
        ):
            sha = told[2]
            if sha not in kept or landed is not None:
                rest = (tuple(parents.split()), subject, (), landed, through, pull, ())
                kept[sha] = OwnCommit._make((*told, *rest))
        return list(kept.values())

    def texts(self, place: str, shas: Iterable[str]) -> dict[str, tuple[CommitText, ...]]:
        """By commit: its files with their lines."""
        found: dict[str, dict[str, CommitText]] = {}
        for sha, path, added, removed, runs, tokens in self._connection.execute(
            _TEXTS, (place, listed(shas))
        ):
            text = (numbers("Q", added), numbers("Q", removed), numbers("i", runs), numbers("H", tokens))
            found.setdefault(sha, {})[path] = CommitText(path, *text)
        return {sha: tuple(texts.values()) for sha, texts in found.items()}

    def labels(self, place: str, shas: Iterable[str]) -> dict[tuple[str, str], bytes]:
        """By commit and path: what each added line is."""
        rows = self._connection.execute(_LABELS, (place, listed(shas)))
        return {(sha, path): labels for sha, path, labels in rows}

    def pull_commits(self, place: str, number: int) -> frozenset[str]:
        """The commits of a pull request, as its forge or its own reference lists them."""
        rows = self._connection.execute(_PULL_COMMITS, {"place": place, "number": number})
        return frozenset(sha for (sha,) in rows)

    def branch_commits(self, place: str, branch: str) -> frozenset[str]:
        """Every commit that a branch of this name was seen to hold."""
        rows = self._connection.execute(_BRANCH_COMMITS, {"place": place, "branch": branch})
        return frozenset(sha for (sha,) in rows)

    def of_pulls(self, place: str, numbers: Iterable[int]) -> dict[int, set[str]]:
        """The same for several pull requests, by number."""
        asked = {"place": place, "numbers": listed(numbers)}
        found: dict[int, set[str]] = defaultdict(set)
        for number, sha in self._connection.execute(_OF_PULLS, asked):
            found[number].add(sha)
        return found

    def on_branches(self, place: str, branches: Iterable[str]) -> dict[str, set[str]]:
        """Every commit that branches of these names were seen to hold, by name."""
        asked = {"place": place, "branches": listed(branches)}
        found: dict[str, set[str]] = defaultdict(set)
        for branch, sha in self._connection.execute(_ON_BRANCHES, asked):
            found[branch].add(sha)
        return found

    def pulls_opened(self, until: UtcMillis) -> list[tuple[str, UtcMillis]]:
        """Addresses of pull requests that agents opened, with the moment, oldest first."""
        return self._connection.execute(_OPENED, (until,)).fetchall()

    def first_request(self) -> UtcMillis | None:
        """When the first stored log begins."""
        row = self._connection.execute("select min(moment_ms) from fact_usage").fetchone()
        return None if row[0] is None else UtcMillis(row[0])


def listed(values: Iterable[int] | Iterable[str]) -> str:
    """Values as a statement takes them."""
    return json.dumps(list(values))


THEIRS = """
(
    select value as session_id, value as root_id, null as turn from json_each(?1)
    union all
    select session_id, root_id, turn from derived_subagents where root_id in (select value from json_each(?1))
)
"""
"""Root sessions, and their subagents with the turn that launched each."""
_PROMPTS = """
select session_id, number, moment_ms from fact_turns where session_id in (select value from json_each(?1))
"""
_FILES_EDITED = f"""
select t.root_id, coalesce(t.turn, e.turn, 0), count(distinct e.path)
from fact_edits e join {THEIRS} t using (session_id) where e.moment_ms <= ?2 and e.path != '' group by 1, 2
"""
_EDITS = f"""
select t.root_id, e.session_id, coalesce(t.turn, e.turn), e.moment_ms, e.path, null, e.kind, e.added, e.removed, e.runs
from fact_edits e join {THEIRS} t using (session_id) where e.moment_ms <= ?2 order by e.moment_ms, e.edit_id
"""
_AT_PLACE = "(select repository_id from fact_repositories where coalesce(lower(slug), key) = {})"
_COMMITS = f"""
with named as materialized (
    select distinct author_email, author_ms from fact_commits
    where repository_id in {_AT_PLACE.format(":place")} and sha in (select value from json_each(:shas))
)
select coalesce(lower(r.slug), r.key), coalesce(r.slug, r.name), c.sha, lower(c.author_email),
    c.author_ms, c.committer_ms, c.parents, c.subject, l.moment_ms, l.through_sha, l.pull
from named n cross join fact_commits c on c.author_ms = n.author_ms and c.author_email = n.author_email
join fact_repositories r using (repository_id)
left join fact_landings l on l.repository_id = c.repository_id and l.sha = c.sha and l.moment_ms <= :until
where c.repository_id in {_AT_PLACE.format(":place")} and c.committer_ms <= :until
order by c.author_ms, c.committer_ms, c.sha, c.commit_id
"""
_TEXTS = f"""
select c.sha, f.path, f.added, f.removed, f.runs, f.tokens
from fact_commits c join fact_commit_files f using (commit_id)
where c.repository_id in {_AT_PLACE.format("?1")} and c.sha in (select value from json_each(?2))
order by c.sha, f.path
"""
_LABELS = """
select sha, path, labels from derived_labels where place = ?1 and sha in (select value from json_each(?2))
"""
_PULL_COMMITS = f"""
select sha from fact_pull_commits where place = :place and number = :number
union
select sha from fact_pull_heads where number = :number and repository_id in {_AT_PLACE.format(":place")}
"""
_BRANCH_COMMITS = f"""
select sha from fact_branch_commits where branch = :branch and repository_id in {_AT_PLACE.format(":place")}
union
select sha from fact_checkouts where branch = :branch and repository_id in {_AT_PLACE.format(":place")}
"""
_OF_PULLS = f"""
with asked as materialized (select value as number from json_each(:numbers))
select number, sha from asked cross join fact_pull_commits using (number) where place = :place
union
select number, sha from asked cross join fact_pull_heads using (number) where repository_id in {_AT_PLACE.format(":place")}
"""
_ON_BRANCHES = f"""
with asked as materialized (select value as branch from json_each(:branches))
select branch, sha from asked cross join fact_branch_commits using (branch)
where repository_id in {_AT_PLACE.format(":place")}
union
select branch, sha from fact_checkouts
where branch in (select branch from asked) and repository_id in {_AT_PLACE.format(":place")}
"""
_OPENED = """
select value, min(moment_ms) from fact_shell
where kind = 'pull_request_made' and moment_ms <= ? group by value order by 2
"""
