"""An issue of Gitea or Forgejo that is assigned to the owner, from its row in the search.

One that changed costs a further request for its timeline. An issue is open or closed: work under way is what a label
such as `Status/In progress` or a started stopwatch says, and labels say why it was closed.
"""

from typing import Final, NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import Ticket, TicketState
from outlay.readers.work.envelopes import unless_hidden
from outlay.readers.work.gitea_pulls import Place, place_of, timeline
from outlay.readers.work.interface import Client
from outlay.readers.work.label_words import says_started, state_by, type_in
from outlay.readers.work.rows import Row
from outlay.rules.commit_text import LONGEST_SUBJECT

_IS_CLOSED: Final = {"open": False, "closed": True}
_ADDED: Final = "1"
"""What the body of a label's event holds where it was put on."""


class _History(NamedTuple):
    """What a timeline tells of."""

    started: UtcMillis | None = None
    timed: bool = False
    reopened: tuple[UtcMillis, ...] = ()
    pulls: tuple[str, ...] = ()


def ticket_from(client: Client, row: Row) -> Ticket | None:
    """The whole of it; None where its row says too little. Raises RemoteError."""
    place, is_closed = place_of(row), row.word("state", _IS_CLOSED.__getitem__)
    if place is None or is_closed is None:
        return None
    labels = tuple(dict.fromkeys(name for label in row.parts("labels") if (name := label.name("name"))))
    history = unless_hidden(lambda: _history(client, place), _History())
    state = state_by(labels, closed=is_closed)
    is_begun = history.timed and state is TicketState.OPEN
    return Ticket(
        system="gitea",
        key=f"{place.repository}#{place.number}",
        repository=place.repository,
        type=type_in(labels),
        title=row.name("title", LONGEST_SUBJECT) or "",
        state=TicketState.STARTED if is_begun else state,
        created=row.moment("created_at"),
        started=history.started,
        done=row.moment("closed_at") if state is TicketState.DONE else None,
        reopened=history.reopened,
        url=row.address("html_url"),
        labels=labels,
        pulls=history.pulls,
    )


def _history(client: Client, place: Place) -> _History:
    events = list(timeline(client, place))
    started = [at for event in events if _begins(event) and (at := event.moment("created_at"))]
    reopening = (event for event in events if event.name("type") == "reopen")
    reopened = {at for event in reopening if (at := event.moment("created_at"))}
    return _History(
        min(started, default=None),
        any(map(_is_timed, events)),
        tuple(sorted(reopened)),
        tuple(dict.fromkeys(key for event in events if (key := _closing_pull(event)))),
    )


def _is_timed(event: Row) -> bool:
    return event.name("type") == "start_tracking"


def _begins(event: Row) -> bool:
    is_put_on = event.name("type") == "label" and event.text("body", 2) == _ADDED
    return _is_timed(event) or (is_put_on and says_started(event.part("label").name("name") or ""))


def _closing_pull(event: Row) -> str | None:
    """The pull request that says it closes the issue; an issue may say so as well."""
    source = event.part("ref_issue")
    is_pull = "/pulls/" in (source.address("html_url") or "")
    repository, number = source.part("repository").name("full_name"), source.number_of("number")
    is_closing = event.name("ref_action") == "closes" and is_pull and repository and number
    return f"{repository}#{number}" if is_closing else None
