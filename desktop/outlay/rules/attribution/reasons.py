"""Why a turn is not linked, or only by what stands around it.

What speaks most plainly comes first: clocks that disagree, text that says too little, edits that no commit holds. A
turn without edits may be one whose log is not all there.
"""

from collections.abc import Collection, Sequence

from outlay.domain.attribution import Reason, TurnFacts, TurnKey, WrittenEdit
from outlay.rules.attribution.evidence import Evidence


def reason_of(turn: TurnFacts, evidence: Evidence, unsure: Collection[TurnKey] = ()) -> Reason:
    """Why a turn has no proof of its own; `unsure` are those whose edits seem to come after their commits."""
    edits = [edit for edit in evidence.edits.get(turn.key, ()) if not edit.is_shown_only]
    inside = [edit for edit in edits if edit.place]
    if not edits:
        return _without_edits(turn)
    if not inside:
        return Reason.OUTSIDE
    if turn.key in unsure:
        return Reason.CLOCK_UNSURE
    landed_in_part = bool(evidence.weights.get(turn.key))
    return Reason.TOO_LITTLE if landed_in_part or _says_nothing(inside) else Reason.NOT_FOUND


def _without_edits(turn: TurnFacts) -> Reason:
    if not turn.log_whole:
        return Reason.LOG_INCOMPLETE
    return Reason.OUTSIDE if turn.place is None else Reason.NO_EDITS


def _says_nothing(edits: Sequence[WrittenEdit]) -> bool:
    """Whether no line was written that another could not have: only trivial ones, or what the turn only moved."""
    removed = {line for edit in edits for line in edit.removed}
    return not any(line and line not in removed for edit in edits for line in edit.added)
