"""What a session's file may hold, as far as Outlay looks at it.

The same record stands for a line of a growing file (metadata, a message, `$set`, `$rewindTo`) and for a whole document
of the older form. Fields that are not named here (thoughts, descriptions, summaries) are passed over by the decoder.
Source of the shapes: log-formats.md section 5 and the tool's published source.
"""

from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType, field

from outlay.domain.problems import ProblemKind
from outlay.readers.logs.lines import plain_json

READER_ID: Final = "logs.gemini_cli"
TOOL: Final = "gemini_cli"
VERSION: Final = 1

NAME_LENGTH: Final = 200
PATH_LENGTH: Final = 4096

Count = Annotated[int, Meta(ge=0, le=1 << 53)]
"""A counter; a negative one or one no database column holds is wrong."""


class Tokens(Struct, gc=False):
    """Counters of the one request a message keeps; see tokens.py for what holds what."""

    input: Count | None = None
    output: Count | None = None
    cached: Count | None = None
    thoughts: Count | None = None
    tool: Count | None = None
    total: Count | None = None


class ToolCall(Struct, rename="camel", gc=False):
    """A call that came to its end, with what it was given and what it brought."""

    id: str | None = None
    name: str | None = None
    status: str | None = None
    timestamp: str | None = None
    args: Raw = Raw()
    result: Raw = Raw()
    result_display: Raw = Raw()


class Message(Struct, rename="camel", gc=False):
    """One message; a later one with the same id says the same and more."""

    id: str | None = None
    timestamp: str | None = None
    type: str | None = None
    model: str | None = None
    content: Raw = Raw()
    tokens: Tokens | None = None
    tool_calls: list[ToolCall] | None = None


class Session(Struct, rename="camel", gc=False):
    """What is said of the session itself, at its beginning or as a change; a change may bring messages."""

    session_id: str | None = None
    project_hash: str | None = None
    kind: str | None = None
    start_time: str | None = None
    messages: list[Message] | None = None


class Record(Message, rename="camel", gc=False):
    """One line of a growing file, or a whole document."""

    session_id: str | None = None
    project_hash: str | None = None
    kind: str | None = None
    start_time: str | None = None
    messages: list[Message] | None = None
    change: Session | None = field(default=None, name="$set")
    rewind: Raw = field(default=Raw(), name="$rewindTo")

    @property
    def is_session(self) -> bool:
        """Whether it tells of the session."""
        return self.session_id is not None or self.project_hash is not None or self.messages is not None

    @property
    def session(self) -> Session:
        """What it tells of the session, messages left out."""
        return Session(self.session_id, self.project_hash, self.kind, self.start_time)


class Args(Struct, gc=False):
    """What writing tools and the shell are given. `directory` is how older builds name `dir_path`."""

    file_path: str | None = None
    content: str | None = None
    old_string: str | None = None
    new_string: str | None = None
    command: str | None = None
    dir_path: str | None = None
    directory: str | None = None


class Display(Struct, rename="camel", gc=False):
    """What a writing tool shows of its result."""

    file_diff: str | None = None


class Response(Struct, gc=False):
    """What a tool answered."""

    output: str | None = None


class FunctionResponse(Struct, gc=False):
    """A tool's answer inside a part."""

    response: Response | None = None


class Part(Struct, rename="camel", gc=False):
    """One piece of a content."""

    text: str | None = None
    function_response: FunctionResponse | None = None


S = TypeVar("S", bound=Struct)


def decoded(kind: type[S], raw: bytes | bytearray | Raw) -> tuple[S | None, ProblemKind | None]:
    """A value and what had to be dropped to get it; no value when it is not of this shape at all."""
    try:
        return msgspec.json.decode(raw, type=kind), None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value, trouble = plain_json(bytes(raw))
    if not isinstance(value, dict):
        return None, trouble or ProblemKind.WRONG_TYPE
    found, whole = _loose_struct(value, kind)
    return found, trouble or (None if whole else ProblemKind.WRONG_TYPE)


def parts_of(content: Raw) -> list[Part]:
    """A content's pieces: it is text, a piece, or a list of either. Nothing for what is none of these."""
    raw = bytes(content)
    if not raw:
        return []
    try:
        value = msgspec.json.decode(raw, type=str | Part | list[str | Part])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value = _loosely(plain_json(raw)[0], str | Part | list[str | Part])[0]
    if isinstance(value, UnsetType):
        return []
    listed = value if isinstance(value, list) else [value]
    return [Part(text=one) if isinstance(one, str) else one for one in listed]


@lru_cache(maxsize=1024)
def clean(text: str | None, longest: int = NAME_LENGTH) -> str | None:
    """Untrusted text without control characters and not too long; None when nothing is left."""
    if text is None:
        return None
    return "".join(letter for letter in text if letter.isprintable())[:longest] or None


def _loosely(value: Any, kind: Any) -> tuple[Any, bool]:
    """A value as near to `kind` as it gets, and whether nothing was dropped."""
    if isinstance(kind, type) and issubclass(kind, Struct) and isinstance(value, dict):
        return _loose_struct(value, kind)
    if get_origin(kind) is list and isinstance(value, list):
        taken = [_loosely(one, get_args(kind)[0]) for one in value]
        return [one for one, _ in taken if one is not UNSET], all(sound for _, sound in taken)
    if get_origin(kind) in (Union, UnionType):
        tries = [_loosely(value, one) for one in get_args(kind) if one is not type(None)]
        return next((found for found in tries if found[0] is not UNSET), (UNSET, False))
    if kind is Raw:
        return Raw(msgspec.json.encode(value)), True
    try:
        return msgspec.convert(value, kind, strict=False), True
    except (msgspec.ValidationError, ValueError, ArithmeticError):
        return UNSET, False


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
