"""Lines of a Codex rollout as typed records: only the fields Outlay asks for; the rest is skipped undecoded.

Source: codex-rs/protocol (rollout lines) as log-formats.md section 2.2 collects it; `token_usage_record` since
about 2026-09-10, `item_completed` since cli 0.149.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final, NamedTuple, TypeVar, get_args

from msgspec import DecodeError, Meta, Struct, ValidationError, convert, field
from msgspec.json import Decoder
from msgspec.structs import fields

from outlay.domain.problems import ProblemKind
from outlay.readers.logs.lines import plain_json

Count = Annotated[int, Meta(ge=0, le=2**53)]
"""A token counter; anything else is a fault of the log and is dropped."""


class Usage(Struct):
    """One request's tokens, or a running total: input holds the cached part, output the reasoning."""

    input_tokens: Count | None = None
    cached_input_tokens: Count | None = None
    cache_write_input_tokens: Count | None = None
    output_tokens: Count | None = None
    reasoning_output_tokens: Count | None = None
    total_tokens: Count | None = None


class Info(Struct):
    """What a `token_count` says of tokens."""

    last_token_usage: Usage | None = None
    total_token_usage: Usage | None = None
    model: str | None = None


class Window(Struct):
    """One window of a limit; `resets_at` is unix seconds."""

    used_percent: float | None = None
    window_minutes: Count | None = None
    resets_at: float | None = None
    resets_in_seconds: float | None = None


class Limits(Struct):
    """What a `token_count` says of limits."""

    limit_id: str | None = None
    primary: Window | None = None
    secondary: Window | None = None
    plan_type: str | None = None


class Change(Struct):
    """What was done to one file."""

    type: str | None = None
    unified_diff: str | None = None
    content: str | None = None
    move_path: str | None = None


class Item(Struct):
    """The item of an `item_completed`."""

    type: str | None = None
    id: str | None = None
    command: list[str] | str | None = None
    cwd: str | None = None
    status: str | None = None
    exit_code: int | None = None
    changes: dict[str, Change] | None = None


class Action(Struct):
    """What a `local_shell_call` runs."""

    command: list[str] | str | None = None
    working_directory: str | None = None


class Git(Struct):
    """The checkout as it was when the session began."""

    commit_hash: str | None = None
    branch: str | None = None


class Payload(Struct):
    """Every field that any kind of line is asked for; which are set depends on the kind."""

    type: str | None = None
    id: str | None = None
    timestamp: str | None = None
    session_id: str | None = None
    forked_from_id: str | None = None
    parent_thread_id: str | None = None
    subagent_history_start_ordinal: Count | None = None
    source: Any = None
    cwd: str | None = None
    cli_version: str | None = None
    model_provider: str | None = None
    git: Git | None = None
    turn_id: str | None = None
    model: str | None = None
    kind: str | None = None
    info: Info | None = None
    rate_limits: Limits | None = None
    thread_id: str | None = None
    thread_token_usage: Usage | None = None
    response_id: str | None = None
    usage: Usage | None = None
    name: str | None = None
    call_id: str | None = None
    arguments: str | dict[str, Any] | None = None
    input: str | None = None
    action: Action | None = None
    success: bool | None = None
    changes: dict[str, Change] | None = None
    item: Item | None = None


class Record(Struct):
    """One line."""

    timestamp: str | None = None
    ordinal: Count | None = None
    type: str | None = None
    payload: Payload = field(default_factory=Payload)


class Decoded(NamedTuple):
    """A record, None when the line is no JSON object, and what was wrong with it."""

    record: Record | None
    problem: ProblemKind | None = None


T = TypeVar("T", bound=Struct)

_DECODER = Decoder(Record)
_HEAD: Final = re.compile(
    rb'\s*\{\s*"timestamp"\s*:\s*"[^"\\]{0,64}"\s*,\s*(?:"ordinal"\s*:\s*\d+\s*,\s*)?"type"\s*:\s*"(\w+)"\s*,'
    rb'\s*"payload"\s*:\s*\{\s*(?:"type"\s*:\s*"(\w+)")?'
)
_LONGEST_NAME = 200
_LONGEST_PATH = 4096
_TYPED_PAYLOADS = frozenset((b"event_msg", b"response_item"))
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def kind_of(buffer: bytes | bytearray, start: int, end: int) -> bytes | None:
    """`type` or `type/payload.type` from a line's first bytes; None when its keys stand in another order."""
    match = _HEAD.match(buffer, start, end)
    if match is None:
        return None
    outer, inner = match.groups()
    if outer not in _TYPED_PAYLOADS:
        return outer
    return outer + b"/" + inner if inner else None


def kind_of_record(record: Record) -> bytes:
    """The same of a decoded line."""
    outer = (record.type or "").encode("utf-8", "replace")
    return (
        outer + b"/" + (record.payload.type or "").encode("utf-8", "replace")
        if outer in _TYPED_PAYLOADS
        else outer
    )


def decoded(line: bytes) -> Decoded:
    """The record of a line. What has a wrong type is dropped alone, and said so."""
    try:
        return Decoded(_DECODER.decode(line))
    except (DecodeError, UnicodeDecodeError):
        return _decoded_leniently(line)


def short_name(name: str | None) -> str:
    """A name out of a log: untrusted, so without control characters and of bounded length."""
    return "".join(char for char in (name or "")[:_LONGEST_NAME] if char.isprintable())


def short_path(path: str | None) -> str | None:
    """A path out of a log, bounded likewise; None when there is none."""
    if path is None or (path.isprintable() and len(path) <= _LONGEST_PATH):
        return path or None
    return "".join(char for char in path[:_LONGEST_PATH] if char.isprintable()) or None


def _decoded_leniently(line: bytes) -> Decoded:
    value, problem = plain_json(_SURROGATE.sub(rb"\\ufffd", line))
    if not isinstance(value, dict):
        return Decoded(None, problem or ProblemKind.WRONG_TYPE)
    dropped: list[str] = []
    record = _fitted(Record, value, dropped)
    return Decoded(record, ProblemKind.WRONG_TYPE if dropped else problem)


def _fitted(kind: type[T], value: Mapping[str, Any], dropped: list[str]) -> T:
    found = {
        part.name: _fitted_field(part.type, value.get(part.encode_name), dropped) for part in fields(kind)
    }
    return kind(**{name: part for name, part in found.items() if part is not None})


def _fitted_field(kind: Any, value: Any, dropped: list[str]) -> Any:
    try:
        return None if value is None else convert(value, kind, strict=False)
    except ValidationError:
        inner = _struct_in(kind)
        if inner is not None and isinstance(value, dict):
            return _fitted(inner, value, dropped)
        dropped.append(type(value).__name__)
        return None


def _struct_in(kind: Any) -> type[Struct] | None:
    choices = get_args(kind) or (kind,)
    return next((one for one in choices if isinstance(one, type) and issubclass(one, Struct)), None)
