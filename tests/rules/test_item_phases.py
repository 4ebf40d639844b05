"""An item's money by phase: every turn stands in one, and they add up."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.attribution import DIRECT, Tier
from outlay.domain.item_story import Happening, StoryEvent, StoryTurn
from outlay.rules.item_phases import Phase, opened_at, phases_of


def turn(at, micros, tier=Tier.LANDED_TEXT):
    return StoryTurn("claude_code", "one", 1, at, at, 1, 0, tier, micros, 0)


TURNS = st.lists(
    st.builds(turn, st.integers(0, 100), st.integers(0, 10**6) | st.none(), st.sampled_from(list(Tier)[:-1])),
    max_size=20,
)


def test_a_turn_before_the_opening_is_coding_one_before_the_landing_review_one_behind_it_after():
    found = phases_of([turn(1, 10), turn(5, 20), turn(9, 30)], opened=5, landed=8)
    assert [(one.phase, one.direct) for one in found] == [
        (Phase.CODING, 10),
        (Phase.REVIEW, 20),
        (Phase.AFTER, 30),
    ]


def test_without_an_opening_there_is_no_review_and_without_a_landing_nothing_after_it():
    assert [one.phase for one in phases_of([turn(1, 10)], None, 8)] == [Phase.CODING, Phase.AFTER]
    assert [one.phase for one in phases_of([turn(1, 10)], None, None)] == [Phase.CODING]


@given(TURNS, st.integers(0, 100) | st.none(), st.integers(0, 100) | st.none())
def test_the_phases_add_up_to_the_turns(turns, opened, landed):
    found = phases_of(turns, opened, landed)
    assert sum(one.turns for one in found) == len(turns)
    assert sum(one.direct for one in found) == sum(t.list_micros or 0 for t in turns if t.tier in DIRECT)
    assert sum(one.context for one in found) == sum(t.list_micros or 0 for t in turns if t.tier not in DIRECT)


def test_several_pull_requests_have_no_one_opening():
    first = StoryEvent(3, Happening.PULL_OPENED, "pr:acme/api#1")
    other = StoryEvent(7, Happening.PULL_OPENED, "pr:acme/api#2")
    assert opened_at([first]) == 3
    assert opened_at([first, other]) is None
    assert opened_at([]) is None
