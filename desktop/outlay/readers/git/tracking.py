"""Follows landed lines along the default branch: which are there, and when each of them goes.

Source: attribution.md section 3.3. A line that is moved, indented anew or renamed away goes, too.
"""

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import GONE, NEVER_LANDED, STOOD, CommitFile, Survival
from outlay.readers.git.hunks import FileChange, Hunk, Wish
from outlay.readers.interface import PackLines

_NOBODYS = 0
"""Stands for a line nobody asks about; the lines that are followed count from 1."""

Claims = dict[int, deque[int]]
"""By hash: the lines of one path that landed together and were not seen yet, in order."""


class Arrival(NamedTuple):
    """What landed with one commit of the first-parent line: commits with their files, oldest first.

    Lines that go up to the moment `until` do not survive.
    """

    commits: tuple[tuple[str, tuple[CommitFile, ...]], ...]
    until: UtcMillis


class LineTracker:
    """Takes the changes of the branch, oldest first; knows only files with lines that are followed.

    A file's list says whose line stands where. Lines behind its end are nobody's: how long a file is need not be
    known.
    """

    def __init__(self, arrivals: Mapping[str, Arrival], pack_lines: PackLines) -> None:
        self._pack_lines = pack_lines
        self._files: dict[str, array[int]] = {}
        self._fates = bytearray(1)
        self._until = array("q", [0])
        self._starts: list[tuple[str, str, int, int]] = []
        self._claims: dict[tuple[str, str], Claims] = {}
        for sha, arrival in arrivals.items():
            self._expect(sha, arrival)

    @property
    def paths(self) -> frozenset[str]:
        """The files in which lines are followed."""
        return frozenset(path for _, path in self._claims)

    def wish(self, sha: str, path: str) -> Wish:
        """What is to be told of a file in a commit."""
        if (sha, path) in self._claims:
            return Wish.TEXT
        return Wish.PLACES if path in self._files else Wish.NOTHING

    def apply(self, change: FileChange, moment: UtcMillis) -> None:
        """Take lines out of a file and put others in, as a commit did at a moment."""
        claims = self._claims.get((change.sha, change.path))
        if change.hunks is None:
            self._gone(self._files.pop(change.path, ()), moment)
            return
        owners = self._files.setdefault(change.path, array("q"))
        for hunk in change.hunks:
            added = self._claimed(hunk, claims) if claims else [_NOBODYS] * hunk.added
            if hunk.at > len(owners):
                if not any(added):
                    continue
                owners.extend([_NOBODYS] * (hunk.at - len(owners)))
            self._gone(owners[hunk.at : hunk.at + hunk.removed], moment)
            owners[hunk.at : hunk.at + hunk.removed] = array("q", added)

    def survivals(self) -> Iterable[Survival]:
        """What became of every added line."""
        for sha, path, start, end in self._starts:
            yield Survival(sha, path, bytes(self._fates[start:end]))

    def _expect(self, through: str, arrival: Arrival) -> None:
        """Give every line that may land its number."""
        for sha, files in arrival.commits:
            for file in files:
                if file.added:
                    self._expect_file(through, sha, file, arrival.until)

    def _expect_file(self, through: str, sha: str, file: CommitFile, until: UtcMillis) -> None:
        start = len(self._fates)
        claims = self._claims.setdefault((through, file.path), defaultdict(deque))
        for at, line in enumerate(_hashes(file.added)):
            self._fates.append(NEVER_LANDED if line else GONE)
            if line:
                claims[line].append(start + at)
        self._until.extend([until] * (len(self._fates) - start))
        self._starts.append((sha, file.path, start, len(self._fates)))

    def _claimed(self, hunk: Hunk, claims: Claims) -> list[int]:
        """Whose the added lines of a hunk are; they stand from now on."""
        found = []
        for line in _hashes(self._pack_lines(hunk.lines)):
            waiting = claims.get(line) if line else None
            number = waiting.popleft() if waiting else _NOBODYS
            if number:
                self._fates[number] = STOOD
            found.append(number)
        return found

    def _gone(self, owners: Iterable[int], moment: UtcMillis) -> None:
        for number in owners:
            if number and moment <= self._until[number]:
                self._fates[number] = GONE


def _hashes(packed: bytes) -> Sequence[int]:
    return memoryview(packed).cast("Q")
