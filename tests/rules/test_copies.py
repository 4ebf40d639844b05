from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Quality, SessionKey, TokenCounts, UsageEvent
from outlay.rules.copies import better_copy, better_line, is_replay


def event(
    output=1,
    *,
    moment=1000,
    request="req",
    session="s",
    sidechain=False,
    nested=False,
    searches=None,
    stands_in=False,
):
    return UsageEvent(
        message_key="claude:msg",
        request_key=request,
        session=SessionKey("claude_code", session),
        moment=UtcMillis(moment),
        model="claude-opus-5",
        tokens=TokenCounts(input_uncached=10, output=output),
        sidechain=sidechain,
        nested=nested,
        web_searches=searches,
        stands_in=stands_in,
    )


counters = st.none() | st.integers(0, 50)
copies = st.builds(
    lambda tokens, moment, sidechain, nested, searches, stands_in: event(
        moment=moment, sidechain=sidechain, nested=nested, searches=searches, stands_in=stands_in
    )._replace(tokens=TokenCounts(*tokens)),
    st.tuples(*[counters] * 7),
    st.integers(0, 10),
    st.booleans(),
    st.booleans(),
    st.none() | st.integers(0, 3),
    st.booleans(),
)


def counts(one):
    return one.tokens, one.moment, one.stands_in, one.web_searches, one.sidechain, one.nested


@given(st.lists(copies, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_copies_are_met_does_not_change_totals(events, random):
    shuffled = random.sample(events, len(events))
    assert counts(reduce(better_copy, shuffled)) == counts(reduce(better_copy, events))


@given(copies, copies, copies)
def test_copies_may_be_merged_in_groups(one, two, three):
    left = better_copy(better_copy(one, two), three)
    assert counts(left) == counts(better_copy(one, better_copy(two, three)))


@given(copies)
def test_meeting_a_copy_twice_changes_nothing(one):
    assert better_copy(one, one) == one


def test_the_main_conversation_goes_before_a_sidechain_with_more_tokens():
    assert better_copy(event(90, sidechain=True), event(5)).tokens.output == 5


def test_a_root_file_goes_before_a_nested_one_with_more_tokens():
    assert better_copy(event(90, nested=True), event(5)).tokens.output == 5


def test_among_equals_more_tokens_count():
    assert better_copy(event(5), event(90)).tokens.output == 90


def test_of_two_equal_copies_the_kept_one_keeps_its_session():
    assert better_copy(event(session="first"), event(session="second")).session.session == "first"


def test_the_better_copy_carries_the_earliest_moment_and_the_most_searches():
    merged = better_copy(event(5, moment=1, searches=3), event(90, moment=2, searches=0))
    assert (merged.tokens.output, merged.moment, merged.web_searches) == (90, 1, 3)


def test_a_moment_that_stands_in_for_a_missing_one_never_beats_a_told_one():
    told, missing = event(moment=9000), event(moment=1000, stands_in=True)
    for merge in (better_copy, better_line):
        for one in (merge(told, missing), merge(missing, told)):
            assert (one.moment, one.stands_in) == (9000, False)


def test_of_two_moments_that_stand_in_the_earliest_counts():
    one, two = event(moment=9000, stands_in=True), event(moment=1000, stands_in=True)
    assert (better_copy(one, two).moment, better_copy(one, two).stands_in) == (1000, True)


def test_of_equal_copies_one_known_whole_goes_before_a_doubtful_one():
    doubtful, whole = event(session="fork")._replace(quality=Quality.PARTIAL), event(session="own")
    assert better_copy(doubtful, whole).session == better_copy(whole, doubtful).session == whole.session


def test_searches_nobody_counted_stay_unknown():
    assert better_copy(event(), event()).web_searches is None


def test_of_two_lines_the_larger_output_counts_and_at_a_tie_the_later():
    assert better_line(event(9, session="a"), event(3, session="b")).session.session == "a"
    assert better_line(event(9, session="a"), event(9, session="b")).session.session == "b"


def test_of_two_lines_the_earliest_moment_counts():
    assert better_line(event(1, moment=5), event(9, moment=7)).moment == 5


def test_a_sidechain_under_another_request_is_a_replay_of_the_main_conversation():
    assert is_replay(event(request="other", sidechain=True), event())
    assert not is_replay(event(), event(request="other", sidechain=True))


def test_two_requests_of_the_main_conversation_both_count():
    assert not is_replay(event(request="one"), event(request="two"))


def test_two_sidechains_both_count():
    assert not is_replay(event(request="one", sidechain=True), event(request="two", sidechain=True))


def test_a_copy_that_lost_its_request_id_gives_way():
    assert is_replay(event(request=""), event())
    assert not is_replay(event(), event(request=""))


def test_other_messages_are_no_replays():
    other = event()._replace(message_key="claude:other")
    assert not is_replay(event(request="", sidechain=True), other)
