"""What is told of a reading that goes on."""

from types import SimpleNamespace

import pytest

from outlay.domain.batches import FileMark
from outlay.domain.moments import UtcMillis
from outlay.readers.interface import LogFile
from outlay.use_cases.index_logs import _Meter
from outlay.use_cases.log_work import Work

SECOND_NS = 1_000_000_000


def work(name: str, written_s: int, *, stale: bool = False) -> Work:
    mark = FileMark(1, 1, 100, written_s * SECOND_NS)
    return Work(SimpleNamespace(reader_id="claude-code"), LogFile(name, mark), None, None, stale)


def whole_since(files: list[Work], done: list[Work]) -> UtcMillis | None:
    told = []
    meter = _Meter(files, UtcMillis(0), told.append)
    for one in done:
        meter.next_file(one)
    meter.tell(UtcMillis(1))
    return told[0].whole_since


NEW, MIDDLE, OLD = FILES = [work("new", 30), work("middle", 20), work("old", 10)]


@pytest.mark.parametrize(
    ("done", "since"),
    [([], 30_001), ([NEW], 20_001), ([MIDDLE], 30_001), ([NEW, OLD], 20_001), ([OLD, MIDDLE, NEW], 0)],
)
def test_all_is_known_from_after_the_newest_log_that_is_not_read_yet(done, since):
    assert whole_since(FILES, done) == since


def test_while_earlier_readings_are_corrected_nothing_is_said_to_be_complete():
    assert whole_since([work("new", 30, stale=True)], []) is None
