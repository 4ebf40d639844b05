"""Asana: tasks that changed, 100 a request, and one request more for what happened to each.

https://developers.asana.com/reference (Get multiple tasks, Get stories from a task). Tasks come in the order of the
owner's own list, so that how far a workspace was read moves on behind its last page. A task is done where it is ticked
off; whether it is being worked on, or was given up, is known by the name of the column it is in, or of a field that
says how it stands. Its key is what a field for ids gives it, as `LED-101`, else its number. Pull requests are not
told of.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from msgspec import Raw

from outlay.domain.accounts import Account, Answer, Login, Need, Params, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis, iso_of
from outlay.domain.pulls import Ticket, TicketState
from outlay.readers.work.envelopes import fields_of, newest_in, object_in, row_alone, rows_in, unless_hidden
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.readers.work.state_words import state_named
from outlay.readers.work.ticket_moves import Move, Moves
from outlay.rules.commit_text import LONGEST_SUBJECT

_PAGE: Final = 100
_MOST_PAGES: Final = 10_000
_KEY_LENGTH: Final = 100
_LONGEST_OFFSET: Final = 2_000
_TASK: Final = (
    "name,completed,completed_at,created_at,modified_at,permalink_url,resource_subtype,approval_status,"
    "memberships.section.name,tags.name,"
    "custom_fields.name,custom_fields.display_value,custom_fields.representation_type"
)
_STORY: Final = (
    "created_at,resource_subtype,old_section.name,new_section.name,"
    "custom_field.name,old_enum_value.name,new_enum_value.name"
)
_STATUS_NAMES: Final = frozenset(("progress", "stage", "state", "status", "task progress", "task status"))
_TYPE_NAMES: Final = frozenset(("task type", "typ", "type"))
_NAMED_MOVES: Final = {
    "section_changed": ("old_section", "new_section"),
    "enum_custom_field_changed": ("old_enum_value", "new_enum_value"),
}


class _Place(NamedTuple):
    """A workspace."""

    gid: str
    name: str | None


class _Asana:
    """See WorkReader."""

    card = SystemCard(
        system="asana",
        title="Asana",
        address="https://app.asana.com",
        needs=(Need("workspace", required=False),),
        scopes=(),
        token_page="{address}/0/my-apps",  # noqa: S106  a page, no token
        pulls=False,
        tickets=True,
        requests_a_reading=3,
        requests_a_day=216_000,
    )

    def base(self, account: Account) -> str:
        """The first version of the API, the only one."""
        return f"{account.address}/api/1.0"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """A personal access token, which may do all that its owner may."""
        return {"Authorization": f"Bearer {secret}"}

    def who(self, client: Client, account: Account) -> Login:
        """One request."""
        me = _me(client)
        gid = me.name("gid")
        if gid is None:
            raise RemoteError(Trouble.UNEXPECTED)
        seen = tuple(place.name for place in _places(me, account) if place.name)
        return Login(me.name("email") or gid, me.name("name"), seen)

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Tasks of every workspace, or of the one that is named; one that changed costs a request for its history."""
        seen, done = SeenRows.of(bookmark), 0
        for place in _places(_me(client), account):
            stream = f"tasks {place.gid}"
            newest: UtcMillis | None = None
            for rows, is_last in _tasks(client, place, seen.begin(stream, since)):
                misfits = Misfits()
                tickets = tuple(_new_tickets(client, rows, seen, misfits))
                newest = newest_in(rows, "modified_at", newest)
                done += len(tickets)
                if is_last:
                    seen.passed(stream, newest)
                yield WorkPage((), tickets, seen.bookmark, done, None, len(misfits.rows_left_out))
        yield WorkPage((), (), seen.last_bookmark, done, None)


READER = _Asana()


def _me(client: Client) -> Row:
    return object_in(client.get("users/me", {"opt_fields": "name,email,workspaces.name"})).part("data")


def _places(me: Row, account: Account) -> list[_Place]:
    """The workspaces to be read; raises RemoteError where there is none of the name or number that was told."""
    if me.name("gid") is None:
        raise RemoteError(Trouble.UNEXPECTED)
    told = [_Place(gid, one.name("name")) for one in me.parts("workspaces") if (gid := one.name("gid"))]
    wish = (account.setting("workspace") or "").strip().lower()
    found = [place for place in told if not wish or wish in {place.gid, (place.name or "").lower()}]
    if wish and not found:
        raise RemoteError(Trouble.NOT_FOUND)
    return found


def _tasks(client: Client, place: _Place, begin: UtcMillis) -> Iterator[tuple[list[Raw], bool]]:
    asked: Params = {
        "assignee": "me",
        "workspace": place.gid,
        "modified_since": iso_of(begin),
        "opt_fields": _TASK,
    }
    return _pages(client, "tasks", asked)


