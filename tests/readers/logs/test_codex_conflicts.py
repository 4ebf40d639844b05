"""Two payloads under one response id: the first holds, however far apart they stand."""

import pytest

from codex_lines import THREAD, events_of, line, meta, problems_of, read, rollout
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.codex.state import KEPT_RESPONSES


def record(number, output=1):
    usage = {"input_tokens": 10, "output_tokens": output}
    payload = {"thread_id": THREAD, "turn_id": "t", "response_id": f"resp_{number}", "usage": usage}
    return line("token_usage_record", payload)


def outputs(batches):
    return [event.tokens.output for event in events_of(batches)]


@pytest.mark.parametrize("between", [0, 20, 500])
def test_in_one_reading_the_first_payload_holds_however_far_the_second_is(tmp_path, between):
    rollout(tmp_path, meta() + b"".join(map(record, range(between + 1))) + record(0, output=900))
    batches = read(tmp_path)
    assert outputs(batches) == [1] * (between + 1)
    assert problems_of(batches)[ProblemKind.CONFLICT] == 1


def test_a_payload_told_again_alike_is_no_conflict(tmp_path):
    rollout(tmp_path, meta() + b"".join(map(record, range(50))) + record(0))
    batches = read(tmp_path)
    assert len(outputs(batches)) == 50
    assert ProblemKind.CONFLICT not in problems_of(batches)


def test_across_readings_the_newest_payloads_are_remembered(tmp_path):
    head = meta() + b"".join(map(record, range(KEPT_RESPONSES)))
    path, bookmarks = rollout(tmp_path, head), {}
    read(tmp_path, bookmarks)
    path.write_bytes(head + record(0, output=900))
    batches = read(tmp_path, bookmarks)
    assert outputs(batches) == []
    assert problems_of(batches)[ProblemKind.CONFLICT] == 1


def test_a_bookmark_does_not_grow_with_the_file(tmp_path):
    states = []
    for requests in (200, 2000):
        bookmarks = {}
        path = rollout(tmp_path, meta() + b"".join(map(record, range(requests))))
        read(tmp_path, bookmarks)
        states.append(len(bookmarks[str(path)].state))
    assert max(states) < 2000
