"""How long a piece of work took: coding, review, in all, its ticket, and on how many days. Source: attribution.md 7.3."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, day_of
from outlay.domain.pulls import Ticket
from outlay.domain.unit_times import NO_TIMES, Times

_QUARTER_MS = 15 * 60 * 1000
"""Every zone's days begin at a quarter of an hour."""


class UnitMoments(NamedTuple):
    """When what happened to one unit; None is not known, or not yet.

    `first`: anything of it, a prompt among it. `started`: its first own commit or the first turn with proof. `ready`: when
    it last stopped being a draft; `draft`: it is one now. `active`: own commits, and turns of direct evidence.
    """

    first: UtcMillis | None = None
    started: UtcMillis | None = None
    opened: UtcMillis | None = None
    ready: UtcMillis | None = None
    draft: bool = False
    landed: UtcMillis | None = None
    active: tuple[UtcMillis, ...] = ()


def unit_times(moments: UnitMoments) -> Times:
    """The times of one unit. The time as a draft is coding; review lasts from its end to the landing."""
    told = (moments.first, moments.started, moments.opened)
    first, asked = first_of(told), _review_asked(moments)
    return Times(
        first=first,
        coding=_between(moments.started, asked),
        review=_between(asked, moments.landed),
        total=_between(first, moments.landed),
        active=quarters(moments.active),
    )


def whole_times(
    units: Sequence[Times], landed: UtcMillis | None, ticket: Ticket | None, beside: Times = NO_TIMES
) -> Times:
    """The times of an item of several units; coding and review are those of its only one.

    `beside` are those of turns that went into the ticket itself. From its start to the last time it was done a ticket's
    cycle runs on: work after a reopening counts, with the time until it began.
    """
    parts = [*units, beside]
    first = first_of(part.first for part in parts)
    alone = units[0] if len(units) == 1 else NO_TIMES
    began = ticket.started if ticket and ticket.started is not None else first
    return Times(
        first=first,
        coding=alone.coding,
        review=alone.review,
        total=_between(first, landed),
        cycle=_between(began, ticket.done) if ticket else None,
        active=quarters(at for part in parts for at in part.active),
    )


def active_days(times: Times, zone: ZoneInfo) -> int | None:
    """On how many of a zone's days it was worked on; None when no day is known."""
    return len({day_of(at, zone) for at in times.active}) or None


def quarters(moments: Iterable[UtcMillis]) -> tuple[UtcMillis, ...]:
    """The beginnings of the quarters of an hour that hold any of the moments, in order."""
    return tuple(UtcMillis(number * _QUARTER_MS) for number in sorted({at // _QUARTER_MS for at in moments}))


def first_of(moments: Iterable[UtcMillis | None]) -> UtcMillis | None:
    """The first of those that are known."""
    return min((at for at in moments if at is not None), default=None)


def _review_asked(moments: UnitMoments) -> UtcMillis | None:
    """When it was up for review; a moment behind the landing is none."""
    if moments.draft or moments.opened is None:
        return None
    asked = moments.opened if moments.ready is None else max(moments.opened, moments.ready)
    return asked if moments.landed is None or asked <= moments.landed else None


def _between(first: UtcMillis | None, last: UtcMillis | None) -> int | None:
    return last - first if first is not None and last is not None and last >= first else None
