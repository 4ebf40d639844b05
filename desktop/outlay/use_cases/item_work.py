"""What git says of one unit: its commits with copies folded in, its landed lines, and which session wrote which."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from outlay.domain.attribution import WROTE_TOUCHED, ItemFacts, Link, OwnCommit, TurnKey, WrittenEdit
from outlay.domain.item_story import LandedLines, MatchedLines, ShareUnknown, StoryCommit
from outlay.domain.moments import UtcMillis
from outlay.rules.attribution.history import History
from outlay.rules.attribution.matching import matches_in
from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.attribution.share import Labels, landed_lines
from outlay.rules.identities import is_own
from outlay.store.attribution_facts import EditRow
from outlay.store.store import StoreView

_NUMBER = re.compile(r"pr:.+#(\d+)")


@dataclass(frozen=True, slots=True)
class UnitWork:
    """A unit's commits, folded; `landing` the one that brought all of it at once, of those that landed; its lines."""

    commits: tuple[StoryCommit, ...]
    landing: str | None
    landed: tuple[OwnCommit, ...]
    lines: LandedLines
    matched: tuple[MatchedLines, ...]


NO_WORK = UnitWork((), None, (), LandedLines(0, 0, 0, 0), ())


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a unit: everybody's commits, links of sessions, the names of these, and the moment."""

    store: StoreView
    items: Sequence[ItemFacts]
    links: Sequence[Link]
    sessions: Mapping[int, tuple[str, str]]
    now: UtcMillis


def number_of(item: str) -> int | None:
    """The number of a pull request's key."""
    told = _NUMBER.fullmatch(item)
    return int(told[1]) if told else None


def unit_work(unit: ItemFacts, around: Around) -> UnitWork:
    """Everything git says of a unit that it knows."""
    if unit.place is None:
        return NO_WORK
    copies = _copies(unit, unit.place, around)
    by_sha = {commit.sha: commit for commit in copies}
    story = around.store.attributed.story
    texts = story.texts(unit.place, unit.commits)
    standing = [by_sha[sha]._replace(files=texts.get(sha, ())) for sha in unit.commits if sha in by_sha]
    labels = story.labels(unit.place, unit.commits)
    count = landed_lines(standing, labels)
    return UnitWork(
        commits=_folded(copies),
        landing=_landing(unit, standing),
        landed=tuple(standing),
        lines=LandedLines(unit.added_lines, *count),
        matched=_matched(unit, standing, labels, around),
    )


def why_unknown(unit: ItemFacts, lines: LandedLines, first_request: UtcMillis | None) -> ShareUnknown | None:
    """Why the agents' part of a unit is not known; None when it is, or nothing is committed yet."""
    if unit.agent_share is not None or not unit.commits:
        return None
    if not lines.whole:
        return ShareUnknown.NO_LINES
    if first_request is None or (unit.started is not None and unit.started < first_request):
        return ShareUnknown.BEFORE_LOGS
    return ShareUnknown.NOT_FOUND if unit.agent_named else ShareUnknown.BEFORE_LOGS


def _copies(unit: ItemFacts, place: str, around: Around) -> list[OwnCommit]:
    """All commits of a unit that can still be told of: those it holds, its pull request's and its branch's."""
    story, now = around.store.attributed.story, around.now
    mine = frozenset(around.store.owner.identities())
    others = {
        sha for item in around.items if item.place == place and item.item != unit.item for sha in item.commits
    }
    number = number_of(unit.item)
    shas = set(unit.commits) | (story.pull_commits(place, number) if number is not None else set())
    found = {commit.sha: commit for commit in story.commits(place, shas, now)}
    if unit.branch:
        on_branch = story.commits(place, story.branch_commits(place, unit.branch) - found.keys(), now)
        found |= {commit.sha: commit for commit in on_branch if in_its_time(commit, unit)}
    own = [one for one in found.values() if is_own(one.email, mine) and one.sha not in others]
    return sorted(own, key=attrgetter("authored", "committed", "sha"))


