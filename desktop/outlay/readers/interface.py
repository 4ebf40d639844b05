"""What every log reader promises. Open this first, then README.md beside it.

A reader says where its tool keeps logs and what is there (`probe`), and turns one file, from a bookmark on,
into facts (`read`). It prices nothing, knows no zone, touches no other reader's folders and keeps no text.
Bad input is returned as problems; an exception out of a reader is a bug.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The machine as a reader may see it."""

    home: Path
    environment: Mapping[str, str]
    platform: str = "linux"
    extra_roots: tuple[Path, ...] = ()


class RootState(StrEnum):
    """What was found at a place."""

    FOUND = "found"
    ABSENT = "absent"
    FAILING = "failing"


class Root(NamedTuple):
    """One place looked at."""

    path: str
    state: RootState
    files: int = 0
    message: str = ""


class LogFile(NamedTuple):
    """One file to read, as it lay on disk when probed."""

    path: str
    mark: FileMark


class Probe(NamedTuple):
    """Where a reader looked, what is there, which folders to watch, and what stood in the way."""

    roots: tuple[Root, ...]
    files: tuple[LogFile, ...]
    folders: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class PackLines(Protocol):
    """Lines in, packed hashes out; never the text. See system/line_hashes.py and system/token_runs.py."""

    def __call__(self, lines: Iterable[bytes], /) -> bytes:
        """64-bit hashes, one a line (0: too trivial to be evidence)."""
        ...

    def runs(self, lines: Iterable[bytes], /) -> bytes:
        """32-bit hashes of the runs of tokens in lines that were written together."""
        ...

    def runs_in_order(self, lines: Sequence[bytes], /) -> tuple[bytes, bytes]:
        """The same of lines added to one file, in order, and how many tokens each line has."""
        ...


class LogReader(Protocol):
    """The family's promise; each member is a module-level object named READER."""

    reader_id: str
    """`logs.<tool>`: also the file's name and its fixtures' folder."""
    tool: str
    """The tool's id as contract.md writes it."""
    version: int
    """Raised when a change of the reader asks for reading files anew."""
    retention: str
    """One sentence on what the tool deletes, for the owner."""

    def probe(self, around: Surroundings) -> Probe:
        """Look where the tool keeps its logs. Never raises for what it finds there."""
        ...

    def read(
        self, file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines, probe: Probe
    ) -> Iterator[Batch]:
        """Facts of one file from the bookmark on, in slices of at most 10,000 rows, each with its bookmark.

        Args:
            file: the file as probed.
            bookmark: how far it was read before; None, another version, a shrunk or a replaced file starts anew
                and says so with `replaces`.
            pack_lines: the installation's seeded line hash.
            probe: the family's files, for formats whose files refer to each other.
        """
        ...


@runtime_checkable
class Rereader(Protocol):
    """What a reader promises besides when its tool's files refer to each other. Asked for with isinstance."""

    def stale(self, file: LogFile, bookmark: Bookmark, probe: Probe) -> bool:
        """Whether an unchanged file must be read anew, because what it refers to has come since.

        `read` then begins anew by itself, and its first batch says `replaces` and `supersedes`.
        """
        ...
