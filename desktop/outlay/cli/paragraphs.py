"""Sentences broken into the terminal's lines, by how wide their signs are shown."""

import unicodedata
from collections.abc import Iterator

WIDTH = 80


def paragraph(text: str, indent: str = "", width: int = WIDTH) -> list[str]:
    """A text as lines of at most that width; its own line ends stay, a word that is longer is cut into lines."""
    room = width - len(indent)
    return [(indent + line).rstrip() for told in text.split("\n") for line in _lines(told.split(), room)]


def shown_width(text: str) -> int:
    """How many columns a text takes: wide signs take two, those that join others none."""
    return sum(_columns(sign) for sign in text)


def _lines(words: list[str], room: int) -> Iterator[str]:
    line, taken = "", 0
    for piece in (piece for word in words for piece in _pieces(word, room)):
        wide = shown_width(piece)
        if line and taken + 1 + wide > room:
            yield line
            line, taken = piece, wide
        else:
            line, taken = (f"{line} {piece}", taken + 1 + wide) if line else (piece, wide)
    yield line


def _pieces(word: str, room: int) -> Iterator[str]:
    piece, taken = "", 0
    for sign in word:
        if piece and taken + _columns(sign) > room:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + sign, taken + _columns(sign)
    yield piece


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
