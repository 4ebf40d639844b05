"""The glance: spend beside shipped work for today, seven days and the month, of one revision."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from outlay.domain.answers import (
    STORE,
    Glance,
    ItemKind,
    ItemState,
    PeriodGlance,
    PlaceState,
    RunningSession,
    ShippedItem,
    SourceAnswer,
    StripDay,
    Trouble,
)
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.work import RepositoryState
from outlay.presenters.accounts import trouble_words, with_account_name
from outlay.presenters.systems import system_name
from outlay.rules.account_pace import standing_state
from outlay.rules.amounts import amount_of
from outlay.rules.periods import STRIP_DAYS, day_starts, last_days, month_of, today_of
from outlay.rules.places import project_of
from outlay.store.spend_queries import Span
from outlay.store.store import StoreView
from outlay.use_cases.period_work import NO_WORK, PeriodWork, Work, work_of
from outlay.use_cases.sources import is_partly, sources

NO_REPOSITORY, NOT_LOOKED_AT = "no_repository", "not_looked_at"
RUNNING_MS = 10 * 60 * 1000
QUOTA_DAYS_MS = 8 * 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class _DaySum:
    """One day's spend."""

    micros: int = 0
    requests: int = 0
    unpriced: int = 0
    estimated: int = 0


def summarise(
    store: StoreView | None,
    zone: ZoneInfo,
    now: UtcMillis,
    *,
    sample: bool,
    home: str = "",
) -> Glance:
    """Everything the tray and the popover show. Without a store, nothing is known yet and it says so."""
    periods = (today_of(now, zone), last_days(now, zone, 7), month_of(now, zone))
    strip = last_days(now, zone, STRIP_DAYS)
    span = Period(min(strip.start, periods[2].start), strip.end, zone)
    days = _spend_by_day(store, span, now) if store else {}
    work = work_of(store, span, periods, now) if store else Work((), (NO_WORK,) * len(periods))
    unknown = why_unknown(store)
    answers = sources(store)
    partly = store is not None and is_partly(store)
    shipped = shipped_known(unknown, work.shipped)
    glances = [
        _period(_sums(period, days), period, shipped, spent, unknown=unknown, partly=partly)
        for period, spent in zip(periods, work.periods, strict=True)
    ]
    return Glance(
        as_of=now,
        zone=zone,
        revision=store.revision if store else 0,
        sample=sample,
        last_sync=store.last_sync if store else None,
        today=glances[0],
        week=glances[1],
        month=glances[2],
        strip=tuple(_strip_day(day, days.get(day), shipped, zone) for day in strip.days),
        quotas=tuple(one for one in store.quotas() if 0 <= now - one.seen_at < QUOTA_DAYS_MS)
        if store
        else (),
        running=_running(store, now) if store else None,
        sources=answers,
        troubles=_troubles(store, answers, zone, now),
        repositories=len(store.owner.repositories()) if store else 0,
        proposed_repositories=(),
        home=home,
        shipped_unknown=unknown,
    )


def why_unknown(store: StoreView | None) -> str:
    """Why not all that shipped can be said: no_repository, no_email, not_read, not_looked_at; empty when it can."""
    repositories = store.git.known() if store else ()
    if store is None or not (repositories or _told_by_an_account(store) or store.work.any_told()):
        return NO_REPOSITORY
    if repositories and not store.owner.identities():
        return "no_email"
    if any(one.last_read is None for one in repositories):
        return "not_read"
    return NOT_LOOKED_AT if store.attributed.until is None else ""


def shipped_known(unknown: str, items: Iterable[ShippedItem]) -> tuple[ShippedItem, ...]:
    """The items that are known to have shipped; `unknown` is why these are not all.

    What stays of repositories that were taken out does not count, the owner's own word does.
    """
    if unknown == NOT_LOOKED_AT:
        return ()
    by_hand_alone = unknown == NO_REPOSITORY
    return tuple(item for item in items if item.kind is ItemKind.BY_HAND or not by_hand_alone)


def shipped_number(unknown: str, items: Sized) -> int | None:
    """How many are known to have shipped: at least so many while some are unknown; None rather than a zero."""
    return None if unknown and not items else len(items)


def _told_by_an_account(store: StoreView) -> bool:
    return any(one.read is not None for one in store.accounts.standings())


