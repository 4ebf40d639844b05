"""What Cursor's transcripts and the values in its databases may hold, as far as Outlay looks at them.

Fields that are not named here (prompts beyond their time, replies, thinking, code blocks) are passed over by the
decoder. Source of the shapes: log-formats.md section 3.1.
"""

from typing import Final, TypeVar

from msgspec import Raw, Struct, field

from outlay.domain.usage import SessionKey
from outlay.readers.logs.cursor.places import TOOL
from outlay.readers.logs.loose import Moment, clean

ROWS: Final = 8_000
"""Facts after which a batch is handed over: what comes with the next look has room up to 10,000."""

PATH_LENGTH: Final = 4096


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


def session_key(conversation: str, agent: str = "") -> SessionKey:
    """A conversation, or an agent that was started inside it."""
    return SessionKey(TOOL, clean(conversation) or "", clean(agent) or "")
