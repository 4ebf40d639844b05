"""Issues of GitLab that are assigned to the owner, with their history.

https://docs.gitlab.com/api/issues. One that changed costs two further requests (the events of its state and of its
labels), and one more where merge requests are tied to it. An issue is open or closed: work under way is what a label
such as `workflow::in dev` says, and a duplicate or an issue that was moved is not planned.
"""

from collections.abc import Iterator
from typing import Final

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import Ticket, TicketState
from outlay.readers.work.envelopes import unless_hidden
from outlay.readers.work.forge_lists import every
from outlay.readers.work.gitlab_lists import MOST_DETAIL_PAGES, PAGE, changed_pages, place_in
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.label_words import says_started, state_by, type_in
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.rules.commit_text import LONGEST_SUBJECT

_STREAM: Final = "issues"
_IS_CLOSED: Final = {"opened": False, "closed": True}


def read_issues(client: Client, seen: SeenRows, since: UtcMillis, me: int) -> Iterator[WorkPage]:
    """Pages of those assigned to the account of a number. Raises RemoteError."""
    asked = {"scope": "assigned_to_me"}
    for rows in changed_pages(client, "v4/issues", asked, seen.begin(_STREAM, since)):
        misfits = Misfits()
        tickets: list[Ticket] = []
        for number, raw in enumerate(rows, start=1):
            row = Row(number, raw, misfits)
            id_ = row.count("id", 2**53)
            is_own = me in {one.number_of("id") for one in row.parts("assignees")}
            if id_ is not None and is_own and not seen.meet(f"issue {id_}", raw):
                ticket = _ticket_from(client, row)
                seen.told(f"issue {id_}", raw)
                tickets.extend([ticket] if ticket is not None else [])
            seen.passed(_STREAM, row.moment("updated_at"))
        yield WorkPage((), tuple(tickets), seen.bookmark, len(tickets), None, len(misfits.rows_left_out))


def _ticket_from(client: Client, row: Row) -> Ticket | None:
    place, is_closed = place_in(row, "#", "issues"), row.word("state", _IS_CLOSED.__getitem__)
    if place is None or is_closed is None:
        return None
    labels = row.names("labels")
    state = state_by(labels, closed=is_closed, given_up=_is_given_up(row))
    is_tied = row.number_of("merge_requests_count") != 0
    return Ticket(
        system="gitlab",
        key=f"{place.project}#{place.number}",
        repository=place.project,
        type=type_in(labels) or row.name("issue_type"),
        title=row.name("title", LONGEST_SUBJECT) or "",
        state=state,
        created=row.moment("created_at"),
        started=unless_hidden(lambda: _started(client, place.path), None),
        done=row.moment("closed_at") if state is TicketState.DONE else None,
        reopened=unless_hidden(lambda: _reopened(client, place.path), ()),
        url=row.address("web_url"),
        labels=labels,
        pulls=unless_hidden(lambda: _closed_by(client, place.path), ()) if is_tied else (),
    )


def _is_given_up(row: Row) -> bool:
    return bool(row.number_of("moved_to_id") or row.part("_links").name("closed_as_duplicate_of"))


def _rows(client: Client, path: str) -> Iterator[Row]:
    return every(client, path, {"per_page": PAGE}, MOST_DETAIL_PAGES)


def _started(client: Client, path: str) -> UtcMillis | None:
    """When a label first said so. A label that was deleted since is null there."""
    events = _rows(client, f"{path}/resource_label_events")
    adding = (event for event in events if event.name("action") == "add")
    begun = (event for event in adding if says_started(event.part("label").name("name") or ""))
    return min((at for event in begun if (at := event.moment("created_at"))), default=None)


def _reopened(client: Client, path: str) -> tuple[UtcMillis, ...]:
    events = _rows(client, f"{path}/resource_state_events")
    again = (event for event in events if event.name("state") == "reopened")
    return tuple(sorted({at for event in again if (at := event.moment("created_at"))}))


def _closed_by(client: Client, path: str) -> tuple[str, ...]:
    """Merge requests that close it, as every forge's are written here."""
    names = (row.part("references").name("full") for row in _rows(client, f"{path}/closed_by"))
    return tuple(dict.fromkeys("#".join(name.rsplit("!", 1)) for name in names if name))
