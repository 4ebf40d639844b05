"""What changed in a week against the week before, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from outlay.domain.answers import SpendRow
from outlay.domain.items import ItemsAnswer
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.review import Change, Verdict
from outlay.rules.charged import charged_for
from outlay.rules.periods import weeks_before
from outlay.rules.spend_change import Charged, Made, moved, split_of, verdict_of
from outlay.store.kind_sums import Among
from outlay.store.store import StoreView
from outlay.use_cases.amount_by_kind import priced_sums, prices_of, searches_micros
from outlay.use_cases.items import items
from outlay.use_cases.spend import Narrowing, spend

USUAL_WEEKS = 8
"""How many own weeks say what is usual. Source: attribution.md 10."""


def spend_change(store: StoreView, week: Period, work: ItemsAnswer, now: UtcMillis) -> Change:
    """A week, with what is known of its items, beside the week before it.

    There is no difference while the week runs, and none when either week has a request without a price.
    """
    before = weeks_before(week, 1)
    told = _moved(store, before, week, now)
    if now < week.after:
        came = (one._replace(gone=()) for one in (told.tools, told.models, told.projects))
        return Change(Verdict.RUNNING, None, 0, None, None, None, *came)
    sums = _weeks(store, week, now)
    mine, theirs = (sums.pop(one.start.isoformat(), None) for one in (week, before))
    if mine is None or theirs is None:
        return told._replace(verdict=Verdict.UNUSED)
    if mine.unpriced_requests or theirs.unpriced_requests:
        return told._replace(verdict=Verdict.UNPRICED)
    split = split_of(_made(store, before, items(store, before, now), now), _made(store, week, work, now))
    return _compared(told, mine, theirs, list(sums.values()))._replace(split=split)


def _compared(told: Change, mine: SpendRow, theirs: SpendRow, others: Sequence[SpendRow]) -> Change:
    usual = [theirs.list_micros, *(row.list_micros for row in others if not row.unpriced_requests)]
    return told._replace(
        verdict=verdict_of(mine.list_micros, theirs.list_micros, usual),
        difference=mine.list_micros - theirs.list_micros,
        weeks=len(usual),
        low=min(usual),
        high=max(usual),
    )


def _weeks(store: StoreView, week: Period, now: UtcMillis) -> dict[str, SpendRow]:
    """The weeks with any use by their first day, up to and with this one."""
    span = Period(weeks_before(week, USUAL_WEEKS).start, week.end, week.zone)
    found = spend(store, ("week",), span, week.zone, now, Narrowing(first_weekday=week.start.weekday()))
    return {row.keys[0] or "": row for row in found.rows if row.requests}


def _moved(store: StoreView, before: Period, week: Period, now: UtcMillis) -> Change:
    """Tools, models and projects that came and went; nothing else is said yet."""
    keys = ("tool", "model", "project")
    then, here = (spend(store, keys, one, week.zone, now).rows for one in (before, week))
    came = (moved((row.keys[at] for row in then), (row.keys[at] for row in here)) for at in range(len(keys)))
    return Change(Verdict.RUNNING, None, 0, None, None, None, *came)


def _made(store: StoreView, week: Period, work: ItemsAnswer, now: UtcMillis) -> Made:
    """A week as it is split; nothing charged where that cannot be told of all of it."""
    number = sum(item.in_period.whole > 0 for item in work.items)
    made = Made(number, _charged(store, week, now))
    return made if made.micros == work.total_micros else Made(number, {})


def _charged(store: StoreView, week: Period, now: UtcMillis) -> Mapping[tuple[str, ...], Charged]:
    sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    for one, rate in priced_sums(store, Among(), week, now):
        if rate is None:
            return {}
        prices, number = prices_of(rate, one.above), one.requests * one.searches
        kinds = charged_for(one.list_micros, number, searches_micros(one, rate), one.tokens, prices)
        if kinds is None:
            return {}
        for kind, part in kinds.items():
            sums[one.model, str(one.above), kind][0] += part.quantity
            sums[one.model, str(one.above), kind][1] += part.micros
    return {key: Charged(*told) for key, told in sums.items()}
