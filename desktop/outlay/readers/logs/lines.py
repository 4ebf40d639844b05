"""Whole lines out of a growing log file, and the question whether an old bookmark still holds.

A line counts once its newline stands; the unfinished rest waits for the next reading. Nothing in here knows
what a line says. Use:

    with open_log(path, bookmark, version, source) as log:   # OSError when it cannot be opened
        for block in log.blocks():
            ...                                              # lines of block.buffer[: block.end]
        log.bookmark(log.offset, log.line, state), log.tally.take()
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import PurePath
from types import TracebackType
from typing import Any, NamedTuple, Self

import stringzilla
import xxhash

from outlay.domain.batches import Bookmark, FileMark
from outlay.domain.problems import Problem, ProblemKind

BUFFER_BYTES = 4 << 20
LONGEST_LINE = 64 << 20
HEAD_BYTES = 1024
_NO_SIZE = -1

_spare_buffers: list[bytearray] = []


class Block(NamedTuple):
    """Whole lines in `buffer[:end]`; `buffer[end - 1]` is a newline.

    `offset` is where the block stands in the file, `line` how many lines stand before it. The buffer is reused:
    it holds until the next block is asked for, and no memoryview of it may live longer.
    """

    buffer: bytearray
    end: int
    offset: int
    line: int


class Start(NamedTuple):
    """Where to begin reading; `replaces` when what was read before no longer holds."""

    offset: int = 0
    line: int = 0
    state: bytes = b""
    replaces: bool = False


class Tally:
    """Counts problems by kind and remembers the first place of each."""

    def __init__(self, source: str, path: str) -> None:
        self._source = source
        self._path = path
        self._found: dict[str, tuple[int, str]] = {}

    def count(self, kind: ProblemKind, line: int | None = None) -> None:
        """Count one problem; `line` is from 1."""
        times, example = self._found.get(kind, (0, place_of(self._path, line)))
        self._found[kind] = (times + 1, example)

    def take(self) -> list[Problem]:
        """What was counted since the last time."""
        found, self._found = self._found, {}
        return [Problem(self._source, kind, times, at, self._path) for kind, (times, at) in found.items()]


class OpenLog:
    """One log file while it is read, up to the size it had when opened.

    `offset` and `line` stand after the last whole line handed out.
    """

    def __init__(self, path: str, stream: FileIO, bookmark: Bookmark | None, version: int) -> None:
        self.path = path
        self.mark = mark_of(os.fstat(stream.fileno()))
        self.start = start_of(bookmark, self.mark, version, lambda length: _head(stream, length))
        self.offset = self.start.offset
        self.line = self.start.line
        self._ended = False
        self._head = _head(stream, HEAD_BYTES)
        self._stream = stream
        self._version = version
        self._limit = self.mark.size
        self._buffer = bytearray()
        self._filled = 0
        self.tally = Tally("", path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()

    def bookmark(self, offset: int, line: int, state: bytes) -> Bookmark:
        """A bookmark after the given whole lines of this file; it says so while there are more to read."""
        mark = self.mark if self._ended else unfinished(self.mark)
        return Bookmark(mark, offset, line, self._head, state, self._version)

    def blocks(self) -> Iterator[Block]:
        """Whole lines from the start on. What cannot be read is counted in `tally`, never raised."""
        self._buffer = _spare_buffers.pop() if _spare_buffers else bytearray(BUFFER_BYTES)
        try:
            _read_ahead(self._stream.fileno(), self.offset)
            self._stream.seek(self.offset)
            yield from self._whole_lines()
            self._ended = True
        except OSError as error:
            self.tally.count(trouble_of(error), self.line + 1)
        finally:
            if len(self._buffer) == BUFFER_BYTES:
                _spare_buffers.append(self._buffer)
            self._buffer = bytearray()

    def _whole_lines(self) -> Iterator[Block]:
        more = self._fill() > 0
        while more:
            end = self._buffer.rfind(b"\n", 0, self._filled) + 1
            if end:
                yield Block(self._buffer, end, self.offset, self.line)
                self._drop(end, stringzilla.count(memoryview(self._buffer)[:end], b"\n"))
            elif self._filled == LONGEST_LINE:
                self._skip_line()
                if self._filled:
                    continue
            elif self._filled == len(self._buffer):
                self._buffer += bytearray(min(len(self._buffer), LONGEST_LINE - len(self._buffer)))
            more = self._fill() > 0

    def _fill(self) -> int:
        wanted = min(len(self._buffer) - self._filled, self._limit - self.offset - self._filled)
        if wanted <= 0:
            return 0
        with memoryview(self._buffer) as view:
            got = self._stream.readinto(view[self._filled : self._filled + wanted]) or 0
        self._filled += got
        if not got:
            self.tally.count(ProblemKind.REPLACED, self.line + 1)
        return got

    def _drop(self, end: int, lines: int) -> None:
        rest = self._buffer[end : self._filled]
        self._buffer[: len(rest)] = rest
        self._filled = len(rest)
        self.offset += end
        self.line += lines

    def _skip_line(self) -> None:
        """Pass over a line that is too long; when its end is not written yet, it is met again next time."""
        begun, passed = self.offset, self._filled
        self.offset, self._filled = self.offset + passed, 0
        while got := self._fill():
            end = self._buffer.find(b"\n", 0, got) + 1
            if end:
                self.tally.count(ProblemKind.TOO_LONG, self.line + 1)
                self._drop(end, 1)
                return
            self.offset, self._filled = self.offset + got, 0
        self.offset = self._limit = begun


def open_log(path: str, bookmark: Bookmark | None, version: int, source: str) -> OpenLog:
    """Open a log for reading from its bookmark on; OSError when it is gone or may not be read."""
    stream = FileIO(path)
    try:
        log = OpenLog(path, stream, bookmark, version)
    except OSError:
        stream.close()
        raise
    log.tally = Tally(source, path)
    return log


def start_of(
    bookmark: Bookmark | None, mark: FileMark, version: int, head_now: Callable[[int], str]
) -> Start:
    """Where to begin: after the bookmark when the file is the same one and only grew, else anew.

    Args:
        bookmark: how far it was read before.
        mark: the file as it lies on disk.
        version: the reader's.
        head_now: gives the head text of the file's first bytes, as many as it is asked for.
    """
    if bookmark is None:
        return Start()
    same = (
        bookmark.version == version
        and (bookmark.mark.device, bookmark.mark.inode) == (mark.device, mark.inode)
        and mark.size >= max(bookmark.mark.size, bookmark.offset)
        and head_now(_length_of(bookmark.head)) == bookmark.head
    )
    return Start(bookmark.offset, bookmark.line, bookmark.state) if same else Start(replaces=True)


def head_of(first: bytes) -> str:
    """A hash of a file's first bytes with how many they were, so that a short file may grow."""
    return f"{len(first)}:{xxhash.xxh3_64_hexdigest(first)}"


