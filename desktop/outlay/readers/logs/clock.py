"""When a line of a log was written: what it says itself, or what stands in for that. One clock for all readers.

A computer's clock can be wild, and so can a log: a moment that cannot be is counted, and one that would put a
request into another age is replaced, so that no sum of a day, a week or a year holds it.
"""

from datetime import UTC, datetime
from typing import Final

from outlay.domain.moments import UtcMillis, moment_of
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.lines import Tally

_DAY_MS: Final = 24 * 60 * 60 * 1000
_YEAR_MS: Final = 366 * _DAY_MS
_EARLIEST: Final = moment_of(datetime(2015, 1, 1, tzinfo=UTC))
"""No tool that is read here is older; what is earlier is a clock that was never set."""

_LATEST: Final = moment_of(datetime(2100, 1, 1, tzinfo=UTC))
"""Where a file's own time is wild, this alone bounds its lines."""


class Clock:
    """Moments of one file's lines.

    Args:
        before: the moment of the line before the first one; None when it is not known.
        written: when the file was last written.
        tally: where lines without time and lines with a wild one are counted.

    `stands_in` says of the moment given last that it is not the line's own.
    """

    def __init__(self, before: UtcMillis | None, written: UtcMillis, tally: Tally) -> None:
        self.before = before
        self.stands_in = False
        self._written = written
        self._sound = written >= _EARLIEST
        self._tally = tally

    def moment(self, timestamp: str | None, number: int) -> UtcMillis:
        """The moment of a line, `number` from 1: its own, else that of the line before, else the file's."""
        at = moment_from(timestamp)
        if at is None:
            self._tally.count(ProblemKind.NO_TIME, number)
            return self._stand_in()
        if not self._is_before(at, _DAY_MS):
            self._tally.count(ProblemKind.CLOCK, number)
            if not self._is_before(at, _YEAR_MS):
                return self._stand_in()
        self.before = at
        self.stands_in = False
        return at

    def _is_before(self, at: UtcMillis, grace: int) -> bool:
        return _EARLIEST <= at <= (self._written + grace if self._sound else _LATEST)

    def _stand_in(self) -> UtcMillis:
        self.stands_in = True
        return self._written if self.before is None else self.before


def moment_from(timestamp: str | None) -> UtcMillis | None:
    """The moment of an ISO 8601 text; without a zone it is UTC, as the tools write it. None when it is none."""
    try:
        at = datetime.fromisoformat(timestamp or "")
        return moment_of(at if at.tzinfo else at.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
