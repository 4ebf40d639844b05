"""Goes through one session's file: line by line from a bookmark on, or whole when it is a document of older builds."""

import os
from collections.abc import Iterator
from io import FileIO

import msgspec

from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.problems import Problem, ProblemKind
from outlay.readers.interface import LogFile, PackLines
from outlay.readers.logs.gemini_cli.conversation import Conversation
from outlay.readers.logs.gemini_cli.places import READER_ID, VERSION
from outlay.readers.logs.gemini_cli.projects import project_of
from outlay.readers.logs.gemini_cli.records import Record
from outlay.readers.logs.gemini_cli.state import State
from outlay.readers.logs.lines import (
    HEAD_BYTES,
    LONGEST_LINE,
    Block,
    OpenLog,
    Tally,
    head_of,
    mark_of,
    open_log,
    place_of,
    trouble_of,
    unfinished,
)
from outlay.readers.logs.loose import decoded

ROWS = 8_000
"""Facts after which a batch is handed over: one message more has room up to 10,000."""

_STATES = msgspec.json.Decoder(State)


def read_growing(file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines) -> Iterator[Batch]:
    """Facts of a growing file from the bookmark on."""
    try:
        log = open_log(file.path, bookmark, VERSION, READER_ID)
    except OSError as error:
        yield _unopened(file.path, error)
        return
    with log:
        replaces = log.start.replaces
        for batch in _slices(log, pack_lines):
            batch.replaces, replaces = replaces, False
            yield batch


def read_document(file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines) -> Iterator[Batch]:
    """Facts of a document, all of them when it changed at all: the tool writes it anew as a whole."""
    try:
        mark, raw = _whole(file.path)
    except OSError as error:
        yield _unopened(file.path, error)
        return
    if bookmark is not None and bookmark.version == VERSION and bookmark.mark == mark:
        yield Batch(bookmark=bookmark)
        return
    replaces = bookmark is not None
    for batch in _document(file.path, mark, raw, pack_lines):
        batch.replaces, replaces = replaces, False
        yield batch


def _slices(log: OpenLog, pack_lines: PackLines) -> Iterator[Batch]:
    how = (pack_lines, log.tally)
    talk = Conversation(log.path, log.mark, project_of(log.path), _state(log.start.state), how)
    done, whole = log.start.offset, (log.start.offset, log.start.line)
    for block in log.blocks():
        for line, end, number in _lines_of(block):
            for _ in _taken(talk, line, number, log.tally):
                if talk.rows >= ROWS:
                    yield _slice(talk, log, (done, whole[0]), whole[1])
                    done = whole[0]
            whole = (end, number)
    yield _slice(talk, log, (done, log.offset), log.line)


def _lines_of(block: Block) -> Iterator[tuple[bytearray, int, int]]:
    """Every line of a block with the offset after it and its number, from 1."""
    start, number = 0, block.line
    while start < block.end:
        end = block.buffer.find(b"\n", start, block.end)
        number += 1
        yield block.buffer[start:end], block.offset + end + 1, number
        start = end + 1


def _taken(talk: Conversation, line: bytearray | bytes, number: int, tally: Tally) -> Iterator[None]:
    if not line.strip():
        return
    record, trouble = decoded(Record, line)
    if trouble or record is None:
        tally.count(trouble or ProblemKind.NOT_JSON, number)
    if record is not None:
        yield from talk.take(record, number)


def _slice(talk: Conversation, log: OpenLog, span: tuple[int, int], line: int) -> Batch:
    """The facts between two offsets, with a bookmark after the given line."""
    batch = talk.batch()
    batch.bytes_read = span[1] - span[0]
    batch.bookmark = log.bookmark(span[1], line, msgspec.json.encode(talk.state))
    return batch


def _document(path: str, mark: FileMark, raw: bytes, pack_lines: PackLines) -> Iterator[Batch]:
    tally = Tally(READER_ID, path)
    head = head_of(raw[:HEAD_BYTES])
    talk = Conversation(path, mark, project_of(path), State(), (pack_lines, tally))
    if len(raw) == LONGEST_LINE:
        tally.count(ProblemKind.TOO_LONG, 1)
        raw = b""
    for _ in _taken(talk, raw, 1, tally):
        if talk.rows >= ROWS:
            batch = talk.batch()
            batch.bookmark = Bookmark(unfinished(mark), 0, 0, head, b"", VERSION)
            yield batch
    batch = talk.batch()
    batch.bytes_read = mark.size
    batch.bookmark = Bookmark(mark, mark.size, 0, head, b"", VERSION)
    yield batch


def _whole(path: str) -> tuple[FileMark, bytes]:
    with FileIO(path) as file:
        return mark_of(os.fstat(file.fileno())), file.read(LONGEST_LINE) or b""


def _unopened(path: str, error: OSError) -> Batch:
    return Batch(problems=[Problem(READER_ID, trouble_of(error), 1, place_of(path, None), path)])


def _state(kept: bytes) -> State:
    try:
        return _STATES.decode(kept) if kept else State()
    except msgspec.DecodeError:
        return State()
