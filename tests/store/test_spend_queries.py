"""Sums of any stretch of time are those of its events, whichever kept sums they were added up from."""

import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from facts import START as FACTS_START
from facts import event, piece, price_all
from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.moments import QUARTER_MS, UtcMillis
from outlay.domain.usage import SessionKey
from outlay.store.spend_queries import Span
from outlay.store.store import Store

HOUR_MS = 4 * QUARTER_MS
START = 1_763_596_800_000
"""A whole hour."""

QUARTERS = 40
KEYS = ("tool", "model", "folder", "session", "branch")
MOMENTS = st.builds(
    lambda quarter, more: START + quarter * QUARTER_MS + more,
    st.integers(0, QUARTERS),
    st.sampled_from([0, 1, QUARTER_MS - 1]),
)
"""So few that an event often stands at the very end of a stretch."""

STEPS = st.sampled_from([1, QUARTER_MS, HOUR_MS])
EDGES = st.builds(lambda moment, step: moment // step * step, MOMENTS, STEPS)


@st.composite
def events(draw):
    """Events of ten hours, in few sessions, models and folders."""
    return [
        event(
            f"m{number}",
            f"r{number}",
            output=number + 1,
            at=draw(MOMENTS) - FACTS_START,
            session=SessionKey("codex", draw(st.sampled_from("ab"))),
            model=draw(st.sampled_from(("gpt-5.3-codex", "house-1"))),
            cwd=draw(st.sampled_from(("/home/a/shop", None))),
            branch=draw(st.sampled_from(("main", None))),
        )
        for number in range(draw(st.integers(0, 25)))
    ]


@st.composite
def spans(draw):
    """Stretches that do not overlap, some with nothing between them."""
    edges = sorted(set(draw(st.lists(EDGES, min_size=2, max_size=6))))
    pairs = zip(edges, edges[1:], strict=False)
    return [Span(f"{number}", UtcMillis(a), UtcMillis(b)) for number, (a, b) in enumerate(pairs)]


def wanted(found, stretches, keys, until):
    """Requests, output and list value, added up event by event."""
    sums = Counter()
    for one in found:
        texts = {
            "tool": one.session.tool,
            "model": one.model,
            "folder": one.cwd,
            "session": one.session.session,
            "branch": one.branch,
        }
        (cost,) = price_all([one])
        for span in stretches:
            if span.first <= one.moment < span.after and (until is None or one.moment <= until):
                at = (span.label, *(texts[key] if key in keys else None for key in KEYS))
                sums.update({(at, "requests"): 1, (at, "output"): one.tokens.output})
                sums.update({(at, "micros"): cost.micros or 0})
    return +sums


def answered(store, stretches, keys, until):
    sums = Counter()
    for cell in store.spend.cells(keys, stretches, until):
        at = cell[:6]
        sums.update({(at, "requests"): cell.requests, (at, "output"): cell.tokens.output or 0})
        sums.update({(at, "micros"): cell.list_micros})
    return +sums


@settings(max_examples=60, deadline=None)
@given(
    events(),
    st.integers(0, 25),
    spans(),
    st.sets(st.sampled_from(KEYS)).map(sorted),
    st.none() | st.builds(UtcMillis, EDGES),
)
def test_any_stretch_sums_to_its_events_whether_its_sums_are_made_or_wait(
    found, made, stretches, keys, until
):
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Store(Path(folder) / "outlay.sqlite", "laptop")) as store,
    ):
        store.add_slices([piece(*found[:made])], price_all, UtcMillis(START), refresh=True)
        store.add_slices([piece(*found[made:], offset=2)], price_all, UtcMillis(START), refresh=False)
        assert answered(store, stretches, keys, until) == wanted(found, stretches, keys, until)


def plans(store, ask):
    """How SQLite goes about every statement of a question, its steps in order."""
    asked = []
    store._connection.set_trace_callback(asked.append)
    ask()
    store._connection.set_trace_callback(None)
    return [
        [row[3] for row in store._connection.execute(f"explain query plan {sql}")]
        for sql in asked
        if not sql.startswith("--")
    ]


@pytest.mark.parametrize("keys", [(), ("tool", "model", "folder"), ("session",), ("branch",)])
def test_a_stretch_is_looked_up_and_never_found_by_walking_all_there_is(store, keys):
    store.add_slices([piece(event())], price_all, UtcMillis(START), refresh=False)
    stretches = [Span("", UtcMillis(START + 1), UtcMillis(START + QUARTERS * QUARTER_MS))]
    found = plans(store, lambda: list(store.spend.cells(keys, stretches, None)))
    summing = [steps for steps in found if "SCAN spans" in steps]
    in_events = [
        steps for steps in summing if any("USING INDEX fact_usage_by_moment" in one for one in steps)
    ]
    assert in_events
    for steps in in_events:
        searched = next(at for at, step in enumerate(steps) if step.startswith("SEARCH u"))
        assert steps.index("SCAN spans") < searched
    walked = {step for steps in summing for step in steps if step.startswith("SCAN")}
    assert not walked & {"SCAN u", "SCAN c", "SCAN s", "SCAN derived_hours", "SCAN derived_quarters"}


def test_folders_are_listed_by_use_and_unused_ones_last(store):
    found = [event(f"m{n}", f"r{n}", cwd="/home/a/much" if n else "/home/a/little") for n in range(3)]
    store.add_slices([piece(*found)], price_all, UtcMillis(START), refresh=True)
    store._connection.execute("insert into fact_folders (path) values ('/home/a/none')")
    assert store.spend.folders() == ("/home/a/much", "/home/a/little", "/home/a/none")


def test_models_without_a_price_are_counted_the_most_used_first(store):
    models = ["house-1", "house-2", "house-2", "claude-opus-4-6"]
    found = [event(f"m{n}", f"r{n}", model=model) for n, model in enumerate(models)]
    store.add_slices([piece(*found)], price_all, UtcMillis(START), refresh=True)
    assert store.spend.unpriced_models() == [("house-2", 2), ("house-1", 1)]
