"""One row of an export, asked for its fields one by one.

Each field is taken alone, so that one that does not fit costs itself and no more. What is said of it is its row, its
name and what is wrong with it, never what stood there.
"""

import re
from collections.abc import Callable
from typing import Any, Final, TypeVar

import msgspec
from msgspec import Raw

from outlay.domain.imports import Misfit, RowMisfit
from outlay.domain.moments import UtcMillis
from outlay.readers.work.written import address_written, moment_written
from outlay.rules.commit_text import subject_of

MOST_ENTRIES: Final = 10_000
MOST_MISFITS: Final = 200
NAME_LENGTH: Final = 200
UNFIT_ERRORS: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises for bytes that are no JSON, or not of the form that is asked for."""

_LONGEST_TEXT: Final = 2_000
_HIGHEST: Final = 2**53
_NOTHING: Final = Raw(b"{}")
_PLACE: Final = re.compile(r"[\w.~-]+(?:/[\w.~-]+)+")

T = TypeVar("T")


class Misfits:
    """Collects what did not fit; beyond the first few it is only counted."""

    def __init__(self) -> None:
        self.first: list[RowMisfit] = []
        self.rows_left_out: dict[int, None] = {}
        self.rows_with_gaps: dict[int, None] = {}

    def note(self, misfit: RowMisfit) -> None:
        """Keep one."""
        (self.rows_left_out if misfit.left_out else self.rows_with_gaps)[misfit.row] = None
        if len(self.first) < MOST_MISFITS:
            self.first.append(misfit)


class Row:
    """Gives the value of a field, or None and a note of what is wrong with it.

    A field that is absent or null is None without a note, unless it is needed: then the row is left out.
    """

    def __init__(self, number: int, raw: Raw, misfits: Misfits, *, needed: bool = True) -> None:
        self.number = number
        self._misfits = misfits
        self._fields = self._decoded("", raw, dict[str, Raw], Misfit.NOT_AN_OBJECT, needed=needed) or {}

    @property
    def is_left_out(self) -> bool:
        """Whether something that is needed did not fit."""
        return self.number in self._misfits.rows_left_out

    def note(self, field: str, misfit: Misfit, *, left_out: bool = False) -> None:
        """Note a misfit of a field."""
        self._misfits.note(RowMisfit(self.number, field, misfit, left_out))

    def part(self, field: str) -> "Row":
        """The object in a field; one without any field where there is none."""
        raw = self._fields.get(field)
        is_there = raw is not None and bytes(raw) != b"null"
        return Row(
            self.number, raw if raw is not None and is_there else _NOTHING, self._misfits, needed=False
        )

    def parts(self, field: str) -> "list[Row]":
        """The objects of a list; none where it is absent."""
        raws: list[Raw] = self._value(field, list[Raw], Misfit.NOT_A_LIST) or []
        return [Row(self.number, raw, self._misfits, needed=False) for raw in raws[:MOST_ENTRIES]]

    def number_of(self, field: str) -> int | None:
        """A whole number from 0 on; absent is None."""
        found: int | None = self._value(field, int, Misfit.NOT_A_NUMBER)
        if found is None or 0 <= found <= _HIGHEST:
            return found
        self.note(field, Misfit.NOT_A_NUMBER)
        return None

    def text(self, field: str, longest: int) -> str | None:
        """Text as it is written, cut to a length; empty is absent."""
        found = self._value(field, str, Misfit.NOT_TEXT)
        return found[:longest] or None if found else None

    def name(self, field: str, longest: int = NAME_LENGTH, *, needed: bool = False) -> str | None:
        """Text on one line, without control characters."""
        found = self._value(field, str, Misfit.NOT_TEXT, needed=needed)
        name = _one_line(found, longest) if found else None
        if found is not None and needed and not name:
            self.note(field, Misfit.MISSING, left_out=True)
        return name or None

    def word(self, field: str, known: Callable[[str], T]) -> T | None:
        """One of the words a field may hold, in any case; needed. `known` raises ValueError or KeyError for any other."""
        written = self.name(field, needed=True)
        if written is None:
            return None
        try:
            return known(re.sub(r"[\s-]", "_", written.lower()))
        except (ValueError, KeyError):
            self.note(field, Misfit.NOT_A_KNOWN_WORD, left_out=True)
            return None

    def count(self, field: str, most: int) -> int | None:
        """A whole number from 1 on; needed."""
        number: int | None = self._value(field, int, Misfit.NOT_A_NUMBER, needed=True)
        if number is None or 1 <= number <= most:
            return number
        self.note(field, Misfit.NOT_A_NUMBER, left_out=True)
        return None

    def flag(self, field: str) -> bool:
        """True or false; absent is false."""
        return bool(self._value(field, bool, Misfit.NOT_TRUE_OR_FALSE))

    def moment(self, field: str) -> UtcMillis | None:
        """A date and time, in any of the forms trackers write."""
        written = self._value(field, str | int | float, Misfit.NOT_A_MOMENT)
        if written in {None, ""}:
            return None
        at = moment_written(written)
        if at is None:
            self.note(field, Misfit.NOT_A_MOMENT)
        return at

    def moments(self, field: str) -> tuple[UtcMillis, ...]:
        """Moments of a list, in order of time."""
        return tuple(sorted(set(self._entries(field, str | int | float, moment_written))))

    def names(self, field: str, fits: Callable[[str], bool] = bool) -> tuple[str, ...]:
        """Texts of a list, each on one line, in its order and each once."""

        def take(written: str) -> str | None:
            name = _one_line(written, NAME_LENGTH)
            return name if name and fits(name) else None

        return tuple(dict.fromkeys(self._entries(field, str, take)))

    def place(self, field: str, *, needed: bool = False) -> str | None:
        """`owner/name`, as it is written there."""
        written = self.name(field, NAME_LENGTH + 1, needed=needed)
        if written is None or (len(written) <= NAME_LENGTH and _PLACE.fullmatch(written)):
            return written
        self.note(field, Misfit.NOT_A_PLACE, left_out=needed)
        return None

    def address(self, field: str) -> str | None:
        """A web address without login, query and fragment."""
        written = self.text(field, _LONGEST_TEXT)
        address = address_written(written) if written else None
        if written and address is None:
            self.note(field, Misfit.NOT_AN_ADDRESS)
        return address

    def _value(self, field: str, kind: Any, misfit: Misfit, *, needed: bool = False) -> Any:
        raw = self._fields.get(field)
        if raw is not None and bytes(raw) != b"null":
            return self._decoded(field, raw, kind, misfit, needed=needed)
        if needed and not self.is_left_out:
            self.note(field, Misfit.MISSING, left_out=True)
        return None

    def _decoded(self, field: str, raw: Raw, kind: Any, misfit: Misfit, *, needed: bool = False) -> Any:
        try:
            return msgspec.json.decode(raw, type=kind, strict=kind is not int)
        except UNFIT_ERRORS:
            self.note(field, misfit, left_out=needed)
            return None

    def _entries(self, field: str, kind: Any, take: Callable[[Any], T | None]) -> list[T]:
        """What can be taken of a list; that it was not all of it is noted once."""
        raws: list[Raw] = self._value(field, list[Raw], Misfit.NOT_A_LIST) or []
        taken = [_taken(raw, kind, take) for raw in raws[:MOST_ENTRIES]]
        if len(raws) > MOST_ENTRIES:
            self.note(field, Misfit.TOO_MANY)
        kept = [one for one in taken if one is not None]
        if len(kept) < len(taken):
            self.note(field, Misfit.ENTRIES)
        return kept


def _taken(raw: Raw, kind: Any, take: Callable[[Any], T | None]) -> T | None:
    try:
        return take(msgspec.json.decode(raw, type=kind))
    except UNFIT_ERRORS:
        return None


def _one_line(text: str, longest: int) -> str:
    is_plain = text.isprintable() and " " not in text
    return (text if is_plain else subject_of(text[:_LONGEST_TEXT]))[:longest].rstrip()
