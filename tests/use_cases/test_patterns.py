"""Patterns of whole logs, read by the real readers and by no one in particular."""

import json
import random
import tempfile
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps import app_for
from claude_lines import response, write_log
from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import Period, UtcMillis, start_of_day
from outlay.domain.patterns import Pattern, PatternFinding
from outlay.domain.prices import Rate, TokenPrices
from outlay.domain.usage import SessionFact, SessionKey, ShellFact, ShellKind, TokenCounts, UsageEvent
from outlay.rules.price_book import book_of
from outlay.rules.pricing import cost_of
from outlay.store.log_facts import FileSlice
from outlay.store.store import Store, view
from outlay.use_cases.patterns import patterns

SESSION = "5f0c0000-0000-4000-8000-000000000001"
UTC = ZoneInfo("UTC")
DAY = date(2026, 11, 19)
START = start_of_day(DAY, UTC)
LATER = UtcMillis(START + 30 * 86_400_000)


def found(home, period=None, now=LATER):
    store = view(Path(home) / "data" / "outlay.sqlite")
    try:
        return patterns(store, period, now)
    finally:
        store.close()


def stamp(minute):
    return f"2026-11-19T{9 + minute // 60:02}:{minute % 60:02}:00.000Z"


def asked(minute, tokens, number, call=None, **more):
    """An assistant line of its own request; with `call`, it runs the shop's tests."""
    line = response(f"msg_{number}", f"req_{number}", stamp(minute), tokens=tokens, session=SESSION, **more)
    if call:
        used = {"type": "tool_use", "id": call, "name": "Bash", "input": {"command": "make test"}}
        line["message"]["content"] = [used]
    return line


def answered(minute, call, *, failed):
    """The line that brings a call's result."""
    result = {"type": "tool_result", "tool_use_id": call, "content": "1 failed", "is_error": failed}
    line = response(session=SESSION, at=stamp(minute))
    return line | {"type": "user", "uuid": f"u-{call}", "message": {"role": "user", "content": [result]}}


def prompt(minute):
    line = response(session=SESSION, at=stamp(minute))
    return line | {"type": "user", "uuid": f"p-{minute}", "message": {"role": "user", "content": "go on"}}


def failing(runs, since=0):
    """A turn in which the tests fail so many times, each asked for by a request of 25,000 micro-units of output."""
    lines = [prompt(since)]
    for number in range(since, since + runs):
        lines.append(asked(number + 1, (0, 0, 0, 0, 1_000), number, f"toolu_{number:020}"))
        lines.append(answered(number + 1, f"toolu_{number:020}", failed=True))
    return lines


def test_a_session_left_alone_for_longer_than_its_cache_lives_pays_its_context_again(empty_home):
    calls = [asked(0, (3, 0, 100_000, 0, 10), 0), asked(9, (3, 0, 110_000, 0, 10), 1)]
    write_log(empty_home, [prompt(0), *calls])
    app_for(empty_home).sync()
    expected = PatternFinding(
        "claude_code", SESSION, Pattern.CACHE_REWRITE, 1, 100_003 * 575 // 100, estimated=False
    )
    assert found(empty_home) == (expected,)


def test_a_subagents_pause_is_its_own_and_counts_for_the_session_that_started_it(empty_home):
    mine = [asked(at, (0, 100_000, 100, 0, 10), at) for at in (0, 4, 8, 12)]
    agent = [asked(at, (0, 0, 50_000, 0, 10), at, isSidechain=True, agentId="a0") for at in (1, 13)]
    write_log(empty_home, mine)
    write_log(empty_home, agent, "agent-a0", f"-home-a-shop/{SESSION}/subagents")
    app_for(empty_home).sync()
    (one,) = found(empty_home)
    assert (one.session, one.count, one.list_micros) == (SESSION, 1, 287_500)


