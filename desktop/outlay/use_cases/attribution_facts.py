"""Brings what the store holds into the shape the model takes: roots found, turns joined, subagents folded in."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from outlay.domain.attribution import TurnFacts, TurnKey, WrittenEdit
from outlay.domain.moments import UtcMillis
from outlay.domain.usage import ShellKind
from outlay.rules.attribution.checkouts import Checkouts, Spot
from outlay.store.attribution_facts import CallRow, EditRow, SessionRow, ShellRow

_PULL_URL = re.compile(
    r"https?://[^/\s]+/([\w.-]+(?:/[\w.-]+)+?)/(?:-/)?(?:pull|pulls|pull-requests|merge_requests)/(\d{1,9})"
)


class Turns:
    """Which turn of which root session a row belongs to.

    `subagents` says for each subagent its root and the turn that launched it: the one that ran when it began.
    `incomplete` are sessions and subagents whose logs are not all there.
    """

    def __init__(
        self,
        sessions: Iterable[SessionRow],
        prompts: Iterable[tuple[int, int, UtcMillis]],
        began: Mapping[int, UtcMillis],
        incomplete: frozenset[int] = frozenset(),
    ) -> None:
        rows = list(sessions)
        self.incomplete = incomplete
        self.tools = {row.number: row.tool for row in rows}
        roots = {(row.tool, row.session): row.number for row in rows if not row.agent}
        moments: dict[int, list[UtcMillis]] = defaultdict(list)
        numbers: dict[int, list[int]] = defaultdict(list)
        for session, number, moment in prompts:
            moments[session].append(moment)
            numbers[session].append(number)
        self.subagents: dict[int, TurnKey] = {}
        for row in rows:
            root = roots.get((row.tool, row.root), row.number)
            if root != row.number:
                at = bisect_right(moments[root], began.get(row.number, 0))
                self.subagents[row.number] = TurnKey(root, numbers[root][at - 1] if at else 0)

    def of(self, session: int, turn: int | None) -> TurnKey:
        """A subagent's rows belong to the turn that launched it; 0 is before the first prompt."""
        return self.subagents.get(session) or TurnKey(session, turn or 0)


def written_edits(rows: Iterable[EditRow], turns: Turns, checkouts: Checkouts) -> list[WrittenEdit]:
    """Edits with their turns and places."""
    return [_written(row, turns, checkouts) for row in rows]


def _written(row: EditRow, turns: Turns, checkouts: Checkouts) -> WrittenEdit:
    spot = checkouts.spot_of(slashed(row.path or row.folder or ""))
    place, root, path = spot or (None, "", row.path)
    shown = path if row.path else ""
    key = turns.of(row.session, row.turn)
    return WrittenEdit(key, row.moment, place, root, shown, row.kind, row.added, row.removed, row.runs)


def slashed(path: str) -> str:
    """A path with the separators git uses."""
    return path.replace("\\", "/")


class Rows(NamedTuple):
    """Everything about turns, by turn."""

    calls: Mapping[TurnKey, Sequence[CallRow]]
    shell: Mapping[TurnKey, Sequence[ShellRow]]
    edited: Mapping[TurnKey, Sequence[UtcMillis]]


def rows_by_turn(
    calls: Iterable[CallRow], shell: Iterable[ShellRow], edits: Iterable[WrittenEdit], turns: Turns
) -> Rows:
    """Sort the rows of sessions by their turns."""
    rows = Rows(defaultdict(list), defaultdict(list), defaultdict(list))
    for call in calls:
        rows.calls[turns.of(call.session, call.turn)].append(call)  # type: ignore[attr-defined]
    for one in shell:
        rows.shell[turns.of(one.session, one.turn)].append(one)  # type: ignore[attr-defined]
    for edit in edits:
        rows.edited[edit.turn].append(edit.moment)  # type: ignore[attr-defined]
    return rows


def turn_facts(rows: Rows, turns: Turns, checkouts: Checkouts) -> list[TurnFacts]:
    """Every turn that has a request or an edit."""
    return [_turn(key, rows, turns, checkouts) for key in sorted(rows.calls.keys() | rows.edited.keys())]


def _turn(key: TurnKey, rows: Rows, turns: Turns, checkouts: Checkouts) -> TurnFacts:
    calls, shell = rows.calls.get(key, ()), rows.shell.get(key, ())
    folder, branch = _standing(calls, turns)
    spot: Spot | None = checkouts.spot_of(slashed(folder)) if folder else None
    moments = [at for call in calls for at in (call.first, call.last)] + list(rows.edited.get(key, ()))
    opened = (pull_named(one.value) for one in shell if one.kind == ShellKind.PULL_REQUEST_MADE)
    return TurnFacts(
        key=key,
        tool=turns.tools[key.session],
        first=min(moments),
        last=max(moments),
        place=spot.place if spot else None,
        root=spot.root if spot else None,
        branch=branch,
        made=tuple(one.value for one in shell if one.kind == ShellKind.COMMIT),
        pulls=tuple(pull for pull in opened if pull),
        calls=sum(call.calls for call in calls),
        log_whole=not any(call.sums_only or call.session in turns.incomplete for call in calls),
    )


def _standing(calls: Sequence[CallRow], turns: Turns) -> tuple[str | None, str | None]:
    """Folder and branch of most of a turn's own requests; its subagents' only where it has none."""
    own = [call for call in calls if call.session not in turns.subagents] or calls
    counted: Counter[tuple[str | None, str | None]] = Counter()
    for call in own:
        counted[call.folder, call.branch] += call.calls
    return max(counted, key=lambda one: (counted[one], one[0] or "", one[1] or ""), default=(None, None))


def pull_named(url: str) -> tuple[str, int] | None:
    """Place and number of the pull request an address leads to."""
    match = _PULL_URL.search(url)
    return (match[1].lower(), int(match[2])) if match else None
