"""Counts and sentences put together."""

_IRREGULAR = {"repository": "repositories"}


def counted(number: int, noun: str) -> str:
    """`1 item`, `1,204 items`."""
    many = _IRREGULAR.get(noun, noun + "s")
    return f"{number:,} {noun if number == 1 else many}"


def sentences(*parts: str) -> str:
    """Non-empty parts as sentences, each with its full stop."""
    return " ".join(part if part[-1] in ".?" else part + "." for part in parts if part)
