"""Context paid again after a pause: how long a pause must be, how much of it counts, and what it came to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.domain.patterns import Call, Rewrite
from outlay.domain.prices import Cost, PriceTier, Rate, TokenPrices
from outlay.domain.usage import Quality, SessionKey, TokenCounts, UsageEvent
from outlay.rules.cache_rewrites import cost_of_rewrite, rewrites
from outlay.rules.price_book import book_of
from outlay.rules.pricing import cost_of

MINUTE = 60_000
OPUS = TokenPrices(5_000_000, 25_000_000, 500_000, 6_250_000, 10_000_000)
DEARER = TokenPrices(10_000_000, 37_500_000, 1_000_000, 12_500_000, 20_000_000)
GPT = TokenPrices(1_250_000, 10_000_000, 125_000)


def rate(model, prices, provider, *tiers):
    return Rate(provider, model, "standard", UtcMillis(0), prices, tiers, None, "USD", "by hand")


BOOK = book_of(
    [
        rate("claude-opus-4-6", OPUS, "anthropic", PriceTier(200_000, DEARER)),
        rate("gpt-5-codex", GPT, "openai"),
    ],
    (),
)


def claude(fresh=3, read=0, short=0, long=0, output=100):
    return TokenCounts(fresh, read, short, long, None, output)


def codex(fresh, read, output=100):
    return TokenCounts(fresh, read, output=output)


def call(minute, tokens, number=0, quality=Quality.EXACT):
    return Call(number, UtcMillis(int(minute * MINUTE)), tokens, quality)


def found(*calls):
    return [(one.number, one.tokens, one.told) for one in rewrites(calls)]


def price(event):
    return cost_of(event, BOOK)


def cost(tokens, rewrite, model="claude-opus-4-6", **more):
    event = UsageEvent("", "", SessionKey("any", "s"), UtcMillis(5), model, tokens, **more)
    return cost_of_rewrite(event, rewrite, price(event), price)


def test_a_context_written_anew_after_its_cache_ran_out_is_a_rewrite():
    before, after = call(0, claude(3, 60_000, 40_000)), call(6, claude(3, 0, 100_900), 7)
    assert found(before, after) == [(7, 100_003, True)]


def test_what_was_new_in_the_request_is_not_written_again():
    before, after = call(0, claude(0, 0, 50_000)), call(6, claude(0, 0, 90_000), 7)
    assert found(before, after) == [(7, 50_000, True)]


def test_what_the_cache_still_held_is_not_written_again():
    before, after = call(0, claude(0, 0, 100_000)), call(6, claude(0, 20_000, 95_000), 7)
    assert found(before, after) == [(7, 80_000, True)]


@pytest.mark.parametrize(
    ("minutes", "long", "times"), [(4.4, 0, 0), (4.6, 0, 1), (53, 100_000, 0), (55, 100_000, 1)]
)
def test_a_pause_counts_from_nine_tenths_of_the_life_the_cache_was_bought_for(minutes, long, times):
    short = 100_000 - long
    calls = call(0, claude(0, 0, short, long)), call(minutes, claude(0, 0, short, long), 7)
    assert len(found(*calls)) == times


def test_one_hour_caches_hold_although_the_call_before_only_read():
    calls = call(0, claude(0, 100_000)), call(30, claude(0, 0, 0, 100_000))
    assert found(*calls) == []


def test_a_cache_read_by_half_is_alive():
    calls = call(0, claude(0, 0, 100_000)), call(6, claude(0, 50_000, 60_000))
    assert found(*calls) == []


@pytest.mark.parametrize(("context", "times"), [(10_000, 0), (10_001, 1)])
def test_a_small_context_is_not_worth_a_word(context, times):
    calls = call(0, claude(0, 0, context)), call(6, claude(0, 0, 60_000))
    assert len(found(*calls)) == times


def test_the_first_call_has_nothing_to_write_again():
    assert found(call(0, claude(0, 0, 100_000))) == []


def test_where_writing_costs_nothing_apart_sent_again_stands_for_it():
    calls = call(0, codex(2_000, 80_000)), call(30, codex(85_000, 1_000), 7)
    assert found(*calls) == [(7, 81_000, False)]


def test_a_tool_that_never_cached_lost_nothing():
    calls = call(0, claude(80_000)), call(30, claude(85_000))
    assert found(*calls) == []


def test_unknown_counters_and_sums_of_whole_sessions_find_nothing():
    big, unknown = claude(0, 0, 100_000), TokenCounts(100_000, output=1)
    assert found(call(0, big), call(6, unknown)) == []
    assert found(call(0, big), call(6, big, quality=Quality.SESSION_TOTAL)) == []
    assert found(call(0, big, quality=Quality.SESSION_TOTAL), call(6, big)) == []


def test_a_rewrite_costs_what_writing_costs_more_than_reading():
    assert cost(claude(3, 0, 100_900), Rewrite(7, 100_000, told=True)).micros == 575_000
    assert cost(claude(3, 0, 0, 100_900), Rewrite(7, 100_000, told=True)).micros == 950_000
    mixed = cost(claude(3, 0, 50_000, 50_000), Rewrite(7, 100_000, told=True))
    assert mixed == Cost(762_500, estimated=False, rate_id=0)


def test_a_long_request_pays_the_prices_of_its_tier():
    assert cost(claude(0, 0, 250_000), Rewrite(7, 200_000, told=True)).micros == 2_300_000


def test_half_price_requests_lose_half():
    whole = Rewrite(7, 100_000, told=True)
    assert cost(claude(0, 0, 100_000), whole, service_tier="batch").micros == 287_500


def test_where_writes_are_not_told_the_cost_is_an_estimate():
    sent = cost(codex(85_000, 1_000), Rewrite(7, 80_000, told=False), "gpt-5-codex")
    assert sent == Cost(90_000, estimated=True, rate_id=0)


def test_writes_of_unknown_life_make_an_estimate():
    tokens = TokenCounts(0, 0, None, None, 100_000, 10)
    assert cost(tokens, Rewrite(7, 100_000, told=True)) == Cost(575_000, estimated=True, rate_id=0)


def test_a_model_without_a_price_has_an_unknown_cost():
    assert cost(claude(0, 0, 100_000), Rewrite(7, 90_000, told=True), "house-model").micros is None


COUNT = st.none() | st.integers(0, 400_000)
TOKENS = st.builds(TokenCounts, COUNT, COUNT, COUNT, COUNT, COUNT, COUNT)
CALLS = st.lists(st.tuples(st.integers(0, 90), TOKENS, st.sampled_from(Quality)), max_size=6)


@given(CALLS, st.sampled_from(["claude-opus-4-6", "gpt-5-codex", "house-model"]))
def test_a_rewrite_is_never_more_than_its_request_and_never_less_than_nothing(steps, model):
    minute, calls = 0, []
    for number, (gap, tokens, quality) in enumerate(steps):
        minute += gap
        calls.append(call(minute, tokens, number, quality))
    for one in rewrites(calls):
        made, before = calls[one.number], calls[one.number - 1]
        assert 10_000 < one.tokens <= min(made.tokens.billed_input, before.tokens.billed_input)
        event = UsageEvent("", "", SessionKey("any", "s"), made.moment, model, made.tokens)
        whole, more = price(event), cost_of_rewrite(event, one, price(event), price)
        assert (whole.micros is None) == (more.micros is None)
        assert more.micros is None or 0 <= more.micros <= whole.micros
