"""What a bookmark holds of the records before it."""

from typing import Final, TypeVar

from msgspec import Struct

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import SessionKey

T = TypeVar("T")

_KEPT: Final = 256
"""How many of the newest messages, prompts and calls are known again: a message is written anew soon or never."""


class State(Struct, gc=False, omit_defaults=True):
    """What must be known of the records before, to go on after them. It holds no text of the log.

    Args:
        session: the session's id, as the log says it.
        kind: `main` or `subagent`.
        project: the hash of the project's folder.
        started: when the session says it began.
        before: the moment of the record before.
        turn: how many prompts were met.
        told: sessions handed over.
        prompts: ids of the newest prompts.
        texts: seeded hashes of the newest prompts.
        turns: the turn of the newest messages, by id.
        calls: the newest calls, and answers that show code, handed over.
        failed: hashes of the commands that failed in this turn and have not worked since.
    """

    session: str = ""
    kind: str = ""
    project: str = ""
    started: UtcMillis | None = None
    before: UtcMillis | None = None
    turn: int = 0
    told: list[SessionKey] = []
    prompts: dict[str, None] = {}
    texts: dict[str, None] = {}
    turns: dict[str, int | None] = {}
    calls: dict[str, None] = {}
    failed: list[str] = []


def remember(kept: dict[str, T], key: str, value: T) -> None:
    """Keep the newest keys with their first values; the oldest are forgotten."""
    kept.setdefault(key, value)
    while len(kept) > _KEPT:
        del kept[next(iter(kept))]
