from hypothesis import given
from hypothesis import strategies as st

from outlay.readers.logs.codex.records import Info, Usage
from outlay.readers.logs.codex.tokens import growth_of, tokens_of

COUNT = st.integers(0, 2**40)
USAGES = st.builds(
    Usage,
    input_tokens=COUNT,
    cached_input_tokens=st.none() | COUNT,
    cache_write_input_tokens=st.none() | COUNT,
    output_tokens=COUNT,
    reasoning_output_tokens=st.none() | COUNT,
)
PLAIN_USAGES = st.builds(
    Usage, input_tokens=COUNT, cached_input_tokens=COUNT, output_tokens=COUNT, reasoning_output_tokens=COUNT
)


@given(usage=USAGES)
def test_the_parts_of_the_input_add_up_to_it(usage):
    tokens = tokens_of(usage)
    assert tokens.billed_input == usage.input_tokens
    assert tokens.total == usage.input_tokens + usage.output_tokens
    assert min(part for part in tokens if part is not None) >= 0


@given(usage=USAGES)
def test_what_the_log_does_not_say_stays_unknown(usage):
    tokens = tokens_of(usage)
    assert (tokens.cache_read is None) == (usage.cached_input_tokens is None)
    assert (tokens.cache_write_unsplit is None) == (usage.cache_write_input_tokens is None)
    assert (tokens.reasoning is None) == (usage.reasoning_output_tokens is None)
    assert tokens.cache_write_5m is None
    assert tokens.cache_write_1h is None


@given(steps=st.lists(PLAIN_USAGES, max_size=8), with_last=st.booleans())
def test_the_growth_of_a_rising_total_adds_up_to_it(steps, with_last):
    total, previous, grown = Usage(0, 0, None, 0, 0), None, []
    for step in steps:
        total = sum_of(total, step)
        growth = growth_of(Info(step if with_last else None, total), previous)
        previous = growth.total
        assert not growth.fell
        grown += [growth.usage] * (growth.usage is not None)
    assert sum(usage.input_tokens for usage in grown) == total.input_tokens
    assert sum(usage.output_tokens for usage in grown) == total.output_tokens


def sum_of(total, step):
    return Usage(
        input_tokens=total.input_tokens + step.input_tokens,
        cached_input_tokens=total.cached_input_tokens + step.cached_input_tokens,
        output_tokens=total.output_tokens + step.output_tokens,
        reasoning_output_tokens=total.reasoning_output_tokens + step.reasoning_output_tokens,
    )
