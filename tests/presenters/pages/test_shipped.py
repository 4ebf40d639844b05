"""The Shipped page in words: rows and sums, and medians only where there are enough."""

from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, Reason, Tier, WorkKind
from outlay.domain.items import ItemSpend
from outlay.domain.moments import Period
from outlay.domain.own_words import Act, Verb
from outlay.domain.shipped_page import ShippedAnswer
from outlay.domain.tables import RowState
from outlay.domain.words import plain
from outlay.presenters.pages.shipped import ShippedList, chip_texts
from outlay.presenters.pages.shipped_acts import item_picks
from outlay.rules.shipped_items import GroupBy, Listed, ListView, SortBy
from presenters.pages.made_items import answer, item

WEEK = Period(date(2026, 11, 16), date(2026, 11, 23), ZoneInfo("UTC"))
DAY = 86_400_000
DOLLAR = 1_000_000


def shipped(number, direct=0.0, context=0.0, **more):
    known = {"landed": WEEK.first + DAY, "began": WEEK.first, "commits": ("a",), "added_lines": 100}
    money = round(direct * DOLLAR), round(context * DOLLAR)
    return item(f"pr:acme/api#{number}", *money, **{**known, "title": f"Item {number}", **more})


def listed(items, view=ListView(), acts=(), reasons=None, now=WEEK.after, unpriced=0):
    told = ShippedAnswer(WEEK, answer(items, reasons, unpriced), acts, "", now, "")
    return ShippedList(told, view)


def page(items, typed="", **more):
    return listed(items, **more).page(typed, "this week")


def texts(view, key):
    row = next(row for row in view.table.rows if row.key == key)
    return [cell.text if cell else "" for cell in row.cells]


def test_a_row_says_what_it_is_called_when_it_closed_and_what_it_took():
    one = shipped(482, 27, 3, tickets=("HBR-214",), kind=WorkKind.FEATURE)
    view = page([one])
    row = next(row for row in view.table.rows if row.key == one.item)
    assert row.cells[0].second == "#482, HBR-214, feature"
    assert texts(view, one.item) == ["Item 482", "Tue 17", "1.0", "feature", "$27", "+ 3.0", "", "text"]
    assert row.cells[7].bar[:2] == (0.9, 0.1)


def test_all_money_counts_not_only_that_of_the_days():
    spend = ItemSpend({Tier.LANDED_TEXT: 10 * DOLLAR}, later=2 * DOLLAR)
    one = shipped(1, 4)._replace(in_all=spend)
    view = page([one], now=WEEK.first + DAY)
    assert texts(view, one.item)[4:7] == ["$10", "", "$2.0"]
    assert "$6.00 of the $10.00 is from before 16 Nov." in plain(view.note)
    assert "from before or after these days" in plain(page([one]).note)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)), min_size=1, max_size=12))
def test_the_sum_is_that_of_the_rows_in_cents(money):
    items = [
        shipped(at)._replace(in_all=ItemSpend({Tier.LANDED_TEXT: direct, Tier.BRANCH_ONLY: context}))
        for at, (direct, context) in enumerate(money)
    ]
    total = page(items).table.rows[-1]
    assert total.state is RowState.GRAND_TOTAL
    shown = float(total.cells[4].text.removeprefix("$").replace(",", "")) if total.cells[4] else 0
    assert abs(shown - sum(direct for direct, _ in money) / DOLLAR) <= 0.005


def test_groups_stand_with_the_most_money_first_and_what_has_none_last():
    items = [
        shipped(1, 5, repository="acme/web"),
        shipped(2, 9, repository="acme/api"),
        shipped(3, 99, repository=None),
    ]
    heads = [row.cells[0].text for row in page(items).table.rows if row.state is RowState.GROUP]
    assert heads == ["acme/api", "acme/web", "Without commits"]


def test_without_groups_rows_stand_in_the_order_of_their_column():
    items = [shipped(1, 5), shipped(2, 9), shipped(3, 7)]
    view = page(items, view=ListView(group=GroupBy.NONE, sorted_by=SortBy.DIRECT))
    assert [row.key[-1] for row in view.table.rows[:3]] == ["2", "3", "1"]


def test_what_is_typed_leaves_the_rows_that_have_all_of_it_and_their_sum():
    items = [shipped(1, 5, title="Fix rounding", tickets=("HBR-7",)), shipped(2, 9, title="Upgrade")]
    view = page(items, "round hbr")
    assert [one.item for one in view.items] == ["pr:acme/api#1"]
    assert texts(view, "all")[4] == "$5.00"
    none = page(items, "nowhere")
    assert (none.empty, none.sentence) == ("No item has these words", "Of 2 items none has them.")


