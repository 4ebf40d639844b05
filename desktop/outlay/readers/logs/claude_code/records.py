"""What a line of a Claude Code log may hold, as far as Outlay looks at it.

Fields that are not named here (prompts beyond their beginning, `originalFile`, replies, thinking) are passed over by
the decoder and never become Python objects.
"""

from decimal import Decimal
from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import Meta, Raw, Struct, field

from outlay.domain.problems import ProblemKind
from outlay.readers.logs.lines import plain_json
from outlay.readers.logs.loose import loosely

Count = Annotated[int, Meta(ge=0, le=1 << 53)]
"""A counter; a negative one or one no database column holds is wrong."""


class CacheCreation(Struct, gc=False):
    """Cache writes by lifetime."""

    ephemeral_5m_input_tokens: Count | None = None
    ephemeral_1h_input_tokens: Count | None = None


class ServerToolUse(Struct, gc=False):
    """Server tools that cost per use."""

    web_search_requests: Count | None = None


class Iteration(Struct, gc=False):
    """One step inside a response; only an advisor's has tokens of its own."""

    type: str | None = None
    model: str | None = None
    input_tokens: Count | None = None
    cache_creation_input_tokens: Count | None = None
    cache_read_input_tokens: Count | None = None
    cache_creation: CacheCreation | None = None
    output_tokens: Count | None = None


class Usage(Struct, gc=False):
    """`message.usage`: `input_tokens` is the uncached part, `cache_creation` splits its total."""

    input_tokens: Count | None = None
    cache_creation_input_tokens: Count | None = None
    cache_read_input_tokens: Count | None = None
    cache_creation: CacheCreation | None = None
    output_tokens: Count | None = None
    server_tool_use: ServerToolUse | None = None
    service_tier: str | None = None
    speed: str | None = None
    inference_geo: str | None = None
    iterations: list[Iteration] | None = None


class Part(Struct, gc=False):
    """One block of a message's content: text, a tool call or a tool's result."""

    type: str | None = None
    id: str | None = None
    name: str | None = None
    input: Raw = Raw()
    text: Raw = Raw()
    tool_use_id: str | None = None
    is_error: bool | None = None
    content: Raw = Raw()


class Message(Struct, gc=False):
    """A message as the provider's API writes it."""

    id: str | None = None
    role: str | None = None
    model: str | None = None
    content: str | list[Part] | None = None
    usage: Usage | None = None

    @property
    def parts(self) -> list[Part]:
        """The content's blocks; none when it is plain text."""
        return self.content if isinstance(self.content, list) else []


class Attachment(Struct, rename="camel", gc=False):
    """What was attached to a turn; a queued prompt is one."""

    type: str | None = None
    command_mode: str | None = None
    prompt: Raw = Raw()


class Hunk(Struct, gc=False):
    """One hunk of a patch; each line begins with `+`, `-`, a space or a backslash."""

    lines: list[str] | None = None


class ToolOutcome(Struct, rename="camel", gc=False):
    """`toolUseResult` of a writing or searching tool."""

    type: str | None = None
    structured_patch: list[Hunk] | None = None
    search_count: Count | None = None


class Record(Struct, rename="camel", gc=False):
    """One line."""

    type: str | None = None
    message: Message | None = None
    timestamp: str | None = None
    session_id: str | None = None
    agent_id: str | None = None
    request_id: str | None = None
    uuid: str | None = None
    cwd: str | None = None
    git_branch: str | None = None
    version: str | None = None
    is_sidechain: bool | None = None
    is_meta: bool | None = None
    is_compact_summary: bool | None = None
    prompt_source: str | None = None
    tool_use_result: ToolOutcome | str | list[Raw] | None = None
    attachment: Attachment | None = None
    pr_url: str | None = None
    cost_usd: Decimal | None = field(default=None, name="costUSD")


class ModelCost(Struct, gc=False):
    """What a session spent on one model, as Claude Code estimates it."""

    cost_usd: Decimal | None = field(default=None, name="costUSD")


class CostState(Struct, rename="camel", gc=False):
    """A running total of a session; each one replaces the one before."""

    session_id: str | None = None
    total_lines_added: Count | None = None
    total_lines_removed: Count | None = None
    total_cost_usd: Decimal | None = field(default=None, name="totalCostUSD")
    model_usage: dict[str, ModelCost] | None = None


class ToolInput(Struct, gc=False):
    """The input of the tools that write files, run commands or search."""

    file_path: str | None = None
    notebook_path: str | None = None
    content: str | None = None
    old_string: str | None = None
    new_string: str | None = None
    new_source: str | None = None
    command: str | None = None
    edits: list["ToolInput"] | None = None


S = TypeVar("S", bound=Struct)


class Decoder(Generic[S]):
    """Decodes one kind of value: strictly and fast, or, when it does not fit, field by field."""

    def __init__(self, kind: type[S]) -> None:
        self._kind = kind
        self._strict = msgspec.json.Decoder(kind)

    def decode(self, line: bytes | bytearray | Raw) -> tuple[S | None, ProblemKind | None]:
        """The value and what had to be dropped to get it; no value when it is not of this shape at all."""
        try:
            return self._strict.decode(line), None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            value, kind = plain_json(bytes(line))
        if not isinstance(value, dict):
            return None, kind or ProblemKind.WRONG_TYPE
        loose, whole = loosely(value, self._kind)
        return loose, kind or (None if whole else ProblemKind.WRONG_TYPE)


RECORDS = Decoder(Record)
COSTS = Decoder(CostState)
INPUTS = Decoder(ToolInput)
