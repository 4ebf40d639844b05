"""Sessions whose clock ran ahead: their edits seem to come after the commits that hold them.

Source: attribution.md section 4.4, "clock offset repair". Many lines of one session's own that stand in commits from
before they were written give the clock away; the session is then set back to the last of those commits. A person who
restores old code looks alike for some lines, so most of what the session landed must say the same. Sessions that say
nothing go with the machine's others when most of those that say something ran ahead. What this does not settle stays
in doubt, and says so.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median_low

from outlay.domain.attribution import OwnCommit, TurnFacts, TurnKey, WrittenEdit
from outlay.domain.moments import UtcMillis
from outlay.rules.attribution.parameters import DAY_MS, Parameters

LEAST_LINES = 20
"""Lines of one commit that must come too late."""

_MOST = 0.6
"""Share of a session's landed lines that must come too late; and of the telling sessions, to speak for the others."""

_LEAST_SESSIONS = 3

_EARLIER_WRITERS_MS = 30 * DAY_MS
"""How long before a commit another edit of its line explains it. Shorter than what is looked at for one turn, so
that looking at less gives the same answer."""

Offsets = Mapping[int, int]
"""By session: how many milliseconds its clock ran ahead."""


def clock_offsets(
    commits: Sequence[OwnCommit], edits: Sequence[WrittenEdit], parameters: Parameters
) -> dict[int, int]:
    """The sessions whose clocks ran ahead, with by how much."""
    only = _lines_of_one_commit(commits)
    late: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    fine: Counter[int] = Counter()
    for edit in edits:
        for line in {line for line in edit.added if line in only}:
            commit = only[line]
            if edit.moment > commit.committed + parameters.after_commit_ms:
                late[edit.turn.session][commit.sha].append(edit.moment - commit.committed)
            else:
                fine[edit.turn.session] += 1
    told = {session: _offset(by_commit, fine[session]) for session, by_commit in late.items()}
    ahead = {session: offset for session, offset in told.items() if offset}
    return ahead | _of_the_others(ahead, fine.keys() | late.keys(), {edit.turn.session for edit in edits})


def unsure_turns(
    commits: Iterable[OwnCommit],
    edits: Sequence[WrittenEdit],
    turns: Iterable[TurnKey],
    parameters: Parameters,
) -> frozenset[TurnKey]:
    """Those of some turns whose clock stays in doubt, by one place's commits and edits as they were set back.

    Most of what such a turn wrote stands, in the same files, in a commit of the day before it, which nobody is seen
    to have written in time: too little to set a whole session back by, and too much for chance.
    """
    asked = frozenset(turns)
    own = [edit for edit in edits if edit.turn in asked and not edit.is_shown_only]
    wanted = {line for edit in own for line in _written_by(edit)}
    stood = _first_stood(commits, wanted)
    writers = _moments_written(edits, wanted)
    said: dict[TurnKey, set[int]] = defaultdict(set)
    late: dict[TurnKey, set[int]] = defaultdict(set)
    for edit in own:
        for line in _written_by(edit):
            said[edit.turn].add(line)
            commit = stood.get((edit.path, line))
            if commit and _is_late(edit, commit, writers[line], parameters):
                late[edit.turn].add(line)
    return frozenset(
        turn
        for turn, lines in late.items()
        if len(lines) >= parameters.turn_weight and len(lines) >= _MOST * len(said[turn])
    )


def _written_by(edit: WrittenEdit) -> set[int]:
    """The lines an edit wrote anew."""
    return set(edit.added) - {0} - set(edit.removed)


def _first_stood(commits: Iterable[OwnCommit], wanted: set[int]) -> dict[tuple[str, int], OwnCommit]:
    """By path and line: the first commit that adds it there."""
    found: dict[tuple[str, int], OwnCommit] = {}
    for commit in sorted(commits, key=lambda one: (one.committed, one.sha)) if wanted else ():
        for file in commit.files:
            for line in wanted.intersection(file.added):
                found.setdefault((file.path, line), commit)
    return found


def _moments_written(edits: Iterable[WrittenEdit], wanted: set[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for edit in edits:
        for line in wanted.intersection(edit.added):
            found[line].append(edit.moment)
    return found


def _is_late(edit: WrittenEdit, commit: OwnCommit, writers: Iterable[int], parameters: Parameters) -> bool:
    """Whether an edit comes up to a day after a commit whose line nobody is seen to have written in time."""
    ended = commit.committed + parameters.after_commit_ms
    explained = any(commit.committed - _EARLIER_WRITERS_MS <= moment <= ended for moment in writers)
    return not explained and ended < edit.moment <= commit.committed + DAY_MS


def set_back(edits: Iterable[WrittenEdit], offsets: Offsets) -> list[WrittenEdit]:
    """Edits at the time they must have been made, oldest first."""
    moved = [
        edit._replace(moment=UtcMillis(edit.moment - offsets.get(edit.turn.session, 0))) for edit in edits
    ]
    return sorted(moved, key=lambda edit: edit.moment)


def turn_set_back(turn: TurnFacts, offsets: Offsets) -> TurnFacts:
    """A turn at the time it must have run."""
    offset = offsets.get(turn.key.session, 0)
    return turn._replace(first=UtcMillis(turn.first - offset), last=UtcMillis(turn.last - offset))


def _lines_of_one_commit(commits: Iterable[OwnCommit]) -> dict[int, OwnCommit]:
    """Lines that one piece of work alone adds → its first commit."""
    found: dict[int, OwnCommit] = {}
    common: set[int] = set()
    for commit in sorted(commits, key=lambda one: (one.committed, one.sha)):
        for line in {line for file in commit.files for line in file.added if line}:
            first = found.setdefault(line, commit)
            if first.lineage != commit.lineage:
                common.add(line)
    return {line: commit for line, commit in found.items() if line not in common}


def _offset(by_commit: Mapping[str, Sequence[int]], fine: int) -> int:
    """How far ahead one session ran; 0 when its lines do not say so."""
    late = sum(len(lags) for lags in by_commit.values())
    telling = [max(lags) for lags in by_commit.values() if len(lags) >= LEAST_LINES]
    return max(telling, default=0) if late >= _MOST * (late + fine) else 0


def _of_the_others(ahead: Offsets, telling: Iterable[int], sessions: Iterable[int]) -> dict[int, int]:
    """What the sessions that say nothing take from the others."""
    said = set(telling)
    if len(ahead) < _LEAST_SESSIONS or len(ahead) < _MOST * len(said):
        return {}
    usual = median_low(ahead.values())
    return {session: usual for session in sessions if session not in ahead}
