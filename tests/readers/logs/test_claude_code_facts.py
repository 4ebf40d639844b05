"""What Claude Code's lines come to where ids lack, copies differ, results come late or clocks are off."""

import json
import os
from datetime import UTC, datetime

import pytest

from claude_lines import response, write_log
from outlay.domain.moments import datetime_of, moment_of
from outlay.readers.interface import Surroundings
from outlay.readers.logs.claude_code import READER
from outlay.rules.copies import better_copy
from outlay.system.line_hashes import line_packer

SESSION = "5f0c0000-0000-4000-8000-000000000001"
OTHER = "5f0c0000-0000-4000-8000-000000000002"
CANARY = "ghp_CANARYSECRET"

pack_lines = line_packer(7)


def batches_of(home, bookmarks=None):
    """Read every log of a home on from its bookmark; the bookmarks are brought forward."""
    bookmarks = {} if bookmarks is None else bookmarks
    probe, batches = READER.probe(Surroundings(home, {})), []
    for file in probe.files:
        for batch in READER.read(file, bookmarks.get(file.path), pack_lines, probe):
            batches.append(batch)
            bookmarks[file.path] = batch.bookmark
    return batches


def gathered(batches, name):
    return [fact for batch in batches for fact in getattr(batch, name)]


def counted(batches):
    """Events as a store keeps them: one a message and request key."""
    kept = {}
    for event in gathered(batches, "events"):
        key = (event.message_key, event.request_key)
        kept[key] = better_copy(kept[key], event) if key in kept else event
    return list(kept.values())


def append(path, lines):
    with path.open("a", encoding="utf-8") as growing:
        growing.write("".join(json.dumps(line) + "\n" for line in lines))


def without_ids(output, **more):
    line = response(tokens=(1, 0, 0, 0, output), **more)
    del line["message"]["id"], line["uuid"], line["requestId"]
    return line


def with_calls(line, *calls):
    line["message"]["content"] = [
        {"type": "tool_use", "id": ident, "name": name, "input": given} for ident, name, given in calls
    ]
    return line


def result(ident, content="ok", outcome=None, *, error=False):
    part = {"type": "tool_result", "tool_use_id": ident, "content": content, "is_error": error}
    line = {
        "type": "user",
        "sessionId": SESSION,
        "uuid": f"r-{ident}",
        "timestamp": "2026-11-20T09:40:00.000Z",
    }
    line["message"] = {"role": "user", "content": [part]}
    return line | ({"toolUseResult": outcome} if outcome else {})


def link(url, session=SESSION):
    return {"type": "pr-link", "sessionId": session, "prUrl": url, "timestamp": "2026-11-20T09:41:00.000Z"}


def test_requests_without_ids_are_told_apart_by_their_session(tmp_path):
    write_log(tmp_path, [without_ids(3)], name="chat")
    write_log(tmp_path, [without_ids(5, session=OTHER)], name="chat", folder="-home-a-bar")
    write_log(tmp_path, [without_ids(7, isSidechain=True, agentId="a1")], name="agent-a1")
    lost = without_ids(9)
    del lost["sessionId"]
    write_log(tmp_path, [lost], name="chat", folder="x/named-folder")
    assert sorted(event.tokens.output for event in counted(batches_of(tmp_path))) == [3, 5, 7, 9]


def test_a_request_without_ids_in_a_copy_of_its_log_counts_once(tmp_path):
    for folder in ("-home-a-shop", "-home-a-copy"):
        write_log(tmp_path, [without_ids(3)], name="chat", folder=folder)
    assert len(counted(batches_of(tmp_path))) == 1


def test_lines_doubled_in_one_file_and_across_files_count_once(tmp_path):
    lines = [response(message="msg_1"), response(message="msg_2"), result("t1")]
    write_log(tmp_path, lines * 2)
    write_log(tmp_path, lines, name=OTHER)
    assert sum(event.tokens.total for event in counted(batches_of(tmp_path))) == 2 * 110


def searches_read(home, cuts):
    """One response with three searches whose results come late, read in pieces."""
    calls = [(f"t{number}", "WebSearch", {"query": "q"}) for number in range(3)]
    many = [response(message=f"msg_x{number}", request=f"req_x{number}") for number in range(6)]
    told = [result(ident, outcome={"searchCount": 1}) for ident, _, _ in calls]
    lines = [with_calls(response(), *calls), told[0], *many, told[1], *many, told[2]]
    path, bookmarks, batches, done = write_log(home, []), {}, [], 0
    for cut in [*cuts, len(lines)]:
        append(path, lines[done:cut])
        batches += batches_of(home, bookmarks)
        done = cut
    return {event.message_key: event.web_searches for event in counted(batches)}["claude:msg_1"]


@pytest.mark.parametrize("cuts", [[], [1], [2], [5], [8], [9], [2, 9], list(range(1, 16))])
def test_web_searches_are_the_same_wherever_a_reading_was_cut(tmp_path, cuts):
    assert searches_read(tmp_path, cuts) == 3


def test_of_copies_that_differ_in_speed_and_tier_the_larger_output_says_them(tmp_path):
    lines = [response(tokens=(10, 0, 0, 0, output)) for output in (5, 90)]
    for line, speed, tier in zip(lines, ("standard", "fast"), ("standard", "priority"), strict=True):
        line["message"]["usage"] |= {"speed": speed, "service_tier": tier}
    for order in (lines, lines[::-1]):
        write_log(tmp_path, order)
        [event] = counted(batches_of(tmp_path))
        assert (event.tokens.output, event.speed, event.service_tier) == (90, "fast", "priority")


