"""Which items the page lists, and the view that is kept as a setting."""

from datetime import date
from itertools import product
from urllib.parse import quote
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.answers import ItemState
from outlay.domain.attribution import WorkKind
from outlay.domain.moments import Period
from outlay.rules.shipped_items import (
    CHOSEN,
    GroupBy,
    Listed,
    ListView,
    Narrowed,
    SortBy,
    has_words,
    kept_view,
    listed_items,
    narrowed_items,
    type_of,
    view_from,
)
from outlay.settings import settings_from
from presenters.pages.made_items import item

WEEK = Period(date(2026, 11, 16), date(2026, 11, 23), ZoneInfo("UTC"))


def keys(items, listed):
    return [one.item for one in listed_items(items, listed, WEEK)]


def test_shipped_is_what_landed_in_the_days_and_stands():
    items = [
        item("in", landed=WEEK.first),
        item("held", landed=WEEK.first, state=ItemState.HELD),
        item("before", landed=WEEK.first - 1),
        item("back", landed=WEEK.first, state=ItemState.REVERTED),
        item("open", state=ItemState.IN_FLIGHT),
        item("aside", state=ItemState.SET_ASIDE),
    ]
    assert keys(items, Listed.SHIPPED) == ["in", "held"]
    assert keys(items, Listed.OPEN) == ["open"]
    assert keys(items, Listed.SET_ASIDE) == ["back", "aside"]
    assert keys(items, Listed.ALL) == [one.item for one in items]


def test_every_view_comes_back_from_its_setting():
    for listed, group, column, down in product(Listed, GroupBy, SortBy, (True, False)):
        view = ListView(listed, group, column, down)
        assert view_from(kept_view(view)) == view


def test_what_a_setting_says_that_is_not_known_stands_as_at_first():
    assert view_from("") == view_from("nonsense of another time") == ListView()


def test_a_view_is_a_setting_that_can_be_kept():
    kept = kept_view(ListView(Listed.ALL, GroupBy.LABEL))
    assert settings_from({"shipped_view": kept}).shipped_view == kept
    assert settings_from({"shipped_view": "x" * 1000}).faults[0].name == "shipped_view"


VALUES = st.text(max_size=40)


@given(st.sets(st.sampled_from(CHOSEN)), VALUES, VALUES, VALUES)
def test_columns_and_filters_come_back_from_a_setting_that_can_be_kept(columns, system, kind, label):
    view = ListView(
        columns=tuple(one for one in CHOSEN if one in columns), narrowed=Narrowed(system, kind, label)
    )
    kept = kept_view(view)
    assert settings_from({"shipped_view": kept}).shipped_view == kept
    back = view_from(kept)
    assert back.columns == view.columns
    for told, found in zip(view.narrowed, back.narrowed, strict=True):
        assert found in {told, ""}
        assert found == told or len(quote(told, safe="")) > 150


def test_a_view_of_an_earlier_outlay_shows_no_more_columns_and_leaves_nothing_out():
    assert view_from("all label direct up") == ListView(
        Listed.ALL, GroupBy.LABEL, SortBy.DIRECT, descending=False
    )


def test_items_are_narrowed_by_all_that_was_chosen():
    items = [
        item("a", system="jira", type="Story", labels=("api", "billing")),
        item("b", system="jira", type="Bug", labels=("api",)),
        item("c", system="github", kind=WorkKind.FIX),
        item("d", kind=WorkKind.UNKNOWN),
    ]

    def found(**more):
        return [one.item for one in narrowed_items(items, Narrowed(**more))]

    assert found() == ["a", "b", "c", "d"]
    assert found(system="jira") == ["a", "b"]
    assert found(label="api", type="bug") == ["b"]
    assert found(label="billing") == ["a"]
    assert found(type="fix") == ["c"]


def test_of_no_tracker_the_kind_of_work_is_the_type():
    assert type_of(item(type="Story", kind=WorkKind.FEATURE)) == "story"
    assert type_of(item(kind=WorkKind.FIX)) == "fix"
    assert type_of(item(kind=WorkKind.UNKNOWN)) == ""


def test_every_word_that_is_typed_has_to_be_there():
    assert has_words("idempotent webhook retries hbr-214", "HBR web")
    assert not has_words("idempotent webhook retries", "webhook tax")
    assert has_words("anything", "  ")
