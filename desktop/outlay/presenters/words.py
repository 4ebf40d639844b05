"""Counts and sentences put together."""

from collections.abc import Sequence

from outlay.presenters.tongue import tr

ELLIPSIS = "\u2026"

_IRREGULAR = {"repository": "repositories"}


def counted(number: int, noun: str) -> str:
    """`1 item`, `1,204 items`: for the command line, which is English; the screen's counts are `tongue.plural`."""
    many = _IRREGULAR.get(noun, noun + "s")
    return f"{number:,} {noun if number == 1 else many}"


def as_beginning(text: str) -> str:
    """The words as a sentence begins with them."""
    return text[:1].upper() + text[1:]


def clipped(text: str, most: int) -> str:
    """A text of at most that many characters, an ellipsis in place of what was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip(" ,.;:") + ELLIPSIS


def named(text: str, most: int = 80) -> str:
    """A name from outside on one line: cut, and without signs that cannot be seen."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * most])
    return clipped(" ".join(shown.split()), most)


def joined(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *before, last = parts
    return tr("{some} and {last}", some=", ".join(before), last=last) if before else last


def sentences(*parts: str) -> str:
    """Non-empty parts as sentences, each with its full stop."""
    return " ".join(part if part[-1] in ".?\u2026" else part + "." for part in parts if part)
