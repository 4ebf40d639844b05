"""The lines of one response in a row make one request, as if each had made its own."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.readers.logs.claude_code.latest import Latest, Said
from outlay.readers.logs.claude_code.records import CacheCreation, Message, Record, ServerToolUse, Usage
from outlay.readers.logs.claude_code.responses import Responses
from outlay.readers.logs.claude_code.usage import events_of, log_place

PLACE = log_place("/home/a/.claude/projects/-home-a-shop/5f0c0000.jsonl")

counts = st.none() | st.integers(0, 3)
usages = st.builds(
    Usage,
    input_tokens=st.sampled_from([3, 3, 3, 4]),
    cache_creation=st.sampled_from([None, CacheCreation(1, 0), CacheCreation(0, 1)]),
    output_tokens=counts,
    server_tool_use=st.sampled_from([None, None, ServerToolUse(1), ServerToolUse(2)]),
    service_tier=st.sampled_from([None, "standard", "standard"]),
)
lines = st.tuples(
    st.sampled_from(["m1", "m1", "m1", "m2", None]),
    st.sampled_from(["r1", "r1", "r1", "r2", None]),
    st.none() | usages,
    st.integers(0, 5),
    st.booleans(),
)


def said(line, number):
    """A line; without a word on it its moment is its own."""
    message, request, usage, moment, *stands_in = line
    record = Record(type="assistant", request_id=request, uuid=f"u{number}", cwd="/home/a/shop")
    said = Message(id=message, model="claude-opus-4-6", usage=usage)
    return Said(record, said, moment, number, None, True, *stands_in)


def met(lines):
    """Every request told of, and the numbers of the lines it was told with."""
    told = []
    latest = Latest(PLACE, lambda events, number: told.append((number, events)))
    for number, line in enumerate(lines, 1):
        latest.meet(said(line, number))
    latest.settle()
    return told


def merged(told):
    """What the requests come to."""
    responses = Responses([])
    for events in told:
        for event in events:
            responses.add(event)
    return responses.take()


def line_by_line(lines):
    """One request a line, whatever the next line says."""
    for number, line in enumerate(lines, 1):
        one = said(line, number)
        at = (one.moment, number, None)
        events = events_of(one.record, one.message, PLACE, at, whole=True)
        yield [event._replace(stands_in=one.stands_in) for event in events]


@given(st.lists(lines, max_size=8))
def test_waiting_for_the_next_line_changes_no_request(lines):
    assert merged(events for _, events in met(lines)) == merged(line_by_line(lines))


GROWING = [("m1", "r1", Usage(input_tokens=3, output_tokens=n), n) for n in (1, 2, 9)]


def test_a_growing_response_is_made_once_with_its_first_moment_and_last_output():
    ((number, (event,)),) = met(GROWING)
    assert (number, event.moment, event.tokens.output) == (3, 1, 9)


def test_a_growing_response_keeps_the_moment_that_its_line_told_itself():
    grown = ("m1", "r1", Usage(input_tokens=3, output_tokens=9))
    for lines in ([(*grown, 5), (*grown, 1, True)], [(*grown, 1, True), (*grown, 5)]):
        (event,) = merged(events for _, events in met(lines))
        assert (event.moment, event.stands_in) == (5, False)


def test_a_response_that_was_asked_for_in_between_is_told_of_again_when_it_grew():
    told = []
    latest = Latest(PLACE, lambda events, _: told.append(events))
    latest.meet(said(GROWING[0], 1))
    assert latest.settle().tokens.output == 1
    latest.meet(said(GROWING[1], 2))
    assert latest.settle().tokens.output == 2
    assert [events[0].tokens.output for events in told] == [1, 2]


def test_a_line_that_says_the_same_again_is_not_told_of_again():
    told = []
    latest = Latest(PLACE, lambda events, _: told.append(events))
    for number in (1, 2):
        latest.meet(said(GROWING[0], number))
        latest.settle()
    assert len(told) == 1
