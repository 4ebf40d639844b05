"""Shortcut: stories that changed, 25 a request, and one request more for what happened to each.

https://developer.shortcut.com/api/rest/v3 (Search Stories, Story History, List Workflows). A search takes whole days,
gives no order and no more than 1,000 stories: where there are more, it is asked for a span of days at a time, and how far
an account was read moves on behind each span. A key is `sc-12`, as branches bear it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from typing import Final, NamedTuple

from msgspec import Raw

from outlay.domain.accounts import Account, Login, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis, datetime_of
from outlay.domain.pulls import Ticket, TicketState
from outlay.readers.work.envelopes import (
    fields_of,
    newest_in,
    object_in,
    objects_in,
    rows_in,
    text_in,
    unless_hidden,
)
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.pull_links import pulls_behind
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.readers.work.state_words import state_named
from outlay.readers.work.ticket_moves import Move, Moves
from outlay.rules.commit_text import LONGEST_SUBJECT

_STREAM: Final = "stories"
_PAGE: Final = 25
_MOST_FOUND: Final = 1_000
_LONGEST_SPAN: Final = 512
_MOST_SPANS: Final = 1_000
"""Days that are never over are no days."""

_HIGHEST: Final = 2_000_000_000
_LONGEST_ADDRESS: Final = 1_000
_STATES: Final = {
    "backlog": TicketState.OPEN,
    "unstarted": TicketState.OPEN,
    "started": TicketState.STARTED,
    "done": TicketState.DONE,
}


class _Found(NamedTuple):
    """A page of a search. `following` is where its next one is, None after the last."""

    rows: list[Raw]
    following: str | None
    total: int


class _Me(NamedTuple):
    id: str
    mention: str


class _Workflows:
    """What states mean; asked for once a reading, and not before a story changed."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._told: dict[int, TicketState] | None = None

    def meaning(
        self, id_: int | None, further: Mapping[int, TicketState] | None = None
    ) -> TicketState | None:
        """Of a state by its id; `further` are those a history tells of, which may be no more."""
        if self._told is None:
            self._told = _meanings(objects_in(self._client.get("workflows")))
        return self._told.get(id_ or 0) or (further or {}).get(id_ or 0)


class _Shortcut:
    """See WorkReader."""

    card = SystemCard(
        system="shortcut",
        title="Shortcut",
        address="https://api.app.shortcut.com",
        needs=(),
        scopes=("Read-only",),
        token_page="https://app.shortcut.com/settings/account/api-tokens",  # noqa: S106  a page, no token
        pulls=False,
        tickets=True,
        requests_a_reading=2,
        requests_a_day=288_000,
    )

    def base(self, account: Account) -> str:
        """The third version of the API."""
        return f"{account.address}/api/v3"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """An API token."""
        return {"Shortcut-Token": secret}

    def who(self, client: Client, account: Account) -> Login:
        """One request. A token sees one workspace."""
        member = object_in(client.get("member"))
        workspace = member.part("workspace2").name("name")
        return Login(_me(member).mention, member.name("name"), (workspace,) if workspace else ())

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Stories the owner is an owner of; one that changed costs a request for its history."""
        me, seen, workflows = _me(object_in(client.get("member"))), SeenRows.of(bookmark), _Workflows(client)
        newest: UtcMillis | None = None
        done = 0
        for found, is_span_over in _found(client, account, me, _day(seen.begin(_STREAM, since))):
            misfits = Misfits()
            tickets = tuple(_new_tickets(client, me, found.rows, seen, workflows, misfits))
            newest = newest_in(found.rows, "updated_at", newest)
            done += len(tickets)
            if is_span_over:
                seen.passed(_STREAM, newest)
            yield WorkPage((), tickets, seen.bookmark, done, None, len(misfits.rows_left_out))
        yield WorkPage((), (), seen.last_bookmark, done, None)


READER = _Shortcut()


def _me(member: Row) -> _Me:
    id_, mention = member.name("id"), member.name("mention_name")
    if id_ is None or mention is None:
        raise RemoteError(Trouble.UNEXPECTED)
    return _Me(id_, mention)


def _day(moment: UtcMillis) -> date:
    """The day a moment is in, as London has it; the overlap of readings is longer than any zone is off."""
    return datetime_of(moment).date()


def _found(client: Client, account: Account, me: _Me, begin: date) -> Iterator[tuple[_Found, bool]]:
    """Pages of a search from a day on, and whether it is the last of its span of days."""
    for _ in range(_MOST_SPANS):
        found, span = _span_that_fits(client, me, begin)
        yield from _pages(client, account, found)
        if span is None:
            return
        # The last day is met twice: whether a search takes it in is not said.
        begin += timedelta(days=span)
    raise RemoteError(Trouble.UNEXPECTED)


def _pages(client: Client, account: Account, found: _Found) -> Iterator[tuple[_Found, bool]]:
    """A search's first page and those behind it, as far as it gives any."""
    for number in count(1):
        is_last = found.following is None or number * _PAGE >= _MOST_FOUND
        yield found, is_last
        if is_last:
            return
        found = _page(client, f"{account.address}{found.following}", {})