def _spend_by_day(store: StoreView, period: Period, now: UtcMillis) -> dict[date, _DaySum]:
    spans = [Span(day.isoformat(), first, after) for day, first, after in day_starts(period)]
    days: dict[date, _DaySum] = {}
    for cell in store.spend.cells((), spans, now):
        day = date.fromisoformat(cell.span)
        known = days.get(day, _DaySum())
        days[day] = _DaySum(
            known.micros + cell.list_micros,
            known.requests + cell.requests,
            known.unpriced + cell.unpriced_requests,
            known.estimated + cell.estimated_requests,
        )
    return days


def _sums(period: Period, days: Mapping[date, _DaySum]) -> _DaySum:
    inside = [days[day] for day in period.days if day in days]
    return _DaySum(
        sum(one.micros for one in inside),
        sum(one.requests for one in inside),
        sum(one.unpriced for one in inside),
        sum(one.estimated for one in inside),
    )


def _period(
    sums: _DaySum,
    period: Period,
    shipped: Sequence[ShippedItem],
    work: PeriodWork,
    *,
    unknown: str,
    partly: bool,
) -> PeriodGlance:
    items = tuple(item for item in shipped if period.first <= item.landed < period.after)
    return PeriodGlance(
        period=period,
        spend=amount_of(sums.micros, sums.requests, sums.unpriced, estimated=sums.estimated, partly=partly),
        requests=sums.requests,
        unpriced_requests=sums.unpriced,
        shipped=shipped_number(unknown, items),
        settling=sum(item.state is ItemState.SETTLING for item in items),
        items=items,
        top_items=work.top,
        other_items=work.others,
        not_linked=work.not_linked,
        shipped_at_least=bool(unknown and items),
    )


def _strip_day(day: date, spent: _DaySum | None, items: Iterable[ShippedItem], zone: ZoneInfo) -> StripDay:
    shipped = tuple(item.kind for item in items if day_of(item.landed, zone) == day)
    return StripDay(day, spent.micros if spent else None, spent.unpriced if spent else 0, shipped)


def _running(store: StoreView, now: UtcMillis) -> RunningSession | None:
    found = store.spend.running(UtcMillis(now - RUNNING_MS), now)
    if found is None:
        return None
    key, folder, moment = found
    requests, micros, unpriced = store.spend.session_sums(key, now)
    amount = amount_of(micros, requests, unpriced)
    return RunningSession(key.tool, key.session, project_of(folder, store.git.worktrees()), amount, moment)


def _troubles(
    store: StoreView | None, answers: Iterable[SourceAnswer], zone: ZoneInfo, now: UtcMillis
) -> tuple[Trouble, ...]:
    logs = [
        Trouble(
            answer.reader,
            PlaceState.FAILING,
            f"{place.path} cannot be read ({place.message.lower() or 'no reason given'}).",
            "Check who may read it.",
            answer.last_read,
        )
        for answer in answers
        for place in answer.places
        if place.state is PlaceState.FAILING
    ]
    return (*logs, *_repository_troubles(store), *_account_troubles(store, zone, now), *_losses(store))


def _repository_troubles(store: StoreView | None) -> list[Trouble]:
    failing = [one for one in store.git.known() if one.state is not RepositoryState.FOUND] if store else []
    return [
        Trouble(
            f"git {one.name}",
            PlaceState.FAILING,
            f"The repository {one.name} {'is gone' if one.state is RepositoryState.GONE else 'cannot be read'}.",
            "What was read of it is kept. See outlay sources.",
            one.last_read,
        )
        for one in failing
    ]


def _account_troubles(store: StoreView | None, zone: ZoneInfo, now: UtcMillis) -> Iterator[Trouble]:
    for standing in store.accounts.standings() if store else ():
        state = standing_state(standing, now)
        if state is not PlaceState.FOUND and standing.trouble is not None:
            account, system = standing.account, system_name(standing.account.system)
            words = trouble_words(standing.trouble, system, zone, day_of(now, zone), account)
            title = with_account_name(account.name, system, words.title)
            yield Trouble(f"account {account.name}", state, title, words.step, standing.read)


def _losses(store: StoreView | None) -> list[Trouble]:
    recent = store.losses()[-1:] if store else []
    return [Trouble(STORE, PlaceState.STALE, what, since=moment) for moment, what in recent]
