"""Lays the story out in time: which session ran when, for how much, and when each piece of work landed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.money import split_whole
from outlay.use_cases.sample.days import MINUTE, Span, WorkedDay
from outlay.use_cases.sample.listing import BY_HAND
from outlay.use_cases.sample.requests import (
    CODEX,
    OPUS,
    SONNET,
    UNPRICED,
    Model,
    Request,
    requests_counted,
    requests_worth,
)
from outlay.use_cases.sample.story import REPOSITORIES, WORK, Agents, Way, Work

_UNPRICED_REQUESTS = (5, 9)
"""Today's and the worked day's before; the look's pictures show fourteen."""

_READING_WEIGHT = 1
_HELPER_FROM_MICROS = 3_500_000
_MODELS: dict[Agents, tuple[Model, ...]] = {
    Agents.NONE: (),
    Agents.CLAUDE: (OPUS,),
    Agents.CODEX: (CODEX,),
    Agents.BOTH: (OPUS, CODEX),
}


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """One run of one tool. `work` None: nothing came of it. `part` is the part of the file it wrote."""

    model: Model
    repository: str
    work: Work | None
    part: int | None
    requests: tuple[Request, ...]
    helper: tuple[Request, ...] = ()
    """A subagent's requests, to the smaller model."""

    @property
    def branch(self) -> str:
        """The branch it ran on."""
        return self.work.branch if self.work else "main"


class Commit(NamedTuple):
    """The parts of a piece of work that are committed at a moment; `lands` when that is on the default branch."""

    work: Work
    moment: UtcMillis
    parts: tuple[int, ...]
    lands: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything that happened, oldest day first."""

    sessions: tuple[SessionPlan, ...]
    commits: tuple[Commit, ...]


class _Task(NamedTuple):
    """A day's share of one piece of work with one model."""

    work: Work | None
    model: Model
    weight: int
    span: Span


def schedule_of(days: tuple[WorkedDay, ...], chance: Random) -> Schedule:
    """The story over the worked days, given newest first; `chance` decides what does not matter."""
    sessions: list[SessionPlan] = []
    commits: list[Commit] = []
    written: Counter[str] = Counter()
    for back in reversed(range(len(days))):
        places = _places(back, days[back].span)
        tasks = [task for work, span in places for task in _tasks(work, back, span)]
        sessions += _sessions(tasks, days[back].micros, back, written, chance)
        sessions += _unpriced(back, days[back].span, chance)
        commits += _commits(places, back, written)
    return Schedule(tuple(sessions), tuple(commits))


def _places(back: int, span: Span) -> list[tuple[Work | None, Span]]:
    """A day's works in order: some reading, what lands one after the other, what goes on side by side at the end."""
    works = [work for work in WORK if work.under_way(back)]
    alone = [None, *(work for work in works if work.landed == back)]
    going_on = [work for work in works if work.landed < back]
    count = len(alone) + bool(going_on)
    places: list[tuple[Work | None, Span]] = [(work, span.part(n, count)) for n, work in enumerate(alone)]
    return places + [(work, span.part(count - 1, count)) for work in going_on]


def _tasks(work: Work | None, back: int, span: Span) -> list[_Task]:
    inner = span if work and work.landed < back else Span(span.at(4), span.at(85))
    if work is None:
        return [_Task(None, SONNET, _READING_WEIGHT, inner)]
    models = _MODELS[work.agents]
    return [_Task(work, model, -(-work.weight // (n + 1)), inner) for n, model in enumerate(models)]


def _sessions(
    tasks: list[_Task], micros: int, back: int, written: Counter[str], chance: Random
) -> Iterator[SessionPlan]:
    """Sessions that come to a day's amount, none larger than its model's usual one."""
    amounts = split_whole(micros, tuple(task.weight for task in tasks))
    for task, amount in zip(tasks, amounts, strict=True):
        count = -(-amount // task.model.most_micros)
        for number, piece in enumerate(split_whole(amount, (1,) * count)):
            yield _session(task, piece, task.span.part(number, count), back, written, chance)


def _session(
    task: _Task, micros: int, span: Span, back: int, written: Counter[str], chance: Random
) -> SessionPlan:
    part = None
    if task.work is not None:
        part = written[task.work.title]
        written[task.work.title] += 1
    helped = micros // 6 if task.model is OPUS and micros >= _HELPER_FROM_MICROS else 0
    return SessionPlan(
        task.model,
        task.work.repository if task.work else REPOSITORIES[back % len(REPOSITORIES)],
        task.work,
        part,
        requests_worth(micros - helped, task.model, span, chance),
        requests_worth(helped, SONNET, Span(span.at(30), span.at(45)), chance) if helped else (),
    )


def _unpriced(back: int, span: Span, chance: Random) -> list[SessionPlan]:
    if back >= len(_UNPRICED_REQUESTS):
        return []
    requests = requests_counted(_UNPRICED_REQUESTS[back], Span(span.at(20), span.at(60)), chance)
    return [SessionPlan(UNPRICED, "web", None, None, requests)]


def _commits(places: list[tuple[Work | None, Span]], back: int, written: Counter[str]) -> Iterator[Commit]:
    """What lands this day, and what is kept on a branch for the next one. Squashed branches leave no trace."""
    for number, (work, span) in enumerate(places):
        if work is None:
            continue
        parts = tuple(range(written[work.title] or 1))
        if work.landed == back:
            own = (BY_HAND,) if work.partly_by_hand else ()
            yield Commit(work, span.at(92), parts + own, lands=True)
        elif back and (work.way is Way.MERGE or work.landed < 0):
            yield Commit(work, UtcMillis(span.last - number * MINUTE), parts, lands=False)
