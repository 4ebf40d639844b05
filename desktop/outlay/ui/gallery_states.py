"""Every state of the popover, derived from one filled glance."""

from dataclasses import replace
from typing import NamedTuple

from outlay.domain.answers import (
    Glance,
    OtherItems,
    PeriodGlance,
    PlaceState,
    Progress,
    SourceAnswer,
    Trouble,
)
from outlay.domain.attribution import Reason
from outlay.domain.moments import UtcMillis
from outlay.domain.money import Amount
from outlay.presenters.activity import Activity
from outlay.presenters.periods import ChosenPeriod

_HOURS = 60 * 60 * 1000
_REASONS = {"no_repository": Reason.NO_REPOSITORY, "no_email": Reason.NOT_FOUND}
_READING = Activity(Progress(201, 311, 0, 0, 20.0))


class GalleryState(NamedTuple):
    """One picture: a name for its file and what it shows."""

    name: str
    glance: Glance
    chosen: ChosenPeriod = ChosenPeriod.WEEK
    activity: Activity = Activity()


def gallery_states(filled: Glance) -> tuple[GalleryState, ...]:
    """The states of look.md section 6, from a filled glance that is not marked as sample."""
    since = UtcMillis(filled.as_of - 8 * _HOURS)
    stale = Trouble("Codex", PlaceState.STALE, "Codex logs have not changed where a reset was due", "", since)
    failing = Trouble(
        "Claude Code",
        PlaceState.FAILING,
        "Claude Code: ~/.claude/projects cannot be read (permission denied). Check who may read it.",
        "",
        since,
    )
    return (
        GalleryState("filled", filled),
        GalleryState("today", filled, ChosenPeriod.TODAY),
        GalleryState("month", filled, ChosenPeriod.MONTH),
        GalleryState("nothing-linked", _nothing_linked(filled)),
        GalleryState(
            "not-looked-at", replace(_unknown(filled, "not_looked_at"), repositories=filled.repositories)
        ),
        GalleryState("empty", _empty(filled), ChosenPeriod.TODAY),
        GalleryState("no-repositories", _no_repositories(filled)),
        GalleryState("no-email", replace(_unknown(filled, "no_email"), repositories=filled.repositories)),
        GalleryState("reading", replace(filled, last_sync=None), activity=_READING),
        GalleryState("stale", replace(filled, troubles=(stale,))),
        GalleryState("failing", replace(filled, troubles=(failing, stale))),
        GalleryState("paused", filled, activity=Activity(paused=True)),
        GalleryState("unpriced", _unpriced(filled)),
        GalleryState("sample", replace(filled, sample=True)),
        GalleryState("few", _few(filled)),
        GalleryState("unused-day", _unused_day(filled), ChosenPeriod.TODAY),
    )


def _empty(glance: Glance) -> Glance:
    sources = tuple(_absent(source) for source in glance.sources)
    strip = tuple(replace(day, spend_micros=None, unpriced_requests=0, shipped=()) for day in glance.strip)
    return replace(
        _no_repositories(glance),
        today=replace(_nothing(glance.today), shipped=None),
        sources=sources,
        strip=strip,
        quotas=(),
        running=None,
        proposed_repositories=(),
    )


def _nothing_linked(glance: Glance) -> Glance:
    return replace(glance, week=_all_not_linked(glance.week, Reason.NO_EDITS))


def _all_not_linked(period: PeriodGlance, why: Reason) -> PeriodGlance:
    whole = period.spend.micros or 0
    return replace(period, top_items=(), other_items=OtherItems(), not_linked={why: whole} if whole else {})


def _absent(source: SourceAnswer) -> SourceAnswer:
    places = tuple(replace(place, state=PlaceState.ABSENT, files=0) for place in source.places)
    return replace(source, state=PlaceState.ABSENT, places=places, files=0, last_event=None, last_read=None)


def _no_repositories(glance: Glance) -> Glance:
    return replace(_unknown(glance, "no_repository"), repositories=0)


def _unknown(glance: Glance, why: str) -> Glance:
    strip = tuple(replace(day, shipped=()) for day in glance.strip)
    today, week, month = (
        _not_shipped(period, _REASONS.get(why, Reason.NOT_YET))
        for period in (glance.today, glance.week, glance.month)
    )
    return replace(glance, strip=strip, shipped_unknown=why, today=today, week=week, month=month)


def _not_shipped(period: PeriodGlance, why: Reason) -> PeriodGlance:
    return replace(_all_not_linked(period, why), shipped=None, settling=0, items=())


def _unused_day(glance: Glance) -> Glance:
    today = replace(glance.strip[-1], spend_micros=None, unpriced_requests=0, shipped=())
    return replace(glance, today=_nothing(glance.today), strip=(*glance.strip[:-1], today), running=None)


def _nothing(period: PeriodGlance) -> PeriodGlance:
    spend = Amount(0, period.spend.basis, period.spend.currency)
    bare = replace(_all_not_linked(period, Reason.NO_EDITS), not_linked={})
    return replace(bare, spend=spend, requests=0, unpriced_requests=0, shipped=0, settling=0, items=())


def _unpriced(glance: Glance) -> Glance:
    spend = replace(glance.week.spend, at_least=True)
    return replace(glance, week=replace(glance.week, spend=spend, unpriced_requests=14))


def _few(glance: Glance) -> Glance:
    items = glance.week.items[:1]
    return replace(
        glance, week=replace(glance.week, shipped=len(items), settling=len(items), items=items), quotas=()
    )
