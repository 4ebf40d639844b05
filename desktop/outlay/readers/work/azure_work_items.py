"""Work items of Azure DevOps that are assigned to the owner, with what their history says.

https://learn.microsoft.com/rest/api/azure/devops/wit. A query gives ids in order of change, which are asked for their
fields in batches; one that changed costs a further request for its history. What a state means is set by each
project: its categories are asked for once a reading, where something changed. The key is `AB#12`, as commits and
pull requests elsewhere write it. What ties a pull request to a work item stands with the pull request.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple
from urllib.parse import quote

from msgspec import Raw

from outlay.domain.accounts import Account, Params
from outlay.domain.moments import UtcMillis, iso_of
from outlay.domain.pulls import Ticket, TicketState
from outlay.readers.work.azure_addresses import item_page
from outlay.readers.work.envelopes import fields_of, row_alone, rows_in, unless_hidden
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.rules.commit_text import LONGEST_SUBJECT

BATCH: Final = 50
"""Up to 200 may be asked for at once; a reading can be stopped, and goes on, only between batches."""

MOST_IDS: Final = 10_000
"""A query that would find 20,000 is refused."""

_STREAM: Final = "work items"
_VERSION: Final = {"api-version": "7.1"}
_HIGHEST: Final = 2_000_000_000
_HISTORY_PAGE: Final = 200
_MOST_PAGES: Final = 50
_CHANGED: Final = "System.ChangedDate"
_CLOSED: Final = "Microsoft.VSTS.Common.ClosedDate"
_ACTIVATED: Final = "Microsoft.VSTS.Common.ActivatedDate"
_FIELDS: Final = (
    "System.Title",
    "System.WorkItemType",
    "System.State",
    "System.Reason",
    "System.Tags",
    "System.TeamProject",
    "System.CreatedDate",
    _CHANGED,
    _ACTIVATED,
    _CLOSED,
)
_BY_CATEGORY: Final = {
    "Proposed": TicketState.OPEN,
    "InProgress": TicketState.STARTED,
    "Resolved": TicketState.STARTED,
    "Completed": TicketState.DONE,
    "Removed": TicketState.NOT_PLANNED,
}
_BY_NAME: Final = {
    **dict.fromkeys(("active", "committed", "in progress", "doing", "resolved"), TicketState.STARTED),
    **dict.fromkeys(("done", "closed", "completed", "inactive"), TicketState.DONE),
    **dict.fromkeys(("removed", "cut"), TicketState.NOT_PLANNED),
}
"""States of the processes that come with the product; a project's own that no category is known of counts as open."""

_NOT_PLANNED: Final = frozenset(
    (
        "abandoned",
        "as designed",
        "cannot reproduce",
        "cut",
        "deferred",
        "duplicate",
        "not a bug",
        "obsolete",
        "out of scope",
        "overtaken by events",
        "rejected",
        "removed from the backlog",
        "won't fix",
        "will not fix",
    )
)
"""Reasons that a work item is closed for beside having been done."""

_Meaning = Callable[[str | None, str | None], TicketState]
"""What a state and the reason for it mean."""


class _Move(NamedTuple):
    moment: UtcMillis
    state: TicketState


class _Projects:
    """What the states of each project's types mean; each project is asked once."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._told: dict[str, dict[tuple[str, str], TicketState]] = {}

    def meaning(self, project: str, kind: str) -> _Meaning:
        """Of the states of one type."""
        if project not in self._told:
            self._told[project] = unless_hidden(lambda: _categories(self._client, project), {})
        states = self._told[project]

        def mean(state: str | None, reason: str | None) -> TicketState:
            named = state or ""
            found = states.get((kind, named), _BY_NAME.get(named.lower(), TicketState.OPEN))
            is_dropped = found is TicketState.DONE and (reason or "").lower() in _NOT_PLANNED
            return TicketState.NOT_PLANNED if is_dropped else found

        return mean


def ask_work_items(client: Client, account: Account, begin: UtcMillis | None, most: int) -> list[int]:
    """Ids of the owner's work items that changed since, oldest change first. Raises RemoteError."""
    asked: Params = {**_VERSION, "timePrecision": "true", "$top": most}
    answer = client.post("_apis/wit/wiql", {"query": _query(account, begin)}, asked)
    rows = map(row_alone, rows_in(fields_of(answer), "workItems"))
    return [id_ for row in rows if (id_ := row.number_of("id"))]


def read_work_items(client: Client, account: Account, seen: SeenRows, since: UtcMillis) -> Iterator[WorkPage]:
    """Pages of them; at least one, the last with the bookmark of a reading's end. Raises RemoteError."""
    begin, projects, done = seen.begin(_STREAM, since), _Projects(client), 0
    while True:
        ids = ask_work_items(client, account, begin, MOST_IDS)
        newest = begin
        for first in range(0, max(len(ids), 1), BATCH):
            rows = _batch(client, ids[first : first + BATCH])
            newest = max((at for raw in rows if (at := _changed(raw)) is not None), default=newest)
            misfits = Misfits()
            tickets = tuple(_new_tickets(client, account, rows, seen, projects, misfits))
            seen.passed(_STREAM, newest if rows else None)
            done += len(tickets)
            is_last = len(ids) < MOST_IDS and first + BATCH >= len(ids)
            mark = seen.last_bookmark if is_last else seen.bookmark
            yield WorkPage((), tickets, mark, done, None, len(misfits.rows_left_out))
        if len(ids) < MOST_IDS or newest <= begin:
            return
        begin = newest


