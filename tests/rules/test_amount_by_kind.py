"""An amount in its kinds of token adds up to the amount, and each part is what its tokens cost at list price."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.domain.money import MICROS
from outlay.domain.prices import Rate, TokenPrices
from outlay.domain.spend_page import TokenKind
from outlay.domain.usage import SessionKey, TokenCounts, UsageEvent
from outlay.rules.amount_by_kind import amount_by_kind
from outlay.rules.pricing import cost_of, question_of

counts = st.one_of(st.none(), st.integers(0, 2_000_000))
known = st.integers(0, 2_000_000)
price = st.integers(1, 50 * MICROS)
unknown_price = st.one_of(st.none(), price)
tokens = st.builds(TokenCounts, known, counts, counts, counts, counts, known)
prices = st.builds(TokenPrices, price, price, unknown_price, unknown_price, unknown_price)


def event_of(told, searches):
    key = SessionKey("claude_code", "s")
    return UsageEvent("m", "r", key, UtcMillis(1), "claude-sonnet-4-5", told, web_searches=searches)


@given(tokens, prices, st.integers(0, 9))
def test_parts_add_up_to_what_the_request_costs_and_each_is_its_tokens_price(told, at, searches):
    event = event_of(told, searches)
    question = question_of(event)
    rate = Rate("anthropic", question.model, "standard", UtcMillis(0), at, (), 10 * MICROS, "USD", "test")
    micros = cost_of(event, {question: [rate]}).micros
    fee = searches * 10 * MICROS // 1_000
    parts = amount_by_kind(micros, fee, told, at)
    assert sum(parts.values()) == micros
    assert parts[TokenKind.SEARCH] == fee
    assert abs(parts[TokenKind.OUTPUT] * MICROS - told.output * at.output) <= 2 * MICROS


def test_money_without_a_token_that_costs_anything_cannot_be_told_apart():
    free = TokenPrices(0, 0)
    assert amount_by_kind(5, 0, TokenCounts(10, output=10), free) is None
    assert sum(amount_by_kind(0, 0, TokenCounts(10, output=10), free).values()) == 0


def test_a_search_that_costs_more_than_the_request_cannot_be_told_apart():
    assert amount_by_kind(5, 6, TokenCounts(10, output=10), TokenPrices(1, 1)) is None


def test_a_provider_without_cache_prices_charges_plain_input():
    told = TokenCounts(input_uncached=0, cache_read=1_000_000, output=0)
    parts = amount_by_kind(3 * MICROS, 0, told, TokenPrices(3 * MICROS, 15 * MICROS))
    assert parts[TokenKind.CACHE_READ] == 3 * MICROS
