"""Which item a turn went into, by the first rule that applies. Source: attribution.md section 3.2, step 6."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from outlay.domain.attribution import Tier, TurnFacts, TurnKey, WrittenEdit
from outlay.domain.moments import UtcMillis
from outlay.rules.attribution.parameters import Parameters
from outlay.rules.attribution.units import Unit, last_activity

BRANCH_AT_START_ONLY = frozenset({"codex"})
"""Tools that log the branch when a session starts and never again."""


class Proof(NamedTuple):
    """What a turn went into, by weight, and how that is known."""

    tier: Tier
    items: tuple[tuple[str, float], ...]


class Work(NamedTuple):
    """A unit as a turn may meet it: from `first` to `last` it was worked on, in these files."""

    item: str
    first: int
    last: int
    paths: frozenset[str]
    direct: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the rules look at, found by key.

    Args:
        weights: landed text by turn and item.
        edits: the edits of each turn.
        item_of: the item of every commit of a place, by place and the start of its sha.
        numbered: the item of a pull request, by place and number.
        branches: items worked on in a branch, by place and branch.
        works: all units of a place.
        branch_at: the branch a checkout stood on at a moment, None when its reflog does not say.
    """

    weights: Mapping[TurnKey, Mapping[str, float]]
    edits: Mapping[TurnKey, Sequence[WrittenEdit]]
    item_of: Callable[[str], str | None]
    numbered: Mapping[tuple[str, int], str]
    branches: Mapping[tuple[str, str], Sequence[Work]]
    works: Mapping[str, Sequence[Work]]
    branch_at: Callable[[str, UtcMillis], str | None]
    attested: Mapping[TurnKey, Mapping[str, float]]

    def edited(self, turn: TurnKey) -> bool:
        """Whether a turn changed a file."""
        return any(not edit.is_shown_only for edit in self.edits.get(turn, ()))


def work_of(unit: Unit, quiet_ms: int) -> Work:
    """A unit's time and files."""
    moments = [commit.authored for commit in unit.commits]
    ended = last_activity(unit) or 0
    created = unit.pull.created if unit.pull else None
    first = min([*moments, *([created] if created is not None else [])], default=ended)
    still_open = unit.pull is not None and (unit.pull.merged or unit.pull.closed) is None
    paths = frozenset(file.path for commit in unit.commits for file in commit.files)
    last = ended + (quiet_ms if still_open or not unit.landing else 0)
    return Work(unit.item, first, last, paths, direct=unit.number is None and bool(unit.landing))


def proof_of(
    turn: TurnFacts, proven: frozenset[str], evidence: Evidence, parameters: Parameters
) -> Proof | None:
    """What a turn's own facts prove. `proven` are items the session's earlier turns went into by text."""
    edits = evidence.edits.get(turn.key, ())
    changed = [edit for edit in edits if not edit.is_shown_only]
    return (
        _attested(turn, evidence)
        or _landed_text(turn, edits, evidence, parameters)
        or _own_output(turn, evidence)
        or _branch_edited(turn, changed, proven, evidence)
        or _discarded(changed, evidence, parameters)
    )


def _attested(turn: TurnFacts, evidence: Evidence) -> Proof | None:
    found = evidence.attested.get(turn.key)
    return Proof(Tier.ATTESTED, tuple(sorted(found.items()))) if found else None


def _landed_text(
    turn: TurnFacts, edits: Sequence[WrittenEdit], evidence: Evidence, parameters: Parameters
) -> Proof | None:
    weights = evidence.weights.get(turn.key, {})
    whole = sum(weights.values())
    written = sum(1 for edit in edits for line in set(edit.added) if line)
    if whole < parameters.turn_weight and whole < parameters.turn_share * written:
        return None
    kept = [
        (item, weight) for item, weight in sorted(weights.items()) if weight >= parameters.item_share * whole
    ]
    return Proof(Tier.LANDED_TEXT, tuple(kept)) if kept and whole > 0 else None


def _own_output(turn: TurnFacts, evidence: Evidence) -> Proof | None:
    """Commits the turn made itself, else pull requests it opened."""
    made = {item for sha in turn.made if (item := evidence.item_of(sha))}
    opened = {item for pull in turn.pulls if (item := evidence.numbered.get(pull))}
    items = made or opened
    return Proof(Tier.LANDED_TEXT, tuple((item, 1.0) for item in sorted(items))) if items else None


def branch_work(turn: TurnFacts, proven: frozenset[str], evidence: Evidence) -> Work | None:
    """The work on the branch a turn stood on.

    A tool that logs the branch only at the start says nothing once the session is known to have gone on to
    another one, unless the checkout's own log of branches does.
    """
    if turn.place is None or turn.root is None:
        return None
    seen = evidence.branch_at(turn.root, turn.last)
    branch = seen or turn.branch
    if branch is None:
        return None
    work = work_at(evidence.branches.get((turn.place, branch), ()), turn.first)
    stale = turn.tool in BRANCH_AT_START_ONLY and seen is None and bool(proven)
    return None if work is None or (stale and work.item not in proven) else work


def work_at(works: Iterable[Work], moment: int) -> Work | None:
    """Of the works on one branch name, the one a moment belongs to: the first not over by then."""
    ordered = sorted(works, key=lambda work: (work.last, work.item))
    return next((work for work in ordered if moment <= work.last), None)


def _branch_edited(
    turn: TurnFacts, edits: Sequence[WrittenEdit], proven: frozenset[str], evidence: Evidence
) -> Proof | None:
    inside = [edit for edit in edits if edit.place == turn.place and edit.root == turn.root]
    work = branch_work(turn, proven, evidence) if inside else None
    return Proof(Tier.BRANCH_EDITED, ((work.item, 1.0),)) if work else None


def _discarded(edits: Sequence[WrittenEdit], evidence: Evidence, parameters: Parameters) -> Proof | None:
    """Edits that were thrown away, in files of exactly one piece of work that was under way."""
    found: dict[str, float] = defaultdict(float)
    for edit in edits:
        works = evidence.works.get(edit.place or "", ())
        touching = [work for work in works if edit.path in work.paths]
        under_way = {
            work.item for work in touching if not work.direct and work.first <= edit.moment <= work.last
        }
        if len(under_way) == 1:
            found[next(iter(under_way))] += len(edit.added) + 1
        elif not under_way:
            soon = [
                work
                for work in touching
                if work.direct and 0 <= work.first - edit.moment <= parameters.trunk_ms
            ]
            if soon:
                found[min(soon, key=lambda work: (work.first, work.item)).item] += len(edit.added) + 1
    return Proof(Tier.DISCARDED, tuple(sorted(found.items()))) if found else None
