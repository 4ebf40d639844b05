"""Of several sources that tell of one request the one that is trusted most counts, whichever is read first."""

import sqlite3
from contextlib import closing

import pytest

from apps import NOON
from copilot_files import (
    SESSION,
    SPANS,
    append_lines,
    counted,
    facts,
    is_stale,
    journal_at,
    line,
    outputs,
    pack_lines,
    problems,
    read,
    request,
    run,
    shutdown,
    start,
    store_at,
    write_lines,
)
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.readers.interface import Surroundings
from outlay.readers.logs.copilot import CopilotReader
from outlay.readers.prices import look_up
from outlay.store.spend_queries import Span
from outlay.store.store import Store
from outlay.use_cases.index_logs import LogIndexer
from outlay.use_cases.last_look import LastLook
from outlay.use_cases.log_work import read_alone
from outlay.use_cases.price_book import PriceBook

CHAT = "3e4f5a6b-3333-4c7d-8e9f-0a1b2c3d4e5f"
SECOND = 1_790_330_400_000


def chat_line(number, moment, output):
    asked = {
        "requestId": f"request_00000000-0000-4000-8000-{number:012x}",
        "timestamp": moment,
        "modelId": "copilot/gpt-5.4",
        "result": {"metadata": {"promptTokens": 100, "outputTokens": output}},
    }
    return {"kind": 2, "k": ["requests"], "v": [asked]}


def chat_at(home):
    return home / ".config/Code/User/workspaceStorage/w1/chatSessions" / f"{CHAT}.jsonl"


def traces_at(home):
    path = home / ".config/Code/User/globalStorage/github.copilot-chat/agent-traces.db"
    run(path, SPANS)
    return path


def span(traces, ident, moment, output, session=CHAT):
    sql = "insert into spans values (?, 't1', ?, ?, 'chat', 'gpt-5.4', 100, ?, 0, ?)"
    run(traces, sql, ident, moment, moment + 500.5, output, session)


def exported(session, output, moment=1_781_082_060):
    attributes = {
        "gen_ai.operation.name": "chat",
        "gen_ai.conversation.id": session,
        "gen_ai.response.model": "gpt-5.4",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": output,
    }
    return {"traceId": f"trace-{output}", "spanId": "s1", "endTime": [moment, 0], "attributes": attributes}


def test_a_journal_yields_to_the_store_model_by_model(tmp_path):
    request(store_at(tmp_path))
    journal = write_lines(
        journal_at(tmp_path), [start(), shutdown(2, 10), shutdown(3, 7, model="gpt-5.4-mini")]
    )
    assert outputs(read(journal, tmp_path)) == [7]


def test_a_journal_counted_before_the_store_came_is_read_anew_and_taken_back(tmp_path):
    journal = write_lines(journal_at(tmp_path), [start(), shutdown(2, 10)])
    [before] = read(journal, tmp_path)
    assert outputs([before]) == [10]
    assert not is_stale(journal, tmp_path, before.bookmark)
    request(store_at(tmp_path))
    assert is_stale(journal, tmp_path, before.bookmark)
    [anew] = read(journal, tmp_path, before.bookmark)
    assert (anew.replaces, anew.supersedes, outputs([anew])) == (True, True, [])
    assert not is_stale(journal, tmp_path, anew.bookmark)


def test_what_was_yielded_stays_so_when_the_store_forgets(tmp_path):
    store = store_at(tmp_path)
    request(store)
    journal = write_lines(journal_at(tmp_path), [start(), shutdown(2, 10)])
    [first] = read(journal, tmp_path)
    run(store, "delete from assistant_usage_events")
    append_lines(journal, [shutdown(3, 30, at="2026-06-10T10:05:00.000Z")])
    assert outputs(read(journal, tmp_path, first.bookmark)) == []
    other_version = first.bookmark._replace(version=99)
    [anew] = read(journal, tmp_path, other_version)
    assert (anew.replaces, outputs([anew])) == (True, [])


def test_a_leg_that_ended_before_the_store_began_counts_from_the_journal(tmp_path):
    request(store_at(tmp_path), at="2026-06-11 09:00:00")
    journal = write_lines(
        journal_at(tmp_path), [start(), shutdown(2, 10), shutdown(3, 25, at="2026-06-11T09:05:00.000Z")]
    )
    assert outputs(read(journal, tmp_path)) == [10]


def test_while_the_store_is_held_a_journal_waits(tmp_path):
    store = store_at(tmp_path)
    journal = write_lines(journal_at(tmp_path), [start(), shutdown(2, 10)])
    with closing(sqlite3.connect(store, isolation_level=None)) as holder:
        holder.execute("pragma locking_mode = exclusive")
        holder.execute("begin exclusive")
        held = read(journal, tmp_path)
        holder.execute("commit")
    assert problems(held) == {ProblemKind.UNREADABLE: 1}
    assert [batch.bookmark for batch in held] == [None]
    assert outputs(read(journal, tmp_path)) == [10]


def test_a_store_that_is_no_database_claims_nothing(tmp_path):
    store = tmp_path / ".copilot/session-store.db"
    journal = write_lines(journal_at(tmp_path), [start(), shutdown(2, 10)])
    store.write_bytes(b"no database at all" * 99)
    assert outputs(read(journal, tmp_path)) == [10]


