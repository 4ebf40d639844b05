"""What Cursor's transcripts and the values in its databases may hold, as far as Outlay looks at them.

Fields that are not named here (prompts beyond their time, replies, thinking, code blocks) are passed over by the
decoder. Source of the shapes: log-formats.md section 3.1.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType, field

from outlay.domain.problems import ProblemKind
from outlay.domain.usage import SessionKey
from outlay.readers.logs.lines import plain_json

READER_ID: Final = "logs.cursor"
TOOL: Final = "cursor"
VERSION: Final = 1
ROWS: Final = 8_000
"""Facts after which a batch is handed over: what comes with the next look has room up to 10,000."""

NAME_LENGTH: Final = 200
PATH_LENGTH: Final = 4096

Moment = str | int | float
"""ISO 8601 text, or milliseconds since 1970."""


class Part(Struct, gc=False):
    """One block of a message: text or a tool call. `input` is an object, or a patch as plain text."""

    type: str | None = None
    id: str | None = None
    name: str | None = None
    text: str | None = None
    input: Raw = Raw()


class Message(Struct, gc=False):
    """A message of a transcript."""

    content: str | list[Part] | None = None

    @property
    def parts(self) -> list[Part]:
        """The content's blocks; plain text is one."""
        if isinstance(self.content, str):
            return [Part(type="text", text=self.content)]
        return self.content or []


class Line(Struct, gc=False):
    """One line of a transcript. `type` stands alone on lines such as `turn_ended`."""

    role: str | None = None
    type: str | None = None
    timestamp: Moment | None = None
    message: Message | None = None


class ToolInput(Struct, gc=False):
    """The input of the tools that write files; names differ between builds."""

    path: str | None = None
    file_path: str | None = None
    target_file: str | None = None
    target_notebook: str | None = None
    contents: str | None = None
    content: str | None = None
    old_string: str | None = None
    new_string: str | None = None
    patch: str | None = None
    input: str | None = None


class Uri(Struct, gc=False):
    """A place as the editor writes it down; `fsPath` is the path on this machine."""

    fs_path: str | None = field(default=None, name="fsPath")


class Workspace(Struct, gc=False):
    """The window a conversation belongs to; an empty window has no place."""

    uri: Uri | None = None


class Subagent(Struct, rename="camel", gc=False):
    """Says that a conversation was started by another one."""

    parent_composer_id: str | None = None


class Composer(Struct, rename="camel", gc=False):
    """`composerData:<id>`: one conversation."""

    created_at: Moment | None = None
    workspace_identifier: Workspace | None = None
    subagent_info: Subagent | None = None

    @property
    def folder(self) -> str | None:
        """Where its window was open."""
        place = self.workspace_identifier.uri if self.workspace_identifier else None
        return place.fs_path if place else None

    @property
    def parent(self) -> str | None:
        """The conversation that started it."""
        return self.subagent_info.parent_composer_id if self.subagent_info else None


class Bubble(Struct, rename="camel", gc=False):
    """`bubbleId:<conversation>:<bubble>`: type 1 is the user's, 2 the assistant's."""

    type: int | None = None
    created_at: Moment | None = None


class Head(Struct, rename="camel", gc=False):
    """One conversation in a window's list."""

    composer_id: str | None = None


class Heads(Struct, rename="camel", gc=False):
    """A window's list of conversations."""

    all_composers: list[Head] = []


class Window(Struct, gc=False):
    """`workspace.json` of a window."""

    folder: str | None = None


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


def text_of(raw: Raw) -> str | None:
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


def session_key(conversation: str, agent: str = "") -> SessionKey:
    """A conversation, or an agent that was started inside it."""
    return SessionKey(TOOL, clean(conversation) or "", clean(agent) or "")


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
