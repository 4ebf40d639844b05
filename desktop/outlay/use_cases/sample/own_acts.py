"""What the sample's engineer says of items, as acts that are kept once everything was read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import Verb
from outlay.use_cases.sample.days import Workday
from outlay.use_cases.sample.schedule import Commit, Schedule
from outlay.use_cases.sample.story import OWNER, Work, place_of
from outlay.use_cases.sample.weeks import LINKED_BY_HAND
from outlay.use_cases.sample.works import DISMISSED, ENTERED, NOTES_KEPT

_ENTERED_AT = 70
"""Percent of a day after which it was entered."""

_SAID_MS = 60 * 60 * 1000
"""How long after a landing its engineer says something of it."""


def acts_of(schedule: Schedule, days: Sequence[Workday]) -> list[dict[str, Any]]:
    """The acts by now, the first one first. A moment is in milliseconds; one after now has not come yet."""
    now = max(plan.requests[-1].moment for plan in schedule.sessions)
    landed = {commit.work.title: commit for commit in schedule.commits if commit.lands}
    told = [*_entered(days), *_said(landed), *_linked(schedule, landed.values())]
    return sorted((act for act in told if act["moment"] <= now), key=lambda act: act["moment"])


def _entered(days: Sequence[Workday]) -> Iterator[dict[str, Any]]:
    by_place = {day.place: day for day in days}
    for one in ENTERED:
        moment = by_place[place_of(one.week, one.day)].span.at(_ENTERED_AT)
        yield {"verb": Verb.ADD, "moment": moment, "title": one.title, "kind": one.kind}


def _said(landed: dict[str, Commit]) -> Iterator[dict[str, Any]]:
    for title, text in NOTES_KEPT:
        if title in landed:
            work, moment = landed[title].work, landed[title].moment
            said = {"item": _key(work), "text": text}
            yield {"verb": Verb.NOTE, "moment": UtcMillis(moment + _SAID_MS), **said}
    if DISMISSED in landed:
        work, moment = landed[DISMISSED].work, landed[DISMISSED].moment
        yield {"verb": Verb.DISMISS, "moment": UtcMillis(moment + _SAID_MS), "item": _key(work)}


def _linked(schedule: Schedule, landed: Iterable[Commit]) -> Iterator[dict[str, Any]]:
    """The session whose answer became a ticket, once that was done."""
    title, key = LINKED_BY_HAND
    done = [commit.moment for commit in landed if commit.work.key == key]
    session = next((plan.session for plan in schedule.sessions if plan.title == title), None)
    if done and session:
        moment = UtcMillis(max(done) + _SAID_MS // 3)
        yield {"verb": Verb.LINK, "moment": moment, "session": session, "item": f"ticket:{key}"}


def _key(work: Work) -> str:
    """The item's key: tickets carry their pull requests."""
    return f"ticket:{work.key}" if work.key else f"pr:{OWNER}/{work.repository}#{work.number}"