def _query(account: Account, begin: UtcMillis | None) -> str:
    wishes = ["[System.AssignedTo] = @Me"]
    project = account.setting("project")
    if project:
        quoted = project.replace("'", "''")
        wishes.append(f"[System.TeamProject] = '{quoted}'")
    if begin is not None:
        wishes.append(f"[{_CHANGED}] >= '{iso_of(begin)}'")
    return " ".join(
        ("SELECT [System.Id] FROM WorkItems WHERE", " AND ".join(wishes), f"ORDER BY [{_CHANGED}]")
    )


def _batch(client: Client, ids: list[int]) -> list[Raw]:
    """In order of change; what was deleted in between is left out."""
    if not ids:
        return []
    asked = {"ids": ids, "fields": list(_FIELDS), "errorPolicy": "omit"}
    rows = rows_in(fields_of(client.post("_apis/wit/workitemsbatch", asked, _VERSION)), "value")
    return sorted((raw for raw in rows if bytes(raw) != b"null"), key=lambda raw: _changed(raw) or 0)


def _changed(raw: Raw) -> UtcMillis | None:
    return row_alone(raw).part("fields").moment(_CHANGED)


def _new_tickets(
    client: Client,
    account: Account,
    rows: list[Raw],
    seen: SeenRows,
    projects: _Projects,
    misfits: Misfits,
) -> Iterator[Ticket]:
    for number, raw in enumerate(rows, start=1):
        row = Row(number, raw, misfits)
        id_ = row.count("id", _HIGHEST)
        if id_ is not None and not seen.meet(f"item {id_}", raw):
            ticket = _ticket_from(client, account, id_, row.part("fields"), projects)
            seen.told(f"item {id_}", raw)
            yield ticket


def _ticket_from(client: Client, account: Account, id_: int, fields: Row, projects: _Projects) -> Ticket:
    project, kind = fields.name("System.TeamProject") or "", fields.name("System.WorkItemType")
    mean = projects.meaning(project, kind or "")
    state = mean(fields.name("System.State"), fields.name("System.Reason"))
    none: list[_Move] = []
    moves = unless_hidden(lambda: _moves(client, id_, mean), none)
    started, done = _first(moves, TicketState.STARTED), _last(moves, TicketState.DONE)
    if not moves:
        started, done = fields.moment(_ACTIVATED), fields.moment(_CLOSED)
    return Ticket(
        system="azure_devops",
        key=f"AB#{id_}",
        repository=None,
        type=kind,
        title=fields.name("System.Title", LONGEST_SUBJECT) or "",
        state=state,
        created=fields.moment("System.CreatedDate"),
        started=started,
        done=done if state is TicketState.DONE else None,
        reopened=tuple(after.moment for before, after in pairwise(moves) if _is_back(before, after)),
        url=item_page(account, project, id_),
        labels=_tags(fields.name("System.Tags", 2_000)),
    )


def _tags(written: str | None) -> tuple[str, ...]:
    return tuple(tag.strip() for tag in (written or "").split(";") if tag.strip())


def _categories(client: Client, project: str) -> dict[tuple[str, str], TicketState]:
    """By type and state."""
    answer = client.get(f"{quote(project, safe='')}/_apis/wit/workitemtypes", _VERSION)
    kinds = map(row_alone, rows_in(fields_of(answer), "value"))
    told = (
        (kind.name("name"), state.name("name"), _BY_CATEGORY.get(state.name("category") or ""))
        for kind in kinds
        for state in kind.parts("states")
    )
    return {(kind, state): meant for kind, state, meant in told if kind and state and meant}


def _moves(client: Client, id_: int, mean: _Meaning) -> list[_Move]:
    """Moves from one meaning into another, in order; moves between states that mean the same are none."""
    told = sorted(_told(client, id_, mean))
    return [next(same) for _, same in groupby(told, lambda move: move.state)]


def _told(client: Client, id_: int, mean: _Meaning) -> Iterator[_Move]:
    for update in _updates(client, id_):
        fields = update.part("fields")
        state = fields.part("System.State").name("newValue")
        moment = fields.part(_CHANGED).moment("newValue") or update.moment("revisedDate")
        if state is not None and moment is not None:
            yield _Move(moment, mean(state, fields.part("System.Reason").name("newValue")))


def _updates(client: Client, id_: int) -> Iterator[Row]:
    for page in range(_MOST_PAGES):
        asked: Params = {**_VERSION, "$top": _HISTORY_PAGE, "$skip": page * _HISTORY_PAGE}
        rows = rows_in(fields_of(client.get(f"_apis/wit/workItems/{id_}/updates", asked)), "value")
        yield from map(row_alone, rows)
        if len(rows) < _HISTORY_PAGE:
            return


def _first(moves: Sequence[_Move], state: TicketState) -> UtcMillis | None:
    return next((move.moment for move in moves if move.state is state), None)


def _last(moves: Sequence[_Move], state: TicketState) -> UtcMillis | None:
    return _first(moves[::-1], state)


def _is_back(before: _Move, after: _Move) -> bool:
    return before.state is TicketState.DONE and after.state in {TicketState.OPEN, TicketState.STARTED}
