"""What the invented forge, tracker and Cursor's dashboard would export: the arrays of `outlay import`, and a CSV."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from outlay.domain.moments import UtcMillis, iso_of
from outlay.domain.money import MICROS
from outlay.use_cases.sample.days import MINUTE
from outlay.use_cases.sample.ids import stamp
from outlay.use_cases.sample.repositories import pull_body, pull_title
from outlay.use_cases.sample.requests import list_micros
from outlay.use_cases.sample.schedule import Schedule
from outlay.use_cases.sample.sessions import SessionPlan
from outlay.use_cases.sample.story import FORGE, LANDING, NAME, OWNER, TRACKER, Ticket, Tool, Way, Work
from outlay.use_cases.sample.works import TICKETS

_DAY_MS = 24 * 60 * MINUTE
_OPENED_MS = 4 * MINUTE
_CLOSED_MS = 20 * MINUTE
_CSV_HEAD = (
    "Date,Kind,Model,Max Mode,Input (w/ Cache Write),Input (w/o Cache Write),Cache Read,Output Tokens,"
    "Total Tokens,Cost"
)
_CSV_MODEL = "claude-4.5-sonnet"


class Shas(NamedTuple):
    """The ids of a work's commits: on its branch, and as they landed."""

    branch: tuple[str, ...] = ()
    landing: tuple[str, ...] = ()


class _Course(NamedTuple):
    """When what became of a work, as far as it had by now. `kept` are its commits on a branch."""

    work: Work
    begun: UtcMillis
    kept: tuple[UtcMillis, ...]
    landed: UtcMillis | None


def pull_requests(schedule: Schedule, shas: Mapping[str, Shas]) -> list[dict[str, Any]]:
    """The owner's pull requests that were opened by now."""
    courses = _courses(schedule)
    return [pull for course in courses if (pull := _pull(course, shas.get(course.work.title, Shas())))]


def tickets(schedule: Schedule) -> list[dict[str, Any]]:
    """The tickets that were begun by now."""
    by_key: dict[str, list[_Course]] = {}
    for course in _courses(schedule):
        if course.work.key:
            by_key.setdefault(course.work.key, []).append(course)
    return [_ticket(key, courses) for key, courses in by_key.items()]


def cursor_usage(plans: Iterable[SessionPlan]) -> str:
    """The usage page's export of all requests, newest first."""
    rows = [row for plan in plans if plan.tool is Tool.CURSOR for row in _usage_rows(plan)]
    return "".join(f"{line}\n" for line in (_CSV_HEAD, *sorted(rows, reverse=True)))


def _courses(schedule: Schedule) -> list[_Course]:
    """Works that had begun, in the order of their landing in the story."""
    begun: dict[Work, UtcMillis] = {}
    for plan in schedule.sessions:
        if plan.work:
            begun.setdefault(plan.work, plan.requests[0].moment)
    kept: dict[Work, list[UtcMillis]] = {}
    landed: dict[Work, UtcMillis] = {}
    for commit in schedule.commits:
        if commit.lands:
            landed[commit.work] = commit.moment
        else:
            kept.setdefault(commit.work, []).append(commit.moment)
        begun.setdefault(commit.work, commit.moment)
    return [
        _Course(work, begun[work], tuple(kept.get(work, ())), landed.get(work))
        for work in sorted(begun, key=_told)
    ]


def _told(work: Work) -> tuple[int, int]:
    return (-work.place, work.number or 0)


def _pull(course: _Course, shas: Shas) -> dict[str, Any] | None:
    work = course.work
    ended = course.landed or max(course.kept, default=None)
    if work.number is None or ended is None:
        return None
    closed = ended + _CLOSED_MS if work.way is Way.CLOSED else course.landed
    state = "merged" if course.landed else "closed" if work.way is Way.CLOSED else "open"
    opened = _opened(course.kept) if course.kept else ended - _CLOSED_MS
    return {
        "repository": f"{OWNER}/{work.repository}",
        "number": work.number,
        "title": pull_title(work),
        "body": pull_body(work),
        "head_branch": f"revert-{work.number}" if work.way in {Way.REVERT, Way.REAPPLY} else work.branch,
        "base_branch": "main",
        "author": NAME,
        "author_is_me": True,
        "draft": state == "open",
        "state": state,
        "created_at": iso_of(UtcMillis(min(opened, closed or opened))),
        "merged_at": _iso(course.landed),
        "closed_at": _iso(closed),
        "merge_commit": shas.landing[-1] if shas.landing else None,
        "commits": list(shas.branch),
        "labels": ["bug"] if work.of and work.way is Way.SQUASH else [],
        "url": f"{FORGE}/{OWNER}/{work.repository}/pull/{work.number}",
    }


def _opened(kept: Sequence[UtcMillis]) -> int:
    """Shortly after the last commit but one, while the rest is finished; after the only one of small work."""
    return kept[-2:][0] + _OPENED_MS


def _ticket(key: str, courses: Sequence[_Course]) -> dict[str, Any]:
    work, told = courses[0].work, TICKETS.get(key, Ticket("task"))
    started = min(course.begun for course in courses)
    landed = [course.landed for course in courses if course.landed]
    done = max(landed) + _CLOSED_MS if len(landed) == len(courses) and _is_whole(courses) else None
    waited = 1 + sum(map(ord, key)) % 6
    return {
        "system": "jira",
        "key": key,
        "repository": f"{OWNER}/{work.repository}",
        "type": told.type,
        "title": told.title or work.title,
        "state": "done" if done else "started",
        "created_at": iso_of(UtcMillis(started - waited * _DAY_MS)),
        "started_at": iso_of(started),
        "done_at": _iso(done),
        "reopened_at": [],
        "url": f"{TRACKER}/browse/{key}",
    }


def _is_whole(courses: Sequence[_Course]) -> bool:
    return all(course.work.way in LANDING for course in courses)


def _usage_rows(plan: SessionPlan) -> Iterator[str]:
    for moment, tokens in plan.requests:
        counts = (tokens.written, tokens.fresh, tokens.read, tokens.output)
        cost = f"{list_micros(tokens, plan.model) / MICROS:.2f}"
        cells = (stamp(moment), "Included", _CSV_MODEL, "No", *counts, sum(counts), cost)
        yield ",".join(map(str, cells))


def _iso(moment: int | None) -> str | None:
    return None if moment is None else iso_of(UtcMillis(moment))
