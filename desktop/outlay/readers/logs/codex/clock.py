"""When a line was written: its own time, else that of the line before, else that of the file."""

from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.codex.records import Record, moment_from
from outlay.readers.logs.codex.state import State
from outlay.readers.logs.lines import Tally

DAY_MS = 24 * 60 * 60 * 1000
_HEAD_BYTES = 256


class Clock:
    """Moments of one file's lines; `written` is when the file was last written to."""

    def __init__(self, state: State, written: UtcMillis, tally: Tally) -> None:
        self._state = state
        self._written = written
        self._tally = tally

    def moment(self, record: Record, number: int) -> UtcMillis:
        """The moment of a line; a missing one, or one long after the file was written, is counted."""
        at = moment_from(record.timestamp)
        if at is None:
            self._tally.count(ProblemKind.NO_TIME, number)
            return self._before()
        if at > self._written + DAY_MS:
            self._tally.count(ProblemKind.CLOCK, number)
        self._state.moment = at
        return at

    def moment_in(self, line: bytes) -> UtcMillis:
        """The moment of a line that is not decoded."""
        _, _, rest = line[:_HEAD_BYTES].partition(b'"timestamp"')
        parts = rest.split(b'"', 2)
        at = moment_from(parts[1].decode("ascii", "replace")) if len(parts) > 1 else None
        return self._before() if at is None else at

    def _before(self) -> UtcMillis:
        return self._written if self._state.moment is None else UtcMillis(self._state.moment)