def in_its_time(commit: OwnCommit, unit: ItemFacts) -> bool:
    """A branch's name may be used again: its commits are a unit's while that was worked on."""
    ended = unit.landed if unit.landed is not None else unit.closed
    began = unit.started is not None and commit.authored >= unit.started
    return began and commit.landed is None and (ended is None or commit.committed <= ended)


def _folded(copies: Iterable[OwnCommit]) -> tuple[StoryCommit, ...]:
    """Copies of one commit as one: the one that landed, else the last that was made."""
    by_lineage: dict[tuple[str, int], list[OwnCommit]] = defaultdict(list)
    for commit in copies:
        by_lineage[commit.lineage].append(commit)
    return tuple(_one_of(alike) for alike in by_lineage.values())


def _one_of(alike: Sequence[OwnCommit]) -> StoryCommit:
    best = max(alike, key=lambda one: (one.landed is not None, one.committed, one.sha))
    return StoryCommit(best.repository, best.sha, best.subject, best.authored, best.landed, len(alike))


def _landing(unit: ItemFacts, standing: Sequence[OwnCommit]) -> str | None:
    """The squash of a pull request: the one commit that is all that landed of it."""
    number = number_of(unit.item)
    alone = standing[0] if len(standing) == 1 else None
    return alone.sha if alone and number is not None and alone.through == alone.sha else None


def _matched(
    unit: ItemFacts, commits: Sequence[OwnCommit], labels: Labels, around: Around
) -> tuple[MatchedLines, ...]:
    """Lines by session, commit and path, of the sessions linked to each commit."""
    linked = {(link.session, link.sha) for link in around.links if link.place == unit.place}
    sessions = {session for session, sha in linked if any(commit.sha == sha for commit in commits)}
    if not sessions:
        return ()
    rows = around.store.attributed.story.edits(sessions, around.now)
    edits = _written(rows, {file.path for commit in commits for file in commit.files})
    lines: Counter[tuple[int, int, int]] = Counter()
    touched: Counter[tuple[int, int, int]] = Counter()
    for match in matches_in(commits, edits, History(commits, PARAMETERS), PARAMETERS):
        commit = commits[match.commit]
        session = edits[match.edit].turn.session
        told = labels.get((commit.sha, commit.files[match.file].path))
        if told and told[match.line] and (session, commit.sha) in linked:
            lines[match.commit, match.file, session] += 1
            touched[match.commit, match.file, session] += told[match.line] == WROTE_TOUCHED
    found = [
        MatchedLines(
            *around.sessions[session],
            commits[number].repository,
            commits[number].sha,
            commits[number].files[at].path,
            count,
            touched[number, at, session],
            _speaking(commits[number], at),
        )
        for (number, at, session), count in sorted(lines.items())
    ]
    return tuple(found)


def _speaking(commit: OwnCommit, at: int) -> int:
    """The lines of a file that say something: not trivial, and not only moved within the commit."""
    moved = {line for file in commit.files for line in file.removed}
    return sum(1 for line in commit.files[at].added if line and line not in moved)


def _written(rows: Iterable[tuple[int, EditRow]], paths: set[str]) -> list[WrittenEdit]:
    """Edits at the paths the commits know them by; others keep their own path."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for path in sorted(paths, key=len, reverse=True):
        by_name[path.rpartition("/")[2]].append(path)
    return [
        WrittenEdit(
            TurnKey(root, row.turn or 0), row.moment, None, "", _inside(row.path, by_name), row.kind, row.added,
            row.removed, row.runs,
        )
        for root, row in rows
    ]  # fmt: skip


def _inside(path: str, by_name: Mapping[str, Sequence[str]]) -> str:
    told = "/" + path.replace("\\", "/")
    return next((one for one in by_name.get(told.rpartition("/")[2], ()) if told.endswith("/" + one)), path)
