"""A week by day: spend by tool above the line, what shipped below it."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from outlay.domain.answers import ItemState, ShippedItem, SpendRow
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.week import WeekAnswer, WeekDay
from outlay.rules.periods import calendar_week
from outlay.store.store import StoreView
from outlay.use_cases.items import items
from outlay.use_cases.period_work import shipped_items
from outlay.use_cases.spend import spend
from outlay.use_cases.summarise import shipped_known, shipped_number, why_unknown


def week(
    store: StoreView, period: Period | None, zone: ZoneInfo, now: UtcMillis, *, sample: bool
) -> WeekAnswer:
    """The days of a period, the running calendar week by default; what happened after `now` is left out."""
    whole = period or calendar_week(day_of(now, zone), zone)
    answer = spend(store, ("day", "tool"), whole, zone, now)
    work = items(store, whole, now)
    unknown = why_unknown(store)
    shipped = shipped_known(unknown, shipped_items(work.items, whole, now))
    days = tuple(_day(day, answer.rows, shipped, zone) for day in whole.days)
    return WeekAnswer(
        period=whole,
        as_of=now,
        revision=answer.revision,
        sample=sample,
        days=days,
        total=answer.amount,
        unpriced_requests=answer.total.unpriced_requests,
        shipped=shipped_number(unknown, shipped),
        settling=sum(item.state is ItemState.SETTLING for item in shipped),
        work=work,
        shipped_unknown=unknown,
        oldest=store.spend.first_event(),
        newest=store.spend.newest_event(),
        shipped_at_least=bool(unknown and shipped),
    )


def _day(day: date, rows: Iterable[SpendRow], items: Iterable[ShippedItem], zone: ZoneInfo) -> WeekDay:
    mine = [row for row in rows if row.keys[0] == day.isoformat()]
    return WeekDay(
        day=day,
        by_tool=tuple((row.keys[1] or "", row.list_micros) for row in mine),
        requests=sum(row.requests for row in mine),
        unpriced_requests=sum(row.unpriced_requests for row in mine),
        items=tuple(item for item in items if day_of(item.landed, zone) == day),
        unpriced_by_tool=tuple(
            (row.keys[1] or "", row.unpriced_requests) for row in mine if row.unpriced_requests
        ),
    )
