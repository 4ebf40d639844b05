"""Spend by day, the long axis and where it went: parts and wholes add up."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chart_samples import MONDAY, WEEK_DAYS, ZONE
from outlay.charts.long_days import ToolDay, long_days
from outlay.charts.spend_days import EVERYTHING, Looked, SpentDay, spend_days
from outlay.charts.where import where_strip
from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, Reason, Tier, WorkKind
from outlay.domain.items import Item, ItemsAnswer, ItemSpend, Unlinked
from outlay.domain.moments import Period
from outlay.domain.pictures import Mark

WEEK = Period(MONDAY, MONDAY + timedelta(7), ZONE)
CLAUDE = Looked("Claude Code", "claude_code")


def claude_days() -> list[SpentDay]:
    return [
        SpentDay(day.day, day.by_tool[0][1], sum(part for _, part in day.by_tool))
        for day in WEEK_DAYS
        if day.by_tool
    ]


def cents(text: str) -> int:
    return int(text.lstrip("$\u2265of ").replace(",", "").replace(".", ""))


def test_a_day_shows_its_part_and_the_whole_it_is_of():
    chart = spend_days(claude_days(), WEEK, CLAUDE)
    assert [f"{one.figure.text} {one.of}".strip() for one in chart.columns] == [
        "$9.80 of 14.20",
        "$14.10 of 18.60",
        "$5.20 of 11.90",
        "$20.40 of 27.30",
        "$11.90 of 15.40",
        "",
        "",
    ]
    assert chart.caption == "Filled: Claude Code. Outline: all tools that day."
    assert chart.largest == 27_300_000
    assert chart.columns[3].spoken == (
        "Thursday 19: Claude Code 20 dollars 40 list value. 27 dollars 30 list value in all"
    )


def test_everything_has_no_outline_to_explain():
    rows = [SpentDay(one.day, one.whole, one.whole) for one in claude_days()]
    chart = spend_days(rows, WEEK, EVERYTHING)
    assert not chart.caption
    assert not any(one.of for one in chart.columns)
    assert chart.columns[0].spoken == "Monday 16: 14 dollars 20 list value"


def test_a_day_without_the_tool_keeps_its_outline_and_says_no_use():
    chart = spend_days([SpentDay(MONDAY, None, 5_000_000)], WEEK, CLAUDE)
    assert chart.columns[0].part is None
    assert chart.columns[0].whole == 5_000_000
    assert chart.columns[0].spoken == "Monday 16: Claude Code no use. 5 dollars list value in all"
    assert chart.columns[1].spoken == "Tuesday 17: no use"


def test_a_part_with_requests_that_have_no_price_is_at_least():
    chart = spend_days([SpentDay(MONDAY, 5, 5, unpriced=True, whole_unpriced=True)], WEEK, CLAUDE)
    assert chart.columns[0].figure.sign == "\u2265"


days = st.lists(
    st.tuples(st.integers(min_value=0, max_value=20_000_000), st.integers(min_value=0, max_value=20_000_000)),
    max_size=40,
)


@given(days)
def test_parts_and_wholes_add_up_to_the_cent(found):
    rows = [SpentDay(MONDAY + timedelta(n), part, part + rest) for n, (part, rest) in enumerate(found)]
    period = Period(MONDAY, MONDAY + timedelta(max(7, len(found))), ZONE)
    chart = spend_days(rows, period, CLAUDE)
    part, whole = sum(row.micros for row in rows), sum(row.whole for row in rows)
    assert sum(one.part or 0 for one in chart.columns) == part
    assert sum(one.whole for one in chart.columns) == whole
    shown = [one for one in chart.columns if one.figure.text]
    assert sum(cents(one.figure.text) for one in shown) == (part + 5_000) // 10_000
    assert sum(cents(one.of) for one in shown) == (whole + 5_000) // 10_000


def test_the_long_axis_has_every_day_and_says_what_each_holds():
    rows = [
        ToolDay(MONDAY, "codex", 2_000_000),
        ToolDay(MONDAY, "claude_code", 3_000_000, unpriced=2),
        ToolDay(MONDAY + timedelta(400), "codex", 9_000_000),
    ]
    chart = long_days(rows, Period(MONDAY - timedelta(1), MONDAY + timedelta(300), ZONE))
    assert len(chart.days) == 301
    assert [part.tool for part in chart.days[1].parts] == ["claude_code", "codex"]
    assert chart.days[0].spoken == "Sun 15 Nov 2026: no use"
    assert chart.days[1].spoken == (
        "Mon 16 Nov 2026: At least 5 dollars list value, Claude Code $3.00, Codex $2.00, 2 requests, no price"
    )
    assert [one.name for one in chart.legend.parts] == ["Claude Code", "Codex"]
    assert chart.spoken.endswith("1 day with use")


@given(
    st.lists(
        st.tuples(
            st.integers(min_value=0, max_value=99),
            st.sampled_from(["claude_code", "codex", "amp", "opencode"]),
            st.integers(min_value=0, max_value=9_000_000),
        ),
        max_size=60,
    )
)
def test_the_parts_of_the_long_axis_are_all_that_was_spent(found):
    start = date(2026, 1, 1)
    rows = [ToolDay(start + timedelta(n), tool, micros) for n, tool, micros in found]
    chart = long_days(rows, Period(start, start + timedelta(100), ZONE))
    whole = sum(micros for *_, micros in found)
    assert sum(day.micros for day in chart.days) == whole
    assert sum(cents(part.figure.text) for part in chart.legend.parts) == (whole + 5_000) // 10_000


def item(state: ItemState, direct: int, context: int) -> Item:
    spend = ItemSpend({Tier.LANDED_TEXT: direct, Tier.BRANCH_ONLY: context})
    return Item(
        f"pr:a#{state}",
        (),
        Form.PULL_REQUEST,
        WorkKind.FEATURE,
        "t",
        None,
        state,
        None,
        None,
        None,
        spend,
        spend,
        None,
        (),
        (),
        (),
        0,
        (),
        False,
    )


def work(items, not_linked: int, unpriced: int = 0) -> ItemsAnswer:
    total = sum(one.in_period.whole for one in items) + not_linked
    reasons = {Reason.NO_EDITS: not_linked}
    return ItemsAnswer(WEEK, 1, tuple(items), Unlinked(reasons), total, 9, unpriced, None, "m")


def test_where_it_went_is_told_in_its_fixed_order():
    strip = where_strip(
        work(
            [
                item(ItemState.IN_FLIGHT, 15_500_000, 2_200_000),
                item(ItemState.REVERTED, 5_700_000, 400_000),
                item(ItemState.SETTLING, 40_000_000, 6_500_000),
                item(ItemState.HELD, 9_000_000, 0),
            ],
            8_100_000,
            unpriced=14,
        )
    )
    assert [part.mark for part in strip.parts] == [
        Mark.PULL_REQUEST,
        Mark.OPEN,
        Mark.SET_ASIDE,
        Mark.NOT_LINKED,
    ]
    assert strip.parts[0].spoken == "Shipped $49.00 direct, $6.50 context"
    assert strip.parts[-1].spoken == "Not linked $8.10"
    assert strip.unpriced == "14 requests, price unknown"
    assert strip.spoken == "Where it went: At least 87 dollars 40 list value"


def test_what_holds_no_money_has_no_place_in_the_strip():
    strip = where_strip(work([item(ItemState.SETTLING, 5, 0)], 0))
    assert [part.mark for part in strip.parts] == [Mark.PULL_REQUEST]
    assert not strip.unpriced


money = st.integers(min_value=0, max_value=20_000_000)


@given(st.lists(st.tuples(st.sampled_from(list(ItemState)), money, money), max_size=12), money)
def test_the_strip_is_the_total_to_the_micro_unit(found, rest):
    answer = work([item(*one) for one in found], rest)
    assert where_strip(answer).total == answer.total_micros