def _pages(client: Client, path: str, asked: Params) -> Iterator[tuple[list[Raw], bool]]:
    """The pages of a list, and whether each is the last."""
    further: dict[str, str] = {}
    for _ in range(_MOST_PAGES):
        answer = client.get(path, {**asked, "limit": _PAGE, **further})
        offset = _offset(answer)
        yield rows_in(fields_of(answer), "data"), offset is None
        if offset is None:
            return
        further = {"offset": offset}


def _offset(answer: Answer) -> str | None:
    return object_in(answer).part("next_page").text("offset", _LONGEST_OFFSET)


def _new_tickets(client: Client, rows: list[Raw], seen: SeenRows, misfits: Misfits) -> Iterator[Ticket]:
    for number, raw in enumerate(rows, start=1):
        row = Row(number, raw, misfits)
        gid = row.name("gid", _KEY_LENGTH, needed=True)
        # Headings of old lists are tasks as well.
        is_task = row.name("resource_subtype") != "section"
        if gid is not None and is_task and not seen.meet(f"task {gid}", raw):
            ticket = _ticket_from(row, gid, _history(client, gid))
            seen.told(f"task {gid}", raw)
            yield ticket


def _ticket_from(row: Row, gid: str, history: list[Row] | None) -> Ticket:
    fields, created = row.parts("custom_fields"), row.moment("created_at")
    state = _state(row, fields, history or [])
    moves = Moves(_moves(history or []))
    done = moves.done or row.moment("completed_at")
    return Ticket(
        system="asana",
        key=_id_given(fields) or gid,
        repository=None,
        type=_type(row, fields),
        title=row.name("name", LONGEST_SUBJECT) or "",
        state=state,
        created=created,
        started=moves.started(created, None if history is None else state),
        done=done if state is TicketState.DONE else None,
        reopened=moves.reopened,
        url=row.address("permalink_url"),
        labels=tuple(name for tag in row.parts("tags") if (name := tag.name("name"))),
    )


def _id_given(fields: list[Row]) -> str | None:
    ids = (one for one in fields if one.name("representation_type") == "custom_id")
    return next((given for one in ids if (given := one.name("display_value", _KEY_LENGTH))), None)


def _type(row: Row, fields: list[Row]) -> str | None:
    """What a field for it says, else the kind of task where it is not the usual one."""
    kind = row.name("resource_subtype")
    told = (one.name("display_value") for one in fields if (one.name("name") or "").lower() in _TYPE_NAMES)
    return next((one for one in told if one), None if kind == "default_task" else kind)


def _state(row: Row, fields: list[Row], history: list[Row]) -> TicketState:
    is_over = row.flag("completed")
    columns = [one.part("section").name("name") for one in row.parts("memberships")]
    statuses = [one.name("display_value") for one in fields if _is_status(one)]
    meant = {state_named(name, closed=is_over) for name in (*columns, *statuses)}
    if not is_over:
        return TicketState.STARTED if TicketState.STARTED in meant else TicketState.OPEN
    is_rejected = row.name("approval_status") == "rejected"
    is_given_up = is_rejected or TicketState.NOT_PLANNED in meant or _is_duplicate(history)
    return TicketState.NOT_PLANNED if is_given_up else TicketState.DONE


def _is_status(field: Row) -> bool:
    return (field.name("name") or "").lower() in _STATUS_NAMES


def _is_duplicate(history: list[Row]) -> bool:
    told = [
        kind for one in history if (kind := one.name("resource_subtype") or "").endswith("marked_duplicate")
    ]
    return told[-1:] == ["marked_duplicate"]


def _history(client: Client, gid: str) -> list[Row] | None:
    """What happened to a task, in order; None where the owner may not see it."""
    nothing: list[Row] | None = None
    return unless_hidden(lambda: list(_stories(client, gid)), nothing)


def _stories(client: Client, gid: str) -> Iterator[Row]:
    for rows, _ in _pages(client, f"tasks/{gid}/stories", {"opt_fields": _STORY}):
        yield from map(row_alone, rows)


def _moves(history: list[Row]) -> Iterator[Move]:
    for story in history:
        at, kind = story.moment("created_at"), story.name("resource_subtype") or ""
        if at is None:
            continue
        if kind == "marked_complete":
            yield Move(at, None, TicketState.DONE)
        elif kind == "marked_incomplete":
            yield Move(at, TicketState.DONE, TicketState.OPEN)
        elif kind == "section_changed" or (kind in _NAMED_MOVES and _is_status(story.part("custom_field"))):
            before, after = (story.part(side).name("name") for side in _NAMED_MOVES[kind])
            yield Move(at, state_named(before, closed=False), state_named(after, closed=False))
