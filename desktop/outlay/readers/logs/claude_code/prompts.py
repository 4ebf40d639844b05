"""Which records are prompts a human sent. Source of the rule: measured logs, see ../README.md."""

import msgspec

from outlay.readers.interface import PackLines
from outlay.readers.logs.claude_code.records import Message, Part, Record

_SOURCES = (None, "typed", "queued", "sdk")
_NOT_TYPED = (
    "<command-name>",
    "<local-command-",
    "<bash-stdout>",
    "<task-notification>",
    "<ide_opened_file>",
    "<ide_selection>",
    "[Request interrupted",
)
_NOT_TYPED_JSON = tuple(f'"{opening}'.encode() for opening in _NOT_TYPED)


def is_prompt(record: Record) -> bool:
    """Whether a user record is a prompt: not a tool's result, not the tool's own words, not a summary."""
    if record.type != "user" or record.is_meta or record.is_compact_summary or record.is_sidechain:
        return False
    return record.prompt_source in _SOURCES and record.message is not None and _is_typed(record.message)


def queued_prompt(record: Record) -> bytes | None:
    """The JSON text of a prompt that was queued while the agent worked; None when the record is none."""
    attached = record.attachment
    if attached is None or attached.type != "queued_command" or attached.command_mode != "prompt":
        return None
    return None if record.is_meta or record.is_sidechain else bytes(attached.prompt)


def prompt_text(message: Message) -> bytes:
    """The JSON of a prompt's text, to recognise it again by its hash."""
    if isinstance(message.content, str):
        return msgspec.json.encode(message.content)
    return next((bytes(part.text) for part in message.parts if part.type == "text"), b"")


def prompt_hash(text: bytes, pack_lines: PackLines) -> bytes:
    """A prompt as one seeded hash, nothing for no text. The words before it keep a short one from being trivial."""
    return pack_lines([b"outlay prompt: " + text]) if text else b""


def _is_typed(message: Message) -> bool:
    if isinstance(message.content, str):
        return not message.content.startswith(_NOT_TYPED)
    parts = message.parts
    return not any(part.type == "tool_result" for part in parts) and any(map(_is_typed_text, parts))


def _is_typed_text(part: Part) -> bool:
    return part.type == "text" and not bytes(part.text).startswith(_NOT_TYPED_JSON)
