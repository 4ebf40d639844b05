"""Whatever the facts are: shares add up, order and rebasing change nothing, a word of the owner's changes one turn."""

from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.attribution import DIRECT, Reason, Share, Tier, TurnKey
from outlay.store.attribution_rows import TurnCost
from outlay.use_cases.linked_spend import Linked, by_turn
from rules.attribution.facts import (
    PATH,
    WHOLE,
    at,
    commit,
    copy_of,
    edit,
    file,
    place,
    pull,
    text,
    told,
    turn,
)

LINES = [line for name in "abcdef" for line in text(name, 4)]
some_lines = st.lists(st.sampled_from(LINES), min_size=1, max_size=8, unique=True)
paths = st.sampled_from((PATH, "src/other.py"))
SESSIONS, TURNS = (1, 2), (1, 2, 3)


@st.composite
def worlds(draw):
    """Edits of two sessions with three turns each, then commits of three pull requests and of the default branch."""
    edits = [
        edit(draw(some_lines), number * 60 + session * 20 + n, (session, number), draw(paths))
        for session in SESSIONS
        for number in TURNS
        for n in range(draw(st.integers(0, 2)))
    ]
    commits = []
    for n in range(draw(st.integers(0, 4))):
        number = draw(st.sampled_from((None, 7, 8, 9)))
        minute = 300 + n * 20
        is_landed = number is None or draw(st.booleans())
        one = commit((file(draw(some_lines), draw(paths)),), minute, landed=minute + 5 if is_landed else None)
        commits.append((number, one))
    turns = [
        turn(number, number * 60, session=session, minutes=50, calls=draw(st.integers(1, 9)))
        for session in SESSIONS
        for number in TURNS
    ]
    return commits, edits, turns


def known_of(commits):
    numbers = {number for number, _ in commits if number}
    return place(
        pulls=tuple(
            pull(number, [one for listed, one in commits if listed == number], created=299)
            for number in sorted(numbers)
        )
    )


def says(commits, edits, turns, **more):
    return told([one for _, one in commits], edits, turns, known_of(commits), **more)


def by_key(outcome):
    return {(one.turn, one.item): (one.tier, one.weight) for one in outcome.shares}, dict(outcome.unlinked)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_a_turns_shares_add_up_to_a_million_or_a_reason_stands(world):
    outcome = says(*world)
    for one in world[2]:
        weights = [share.weight for share in outcome.shares if share.turn == one.key]
        assert all(weight > 0 for weight in weights)
        assert (sum(weights), one.key in outcome.unlinked) in {(WHOLE, False), (0, True)}


@settings(max_examples=60, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_facts_changes_nothing(world, random):
    before = by_key(says(*world))
    shuffled = [random.sample(part, len(part)) for part in world]
    assert by_key(says(*shuffled)) == before


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_rebasing_pull_requests_changes_no_share(world):
    commits, edits, turns = world
    rebased = [
        (number, one if number is None else copy_of(one, 600 + n, landed=one.landed))
        for n, (number, one) in enumerate(commits)
    ]
    old = [(None, one) for number, one in commits if number is not None]
    before = by_key(says(commits, edits, turns))
    everything = [one._replace(landed=None, through=None) for _, one in old] + [one for _, one in rebased]
    assert by_key(says(rebased, edits, turns)) == before
    assert by_key(told(everything, edits, turns, known_of(rebased))) == before


@settings(max_examples=60, deadline=None)
@given(worlds(), st.sampled_from(SESSIONS), st.sampled_from(TURNS))
def test_a_word_of_the_owners_changes_its_turn_alone(world, session, number):
    key = TurnKey(session, number)
    shares, reasons = by_key(says(*world))
    said, why = by_key(says(*world, own_words={key: (("ticket:LED-1", 1), (None, 2))}))
    assert {one: part for one, part in said.items() if one[0] != key} == {
        one: part for one, part in shares.items() if one[0] != key
    }
    assert {one: reason for one, reason in why.items() if one != key} == {
        one: reason for one, reason in reasons.items() if one != key
    }
    assert said[key, "ticket:LED-1"] == (Tier.OWN_WORD, 333_333)


ITEMS = ("pr:a/b#1", "pr:a/b#2", "commit:a/b@c")
weights = st.lists(st.integers(1, 400_000), max_size=3).filter(lambda found: sum(found) <= WHOLE)
turn_costs = st.lists(st.tuples(st.integers(0, 10**12), weights), max_size=6)


@settings(max_examples=200, deadline=None)
@given(turn_costs, st.frozensets(st.sampled_from(ITEMS)), st.sampled_from(Reason))
def test_direct_context_and_not_linked_add_up_to_the_micro(costs, dismissed, reason):
    rows = [TurnCost(TurnKey(1, n), 1, micros, 0, at(n), at(n)) for n, (micros, _) in enumerate(costs)]
    shares = [
        Share(TurnKey(1, n), item, tier, weight, at(n), at(n))
        for n, (_, found) in enumerate(costs)
        for item, tier, weight in zip(
            ITEMS, (Tier.LANDED_TEXT, Tier.BRANCH_ONLY, Tier.OWN_WORD), found, strict=False
        )
    ]
    linked = Linked(by_turn(shares), {TurnKey(1, 0): reason}, dismissed)
    parts = linked.parts_of(rows)
    assert sum(part.list_micros for part in parts) == sum(row.list_micros for row in rows)
    assert all(part.list_micros >= 0 for part in parts)
    assert all(part.reason is not None for part in parts if part.item is None)
    assert all(part.reason is None for part in parts if part.item is not None and part.tier in DIRECT)
    assert not {part.item for part in parts} & dismissed
