"""Issues of Jira that are assigned to the owner, as Cloud and Data Center tell of them alike.

https://developer.atlassian.com/cloud/jira/platform/rest/v3 (search, changelog). What a status means is its category;
work that was closed for another reason than having been done is not planned.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import Ticket, TicketState
from outlay.readers.work.interface import WorkPage
from outlay.readers.work.jira_search import Search, found_pages
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.watermarks import Watermarks
from outlay.readers.work.written import address_written
from outlay.rules.commit_text import LONGEST_SUBJECT

PAGE: Final = 100
SEEN_PROJECTS: Final = 5
FIELDS: Final = (
    "summary",
    "issuetype",
    "status",
    "labels",
    "created",
    "updated",
    "resolution",
    "resolutiondate",
    "assignee",
)
_STREAM: Final = "issues"
_KEY_LENGTH: Final = 100
_BY_CATEGORY: Final = {
    "new": TicketState.OPEN,
    "indeterminate": TicketState.STARTED,
    "done": TicketState.DONE,
}
_NOT_PLANNED: Final = frozenset(
    (
        "abandoned",
        "abgebrochen",
        "abgelehnt",
        "canceled",
        "cancelled",
        "cannot reproduce",
        "closed as duplicate",
        "declined",
        "discarded",
        "duplicate",
        "duplikat",
        "incomplete",
        "invalid",
        "kann nicht reproduziert werden",
        "not a bug",
        "not planned",
        "obsolete",
        "out of scope",
        "rejected",
        "unvollständig",
        "wird nicht erledigt",
        "wont do",
        "wont fix",
    )
)
"""Resolutions, and statuses of projects that have no resolutions, for work that was given up."""


class Me(NamedTuple):
    """Whose issues. `zone` is the one dates in a search are read in; None when the system did not say."""

    id: str
    zone: ZoneInfo | None


class Questions(NamedTuple):
    """How one kind of Jira is asked.

    Args:
        system: its id.
        person: the field of a person that names it.
        site: where issues are looked at in a browser.
        search: a page of the issues that fit, from a place on that an earlier page named.
        statuses: every status there is.
        histories: what happened to issues, by their id.
    """

    system: str
    person: str
    site: str
    search: Search
    statuses: Callable[[], list[Row]]
    histories: Callable[[list[Row]], Mapping[str, list[Row]]]


class _Move(NamedTuple):
    """From one meaning to another; None is a status that is no more."""

    moment: UtcMillis
    before: TicketState | None
    after: TicketState | None


class _Statuses:
    """What statuses mean; asked for once a reading, and not before there is an issue."""

    def __init__(self, ask: Callable[[], list[Row]]) -> None:
        self._ask = ask
        self._told: dict[str, TicketState] | None = None

    def meaning(self, id_: str | None, name: str | None) -> TicketState | None:
        """Of a status by its id, or by its name where the id is not known."""
        if self._told is None:
            self._told = dict(_meanings(self._ask()))
        return self._told.get(id_ or "") or self._told.get(f"named {(name or '').lower()}")


def read_issues(questions: Questions, me: Me, bookmark: bytes | None, since: UtcMillis) -> Iterator[WorkPage]:
    """Pages of the owner's issues that changed, oldest change first; at least one. Raises RemoteError."""
    marks, statuses = Watermarks.of(bookmark), _Statuses(questions.statuses)
    keys: set[str] = set()
    total: int | None = None
    for page in found_pages(questions.search, me.zone, marks.begin(_STREAM, since)):
        misfits = Misfits()
        rows = [Row(number, raw, misfits) for number, raw in enumerate(page.fresh, start=1)]
        own = [row for row in rows if _is_of(row, me, questions.person)]
        histories = questions.histories(own) if own else {}
        told = (_ticket_from(row, questions, statuses, histories) for row in own)
        tickets = tuple(ticket for ticket in told if ticket is not None)
        keys.update(ticket.key for ticket in tickets)
        total = page.total if total is None else total
        marks = marks.passed(_STREAM, page.newest)
        yield WorkPage((), tickets, marks.bookmark, len(keys), total, len(misfits.rows_left_out))


def _is_of(row: Row, me: Me, person: str) -> bool:
    named = row.part("fields").part("assignee").name(person, needed=True)
    return named is not None and named.lower() == me.id.lower()


def _ticket_from(
    row: Row, questions: Questions, statuses: _Statuses, histories: Mapping[str, list[Row]]
) -> Ticket | None:
    fields = row.part("fields")
    key = row.name("key", _KEY_LENGTH, needed=True)
    status = fields.part("status")
    name = status.name("name", needed=True)
    if key is None or name is None:
        return None
    now = _BY_CATEGORY.get(status.part("statusCategory").name("key") or "")
    now = now or statuses.meaning(status.name("id"), name) or TicketState.OPEN
    state = _state(now, name, fields.part("resolution").name("name"))
    moves = _moves(histories.get(row.name("id") or "", []), statuses)
    created = fields.moment("created")
    return Ticket(
        system=questions.system,
        key=key,
        repository=None,
        type=fields.part("issuetype").name("name"),
        title=fields.name("summary", LONGEST_SUBJECT) or "",
        state=state,
        created=created,
        started=_started(moves, now, created),
        done=_done(moves, fields.moment("resolutiondate")) if state is TicketState.DONE else None,
        reopened=tuple(move.moment for move in moves if _is_back(move)),
        url=address_written(f"{questions.site}/browse/{key}"),
        labels=fields.names("labels"),
    )


def _state(now: TicketState, *words: str | None) -> TicketState:
    """What the category says, unless a status or a resolution says that the work was given up."""
    plain = {re.sub(r"[^\w ]", "", (word or "").lower()) for word in words}
    return TicketState.NOT_PLANNED if now is TicketState.DONE and plain & _NOT_PLANNED else now


def _started(moves: list[_Move], now: TicketState, created: UtcMillis | None) -> UtcMillis | None:
    """The first move into work, or when it was made where that was in the middle of work."""
    first = moves[0].before if moves else now
    if first is TicketState.STARTED:
        return created
    return next((move.moment for move in moves if move.after is TicketState.STARTED), None)


def _done(moves: list[_Move], resolved: UtcMillis | None) -> UtcMillis | None:
    """The last move into done from anything else."""
    into = [move.moment for move in moves if move.after is TicketState.DONE and move.before is not move.after]
    return into[-1] if into else resolved


def _is_back(move: _Move) -> bool:
    return move.before is TicketState.DONE and move.after in {TicketState.OPEN, TicketState.STARTED}


def _moves(histories: list[Row], statuses: _Statuses) -> list[_Move]:
    """Moves between statuses in order of time, and of their ids where several share a moment."""
    told = [
        (at, history.number_of("id") or 0, history)
        for history in histories
        if (at := history.moment("created")) is not None
    ]
    return [
        _Move(at, _meaning(item, "from", statuses), _meaning(item, "to", statuses))
        for at, _, history in sorted(told, key=lambda one: one[:2])
        for item in history.parts("items")
        if (item.name("fieldId") or item.name("field")) == "status"
    ]


def _meaning(item: Row, side: str, statuses: _Statuses) -> TicketState | None:
    return statuses.meaning(item.name(side), item.name(f"{side}String"))


def _meanings(rows: list[Row]) -> Iterator[tuple[str, TicketState]]:
    for row in rows:
        meant = _BY_CATEGORY.get(row.part("statusCategory").name("key") or "")
        if meant is not None:
            yield row.name("id") or "", meant
            yield f"named {(row.name('name') or '').lower()}", meant
