"""What the Shipped page can be narrowed to, grouped and sorted by, and which columns it shows."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from outlay.domain.attribution import WorkKind
from outlay.domain.moments import Period
from outlay.domain.shipped_page import ShippedAnswer
from outlay.domain.tables import RowState
from outlay.domain.unit_times import Times
from outlay.presenters.pages.shipped import ShippedList
from outlay.presenters.pages.shipped_choices import offered
from outlay.rules.shipped_items import CHOSEN, GroupBy, ListView, Narrowed, SortBy
from presenters.pages.made_items import answer, item

WEEK = Period(date(2026, 11, 16), date(2026, 11, 23), ZoneInfo("UTC"))
DAY = 86_400_000


def shipped(number, **more):
    known = {
        "landed": WEEK.first + DAY,
        "began": WEEK.first,
        "title": f"Item {number}",
        "kind": WorkKind.UNKNOWN,
    }
    return item(f"pr:acme/api#{number}", number * 1_000_000, 0, **{**known, **more})


ITEMS = (
    shipped(1, system="jira", type="Story", labels=("api", "billing"), times=Times(None, DAY, 2 * DAY, 3 * DAY, 5 * DAY)),
    shipped(2, system="github", times=Times(None, 2 * DAY, DAY, 3 * DAY)),
    shipped(3, kind=WorkKind.FIX),
)  # fmt: skip


def view_of(**more):
    told = ShippedAnswer(WEEK, answer(ITEMS), (), "", WEEK.after, "")
    return ShippedList(told, ListView(**more)).page("", "this week")


def rows(view):
    return {row.key[-1]: row for row in view.table.rows if row.key.startswith("pr:")}


def texts(view, number):
    cells = rows(view)[number].cells
    return {column.key: cell.text for column, cell in zip(view.table.columns, cells, strict=True)}


def heads(view):
    return [row.cells[0].text for row in view.table.rows if row.state is RowState.GROUP]


def order(column):
    return list(rows(view_of(group=GroupBy.NONE, sorted_by=column)))


def test_at_first_the_table_has_the_columns_of_the_drawing():
    keys = [column.key for column in view_of().table.columns]
    assert keys == ["item", "closed", "days", "kind", "direct", "context", "later", "evidence"]


def test_a_chosen_column_stands_in_its_place_in_every_row():
    view = view_of(columns=CHOSEN)
    assert texts(view, "1") | {
        "coding": "1.0 d",
        "review": "2.0 d",
        "cycle": "5.0 d",
        "system": "Jira",
        "type": "Story",
        "label": "api, billing",
    } == texts(view, "1")
    assert all(
        len(row.cells) == len(view.table.columns)
        for row in view.table.rows
        if row.state is not RowState.GROUP
    )
    assert texts(view, "1")["direct"] == "$1.0"
    assert "Coding 1 day" in rows(view)["1"].spoken
    assert "Labels api, billing" in rows(view)["1"].spoken


def test_what_is_not_known_is_an_empty_cell_and_no_zero():
    told = texts(view_of(columns=CHOSEN), "3")
    assert [told[key] for key in CHOSEN] == ["", "", "", "", "fix", ""]


def test_days_have_no_sum():
    view = view_of(columns=CHOSEN)
    total = dict(zip((column.key for column in view.table.columns), view.table.rows[-1].cells, strict=True))
    assert [total[key] for key in CHOSEN] == [None] * len(CHOSEN)
    assert total["direct"].text == "$6.00"


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (GroupBy.SYSTEM, ["GitHub", "Jira", "Without a system"]),
        (GroupBy.TYPE, ["Fix", "Story", "Without a type"]),
        (GroupBy.LABEL, ["api", "Without a label"]),
    ],
)
def test_rows_are_gathered_by_what_forge_and_tracker_say(by, names):
    assert heads(view_of(group=by)) == names


def test_rows_stand_in_the_order_of_a_time_and_what_is_not_known_last():
    assert order(SortBy.CODING) == ["2", "1", "3"]
    assert order(SortBy.REVIEW) == ["1", "2", "3"]
    assert order(SortBy.CYCLE)[0] == "1"


def test_a_narrowed_list_has_its_rows_and_their_sum():
    view = view_of(narrowed=Narrowed(label="billing"))
    assert list(rows(view)) == ["1"]
    assert view.table.rows[-1].cells[0].text == "1 item"


def test_a_list_narrowed_to_nothing_says_why_it_is_empty():
    view = view_of(narrowed=Narrowed(system="jira", type="fix"))
    assert (view.empty, view.sentence) == (
        "No item has this system, type and label",
        "Of 3 items none has them.",
    )


def test_labels_and_systems_are_found_by_typing():
    told = ShippedAnswer(WEEK, answer(ITEMS), (), "", WEEK.after, "")
    shown = ShippedList(told, ListView()).shown
    assert [one.item.title for one in shown("billing")] == ["Item 1"]
    assert [one.item.title for one in shown("github")] == ["Item 2"]


def test_only_what_items_have_is_offered():
    found = offered(ITEMS, ListView())
    assert found.systems == (("", "Any system"), ("github", "GitHub"), ("jira", "Jira"))
    assert found.types == (("", "Any type"), ("fix", "Fix"), ("story", "Story"))
    assert found.labels == (("", "Any label"), ("api", "api"), ("billing", "billing"))
    assert [key for key, _ in found.columns] == list(CHOSEN)
    assert GroupBy.SYSTEM in found.groups
    bare = offered([item(kind=WorkKind.UNKNOWN)], ListView())
    assert bare[:4] == ((), (), (), ())
    assert bare.groups == ("repository", "ticket", "type", "label", "none")


def test_what_was_chosen_stays_to_be_taken_back_where_no_item_has_it():
    view = ListView(narrowed=Narrowed("linear", "epic", "ops"), columns=(SortBy.CYCLE,), group=GroupBy.SYSTEM)
    found = offered([], view)
    assert found.systems == (("", "Any system"), ("linear", "Linear"))
    assert found.types == (("", "Any type"), ("epic", "Epic"))
    assert found.labels == (("", "Any label"), ("ops", "ops"))
    assert [key for key, _ in found.columns] == ["cycle"]
    assert GroupBy.SYSTEM in found.groups