def test_an_export_yields_to_the_store_and_a_journal_to_the_export(tmp_path):
    export = write_lines(tmp_path / ".copilot/otel/a.jsonl", [exported(SESSION, 10), exported("other", 20)])
    journal = write_lines(journal_at(tmp_path), [start(), shutdown(2, 10)])
    [before] = read(export, tmp_path)
    assert (outputs([before]), outputs(read(journal, tmp_path))) == ([10, 20], [])
    request(store_at(tmp_path))
    assert is_stale(export, tmp_path, before.bookmark)
    assert outputs(read(export, tmp_path, before.bookmark)) == [20]


def test_an_export_that_grows_while_the_worker_runs_claims_what_it_tells_of_now(tmp_path):
    reader = CopilotReader()
    export = write_lines(tmp_path / ".copilot/otel/a.jsonl", [exported("other", 20)])
    journal = write_lines(journal_at(tmp_path), [start(), shutdown(2, 10)])
    assert outputs(read(journal, tmp_path, reader=reader)) == [10]
    append_lines(export, [exported(SESSION, 10)])
    assert outputs(read(journal, tmp_path, reader=reader)) == []


def test_one_span_in_the_traces_and_in_an_export_counts_once(tmp_path):
    traces = traces_at(tmp_path)
    span(traces, "s1", SECOND, 40)
    told = exported(CHAT, 40, SECOND // 1000) | {"traceId": "t1"}
    export = write_lines(tmp_path / ".copilot/otel/a.jsonl", [told])
    both = [*read(traces, tmp_path), *read(export, tmp_path)]
    assert outputs(both) == [40]


def test_a_chat_yields_its_requests_from_when_the_traces_begin(tmp_path):
    chat = write_lines(chat_at(tmp_path), [chat_line(1, SECOND - 900_000, 10), chat_line(2, SECOND, 20)])
    [before] = read(chat, tmp_path)
    assert outputs([before]) == [10, 20]
    span(traces_at(tmp_path), "s1", SECOND + 1000.25, 20)
    assert is_stale(chat, tmp_path, before.bookmark)
    [anew] = read(chat, tmp_path, before.bookmark)
    assert (anew.supersedes, outputs([anew])) == (True, [10])


def test_a_chat_keeps_yielding_what_the_traces_deleted(tmp_path):
    traces = traces_at(tmp_path)
    span(traces, "s1", SECOND, 20)
    chat = write_lines(chat_at(tmp_path), [chat_line(1, SECOND, 20)])
    [first] = read(chat, tmp_path)
    run(traces, "delete from spans")
    append_lines(chat, [chat_line(2, SECOND + 60_000, 30)])
    assert outputs([first, *read(chat, tmp_path, first.bookmark)]) == []


def test_traces_yield_to_the_store(tmp_path):
    traces = traces_at(tmp_path)
    span(traces, "s1", SECOND, 20, SESSION)
    span(traces, "s2", SECOND, 30)
    request(store_at(tmp_path), at="2026-06-10 09:01:00")
    assert outputs(read(traces, tmp_path)) == [30]


def test_the_output_of_answers_stops_counting_when_a_shutdown_tells_of_it(tmp_path):
    answer = {"model": "gpt-5.4", "outputTokens": 8}
    journal = write_lines(journal_at(tmp_path), [start(), line("assistant.message", 2, answer)])
    [first] = read(journal, tmp_path)
    assert [(event.tokens.input_uncached, event.tokens.output) for event in facts([first], "events")] == [
        (None, 8)
    ]
    append_lines(journal, [shutdown(3, 8)])
    [second] = read(journal, tmp_path, first.bookmark)
    for order in ([first, second], [second, first]):
        [event] = counted(facts(order, "events"))
        assert (event.tokens.input_uncached, event.tokens.output) == (80, 8)


@pytest.fixture
def book_of(tmp_path):
    """A store in which everything found in a home is indexed; gives its requests, output, reported micros."""
    with closing(Store(tmp_path / "outlay.sqlite", "laptop")) as store:
        yield lambda home: indexed(store, home)


def indexed(store, home):
    book = PriceBook(store, look_up, lambda: "data 1", NOON)
    reader, around = CopilotReader(), Surroundings(home, {})
    LogIndexer(
        store,
        (reader,),
        around,
        read_alone(pack_lines),
        LastLook(lambda _: None),
        lambda: NOON,
        lambda _: None,
    ).run(lambda: book)
    store.end_sync(NOON)
    cells = list(store.spend.cells((), [Span("", UtcMillis(0), UtcMillis(1 << 52))], None))
    return sum(cell.requests for cell in cells), sum(cell.tokens.output or 0 for cell in cells)


def test_the_book_takes_back_what_a_stronger_source_tells_of_later(book_of, tmp_path):
    home = tmp_path / "home"
    answer = line("assistant.message", 2, {"model": "gpt-5.4", "outputTokens": 8})
    journal = write_lines(journal_at(home), [start(), answer])
    chat = write_lines(chat_at(home), [chat_line(1, SECOND - 900_000, 10), chat_line(2, SECOND, 20)])
    assert book_of(home) == (3, 38)
    append_lines(journal, [shutdown(3, 9)])
    assert book_of(home) == (3, 39)
    store = store_at(home)
    request(store, tokens=(100, 4, 0, 0, 0))
    request(store, tokens=(100, 5, 0, 0, 0))
    assert book_of(home) == (4, 39)
    traces = traces_at(home)
    for number, output in enumerate((6, 7, 7)):
        span(traces, f"s{number}", SECOND + 1000, output)
    assert book_of(home) == (6, 39)
    run(traces, "delete from spans")
    run(store, "delete from assistant_usage_events")
    append_lines(journal, [line("user.message", 9, {})])
    append_lines(chat, [{"kind": 1, "k": ["customTitle"], "v": "later"}])
    assert book_of(home) == (6, 39)
