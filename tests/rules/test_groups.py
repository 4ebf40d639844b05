"""Which group a folder counts for."""

from outlay.domain.own_words import ProjectGroup
from outlay.rules.groups import group_finder, groups_from

ROOTS = {"/w/acme/shop": "acme/shop", "/alt/shop-fix": "acme/shop", "/w/own": "me/own"}


def test_a_folder_counts_for_the_nearest_group_above_it():
    group_of = group_finder({"/w": "All", "/w/acme": "Acme"}, ROOTS)
    assert group_of("/w/acme/shop/src") == "Acme"
    assert group_of("/w/own") == "All"
    assert group_of("/wide") is None
    assert group_of(None) is None


def test_a_second_checkout_counts_for_the_group_of_its_repository():
    assert group_finder({"/w/acme": "Acme"}, ROOTS)("/alt/shop-fix/src") == "Acme"
    assert group_finder({"acme/shop": "Acme"}, ROOTS)("/alt/shop-fix") == "Acme"
    assert group_finder({"acme/shop": "Acme"}, ROOTS)("/w/own") is None


def test_groups_are_listed_with_their_projects_in_order():
    assert groups_from({"/b": "Beta", "/c": "Acme", "/a": "Beta"}) == (
        ProjectGroup("Acme", ("/c",)),
        ProjectGroup("Beta", ("/a", "/b")),
    )
