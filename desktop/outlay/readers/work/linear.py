"""Linear: its GraphQL API, one request for each 40 issues that changed.

https://linear.app/developers. Issues come newest change first and the order cannot be turned, so that how far an
account was read moves on at the end of a reading only. A query may cost 10,000 points, where a connection costs what
one of its rows does times the rows that are asked for: the few issues with a longer history are asked for it alone.
Issues have no type. A key is shown to the API as it is, without a word before it.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import msgspec
from msgspec import Raw

from outlay.domain.accounts import Account, Login, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis, iso_of
from outlay.domain.pulls import Ticket, TicketState
from outlay.readers.work.envelopes import newest_in, row_alone
from outlay.readers.work.graphql_answers import answered
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.pull_links import pulls_behind
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.ticket_moves import Move, Moves
from outlay.readers.work.watermarks import Watermarks
from outlay.rules.commit_text import LONGEST_SUBJECT

_STREAM: Final = "issues"
_KEY_LENGTH: Final = 100
_LONGEST_ADDRESS: Final = 1_000
_MOST_PAGES: Final = 50
_STATES: Final = {
    "triage": TicketState.OPEN,
    "backlog": TicketState.OPEN,
    "unstarted": TicketState.OPEN,
    "started": TicketState.STARTED,
    "completed": TicketState.DONE,
    "canceled": TicketState.NOT_PLANNED,
    "duplicate": TicketState.NOT_PLANNED,
}
_VIEWER: Final = """
query { viewer { id name email } organization { name } teams(first: 10) { nodes { name } } }
"""
_MOVES: Final = "pageInfo { hasNextPage endCursor } nodes { createdAt fromState { type } toState { type } }"
_ISSUES: Final = f"""
query($after: String, $since: DateTimeOrDuration!) {{
  issues(first: 40, after: $after, orderBy: updatedAt, includeArchived: true,
         filter: {{ assignee: {{ isMe: {{ eq: true }} }}, updatedAt: {{ gte: $since }} }}) {{
    pageInfo {{ hasNextPage endCursor }}
    nodes {{
      id identifier title url createdAt updatedAt startedAt completedAt canceledAt
      state {{ type }}
      labels(first: 10) {{ nodes {{ name }} }}
      attachments(first: 10) {{ nodes {{ url }} }}
      history(first: 20) {{ {_MOVES} }}
    }}
  }}
}}
"""
_HISTORY: Final = f"""
query($id: String!, $after: String) {{ issue(id: $id) {{ history(first: 100, after: $after) {{ {_MOVES} }} }} }}
"""


class _PageInfo(msgspec.Struct, rename="camel"):
    has_next_page: bool
    end_cursor: str | None = None

    @property
    def following(self) -> str | None:
        """Where the next page begins; None after the last."""
        return self.end_cursor if self.has_next_page else None


class _Rows(msgspec.Struct, rename="camel"):
    page_info: _PageInfo
    nodes: list[Raw]


class _Issues(msgspec.Struct):
    issues: _Rows


class _History(msgspec.Struct):
    history: _Rows


class _Issue(msgspec.Struct):
    issue: _History | None


class _Viewer(msgspec.Struct):
    viewer: Raw
    organization: Raw = Raw(b"{}")
    teams: Raw = Raw(b"{}")


class _Linear:
    """See WorkReader."""

    card = SystemCard(
        system="linear",
        title="Linear",
        address="https://api.linear.app",
        needs=(),
        scopes=("Read",),
        token_page="https://linear.app/settings/account/security",  # noqa: S106  a page, no token
        pulls=False,
        tickets=True,
        requests_a_reading=1,
        requests_a_day=36_000,
    )

    def base(self, account: Account) -> str:
        """The API's own host."""
        return account.address

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """A personal API key."""
        return {"Authorization": secret}

    def who(self, client: Client, account: Account) -> Login:
        """One request."""
        told = answered(client, _VIEWER, {}, _Viewer)
        viewer, teams = row_alone(told.viewer), row_alone(told.teams).parts("nodes")
        login, name = viewer.name("email"), viewer.name("name")
        if login is None:
            raise RemoteError(Trouble.UNEXPECTED)
        seen = (row_alone(told.organization), *teams)
        return Login(login, name, tuple(shown for one in seen if (shown := one.name("name"))))

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Issues, newest change first; the bookmark moves on with the last page."""
        marks, keys = Watermarks.of(bookmark), set[str]()
        newest: UtcMillis | None = None
        for raws, is_last in _pages(client, marks.begin(_STREAM, since)):
            page = _page_from(client, raws)
            keys.update(ticket.key for ticket in page.tickets)
            newest = newest_in(raws, "updatedAt", newest)
            if is_last:
                marks = marks.passed(_STREAM, newest)
            yield WorkPage((), page.tickets, marks.bookmark, len(keys), None, page.left_out)


READER = _Linear()


class _Page(NamedTuple):
    """What a page of issues tells of."""

    tickets: tuple[Ticket, ...]
    left_out: int


def _pages(client: Client, begin: UtcMillis) -> Iterator[tuple[list[Raw], bool]]:
    """The owner's issues that changed since, and whether a page is the last. Raises RemoteError for going in circles."""
    met: set[str | None] = {None}
    after: str | None = None
    while True:
        found = answered(client, _ISSUES, {"since": iso_of(begin), "after": after}, _Issues).issues
        after = found.page_info.following
        yield found.nodes, after is None
        if after is None:
            return
        if after in met:
            raise RemoteError(Trouble.UNEXPECTED)
        met.add(after)


