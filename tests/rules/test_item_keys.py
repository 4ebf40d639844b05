"""Items are named by keys in the forms of contract.md."""

import pytest

from outlay.domain.moments import UtcMillis
from outlay.rules.item_keys import is_item_key, is_whole_key, own_item_key, shown

NOON = UtcMillis(1_795_194_300_000)


@pytest.mark.parametrize(
    ("key", "whole"),
    [
        ("pr:owner/name#12", True),
        ("pr:group/sub.group/name-1#1", True),
        ("pr:name#3", True),
        ("commit:owner/name@" + "a" * 40, True),
        ("commit:owner/name@" + "a" * 64, True),
        ("commit:owner/name@abcdef1", False),
        ("branch:owner/name:feat/x#2", True),
        ("branch:name:fix:colon", True),
        ("ticket:LED-101", True),
        ("ticket:owner/name#12", True),
        ("manual:tp0m73", False),
    ],
)
def test_every_form_of_a_key_is_known(key, whole):
    assert (is_item_key(key), is_whole_key(key)) == (True, whole)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "#12",
        "LED-101",
        "pr:",
        "pr:owner/name",
        "pr:owner/name#0",
        "pr:owner/name#12345678901",
        "pr:owner name#1",
        "commit:owner/name@abc",
        "commit:owner/name@XYZXYZX",
        "branch:owner/name",
        "branch:owner/name:",
        "ticket: LED-1",
        "ticket:a\nb",
        "ticket:" + "x" * 500,
        "manual:",
        "issue:7",
    ],
)
def test_anything_else_is_none(text):
    assert not is_item_key(text)


def test_work_entered_in_one_second_gets_keys_of_its_own():
    taken = set()
    for _ in range(3):
        key = own_item_key(NOON, taken.__contains__)
        assert is_item_key(key)
        assert key not in taken
        taken.add(key)
    assert own_item_key(NOON, lambda _: False) == own_item_key(NOON, lambda _: False)


def test_what_somebody_wrote_is_shown_short_and_without_control_characters():
    assert shown("a\x1b[31m\nb") == "a[31mb"
    assert len(shown("x" * 9_000)) == 100
    assert shown("") == "An empty name"
