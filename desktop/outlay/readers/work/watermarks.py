"""How far each stream of an account was read: the moment of the newest change seen, by the stream's name."""

import json
from typing import Any, Final

from outlay.domain.moments import UtcMillis

OVERLAP_MS: Final = 24 * 3_600_000
"""Every reading begins this much before the last change seen: indexes lag, clocks differ, and keeping again is free."""


FIRST_READING_MS: Final = 2 * 365 * 86_400_000
"""How far back the first reading goes: longer than any tool keeps its logs."""


class Watermarks:
    """Moments up to which streams were read. A value; `passed` gives a new one."""

    def __init__(self, marks: dict[str, int]) -> None:
        self._marks = marks

    @classmethod
    def of(cls, bookmark: bytes | None) -> "Watermarks":
        """Those of a bookmark; none for no bookmark or one that does not fit."""
        return cls(_marks_of(bookmark))

    @property
    def bookmark(self) -> bytes:
        """The same as a bookmark."""
        return json.dumps(self._marks, sort_keys=True).encode()

    def begin(self, stream: str, since: UtcMillis) -> UtcMillis:
        """Where to begin a stream: an overlap before its mark, or `since` without one.

        A mark that lies ahead, of a server whose clock was wrong, says nothing: behind it all would stay unread.
        """
        mark, ahead = self._marks.get(stream), since + FIRST_READING_MS + OVERLAP_MS
        return since if mark is None or mark > ahead else UtcMillis(mark - OVERLAP_MS)

    def passed(self, stream: str, moment: UtcMillis | None) -> "Watermarks":
        """A mark moved on to a moment; never back."""
        if moment is None or moment <= self._marks.get(stream, moment - 1):
            return self
        return Watermarks({**self._marks, stream: moment})


def _marks_of(bookmark: bytes | None) -> dict[str, int]:
    try:
        told: Any = json.loads(bookmark or b"{}")
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {name: mark for name, mark in told.items() if isinstance(mark, int) and not isinstance(mark, bool)}
