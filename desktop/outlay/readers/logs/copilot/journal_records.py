"""What a line of a session's journal may hold, as far as Outlay looks at it.

Source: log-formats.md section 4.1.
"""

from msgspec import Raw, Struct

from outlay.readers.logs.copilot.legs import Metrics
from outlay.readers.logs.copilot.records import Count
from outlay.readers.logs.loose import Moment


class Context(Struct, rename="camel", gc=False):
    """Where a session began."""

    cwd: str | None = None
    git_root: str | None = None
    branch: str | None = None
    head_commit: str | None = None


class Request(Struct, rename="camel", gc=False):
    """A tool an answer asks for."""

    tool_call_id: str | None = None
    name: str | None = None
    arguments: Raw = Raw()


class Data(Struct, rename="camel", gc=False):
    """What a record holds, whatever its type."""

    session_id: str | None = None
    copilot_version: str | None = None
    selected_model: str | None = None
    new_model: str | None = None
    model: str | None = None
    context: Context | None = None
    source: str | None = None
    parent_tool_call_id: str | None = None
    success: bool | None = None
    output_tokens: Count | None = None
    content: Raw = Raw()
    tool_requests: list[Request] | None = None
    tool_call_id: str | None = None
    tool_name: str | None = None
    arguments: Raw = Raw()
    model_metrics: dict[str, Metrics] | None = None
    total_nano_aiu: Count | None = None


class Record(Struct, gc=False):
    """One line."""

    type: str | None = None
    id: str | None = None
    timestamp: Moment | None = None
    data: Raw = Raw()
