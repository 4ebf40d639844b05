"""Goes through a file of lines from a bookmark on, whatever the lines say."""

from collections.abc import Callable, Iterator
from typing import Protocol

from msgspec import DecodeError, Struct, msgpack

from outlay.domain.batches import Batch, Bookmark
from outlay.domain.moments import UtcMillis
from outlay.readers.logs.copilot.databases import Source, trouble_batch
from outlay.readers.logs.copilot.places import READER_ID, VERSION
from outlay.readers.logs.copilot.records import ROWS
from outlay.readers.logs.copilot.yields import Claims, Yields
from outlay.readers.logs.lines import Block, OpenLog, open_log, trouble_of

_NO_VERSION = -1


class Kept(Struct):
    """What a bookmark holds: what was yielded to other sources, and the taker's own state."""

    yields: Yields
    state: bytes = b""


class Taker(Protocol):
    """Takes lines in order and gathers their facts until they are asked for."""

    @property
    def rows(self) -> int:
        """How many facts wait."""
        ...

    def take(self, raw: bytes, number: int) -> None:
        """One line that is not blank; `number` is from 1."""
        ...

    def batch(self) -> Batch:
        """The facts since the last time."""
        ...

    def state(self) -> bytes:
        """What must be known to go on from here."""
        ...


MakeTaker = Callable[[Source, bytes, Yields], Taker]
"""Makes a taker out of the file, the state it was left in (empty at the start), and what it yields."""


def kept_in(bookmark: Bookmark | None) -> Kept:
    """What a bookmark of any version holds; nothing when it cannot be understood."""
    try:
        return msgpack.decode(bookmark.state, type=Kept) if bookmark and bookmark.state else Kept(Yields())
    except DecodeError:
        return Kept(Yields())


def is_overtaken(bookmark: Bookmark | None, claims: Claims) -> bool:
    """Whether a source that is trusted more tells of something that was counted here."""
    return bookmark is not None and kept_in(bookmark).yields.overtaken(claims)


def read_lines(path: str, bookmark: Bookmark | None, claims: Claims, make: MakeTaker) -> Iterator[Batch]:
    """Facts of a file of lines from the bookmark on, in slices; anew where a claim came since."""
    before, anew = kept_in(bookmark), is_overtaken(bookmark, claims)
    if bookmark is not None and anew:
        bookmark = bookmark._replace(version=_NO_VERSION)
    try:
        log = open_log(path, bookmark, VERSION, READER_ID)
    except OSError as error:
        yield trouble_batch(path, trouble_of(error))
        return
    with log:
        yields = before.yields if log.start.offset else before.yields.anew()
        source = Source(path, UtcMillis(log.mark.mtime_ns // 1_000_000), log.tally)
        taker = make(source, before.state if log.start.offset else b"", yields)
        first = True
        for batch in _slices(log, taker, yields):
            batch.replaces = first and log.start.replaces
            batch.supersedes = first and anew
            first = False
            yield batch


def _slices(log: OpenLog, taker: Taker, yields: Yields) -> Iterator[Batch]:
    done = log.offset
    for block in log.blocks():
        number = block.line
        for raw, after in lines_of(block):
            number += 1
            if raw.strip():
                taker.take(raw, number)
            if taker.rows >= ROWS:
                yield _finished(log, taker, yields, (done, block.offset + after, number))
                done = block.offset + after
    yield _finished(log, taker, yields, (done, log.offset, log.line))


def lines_of(block: Block) -> Iterator[tuple[bytes, int]]:
    """Each line of a block without its newline, and where the next one begins."""
    start = 0
    while start < block.end:
        end = block.buffer.find(b"\n", start, block.end)
        yield bytes(block.buffer[start:end]), end + 1
        start = end + 1


def _finished(log: OpenLog, taker: Taker, yields: Yields, span: tuple[int, int, int]) -> Batch:
    """The facts between two offsets, with a bookmark after the given line."""
    start, end, line = span
    batch = taker.batch()
    batch.problems = log.tally.take()
    batch.bytes_read = end - start
    batch.bookmark = log.bookmark(end, line, msgpack.encode(Kept(yields, taker.state())))
    return batch
