"""Where a week's money went: the rows add up to the cent, and their items to their rows."""

from hypothesis import given
from hypothesis import strategies as st
from made_items import answer, item

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Reason
from outlay.presenters.amounts import cents_of
from outlay.presenters.pages.where_it_went import item_cents, where_it_went

micros = st.integers(0, 90_000_000)
items = st.lists(st.tuples(st.sampled_from(list(ItemState)), micros, micros), max_size=12)
reasons = st.dictionaries(st.sampled_from(list(Reason)), micros, max_size=5)


@given(items, reasons)
def test_rows_reasons_and_items_add_up_to_the_shown_total(told, why):
    made = [
        item(f"pr:acme/api#{number}", direct, context, state)
        for number, (state, direct, context) in enumerate(told)
    ]
    work = answer(made, why)
    went = where_it_went(work)
    assert went.direct + went.context + went.not_linked_cents == went.total == cents_of(work.total_micros)
    for row in went.rows:
        assert sum(direct for _, direct, _ in item_cents(row)) == row.direct
        assert sum(context for _, _, context in item_cents(row)) == row.context


def test_each_row_holds_the_items_of_its_fate_and_empty_rows_are_left_out():
    went = where_it_went(
        answer(
            [
                item("pr:a/b#1", 5_000_000, 0, ItemState.HELD),
                item("pr:a/b#2", 2_000_000, 500_000, ItemState.SETTLING),
                item("branch:a/b:x", 1_000_000, 0, ItemState.IN_FLIGHT),
                item("pr:a/b#3", 0, 0, ItemState.SET_ASIDE),
            ],
            {Reason.NO_EDITS: 250_000, Reason.OUTSIDE: 0},
        )
    )
    assert [(row.key, row.direct, row.context) for row in went.rows] == [
        ("shipped", 700, 50),
        ("open", 100, 0),
    ]
    assert went.not_linked == ((Reason.NO_EDITS, 25),)


def test_the_largest_stands_first_in_a_row_and_among_the_reasons():
    small, large = item("pr:a/b#1", 1_000_000), item("pr:a/b#2", 2_000_000, 500_000)
    went = where_it_went(answer([small, large], {Reason.NO_EDITS: 100_000, Reason.OUTSIDE: 900_000}))
    assert [one.item for one, _, _ in item_cents(went.rows[0])] == ["pr:a/b#2", "pr:a/b#1"]
    assert [why for why, _ in went.not_linked] == [Reason.OUTSIDE, Reason.NO_EDITS]
