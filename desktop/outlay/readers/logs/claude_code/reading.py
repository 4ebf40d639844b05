"""Goes through one log from a bookmark on, decoding only the lines that matter."""

from collections.abc import Iterator

import msgspec

from outlay.domain.batches import Batch, Bookmark
from outlay.domain.problems import Problem
from outlay.readers.interface import LogFile, PackLines
from outlay.readers.logs.claude_code.conversation import Conversation, State
from outlay.readers.logs.claude_code.markers import Line, lines_that_matter, shows_error
from outlay.readers.logs.claude_code.places import READER_ID, VERSION
from outlay.readers.logs.claude_code.usage import log_place
from outlay.readers.logs.lines import Block, OpenLog, open_log, place_of, trouble_of

ROWS = 9_000
"""Facts after which a batch is handed over; the lines up to the next look have room up to 10,000."""
_LOOK_EVERY = 32

_STATES = msgspec.json.Decoder(State)


def read_file(file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines) -> Iterator[Batch]:
    """Facts of one file from the bookmark on, in slices of at most 10,000 rows."""
    try:
        log = open_log(file.path, bookmark, VERSION, READER_ID)
    except OSError as error:
        place = place_of(file.path, None)
        yield Batch(problems=[Problem(READER_ID, trouble_of(error), 1, place, file.path)])
        return
    with log:
        replaces = log.start.replaces
        for batch in _batches(log, pack_lines):
            batch.replaces, replaces = replaces, False
            yield batch


def _batches(log: OpenLog, pack_lines: PackLines) -> Iterator[Batch]:
    talk = Conversation(log_place(log.path), log.mark, _state(log.start.state), pack_lines, log.tally)
    done = log.start.offset
    for block in log.blocks():
        for line in lines_that_matter(block):
            _take(talk, block, line)
            if line.number % _LOOK_EVERY == 0 and talk.rows >= ROWS:
                yield _slice(talk, log, (done, block.offset + line.after), line.number)
                done = block.offset + line.after
    yield _slice(talk, log, (done, log.offset), log.line)


def _take(talk: Conversation, block: Block, line: Line) -> None:
    if line.results and not (line.wanted or line.broken):
        known = talk.knows(line.results)
        if not known and talk.passes_over(line.results):
            return
        if known and not talk.waits_for(line.results) and not shows_error(block, line):
            talk.succeeded(line.results)
            return
    talk.take(block.buffer[line.start : line.stop], line.number)


def _slice(talk: Conversation, log: OpenLog, span: tuple[int, int], line: int) -> Batch:
    """The facts between two offsets, with a bookmark after the given line."""
    batch = talk.batch()
    batch.bytes_read = span[1] - span[0]
    batch.bookmark = log.bookmark(span[1], line, msgspec.json.encode(talk.state()))
    return batch


def _state(kept: bytes) -> State:
    try:
        return _STATES.decode(kept) if kept else State()
    except msgspec.DecodeError:
        return State()
