"""An answer's own words, looked at only for the code it shows."""

from msgspec import DecodeError, Struct
from msgspec.json import Decoder

from outlay.readers.logs.shown_code import FENCE, shown_code


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


def code_shown_in(line: bytes) -> list[str]:
    """The lines of code that a `response_item/message` of the assistant shows; none for anything else."""
    if FENCE not in line:
        return []
    try:
        message = _LINES.decode(line).payload
    except (DecodeError, UnicodeDecodeError):
        return []
    if message is None or message.role != "assistant":
        return []
    texts = (part.text for part in message.content or [] if part.type == "output_text" and part.text)
    return [shown for text in texts for shown in shown_code(text)]
