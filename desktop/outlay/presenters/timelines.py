"""A timeline in words: one line an event, or one line a day when there are many."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.item_story import Happening, StoryEvent
from outlay.domain.moments import day_of
from outlay.presenters.amounts import UNKNOWN, cents_text, shown_cents
from outlay.presenters.days import clock_text, day_text
from outlay.presenters.item_story import SHORT_SHA, TO, session_text
from outlay.presenters.items import tier_text
from outlay.presenters.tongue import later, plural, tr

LONGEST = 40
"""Events above which a timeline is told by the day."""

_WORDS = {
    Happening.PULL_OPENED: later("pull request {name} opened"),
    Happening.PULL_MERGED: later("pull request {name} merged"),
    Happening.PULL_CLOSED: later("pull request {name} closed without landing"),
    Happening.LANDED: later("landed on the default branch"),
    Happening.TICKET_STARTED: later("ticket {name} started"),
    Happening.TICKET_REOPENED: later("ticket {name} reopened"),
    Happening.TICKET_DONE: later("ticket {name} done"),
    Happening.REVERTED: later("{name} taken back"),
}
_WITH_COMMIT = {
    Happening.PULL_MERGED: later("pull request {name} merged as {commit}"),
    Happening.LANDED: later("landed on the default branch as {commit}"),
    Happening.REVERTED: later("{name} taken back by {commit}"),
}


class TimelineLine(NamedTuple):
    """A line with its day; a day told whole has one line."""

    day: str
    clock: str
    text: str


def timeline_lines(events: Sequence[StoryEvent], zone: ZoneInfo, today: date) -> list[TimelineLine]:
    """The lines, oldest first; amounts add up to the sum of the turns."""
    cents = _cents(events)
    lines: list[TimelineLine] = []
    for day, told in groupby(enumerate(events), lambda one: day_of(one[1].moment, zone)):
        numbered = list(told)
        name = day_text(day) + (f" {day.year}" if day.year != today.year else "")
        if len(events) > LONGEST:
            lines.append(
                _folded(name, [event for _, event in numbered], [cents[at] for at, _ in numbered], zone)
            )
        else:
            lines += [
                TimelineLine(name, clock_text(event.moment, zone), event_text(event, cents[at]))
                for at, event in numbered
            ]
    return lines


def event_text(event: StoryEvent, cents: int) -> str:
    """One event in words."""
    turn = event.turn
    if turn is not None:
        amount = UNKNOWN if turn.list_micros is None else cents_text(cents)
        files = f", {plural(turn.files, one='{n} file', many='{n} files')}" if turn.files else ""
        return f"{session_text(turn.tool, turn.session)}  {amount}  {tier_text(turn.tier)}{files}"
    if event.happening is Happening.COMMIT:
        named = tr("commit {commit}", commit=(event.name or "")[:SHORT_SHA])
        return f"{named}  {event.text or ''}"
    words = _WITH_COMMIT if event.text and event.happening in _WITH_COMMIT else _WORDS
    return tr(words[event.happening], name=_called(event), commit=(event.text or "")[:SHORT_SHA])


def _called(event: StoryEvent) -> str:
    """The short name of what it happened to: a ticket's key, or a pull request's without its owner."""
    kind, _, name = (event.name or "").partition(":")
    return name if kind == "ticket" else name.rpartition("/")[2]


def _cents(events: Sequence[StoryEvent]) -> tuple[int, ...]:
    micros = tuple((event.turn.list_micros or 0) if event.turn else 0 for event in events)
    return shown_cents(micros, sum(micros))


def _folded(name: str, events: Sequence[StoryEvent], cents: Sequence[int], zone: ZoneInfo) -> TimelineLine:
    """A day in one line: its turns and commits as counts, the rest by name."""
    counts = Counter(event.happening for event in events)
    told = []
    if counts[Happening.TURN]:
        told.append(_turns(counts[Happening.TURN], sum(cents)))
    if counts[Happening.COMMIT]:
        told.append(plural(counts[Happening.COMMIT], one="{n} commit", many="{n} commits"))
    told += [event_text(event, 0) for event in events if event.happening in _WORDS]
    first, last = clock_text(events[0].moment, zone), clock_text(events[-1].moment, zone)
    return TimelineLine(name, first if first == last else f"{first} {TO} {last}", ", ".join(told))


def _turns(number: int, cents: int) -> str:
    return plural(number, one="{n} turn {amount}", many="{n} turns {amount}", amount=cents_text(cents))
