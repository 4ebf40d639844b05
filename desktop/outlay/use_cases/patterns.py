"""Finds what may have cost money without need, in money and by session."""

from collections.abc import Iterator
from functools import partial

from outlay.domain.moments import Period, UtcMillis
from outlay.domain.patterns import Pattern, PatternFinding, Seen
from outlay.domain.prices import Cost
from outlay.rules.cache_rewrites import cost_of_rewrite, rewrites
from outlay.rules.loops import repetitions
from outlay.rules.patterns import findings_of
from outlay.rules.price_book import book_of
from outlay.rules.pricing import UNPRICED, cost_of
from outlay.store.pattern_facts import Stretch, TurnRuns
from outlay.store.store import StoreView

_EVER = 1 << 62


def patterns(store: StoreView, period: Period | None, now: UtcMillis) -> tuple[PatternFinding, ...]:
    """Findings of requests within a period, one for each session and pattern, ordered by both.

    Args:
        store: what is known.
        period: days to answer for; None is everything.
        now: the moment the answer stands for; what came later is left out.
    """
    first, after = (period.first, period.after) if period else (-_EVER, _EVER)
    stretch = Stretch(first, min(after, now + 1), now)
    return findings_of([*_cache_rewrites(store, stretch), *_loops(store, stretch)])


def _cache_rewrites(store: StoreView, stretch: Stretch) -> Iterator[Seen]:
    price = partial(cost_of, rates=book_of(store.prices.rates(), store.prices.own_rates()))
    found = {one.number: one for calls in store.patterns.calls(stretch) for one in rewrites(calls)}
    for number, root, event, whole in store.patterns.priced(found, stretch):
        cost = cost_of_rewrite(event, found[number], whole, price)
        yield Seen(event.session.tool, root, Pattern.CACHE_REWRITE, number, cost)


def _loops(store: StoreView, stretch: Stretch) -> Iterator[Seen]:
    for turn in store.patterns.runs(stretch):
        yield from _loops_of(store, turn, stretch)


def _loops_of(store: StoreView, turn: TurnRuns, stretch: Stretch) -> Iterator[Seen]:
    again = list(repetitions(turn.runs))
    asked = [run.request for run in again if run.request is not None]
    costs: dict[int | None, Cost] = {
        number: cost for number, _, _, cost in store.patterns.priced(asked, stretch)
    }
    for run in again:
        if run.request in costs or (run.request is None and stretch.first <= run.moment < stretch.after):
            cost = costs.get(run.request, UNPRICED)
            yield Seen(turn.tool, turn.root, Pattern.LOOP, run.request, cost)
