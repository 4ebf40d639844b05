"""The beginning of a tool result's text, and whether its command was run at all."""

import msgspec
from msgspec import Raw

from outlay.readers.logs.shell import LOOKED_AT

_NOT_RUN = ("The user doesn't want to", "[Request interrupted", "<tool_use_error>")


def was_run(output: str) -> bool:
    """False when an error means that the command was refused, not that it failed."""
    return not output.startswith(_NOT_RUN)


class _Text(msgspec.Struct, gc=False):
    text: Raw = Raw()


_TEXTS = msgspec.json.Decoder(list[_Text])


def first_text(content: Raw | bytes) -> str:
    """The first 4 kB of a tool result's content: JSON text, or a list of blocks of which the first counts."""
    raw = bytes(content)
    if raw.startswith(b"["):
        try:
            blocks = _TEXTS.decode(raw)
        except msgspec.DecodeError:
            return ""
        raw = bytes(blocks[0].text) if blocks else b""
    return _beginning(raw) if raw.startswith(b'"') else ""


def _beginning(raw: bytes) -> str:
    if len(raw) <= LOOKED_AT:
        return _decoded(raw) or ""
    for end in range(LOOKED_AT, LOOKED_AT - 16, -1):
        text = _decoded(raw[:end] + b'"')
        if text is not None:
            return text
    return ""


def _decoded(raw: bytes) -> str | None:
    try:
        return msgspec.json.decode(raw, type=str)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
