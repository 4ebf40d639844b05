"""Reads sessions of Gemini CLI in pieces, from hostile places and in hostile shapes."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.problems import ProblemKind
from outlay.readers.interface import RootState, Surroundings
from outlay.readers.logs.gemini_cli import READER, reading
from outlay.readers.logs.gemini_cli.projects import hash_of
from outlay.readers.logs.gemini_cli.records import Tokens
from outlay.readers.logs.gemini_cli.tokens import token_counts
from outlay.rules.copies import better_copy
from outlay.system.line_hashes import line_packer

CASES = Path(__file__).parents[2] / "fixtures" / "logs" / "gemini_cli"
GROWING = ("reappended", "changes_and_rewind", "context_batches", "edits", "shell", "damaged")
SESSION = "5e551000-1111-4222-8333-444455556666"
META = {
    "sessionId": SESSION,
    "projectHash": "0" * 64,
    "startTime": "2026-09-10T08:00:00.000Z",
    "kind": "main",
}
pack_lines = line_packer(7)


def ident(number):
    return f"{number:08x}-0000-4000-8000-00000000abcd"


def answer(number, tokens=None, **more):
    said = {
        "id": ident(number),
        "timestamp": "2026-09-10T08:01:00.000Z",
        "type": "gemini",
        "model": "gemini-3-pro",
    }
    return said | {"tokens": tokens} | more


def prompt(number, text="do it"):
    return {"id": ident(number), "timestamp": "2026-09-10T08:01:00.000Z", "type": "user", "content": text}


def lines(*records):
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def probe_of(home, **more):
    return READER.probe(replace(Surroundings(home, {}), **more))


def read(home, bookmark=None, number=0):
    probe = probe_of(home)
    return list(READER.read(probe.files[number], bookmark, pack_lines, probe))


def gathered(batches, name):
    return [fact for batch in batches for fact in getattr(batch, name)]


def kinds(batches):
    return {problem.kind for problem in gathered(batches, "problems")}


def kept(batches):
    """What the store makes of batches: events merged, other facts once."""
    events = {}
    for event in gathered(batches, "events"):
        known = events.get(event.message_key)
        events[event.message_key] = better_copy(known, event) if known else event
    rest = {
        name: list(dict.fromkeys(gathered(batches, name))) for name in ("sessions", "turns", "edits", "shell")
    }
    return {"events": list(events.values())} | rest


@pytest.fixture
def log(tmp_path):
    path = tmp_path / ".gemini" / "tmp" / "shop" / "chats" / "session-2026-09-10T08-00-5e551000.jsonl"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def document(log):
    return log.with_suffix(".json")


@pytest.mark.parametrize("case", GROWING)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_reading_in_pieces_equals_reading_at_once(case, data, tmp_path_factory):
    home = Path(shutil.copytree(CASES / case / "input", tmp_path_factory.mktemp("home") / "home"))
    path = Path(probe_of(home).files[0].path)
    content = path.read_bytes()
    whole = read(home)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(content)), max_size=4)))
    path.write_bytes(b"")
    batches, bookmark = [], None
    for cut in [*cuts, len(content)]:
        with path.open("r+b") as file:
            file.seek(0, os.SEEK_END)
            file.write(content[file.tell() : cut])
        batches += read(home, bookmark)
        bookmark = batches[-1].bookmark
    assert kept(batches) == kept(whole)
    assert not any(batch.replaces for batch in batches)
    assert sum(batch.bytes_read for batch in batches) == len(content)


@settings(max_examples=100, deadline=None)
@given(st.builds(Tokens, *[st.one_of(st.none(), st.integers(0, 10**6))] * 6))
def test_counters_never_sum_to_more_than_the_log_says(tokens):
    counts = token_counts(tokens)
    told = [tokens.input, tokens.output, tokens.cached, tokens.thoughts, tokens.tool]
    assert counts.total <= sum(count or 0 for count in told)
    assert all(count is None or count >= 0 for count in counts)


@settings(max_examples=100, deadline=None)
@given(*[st.integers(0, 10**6)] * 5)
def test_counters_sum_to_the_total_of_a_sound_message(prompt_tokens, output, cached, thoughts, tool):
    cached = min(cached, prompt_tokens)
    total = prompt_tokens + output + thoughts + tool
    counts = token_counts(Tokens(prompt_tokens, output, cached, thoughts, tool, total))
    assert counts.total == total
    assert counts.cache_read == cached


def test_a_message_that_grows_between_two_readings_counts_once(log, tmp_path):
    log.write_bytes(lines(META, prompt(1), answer(2)))
    first = read(tmp_path)
    assert gathered(first, "events") == []
    grown = answer(2, {"input": 10, "output": 1, "cached": 0, "total": 11})
    with log.open("ab") as more:
        more.write(lines(prompt(3, "and more"), grown, grown))
    second = read(tmp_path, first[-1].bookmark)
    [event] = gathered(second, "events")
    assert (event.tokens.total, event.turn) == (11, 1)


def test_a_message_written_anew_without_counters_keeps_them(log, tmp_path):
    log.write_bytes(lines(META, answer(2, {"input": 10, "output": 1, "cached": 0, "total": 11}), answer(2)))
    assert [event.tokens.total for event in gathered(read(tmp_path), "events")] == [11]


def test_a_prompt_repeated_by_a_human_counts_again(log, tmp_path):
    log.write_bytes(lines(META, prompt(1, "continue"), prompt(2, "continue")))
    assert [turn.number for turn in gathered(read(tmp_path), "turns")] == [1, 2]


def test_a_prompt_that_only_stands_in_a_change_counts(log, tmp_path):
    log.write_bytes(lines(META, {"$set": {"messages": [prompt(1, "only here")]}}))
    assert [turn.number for turn in gathered(read(tmp_path), "turns")] == [1]


def test_sessions_with_ids_that_are_not_unique_do_not_share_requests(log, tmp_path):
    tokens = {"input": 10, "output": 1, "cached": 0, "total": 11}
    log.write_bytes(lines(META, answer(2, tokens, id="m2")))
    other = log.with_name("session-2026-09-10T09-00-5e552000.jsonl")
    other.write_bytes(lines(META | {"sessionId": "5e552000"}, answer(2, tokens, id="m2")))
    keys = [gathered(read(tmp_path, number=number), "events")[0].message_key for number in (0, 1)]
    assert len(set(keys)) == 2


def test_a_session_without_its_first_line_is_named_after_its_file(log, tmp_path):
    log.write_bytes(lines(answer(2, {"input": 10, "output": 1})))
    [event] = gathered(read(tmp_path), "events")
    assert event.session.session == log.stem


def test_a_growing_document_is_read_whole_and_says_so(document, tmp_path):
    tokens = {"input": 10, "output": 1, "cached": 0, "total": 11}
    document.write_text(json.dumps(META | {"messages": [prompt(1), answer(2, tokens)]}, indent=2))
    first = read(tmp_path)
    document.write_text(
        json.dumps(META | {"messages": [prompt(1), answer(2, tokens), answer(3, tokens)]}, indent=2)
    )
    second = read(tmp_path, first[-1].bookmark)
    assert [batch.replaces for batch in (first[0], second[0])] == [False, True]
    assert len(kept(first + second)["events"]) == 2
    assert gathered(second, "turns") == gathered(first, "turns")


def test_an_unchanged_document_is_not_read_again(document, tmp_path):
    document.write_text(json.dumps(META | {"messages": [prompt(1)]}))
    [first] = read(tmp_path)
    [again] = read(tmp_path, first.bookmark)
    assert (again.rows, again.bytes_read, again.bookmark) == (0, 0, first.bookmark)


def test_a_half_written_document_is_a_problem_until_it_is_whole(document, tmp_path):
    whole = json.dumps(META | {"messages": [prompt(1)]})
    document.write_text(whole[:80])
    first = read(tmp_path)
    document.write_text(whole)
    second = read(tmp_path, first[-1].bookmark)
    assert (kinds(first), kinds(second)) == ({ProblemKind.NOT_JSON}, set())
    assert len(gathered(second, "turns")) == 1


def test_a_vanished_document_is_a_problem(document, tmp_path):
    document.write_text("{}")
    probe = probe_of(tmp_path)
    document.unlink()
    assert kinds(READER.read(probe.files[0], None, pack_lines, probe)) == {ProblemKind.VANISHED}


def test_a_document_that_is_too_long_is_counted(document, tmp_path, monkeypatch):
    document.write_text(json.dumps(META | {"messages": [prompt(1)]}))
    monkeypatch.setattr(reading, "LONGEST_LINE", 64)
    batches = read(tmp_path)
    assert kinds(batches) == {ProblemKind.TOO_LONG}
    assert gathered(batches, "turns") == []


@pytest.mark.parametrize("growing", [True, False])
def test_many_facts_come_in_slices(growing, log, document, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "ROWS", 5)
    tokens = {"input": 10, "output": 1, "cached": 0, "total": 11}
    messages = [answer(number, tokens) for number in range(1, 24)]
    if growing:
        log.write_bytes(lines(META, {"$set": {"messages": messages}}))
    else:
        document.write_text(json.dumps(META | {"messages": messages}))
    batches = read(tmp_path)
    assert all(batch.rows <= 6 for batch in batches)
    assert len({event.message_key for event in gathered(batches, "events")}) == 23
    probe = probe_of(tmp_path)
    ended = [batch.bookmark.mark == probe.files[0].mark for batch in batches]
    assert ended == [False] * (len(batches) - 1) + [True]


def test_a_bookmark_in_the_middle_of_a_change_goes_on_without_counting_twice(log, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "ROWS", 5)
    log.write_bytes(lines(META, {"$set": {"messages": [prompt(n, f"question {n}") for n in range(1, 24)]}}))
    first = next(iter(read(tmp_path)))
    rest = read(tmp_path, first.bookmark)
    assert [turn.number for turn in gathered([first, *rest], "turns")] == list(range(1, 24))


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "id",
                        "type",
                        "tokens",
                        "input",
                        "toolCalls",
                        "args",
                        "$set",
                        "messages",
                        "content",
                        "__proto__",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from(["gemini", "user", None]),
)
def test_no_shape_of_a_line_is_an_exception(tmp_path_factory, value, kind):
    home = tmp_path_factory.mktemp("home")
    chats = home / ".gemini" / "tmp" / "shop" / "chats"
    chats.mkdir(parents=True)
    record = value if isinstance(value, dict) else {"tokens": value, "toolCalls": value, "content": value}
    (chats / "session-a.jsonl").write_bytes(lines(META, value, record | {"type": kind}))
    (chats / "session-b.json").write_bytes(lines(META | {"messages": value}))
    for number in (0, 1):
        [*_, last] = read(home, number=number)
        assert last.bookmark is not None
        assert read(home, last.bookmark, number)[-1].rows == 0


def test_nothing_a_human_or_an_agent_wrote_is_kept(log, tmp_path):
    secret = "the secret words of a prompt"
    call = {
        "id": "write_file-1",
        "name": "write_file",
        "status": "success",
        "args": {"file_path": "/a", "content": secret},
    }
    shell = {"id": "sh-1", "name": "run_shell_command", "status": "success", "args": {"command": secret}}
    log.write_bytes(lines(META, prompt(1, secret), answer(2, None, content=secret, toolCalls=[call, shell])))
    batches = read(tmp_path)
    assert len(gathered(batches, "edits")) == 1
    assert "secret" not in repr(batches)


def test_the_home_named_by_the_environment_goes_before_the_owners(log, tmp_path):
    log.write_bytes(lines(META))
    probe = READER.probe(Surroundings(tmp_path / "other", {"GEMINI_CLI_HOME": str(tmp_path)}))
    assert [file.path for file in probe.files] == [str(log)]


def test_other_files_of_the_tool_are_not_sessions(log, tmp_path):
    for name in (
        "logs.json",
        "chats/checkpoint-a.json",
        "tool-outputs/session-x.jsonl",
        "chats/sub/notes.json",
    ):
        path = log.parent.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    probe = probe_of(tmp_path)
    assert (probe.files, probe.problems) == ((), ())
    assert [root.state for root in probe.roots] == [RootState.FOUND]


def test_links_are_followed_and_circles_end(log, tmp_path):
    log.write_bytes(lines(META))
    (log.parent / "again").symlink_to(log.parent)
    (log.parent / "session-twin.jsonl").symlink_to(log)
    probe = probe_of(tmp_path)
    assert [file.path for file in probe.files] == [str(log)]
    assert {problem.kind for problem in probe.problems} == {ProblemKind.LINK_CIRCLE}


def test_a_broken_registry_leaves_the_folder_unknown(log, tmp_path):
    log.write_bytes(lines(META, prompt(1)))
    for name in ("projects.json", "trustedFolders.json"):
        (tmp_path / ".gemini" / name).write_bytes(b'{"projects": [\xff')
    assert [fact.cwd for fact in gathered(read(tmp_path), "sessions")] == [None]


def test_a_registry_of_wrong_types_still_gives_the_folders_that_fit(log, tmp_path):
    log.write_bytes(lines(META | {"projectHash": hash_of("/home/ada/shop")}, prompt(1)))
    (tmp_path / ".gemini" / "projects.json").write_text(json.dumps({"projects": {"/home/ada/shop": 4}}))
    (tmp_path / ".gemini" / "trustedFolders.json").write_text("[1]")
    assert [fact.cwd for fact in gathered(read(tmp_path), "sessions")] == ["/home/ada/shop"]


def test_an_unreadable_bookmark_state_begins_with_an_empty_one(log, tmp_path):
    log.write_bytes(lines(META, prompt(1)))
    [*_, last] = read(tmp_path)
    with log.open("ab") as more:
        more.write(lines(answer(2, {"input": 1, "output": 1})))
    batches = read(tmp_path, last.bookmark._replace(state=b"{not"))
    assert len(gathered(batches, "events")) == 1
