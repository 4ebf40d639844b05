"""The clock that all log readers share."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis, datetime_of, iso_of, moment_of
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.clock import Clock, moment_from
from outlay.readers.logs.lines import Tally

WRITTEN = moment_of(datetime(2026, 11, 20, 12, tzinfo=UTC))
BEFORE = moment_of(datetime(2026, 11, 20, 9, tzinfo=UTC))


def told(timestamp, before=BEFORE, written=WRITTEN):
    """The moment a clock gives, and the kinds of problems it counts."""
    tally = Tally("logs.test", "log.jsonl")
    moment = Clock(before, written, tally).moment(timestamp, 3)
    return moment, [problem.kind for problem in tally.take()]


def stands_in_after(*timestamps):
    clock = Clock(BEFORE, WRITTEN, Tally("logs.test", "log.jsonl"))
    for number, timestamp in enumerate(timestamps, 1):
        clock.moment(timestamp, number)
    return clock.stands_in


def after(written, **more):
    return (datetime_of(written) + timedelta(**more)).isoformat()


@pytest.mark.parametrize(
    "timestamp", [after(WRITTEN, hours=1), after(WRITTEN, hours=-1), "2015-01-02T00:00:00Z"]
)
def test_a_clock_an_hour_off_is_believed(timestamp):
    assert told(timestamp) == (moment_from(timestamp), [])


def test_a_moment_days_after_the_file_is_said_and_still_believed():
    timestamp = after(WRITTEN, days=40)
    assert told(timestamp) == (moment_from(timestamp), [ProblemKind.CLOCK])


@pytest.mark.parametrize(
    "timestamp",
    [after(WRITTEN, days=400), "9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00"],
)
def test_a_moment_of_another_age_is_replaced_by_that_of_the_line_before(timestamp):
    assert told(timestamp) == (BEFORE, [ProblemKind.CLOCK])
    assert told(timestamp, before=None) == (WRITTEN, [ProblemKind.CLOCK])


@pytest.mark.parametrize("timestamp", [None, "", "soon", "2026-13-01T00:00:00Z", "\ud800"])
def test_a_line_without_a_time_has_that_of_the_line_before(timestamp):
    assert told(timestamp) == (BEFORE, [ProblemKind.NO_TIME])
    assert told(timestamp, before=None) == (WRITTEN, [ProblemKind.NO_TIME])


def test_a_replaced_moment_stands_in_for_none_that_follows():
    clock = Clock(None, WRITTEN, Tally("logs.test", "log.jsonl"))
    first = clock.moment("2026-11-20T08:00:00Z", 1)
    clock.moment("2099-01-01T00:00:00Z", 2)
    assert (clock.before, clock.moment(None, 3)) == (first, first)


def test_a_file_whose_own_time_was_lost_does_not_judge_its_lines():
    assert told("2026-11-20T08:00:00Z", written=UtcMillis(0)) == (moment_from("2026-11-20T08:00:00Z"), [])
    assert told("2150-01-01T00:00:00Z", written=UtcMillis(0)) == (BEFORE, [ProblemKind.CLOCK])


def test_a_time_without_a_zone_is_utc():
    assert moment_from("2026-11-20T08:00:00") == moment_from("2026-11-20T10:00:00+02:00")


@given(st.datetimes(timezones=st.timezones() | st.none()) | st.text(max_size=30))
def test_whatever_a_line_says_its_moment_can_be_written(timestamp):
    text = timestamp if isinstance(timestamp, str) else timestamp.isoformat()
    assert iso_of(told(text)[0])


def test_it_says_whether_the_latest_moment_stands_in_for_one():
    own, wild = iso_of(BEFORE), "2099-01-01T00:00:00Z"
    assert stands_in_after(None)
    assert stands_in_after(own, "soon")
    assert stands_in_after(own, wild)
    assert not stands_in_after(own)
    assert not stands_in_after(None, own)