def test_the_paragraph_of_the_drawn_week():
    money = (27, 4.8, 12, 3.6, 3.9, 5.2)
    items = [shipped(at, direct) for at, direct in enumerate(money)] + [shipped(9)]
    note = plain(page(items, reasons={Reason.NO_EDITS: 5_580_000}).note)
    assert "Median direct $5.0 an item, between $3.6 and $27 (n 6, 1 more had no agent seen)." in note
    assert "Median size 100 lines, n 7." in note
    assert "Later fixes: none yet, all still settling." in note
    assert "Not linked: 9 % of this week." in note


def test_two_items_have_no_median_three_no_range():
    note = plain(page([shipped(1, 5), shipped(2, 9)]).note)
    assert note.startswith("2 items, listed above. A median is given from 3, a range from 5.")
    note = plain(page([shipped(1, 5), shipped(2, 9), shipped(3, 7)]).note)
    assert note.startswith("Median direct $7.0 an item, too few for a range (n 3).")


def test_later_fixes_are_counted_of_what_stood_its_fourteen_days():
    held = [shipped(at, 1, state=ItemState.HELD) for at in range(6)]
    fixed = held[0]._replace(follow_up_fixes=("pr:acme/api#77",))
    assert "Later fixes: 1 of 6 items, between 4 and 50 %." in plain(page([fixed, *held[1:]]).note)
    assert "Later fixes: 1 of 3 items." in plain(page([fixed, *held[1:3]]).note)


def test_no_agent_seen_stands_alone_and_a_missing_log_is_said():
    view = page([shipped(1), shipped(2, spend_unseen=True)])
    assert texts(view, "pr:acme/api#1")[4:] == ["", "", "", "no agent seen"]
    assert texts(view, "pr:acme/api#2")[7] == "not visible here"


def test_the_owners_word_is_said_in_the_row():
    spend = ItemSpend({Tier.OWN_WORD: DOLLAR, Tier.LANDED_TEXT: DOLLAR})
    view = page([shipped(1)._replace(in_all=spend)])
    row = next(row for row in view.table.rows if row.key.startswith("pr:"))
    assert row.cells[0].second.endswith("set by you")
    assert row.cells[7].text == "you"


def test_work_that_did_not_land_says_how_it_stands():
    states = [ItemState.IN_FLIGHT, ItemState.SET_ASIDE]
    items = [shipped(at, 1, state=state, landed=None) for at, state in enumerate(states)]
    view = page(items, view=ListView(Listed.ALL))
    assert [texts(view, one.item)[1:3] for one in items] == [["open", ""], ["set aside", ""]]


def test_what_was_dismissed_has_its_way_back_below_the_list():
    acts = (Act(4, 1, Verb.DISMISS, "pr:acme/api#9", None, None, None),)
    view = page([shipped(1, 5)], acts=acts)
    assert "Dismissed by you: api#9 Undo." in plain(view.note)
    assert any(run.link == "undo:4" for run in view.note)


def test_work_by_hand_says_so():
    one = shipped(1, 2, form=Form.BY_HAND, repository=None)._replace(item="manual:1")
    row = next(row for row in page([one]).table.rows if row.key == "manual:1")
    assert row.cells[0].second.startswith("entered by hand")


def test_a_sum_of_items_without_an_agent_is_blank_also_where_requests_have_no_price():
    view = page([shipped(1), shipped(2)], unpriced=3)
    assert texts(view, "all") == ["2 items", "", "", "", "", "", "", ""]
    assert view.table.rows[-1].spoken == "2 items"


def test_a_sum_that_is_at_least_something_has_its_reason_below_it():
    for more, reason in (
        ({"unpriced": 2}, "The sum is at least that: 2 requests have no price."),
        ({}, "The sum is at least that: of 1 item the log is not on this machine."),
    ):
        view = page([shipped(1, 5), shipped(2, spend_unseen=not more)], **more)
        assert view.table.rows[-1].cells[4].sign == "\u2265"
        assert reason in plain(view.note)
    known = page([shipped(1, 5), shipped(2)])
    assert known.table.rows[-1].cells[4].sign == ""
    assert "at least that" not in plain(known.note)


def test_while_it_is_unknown_what_shipped_its_chips_have_no_zero():
    told = ShippedAnswer(WEEK, answer(), (), "no_repository", WEEK.after, "")
    assert list(chip_texts(told).values()) == [
        "Shipped \u2013",
        "Still open \u2013",
        "Set aside \u2013",
        "All \u2013",
    ]
    assert chip_texts(told._replace(why_unknown=""))["all"] == "All 0"


def test_closing_days_of_one_table_have_one_form():
    inside, before = shipped(1, 5), shipped(2, 5, landed=WEEK.first - DAY)
    assert texts(page([inside], view=ListView(Listed.ALL)), inside.item)[1] == "Tue 17"
    both = page([inside, before], view=ListView(Listed.ALL))
    assert [texts(both, one.item)[1] for one in (inside, before)] == ["17 Nov", "15 Nov"]
    assert [pick.row.cells[1].text for pick in item_picks([inside, before], WEEK)] == ["17 Nov", "15 Nov"]
