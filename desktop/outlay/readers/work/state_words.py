"""What the name of a tracker's state or column means, where only its owners know: words of boards beside those of labels."""

import re
from typing import Final

from outlay.domain.pulls import TicketState
from outlay.readers.work.label_words import state_by

_WORK: Final = frozenset(
    (
        "active",
        "aktiv",
        "codereview",
        "coding",
        "develop",
        "developing",
        "development",
        "implementing",
        "inarbeit",
        "inbearbeitung",
        "inprüfung",
        "inqa",
        "intest",
        "intesting",
        "qa",
        "reviewing",
        "staging",
        "test",
        "testing",
        "verifying",
        "working",
    )
)
_GIVEN_UP: Final = frozenset(
    (
        "asdesigned",
        "bydesign",
        "cannotreproduce",
        "cantreproduce",
        "discarded",
        "duplikat",
        "incomplete",
        "notabug",
        "verworfen",
    )
)


def state_named(name: str | None, *, closed: bool) -> TicketState:
    """What a name means; one that is not known is done where the tracker counts it as closed, else open."""
    word = re.sub(r"[\W\d_]", "", (name or "").lower())
    known = state_by((name or "",), closed=closed, given_up=word in _GIVEN_UP)
    return TicketState.STARTED if known is TicketState.OPEN and word in _WORK else known
