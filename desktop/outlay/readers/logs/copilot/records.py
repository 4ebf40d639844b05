"""What the readers of Copilot's sources have in common: names, tolerant decoding, counters.

Fields that are not named in a record (prompts, replies, reasoning) are passed over by the decoder.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType

from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionKey, TokenCounts
from outlay.readers.logs.lines import plain_json

READER_ID: Final = "logs.copilot"
TOOL: Final = "copilot"
VERSION: Final = 1
ROWS: Final = 8_000
"""Facts after which a batch is handed over: what the next line brings has room up to 10,000."""

NAME_LENGTH: Final = 200
PATH_LENGTH: Final = 4096

_LONG_ID: Final = 16
MOST: Final = 1 << 53
Count = Annotated[int, Meta(ge=0, le=MOST)]
"""A counter; anything else is a fault of the log and is dropped."""

Moment = str | int | float
"""ISO 8601 text, or milliseconds since 1970."""

S = TypeVar("S", bound=Struct)


def decoded(kind: type[S], raw: bytes | Raw) -> tuple[S | None, ProblemKind | None]:
    """A value and what had to be dropped to get it; no value when it is not of this shape at all."""
    try:
        return msgspec.json.decode(raw, type=kind), None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value, trouble = plain_json(bytes(raw))
    if not isinstance(value, dict):
        return None, trouble or ProblemKind.WRONG_TYPE
    found, whole = _loose_struct(value, kind)
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


def session_key(session: str, agent: str = "") -> SessionKey:
    """A session, or an agent that was started inside it."""
    return SessionKey(TOOL, clean(session) or "", clean(agent) or "")


def unique_id(ident: str, session: str) -> str:
    """An id that is the vendor's own as it is; a short one may come again elsewhere, so its session goes before."""
    return ident if len(ident) >= _LONG_ID else f"{session}/{ident}"


def counts_of(
    whole_input: int | None,
    output: int | None,
    read: int | None = None,
    write: int | None = None,
    reasoning: int | None = None,
) -> TokenCounts:
    """Counters that do not overlap: Copilot's input holds what was read from and written to the cache."""
    fresh = None if whole_input is None else max(whole_input - (read or 0) - (write or 0), 0)
    return TokenCounts(fresh, read, None, None, write, output, reasoning)


def _loosely(value: Any, kind: Any) -> tuple[Any, bool]:
    """A value as near to `kind` as it gets, and whether nothing was dropped."""
    if isinstance(kind, type) and issubclass(kind, Struct) and isinstance(value, dict):
        return _loose_struct(value, kind)
    if get_origin(kind) in (list, dict) and isinstance(value, get_origin(kind)):
        return _loose_many(value, get_args(kind)[-1])
    if get_origin(kind) in (Union, UnionType):
        tries = [_loosely(value, one) for one in get_args(kind) if one is not type(None)]
        return next((found for found in tries if found[0] is not UNSET), (UNSET, False))
    if kind is Raw:
        return Raw(msgspec.json.encode(value)), True
    try:
        return msgspec.convert(value, kind, strict=False), True
    except (msgspec.ValidationError, ValueError, ArithmeticError):
        return UNSET, False


def _loose_many(value: list[Any] | dict[str, Any], kind: Any) -> tuple[Any, bool]:
    """A list or an object with what fits of its members."""
    members = value.items() if isinstance(value, dict) else enumerate(value)
    taken = {key: _loosely(one, kind) for key, one in members}
    kept = {key: one for key, (one, _) in taken.items() if one is not UNSET}
    whole = all(sound for _, sound in taken.values())
    return (kept if isinstance(value, dict) else list(kept.values())), whole


def _loose_struct(value: dict[str, Any], kind: type[S]) -> tuple[S, bool]:
    """A record with what fits of an object; null is absent."""
    found: dict[str, Any] = {}
    whole = True
    for known in msgspec.structs.fields(kind):
        given = value.get(known.encode_name)
        if given is None:
            continue
        taken, sound = _loosely(given, known.type)
        whole = whole and sound
        if not isinstance(taken, UnsetType):
            found[known.name] = taken
    return kind(**found), whole