def test_what_only_one_copy_says_of_speed_and_tier_is_not_lost(tmp_path):
    lines = [response(tokens=(10, 0, 0, 0, output)) for output in (5, 90)]
    lines[0]["message"]["usage"] |= {"speed": "fast", "service_tier": "priority"}
    del lines[1]["message"]["usage"]["service_tier"]
    for order in (lines, lines[::-1]):
        write_log(tmp_path, order)
        [event] = counted(batches_of(tmp_path))
        assert (event.tokens.output, event.speed, event.service_tier) == (90, "fast", "priority")


def test_a_line_of_ten_megabytes_is_read_like_any_other(tmp_path):
    long = response(message="msg_long", request="req_long", text="x" * (10 << 20))
    write_log(tmp_path, [response(), long, response(message="msg_last", request="req_last")])
    batches = batches_of(tmp_path)
    assert len(counted(batches)) == 3
    assert gathered(batches, "problems") == []


def read_at(home, written, *stamps):
    lines = [
        response(message=f"msg_{number}", request=f"r{number}", at=at) for number, at in enumerate(stamps)
    ]
    path = write_log(home, lines)
    os.utime(path, (written // 1000, written // 1000))
    batches = batches_of(home)
    kinds = {problem.kind: problem.times for problem in gathered(batches, "problems")}
    return [datetime_of(event.moment).isoformat() for event in counted(batches)], kinds


def test_a_clock_an_hour_off_changes_nothing_and_a_wild_one_no_other_year(tmp_path):
    written = moment_of(datetime(2026, 11, 20, 9, tzinfo=UTC))
    near = ("2026-11-20T08:00:00.000Z", "2026-11-20T10:00:00.000Z")
    moments = ["2026-11-20T08:00:00+00:00", "2026-11-20T10:00:00+00:00"]
    assert read_at(tmp_path, written, *near) == (moments, {})
    wild = (*near, "2099-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z")
    assert read_at(tmp_path, written, *wild) == ([*moments, moments[1], moments[1]], {"clock": 2})


def test_links_to_pull_requests_are_bare_and_belong_to_their_session(tmp_path):
    secret = f"https://x-access-token:{CANARY}@github.com/o/n/pull/7?token={CANARY}"
    write_log(tmp_path, [response(), link(secret)])
    write_log(tmp_path, [response(session=OTHER), link("https://github.com/o/n/pull/7", OTHER)], name=OTHER)
    facts = gathered(batches_of(tmp_path), "shell")
    assert {fact.value for fact in facts} == {"https://github.com/o/n/pull/7"}
    assert {fact.call for fact in facts} == {f"{SESSION}/pr-link", f"{OTHER}/pr-link"}


@pytest.mark.parametrize("url", ["https://example.org/", "http://github.com/o/n/pull/7", "", None])
def test_a_link_to_elsewhere_is_no_pull_request(tmp_path, url):
    write_log(tmp_path, [response(), link(url)])
    batches = batches_of(tmp_path)
    assert gathered(batches, "shell") == []
    assert [problem.kind for problem in gathered(batches, "problems")] == ["wrong_type"]


def test_a_pull_request_that_was_made_is_kept_without_what_let_the_tool_in(tmp_path):
    calls = [("t1", "Bash", {"command": "gh pr create"}), ("t2", "Bash", {"command": "gh pr create"})]
    output = f"https://x-access-token:{CANARY}@github.com/o/n/pull/"
    lines = [
        with_calls(response(), *calls),
        result("t1", output + "12\n"),
        result("t2", output + "13\n", error=True),
    ]
    write_log(tmp_path, lines)
    facts = gathered(batches_of(tmp_path), "shell")
    made = [fact.value for fact in facts if fact.kind == "pull_request_made"]
    assert made == ["https://github.com/o/n/pull/12"]
    assert CANARY not in str(facts)


def test_short_commands_that_failed_are_told_apart(tmp_path):
    commands = ("make", "ls", "make")
    calls = [(f"t{number}", "Bash", {"command": command}) for number, command in enumerate(commands)]
    write_log(
        tmp_path,
        [with_calls(response(), *calls), *(result(ident, "no", error=True) for ident, _, _ in calls)],
    )
    first, second, again = [fact.value for fact in gathered(batches_of(tmp_path), "shell")]
    assert first == again != second
    assert "0" * 16 not in (first, second)


def test_a_short_prompt_that_was_queued_is_counted_once(tmp_path):
    queued = {
        "type": "attachment",
        "uuid": "q1",
        "sessionId": SESSION,
        "timestamp": "2026-11-20T09:31:00.000Z",
    }
    queued["attachment"] = {"type": "queued_command", "commandMode": "prompt", "prompt": "ok"}
    sent = {"type": "user", "uuid": "q2", "promptSource": "queued", "sessionId": SESSION}
    sent |= {"timestamp": "2026-11-20T09:32:00.000Z", "message": {"role": "user", "content": "ok"}}
    write_log(tmp_path, [response(), queued, sent])
    assert len(gathered(batches_of(tmp_path), "turns")) == 1
