"""A key or a part of one means an item; words and numbers are never cut."""

import pytest

from outlay.rules.named_items import meant, near

KEYS = [
    "pr:acme/shop#12",
    "pr:acme/shop#112",
    "pr:acme/house#12",
    "ticket:LED-12",
    "ticket:LED-120",
    "branch:acme/shop:led-12_rates",
]
TITLES = {
    "pr:acme/shop#12": "Sort the rates",
    "ticket:LED-12": "Rates of the shop",
    "pr:acme/shop#7": "Labels",
}


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("PR:acme/SHOP#12", ["pr:acme/shop#12"]),
        ("#12", ["pr:acme/house#12", "pr:acme/shop#12"]),
        ("shop#12", ["pr:acme/shop#12"]),
        ("led-12", ["ticket:LED-12"]),
        ("led-12_", ["branch:acme/shop:led-12_rates"]),
        ("#1", []),
        ("house", ["pr:acme/house#12"]),
        ("  ", []),
    ],
)
def test_a_part_means_the_keys_it_ends_before_those_it_is_in(named, found):
    assert meant(named, KEYS) == found


def test_near_is_what_has_the_words_in_its_title_else_what_looks_alike():
    assert near("rates sort", TITLES) == ["pr:acme/shop#12"]
    assert near("shop#8", TITLES) == ["pr:acme/shop#7", "pr:acme/shop#12"]
    assert near("zzzz", TITLES) == []
