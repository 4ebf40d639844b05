"""YouTrack, in the cloud and on a server of the company: 100 issues a request, and one more for what happened to each.

https://www.jetbrains.com/help/youtrack/devportal (Issues, Activities) and its search reference. Only fields that are
asked for come. Dates in a search are days in the owner's zone, whichever that is: the overlap of readings is longer
than any zone is off. A server may give fewer issues than asked for, so that a page without new ones is the end; each
page begins with the last issues of the one before, because an issue that changes meanwhile moves behind all others.
What a state means is known by its name, and by whether it counts as resolved. Pull requests are not told of.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from msgspec import Raw

from outlay.domain.accounts import Account, Login, Params, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis, datetime_of
from outlay.domain.pulls import Ticket, TicketState
from outlay.readers.work.envelopes import list_in, newest_in, object_in, objects_in, unless_hidden
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.readers.work.state_words import state_named
from outlay.readers.work.ticket_moves import Move, Moves
from outlay.readers.work.written import address_written
from outlay.rules.commit_text import LONGEST_SUBJECT

_STREAM: Final = "issues"
_PAGE: Final = 100
_AGAIN: Final = 5
"""How many issues of a page the next one begins with."""

_MOST_PAGES: Final = 50
_MOST_MOVES: Final = 500
_USUAL_PAGE: Final = 42
"""What a server gives that is not told how much; a shorter page has nothing behind it."""

_KEY_LENGTH: Final = 100
_FIELDS: Final = "id,idReadable,summary,created,updated,resolved,tags(name),customFields($type,name,value(name,isResolved))"
_MOVES: Final = "timestamp,field(name),added(name,isResolved),removed(name,isResolved)"
_STATE_FIELDS: Final = frozenset(("StateIssueCustomField", "StateMachineIssueCustomField"))
_TYPE_NAMES: Final = frozenset(("type", "typ"))


class _State(NamedTuple):
    """The field of a state, by the name the project gave it, and what it says."""

    field: str
    meaning: TicketState


class _YouTrack:
    """See WorkReader."""

    card = SystemCard(
        system="youtrack",
        title="YouTrack",
        address=None,
        needs=(),
        scopes=("YouTrack",),
        token_page="{address}/users/me?tab=account-security",  # noqa: S106  a page, no token
        pulls=False,
        tickets=True,
        requests_a_reading=2,
        requests_a_day=86_400,
    )

    def base(self, account: Account) -> str:
        """The API of the address, which on a server may have a path."""
        return f"{account.address}/api"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """A permanent token."""
        return {"Authorization": f"Bearer {secret}"}

    def who(self, client: Client, account: Account) -> Login:
        """Two requests: the user, and a few projects."""
        me = object_in(client.get("users/me", {"fields": "id,login,fullName,guest"}))
        login = me.name("login")
        if me.flag("guest"):
            raise RemoteError(Trouble.REFUSED)
        if login is None:
            raise RemoteError(Trouble.UNEXPECTED)
        none: list[Row] = []
        asked: Params = {"fields": "name", "$top": 5}
        projects = unless_hidden(lambda: objects_in(client.get("admin/projects", asked)), none)
        return Login(
            login, me.name("fullName"), tuple(name for one in projects if (name := one.name("name")))
        )

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Issues, oldest change first; one that changed costs a request for its history."""
        seen, done = SeenRows.of(bookmark), 0
        for rows, is_last in _pages(client, seen.begin(_STREAM, since)):
            misfits = Misfits()
            tickets = tuple(_new_tickets(client, account, rows, seen, misfits))
            seen.passed(_STREAM, newest_in(rows, "updated"))
            done += len(tickets)
            mark = seen.last_bookmark if is_last else seen.bookmark
            yield WorkPage((), tickets, mark, done, None, len(misfits.rows_left_out))


READER = _YouTrack()


