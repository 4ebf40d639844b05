"""What a session's file may hold, as far as Outlay looks at it.

The same record stands for a line of a growing file (metadata, a message, `$set`, `$rewindTo`) and for a whole document
of the older form. Fields that are not named here (thoughts, descriptions, summaries) are passed over by the decoder.
Source of the shapes: log-formats.md section 5 and the tool's published source.
"""

from typing import Annotated, Final, TypeVar

import msgspec
from msgspec import Meta, Raw, Struct, UnsetType, field

from outlay.readers.logs.lines import plain_json
from outlay.readers.logs.loose import loosely

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


def parts_of(content: Raw) -> list[Part]:
    """A content's pieces: it is text, a piece, or a list of either. Nothing for what is none of these."""
    raw = bytes(content)
    if not raw:
        return []
    try:
        value = msgspec.json.decode(raw, type=str | Part | list[str | Part])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value = loosely(plain_json(raw)[0], str | Part | list[str | Part])[0]
    if isinstance(value, UnsetType):
        return []
    listed = value if isinstance(value, list) else [value]
    return [Part(text=one) if isinstance(one, str) else one for one in listed]
