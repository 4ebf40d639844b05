"""What Cursor says of commits: `scored_commits` in `ai-tracking/ai-code-tracking.db`.

A commit stands there once for every branch; the row scored last counts. `tracked_file_content` of the same file holds
whole files and is never asked for.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec
from msgspec import Struct

from outlay.domain.batches import Batch
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.domain.usage import Attestation
from outlay.readers.logs.clock import Clock, moment_from
from outlay.readers.logs.cursor.databases import Slice, Source, columns_of
from outlay.readers.logs.cursor.places import TOOL
from outlay.readers.logs.cursor.records import ROWS
from outlay.readers.logs.loose import iso_text
from outlay.system.other_databases import OtherDatabase

_TABLE: Final = "scored_commits"
_COUNTS: Final = ("linesAdded", "composerLinesAdded", "tabLinesAdded", "humanLinesAdded")
_SHA: Final = re.compile(r"[0-9a-f]{7,64}")
_MOST: Final = 1 << 53


class Scored(Struct):
    """What was read so far: the latest moment, the commits scored in it, and those without a moment."""

    moment: int = 0
    shas: set[str] = set()
    untimed: set[str] = set()


class Commits:
    """Takes rows and keeps, of every commit that is news, the one scored last."""

    def __init__(self, before: Scored, source: Source) -> None:
        self._timed: dict[str, Attestation] = {}
        self._untimed: dict[str, Attestation] = {}
        self._before = before
        self._source = source

    @property
    def found(self) -> list[Attestation]:
        """The news. A row without a moment counts where no other one tells of its commit."""
        return [*self._timed.values(), *(one for sha, one in self._untimed.items() if sha not in self._timed)]

    def take(self, row: tuple[Any, ...], number: int) -> None:
        """One row: the commit, when it was scored, and the lines added in all and by whom."""
        sha = row[0].lower() if isinstance(row[0], str) else ""
        if not _SHA.fullmatch(sha):
            self._source.tally.count(ProblemKind.WRONG_TYPE, number)
            return
        stamp = iso_text(row[1] if isinstance(row[1], int | float | str) else None)
        at = moment_from(stamp)
        if self._is_old(sha, at):
            return
        moment = Clock(None, self._source.written, self._source.tally).moment(stamp, number)
        kept = self._timed if moment == at else self._untimed
        if sha not in kept or moment >= kept[sha].moment:
            kept[sha] = Attestation(TOOL, sha, moment, *(self._count(value, number) for value in row[2:]))

    def state(self) -> Scored:
        """What is read now."""
        before = self._before
        moment = max([before.moment, *(one.moment for one in self._timed.values())])
        shas = {one.sha for one in self._timed.values() if one.moment == moment}
        kept = before.shas if moment == before.moment else set()
        return Scored(moment, shas | kept, before.untimed | set(self._untimed))

    def _is_old(self, sha: str, at: UtcMillis | None) -> bool:
        if sha in self._before.untimed and (at is None or at > self._source.written):
            return True
        return at is not None and (
            at < self._before.moment or (at == self._before.moment and sha in self._before.shas)
        )

    def _count(self, value: Any, number: int) -> int | None:
        if value is None:
            return None
        text = str(value) if isinstance(value, int | str) else ""
        if text.isdecimal() and int(text) <= _MOST:
            return int(text)
        self._source.tally.count(ProblemKind.WRONG_TYPE, number)
        return None


def commit_facts(database: OtherDatabase, kept: bytes, source: Source) -> Iterator[Slice]:
    """One attestation a commit, of commits scored since the kept state."""
    columns = columns_of(database, _TABLE)
    if "commitHash" not in columns:
        yield Batch(), kept
        return
    before = _scored(kept)
    commits = Commits(before, source)
    rows = database.rows(_rows_since(columns), (before.moment,) if "scoredAt" in columns else ())
    for number, row in enumerate(rows, 1):
        commits.take(row, number)
    found, state = commits.found, msgspec.msgpack.encode(commits.state())
    for start in range(0, max(len(found), 1), ROWS):
        is_last = start + ROWS >= len(found)
        yield Batch(attestations=found[start : start + ROWS]), state if is_last else kept


def _rows_since(columns: frozenset[str]) -> str:
    """The query; a column that is missing reads as unknown."""
    asked = [name if name in columns else "null" for name in ("commitHash", "scoredAt", *_COUNTS)]
    since = "where scoredAt >= ? or scoredAt is null" if "scoredAt" in columns else ""
    return f"select {', '.join(asked)} from {_TABLE} {since}"  # noqa: S608 our own names


def _scored(kept: bytes) -> Scored:
    try:
        return msgspec.msgpack.decode(kept, type=Scored) if kept else Scored()
    except msgspec.DecodeError:
        return Scored()
