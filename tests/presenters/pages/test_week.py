"""The Week page in words: its pair, its two tables that add up, and what an empty week says."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from made_items import answer, item

from outlay.cli.arguments import moment
from outlay.domain.answers import ItemKind, ItemState, ShippedItem
from outlay.domain.attribution import Reason
from outlay.domain.moments import Period
from outlay.domain.money import Amount
from outlay.domain.pictures import Figure, Mark
from outlay.domain.tables import RowState
from outlay.domain.week import WeekAnswer, WeekDay
from outlay.presenters.pages.week import week_view

WEEK = Period(date(2026, 11, 16), date(2026, 11, 23), ZoneInfo("UTC"))
LANDED = moment("2026-11-19T16:40:00Z")


def week(items=(), reasons=None, *, unpriced=0, requests=10, why="", landed=None):
    work = answer(items, reasons, unpriced)._replace(requests=requests)
    shipped = [
        ShippedItem(one.item, ItemKind(one.form.value), one.title, one.repository, LANDED, one.state)
        for one in (items if landed is None else landed)
        if one.state in (ItemState.SETTLING, ItemState.HELD)
    ]
    days = tuple(
        WeekDay(
            day,
            (),
            requests if day == WEEK.start else 0,
            0,
            tuple(shipped) if day == date(2026, 11, 19) else (),
        )
        for day in WEEK.days
    )
    return WeekAnswer(
        WEEK,
        moment("2026-11-22T20:00:00Z"),
        1,
        False,
        days,
        Amount(work.total_micros, at_least=bool(unpriced)),
        unpriced,
        None if why else len(shipped),
        sum(one.state is ItemState.SETTLING for one in shipped),
        work,
        why,
    )


def cells_of(table, key):
    return [cell.text if cell else "" for cell in next(row for row in table.rows if row.key == key).cells]


def test_the_pair_says_what_was_spent_what_has_no_price_and_until_when_it_settles():
    view = week_view(week([item(direct=21_000_000, context=3_000_000)], unpriced=4))
    assert view.pair.spend == Figure("\u2265", "$24.00")
    assert view.pair.spend_caption == "list value \u00b7 4 requests have no known price and are in no sum"
    assert view.pair.shipped_caption == "shipped \u00b7 1 pull request; settling until 3 Dec"


def test_an_item_shows_its_direct_and_context_money_in_two_digits():
    view = week_view(week([item(direct=21_240_000, context=3_000_000)]))
    title, bar, direct, context = view.shipped.rows[0].cells
    assert (title.text, title.second, title.mark) == (
        "Idempotent webhook retries",
        "api #1",
        Mark.PULL_REQUEST,
    )
    assert (direct.text, context.text) == ("$21", "+ 3.0")
    assert direct.exact == "$21.24"
    assert bar.bar.direct > bar.bar.context > 0


def test_an_item_without_money_says_whether_an_agent_was_seen():
    view = week_view(week([item("pr:a/b#1"), item("pr:a/b#2", spend_unseen=True)]))
    assert cells_of(view.shipped, "pr:a/b#1")[1] == "no agent seen"
    assert cells_of(view.shipped, "pr:a/b#2")[1] == "spend not visible here"


def test_where_it_went_adds_up_and_opens_to_its_items_and_reasons():
    view = week_view(
        week(
            [
                item("pr:a/b#1", 49_000_000, 6_500_000),
                item("branch:a/b:x", 15_500_000, 2_200_000, ItemState.IN_FLIGHT),
            ],
            {Reason.NO_EDITS: 8_100_000},
            unpriced=14,
        )
    )
    assert cells_of(view.went, "shipped") == ["Shipped", "49.00", "6.50", "$55.50"]
    assert cells_of(view.went, "open") == ["Still open", "15.50", "2.20", "17.70"]
    assert cells_of(view.went, "not_linked") == ["Not linked", "", "", "8.10"]
    assert cells_of(view.went, "unpriced") == ["No price", "", "", "unknown"]
    assert cells_of(view.went, "all") == ["All", "64.50", "8.70", "$81.30"]
    assert view.went.rows[-1].state is RowState.GRAND_TOTAL
    assert view.went.rows[-1].cells[3].sign == "\u2265"
    assert cells_of(view.went, "reason:no_edits")[0] == "nothing was edited"


@given(
    st.lists(
        st.tuples(st.sampled_from(list(ItemState)), st.integers(0, 10**9), st.integers(0, 10**9)), max_size=8
    ),
    st.dictionaries(st.sampled_from(list(Reason)), st.integers(0, 10**9), max_size=4),
)
def test_the_column_together_adds_up_to_all(told, reasons):
    items = [item(f"pr:a/b#{n}", direct, context, state) for n, (state, direct, context) in enumerate(told)]
    rows = week_view(week(items, reasons)).went.rows
    cents = [_cents(row.cells[3].text) for row in rows if row.level == 0]
    assert sum(cents[:-1]) == cents[-1]


def test_a_week_without_use_shows_an_en_dash_and_says_what_did_not_happen():
    view = week_view(week(requests=0))
    assert view.pair.spend == Figure("", "\u2013")
    assert view.pair.shipped == "0"
    assert (view.empty, view.empty_sentence) == (
        "Nothing in these days",
        "No tool wrote a request and nothing of yours landed.",
    )


def test_a_week_to_come_says_so():
    early = week(requests=0)._replace(as_of=moment("2026-11-15T20:00:00Z"))
    assert week_view(early).empty_sentence == "These days are still to come."


def test_what_shipped_is_unknown_with_its_next_step():
    view = week_view(week(why="no_repository"))
    assert view.pair.shipped == "\u2013"
    assert view.next_step.asks_for == "repositories"


def test_a_week_whose_requests_have_no_price_is_unknown_not_zero():
    view = week_view(replace_total(week(requests=3, unpriced=3)))
    assert view.pair.spend == Figure("", "\u2013")


def replace_total(told):
    return told._replace(total=replace(told.total, at_least=True))


def _cents(text):
    return int(text.replace("$", "").replace(",", "").replace(".", ""))
