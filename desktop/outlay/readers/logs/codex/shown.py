"""An answer's own words, looked at only for the code it shows."""

import re

from msgspec import DecodeError, Struct
from msgspec.json import Decoder
from xxhash import xxh3_64_hexdigest

from outlay.domain.usage import Edit
from outlay.readers.interface import PackLines
from outlay.readers.logs.codex.records import short_name
from outlay.readers.logs.shown_code import FENCE, LONGEST, Answer, shown_code, shown_edit

_ROLE = re.compile(rb'"role"\s*:\s*"(\w+)"')
_HEAD_BYTES = 400
_SHORTEST_UNIQUE = 16


class Shown(Struct):
    """The lines an answer shows, and the answer's own id where it has one."""

    lines: list[str]
    ident: str = ""


class _Part(Struct):
    type: str | None = None
    text: str | None = None


class _Message(Struct):
    role: str | None = None
    id: str | None = None
    content: list[_Part] | None = None


class _Line(Struct):
    payload: _Message | None = None


_LINES = Decoder(_Line)


def may_show_code(buffer: bytes | bytearray, start: int, end: int) -> bool:
    """Whether a message line is worth decoding: it is not known for a prompt, and has a fence."""
    role = _ROLE.search(buffer, start, min(end, start + _HEAD_BYTES))
    return (role is None or role[1] == b"assistant") and buffer.find(FENCE, start, end) >= 0


def code_shown_in(line: bytes) -> Shown | None:
    """The code that a `response_item/message` of the assistant shows; None for anything else."""
    if FENCE not in line:
        return None
    try:
        message = _LINES.decode(line).payload
    except (DecodeError, UnicodeDecodeError):
        return None
    if message is None or message.role != "assistant":
        return None
    texts = (part.text for part in message.content or [] if part.type == "output_text" and part.text)
    lines = [shown for text in texts for shown in shown_code(text)][:LONGEST]
    return Shown(lines, short_name(message.id)) if lines else None


def edit_of(shown: Shown, answer: Answer, pack_lines: PackLines) -> Edit | None:
    """Shown code as an edit. An answer without an id of the provider's is known by its turn and what it shows."""
    edit = shown_edit(shown.lines, answer, 0, pack_lines)
    if edit is None:
        return None
    said = f"{answer.turn or 0}:{xxh3_64_hexdigest(edit.added)}"
    unique = len(shown.ident) >= _SHORTEST_UNIQUE
    return edit._replace(call=f"{shown.ident if unique else f'{answer.session.session}/{said}'}/shown")
