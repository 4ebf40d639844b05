"""What a search finds."""

from enum import StrEnum
from typing import NamedTuple

from outlay.domain.moments import UtcMillis


class HitKind(StrEnum):
    """What a hit opens."""

    PAGE = "page"
    DAY = "day"
    ITEM = "item"
    SESSION = "session"
    REPOSITORY = "repository"
    PROJECT = "project"
    MODEL = "model"


class Hit(NamedTuple):
    """One thing found. `key` opens it; `title` and `second` are its own words, names and ids, as they are kept.

    `second` is a repository, a tool or a project, empty for none. `moment`: when it last moved.
    """

    kind: HitKind
    key: str
    title: str
    second: str
    moment: UtcMillis | None = None
