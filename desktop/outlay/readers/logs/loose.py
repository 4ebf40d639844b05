"""Values out of JSON that other programs wrote: by their shape where they fit, field by field where they do not.

What has to be dropped on the way is told, so that it can be counted. Nulls are absent.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from outlay.domain.problems import ProblemKind
from outlay.readers.logs.lines import plain_json

NAME_LENGTH = 200
"""The longest name kept of a model, an id or a branch, in letters."""

Moment = str | int | float
"""ISO 8601 text, or milliseconds since 1970."""

S = TypeVar("S", bound=Struct)


def decoded(kind: type[S], raw: bytes | bytearray | Raw) -> tuple[S | None, ProblemKind | None]:
    """A value and what had to be dropped to get it; no value when it is not of this shape at all."""
    try:
        return msgspec.json.decode(raw, type=kind), None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value, trouble = plain_json(bytes(raw))
    if not isinstance(value, dict):
        return None, trouble or ProblemKind.WRONG_TYPE
    found, whole = loose_struct(value, kind)
    return found, trouble or (None if whole else ProblemKind.WRONG_TYPE)


def text_in(raw: Raw) -> str | None:
    """Plain text where an object may stand too; None for anything else."""
    try:
        return msgspec.json.decode(raw, type=str)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def iso_text(moment: Moment | None) -> str | None:
    """A moment as ISO 8601 text, out of text or milliseconds; None when it is none."""
    if moment is None or (isinstance(moment, str) and not moment.isdecimal()):
        return moment
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=float(moment))).isoformat()
    except (OverflowError, ValueError):
        return None


@lru_cache(maxsize=1024)
def clean(text: str | None, longest: int = NAME_LENGTH) -> str | None:
    """Untrusted text without control characters and not too long; None when nothing is left."""
    if text is None:
        return None
    return "".join(letter for letter in text if letter.isprintable())[:longest] or None


def loosely(value: Any, kind: Any) -> tuple[Any, bool]:
    """A value as near to `kind` as it gets, and whether nothing was dropped."""
    if isinstance(kind, type) and issubclass(kind, Struct) and isinstance(value, dict):
        return loose_struct(value, kind)
    if get_origin(kind) in (list, dict) and isinstance(value, get_origin(kind)):
        return _loose_many(value, get_args(kind)[-1])
    if get_origin(kind) in (Union, UnionType):
        tries = [loosely(value, one) for one in get_args(kind) if one is not type(None)]
        return next((found for found in tries if found[0] is not UNSET), (UNSET, False))
    if kind is Raw:
        return Raw(msgspec.json.encode(value)), True
    try:
        return msgspec.convert(value, kind, strict=False), True
    except (msgspec.ValidationError, ValueError, ArithmeticError):
        return UNSET, False


def loose_struct(value: dict[str, Any], kind: type[S]) -> tuple[S, bool]:
    """A record with what fits of an object; null is absent."""
    found: dict[str, Any] = {}
    whole = True
    for known in msgspec.structs.fields(kind):
        given = value.get(known.encode_name)
        if given is None:
            continue
        taken, sound = loosely(given, known.type)
        whole = whole and sound
        if not isinstance(taken, UnsetType):
            found[known.name] = taken
    return kind(**found), whole


def _loose_many(value: list[Any] | dict[str, Any], kind: Any) -> tuple[Any, bool]:
    """A list or an object with what fits of its members."""
    members = value.items() if isinstance(value, dict) else enumerate(value)
    taken = {key: loosely(one, kind) for key, one in members}
    kept = {key: one for key, (one, _) in taken.items() if one is not UNSET}
    whole = all(sound for _, sound in taken.values())
    return (kept if isinstance(value, dict) else list(kept.values())), whole
