"""How much of what a unit landed was written by agents: a range, or unknown. Source: attribution.md section 3.3."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from outlay.domain.attribution import (
    WROTE_AGENT,
    WROTE_NOBODY_KNOWN,
    WROTE_TOUCHED,
    AgentShare,
    LineLabel,
    Match,
    OwnCommit,
)
from outlay.domain.work import MarkKind
from outlay.rules.attribution.parameters import Parameters
from outlay.rules.attribution.units import Unit

Labels = Mapping[tuple[str, str], bytes]
"""By commit and path: what each added line is."""


class LineCount(NamedTuple):
    """Landed lines that say something: all, an agent's as it wrote them, an agent's that a person changed."""

    whole: int
    agent: int
    touched: int


def labels_of(commits: Sequence[OwnCommit], matches: Iterable[Match]) -> list[LineLabel]:
    """What each added line of each commit's file is; files without any line of an agent's are left out."""
    found: dict[tuple[int, int], bytearray] = {}
    for match in matches:
        key = match.commit, match.file
        if key not in found:
            found[key] = bytearray(len(commits[match.commit].files[match.file].added))
        found[key][match.line] = WROTE_TOUCHED if match.touched else WROTE_AGENT
    return [
        LineLabel(commits[number].place, commits[number].sha, commits[number].files[at].path, bytes(labels))
        for (number, at), labels in sorted(found.items())
    ]


def landed_lines(commits: Sequence[OwnCommit], labels: Labels) -> LineCount:
    """What commits that landed together leave: a line one of them adds and a later one removes is not landed."""
    standing: dict[tuple[str, int], list[int]] = defaultdict(list)
    for commit in commits:
        moved = {line for file in commit.files for line in file.removed if line}
        for file in commit.files:
            for line in file.removed:
                if standing.get((file.path, line)):
                    standing[file.path, line].pop()
            told = labels.get((commit.sha, file.path), b"")
            for at, line in enumerate(file.added):
                if line and line not in moved:
                    standing[file.path, line].append(told[at] if told else WROTE_NOBODY_KNOWN)
    left = [label for labels_left in standing.values() for label in labels_left]
    return LineCount(len(left), left.count(WROTE_AGENT), left.count(WROTE_TOUCHED))


def agent_share(
    unit: Unit, count: LineCount, *, logs_cover: bool, parameters: Parameters
) -> AgentShare | None:
    """The share of a unit's landed lines; None is unknown.

    Unknown when nothing landed that says something, when an agent is named and hardly any of its text is found, or
    when work on the unit began before the first stored log (`logs_cover` false). Always a lower bound.
    """
    if not count.whole or not logs_cover:
        return None
    low, high = count.agent / count.whole, (count.agent + count.touched) / count.whole
    if names_agent(unit) and high < parameters.agent_consulted:
        return None
    return AgentShare(low, high)


def names_agent(unit: Unit) -> bool:
    """Whether a commit's trailer or the pull request's text names an agent."""
    marks = [mark for commit in unit.commits for mark in commit.marks]
    marks += unit.pull.marks if unit.pull else ()
    return any(mark.kind is MarkKind.AGENT for mark in marks)
