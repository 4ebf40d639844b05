"""What readers hand over is kept once, whatever the order in which files are read."""

import random
import sqlite3

import pytest
from facts import SESSION, START, event, piece, price_all
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Edit, QuotaWindow, SessionFact, SessionKey, ShellFact, Turn
from outlay.errors import StoreFullError
from outlay.store.spend_queries import Span
from outlay.store.store import Store

NOW = UtcMillis(START)
EVERYTHING = [Span("", UtcMillis(0), UtcMillis(1 << 52))]


def keep(store, *slices, refresh=True):
    return store.add_slices(slices, price_all, NOW, refresh=refresh)


def totals(store, keys=()):
    """Sums by keys, from the buckets or from the events as the query chooses."""
    found = {}
    for cell in store.spend.cells(keys, EVERYTHING, None):
        name = (cell.tool, cell.model, cell.session, cell.branch)
        known = found.get(name, (0, 0, 0))
        more = (cell.requests, cell.list_micros, cell.unpriced_requests)
        found[name] = tuple(a + b for a, b in zip(known, more, strict=True))
    return found


def test_reading_the_same_events_twice_adds_nothing(store):
    first = keep(store, piece(event(), event("m2")))
    again = keep(store, piece(event(), event("m2")))
    assert (first[0].added, again[0].added, again[0].changed) == (2, 0, 0)
    assert totals(store) == {(None,) * 4: (2, 20, 0)}


@pytest.mark.parametrize("key", ["m\u20281", "m'1", "é😀"])
def test_a_request_with_an_odd_key_is_kept_once_too(store, key):
    for output in (3, 80):
        keep(store, piece(event(), event(key, output=output)))
    assert totals(store) == {(None,) * 4: (2, 90, 0)}


def test_a_growing_response_is_counted_once_at_its_largest(store):
    keep(store, piece(event(output=3)))
    counts = keep(store, piece(event(output=80, at=5_000)))
    assert (counts[0].added, counts[0].changed) == (0, 1)
    assert totals(store) == {(None,) * 4: (1, 80, 0)}


def test_a_response_keeps_its_earliest_moment_and_its_old_bucket_is_emptied(store):
    hour = 3_600_000
    keep(store, piece(event(output=3, at=hour)))
    keep(store, piece(event(output=80, at=0)))
    spans = [Span("first", UtcMillis(START - START % 900_000), UtcMillis(START - START % 900_000 + 900_000))]
    assert [cell.requests for cell in store.spend.cells((), spans, None)] == [1]
    assert totals(store) == {(None,) * 4: (1, 80, 0)}


def test_a_told_moment_takes_the_place_of_one_that_stood_in_for_it_whenever_it_comes(store):
    day = 86_400_000
    told, missing = event(at=day), event(at=0, stands_in=True)
    first = UtcMillis(START - START % day)
    spans = [Span("first", first, UtcMillis(first + day))]
    for one, more in ((missing, 0), (told, 1), (missing, 0)):
        assert keep(store, piece(one))[0].changed == more
    assert [cell.requests for cell in store.spend.cells((), spans, None)] == []
    assert totals(store) == {(None,) * 4: (1, 10, 0)}


def test_a_replay_in_a_side_conversation_is_not_billed_again(store):
    keep(store, piece(event("m1", "r1", 50)))
    keep(store, piece(event("m1", "r2", 50, sidechain=True), path="/side.jsonl"))
    assert totals(store) == {(None,) * 4: (1, 50, 0)}


def test_a_replay_met_before_its_original_stops_counting_when_the_original_comes(store):
    keep(store, piece(event("m1", "r2", 50, sidechain=True), path="/side.jsonl"))
    assert totals(store) == {(None,) * 4: (1, 50, 0)}
    keep(store, piece(event("m1", "r1", 50)))
    assert totals(store) == {(None,) * 4: (1, 50, 0)}


def test_two_requests_of_one_message_in_the_main_conversation_both_count(store):
    keep(store, piece(event("m1", "r1", 50), event("m1", "r2", 7)))
    assert totals(store) == {(None,) * 4: (2, 57, 0)}


def test_requests_without_a_price_are_counted_beside_the_sum(store):
    keep(store, piece(event("m1"), event("m2", model="house-model")))
    assert totals(store) == {(None,) * 4: (2, 10, 1)}


def test_of_equal_copies_the_oldest_file_has_the_session(store):
    original, copy = SESSION, SessionKey("claude_code", "resumed")
    keep(store, piece(event(session=copy), path="/new.jsonl", written=200))
    keep(store, piece(event(session=original), path="/old.jsonl", written=100))
    keep(store, piece(event(session=copy), path="/new.jsonl", written=300))
    assert totals(store, ("session",)) == {(None, None, "s1", None): (1, 10, 0)}


