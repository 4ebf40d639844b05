"""The Week page in words: its pair, its two tables that add up, and what an empty week says."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from made_items import answer, item

from outlay.cli.shared_arguments import moment
from outlay.domain.answers import ItemKind, ItemState, ShippedItem
from outlay.domain.attribution import Reason, Tier
from outlay.domain.items import ItemSpend
from outlay.domain.moments import Period
from outlay.domain.money import Amount
from outlay.domain.pictures import Figure, Mark
from outlay.domain.tables import RowState
from outlay.domain.week import WeekAnswer, WeekDay
from outlay.domain.words import plain
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


def test_where_more_may_have_shipped_the_number_bears_the_sign_and_is_spoken_so():
    known = week([item(direct=21_000_000)])
    assert week_view(known).pair.shipped_sign == ""
    pair = week_view(known._replace(shipped_at_least=True, shipped_unknown="no_email")).pair
    assert (pair.shipped_sign, pair.shipped) == ("\u2265", "1")
    assert "; at least 1 shipped" in pair.spoken


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


def test_an_item_whose_money_lies_in_other_days_does_not_say_that_no_agent_was_seen():
    earlier = item("pr:a/b#1")._replace(in_all=ItemSpend({Tier.LANDED_TEXT: 5_900_000}))
    assert cells_of(week_view(week([earlier])).shipped, "pr:a/b#1")[1] == "nothing in these days"


def test_what_shipped_on_other_days_is_told_apart_from_the_week_s_own():
    here, later = item("pr:a/b#1", 5_000_000), item("pr:a/b#2", 2_000_000)
    (row, *_) = week_view(week([here, later], landed=[here])).went.rows
    assert row.cells[0].second == "2, 1 on other days"
    (row, *_) = week_view(week([here, later])).went.rows
    assert row.cells[0].second == "2"


def test_a_ticket_that_shipped_with_an_item_counts_with_it_and_not_again():
    here = item("pr:a/b#1", 5_000_000)._replace(landed=LANDED)
    ticket = item("ticket:LED-9", 2_000_000)._replace(landed=None, state=ItemState.SETTLING)
    head, *rows = week_view(week([here, ticket], landed=[here])).went.rows
    assert head.cells[0].second == "1"
    assert [row.key for row in rows][:2] == ["pr:a/b#1", "ticket:LED-9"]


def test_what_shipped_stands_by_its_direct_money():
    one, two = item("pr:a/b#1", 1_000_000, 5_000_000), item("pr:a/b#2", 2_000_000)
    assert [row.key for row in week_view(week([one, two])).shipped.rows] == ["pr:a/b#2", "pr:a/b#1"]


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
    assert view.empty == "Nothing in these days"
    assert plain(view.empty_sentence) == "No tool wrote a request and nothing of yours landed."


def test_an_empty_week_leads_to_the_last_day_with_use():
    used = week(requests=0)._replace(
        newest=moment("2026-11-13T16:00:00Z"), oldest=moment("2026-03-03T09:00:00Z")
    )
    sentence = week_view(used).empty_sentence
    assert plain(sentence).endswith("Show Fri 13 Nov, the last day with use")
    assert [run.link for run in sentence if run.link] == ["newest"]


def test_before_the_first_log_what_was_used_is_not_known_rather_than_nothing():
    early = week(requests=0)._replace(
        oldest=moment("2026-12-01T09:00:00Z"), newest=moment("2026-12-01T09:00:00Z")
    )
    assert week_view(early).pair.spend_caption == "list value, unknown"
    assert "begin on Tue 1 Dec; what was used before is not known" in plain(week_view(early).empty_sentence)


def test_nothing_is_said_of_landed_work_while_it_is_unknown():
    assert (
        plain(week_view(week(requests=0, why="no_repository")).empty_sentence) == "No tool wrote a request."
    )


def test_a_week_to_come_says_so():
    early = week(requests=0)._replace(as_of=moment("2026-11-15T20:00:00Z"))
    assert plain(week_view(early).empty_sentence) == "These days are still to come."


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
