"""Follows landed lines along the default branch: which are there, and when each of them goes.

Source: attribution.md section 3.3. A line that is moved, indented anew or renamed away goes, too.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import GONE, NEVER_LANDED, STOOD, CommitFile, Survival
from outlay.readers.git.hunks import FileChange, Hunk, Wish
from outlay.readers.interface import PackLines

_TRIVIAL = 0
_NOBODYS = 0
"""Stands for a line nobody asks about; the lines that are followed count from 1."""


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
        self._told: list[tuple[str, str, int, int]] = []
        self._expected: dict[tuple[str, str], list[tuple[int, bytes]]] = defaultdict(list)
        for sha, arrival in arrivals.items():
            self._expect(sha, arrival)

    def wish(self, sha: str, path: str) -> Wish:
        """What is to be told of a file in a commit."""
        if (sha, path) in self._expected:
            return Wish.TEXT
        return Wish.PLACES if path in self._files else Wish.NOTHING

    def apply(self, change: FileChange, moment: UtcMillis) -> None:
        """Take lines out of a file and put others in, as a commit did at a moment."""
        if change.hunks is None:
            self._gone(self._files.pop(change.path, ()), moment)
            return
        waiting = self._waiting(change)
        owners = self._files.setdefault(change.path, array("q"))
        for hunk in change.hunks:
            if hunk.at <= len(owners):
                self._gone(owners[hunk.at : hunk.at + hunk.removed], moment)
            elif hunk.lines:
                owners.extend([_NOBODYS] * (hunk.at - len(owners)))
            else:
                continue
            added = self._claimed(hunk, waiting) if hunk.lines else [_NOBODYS] * hunk.added
            owners[hunk.at : hunk.at + hunk.removed] = array("q", added)

    def survivals(self) -> Iterable[Survival]:
        """What became of every added line."""
        for sha, path, start, end in self._told:
            yield Survival(sha, path, bytes(self._fates[start:end]))

    def _expect(self, through: str, arrival: Arrival) -> None:
        """Give every line that may land its number."""
        for sha, files in arrival.commits:
            for file in files:
                if file.added:
                    self._expect_file(through, sha, file, arrival.until)

    def _expect_file(self, through: str, sha: str, file: CommitFile, until: UtcMillis) -> None:
        start = len(self._fates)
        self._fates.extend(NEVER_LANDED if line else GONE for line in _hashes(file.added))
        self._until.extend([until] * (len(self._fates) - start))
        self._told.append((sha, file.path, start, len(self._fates)))
        self._expected[through, file.path].append((start, file.added))

    def _waiting(self, change: FileChange) -> dict[int, list[int]]:
        """By hash: the lines that may land with a change of a file, last first."""
        waiting: dict[int, list[int]] = defaultdict(list)
        for start, added in reversed(self._expected.get((change.sha, change.path), ())):
            lines = _hashes(added)
            for at in range(len(lines) - 1, -1, -1):
                waiting[lines[at]].append(start + at)
        waiting.pop(_TRIVIAL, None)
        return waiting

    def _claimed(self, hunk: Hunk, waiting: dict[int, list[int]]) -> list[int]:
        """Whose the added lines of a hunk are; they stand from now on."""
        found = []
        for line in _hashes(self._pack_lines(hunk.lines)):
            numbers = waiting.get(line)
            number = numbers.pop() if numbers else _NOBODYS
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