def test_of_copies_without_a_moment_the_oldest_file_has_the_session(store):
    original, copy = SESSION, SessionKey("claude_code", "resumed")
    keep(store, piece(event(session=copy, at=7, stands_in=True), path="/new.jsonl", written=200))
    keep(store, piece(event(session=original, at=9, stands_in=True), path="/old.jsonl", written=100))
    assert totals(store, ("session",)) == {(None, None, "s1", None): (1, 10, 0)}


def test_a_fork_that_is_taken_back_takes_no_request_of_its_parent_along(store):
    fork = SessionKey("codex", "fork")
    keep(store, piece(event(session=fork, quality="partial"), path="/fork.jsonl"))
    keep(store, piece(event(), path="/parent.jsonl"))
    keep(store, piece(event("m2", session=fork), path="/fork.jsonl")._replace(supersedes=True))
    assert totals(store) == {(None,) * 4: (2, 20, 0)}


EVENTS = st.lists(
    st.builds(
        event,
        message=st.sampled_from(["m1", "m2", "m3"]),
        request=st.sampled_from(["", "r1", "r2"]),
        output=st.integers(0, 90),
        at=st.sampled_from([0, 60_000, 1_000_000, 90_000_000]),
        sidechain=st.booleans(),
        nested=st.booleans(),
        stands_in=st.booleans(),
        model=st.sampled_from(["claude-opus-4-6"]),
        session=st.sampled_from([SESSION, SessionKey("claude_code", "s2")]),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EVENTS, st.integers(0, 10_000))
def test_totals_do_not_depend_on_the_order_or_the_slices_in_which_events_come(tmp_path, events, seed):
    shuffled = random.Random(seed).sample(events, len(events))
    one = Store(tmp_path / f"{random.random()}.sqlite", "laptop")
    other = Store(tmp_path / f"{random.random()}.sqlite", "laptop")
    keep(one, piece(*events))
    for single in shuffled:
        keep(other, piece(single), refresh=False)
    unrefreshed = totals(other)
    other.refresh()
    rebuilt = totals(other)
    other.rebuild(price_all)
    assert totals(one) == unrefreshed == rebuilt == totals(other)
    one.close()
    other.close()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EVENTS)
def test_every_way_of_splitting_adds_up_to_the_same_total(tmp_path, events):
    store = Store(tmp_path / f"{random.random()}.sqlite", "laptop")
    keep(store, piece(*events))
    whole = sum(micros for _, micros, _ in totals(store).values())
    for keys in (("tool",), ("model", "tool"), ("session",), ("branch",), ("session", "branch", "model")):
        assert sum(micros for _, micros, _ in totals(store, keys).values()) == whole
    store.close()


def test_everything_else_of_a_batch_is_kept_once(store):
    rest = {
        "sessions": [SessionFact(SESSION, "root", cwd="/home/a/shop", version="2.1")],
        "turns": [Turn(SESSION, 1, NOW)],
        "edits": [
            Edit(SESSION, "call", 0, NOW, 1, "/home/a/shop/a.py", "/home/a/shop", "edit", b"1" * 8, b"")
        ],
        "shell": [ShellFact(SESSION, "call", NOW, 1, "commit", "abc1234")],
        "quotas": [QuotaWindow("codex", "codex", 300, 5.0, None, NOW)],
    }
    assert keep(store, piece(**rest))[0].added == 4
    before = store.revision
    assert keep(store, piece(**rest | {"quotas": []}))[0].added == 0
    assert store.revision == before
    with sqlite3.connect(store.path) as look:
        for table in ("fact_turns", "fact_edits", "fact_shell", "fact_quotas"):
            assert look.execute(f"select count(*) from {table}").fetchone() == (1,), table


def test_the_newest_word_on_a_quota_window_stands(store):
    keep(store, piece(quotas=[QuotaWindow("codex", "codex", 300, 50.0, None, UtcMillis(START + 10))]))
    keep(store, piece(quotas=[QuotaWindow("codex", "codex", 300, 5.0, None, UtcMillis(START))]))
    assert [quota.used_percent for quota in store.quotas()] == [50.0]


def test_bookmarks_are_kept_with_the_facts_they_stand_for(store):
    keep(store, piece(event(), offset=77))
    assert store.logs.bookmarks("logs.claude_code")["/log.jsonl"].offset == 77


def test_a_full_disk_keeps_nothing_of_the_slice_and_everything_before_it(store, path):
    keep(store, piece(event()))
    pages = store._connection.execute("pragma page_count").fetchone()[0]
    store._connection.execute(f"pragma max_page_count = {pages}")
    many = [event(f"m{number}", "r" * 500) for number in range(3_000)]
    with pytest.raises(StoreFullError, match="disk is full"):
        keep(store, piece(*many, offset=99))
    assert totals(store) == {(None,) * 4: (1, 10, 0)}
    assert store.logs.bookmarks("logs.claude_code")["/log.jsonl"].offset == 1
    store._connection.execute("pragma max_page_count = 1000000")
    keep(store, piece(*many, offset=99))
    assert totals(store)[(None,) * 4][0] == 3_001
