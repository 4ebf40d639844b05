"""Which items the page lists, and the view that is kept as a setting."""

from datetime import date
from itertools import product
from zoneinfo import ZoneInfo

from outlay.domain.answers import ItemState
from outlay.domain.moments import Period
from outlay.rules.shipped_items import (
    GroupBy,
    Listed,
    ListView,
    SortBy,
    has_words,
    kept_view,
    listed_items,
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
    assert settings_from({"shipped_view": "x" * 100}).faults[0].name == "shipped_view"


def test_every_word_that_is_typed_has_to_be_there():
    assert has_words("idempotent webhook retries hbr-214", "HBR web")
    assert not has_words("idempotent webhook retries", "webhook tax")
    assert has_words("anything", "  ")
