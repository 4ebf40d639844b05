"""How far an account was read, and how each row of it looked: what looks the same needs no further request.

For systems where a list costs one request and each row of it some more. A reading that finds nothing new then costs
its lists alone.
"""

import json
from hashlib import sha256
from typing import Any

from msgspec import Raw

from outlay.domain.moments import UtcMillis
from outlay.readers.work.watermarks import Watermarks


class SeenRows:
    """Watermarks of an account's streams and the looks of its rows, by the row's key."""

    def __init__(self, marks: Watermarks, looks: dict[str, str]) -> None:
        self._marks = marks
        self._looks = looks
        self._met: set[str] = set()

    @classmethod
    def of(cls, bookmark: bytes | None) -> "SeenRows":
        """Those of a bookmark; none for no bookmark or one that does not fit."""
        return cls(Watermarks.of(bookmark), _looks_of(bookmark))

    def begin(self, stream: str, since: UtcMillis) -> UtcMillis:
        """Where to begin a stream; see Watermarks."""
        return self._marks.begin(stream, since)

    def passed(self, stream: str, moment: UtcMillis | None) -> None:
        """Move the mark of a stream on; never back."""
        self._marks = self._marks.passed(stream, moment)

    def meet(self, key: str, row: Raw) -> bool:
        """Whether a row looks as it did when it was told of."""
        self._met.add(key)
        return self._looks.get(key) == _look(row)

    def told(self, key: str, row: Raw) -> None:
        """The row as it looks now was told of."""
        self._looks[key] = _look(row)

    @property
    def bookmark(self) -> bytes:
        """Continues behind what was told of."""
        return self._bookmark(self._looks)

    @property
    def last_bookmark(self) -> bytes:
        """The same at the end of a reading: rows that it did not meet are not met by the next one either."""
        return self._bookmark({key: look for key, look in self._looks.items() if key in self._met})

    def _bookmark(self, looks: dict[str, str]) -> bytes:
        marks: dict[str, Any] = json.loads(self._marks.bookmark)
        return json.dumps({**marks, "looks": looks}, sort_keys=True).encode()


def _look(row: Raw) -> str:
    return sha256(bytes(row)).hexdigest()[:16]


def _looks_of(bookmark: bytes | None) -> dict[str, str]:
    try:
        told: Any = json.loads(bookmark or b"{}")
    except ValueError:
        return {}
    looks = told.get("looks") if isinstance(told, dict) else None
    if not isinstance(looks, dict):
        return {}
    return {key: look for key, look in looks.items() if isinstance(look, str)}
