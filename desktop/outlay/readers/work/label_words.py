"""What labels say where a forge has no states between open and closed.

A label may carry its kind before its word, as in `workflow::in dev` (GitLab) or `Status/In progress` (Gitea). The
words are those of the label sets the forges offer, and of their documentation.
"""

import re
from collections.abc import Iterable
from typing import Final

from outlay.domain.pulls import TicketState

_PARTS: Final = re.compile(r"::|/|:")
_STARTED: Final = frozenset(
    (
        "doing",
        "indev",
        "indevelopment",
        "inprogress",
        "inreview",
        "review",
        "started",
        "underreview",
        "wip",
        "workinprogress",
    )
)
_NOT_PLANNED: Final = frozenset(
    (
        "abandoned",
        "cancelled",
        "canceled",
        "declined",
        "duplicate",
        "invalid",
        "notplanned",
        "obsolete",
        "outofscope",
        "rejected",
        "wontdo",
        "wontfix",
    )
)
_KINDS: Final = frozenset(("kind", "type"))


def says_started(label: str) -> bool:
    """Whether a label says that work is under way."""
    return _word(label) in _STARTED


def type_in(labels: Iterable[str]) -> str | None:
    """The word of the first label that says what kind of ticket it is on, as it is written: `type::bug` is `bug`."""
    split = (_PARTS.split(label) for label in labels)
    words = (parts[-1].strip() for parts in split if len(parts) > 1 and parts[0].strip().lower() in _KINDS)
    return next((word for word in words if word), None)


def state_by(labels: Iterable[str], *, closed: bool, given_up: bool = False) -> TicketState:
    """How a ticket stands; `given_up` is what the forge itself says, such as a duplicate."""
    words = {_word(label) for label in labels}
    if closed:
        return TicketState.NOT_PLANNED if given_up or words & _NOT_PLANNED else TicketState.DONE
    return TicketState.STARTED if words & _STARTED else TicketState.OPEN


def _word(label: str) -> str:
    return re.sub(r"[^a-z]", "", _PARTS.split(label)[-1].lower())
