"""The split of a difference adds up exactly, says what changed and nothing else, and keeps quiet where too little is known."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.prices import TokenPrices
from outlay.domain.review import Moved, Split, Verdict
from outlay.domain.usage import TokenCounts
from outlay.rules.charged import charged_for
from outlay.rules.spend_change import Charged, Made, moved, split_of, verdict_of

KEYS = [("a", "input"), ("a", "output"), ("b", "input"), ("c", "cache_read")]
CHARGED = st.builds(Charged, st.integers(1, 10**9), st.integers(0, 10**9))
WEEK = st.builds(Made, st.integers(3, 60), st.dictionaries(st.sampled_from(KEYS), CHARGED, min_size=1))


def week(items, **charged):
    return Made(items, {(name,): Charged(*told) for name, told in charged.items()})


@given(WEEK, WEEK)
def test_the_four_parts_add_up_to_the_difference_to_the_micro_unit(before, now):
    assert sum(split_of(before, now)) == now.micros - before.micros


@given(WEEK, WEEK)
def test_looked_at_backwards_every_part_has_the_other_sign_within_a_micro_unit(before, now):
    there, back = split_of(before, now), split_of(now, before)
    assert all(abs(one + other) <= 1 for one, other in zip(there, back, strict=True))


@given(WEEK)
def test_two_equal_weeks_have_no_part(one):
    assert split_of(one, one) == Split(0, 0, 0, 0)


@given(WEEK, st.integers(2, 9))
def test_the_same_work_for_more_items_is_the_number_of_items_alone(one, times):
    more = Made(
        one.items * times,
        {key: Charged(*(times * part for part in told)) for key, told in one.charged.items()},
    )
    assert split_of(one, more) == Split(more.micros - one.micros, 0, 0, 0)


@given(WEEK, st.integers(2, 9))
def test_more_of_everything_in_as_many_items_is_size_alone(one, times):
    more = one._replace(
        charged={key: Charged(*(times * part for part in told)) for key, told in one.charged.items()}
    )
    assert split_of(one, more) == Split(0, more.micros - one.micros, 0, 0)


@given(WEEK, st.integers(2, 9))
def test_the_same_tokens_at_other_prices_are_price_alone(one, times):
    dearer = one._replace(
        charged={key: Charged(told.quantity, told.micros * times) for key, told in one.charged.items()}
    )
    assert split_of(one, dearer) == Split(0, 0, dearer.micros - one.micros, 0)


def test_the_same_number_of_tokens_of_a_dearer_model_is_mix_alone():
    before = week(4, small=(900, 900), large=(100, 1_000))
    now = week(4, small=(100, 100), large=(900, 9_000))
    assert split_of(before, now) == Split(0, 0, 0, 7_200)


def test_a_model_of_one_week_alone_is_mix_and_never_price():
    split = split_of(week(4, old=(1_000, 1_000)), week(4, new=(1_000, 5_000)))
    assert split == Split(0, 0, 0, 4_000)


def test_items_and_size_share_what_both_of_them_changed_evenly():
    assert split_of(week(4, a=(400, 400)), week(8, a=(1_600, 1_600))) == Split(600, 600, 0, 0)


def test_below_three_items_on_either_side_there_is_no_split():
    few, many = week(2, a=(10, 10)), week(3, a=(10, 20))
    assert split_of(few, many) is None
    assert split_of(many, few) is None
    assert split_of(many, many) is not None


def test_money_without_anything_it_was_charged_for_is_not_split():
    odd = week(5, a=(0, 10), b=(5, 5))
    assert split_of(odd, week(5, b=(5, 9))) is None
    assert split_of(Made(5, {}), week(5, b=(5, 9))) is None


def test_inside_the_own_last_weeks_there_is_no_clear_change():
    usual = [52, 96, 60, 70, 80]
    assert verdict_of(96, 80, usual) is Verdict.NO_CLEAR_CHANGE
    assert verdict_of(97, 80, usual) is Verdict.ABOVE
    assert verdict_of(51, 80, usual) is Verdict.BELOW


def test_below_five_weeks_nothing_is_called_a_change():
    assert verdict_of(1_000_000, 1, [1, 2, 3, 4]) is Verdict.TOO_FEW


def test_names_that_came_and_went_are_told_and_what_has_no_name_is_neither():
    assert moved(["codex", None, "b"], ["codex", "a", None]) == Moved(("a",), ("b",))
    assert moved([None], ["x"]) == Moved(("x",), ())


COUNTS = st.one_of(st.none(), st.integers(0, 10**9))
TOKENS = st.builds(TokenCounts, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
PRICES = st.builds(TokenPrices, *[st.one_of(st.none(), st.integers(0, 10**8))] * 5)


@given(TOKENS, PRICES, st.integers(0, 10**10), st.integers(0, 10**6))
def test_what_was_charged_for_adds_up_kind_by_kind_or_is_not_told(tokens, prices, micros, searches):
    told = charged_for(micros, 3, searches, tokens, prices)
    if told is not None:
        assert sum(part.micros for part in told.values()) == micros
        assert all(part.quantity > 0 for part in told.values())


def test_an_hour_long_cache_write_is_another_kind_than_a_short_one():
    tokens = TokenCounts(input_uncached=0, cache_write_5m=10, cache_write_1h=10)
    told = charged_for(30, 0, 0, tokens, TokenPrices(1, 5, cache_write_5m=1, cache_write_1h=2))
    assert told == {"cache_write": Charged(10, 10), "cache_write_1h": Charged(10, 20)}


def test_without_a_price_of_its_own_a_cache_costs_plain_input():
    tokens = TokenCounts(input_uncached=10, cache_read=10, cache_write_5m=10)
    told = charged_for(30, 0, 0, tokens, TokenPrices(1, 5))
    assert told == dict.fromkeys(("input", "cache_read", "cache_write"), Charged(10, 10))


def test_searches_that_came_to_more_than_the_whole_cannot_be_told_apart():
    tokens, prices = TokenCounts(input_uncached=10), TokenPrices(1, 5)
    assert charged_for(30, 1, 31, tokens, prices) is None
    assert charged_for(30, 1, 20, tokens, prices) == {"input": Charged(10, 10), "search": Charged(1, 20)}
