"""Lays the story out in time: which sessions ran when, for how much, what they wrote, and when work was committed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.money import split_whole
from outlay.use_cases.sample.days import MINUTE, Span, Workday
from outlay.use_cases.sample.listing import BY_HAND, MENDED, Change, change_between
from outlay.use_cases.sample.sessions import (
    SessionPlan,
    Task,
    sessions_of,
    unpriced_session,
    until,
)
from outlay.use_cases.sample.story import WORKDAYS, Aside, Tool, Way, Work, place_of
from outlay.use_cases.sample.weeks import ASIDES, TOOLS, UNPRICED, WEEKS
from outlay.use_cases.sample.works import WORK

_MICROS = 10_000
"""Of a cent."""

_GEMINI_CENTS = 70
_LATE_CENTS = 240
_WORKED = 66
"""Percent of its last stretch of time after which a work waits for its review."""

_LONGEST_SITTING = 110 * MINUTE
_ANSWER_MS = 1_000
_LINES_BY_HAND = 7
"""Of so many pieces of a file one is the engineer's, where they wrote along."""

_BUTTONS = frozenset({Way.REVERT, Way.REAPPLY})
"""Ways that a forge's button takes, without work."""

Pieces = tuple[int, ...]


class Commit(NamedTuple):
    """A state of a work's file that was committed: on its branch, or at the end."""

    work: Work
    moment: UtcMillis
    pieces: Pieces
    lands: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything that happened until a moment, oldest first."""

    sessions: tuple[SessionPlan, ...]
    commits: tuple[Commit, ...]


class _Slot(NamedTuple):
    """The part of a day that a work had, and whether it is the work's last."""

    work: Work
    span: Span
    is_last: bool


def schedule_of(days: Sequence[Workday], late: Span, now: UtcMillis, chance: Random) -> Schedule:
    """The story over the workdays, oldest first; `chance` decides what does not matter.

    Where nothing ran shortly before now, a session in `late` goes on with what is open. Each day has a chance of its
    own, so that what happened does not change with what is still to come.
    """
    slots = {day.place: _slots(day) for day in days}
    seed = chance.getrandbits(64)
    plans = [plan for day in days for plan in _day(day, slots[day.place], Random(f"{seed} {day.place}"))]  # noqa: S311
    plans = [cut for plan in plans if (cut := until(plan, now))]
    if late.first < late.last and max(plan.requests[-1].moment for plan in plans) < late.first:
        own = Random(f"{seed} {late.first}")  # noqa: S311
        whole = (plan for task in _late(days[-1], late) for plan in sessions_of(task, own))
        plans += [cut for plan in whole if (cut := until(plan, now))]
    plans.sort(key=lambda plan: plan.requests[0].moment)
    written = _Written(plans)
    commits = [one for day in days for one in _commits(day, slots[day.place], written)]
    return Schedule(
        tuple(written.filled(plan) for plan in plans), tuple(one for one in commits if one.moment <= now)
    )


def _day(day: Workday, slots: Sequence[_Slot], chance: Random) -> Iterator[SessionPlan]:
    for task in _tasks(day, slots):
        yield from sessions_of(task, chance)
    yield from _unpriced(day, chance)


def _late(day: Workday, span: Span) -> list[Task]:
    """What went on after a day: work that was under way and not at its end."""
    open_works = [
        work for work in WORK if work.place < day.place < work.place + work.days and Tool.CLAUDE in work.tools
    ]
    return [Task(Tool.CLAUDE, work, None, _LATE_CENTS * _MICROS, span) for work in open_works[:1]]


def _slots(day: Workday) -> list[_Slot]:
    """A day's works: after what was asked in the morning what ends one after the other, then side by side the rest."""
    works = [work for work in WORK if work.under_way(day.place)]
    ending = [work for work in works if work.place + work.review == day.place]
    going_on = [work for work in works if work not in ending]
    before = bool(_asides(day))
    count = before + len(ending) + bool(going_on)
    slots = [_Slot(work, day.span.part(before + n, count), is_last=True) for n, work in enumerate(ending)]
    return slots + [_Slot(work, day.span.part(count - 1, count), is_last=False) for work in going_on]


def _asides(day: Workday) -> list[Aside]:
    return [aside for aside in ASIDES if place_of(aside.week, aside.day) == day.place]


