"""Which lines of landed commits still stood thirty days later, by following them along the default branch.

Source: attribution.md section 3.3.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.work import SURVIVAL_MS, CommitFile, Landing, Survival
from outlay.readers.git.hunks import COMMAND, HunkReader
from outlay.readers.git.printed import moment_from
from outlay.readers.git.tracking import Arrival, LineTracker
from outlay.readers.git.walk import Walker
from outlay.readers.interface import PackLines

DAY = 86_400_000
AFTER = SURVIVAL_MS
"""How long after landing the lines are looked for."""

REACH = 180 * DAY
"""Commits that landed longer ago are not looked at any more."""

_LINE = ("log", "--first-parent", "--format=%H %ct")


class Stretch(NamedTuple):
    """The commits of the default branch to go along, oldest first, with their moments.

    `base` is the newest commit that is old enough, None when there is none.
    """

    commits: dict[str, UtcMillis]
    base: str | None


def stretch_of(walker: Walker, tip: str, due: Sequence[Landing], limit: UtcMillis) -> Stretch:
    """From the first commit through which one of the landings came to thirty days after the last one.

    Raises:
        GitFailedError: git refused, failed or was too slow.
    """
    waiting = {landing.through for landing in due}
    last = max(landing.moment for landing in due) + AFTER
    found: list[tuple[str, UtcMillis]] = []
    base = None
    for line in walker.git.lines(walker.place.top, (*_LINE, tip)):
        told, seconds = line[:-1].split()
        sha, when = told.decode(), moment_from(seconds)
        base = None if when > limit else base or sha
        if found or when <= last:
            found.append((sha, when))
        waiting.discard(sha)
        if not waiting:
            break
    return Stretch(dict(reversed(found)), base)


def survivals_of(
    walker: Walker,
    stretch: Stretch,
    due: Sequence[Landing],
    files: dict[str, tuple[CommitFile, ...]],
    pack_lines: PackLines,
) -> tuple[Survival, ...]:
    """What became of each added line of each file of the landed commits, by the thirtieth day.

    Raises:
        GitFailedError: git refused, failed or was too slow.
    """
    tracker = LineTracker(_arrivals(due, files, stretch), pack_lines)
    given = [sha.encode() for sha in stretch.commits]
    for change in HunkReader(tracker.wish).changes(walker.git.lines(walker.place.top, COMMAND, given)):
        tracker.apply(change, stretch.commits[change.sha])
    return tuple(tracker.survivals())


def is_partial(common: str) -> bool:
    """Whether git has left out files of the history here: then one that is not there says nothing."""
    return any(Path(common, "objects", "pack").glob("*.promisor"))


def _arrivals(
    due: Sequence[Landing], files: dict[str, tuple[CommitFile, ...]], stretch: Stretch
) -> dict[str, Arrival]:
    """What came with each commit of the stretch; landings are listed newest first."""
    came: dict[str, list[Landing]] = defaultdict(list)
    for landing in reversed(due):
        if landing.through in stretch.commits:
            came[landing.through].append(landing)
    return {
        through: Arrival(
            tuple((one.sha, files.get(one.sha, ())) for one in landings),
            UtcMillis(landings[0].moment + AFTER),
        )
        for through, landings in came.items()
    }
