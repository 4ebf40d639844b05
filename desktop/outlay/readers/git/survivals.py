"""Which lines of landed commits still stood thirty days later, by the hashes of the lines at the same path then."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import CommitFile, Landing, Survival
from outlay.readers.git.printed import moment_from
from outlay.readers.git.walk import Walker
from outlay.readers.interface import PackLines

DAY = 86_400_000
AFTER = 30 * DAY
"""How long after landing the lines are looked for."""

REACH = 180 * DAY
"""Commits that landed longer ago are not looked at any more."""

LONGEST_FILE = 8 << 20
_LINE = ("log", "--first-parent", "--format=%H %ct")
_UNREADABLE = ("\ufffd", "\n")


class Stand(NamedTuple):
    """A landed commit and the newest commit of the default branch thirty days later."""

    landing: Landing
    then: str


class _Asked(NamedTuple):
    """One file to look at: the commit and its file, and where its text of thirty days later is."""

    then: str
    sha: str
    file: CommitFile


def stands_of(
    walker: Walker, tip: str, due: Sequence[Landing], limit: UtcMillis
) -> tuple[tuple[Stand, ...], str | None]:
    """For each landing the commit that stood thirty days later, and the one that stood at `limit`.

    Raises:
        GitFailedError: git refused, failed or was too slow.
    """
    waiting = sorted(due, key=lambda landing: landing.moment)
    found: list[Stand] = []
    base = None
    for line in walker.git.lines(walker.place.top, (*_LINE, tip)):
        sha, moment = line[:-1].split()
        when = moment_from(moment)
        if when > limit:
            base = None
            continue
        base = base or sha.decode()
        while waiting and waiting[-1].moment + AFTER >= when:
            found.append(Stand(waiting.pop(), sha.decode()))
        if not waiting:
            break
    return tuple(found), base


def survivals_of(
    walker: Walker, stands: Iterable[Stand], files: dict[str, tuple[CommitFile, ...]], pack_lines: PackLines
) -> Iterator[Survival]:
    """One byte for each added line of each file: 1 while the line stands at that path, 0 when it does not.

    A line that stands once and was added twice counts once; one too trivial to be told from others is 0. Paths git
    cannot be asked for are left out.

    Raises:
        GitFailedError: git refused, failed or was too slow.
    """
    asked = [
        _Asked(stand.then, stand.landing.sha, file)
        for stand in stands
        for file in files.get(stand.landing.sha, ())
        if file.added and not any(letter in file.path for letter in _UNREADABLE)
    ]
    asked.sort(key=lambda one: (one.file.path, one.then))
    groups = [
        (name, list(group)) for name, group in groupby(asked, key=lambda one: f"{one.then}:{one.file.path}")
    ]
    blobs = walker.git.blobs(walker.place.top, [name.encode() for name, _ in groups], LONGEST_FILE)
    for (_, group), blob in zip(groups, blobs, strict=True) if groups else ():
        standing = _hashes(pack_lines((blob or b"").split(b"\n")))
        for one in group:
            yield Survival(one.sha, one.file.path, _alive(one.file.added, Counter(standing)))


def is_partial(common: str) -> bool:
    """Whether git has left out files of the history here: then one that is not there says nothing."""
    return any(Path(common, "objects", "pack").glob("*.promisor"))


def _alive(added: bytes, standing: Counter[int]) -> bytes:
    alive = bytearray()
    for line in _hashes(added):
        stands = line != 0 and standing[line] > 0
        standing[line] -= stands
        alive.append(stands)
    return bytes(alive)


def _hashes(packed: bytes) -> Sequence[int]:
    return memoryview(packed).cast("Q")