def _span_that_fits(client: Client, me: _Me, begin: date) -> tuple[_Found, int | None]:
    """The first page of all the days there are (None), or of as many as a search can give."""
    found = _searched(client, me, begin, None)
    span: int | None = None
    while found.total > _MOST_FOUND and span != 1:
        span = span // 2 if span else _LONGEST_SPAN
        found = _searched(client, me, begin, begin + timedelta(days=span))
    return found, span


def _searched(client: Client, me: _Me, begin: date, end: date | None) -> _Found:
    query = f"owner:{me.mention} updated:{begin:%Y-%m-%d}..{f'{end:%Y-%m-%d}' if end else '*'}"
    return _page(client, "search/stories", {"query": query, "page_size": _PAGE, "detail": "full"})


def _page(client: Client, path: str, asked: Mapping[str, str | int]) -> _Found:
    answer = client.get(path, asked)
    fields = fields_of(answer)
    rows, following = rows_in(fields, "data"), text_in(fields, "next")
    return _Found(rows, following, object_in(answer).number_of("total") or len(rows))


def _meanings(workflows: list[Row]) -> dict[int, TicketState]:
    states = (state for workflow in workflows for state in workflow.parts("states"))
    return dict(told for state in states if (told := _meaning(state)) is not None)


def _meaning(state: Row) -> tuple[int, TicketState] | None:
    """By its type; a state for work that was given up is one of done stories, and known by its name alone."""
    id_, meant = state.number_of("id"), _STATES.get(state.name("type") or "")
    if id_ is None or meant is None:
        return None
    return id_, state_named(state.name("name"), closed=True) if meant is TicketState.DONE else meant


def _new_tickets(
    client: Client, me: _Me, rows: list[Raw], seen: SeenRows, workflows: _Workflows, misfits: Misfits
) -> Iterator[Ticket]:
    for number, raw in enumerate(rows, start=1):
        row = Row(number, raw, misfits)
        id_ = row.count("id", _HIGHEST)
        if id_ is None or me.id not in row.names("owner_ids") or seen.meet(f"story {id_}", raw):
            continue
        ticket = _ticket_from(row, id_, Moves(_moves(_history(client, id_), id_, workflows)), workflows)
        seen.told(f"story {id_}", raw)
        yield ticket


def _history(client: Client, id_: int) -> list[Row]:
    none: list[Row] = []
    return unless_hidden(lambda: objects_in(client.get(f"stories/{id_}/history")), none)


def _ticket_from(row: Row, id_: int, moves: Moves, workflows: _Workflows) -> Ticket:
    state, created = _state(row, id_, workflows), row.moment("created_at")
    started = row.moment("started_at_override") or moves.started(created) or row.moment("started_at")
    done = row.moment("completed_at_override") or moves.done or row.moment("completed_at")
    return Ticket(
        system="shortcut",
        key=f"sc-{id_}",
        repository=None,
        type=row.name("story_type"),
        title=row.name("name", LONGEST_SUBJECT) or "",
        state=state,
        created=created,
        started=started,
        done=done if state is TicketState.DONE else None,
        reopened=moves.reopened,
        url=row.address("app_url"),
        labels=tuple(name for label in row.parts("labels") if (name := label.name("name"))),
        pulls=pulls_behind(pull.text("url", _LONGEST_ADDRESS) for pull in row.parts("pull_requests")),
    )


def _state(row: Row, id_: int, workflows: _Workflows) -> TicketState:
    """By its workflow, else by what the story says of itself; a duplicate of another is not planned."""
    known = workflows.meaning(row.number_of("workflow_state_id"))
    if known is None:
        known = TicketState.STARTED if row.flag("started") else TicketState.OPEN
        known = TicketState.DONE if row.flag("completed") else known
    is_duplicate = any(
        link.name("verb") == "duplicates" and link.number_of("subject_id") == id_
        for link in row.parts("story_links")
    )
    return TicketState.NOT_PLANNED if known is TicketState.DONE and is_duplicate else known


def _moves(history: list[Row], id_: int, workflows: _Workflows) -> Iterator[Move]:
    for entry in history:
        at = entry.moment("changed_at")
        told = dict(met for one in entry.parts("references") if (met := _meaning(one)) is not None)
        for action in entry.parts("actions"):
            change = action.part("changes").part("workflow_state_id")
            old, new = change.number_of("old"), change.number_of("new")
            if at is not None and new is not None and action.number_of("id") == id_:
                yield Move(at, workflows.meaning(old, told), workflows.meaning(new, told))