def _pages(client: Client, begin: UtcMillis) -> Iterator[tuple[list[Raw], bool]]:
    """Issues that changed since a day, none of them twice, and whether it is the last page."""
    query = f"for: me updated: {datetime_of(begin):%Y-%m-%d} .. * sort by: updated asc"
    met: set[bytes] = set()
    skip = 0
    while True:
        rows = list_in(
            client.get("issues", {"query": query, "fields": _FIELDS, "$top": _PAGE, "$skip": skip})
        )
        fresh = [raw for raw in rows if bytes(raw) not in met]
        yield fresh, not fresh
        if not fresh:
            return
        met.update(map(bytes, fresh))
        skip += max(len(rows) - _AGAIN, 1)


def _new_tickets(
    client: Client, account: Account, rows: list[Raw], seen: SeenRows, misfits: Misfits
) -> Iterator[Ticket]:
    for number, raw in enumerate(rows, start=1):
        row = Row(number, raw, misfits)
        key, id_ = row.name("idReadable", _KEY_LENGTH, needed=True), row.name("id", needed=True)
        if key is not None and id_ is not None and not seen.meet(f"issue {id_}", raw):
            ticket = _ticket_from(client, account, key, id_, row)
            seen.told(f"issue {id_}", raw)
            yield ticket


def _ticket_from(client: Client, account: Account, key: str, id_: str, row: Row) -> Ticket:
    fields, resolved, created = row.parts("customFields"), row.moment("resolved"), row.moment("created")
    state = _state(fields, is_resolved=resolved is not None)
    history = _history(client, id_)
    moves = Moves(_moves(history or [], state.field))
    is_done = state.meaning is TicketState.DONE
    return Ticket(
        system="youtrack",
        key=key,
        repository=None,
        type=next((_value(one).name("name") for one in fields if _is_type(one)), None),
        title=row.name("summary", LONGEST_SUBJECT) or "",
        state=state.meaning,
        created=created,
        started=moves.started(created, None if history is None else state.meaning),
        done=(moves.done or resolved) if is_done else None,
        reopened=moves.reopened,
        url=address_written(f"{account.address}/issue/{key}"),
        labels=tuple(name for tag in row.parts("tags") if (name := tag.name("name"))),
    )


def _is_type(field: Row) -> bool:
    return (field.name("name") or "").lower() in _TYPE_NAMES


def _value(field: Row) -> Row:
    """What a field holds; fields of other kinds hold lists, texts and numbers."""
    return field.part("value")


def _state(fields: list[Row], *, is_resolved: bool) -> _State:
    """Of the first field that is a state; without one, an issue is open until it is resolved."""
    for one in fields:
        name, value = one.name("name"), _value(one)
        if name is not None and one.name("$type") in _STATE_FIELDS:
            return _State(name, _meaning(value, is_resolved=is_resolved))
    return _State("", TicketState.DONE if is_resolved else TicketState.OPEN)


def _meaning(value: Row, *, is_resolved: bool = False) -> TicketState:
    return state_named(value.name("name"), closed=value.flag("isResolved") or is_resolved)


def _history(client: Client, id_: str) -> list[Row] | None:
    """All changes of fields; None where the owner may not see them."""
    nothing: list[Row] | None = None
    return unless_hidden(lambda: list(_changes(client, id_)), nothing)


def _moves(history: list[Row], field: str) -> Iterator[Move]:
    """Changes of the field that is the state."""
    for change in history:
        at, name = change.moment("timestamp"), change.part("field").name("name")
        before, after = change.parts("removed")[:1], change.parts("added")[:1]
        if at is not None and after and name is not None and name.lower() == field.lower():
            yield Move(at, _meaning(before[0]) if before else None, _meaning(after[0]))


def _changes(client: Client, id_: str) -> Iterator[Row]:
    skip = 0
    for _ in range(_MOST_PAGES):
        asked: Params = {
            "categories": "CustomFieldCategory",
            "fields": _MOVES,
            "$top": _MOST_MOVES,
            "$skip": skip,
        }
        rows = objects_in(client.get(f"issues/{id_}/activities", asked))
        yield from rows
        skip += len(rows)
        if len(rows) < _USUAL_PAGE:
            return
