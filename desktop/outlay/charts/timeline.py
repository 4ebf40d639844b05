"""The line of one item: what was spent on each day, and what happened, from first prompt to landing and after."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from outlay.charts.cents import column_cents
from outlay.domain.attribution import DIRECT
from outlay.domain.charts import LaneLabel, LaneMark, LaneSign, Timeline, TimelineColumn
from outlay.domain.item_story import Happening, ItemStory, StoryEvent
from outlay.domain.moments import UtcMillis, day_of, start_of_day
from outlay.presenters.amounts import cents_text, two_digits
from outlay.presenters.days import calendar, clock_text, day_month_text, day_text, weekday_text
from outlay.presenters.timelines import event_text
from outlay.presenters.tongue import plural, tr

LONGEST_WHOLE = 10
"""Days up to which every day has a column of its own; above, runs of unused days are folded."""

_LEAST_FOLDED = 2
_SIGNS = {
    Happening.COMMIT: LaneSign.COMMIT,
    Happening.PULL_OPENED: LaneSign.OPENED,
    Happening.PULL_MERGED: LaneSign.LANDED,
    Happening.LANDED: LaneSign.LANDED,
    Happening.PULL_CLOSED: LaneSign.CLOSED,
    Happening.TICKET_STARTED: LaneSign.STARTED,
    Happening.TICKET_DONE: LaneSign.DONE,
    Happening.TICKET_REOPENED: LaneSign.REOPENED,
    Happening.REVERTED: LaneSign.REVERTED,
}
_WEIGHT = (
    LaneSign.PROMPT,
    LaneSign.LANDED,
    LaneSign.REVERTED,
    LaneSign.OPENED,
    LaneSign.REOPENED,
    LaneSign.DONE,
    LaneSign.CLOSED,
    LaneSign.STARTED,
)
"""Which words get their room first."""


class _Slot(NamedTuple):
    """One column: a day, or `days` of a gap from its first day on."""

    day: date
    days: int
    gap: bool


def timeline_of(story: ItemStory, zone: ZoneInfo) -> Timeline:
    """The timeline of a story in a zone; its bars add up to what its turns cost."""
    events = sorted(story.timeline, key=lambda event: event.moment)
    if not events:
        return Timeline((), (), (), tr("Nothing is known of when it was made"))
    by_day = {day: list(some) for day, some in groupby(events, lambda event: day_of(event.moment, zone))}
    slots = _slots(sorted(by_day))
    cents = iter(column_cents([part for slot in slots for part in _money(by_day.get(slot.day, ()))]))
    folded = any(slot.gap for slot in slots)
    columns = tuple(
        _column(slot, by_day.get(slot.day, ()), (next(cents), next(cents)), zone)._replace(
            label=_day_label(slot, folded=folded)
        )
        for slot in slots
    )
    marks = tuple(sorted(_marks(events, slots, zone)))
    return Timeline(columns, marks, tuple(_labels(events, slots, zone)), _spoken(events, zone))


def _slots(used: Sequence[date]) -> list[_Slot]:
    length = (used[-1] - used[0]).days + 1
    days = [used[0] + timedelta(days=at) for at in range(length)]
    if length <= LONGEST_WHOLE:
        return [_Slot(day, 1, gap=False) for day in days]
    slots: list[_Slot] = []
    for there, run in groupby(days, set(used).__contains__):
        some = list(run)
        if there or len(some) < _LEAST_FOLDED:
            slots += [_Slot(day, 1, gap=False) for day in some]
        else:
            slots.append(_Slot(some[0], len(some), gap=True))
    return slots


def _column(
    slot: _Slot, events: Sequence[StoryEvent], cents: tuple[int, int], zone: ZoneInfo
) -> TimelineColumn:
    if slot.gap:
        words = plural(slot.days, one="{n} day without anything", many="{n} days without anything")
        return TimelineColumn("", slot.days, 0, 0, unpriced=False, figure="", spoken=words)
    direct, context = _money(events)
    unpriced = any(event.turn.unpriced for event in events if event.turn)
    return TimelineColumn(
        label="",
        gap=0,
        direct=direct,
        context=context,
        unpriced=unpriced,
        figure=two_digits(direct) if direct else "",
        spoken=_day_words(slot.day, events, cents, zone),
    )


def _day_label(slot: _Slot, *, folded: bool) -> str:
    """`Thu 19`, or `19 Nov` where days are folded."""
    if slot.gap:
        return ""
    return (
        day_month_text(slot.day) if folded else f"{weekday_text(slot.day)} {slot.day.day}{calendar().ordinal}"
    )


def _day_words(day: date, events: Sequence[StoryEvent], cents: tuple[int, int], zone: ZoneInfo) -> str:
    """`Thursday 19 Nov: $10.20 direct, $1.80 context, 3 commits, 16:40 pull request 482 merged`."""
    turns = [event.turn for event in events if event.turn]
    told = []
    if cents[0]:
        told.append(tr("{amount} direct", amount=cents_text(cents[0])))
    if cents[1]:
        told.append(tr("{amount} context", amount=cents_text(cents[1])))
    without = sum(turn.unpriced for turn in turns)
    if without:
        told.append(plural(without, one="{n} request, no price", many="{n} requests, no price"))
    commits = sum(event.happening is Happening.COMMIT for event in events)
    if commits:
        told.append(plural(commits, one="{n} commit", many="{n} commits"))
    plain = {Happening.TURN, Happening.COMMIT}
    told += [
        f"{clock_text(event.moment, zone)} {event_text(event, 0)}"
        for event in events
        if event.happening not in plain
    ]
    return f"{day_text(day)}: {', '.join(told) or tr('nothing')}"


def _marks(events: Iterable[StoryEvent], slots: Sequence[_Slot], zone: ZoneInfo) -> Iterable[LaneMark]:
    prompt = next((event for event in events if event.turn), None)
    if prompt:
        words = tr("First prompt {clock}", clock=clock_text(prompt.moment, zone))
        yield LaneMark(_place(prompt.moment, slots, zone), LaneSign.PROMPT, words)
    for event in _once(events):
        place = _place(event.moment, slots, zone)
        yield LaneMark(place, _SIGNS[event.happening], event_text(event, 0))


def _once(events: Iterable[StoryEvent]) -> list[StoryEvent]:
    """What has a shape; a merge and the landing it is are one."""
    told = [event for event in events if event.happening in _SIGNS]
    merged = {event.moment for event in told if event.happening is Happening.PULL_MERGED}
    return [one for one in told if one.happening is not Happening.LANDED or one.moment not in merged]


def _labels(events: Sequence[StoryEvent], slots: Sequence[_Slot], zone: ZoneInfo) -> list[LaneLabel]:
    firsts: dict[LaneSign, StoryEvent] = {}
    for event in _once(events):
        sign = _SIGNS[event.happening]
        if sign is not LaneSign.COMMIT and (sign is not LaneSign.OPENED or sign not in firsts):
            firsts[sign] = event
    prompt = next((event for event in events if event.turn), None)
    if prompt:
        firsts[LaneSign.PROMPT] = prompt
    return [
        LaneLabel(_place(firsts[sign].moment, slots, zone), _label(firsts[sign], sign, zone))
        for sign in _WEIGHT
        if sign in firsts
    ]


def _label(event: StoryEvent, sign: LaneSign, zone: ZoneInfo) -> str:
    clock = clock_text(event.moment, zone)
    merged = event.happening is Happening.PULL_MERGED
    return {
        LaneSign.PROMPT: tr("First prompt {clock}", clock=clock),
        LaneSign.OPENED: tr("Opened {clock}", clock=clock),
        LaneSign.LANDED: tr("Merged {clock}", clock=clock) if merged else tr("Landed {clock}", clock=clock),
        LaneSign.CLOSED: tr("Closed {clock}", clock=clock),
        LaneSign.STARTED: tr("Started {clock}", clock=clock),
        LaneSign.DONE: tr("Done {clock}", clock=clock),
        LaneSign.REOPENED: tr("Reopened {clock}", clock=clock),
        LaneSign.REVERTED: tr("Taken back {clock}", clock=clock),
    }[sign]


def _place(moment: UtcMillis, slots: Sequence[_Slot], zone: ZoneInfo) -> float:
    """Columns from the left, the time of day as part of its column."""
    day = day_of(moment, zone)
    at = next(number for number, slot in enumerate(slots) if slot.day == day and not slot.gap)
    begins, ends = start_of_day(day, zone), start_of_day(day + timedelta(days=1), zone)
    return at + (moment - begins) / (ends - begins)


def _money(events: Iterable[StoryEvent]) -> tuple[int, int]:
    turns = [event.turn for event in events if event.turn]
    direct = sum(turn.list_micros or 0 for turn in turns if turn.tier in DIRECT)
    return direct, sum(turn.list_micros or 0 for turn in turns) - direct


def _spoken(events: Sequence[StoryEvent], zone: ZoneInfo) -> str:
    first, last = (day_of(event.moment, zone) for event in (events[0], events[-1]))
    if first == last:
        return tr("The line of the item on {day}", day=day_text(first))
    return tr("The line of the item from {first} to {last}", first=day_text(first), last=day_text(last))
