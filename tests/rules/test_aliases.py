"""An item that got another name is found by it, however long the way, and no way goes in a circle."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.rules.aliases import called_now, leads_back

NAMES = st.sampled_from("abcde")


def test_an_item_is_called_by_the_last_of_its_names():
    assert called_now("branch", {"branch": "pr", "pr": "ticket"}) == "ticket"
    assert called_now("other", {"branch": "pr"}) == "other"


def test_names_that_went_in_a_circle_still_give_an_end():
    assert called_now("a", {"a": "b", "b": "a"}) == "b"
    assert called_now("a", {"a": "a"}) == "a"


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_names_taken_on_by_the_rule_never_make_a_circle(steps):
    aliases = {}
    for item, now in steps:
        if not leads_back(item, now, aliases):
            aliases[item] = now
    for name in "abcde":
        assert called_now(name, aliases) not in aliases
