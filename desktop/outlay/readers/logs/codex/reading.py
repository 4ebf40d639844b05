"""Goes through one rollout from a bookmark on, and says whether it must be read anew for its parent's sake."""

from collections.abc import Iterator

from outlay.domain.batches import Batch, Bookmark
from outlay.domain.problems import Problem
from outlay.readers.interface import LogFile, PackLines, Probe
from outlay.readers.logs.codex.forks import file_of
from outlay.readers.logs.codex.paths import READER_ID, VERSION
from outlay.readers.logs.codex.rollouts import Rollout, lines_of, open_rollout
from outlay.readers.logs.codex.state import State, missing_parent_in, state_from
from outlay.readers.logs.codex.thread import Thread
from outlay.readers.logs.lines import place_of, trouble_of

MOST_ROWS = 8_000
"""A slice ends after the line that reaches it: one line may bring many facts, and 10,000 are allowed."""
_LINES_BETWEEN_LOOKS = 64
_NO_VERSION = -1


def waits_no_more(bookmark: Bookmark, probe: Probe) -> bool:
    """Whether a fork was counted whole because its parent's file was missing, and that file is there now."""
    parent = missing_parent_in(bookmark.state)
    return parent != "" and file_of(parent, probe) is not None


def read_file(
    file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
) -> Iterator[Batch]:
    """Facts of one rollout from the bookmark on."""
    anew = bookmark is not None and waits_no_more(bookmark, probe)
    if bookmark is not None and (anew or state_from(bookmark.state) is None):
        bookmark = bookmark._replace(version=_NO_VERSION)
    try:
        with open_rollout(file.path, bookmark, VERSION, READER_ID) as log:
            thread = Thread(file, state_from(log.start.state) or State(), log.tally, pack_lines, probe)
            for batch in _batches(log, thread):
                batch.supersedes = anew and batch.replaces
                yield batch
    except OSError as error:
        where = place_of(file.path, None)
        yield Batch(problems=[Problem(READER_ID, trouble_of(error), 1, where, file.path)])


def _batches(log: Rollout, thread: Thread) -> Iterator[Batch]:
    slices = _slices(log, thread)
    first = next(slices)
    first.replaces = log.start.replaces
    yield first
    yield from slices


def _slices(log: Rollout, thread: Thread) -> Iterator[Batch]:
    taken = log.offset
    for block in log.blocks():
        number = block.line
        for kind, line, end in lines_of(block):
            number += 1
            thread.take(kind, line, number)
            if number % _LINES_BETWEEN_LOOKS == 0 and thread.rows >= MOST_ROWS:
                yield _finished(log, thread, block.offset + end - taken, (block.offset + end, number))
                taken = block.offset + end
    yield _finished(log, thread, log.offset - taken, (log.offset, log.line))


def _finished(log: Rollout, thread: Thread, read: int, at: tuple[int, int]) -> Batch:
    batch = thread.batch()
    batch.bytes_read = read
    batch.bookmark = log.bookmark(*at, thread.packed())
    return batch
