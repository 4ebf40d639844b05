"""Turns a day's share of work into sessions of a tool: requests, turns, and which of them write."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.money import split_whole
from outlay.use_cases.sample.days import MINUTE, Span
from outlay.use_cases.sample.ids import random_id, timed_id
from outlay.use_cases.sample.listing import Change
from outlay.use_cases.sample.requests import (
    CODEX,
    GEMINI,
    HAIKU,
    OPUS,
    SONNET,
    UNPRICED,
    Model,
    Request,
    requests_counted,
    requests_worth,
)
from outlay.use_cases.sample.story import Aside, Tool, Work
from outlay.use_cases.sample.weeks import METERED

_HELPER_FROM_MICROS = 3_500_000
_MODELS = {Tool.CLAUDE: OPUS, Tool.CODEX: CODEX, Tool.CURSOR: SONNET, Tool.GEMINI: GEMINI}
_TURNS = {Tool.CLAUDE: (5, 10), Tool.CODEX: (5, 12), Tool.CURSOR: (5, 7), Tool.GEMINI: (5, 7)}
"""Requests from one prompt to the next."""

_QUIET_TURN = 4
"""One of so many turns writes nothing; the first one always does."""

_LOOP_TURNS = (0, 8)
"""A session that goes round in circles begins with a turn of work."""

_CUT_OFF_MS = 2 * MINUTE


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """One run of one tool. `work` None: nothing came of it. `turns` are the numbers of the requests that open one.

    `writes` are the requests that write, and `edits` what they wrote, by the same number; `loop` is a command that
    fails throughout.
    """

    tool: Tool
    model: Model
    session: str
    folder: str
    branch: str
    title: str
    work: Work | None
    requests: tuple[Request, ...]
    turns: tuple[int, ...]
    writes: tuple[int, ...] = ()
    edits: tuple[tuple[int, Change], ...] = ()
    helper: tuple[Request, ...] = ()
    """A subagent's requests, to a smaller model."""
    loop: bool = False
    metered: bool = False
    """Whether it ran on the company's key."""


class Task(NamedTuple):
    """A day's share of one piece of work, or an aside, with one tool; an aside of a work goes round in circles."""

    tool: Tool
    work: Work | None
    aside: Aside | None
    micros: int
    span: Span

    @property
    def loops(self) -> bool:
        """Whether a command fails in it over and over."""
        return self.work is not None and self.aside is not None


def sessions_of(task: Task, chance: Random) -> Iterator[SessionPlan]:
    """Sessions that come to a task's amount, none larger than its model's usual one, unless it looped."""
    model = _model(task)
    count = 1 if task.loops else -(-task.micros // model.most_micros)
    for number, piece in enumerate(split_whole(task.micros, (1,) * count)):
        yield _session(task, model, piece, task.span.part(number, count), chance)


def unpriced_session(count: int, span: Span, chance: Random) -> SessionPlan:
    """So many requests to the company's own model, about nothing that was written."""
    requests = requests_counted(count, span, chance)
    session, title = timed_id(requests[0].moment, chance), "Summarise the open reviews"
    return SessionPlan(Tool.CODEX, UNPRICED, session, "web", "main", title, None, requests, (0,))


def until(plan: SessionPlan, now: UtcMillis) -> SessionPlan | None:
    """What of a session had happened by a moment."""
    if plan.requests[-1].moment <= now:
        return plan
    requests = tuple(one for one in plan.requests if one.moment <= now - _CUT_OFF_MS)
    helper = plan.helper if plan.helper and plan.helper[-1].moment <= now - _CUT_OFF_MS else ()
    turns, writes = (
        tuple(at for at in numbers if at < len(requests)) for numbers in (plan.turns, plan.writes)
    )
    return replace(plan, requests=requests, helper=helper, turns=turns, writes=writes) if requests else None


def _model(task: Task) -> Model:
    is_small = task.tool is Tool.CLAUDE and (not task.work or task.work.weight == 1)
    return SONNET if is_small else _MODELS[task.tool]


def _session(task: Task, model: Model, micros: int, span: Span, chance: Random) -> SessionPlan:
    work, told = task.work, task.aside or task.work
    helped = micros // 6 if model is OPUS and work and micros >= _HELPER_FROM_MICROS else 0
    requests = requests_worth(micros - helped, model, span, chance)
    first = requests[0].moment
    session = timed_id(first, chance) if task.tool is Tool.CODEX else random_id(chance)
    turns = _LOOP_TURNS if task.loops else _turns(len(requests), task.tool, chance)
    return SessionPlan(
        tool=task.tool,
        model=model,
        session=session,
        folder=told.folder if told else "",
        branch=work.branch if work else "main",
        title=told.title if told else "",
        work=work,
        requests=requests,
        turns=turns,
        writes=tuple(_writing_requests(task, session, turns, len(requests))) if work else (),
        helper=requests_worth(helped, HAIKU, Span(span.at(30), span.at(45)), chance) if helped else (),
        loop=task.loops,
        metered=bool(work and work.title in METERED),
    )


def _turns(count: int, tool: Tool, chance: Random) -> tuple[int, ...]:
    """Where turns begin; the last one is never shorter than the others."""
    fewest, most = _TURNS[tool]
    starts = [0]
    while count - starts[-1] >= most + fewest:
        starts.append(starts[-1] + chance.randrange(fewest, most + 1))
    return tuple(starts)


def _writing_requests(task: Task, session: str, turns: tuple[int, ...], count: int) -> Iterator[int]:
    """One late in each turn, but for some turns that only ask."""
    for turn, (start, end) in enumerate(zip(turns, (*turns[1:], count), strict=True)):
        if not turn or ((turn + int(session[-1], 16)) % _QUIET_TURN and not task.loops):
            yield start + (end - start - 1) * 2 // 3
