"""One log file to read, and the plainest way of reading many: one after the other."""

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import NamedTuple

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, LogReader, PackLines, Probe

MUCH_BYTES = 64 << 20
"""From here on a second process is worth its start."""


class Work(NamedTuple):
    """One file that has something new. `is_stale`: what it refers to has come since it was read."""

    reader: LogReader
    file: LogFile
    bookmark: Bookmark | None
    probe: Probe
    is_stale: bool = False

    @property
    def is_superseded(self) -> bool:
        """Whether an earlier reader read this file, and a better one does now."""
        return self.bookmark is not None and self.bookmark.version != self.reader.version

    @property
    def size(self) -> int:
        """How many bytes there are to read, as far as the file's mark tells."""
        return max(0, self.file.mark.size - (self.bookmark.offset if self.bookmark else 0))


class Brought(NamedTuple):
    """The next batch of a file; None once the file is done."""

    work: Work
    batch: Batch | None


ReadAll = Callable[[Iterable[Work]], Generator[Brought]]
"""Reads files, newest first as they come. A file's batches come in their order; those of others may stand between."""


def read_alone(pack_lines: PackLines) -> ReadAll:
    """Reading in this process alone."""

    def read(works: Iterable[Work]) -> Generator[Brought]:
        for work in works:
            for batch in batches_of(work, pack_lines):
                yield Brought(work, batch)
            yield Brought(work, None)

    return read


def read_by_size(alone: ReadAll, together: Callable[[], ReadAll], much_bytes: int = MUCH_BYTES) -> ReadAll:
    """Reading alone what is less than `much_bytes`, and together what is more."""

    def read(works: Iterable[Work]) -> Generator[Brought]:
        known = tuple(works)
        return (together() if sum(work.size for work in known) >= much_bytes else alone)(known)

    return read


def batches_of(work: Work, pack_lines: PackLines) -> Iterator[Batch]:
    """One file's batches; the first says whether what was made of the file before must be taken back."""
    supersedes = work.is_superseded
    for batch in work.reader.read(work.file, work.bookmark, pack_lines, work.probe):
        batch.supersedes = batch.supersedes or supersedes
        supersedes = False
        yield batch
