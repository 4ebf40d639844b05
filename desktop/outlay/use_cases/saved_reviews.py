"""Reviews as they were saved: opened beside today's figures, saved, and listed."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from outlay.domain.answers import Correction
from outlay.domain.moments import Period, UtcMillis, day_of
from outlay.domain.review import (
    PastReview,
    Restated,
    ReviewPage,
    ReviewWords,
    SavedReview,
    Since,
    WeekReview,
    WordsWish,
)
from outlay.errors import WrongCallError
from outlay.rules.frozen_review import frozen, thawed
from outlay.rules.periods import calendar_week
from outlay.rules.review_words import is_found, merged
from outlay.store.owner_reviews import ReviewRow
from outlay.store.store import Store, StoreView
from outlay.use_cases.items import items
from outlay.use_cases.review import review


def review_page(store: StoreView, day: date, week: Period, now: UtcMillis, *, sample: bool) -> ReviewPage:
    """The review of a day's week as it is opened at a moment: reviews saved later are left out.

    A saved week keeps its own days and zone, whatever zone and first weekday hold now.
    """
    rows = _rows(store, day, now)
    saved = tuple(map(_thawed, rows))
    whole = _own_week(rows[-1]) if rows else week
    told = review(store, whole or week, now, sample=sample)
    since = _since(store, saved[-1], told, now) if saved and whole else None
    return ReviewPage(told, saved, since)


def save_review(
    store: Store, day: date, week: Period, wish: WordsWish, now: UtcMillis, *, sample: bool
) -> bool:
    """Save the review of a day's week; says whether a text was cut.

    Figures are frozen by the first save after the week is over; later ones change the words alone. Each save is kept.
    Raises WrongCallError for a week that has not begun.
    """
    if week.first > now:
        raise WrongCallError(f"The week of {day} has not begun.", "Name a day up to today.")
    with store.writing(act=True):
        rows = _rows(store, day, now)
        words, cut = merged(wish, rows[-1].words if rows else ReviewWords())
        whole = _own_week(rows[-1]) if rows else None
        row = _row_again(rows) or _row_of(review(store, whole or week, now, sample=sample))
        store.reviews.keep(row._replace(words=words, saved=now))
    return cut


def past_reviews(store: StoreView, wanted: str, now: UtcMillis) -> tuple[PastReview, ...]:
    """The newest review of each week saved by a moment, newest week first; those that hold every word wanted."""
    weeks: dict[date, list[ReviewRow]] = {}
    for row in store.reviews.every():
        if row.saved <= now:
            weeks.setdefault(row.first_day, []).append(row)
    told = (PastReview(_thawed(weeks[day][-1]), len(weeks[day])) for day in sorted(weeks, reverse=True))
    return tuple(one for one in told if is_found(one.review, wanted))


def _rows(store: StoreView, day: date, now: UtcMillis) -> Sequence[ReviewRow]:
    """Those of the week that counts for a day, the newest last."""
    rows = [row for row in store.reviews.around(day) if row.saved <= now]
    return [row for row in rows if row.first_day == rows[-1].first_day]


def _thawed(row: ReviewRow) -> SavedReview:
    return SavedReview(*row[:-1], thawed(row.answer))


def _own_week(saved: ReviewRow) -> Period | None:
    """The days a review was saved for; None when its zone is not known on this machine."""
    try:
        zone = ZoneInfo(saved.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return calendar_week(saved.first_day, zone, saved.first_day.weekday())


def _row_again(rows: Sequence[ReviewRow]) -> ReviewRow | None:
    """The newest row again, unless its figures are those of a week that was running; None without any."""
    figures = thawed(rows[-1].answer) if rows else None
    is_running = figures is not None and not figures.is_over
    return None if is_running or not rows else rows[-1]


def _row_of(told: WeekReview) -> ReviewRow:
    week = told.period
    return ReviewRow(
        0, week.start, week.zone.key, told.as_of, ReviewWords(), told.method, told.revision, frozen(told)
    )


def _since(store: StoreView, saved: SavedReview, told: WeekReview, now: UtcMillis) -> Since | None:
    """What is known otherwise than in the figures that were saved; None when those cannot be read."""
    before = saved.review
    if before is None:
        return None
    return Since(
        before.total_micros,
        told.total_micros,
        None if before.shipped is None else len(before.shipped),
        None if told.shipped is None else len(told.shipped),
        _restated(store, before, told, now),
        _corrections(store, before, now),
        told.method,
        told.at_least,
    )


def _restated(store: StoreView, before: WeekReview, told: WeekReview, now: UtcMillis) -> tuple[Restated, ...]:
    """Items that shipped then and do not count so now; that one held after settling is no correction."""
    standing = {item.item for item in told.shipped or ()}
    gone = [item for item in before.shipped or () if item.item not in standing]
    if told.shipped is None or not gone:
        return ()
    states = {item.item: item.state for item in items(store, told.period, now).items}
    return tuple(Restated(item.item, item.title, item.state, states.get(item.item)) for item in gone)


def _corrections(store: StoreView, before: WeekReview, now: UtcMillis) -> tuple[Correction, ...]:
    """Corrections of the week's days that were found after its figures were frozen, the oldest first."""
    first, last = day_of(before.period.first, _UTC), day_of(UtcMillis(before.period.after - 1), _UTC)
    told = (
        one for one in store.corrections() if first <= one.day <= last and before.as_of < one.moment <= now
    )
    return tuple(sorted(told, key=lambda one: (one.moment, one.day, one.tool)))


_UTC = ZoneInfo("UTC")
