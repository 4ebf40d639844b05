"""A bookmark that remembers how rows looked."""

import pytest
from msgspec import Raw

from outlay.domain.moments import UtcMillis
from outlay.readers.work.seen_rows import SeenRows
from outlay.readers.work.watermarks import FIRST_READING_MS, OVERLAP_MS

ROW, CHANGED = Raw(b'{"id": 1}'), Raw(b'{"id": 1, "title": "canary"}')


def test_a_row_is_known_as_long_as_it_looks_the_same():
    seen = SeenRows.of(None)
    assert not seen.meet("a#1", ROW)
    seen.told("a#1", ROW)
    again = SeenRows.of(seen.bookmark)
    assert again.meet("a#1", ROW)
    assert not again.meet("a#1", CHANGED)


def test_the_end_of_a_reading_forgets_what_it_did_not_meet():
    seen = SeenRows.of(None)
    for key in ("a#1", "a#2"):
        seen.told(key, ROW)
    later = SeenRows.of(seen.bookmark)
    later.meet("a#2", ROW)
    assert SeenRows.of(later.bookmark).meet("a#1", ROW)
    assert not SeenRows.of(later.last_bookmark).meet("a#1", ROW)
    assert SeenRows.of(later.last_bookmark).meet("a#2", ROW)


def test_marks_stand_beside_the_looks_and_never_move_back():
    seen = SeenRows.of(None)
    seen.passed("pulls", UtcMillis(90_000_000))
    seen.passed("pulls", UtcMillis(5))
    assert SeenRows.of(seen.last_bookmark).begin("pulls", UtcMillis(0)) == 3_600_000
    assert seen.begin("others", UtcMillis(7)) == 7


def test_nothing_of_a_row_can_be_read_out_of_a_bookmark():
    seen = SeenRows.of(None)
    seen.told("a#1", CHANGED)
    assert b"canary" not in seen.bookmark


@pytest.mark.parametrize(
    "bookmark", [None, b"", b"x", b"[1]", b"7", b'{"looks": 5}', b'{"looks": {"a#1": 5}}']
)
def test_a_bookmark_that_does_not_fit_knows_nothing(bookmark):
    assert not SeenRows.of(bookmark).meet("a#1", ROW)


def test_a_server_whose_clock_was_wrong_once_is_read_from_the_beginning_and_not_from_then_on():
    since = UtcMillis(1_700_000_000_000)
    now = UtcMillis(since + FIRST_READING_MS)
    seen = SeenRows.of(None)
    seen.passed("pulls", UtcMillis(now + 3_600_000))
    assert seen.begin("pulls", since) == now + 3_600_000 - OVERLAP_MS
    seen.passed("pulls", UtcMillis(now + 365 * 86_400_000))
    assert SeenRows.of(seen.bookmark).begin("pulls", since) == since
