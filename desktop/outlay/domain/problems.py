"""What could not be read, and why: returned beside what could."""

from enum import StrEnum
from typing import NamedTuple


class ProblemKind(StrEnum):
    """Typed reasons; every one has its sentence in presenters/problems.py."""

    NOT_JSON = "not_json"
    NOT_TEXT = "not_text"
    WRONG_TYPE = "wrong_type"
    TOO_LONG = "too_long"
    NO_TIME = "no_time"
    CLOCK = "clock"
    UNKNOWN_RECORD = "unknown_record"
    UNREADABLE = "unreadable"
    VANISHED = "vanished"
    HELD = "held"
    LINK_CIRCLE = "link_circle"
    REPLACED = "replaced"
    COUNTER_FELL = "counter_fell"
    PARENT_MISSING = "parent_missing"
    NO_MODEL = "no_model"
    CONFLICT = "conflict"
    REPOSITORY_GONE = "repository_gone"
    REPOSITORY_FOREIGN = "repository_foreign"
    REPOSITORY_BARE = "repository_bare"
    REPOSITORY_SHALLOW = "repository_shallow"
    REPOSITORY_BUSY = "repository_busy"
    GIT_FAILED = "git_failed"
    GIT_SLOW = "git_slow"
    STORE = "store"
    NO_BACKUP = "no_backup"
    STALE = "stale"


FATAL: frozenset[str] = frozenset(
    (
        ProblemKind.REPOSITORY_GONE,
        ProblemKind.REPOSITORY_FOREIGN,
        ProblemKind.GIT_FAILED,
        ProblemKind.GIT_SLOW,
        ProblemKind.UNREADABLE,
    )
)
"""With one of these, a repository was not read as a whole."""


class Problem(NamedTuple):
    """One kind of trouble in one place. `example` says where (file name and line), never what stood there."""

    source: str
    kind: str
    times: int
    example: str
    place: str = ""
