"""Adds up what was seen of a pattern in one session."""

from collections import defaultdict
from collections.abc import Iterable

from outlay.domain.patterns import PatternFinding, Seen
from outlay.domain.prices import Cost


def findings_of(seen: Iterable[Seen]) -> tuple[PatternFinding, ...]:
    """One finding for each session and pattern, in their order. A request pays once, however often it was seen."""
    groups: dict[tuple[str, ...], list[Seen]] = defaultdict(list)
    for one in seen:
        groups[one[:3]].append(one)
    return tuple(_finding(groups[key]) for key in sorted(groups))


def _finding(group: list[Seen]) -> PatternFinding:
    first = group[0]
    costs: dict[int | None, Cost] = {one.request: one.cost for one in group}
    priced = [cost.micros for cost in costs.values() if cost.micros is not None]
    return PatternFinding(
        first.tool,
        first.session,
        first.pattern,
        len(group),
        sum(priced) if priced else None,
        any(one.cost.estimated for one in group),
        sum(one.cost.micros is None for one in group),
    )
