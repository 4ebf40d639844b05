"""Each request is priced alone from dated rows; the price data set itself is the oracle."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from genai_prices import Usage, calc_price
from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis, moment_of
from outlay.domain.prices import PriceQuestion, PriceTier, Rate, TokenPrices
from outlay.domain.usage import SessionKey, TokenCounts, UsageEvent
from outlay.readers.prices import look_up
from outlay.rules.price_book import book_of, later_rows
from outlay.rules.pricing import cost_of, is_absurd, normal_model, provider_of, question_of, rate_at

NOVEMBER = moment_of(datetime(2026, 11, 20, tzinfo=UTC))
SESSION = SessionKey("claude_code", "s")


NOTHING = TokenCounts(0, 0, 0, 0, 0, 0)


def counts(**known):
    return NOTHING._replace(**known)


def event(model="claude-opus-4-6", tokens=NOTHING, moment=NOVEMBER, **more):
    return UsageEvent("m", "r", SESSION, moment, model, tokens, **more)


def cost(one):
    question = question_of(one)
    rows = (*look_up(question), *look_up(question._replace(variant="standard")))
    return cost_of(one, book_of(dict.fromkeys(rows), ()))


COUNT = st.integers(0, 400_000)
DAYS = st.integers(0, 300).map(lambda days: datetime(2026, 2, 1, 12, tzinfo=UTC) + timedelta(days=days))
MODELS = st.sampled_from(
    [
        ("anthropic", "claude-opus-4-6"),
        ("anthropic", "claude-sonnet-4-5-20250929"),
        ("anthropic", "claude-haiku-4-5-20251001"),
        ("openai", "gpt-5.2-codex"),
        ("openai", "gpt-5.5"),
    ]
)


@settings(deadline=None, max_examples=150)
@given(MODELS, DAYS, COUNT, COUNT, COUNT, COUNT, COUNT)
def test_a_price_agrees_with_the_price_data_set_to_the_micro_unit(model, at, fresh, read, write, hour, out):
    provider, name = model
    five, one_hour = (write, hour) if provider == "anthropic" else (0, 0)
    tokens = TokenCounts(fresh, read, five, one_hour, None, out)
    usage = Usage(
        input_tokens=fresh + read + five + one_hour,
        cache_read_tokens=read,
        cache_write_tokens=five + one_hour,
        cache_write_1h_tokens=one_hour,
        output_tokens=out,
    )
    expected = calc_price(usage, name, provider_id=provider, genai_request_timestamp=at).total_price
    ours = cost(event(name, tokens, moment_of(at))).micros
    assert abs(Decimal(ours) / 1_000_000 - expected) <= Decimal("0.0000005")


def test_a_long_context_is_a_cliff_for_the_whole_request_and_strictly_above():
    before = moment_of(datetime(2026, 3, 1, tzinfo=UTC))
    at_edge = event(tokens=counts(input_uncached=200_000, output=1_000), moment=before)
    above = event(tokens=counts(input_uncached=200_001, output=1_000), moment=before)
    assert cost(at_edge).micros == 200_000 * 5 + 1_000 * 25
    assert cost(above).micros == 200_001 * 10 + 1_000 * 37 + 500


def test_a_sessions_total_is_no_long_request():
    before = moment_of(datetime(2026, 3, 1, tzinfo=UTC))
    tokens = counts(input_uncached=900_000, output=1_000)
    found = cost(event(tokens=tokens, moment=before, quality="session_total"))
    assert (found.micros, found.estimated) == (900_000 * 5 + 1_000 * 25, True)


def test_one_hour_writes_cost_more_than_five_minute_writes():
    assert cost(event(tokens=counts(cache_write_5m=1_000_000))).micros == 6_250_000
    assert cost(event(tokens=counts(cache_write_1h=1_000_000))).micros == 10_000_000


def test_writes_the_log_does_not_split_are_priced_as_five_minutes_and_marked_estimated():
    found = cost(event(tokens=counts(cache_write_unsplit=1_000_000)))
    assert (found.micros, found.estimated) == (6_250_000, True)


def test_written_tokens_of_a_provider_without_a_write_price_cost_plain_input():
    found = cost(event("gpt-5.2-codex", counts(cache_write_unsplit=1_000_000)))
    assert found.micros == 1_750_000


def test_fast_requests_have_their_own_price_and_none_where_none_is_published():
    assert cost(event("claude-opus-5", counts(output=1_000_000), speed="fast")).micros == 50_000_000
    assert cost(event("claude-opus-4-6", counts(output=1_000_000), speed="fast")).micros is None


@pytest.mark.parametrize("at", [datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)])
def test_a_batch_request_costs_half(at):
    found = cost(event(tokens=counts(output=1_000_000), service_tier="batch", moment=moment_of(at)))
    assert found.micros == 12_500_000


def test_a_web_search_costs_a_cent():
    assert cost(event(tokens=counts(), web_searches=3)).micros == 30_000


def test_inference_in_the_us_only_costs_a_tenth_more():
    assert cost(event(tokens=counts(output=1_000_000), geography="us")).micros == 27_500_000


@pytest.mark.parametrize("model", ["claude-opus-99", "gpt-5.77", "house-model", "__proto__", ""])
def test_an_unknown_model_is_unpriced_and_never_takes_a_neighbours_price(model):
    assert cost(event(model, counts(input_uncached=1_000))).micros is None


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("us.anthropic.claude-haiku-4-5-20251001-v1:0", "claude-haiku-4-5-20251001"),
        ("claude-opus-4-6@20260101", "claude-opus-4-6-20260101"),
        ("anthropic/claude-opus-4-6", "claude-opus-4-6"),
        ("claude-sonnet-4-5[1m]", "claude-sonnet-4-5"),
        ("GPT-5.2-Codex", "gpt-5.2-codex"),
        ("us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0", "claude-sonnet-4-5-20250929"),
        ("anthropic.claude-3-5-sonnet-20240620-v1:0:200k", "claude-3-5-sonnet-20240620"),
    ],
)
def test_a_model_is_called_as_its_maker_calls_it(written, normal):
    assert normal_model(written) == normal


def test_the_maker_is_known_by_the_models_name():
    assert [provider_of(name) for name in ("claude-x", "gpt-5", "o3", "gemini-3", "house")] == [
        "anthropic",
        "openai",
        "openai",
        "google",
        None,
    ]


def row(valid_from, price=1, source="data"):
    return Rate(
        "anthropic",
        "m",
        "standard",
        UtcMillis(valid_from),
        TokenPrices(price, price),
        (),
        None,
        "USD",
        source,
    )


def test_the_row_in_force_is_the_latest_that_has_begun():
    rows = [row(0), row(100), row(200)]
    assert [rate_at(rows, UtcMillis(at)).valid_from for at in (0, 99, 100, 250)] == [0, 0, 100, 200]
    assert rate_at(rows[1:], UtcMillis(50)) is None


def test_the_owners_price_stands_from_its_day_on_and_not_before():
    question = PriceQuestion("anthropic", "claude-m", "standard")
    data = [row(valid)._replace(model="claude-m") for valid in (0, 100, 300)]
    own = [row(200, 7, "owner")._replace(model="claude-m", provider="")]
    assert [one.valid_from for one in book_of(data, own)[question]] == [0, 100, 200]


def test_a_newer_data_set_never_moves_a_month_already_priced():
    kept = [row(0), row(100)]
    found = [row(0, 9), row(50, 9), row(150, 9), row(900, 9)]
    assert [one.valid_from for one in later_rows(kept, found, UtcMillis(400))] == [400, 900]


def test_of_several_prices_learned_late_the_one_in_force_stands():
    news = later_rows([row(0, 15)], [row(0, 15), row(100, 10), row(200, 5)], UtcMillis(400))
    assert [(one.valid_from, one.prices.input) for one in news] == [(400, 5)]


def test_a_corrected_price_counts_from_when_it_was_learned():
    news = later_rows([row(0, 15)], [row(0, 5)], UtcMillis(400))
    assert [(one.valid_from, one.prices.input) for one in news] == [(400, 5)]


def test_a_newer_data_set_that_says_the_same_adds_nothing():
    assert later_rows([row(0), row(100)], [row(0), row(100)], UtcMillis(400)) == []


def test_an_own_price_covers_every_kind_of_request_with_batch_at_half():
    own = [row(0, 1_000_000, "owner")._replace(model="claude-m", provider="")]
    data = [row(0)._replace(model="claude-m", web_search_micros=10_000_000)]
    book = book_of(data, own)
    for more, micros in (({}, 20_000), ({"speed": "fast"}, 20_000), ({"service_tier": "batch"}, 10_000)):
        one = event("claude-m", counts(input_uncached=10_000, output=10_000), **more)
        assert cost_of(one, book).micros == micros
    assert cost_of(event("claude-m", web_searches=1), book).micros == 10_000


def test_unknown_tokens_make_an_unknown_price():
    assert cost(event(tokens=TokenCounts(input_uncached=10))).micros is None
    assert cost(event(tokens=TokenCounts(output=10))).micros is None


def test_one_price_for_every_write_leaves_nothing_to_estimate():
    assert not cost(event("gpt-5.2-codex", counts(cache_write_unsplit=1_000_000))).estimated


def test_a_newer_data_set_brings_a_model_nothing_was_known_of_from_its_beginning():
    assert later_rows([], [row(0)], UtcMillis(400)) == [row(0)]


@pytest.mark.parametrize(
    "prices", [TokenPrices(0, 0), TokenPrices(1_000_000_001, 1), TokenPrices(-1, 5), TokenPrices(None, None)]
)
def test_a_row_that_cannot_be_a_price_is_refused(prices):
    assert is_absurd(row(0)._replace(prices=prices))
    tier = PriceTier(10, prices)
    assert not any(prices) or is_absurd(row(0)._replace(tiers=(tier,)))