def _tasks(day: Workday, slots: Sequence[_Slot]) -> Iterator[Task]:
    left = dict(zip(TOOLS, WEEKS[day.place // WORKDAYS][day.day.weekday()], strict=True))
    morning = day.span.part(0, 1 + len({slot.span for slot in slots}))
    for aside in _asides(day):
        left[aside.tool] -= aside.cents
        work = next((work for work in WORK if work.title == aside.of), None)
        yield Task(aside.tool, work, aside, aside.cents * _MICROS, _sitting(morning))
    for tool, cents in (*left.items(), (Tool.GEMINI, _GEMINI_CENTS)):
        own = [slot for slot in slots if tool in slot.work.tools]
        if own and cents:
            yield from _shared(tool, own, cents * _MICROS)


def _sitting(morning: Span) -> Span:
    """A part of a morning, not longer than a person leaves a command alone."""
    first = morning.at(4)
    return Span(first, UtcMillis(min(morning.at(90), first + _LONGEST_SITTING)))


def _shared(tool: Tool, slots: Sequence[_Slot], micros: int) -> Iterator[Task]:
    """A tool's amount of a day, by the weight of the works it was used for."""
    parts = split_whole(micros, tuple(slot.work.weight for slot in slots))
    for (work, span, is_last), part in zip(slots, parts, strict=True):
        yield Task(tool, work, None, part, Span(span.at(4), span.at(_WORKED if is_last else 99)))


def _unpriced(day: Workday, chance: Random) -> Iterator[SessionPlan]:
    for week, weekday, count in UNPRICED:
        if day.place == place_of(week, weekday):
            yield unpriced_session(count, Span(day.span.at(20), day.span.at(60)), chance)


class _Written:
    """Numbers what all sessions of a work wrote in the order of time, so that each edit stands on those before it."""

    def __init__(self, plans: Iterable[SessionPlan]) -> None:
        self._edits: dict[Work | None, list[tuple[UtcMillis, str, int]]] = defaultdict(list)
        for plan in plans:
            for number in plan.writes:
                at = UtcMillis(plan.requests[number].moment + _ANSWER_MS)
                self._edits[plan.work].append((at, plan.session, number))
        for edits in self._edits.values():
            edits.sort()

    def filled(self, plan: SessionPlan) -> SessionPlan:
        """The session with its edits."""
        return replace(plan, edits=tuple(self._changes(plan.work, plan.session))) if plan.work else plan

    def state(self, work: Work, edits: int | None = None) -> Pieces:
        """The pieces of a work's file after so many edits, by default after all."""
        count = len(self._edits[work]) if edits is None else edits
        if not work.of:
            return tuple(range(count))
        base = self.finished(next(one for one in WORK if one.title == work.of))
        mended = tuple(piece + MENDED for piece in base[:count])
        return mended + base[count:] + tuple(range(len(base), count))

    def state_at(self, work: Work, moment: UtcMillis) -> Pieces:
        """The pieces at a moment."""
        return self.state(work, sum(at <= moment for at, *_ in self._edits[work]))

    def finished(self, work: Work) -> Pieces:
        """The pieces at the end, with the engineer's own."""
        pieces = self.state(work)
        own = range(BY_HAND, BY_HAND - 1 - len(pieces) // _LINES_BY_HAND, -1)
        return (*pieces, *own) if work.partly_by_hand else pieces

    def _changes(self, work: Work, session: str) -> Iterator[tuple[int, Change]]:
        for place, (_, by, number) in enumerate(self._edits[work]):
            if by == session:
                yield number, change_between(work.path, self.state(work, place), self.state(work, place + 1))


def _commits(day: Workday, slots: Sequence[_Slot], written: _Written) -> Iterator[Commit]:
    """What is kept on a branch this day, and what lands."""
    spans = {slot.work: slot.span for slot in slots}
    for number, (work, span, is_last) in enumerate(slots):
        if work.way in {Way.DIRECT, Way.DISCARDED}:
            continue
        if is_last:
            yield Commit(work, span.at(_WORKED + 3), written.finished(work), lands=False)
        else:
            moment = UtcMillis(span.last - number * MINUTE)
            yield Commit(work, moment, written.state_at(work, moment), lands=False)
    for work in WORK:
        if work.place == day.place and work.way not in {Way.OPEN, Way.CLOSED, Way.DISCARDED}:
            hour = 18 + sum(map(ord, work.title)) % 60
            moment = spans[work].at(92 + len(work.title) % 6) if work in spans else day.span.at(hour)
            yield Commit(work, moment, () if work.way in _BUTTONS else written.finished(work), lands=True)