def test_an_hour_without_a_question_in_codex_is_an_estimate_because_writes_are_not_told(empty_home):
    thread = "019a0c11-7b52-7a10-9c3e-2f6d8e4b1a01"
    lines = [
        ("session_meta", {"id": thread, "cwd": "/srv/ledger"}),
        ("turn_context", {"model": "gpt-5-codex", "cwd": "/srv/ledger"}),
    ]
    total = 0
    for taken in (80_000, 85_000):
        total += taken
        last = {"input_tokens": taken, "cached_input_tokens": 0, "output_tokens": 10}
        info = {"last_token_usage": last, "total_token_usage": {**last, "input_tokens": total}}
        lines.append(("event_msg", {"type": "token_count", "info": info}))
    path = empty_home / f".codex/sessions/2026/11/19/rollout-2026-11-19T09-00-00-{thread}.jsonl"
    path.parent.mkdir(parents=True)
    text = (
        json.dumps({"timestamp": stamp(20 * at), "type": kind, "payload": payload})
        for at, (kind, payload) in enumerate(lines)
    )
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    app_for(empty_home).sync()
    assert found(empty_home) == (
        PatternFinding("codex", thread, Pattern.CACHE_REWRITE, 1, 90_000, estimated=True),
    )


def test_a_command_that_fails_over_and_over_costs_the_requests_that_ran_it_again(empty_home):
    write_log(empty_home, failing(6))
    app_for(empty_home).sync()
    assert found(empty_home) == (
        PatternFinding("claude_code", SESSION, Pattern.LOOP, 5, 125_000, estimated=False),
    )


def test_failures_in_two_turns_are_no_loop(empty_home):
    write_log(empty_home, [*failing(3), *failing(3, 10)])
    app_for(empty_home).sync()
    assert found(empty_home) == ()


def test_a_new_session_writes_its_context_for_the_first_time(empty_home):
    write_log(empty_home, [asked(0, (0, 0, 100_000, 0, 10), 0)])
    app_for(empty_home).sync()
    other = asked(30, (0, 0, 100_000, 0, 10), 1) | {"sessionId": "other"}
    write_log(empty_home, [other], "other")
    app_for(empty_home).sync()
    assert found(empty_home) == ()


@pytest.mark.parametrize(("minute", "counts"), [(3, []), (4, [3]), (59, [5]), (60, [1, 5])])
def test_what_came_after_the_moment_asked_for_is_not_known_yet(empty_home, minute, counts):
    cold = asked(60, (0, 0, 110_000, 0, 10), 98)
    write_log(empty_home, [*failing(6), asked(7, (0, 0, 100_000, 0, 10), 97), cold])
    app_for(empty_home).sync()
    now = UtcMillis(START + (9 * 60 + minute) * 60_000)
    assert [one.count for one in found(empty_home, now=now)] == counts


def test_a_loop_over_midnight_is_paid_on_the_day_each_request_was_made(tmp_path):
    """Runs at 23:30, 23:45, 23:59 (its end comes after midnight), 00:10 and 00:20, which works."""
    key, midnight = KEYS[0], START + 86_400_000
    asks = [midnight + minute * 60_000 for minute in (-30, -15, -1, 10, 20)]
    events = [
        UsageEvent(f"m{at}", "r", key, UtcMillis(at), "claude-x", TokenCounts(0, 0, 0, 0, None, 100))
        for at in asks
    ]
    outcomes = [*[ShellKind.FAILED] * 4, ShellKind.RECOVERED]
    shell = [
        ShellFact(key, f"call-{at}", UtcMillis(at + 90_000), 1, outcome, "test")
        for at, outcome in zip(asks, outcomes, strict=True)
    ]
    store = kept(tmp_path, [(events, shell)])
    days = [Period(DAY + timedelta(days=n), DAY + timedelta(days=n + 1), UTC) for n in range(3)]
    found_by_day = [[(one.count, one.list_micros) for one in patterns(store, day, LATER)] for day in days]
    store.close()
    assert found_by_day == [[(2, 5_000)], [(2, 5_000)], []]


@pytest.mark.parametrize("cut", [1, 4, 8])
def test_a_session_in_two_files_is_found_as_one(empty_home, cut):
    lines = [asked(7 * at, (3, 0, 40_000 + 100 * at, 0, 10), at) for at in range(9)]
    write_log(empty_home, lines)
    app_for(empty_home).sync()
    other = empty_home / "other"
    write_log(other, lines[cut:], "later")
    write_log(other, lines[:cut], SESSION)
    app_for(other).sync()
    assert found(other) == found(empty_home) != ()


