"""How long work took: never less than nothing, its parts inside the whole, and what is not known stays so."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import day_of, moment_of
from outlay.domain.pulls import Ticket, TicketState
from outlay.domain.unit_times import NO_TIMES, Times
from outlay.rules.unit_times import UnitMoments, active_days, quarters, unit_times, whole_times

HOUR = 3_600_000
AT = st.none() | st.integers(0, 10**10)
ACTIVE = st.lists(st.integers(0, 10**10), max_size=6).map(tuple)
MOMENTS = st.builds(UnitMoments, AT, AT, AT, AT, st.booleans(), AT, ACTIVE)


def ticket(started=None, done=None, reopened=()):
    state = TicketState.DONE if done is not None else TicketState.STARTED
    return Ticket("jira", "HBR-1", None, "Story", "Retries", state, 0, started, done, reopened, None)


TICKETS = st.none() | st.builds(ticket, AT, AT, st.lists(st.integers(0, 10**10), max_size=2).map(tuple))


def test_coding_ends_with_the_opening_and_review_with_the_landing():
    times = unit_times(UnitMoments(first=1, started=2, opened=10, landed=30))
    assert (times.first, times.coding, times.review, times.total) == (1, 8, 20, 29)


def test_the_time_as_a_draft_is_coding():
    times = unit_times(UnitMoments(first=1, started=2, opened=10, ready=25, landed=30))
    assert (times.coding, times.review) == (23, 5)


def test_a_draft_that_was_ready_before_it_was_opened_was_up_for_review_at_once():
    times = unit_times(UnitMoments(first=1, started=2, opened=10, ready=5, landed=30))
    assert (times.coding, times.review) == (8, 20)


def test_while_it_is_a_draft_coding_goes_on_and_there_is_no_review():
    times = unit_times(UnitMoments(first=1, started=2, opened=10, draft=True))
    assert (times.coding, times.review, times.total) == (None, None, None)


def test_without_a_forge_only_the_whole_is_known():
    times = unit_times(UnitMoments(first=1, started=2, landed=30))
    assert (times.coding, times.review, times.total) == (None, None, 29)


def test_a_pull_request_opened_behind_its_landing_tells_no_review():
    times = unit_times(UnitMoments(first=1, started=2, opened=40, landed=30))
    assert (times.coding, times.review, times.total) == (None, None, 29)


@given(MOMENTS)
def test_no_time_is_negative_and_the_parts_lie_within_the_whole(moments):
    times = unit_times(moments)
    assert all(one is None or one >= 0 for one in (times.coding, times.review, times.total))
    if times.total is not None:
        assert (times.coding or 0) + (times.review or 0) <= times.total


@given(MOMENTS)
def test_what_is_not_known_stays_unknown(moments):
    times = unit_times(moments)
    if moments.opened is None:
        assert (times.coding, times.review) == (None, None)
    if moments.landed is None:
        assert (times.review, times.total) == (None, None)
    if moments.started is None:
        assert times.coding is None
    assert unit_times(UnitMoments()) == NO_TIMES


@given(st.lists(MOMENTS.map(unit_times), max_size=3), AT, TICKETS, MOMENTS.map(unit_times))
def test_of_several_units_only_the_whole_is_told(units, landed, told, beside):
    times = whole_times(units, landed, told, beside)
    assert all(one is None or one >= 0 for one in times[1:5])
    if len(units) != 1:
        assert (times.coding, times.review) == (None, None)
    if told is None or told.done is None:
        assert times.cycle is None
    assert set(times.active) == {at for part in (*units, beside) for at in part.active}


def test_a_tickets_cycle_runs_from_its_start_else_from_the_first_activity():
    unit = Times(first=5)
    assert whole_times([unit], 40, ticket(started=20, done=50)).cycle == 30
    assert whole_times([unit], 40, ticket(done=50)).cycle == 45
    assert whole_times([], None, ticket(done=50)).cycle is None


def test_work_behind_a_reopening_counts_into_the_cycle():
    first, again = ticket(started=20, done=50), ticket(started=20, done=90, reopened=(60,))
    assert (whole_times([], 50, first).cycle, whole_times([], 90, again).cycle) == (30, 70)


@given(
    st.lists(st.integers(0, 4 * 10**12), max_size=20),
    st.sampled_from(["UTC", "Asia/Kathmandu", "Australia/Eucla"]),
)
def test_days_of_any_zone_can_be_counted_from_quarters_of_an_hour(moments, name):
    zone = ZoneInfo(name)
    days = {day_of(at, zone) for at in moments if at >= 946_684_800_000}
    kept = quarters(at for at in moments if at >= 946_684_800_000)
    assert active_days(Times(active=kept), zone) == (len(days) or None)


def test_a_day_is_one_of_the_owners_zone():
    late = [moment_of(datetime(2026, 11, 17, hour, tzinfo=UTC)) for hour in (22, 23)]
    times = Times(active=quarters(late))
    assert active_days(times, ZoneInfo("UTC")) == 1
    assert active_days(times, ZoneInfo("Europe/Berlin")) == 2
