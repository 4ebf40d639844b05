"""Tells an amount by what it was charged for: input, cache read, cache written, output; exact to the micro-unit."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from outlay.domain.moments import Period, UtcMillis
from outlay.domain.prices import Rate, TokenPrices
from outlay.domain.spend_page import KindAmounts, TokenKind, UsedRate
from outlay.rules.amount_by_kind import amount_by_kind as split
from outlay.rules.groups import group_finder
from outlay.rules.places import project_of, repository_of
from outlay.rules.pricing import normal_model
from outlay.store.kind_sums import Among, PricedSum
from outlay.store.store import StoreView

_SEARCHES_PER_FEE = 1_000


def amount_by_kind(
    store: StoreView, where: Mapping[str, str | None], period: Period, now: UtcMillis
) -> KindAmounts | None:
    """The list value of a period by kind of token, and the price rows behind it; None when it cannot be told.

    `where` takes the keys of `spend` but item, week and month.
    """
    return _told(priced_sums(store, _among(store, where), _span(where, period), now))


def priced_sums(
    store: StoreView, among: Among, period: Period, now: UtcMillis
) -> list[tuple[PricedSum, Rate | None]]:
    """What some requests of a period came to, each sum with the row that priced it; None when that is unknown."""
    mine = store.prices.own_rates()
    own = {
        model: [rate.valid_from for rate in mine if rate.model == normal_model(model)]
        for model in store.kinds.models()
    }
    after = UtcMillis(min(period.after, now + 1))
    sums = store.kinds.priced(period.first, after, among, {model: at for model, at in own.items() if at})
    rates = _Rates(store.prices.rates(), mine)
    return [(one, rates.row(one)) for one in sums]


class _Rates:
    """The price rows, by what a sum says of them."""

    def __init__(self, rates: Sequence[Rate], own: Sequence[Rate]) -> None:
        self._rates = {rate.rate_id: rate for rate in rates}
        self._own = {(rate.model, rate.valid_from): rate for rate in own}

    def row(self, one: PricedSum) -> Rate | None:
        """The row that priced a sum."""
        if one.own_from is not None:
            return self._own.get((normal_model(one.model), one.own_from))
        return self._rates.get(one.rate_id)


def prices_of(rate: Rate, above: int) -> TokenPrices:
    """A row's prices, those of a tier when `above` names one."""
    return next((tier.prices for tier in rate.tiers if tier.above_tokens == above), rate.prices)


def searches_micros(one: PricedSum, rate: Rate) -> int:
    """What the searches of a sum came to."""
    return one.requests * (one.searches * (rate.web_search_micros or 0) // _SEARCHES_PER_FEE)


def _told(sums: Iterable[tuple[PricedSum, Rate | None]]) -> KindAmounts | None:
    kinds = Counter[TokenKind]()
    used: dict[tuple[Rate, int], list[int]] = {}
    for one, rate in sums:
        if rate is None:
            return None
        parts = split(one.list_micros, searches_micros(one, rate), one.tokens, prices_of(rate, one.above))
        if parts is None:
            return None
        kinds.update(parts)
        told = used.setdefault((rate, one.above), [0, 0])
        told[0] += one.requests
        told[1] += one.list_micros
    rows = (UsedRate(rate, above, *told) for (rate, above), told in used.items())
    return KindAmounts(dict(kinds), tuple(sorted(rows, key=lambda row: (-row.micros, row.rate.model))))


def _among(store: StoreView, where: Mapping[str, str | None]) -> Among:
    branch = where.get("branch", "") or ""
    return Among(
        tool=where.get("tool"),
        model=where.get("model"),
        folders=_folders(store, where),
        branch=branch if "branch" in where else None,
        session=where.get("session"),
    )


def _folders(store: StoreView, where: Mapping[str, str | None]) -> tuple[int, ...] | None:
    """The folders of a project, a repository and a group, as `spend` tells them apart."""
    roots = store.git.worktrees()
    values: dict[str, Callable[[str | None], str | None]] = {
        "project": partial(project_of, roots=roots),
        "repository": partial(repository_of, roots=roots),
        "group": group_finder(store.links.grouped(), roots),
    }
    asked = [(values[key], value) for key, value in where.items() if key in values]
    if not asked:
        return None
    known = store.kinds.folders()
    return tuple(number for path, number in known.items() if all(of(path) == value for of, value in asked))


def _span(where: Mapping[str, str | None], period: Period) -> Period:
    told = where.get("day")
    if told is None:
        return period
    day = date.fromisoformat(told)
    return Period(max(day, period.start), min(day + timedelta(days=1), period.end), period.zone)