KEYS = [SessionKey("any", "s"), SessionKey("any", "s", "helper"), SessionKey("any", "t")]
PRICES = TokenPrices(5_000_000, 25_000_000, 500_000, 6_250_000, 10_000_000)
RATES = [Rate("anthropic", "claude-x", "standard", UtcMillis(0), PRICES, (), None, "USD", "by hand")]


def steps_of(dice):
    """Forty requests: who asks, how many minutes after the one before, its cache, model, command and outcome."""
    return [
        (
            dice.choice(KEYS),
            dice.choice((0, 1, 2, 7, 100)),
            dice.choice((0, 0, 60_000)),
            dice.choice((100, 40_000, 120_000)),
            dice.choice(("claude-x", "claude-x", "claude-x", "house")),
            dice.choice(("", "test", "test", "build")),
            dice.choice((*[ShellKind.FAILED] * 5, ShellKind.RECOVERED)),
        )
        for _ in range(40)
    ]


STEPS = st.integers(0, 1 << 32).map(random.Random).map(steps_of)


def facts_of(steps):
    events, shell, minute = [], [], 0
    for number, (key, gap, read, written, model, command, outcome) in enumerate(steps):
        minute += gap
        moment = UtcMillis(START + minute * 60_000)
        tokens = TokenCounts(3, read, written, 0, None, 100)
        events.append(UsageEvent(f"m{number}", "r", key, moment, model, tokens))
        if command:
            ended = UtcMillis(moment + 1_000)
            shell.append(ShellFact(key, f"call-{number}", ended, 1 + number // 30, outcome, command))
    return events, shell


def kept(folder, parts):
    """A store that was given the facts in these parts, each out of a file of its own."""
    store = Store(Path(folder) / "outlay.sqlite", "laptop")
    book = book_of(RATES, ())
    sessions = [SessionFact(key, key.session) for key in KEYS]
    with store.writing():
        store.prices.keep(RATES, START)
    for number, (events, shell) in enumerate(parts):
        mark = Bookmark(FileMark(1, number, 1, 4), 1, 1, "head", b"{}", 1)
        batch = Batch(events=events, shell=shell, sessions=sessions, bookmark=mark)
        piece = FileSlice("logs.any", f"/{number}.jsonl", batch)
        store.add_slices([piece], lambda asked: [cost_of(one, book) for one in asked], LATER, refresh=True)
    return store


def parts_of(facts, cuts, dice):
    """The facts dealt out over some files, in any order."""
    parts = [([], []) for _ in range(cuts)]
    for kind in (0, 1):
        for one in dice.sample(facts[kind], len(facts[kind])):
            dice.choice(parts)[kind].append(one)
    return parts


def sums_of(findings, pattern):
    mine = [one for one in findings if one.pattern == pattern]
    return sum(one.count for one in mine), sum(one.list_micros or 0 for one in mine)


@settings(deadline=None, max_examples=20)
@given(STEPS, st.integers(1, 4), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_files_and_order_and_stay_within_their_session(steps, cuts, dice):
    facts = facts_of(steps)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        store, mixed = kept(one, [facts]), kept(other, parts_of(facts, cuts, dice))
        whole = patterns(store, None, LATER)
        assert patterns(mixed, None, LATER) == whole
        for finding in whole:
            requests, total, _ = store.spend.session_sums(SessionKey("any", finding.session), LATER)
            assert 0 <= (finding.list_micros or 0) <= total
            assert 0 <= finding.unpriced <= finding.count <= requests
            assert (finding.list_micros is None) == (finding.unpriced == finding.count)
        days = [
            patterns(store, Period(day, day + timedelta(days=1), UTC), LATER)
            for day in (DAY + timedelta(days=n) for n in range(4))
        ]
        by_day = [one for found in days for one in found]
        for pattern in Pattern:
            assert sums_of(by_day, pattern) == sums_of(whole, pattern)
        store.close()
        mixed.close()
