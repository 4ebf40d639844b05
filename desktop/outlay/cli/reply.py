"""What a command has to say, before it is printed as text or JSON."""

from dataclasses import dataclass
from typing import Any

from outlay.domain.moments import Period, UtcMillis
from outlay.domain.problems import Problem

ANSWERED = 0
SOURCE_FAILED = 1
WRONG_CALL = 2
NOTHING_YET = 3
BUSY = 4
OUR_BUG = 70


@dataclass(frozen=True, slots=True)
class Reply:
    """One command's answer. `data` is JSON-ready; `text` is for people; `notes` go to stderr."""

    schema: str
    data: Any
    text: str
    period: Period | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    code: int = ANSWERED
    as_of: UtcMillis | None = None
