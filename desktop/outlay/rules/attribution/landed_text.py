"""What landed text proves: links of sessions to commits, and how much of each turn went into which unit.

Source: attribution.md sections 3.1 (link) and 3.2, steps 4 and 5.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from outlay.domain.attribution import Link, Match, OwnCommit, Tier, TurnKey, WrittenEdit
from outlay.rules.attribution.parameters import Parameters


def links_of(
    commits: Sequence[OwnCommit],
    edits: Sequence[WrittenEdit],
    matches: Sequence[Match],
    parameters: Parameters,
) -> list[Link]:
    """The sessions that wrote enough of a commit to be linked to it."""
    by_pair: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in matches:
        by_pair[match.commit, edits[match.edit].turn.session].append(match)
    links = []
    for (number, session), found in sorted(by_pair.items()):
        commit = commits[number]
        lines = sum(1 for file in commit.files for line in file.added if line)
        if _is_link(found, lines, parameters):
            touched = sum(match.touched for match in found)
            links.append(
                Link(session, commit.place, commit.sha, len(found) - touched, touched, Tier.LANDED_TEXT)
            )
    return links


def _is_link(found: Sequence[Match], lines: int, parameters: Parameters) -> bool:
    share = len(found) / lines
    if share >= parameters.link_alone_share:
        return True
    weight = sum(match.weight for match in found)
    enough = share >= parameters.link_share or len(found) >= parameters.link_lines
    return weight >= parameters.link_weight and enough


def turn_weights(
    commits: Sequence[OwnCommit],
    edits: Sequence[WrittenEdit],
    matches: Sequence[Match],
    item_of: Mapping[str, str],
) -> dict[TurnKey, dict[str, float]]:
    """Matched weight by turn and item. A line of an edit counts once, for the first item it landed in."""
    ordered = sorted(matches, key=lambda one: (commits[one.commit].authored, commits[one.commit].sha, one))
    taken: dict[tuple[int, int], str] = {}
    weights: dict[TurnKey, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    counted: dict[tuple[int, int], float] = {}
    for match in ordered:
        commit = commits[match.commit]
        item = item_of.get(commit.sha)
        if item is None:
            continue
        line = match.edit, commit.files[match.file].added[match.line]
        if taken.setdefault(line, item) == item:
            more = match.weight - counted.get(line, 0.0)
            if more > 0:
                counted[line] = match.weight
                weights[edits[match.edit].turn][item] += more
    return {turn: dict(items) for turn, items in weights.items()}
