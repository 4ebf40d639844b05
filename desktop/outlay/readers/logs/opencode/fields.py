"""Values out of decoded JSON, as far as they are what they should be. What is not is counted and left out."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import msgspec

from outlay.domain.money import MICROS
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.lines import LONGEST_LINE, plain_json

NAME_LENGTH: Final = 200
PATH_LENGTH: Final = 4096
_MOST: Final = 1 << 53

Note = Callable[[ProblemKind], None]


class Fields:
    """One JSON object. Each value is asked for once, so that a wrong one is counted once; null is absent."""

    def __init__(self, values: dict[str, Any], note: Note) -> None:
        self._values = values
        self._note = note

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def __bool__(self) -> bool:
        return bool(self._values)

    def raw(self, name: str) -> str | None:
        """Text as it stands; never to be kept."""
        value = self._values.get(name)
        if isinstance(value, str):
            return value
        self._wrong(value)
        return None

    def text(self, name: str, longest: int = NAME_LENGTH) -> str | None:
        """A name, id or path that may be kept."""
        return clean(self.raw(name), longest)

    def count(self, name: str) -> int | None:
        """A counter, also when it was written as text or with a fraction of nothing."""
        value = self._values.get(name)
        whole = _whole(value)
        if whole is not None and 0 <= whole <= _MOST:
            return whole
        self._wrong(value)
        return None

    def code(self, name: str) -> int | None:
        """A whole number of either sign."""
        value = self._values.get(name)
        whole = _whole(value)
        if whole is None:
            self._wrong(value)
        return whole

    def micros(self, name: str) -> int | None:
        """An amount in whole micro-units; None for zero, which these logs write for what is not known too."""
        value = self._values.get(name)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        amount = Decimal(str(value)) if is_number else None
        if amount is None or not amount.is_finite() or not 0 <= amount < MICROS:
            self._wrong(value)
            return None
        return int((amount * MICROS).to_integral_value()) or None

    def flag(self, name: str) -> bool:
        """Whether it says yes."""
        value = self._values.get(name)
        if not isinstance(value, bool):
            self._wrong(value)
        return value is True

    def inner(self, name: str) -> "Fields":
        """An object inside; an empty one when it is absent or none."""
        value = self._values.get(name)
        if not isinstance(value, dict):
            self._wrong(value)
            value = {}
        return Fields(value, self._note)

    def items(self, name: str) -> list["Fields"]:
        """The objects of a list."""
        value = self._values.get(name)
        if not isinstance(value, list):
            self._wrong(value)
            return []
        found = [Fields(one, self._note) for one in value if isinstance(one, dict)]
        if len(found) < len(value):
            self._note(ProblemKind.WRONG_TYPE)
        return found

    def _wrong(self, value: Any) -> None:
        if value is not None:
            self._note(ProblemKind.WRONG_TYPE)


def fields_from(data: bytes | None, note: Note) -> Fields | None:
    """The object a JSON text holds; None, and counted, when it is none."""
    if data is None:
        note(ProblemKind.WRONG_TYPE)
        return None
    if len(data) > LONGEST_LINE:
        note(ProblemKind.TOO_LONG)
        return None
    try:
        value = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value, kind = plain_json(data)
        if kind:
            note(kind)
        if value is None:
            return None
    if not isinstance(value, dict):
        note(ProblemKind.WRONG_TYPE)
        return None
    return Fields(value, note)


def clean(text: str | None, longest: int = NAME_LENGTH) -> str | None:
    """Untrusted text without control characters and not too long; None when nothing is left."""
    if text is None:
        return None
    if not text.isprintable():
        text = "".join(letter for letter in text if letter.isprintable())
    return text[:longest] or None


def _whole(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdecimal() and len(value) < NAME_LENGTH else None
    return value if isinstance(value, int) else None
