"""The figures of a week's review: what shipped, where the money went, what changed, and what only the owner knows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Fate
from outlay.domain.items import Item, ItemsAnswer
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.patterns import Pattern, PatternFinding
from outlay.domain.review import ReviewItem, UnderWay, WeekReview, Went, WorthALook
from outlay.rules.attribution.standing import fate_of, fate_unlinked
from outlay.rules.shipped_items import STANDING
from outlay.store.store import StoreView
from outlay.use_cases.items import items
from outlay.use_cases.patterns import patterns
from outlay.use_cases.period_work import shipped_items
from outlay.use_cases.review_doubts import follow_ups_asked, links_asked
from outlay.use_cases.spend_change import spend_change
from outlay.use_cases.summarise import why_unknown

MOST_OPEN = 5


def review(store: StoreView, week: Period, now: UtcMillis, *, sample: bool) -> WeekReview:
    """A week's figures as they stand at a moment; what happened after it is left out."""
    work = items(store, week, now)
    unknown = why_unknown(store)
    still_open = _open(work.items)
    return WeekReview(
        period=week,
        as_of=now,
        revision=work.revision,
        method=work.method,
        sample=sample,
        total_micros=work.total_micros,
        requests=work.requests,
        unpriced_requests=work.unpriced_requests,
        at_least=work.at_least,
        shipped=None if unknown else _shipped(work, week, now),
        shipped_unknown=unknown,
        went=_went(work),
        still_open=tuple(still_open[:MOST_OPEN]),
        open_items=len(still_open),
        follow_ups=follow_ups_asked(store, work.items, week, now),
        links=links_asked(store, week, now),
        pattern=_worth_a_look(patterns(store, week, now), work.items),
        change=spend_change(store, week, work, now),
        coverage=work.coverage,
        logs_missing=work.logs_missing,
    )


def _shipped(work: ItemsAnswer, week: Period, now: UtcMillis) -> tuple[ReviewItem, ...]:
    """Those with the most direct money first."""
    rows = {item.item: item for item in work.items}
    told = [
        ReviewItem(
            one.item,
            one.title,
            one.repository,
            one.state,
            one.landed,
            rows[one.item].in_period.direct,
            rows[one.item].in_period.context,
            _took_part(rows[one.item]),
            rows[one.item].spend_unseen,
        )
        for one in shipped_items(work.items, week, now)
    ]
    return tuple(sorted(told, key=lambda one: (-one.direct, -one.context, one.landed, one.item)))


def _took_part(item: Item) -> bool:
    """Whether agents took part in an item: by their money, by the lines they wrote, or by what names one."""
    wrote = item.agent_share is not None and item.agent_share.high > 0
    return bool(item.in_all.whole) or wrote or item.spend_unseen


def _went(work: ItemsAnswer) -> tuple[Went, ...]:
    """The week's money by fate, in the order of fates; those without money are left out."""
    items_of: dict[Fate, list[Item]] = defaultdict(list)
    unlinked: dict[Fate, int] = defaultdict(int)
    for item in work.items:
        if item.in_period.whole:
            items_of[fate_of(item.state)].append(item)
    for reason, micros in work.not_linked.by_reason.items():
        unlinked[fate_unlinked(reason)] += micros
    rows = [
        Went(
            fate,
            len(items_of[fate]),
            sum(item.in_period.direct for item in items_of[fate]),
            sum(item.in_period.context for item in items_of[fate]),
            unlinked[fate],
        )
        for fate in Fate
    ]
    return tuple(row for row in rows if row.whole)


def _open(listed: Iterable[Item]) -> list[UnderWay]:
    """Items under way that took money in the week, those with the most in all first."""
    under_way = [item for item in listed if item.state is ItemState.IN_FLIGHT]
    under_way.sort(key=lambda item: (-item.in_all.whole, item.item))
    return [
        UnderWay(
            item.item,
            item.title,
            item.repository,
            item.in_all.direct,
            item.in_all.context,
            item.began or item.created,
        )
        for item in under_way
    ]


def _worth_a_look(found: Sequence[PatternFinding], listed: Iterable[Item]) -> WorthALook | None:
    """The pattern with the most money; None when nothing that was seen has a price."""
    landed = {session for item in listed if item.state in STANDING for session in item.sessions}
    every = [_seen([one for one in found if one.pattern is pattern], pattern, landed) for pattern in Pattern]
    told = [one for one in every if one.micros > 0]
    return max(told, key=lambda one: (one.micros, one.pattern), default=None)


def _seen(found: Sequence[PatternFinding], pattern: Pattern, landed: set[str]) -> WorthALook:
    return WorthALook(
        pattern,
        sum(one.list_micros or 0 for one in found),
        len(found),
        sum(one.session in landed for one in found),
        at_least=any(one.unpriced for one in found),
        estimated=any(one.estimated for one in found),
    )
