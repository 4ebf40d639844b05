"""Which messages of the user are prompts a human sent. Source of the openings: the tool's published source."""

import re
from typing import Final

from outlay.readers.interface import PackLines
from outlay.readers.logs.gemini_cli.records import Message, parts_of

_CONTEXT: Final = re.compile(r"\s*<session_context>.*?(?:</session_context>|\Z)\s*", re.DOTALL)
_NOT_TYPED: Final = ("<state_snapshot>", "<hook_context>", "System: Please continue")
_NUDGE: Final = "Please continue."


def prompt_in(message: Message) -> str | None:
    """A prompt's text, empty for one without any (a picture); None when no human sent it.

    Answers of tools, what the tool tells of the machine at the beginning, summaries and its own nudges are none.
    """
    parts = parts_of(message.content)
    said = [part for part in parts if part.function_response is None and part.text != ""]
    if not said:
        return None
    text = "".join(part.text or "" for part in said)
    rest = _CONTEXT.sub("", text, count=1) if text.lstrip().startswith("<session_context>") else text
    if (text and not rest) or rest.strip() == _NUDGE or rest.lstrip().startswith(_NOT_TYPED):
        return None
    return rest


def prompt_hash(text: str, pack_lines: PackLines) -> str:
    """A prompt as one seeded hash. The words before it keep a short one from being trivial."""
    return pack_lines([b"outlay prompt: " + text.encode(errors="replace")]).hex()