def mark_of(stat: os.stat_result) -> FileMark:
    """A file's mark out of what the system says of it."""
    return FileMark(stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns)


def unfinished(mark: FileMark) -> FileMark:
    """The mark of a file that was not read to its end: it equals no file's, so that the rest is asked for again.

    The file's time stays: the store tells originals from copies by it.
    """
    return mark._replace(size=_NO_SIZE)


def trouble_of(error: OSError) -> ProblemKind:
    """Which problem it is when a file cannot be opened or read."""
    return ProblemKind.VANISHED if isinstance(error, FileNotFoundError) else ProblemKind.UNREADABLE


def place_of(path: str, line: int | None) -> str:
    """Where a problem stands: the file's name and the line, from 1."""
    name = PurePath(path).name
    return name if line is None else f"{name}:{line}"


def plain_json(line: bytes) -> tuple[Any, ProblemKind | None]:
    """Decode one line that a typed decoder refused.

    Returns the value and what was wrong with it: NOT_TEXT when bytes had to be replaced or dropped (the value
    still holds), NOT_JSON with None when it cannot be understood, None when it is sound JSON.
    """
    kind = None
    try:
        text = line.decode()
    except UnicodeDecodeError:
        text, kind = line.decode(errors="replace"), ProblemKind.NOT_TEXT
    bare = text.strip("\0\ufeff \t\r\n")
    if "\0" in text:
        kind = ProblemKind.NOT_TEXT
    try:
        value = json.loads(bare, strict=False)
        if "\\ud" in bare.lower():
            paired = json.dumps(value, ensure_ascii=False).encode(errors="replace")
            return json.loads(paired), ProblemKind.NOT_TEXT
    except (ValueError, RecursionError):
        return None, ProblemKind.NOT_JSON
    return value, kind


def _head(stream: FileIO, length: int) -> str:
    stream.seek(0)
    return head_of(stream.read(length) or b"")


def _length_of(head: str) -> int:
    length, _, _ = head.partition(":")
    return int(length) if length.isdecimal() else 0


def _read_ahead(descriptor: int, offset: int) -> None:
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(descriptor, offset, 0, os.POSIX_FADV_SEQUENTIAL)
