"""Opens a rollout, plain or compressed, and hands out its lines."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from io import FileIO
from os import fstat
from types import TracebackType
from typing import Protocol, Self

from zstandard import ZstdDecompressionReader, ZstdDecompressor, ZstdError

from outlay.domain.batches import Bookmark
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.codex.calls import clipped
from outlay.readers.logs.codex.records import kind_of
from outlay.readers.logs.codex.shown import may_show_code
from outlay.readers.logs.lines import (
    BUFFER_BYTES,
    HEAD_BYTES,
    LONGEST_LINE,
    Block,
    Start,
    Tally,
    head_of,
    mark_of,
    open_log,
    trouble_of,
    unfinished,
)

MESSAGE = b"response_item/message"
"""A prompt or an answer: looked at only where an answer shows code."""

QUIET = frozenset(
    b"response_item/reasoning event_msg/agent_reasoning event_msg/agent_message"
    b" event_msg/task_complete compacted".split()
)
"""Kinds that hold nothing Outlay asks for, and most of a log's bytes."""

OUTPUTS = frozenset((b"response_item/function_call_output", b"response_item/custom_tool_call_output"))


class Rollout(Protocol):
    """What both kinds of file offer; offsets of a compressed one count decompressed bytes."""

    start: Start
    offset: int
    line: int
    tally: Tally

    def blocks(self) -> Iterator[Block]:
        """Whole lines from the start on."""
        ...

    def bookmark(self, offset: int, line: int, state: bytes) -> Bookmark:
        """A bookmark after the given whole lines."""
        ...


class CompressedLog:
    """A `.jsonl.zst` of one or several frames; a torn last frame gives what is whole of it.

    Codex compresses a rollout once it is old, so a changed one is another file and is read anew.
    """

    def __init__(self, path: str, stream: FileIO, bookmark: Bookmark | None, version: int) -> None:
        self.mark = mark_of(fstat(stream.fileno()))
        known = (self.mark, unfinished(self.mark))
        same = bookmark is not None and bookmark.version == version and bookmark.mark in known
        self.start = (
            Start(bookmark.offset, bookmark.line, bookmark.state)
            if bookmark is not None and same
            else Start(replaces=bookmark is not None)
        )
        self.offset = self.start.offset
        self.line = self.start.line
        self.tally = Tally("", path)
        self._ended = False
        self._head = ""
        self._stream = stream
        self._version = version

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()

    def bookmark(self, offset: int, line: int, state: bytes) -> Bookmark:
        """A bookmark after the given whole lines; it says so while there are more to read."""
        mark = self.mark if self._ended else unfinished(self.mark)
        return Bookmark(mark, offset, line, self._head, state, self._version)

    def blocks(self) -> Iterator[Block]:
        """Whole lines from the start on. What cannot be read is counted in `tally`, never raised."""
        try:
            self._head = head_of(self._stream.read(HEAD_BYTES) or b"")
            self._stream.seek(0)
            yield from self._whole_lines(
                ZstdDecompressor().stream_reader(self._stream, read_across_frames=True)
            )
            self._ended = True
        except OSError as error:
            self.tally.count(trouble_of(error), self.line + 1)
        except ZstdError:
            self.tally.count(ProblemKind.UNREADABLE, self.line + 1)

    def _whole_lines(self, plain: ZstdDecompressionReader) -> Iterator[Block]:
        _pass_over(plain, self.offset)
        rest, passed = bytearray(), 0
        while piece := plain.read1(BUFFER_BYTES):
            rest += piece
            if passed and (first := rest.find(b"\n") + 1):
                self._pass_line(passed + first)
                rest, passed = rest[first:], 0
            end = 0 if passed else rest.rfind(b"\n") + 1
            if end:
                yield Block(rest, end, self.offset, self.line)
                self.line += rest.count(b"\n", 0, end)
                self.offset += end
                rest = rest[end:]
            elif passed or len(rest) > LONGEST_LINE:
                rest, passed = bytearray(), passed + len(rest)

    def _pass_line(self, length: int) -> None:
        self.line += 1
        self.offset += length
        self.tally.count(ProblemKind.TOO_LONG, self.line)


def open_rollout(
    path: str, bookmark: Bookmark | None, version: int, source: str
) -> AbstractContextManager[Rollout]:
    """Open a rollout for reading from its bookmark on; OSError when it is gone or may not be read."""
    if not path.endswith(".zst"):
        return open_log(path, bookmark, version, source)
    log = CompressedLog(path, FileIO(path), bookmark, version)
    log.tally = Tally(source, path)
    return log


def lines_of(block: Block) -> Iterator[tuple[bytes | None, bytes | None, int]]:
    """Kind, bytes and end of every line of a block; no bytes for a quiet kind.

    A kind of None is one that only decoding tells. Outputs are cut down to what is looked at.
    """
    start = 0
    with memoryview(block.buffer) as view:
        while start < block.end:
            end = block.buffer.find(b"\n", start, block.end)
            kind = kind_of(block.buffer, start, end)
            if kind in OUTPUTS:
                yield kind, clipped(view[start:end]), end + 1
            elif kind == MESSAGE and not may_show_code(block.buffer, start, end):
                yield kind, None, end + 1
            else:
                yield kind, None if kind in QUIET else bytes(view[start:end]), end + 1
            start = end + 1


def _pass_over(plain: ZstdDecompressionReader, length: int) -> None:
    while length > 0 and (piece := plain.read(min(length, BUFFER_BYTES))):
        length -= len(piece)
