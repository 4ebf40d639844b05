"""Pull requests and tickets as they stood at a moment: what came later is not known yet."""

from collections.abc import Iterable

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState


def pulls_as_of(pulls: Iterable[PullRequest], until: UtcMillis) -> list[PullRequest]:
    """Those opened by then, merged and closed only if they were."""
    return [_pull(pull, until) for pull in pulls if pull.created is None or pull.created <= until]


def tickets_as_of(tickets: Iterable[Ticket], until: UtcMillis) -> list[Ticket]:
    """Those made by then, started and done only if they were."""
    return [_ticket(ticket, until) for ticket in tickets if ticket.created is None or ticket.created <= until]


def _pull(pull: PullRequest, until: UtcMillis) -> PullRequest:
    merged, closed = _by(pull.merged, until), _by(pull.closed, until)
    if (merged, closed) == (pull.merged, pull.closed):
        return pull
    state = (
        PullState.MERGED if merged is not None else PullState.CLOSED if closed is not None else PullState.OPEN
    )
    merge_commit = pull.merge_commit if merged is not None else None
    return pull._replace(merged=merged, closed=closed, state=state, merge_commit=merge_commit)


def _ticket(ticket: Ticket, until: UtcMillis) -> Ticket:
    started, done = _by(ticket.started, until), _by(ticket.done, until)
    reopened = tuple(at for at in ticket.reopened if at <= until)
    if (started, done) == (ticket.started, ticket.done):
        return ticket if reopened == ticket.reopened else ticket._replace(reopened=reopened)
    state = TicketState.STARTED if started is not None else TicketState.OPEN
    return ticket._replace(started=started, done=done, state=state, reopened=reopened)


def _by(moment: UtcMillis | None, until: UtcMillis) -> UtcMillis | None:
    return moment if moment is not None and moment <= until else None
