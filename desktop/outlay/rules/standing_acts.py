"""Which acts of the owner's hold now, and which of them speak of an item."""

from collections.abc import Collection, Hashable, Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis, day_of, start_of_day
from outlay.domain.own_words import Act, Verb

_NOON = timedelta(hours=12)


def standing_acts(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that were not taken back and that no later one replaced, in order."""
    held: dict[Hashable, Act] = {}
    for act in acts:
        if act.undone is None:
            held.pop(_subject(act), None)
            held[_subject(act)] = act
    return tuple(sorted(held.values(), key=lambda act: act.number))


def acts_about(
    acts: Iterable[Act], items: Collection[str], sessions: Collection[tuple[str, str]] = ()
) -> tuple[Act, ...]:
    """Those of standing acts that name one of the items, or that move a session of theirs elsewhere."""
    return tuple(act for act in acts if _names(act, items) or _moves(act, sessions))


def named_by(acts: Iterable[Act]) -> frozenset[str]:
    """The items that acts say sessions belong to."""
    return frozenset(item for act in acts if act.link is not None for item, _ in act.link.parts if item)


def _names(act: Act, items: Collection[str]) -> bool:
    if act.link is not None:
        return any(item in items for item, _ in act.link.parts)
    return act.item in items


def _moves(act: Act, sessions: Collection[tuple[str, str]]) -> bool:
    return act.link is not None and (act.link.tool, act.link.session) in sessions


def _subject(act: Act) -> Hashable:
    """What an act decides: the same of two acts is decided by the later one."""
    if act.link is not None:
        return act.link.tool, act.link.session, act.link.turn
    if act.verb in {Verb.DISMISS, Verb.NOTE, Verb.ADD}:
        return act.verb, act.item
    return act.number


def landed_on(day: date, now: UtcMillis, zone: ZoneInfo) -> UtcMillis:
    """When work entered by hand was done: noon of its day, so that it stays that day nearby; of today, now."""
    if day == day_of(now, zone):
        return now
    return UtcMillis(start_of_day(day, zone) + _NOON // timedelta(milliseconds=1))
