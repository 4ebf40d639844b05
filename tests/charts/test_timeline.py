"""An item's timeline: bars add up to its turns, everything that happened has a mark, long gaps are folded."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from chart_samples import ASIDE, STORY_EVENTS, TEXT, ZONE, at, commit, dollars, event, story_of, turn
from outlay.charts.timeline import timeline_of
from outlay.domain.charts import LaneSign
from outlay.domain.item_story import Happening


def test_every_day_from_first_to_last_has_a_column_with_direct_and_context_apart():
    chart = timeline_of(story_of(STORY_EVENTS), ZONE)
    assert [one.label for one in chart.columns] == [
        "Fri 13",
        "Sat 14",
        "Sun 15",
        "Mon 16",
        "Tue 17",
        "Wed 18",
        "Thu 19",
    ]
    assert [one.figure for one in chart.columns] == ["$6.0", "", "", "$3.4", "$4.6", "", "$12"]
    assert (chart.columns[3].direct, chart.columns[3].context) == (3_400_000, 700_000)
    assert chart.largest == 13_900_000


def test_marks_stand_in_order_at_their_time_of_day_and_a_merge_is_told_once():
    marks = timeline_of(story_of(STORY_EVENTS), ZONE).marks
    assert [mark.sign for mark in marks] == [
        LaneSign.PROMPT,
        LaneSign.COMMIT,
        LaneSign.COMMIT,
        LaneSign.OPENED,
        LaneSign.LANDED,
    ]
    assert [round(mark.place, 2) for mark in marks] == [0.42, 0.54, 3.5, 4.65, 6.69]


def test_words_name_first_prompt_merge_and_opening_with_their_times_by_weight():
    labels = timeline_of(story_of(STORY_EVENTS), ZONE).labels
    assert [label.text for label in labels] == ["First prompt 10:12", "Merged 16:40", "Opened 15:30"]


def test_an_item_that_landed_without_a_pull_request_says_landed():
    told = (turn(at(11, 16, 9), TEXT, 5), event(at(11, 16, 12), Happening.LANDED, "commit:a@1"))
    labels = timeline_of(story_of(told), ZONE).labels
    assert [label.text for label in labels] == ["First prompt 09:00", "Landed 12:00"]


def test_reverts_closed_requests_and_what_tickets_did_have_marks_of_their_own():
    happened = {
        Happening.TICKET_STARTED: LaneSign.STARTED,
        Happening.PULL_CLOSED: LaneSign.CLOSED,
        Happening.TICKET_DONE: LaneSign.DONE,
        Happening.REVERTED: LaneSign.REVERTED,
        Happening.TICKET_REOPENED: LaneSign.REOPENED,
    }
    told = [event(at(11, 16, 9 + n), one, "ticket:HBR-1") for n, one in enumerate(happened)]
    chart = timeline_of(story_of(told), ZONE)
    assert [mark.sign for mark in chart.marks] == list(happened.values())
    assert {label.text for label in chart.labels} == {
        "Started 09:00",
        "Closed 10:00",
        "Done 11:00",
        "Taken back 12:00",
        "Reopened 13:00",
    }


def test_more_than_ten_days_fold_their_unused_runs_and_say_how_long_they_are():
    told = (commit(at(10, 1, 9)), commit(at(10, 3, 9)), commit(at(11, 3, 9)))
    columns = timeline_of(story_of(told), ZONE).columns
    assert [(one.label, one.gap) for one in columns] == [
        ("1 Oct", 0),
        ("2 Oct", 0),
        ("3 Oct", 0),
        ("", 30),
        ("3 Nov", 0),
    ]
    assert columns[3].spoken == "30 days without anything"


def test_ten_days_are_never_folded():
    columns = timeline_of(story_of((commit(at(11, 1, 9)), commit(at(11, 10, 9)))), ZONE).columns
    assert len(columns) == 10
    assert not any(one.gap for one in columns)


def test_a_day_reads_out_its_money_and_what_happened():
    told = (
        turn(at(11, 16, 9), TEXT, dollars(3), unpriced=2),
        turn(at(11, 16, 10), ASIDE, dollars(1)),
        commit(at(11, 16, 11)),
        event(at(11, 16, 15), Happening.PULL_OPENED),
    )
    (column,) = timeline_of(story_of(told), ZONE).columns
    assert column.unpriced
    assert column.spoken == (
        "Mon 16 Nov: $3.00 direct, $1.00 context, 2 requests, no price, 1 commit, "
        "15:00 pull request api#482 opened"
    )


def test_an_item_of_which_nothing_is_known_has_no_columns_and_says_so():
    chart = timeline_of(story_of(()), ZONE)
    assert not chart.columns
    assert chart.spoken == "Nothing is known of when it was made"


turns = st.tuples(
    st.integers(min_value=0, max_value=60 * 24 * 40),
    st.sampled_from([TEXT, ASIDE]),
    st.one_of(st.none(), st.integers(min_value=0, max_value=20_000_000)),
)


@given(st.lists(turns, min_size=1, max_size=30))
def test_bars_add_up_to_what_the_turns_cost_whatever_is_folded(found):
    start = at(10, 20, 0)
    told = [turn(start + minutes * 60_000, tier, micros) for minutes, tier, micros in found]
    chart = timeline_of(story_of(told), ZONE)
    assert sum(one.direct + one.context for one in chart.columns) == sum(micros or 0 for *_, micros in found)
    assert all(0 <= mark.place <= len(chart.columns) for mark in chart.marks)
    days = sum(one.gap or 1 for one in chart.columns)
    minutes = [one[0] for one in found]
    first, last = min(minutes), max(minutes)
    assert abs(days - 1 - timedelta(minutes=last - first).days) <= 1
