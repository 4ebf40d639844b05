"""Finds the lines that matter by what bytes they hold, without decoding the rest.

A quote inside a JSON string is escaped, so `"assistant"` with bare quotes stands only where a value or a
key stands.
"""

import re
from collections.abc import Iterator

import stringzilla
from msgspec import Struct

from outlay.readers.logs.lines import Block

_TOOL_RESULT = b'"tool_use_id"'
_ASSISTANT = b'"assistant"'
_OTHERS = (b'"user"', b'"pr-link"', b'"cost-state"', b'"queued_command"')
_ERROR = b'"is_error"'
_IDENT = re.compile(rb'"tool_use_id"\s*:\s*"([^"\\]{1,200})"')
_NEWLINE, _RETURN, _OPENING, _CLOSING = b"\n\r{}"


class Line(Struct, gc=False):
    """One line as bytes `start` to `stop` of its block's buffer.

    `number` is from 1. `results` are the ids of the tool calls it answers. `wanted` is False when nothing but those
    results could matter. `broken` says that it does not even look like a record.
    """

    number: int
    start: int
    stop: int
    after: int
    results: tuple[str, ...]
    wanted: bool
    broken: bool


class _Marker:
    """Where some bytes stand next; looks ahead once over the whole buffer, not once a line."""

    __slots__ = ("_block", "_needle", "at")

    def __init__(self, needle: bytes, block: Block) -> None:
        self._needle = needle
        self._block = block
        self.at = -1

    def within(self, start: int, stop: int) -> bool:
        """Whether it stands between two places, neither before those asked for last time."""
        if self.at < start:
            found: int = stringzilla.find(self._block.buffer, self._needle, start, self._block.end)
            self.at = self._block.end if found < 0 else found
        return self.at < stop


def lines_that_matter(block: Block) -> Iterator[Line]:
    """Lines of a block that may hold facts, and those that are broken."""
    buffer = block.buffer
    result = _Marker(_TOOL_RESULT, block)
    assistant = _Marker(_ASSISTANT, block)
    others = [_Marker(needle, block) for needle in _OTHERS]
    start, number = 0, block.line
    while start < block.end:
        after = buffer.index(b"\n", start, block.end) + 1
        stop = after - 1
        number += 1
        if stop > start and buffer[stop - 1] == _RETURN:
            stop -= 1
        broken = stop > start and not (buffer[start] == _OPENING and buffer[stop - 1] == _CLOSING)
        # One that stands behind the line is passed over without a call: most do, for most lines.
        answers = result.at < stop and result.within(start, stop)
        results = _results(buffer, result, start, stop) if answers else ()
        wanted = assistant.at < stop and assistant.within(start, stop)
        wanted = wanted or (not results and _any_within(others, start, stop))
        if wanted or results or broken:
            yield Line(number, start, stop, after, results, wanted, broken)
        start = after


def shows_error(block: Block, line: Line) -> bool:
    """Whether a result line says something about failure at all."""
    found: int = stringzilla.find(block.buffer, _ERROR, line.start, line.stop)
    return found >= 0


def _any_within(markers: list[_Marker], start: int, stop: int) -> bool:
    for marker in markers:  # noqa: SIM110 a generator costs more than what it runs
        if marker.at < stop and marker.within(start, stop):
            return True
    return False


def _results(buffer: bytearray, marker: _Marker, start: int, stop: int) -> tuple[str, ...]:
    found = []
    while marker.within(start, stop):
        ident = _IDENT.match(buffer, marker.at, stop)
        if ident:
            found.append(ident[1].decode(errors="replace"))
        start = marker.at + len(_TOOL_RESULT)
    return tuple(found)