def _page_from(client: Client, raws: list[Raw]) -> _Page:
    misfits = Misfits()
    rows = [Row(number, raw, misfits) for number, raw in enumerate(raws, start=1)]
    told = tuple(ticket for row in rows if (ticket := _ticket_from(client, row)) is not None)
    return _Page(told, len(misfits.rows_left_out))


def _ticket_from(client: Client, row: Row) -> Ticket | None:
    key, id_ = row.name("identifier", _KEY_LENGTH, needed=True), row.name("id", needed=True)
    if key is None or id_ is None:
        return None
    state, created = _state(row), row.moment("createdAt")
    moves = Moves(_moves(_history(client, id_, row.part("history"))))
    is_done = state is TicketState.DONE
    return Ticket(
        system="linear",
        key=key,
        repository=None,
        type=None,
        title=row.name("title", LONGEST_SUBJECT) or "",
        state=state,
        created=created,
        started=moves.started(created) or row.moment("startedAt"),
        done=(moves.done or row.moment("completedAt")) if is_done else None,
        reopened=moves.reopened,
        url=row.address("url"),
        labels=tuple(name for label in row.part("labels").parts("nodes") if (name := label.name("name"))),
        pulls=pulls_behind(
            one.text("url", _LONGEST_ADDRESS) for one in row.part("attachments").parts("nodes")
        ),
    )


def _state(row: Row) -> TicketState:
    """By the type of its state; of a type that is not known, by the moments the issue bears."""
    known = _meaning(row.part("state"))
    if known is not None:
        return known
    told = (
        ("completedAt", TicketState.DONE),
        ("canceledAt", TicketState.NOT_PLANNED),
        ("startedAt", TicketState.STARTED),
    )
    return next((state for field, state in told if row.moment(field) is not None), TicketState.OPEN)


def _meaning(state: Row) -> TicketState | None:
    return _STATES.get(state.name("type") or "")


def _history(client: Client, id_: str, first: Row) -> Iterator[Row]:
    """What changed of an issue; a request for each hundred changes beyond the first few."""
    yield from first.parts("nodes")
    info = first.part("pageInfo")
    after = info.name("endCursor") if info.flag("hasNextPage") else None
    for _ in range(_MOST_PAGES):
        issue = answered(client, _HISTORY, {"id": id_, "after": after}, _Issue).issue if after else None
        if issue is None:
            return
        yield from map(row_alone, issue.history.nodes)
        after = issue.history.page_info.following


def _moves(history: Iterator[Row]) -> Iterator[Move]:
    """Changes of state alone."""
    for row in history:
        at, into = row.moment("createdAt"), row.part("toState")
        if at is not None and into.name("type") is not None:
            yield Move(at, _meaning(row.part("fromState")), _meaning(into))
