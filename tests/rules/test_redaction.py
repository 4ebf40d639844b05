"""Only what was ticked is in a summary, its figures add up, and nobody else can make one."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, Tier
from outlay.domain.items import ItemSpend
from outlay.domain.moments import UtcMillis
from outlay.domain.shared_summary import AgentClass, Seal, SharedSummary, TimeOf, WentTo, take_seal
from outlay.domain.sharing import AmountsShown, OwnTopic, Reveal, Section, Ticks
from outlay.rules.pseudonyms import letters_of, pseudonyms
from outlay.rules.shared_titles import shared_title
from sharing_samples import BARE, EVERYTHING, PERIOD, PULL, answer, item, summary

HOUR = 3_600_000


def test_nobody_but_redaction_can_make_a_summary():
    made = summary()
    fields = {one.name: getattr(made, one.name) for one in dataclasses.fields(made)}
    with pytest.raises(TypeError):
        SharedSummary(**fields)
    with pytest.raises(TypeError):
        SharedSummary(**fields, seal=Seal())
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(made, amounts=AmountsShown.MONEY)
    with pytest.raises(TypeError):
        take_seal()


def test_no_other_file_of_the_program_names_the_seal():
    root = Path(__file__).parents[2] / "desktop" / "outlay"
    naming = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "take_seal" in path.read_text("utf-8") or "_THE_SEAL" in path.read_text("utf-8")
    }
    assert naming == {"domain/shared_summary.py", "rules/redaction.py"}


def test_a_summary_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        summary().amounts = AmountsShown.MONEY


def test_without_a_tick_names_are_letters_and_no_amount_is_there():
    made = summary()
    assert all(one.title is None and one.money is None for one in made.shipped)
    assert {one.repository for one in made.shipped} == {(None, "A")}
    assert (made.spend, made.tokens, made.models) == (None, None, ())
    assert (made.notes.unpriced, made.notes.not_linked) == (None, None)


def test_one_key_gives_the_same_letters_and_another_key_others():
    names = [f"name {number}" for number in range(30)]
    assert pseudonyms(names, b"one") == pseudonyms(reversed(names), b"one")
    assert pseudonyms(names, b"one") != pseudonyms(names, b"two")
    assert sorted(pseudonyms(names, b"one").values()) == sorted(letters_of(number) for number in range(30))


def test_letters_go_on_after_z():
    assert [letters_of(number) for number in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_two_exports_of_the_same_work_cannot_be_joined_by_letters():
    items = tuple(item(f"pr:acme/r{n}#1", repository=f"acme/r{n}") for n in range(12))

    def letters(key):
        return [one.repository.letter for one in summary(key=key, items=items).shipped]

    assert letters(b"first") == letters(b"first")
    assert letters(b"first") != letters(b"second")
    assert sorted(letters(b"first")) == sorted(letters(b"second")) == [letters_of(n) for n in range(12)]


def test_letters_do_not_tell_of_work_that_is_not_listed():
    hidden = tuple(
        item(f"pr:acme/h{n}#1", repository=f"acme/h{n}", landed=None, state=ItemState.IN_FLIGHT)
        for n in range(9)
    )
    made = summary(items=(PULL, *hidden))
    assert [one.repository.letter for one in made.shipped] == ["A"]


def test_money_parts_add_up_to_the_total_to_the_micro():
    made = summary(EVERYTHING)
    assert (
        sum(part.micros for _, part in made.spend.parts)
        == made.spend.total.micros
        == answer().work.total_micros
    )
    assert [to for to, _ in made.spend.parts] == [WentTo.SHIPPED, WentTo.OPEN, WentTo.NOT_LINKED]
    assert made.spend.at_least


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=5), st.integers(0, 10**12))
def test_shares_are_whole_percents_of_a_hundred_and_hold_no_money(parts, rest):
    items = tuple(
        item(f"pr:a/b#{n}", in_period=ItemSpend({Tier.LANDED_TEXT: one})) for n, one in enumerate(parts, 1)
    )
    made = summary(Ticks(frozenset(Section), amounts=AmountsShown.SHARE), items=items, not_linked=rest)
    told = [part for _, part in made.spend.parts]
    assert all(part.micros is None for part in (*told, made.spend.total))
    assert sum(part.percent for part in told) == (100 if sum(parts) + rest else 0)
    assert sum(one.money.percent for one in made.shipped if one.money) <= 100


def test_a_period_without_a_priced_request_has_no_spend():
    unpriced = answer().spend._replace(requests=3, unpriced_requests=3, list_micros=0)
    assert summary(EVERYTHING, spend=unpriced).spend is None


def test_a_model_without_a_price_has_no_part_and_not_zero():
    rows = (answer().models[0], answer().models[1]._replace(list_micros=0, unpriced_requests=5))
    made = summary(EVERYTHING, models=rows)
    assert [one.money.micros for one in made.models] == [rows[0].list_micros, None]


def test_what_shipped_is_unknown_and_not_nothing():
    made = summary(EVERYTHING, shipped=None)
    assert (made.shipped, made.outcomes) == (None, None)


def test_agents_are_told_as_counts_by_class():
    assert summary().agents == ((AgentClass.WRITTEN, 2), (AgentClass.MIXED, 1))


def test_medians_are_given_from_three_and_ranges_from_five():
    def total(n):
        told = summary(items=tuple(item(f"pr:a/b#{k}") for k in range(1, n + 1))).times
        return next(one for one in told if one.of is TimeOf.TOTAL)

    assert (total(2).n, total(2).median) == (2, None)
    assert (total(3).median, total(3).low) == (12, None)
    assert (total(5).median, total(5).low, total(5).high) == (12, 12, 12)


def test_what_held_is_told_apart_from_what_settles():
    outcomes = summary().outcomes
    assert (outcomes.settling, outcomes.held, outcomes.reverted, outcomes.fixes, outcomes.low) == (
        1,
        2,
        0,
        1,
        None,
    )


def test_parts_that_are_not_ticked_are_not_there():
    made = summary(Ticks(frozenset({Section.SHIPPED}), frozenset(Reveal), AmountsShown.MONEY))
    assert (made.words, made.agents, made.times, made.outcomes) == ((), (), (), None)
    assert (made.spend, made.tokens, made.models) == (None, None, ())


def test_own_words_stand_in_their_order_and_empty_ones_fall_away():
    words = {OwnTopic.ASKS: "Time.", OwnTopic.HARD: "  ", OwnTopic.MATTERED: " The basket. "}
    assert summary(words=words).words == ((OwnTopic.MATTERED, "The basket."), (OwnTopic.ASKS, "Time."))


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Fix @mate's basket", "Fix \u2026's basket"),
        ("Ask mate@example.org", "Ask \u2026"),
        ("Read /etc/passwd and ~/x/y", "Read \u2026 and \u2026"),
        ("See https://example.org/a?b=c now", "See \u2026 now"),
        ("and/or, 1/2, client/server", "and/or, 1/2, client/server"),
        ("LED-12: sort #7", "\u2026: sort \u2026"),
        ("Revert 1234567890abcdef", "Revert \u2026"),
        ("Sort\u202e the\nbasket\x00", "Sort the basket"),
        ("Sort it\n\nCo-authored-by: A Mate <a@b.cd>", "Sort it \u2026"),
        ("Upgrade ledger in acme/ledger", "Upgrade \u2026 in \u2026"),
        ("Ledgers stay", "Ledgers stay"),
        ("Read UTF-8 and the top-10", "Read UTF-8 and the top-10"),
    ],
)
def test_titles_leave_without_people_addresses_paths_and_names(title, left):
    assert shared_title(title, {"acme/ledger": "\u2026", "ledger": "\u2026"}, tickets=False) == left


def test_a_branch_is_no_title():
    ticks = Ticks(frozenset(Section), frozenset({Reveal.TITLES}))
    (branch,) = (one for one in summary(ticks).shipped if one.form is Form.BRANCH)
    assert (branch.title, branch.branch.real) == (None, None)


def test_the_same_answer_gives_the_same_summary():
    assert summary(EVERYTHING) == summary(EVERYTHING)
    assert summary(BARE) != summary(EVERYTHING)


def test_a_title_does_not_tell_names_of_work_that_is_not_listed():
    other = item(
        "pr:acme/secret-harbor#1", repository="acme/secret-harbor", tickets=("wombats",), landed=None
    )
    told = item("pr:lemurhouse/okapi-forge#3", title="Copy the sort of secret-harbor, as wombats asked")
    (made,) = summary(Ticks(reveal=frozenset({Reveal.TITLES})), items=(told, other)).shipped
    assert made.title == "Copy the sort of \u2026, as \u2026 asked"


def test_the_first_day_of_the_logs_is_told_where_it_lies_inside_the_period():
    midnight = PERIOD.first
    assert summary(oldest=midnight).notes.since == PERIOD.start
    assert summary(oldest=UtcMillis(midnight - 1)).notes.since is None
    assert summary(oldest=None).notes.since is None
