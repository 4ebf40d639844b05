"""The week chart's data: what it shows adds up, and says what is not known."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chart_samples import MONDAY, PR, answer_of, unused_day, used_day, week_answer
from outlay.charts.week import week_chart
from outlay.domain.pictures import Mark

TOOLS = ("claude_code", "codex", "cursor", "opencode", "amp")


def cents(text: str) -> int:
    return int(text.lstrip("$").replace(",", "").replace(".", ""))


def test_a_week_has_its_seven_days_in_order_with_their_sums():
    chart = week_chart(week_answer())
    assert [f"{one.label.strong} {one.label.rest}" for one in chart.columns] == [
        "Mon 16",
        "Tue 17",
        "Wed 18",
        "Thu 19",
        "Fri 20",
        "Sat 21",
        "Sun 22",
    ]
    assert [one.sum and "".join(one.sum) for one in chart.columns] == [
        "$14.20",
        "$18.60",
        "$11.90",
        "\u2265$27.30",
        "\u2265$15.40",
        None,
        None,
    ]
    assert chart.largest == 27_300_000
    assert chart.heading == "The week"
    assert not chart.grouping


def test_parts_stand_in_the_fixed_order_of_tools_whatever_order_they_come_in():
    day = used_day(MONDAY, {"cursor": 3, "opencode": 5, "codex": 2, "amp": 1, "claude_code": 7})
    (column,) = week_chart(answer_of([day])).columns
    assert [part.tool for part in column.parts] == ["claude_code", "codex", "cursor", "other"]
    assert column.parts[-1].micros == 6


def test_one_further_tool_is_called_by_its_name_and_several_are_others():
    one = week_chart(answer_of([used_day(MONDAY, {"opencode": 5_000_000})]))
    two = week_chart(answer_of([used_day(MONDAY, {"opencode": 5_000_000, "amp": 1_000_000})]))
    assert [part.name for part in one.legend.parts] == ["OpenCode"]
    assert [part.name for part in two.legend.parts] == ["Other tools"]


def test_the_legend_says_at_least_where_a_tool_has_requests_without_a_price():
    legend = week_chart(week_answer()).legend
    assert [("".join(part.figure), part.name) for part in legend.parts] == [
        ("$61.40", "Claude Code"),
        ("$19.60", "Codex"),
        ("\u2265$6.40", "Cursor"),
    ]
    assert not legend.title


def test_a_day_reads_out_its_tools_its_requests_without_a_price_and_what_shipped():
    column = week_chart(week_answer()).columns[3]
    assert column.told.title == "Thursday 19"
    assert column.told.parts[-1].name == "9 requests, no price"
    assert column.told.parts[-1].mark is Mark.UNPRICED
    assert column.told.spoken.startswith("Thursday 19: At least 27 dollars 30 list value")
    assert "2 shipped: 1 pull request, 1 ticket" in column.told.spoken
    assert column.told.spoken.endswith("Idempotent webhook retries; Choose a queue library")


def test_an_unused_day_says_no_use_and_no_zero():
    column = week_chart(week_answer()).columns[5]
    assert not column.used
    assert column.sum is None
    assert column.told.spoken == "Saturday 21: no use. 0 shipped"


def test_a_day_whose_requests_all_lack_a_price_has_no_sum():
    day = used_day(MONDAY, {}, unpriced=4)
    (column,) = week_chart(answer_of([day])).columns
    assert column.sum is None
    assert column.unpriced
    assert column.used
    assert column.told.spoken.startswith("Monday 16: Unknown list value")


def test_what_shipped_is_said_to_be_unknown_where_it_is():
    column = week_chart(answer_of([used_day(MONDAY, {"codex": 5})], known=False)).columns[0]
    assert "shipped unknown" in column.told.spoken


def test_from_the_fifth_item_on_a_day_says_how_many_more_there_are():
    items = [(f"pr:a#{n}", PR, f"Item {n}") for n in range(7)]
    (column,) = week_chart(answer_of([used_day(MONDAY, {"codex": 5}, items)])).columns
    assert column.more == "3 more"
    assert [mark.key for mark in column.marks] == [key for key, _, _ in items]


def test_a_month_is_shown_by_day_a_quarter_by_week_and_a_year_by_month():
    first = date(2026, 1, 1)
    lengths = {31: (31, ""), 90: (14, "by week"), 365: (12, "by month")}
    for days, (columns, grouping) in lengths.items():
        chart = week_chart(answer_of([unused_day(first + timedelta(n)) for n in range(days)]))
        assert (len(chart.columns), chart.grouping) == (columns, grouping)


def test_weeks_are_cut_where_the_calendar_cuts_them_and_count_their_items():
    days = [unused_day(date(2026, 10, 1) + timedelta(n)) for n in range(92)]
    days[4] = used_day(days[4].day, {"codex": 5}, [("pr:a#1", PR, "One"), ("pr:a#2", PR, "Two")])
    chart = week_chart(answer_of(days))
    assert chart.columns[0].end == date(2026, 10, 5)
    assert {one.first.weekday() for one in chart.columns[1:]} == {0}
    assert chart.columns[1].tallies == ((Mark.PULL_REQUEST, "2"),)
    sunday_first = week_chart(answer_of(days), first_weekday=6)
    assert {one.first.weekday() for one in sunday_first.columns[1:]} == {6}


def test_the_first_month_and_january_say_their_year():
    days = [unused_day(date(2025, 11, 1) + timedelta(n)) for n in range(365)]
    labels = [one.label for one in week_chart(answer_of(days)).columns]
    assert [label.rest for label in labels] == ["2025", "", "2026", *[""] * 9]


amounts = st.integers(min_value=0, max_value=90_000_000)


@given(st.lists(st.dictionaries(st.sampled_from(TOOLS), amounts, max_size=5), min_size=1, max_size=70))
def test_segments_add_to_their_column_and_columns_to_the_whole_to_the_cent(days):
    told = [used_day(date(2026, 1, 1) + timedelta(n), tools) for n, tools in enumerate(days)]
    whole = sum(sum(tools.values()) for tools in days)
    chart = week_chart(answer_of(told))
    assert sum(column.micros for column in chart.columns) == whole
    shown = sum(cents(column.sum.text) for column in chart.columns if column.sum)
    assert shown == (whole + 5_000) // 10_000
    assert sum(cents(part.figure.text) for part in chart.legend.parts) == shown
    for column in chart.columns:
        parts = sum(cents(part.figure.text) for part in column.told.parts)
        assert parts == (cents(column.sum.text) if column.sum else 0)
