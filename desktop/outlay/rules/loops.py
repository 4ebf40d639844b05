"""A command run again and again although it fails. Source of the formula: attribution.md section 9."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Final

from outlay.domain.moments import UtcMillis
from outlay.domain.patterns import Run

FEWEST: Final = 4
"""Failures in a row, within one turn, from which on they are a loop."""


def repetitions(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs of loops after each loop's first one, out of one agent's runs in one turn, in any order.

    Only the same command's own success ends a row of failures, and it is the last run of the loop: other commands
    and edits in between do not. What one request asked for several times at once is one run.
    """
    by_command = sorted(runs, key=attrgetter("command", "moment", "call"))
    for _, of_command in groupby(by_command, key=attrgetter("command")):
        for row in _rows(_asked_once(of_command)):
            if sum(run.failed for run in row) >= FEWEST:
                yield from row[1:]


def asked_by(requests: Sequence[tuple[UtcMillis, int]], ended: UtcMillis) -> int | None:
    """The number of the request that asked for a call, out of an agent's requests (moment, number) in order.

    It is the newest one when the call ended, because an agent waits for its tools. None when there is none.
    """
    place = bisect_right(requests, ended, key=itemgetter(0))
    return requests[place - 1][1] if place else None


def _asked_once(runs: Iterable[Run]) -> Iterator[Run]:
    before: Run | None = None
    for run in runs:
        if before is None or run.request is None or run.request != before.request:
            yield run
        before = run


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Failures in a row, each row with the success that ended it, if one did."""
    row: list[Run] = []
    for run in runs:
        row.append(run)
        if not run.failed:
            yield row
            row = []
    yield row
