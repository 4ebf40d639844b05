"""Counts and sentences put together."""

ELLIPSIS = "\u2026"

_IRREGULAR = {"repository": "repositories"}


def counted(number: int, noun: str) -> str:
    """`1 item`, `1,204 items`."""
    many = _IRREGULAR.get(noun, noun + "s")
    return f"{number:,} {noun if number == 1 else many}"


def clipped(text: str, most: int) -> str:
    """A text of at most that many characters, an ellipsis in place of what was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip(" ,.;:") + ELLIPSIS


def sentences(*parts: str) -> str:
    """Non-empty parts as sentences, each with its full stop."""
    return " ".join(part if part[-1] in ".?\u2026" else part + "." for part in parts if part)
