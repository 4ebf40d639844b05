"""A pull request and a ticket of a row of GitHub's."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.pull_words import HIGHEST_NUMBER, LONGEST_BODY, pull_marks, sha_of
from outlay.readers.work.rows import Row
from outlay.readers.work.state_words import state_named
from outlay.rules.agents_named import agent_signed
from outlay.rules.commit_text import LONGEST_SUBJECT

_BOT: Final = "Bot"
_NOT_PLANNED: Final = frozenset(("NOT_PLANNED", "DUPLICATE"))


class Beside(NamedTuple):
    """What is known of a ticket beside its row: its type, and its statuses in projects, oldest first."""

    type: str | None = None
    statuses: tuple[tuple[UtcMillis, str], ...] = ()


NOTHING_BESIDE: Final = Beside()


def is_own_agents(row: Row, me: str) -> bool:
    """Whether a pull request is an agent's that the owner was assigned or merged; who starts one is assigned."""
    taken = {row.part("mergedBy").name("login"), *_each(row, "assignees", "login")}
    return me in taken and _agent(row) is not None


def pull_from(row: Row, commits: tuple[str, ...]) -> PullRequest | None:
    """The owner's pull request; `commits` are its own, oldest first. None when what it needs is not there."""
    repository = row.part("repository").place("nameWithOwner", needed=True)
    number, state = row.count("number", HIGHEST_NUMBER), row.word("state", PullState)
    if repository is None or number is None or state is None:
        return None
    title = row.name("title", LONGEST_SUBJECT) or ""
    draft = row.flag("isDraft")
    return PullRequest(
        repository=repository,
        number=number,
        title=title,
        head_branch=row.name("headRefName"),
        base_branch=row.name("baseRefName"),
        own=True,
        draft=draft,
        state=state,
        created=row.moment("createdAt"),
        merged=row.moment("mergedAt"),
        closed=row.moment("closedAt"),
        merge_commit=sha_of(row.part("mergeCommit").name("oid")),
        commits=commits,
        marks=_marks(row, title),
        url=row.address("url"),
        system="github",
        added_lines=row.number_of("additions"),
        removed_lines=row.number_of("deletions"),
        changed_files=row.number_of("changedFiles"),
        ready=None if draft else _last(_nodes(row, "timelineItems")),
        reviewed=_first_review(row),
    )


def commits_in(row: Row) -> tuple[str, ...]:
    """Commits of one page of a pull request's."""
    shas = (sha_of(one.part("commit").name("oid")) for one in _nodes(row, "commits"))
    return tuple(sha for sha in shas if sha is not None)


def more_commits(row: Row) -> str | None:
    """Where the next page of a pull request's commits begins; None behind the last."""
    page = row.part("commits").part("pageInfo")
    return page.name("endCursor") if page.flag("hasNextPage") else None


def ticket_from(row: Row, me: str, beside: Beside) -> Ticket | None:
    """A ticket; None when what it needs is not there.

    GitHub knows no state between open and closed: a status in a project or a linked pull request says that work has
    begun. Without a status it began when the owner was assigned, or earlier when a pull request was opened.
    """
    repository = row.part("repository").place("nameWithOwner", needed=True)
    number, closed = row.count("number", HIGHEST_NUMBER), row.word("state", _IS_CLOSED.__getitem__)
    if repository is None or number is None or closed is None:
        return None
    working, linked = _working(beside), _linked(row)
    state = _state(row, closed=closed, begun=working is not None or linked is not None)
    return Ticket(
        system="github",
        key=f"{repository}#{number}",
        repository=repository,
        type=beside.type,
        title=row.name("title", LONGEST_SUBJECT) or "",
        state=state,
        created=row.moment("createdAt"),
        started=None if state is TicketState.OPEN else working or _earliest(linked, _assigned(row, me)),
        done=row.moment("closedAt") if state is TicketState.DONE else None,
        reopened=_reopened(_nodes(row, "timelineItems")),
        url=row.address("url"),
        labels=_each(row, "labels", "name"),
        pulls=_numbered(row, "closedByPullRequestsReferences"),
    )


def statuses_in(row: Row) -> tuple[tuple[UtcMillis, str], ...]:
    """When a ticket got which status in a project, oldest first."""
    told = ((one.moment("createdAt"), one.name("status")) for one in _nodes(row, "timelineItems"))
    return tuple(sorted((at, status) for at, status in told if at is not None and status))


_IS_CLOSED: Final = {"open": False, "closed": True}


def _nodes(row: Row, field: str) -> list[Row]:
    return row.part(field).parts("nodes")


def _each(row: Row, field: str, name: str) -> tuple[str, ...]:
    return tuple(found for one in _nodes(row, field) if (found := one.name(name)))


def _numbered(row: Row, field: str) -> tuple[str, ...]:
    """`owner/name#12` of each."""
    places = (
        (one.part("repository").place("nameWithOwner"), one.number_of("number")) for one in _nodes(row, field)
    )
    return tuple(f"{place}#{number}" for place, number in places if place and number)


def _agent(row: Row) -> str | None:
    author = row.part("author")
    login = author.name("login")
    return agent_signed(f"<{login}[bot]>") if login and author.name("__typename") == _BOT else None


def _marks(row: Row, title: str) -> tuple[Mark, ...]:
    body, labels = row.text("body", LONGEST_BODY), _each(row, "labels", "name")
    said = pull_marks(title, body, labels, _numbered(row, "closingIssuesReferences"))
    agent = _agent(row)
    return said if agent is None else tuple(sorted({*said, Mark(MarkKind.AGENT, agent)}))


def _last(events: Iterable[Row]) -> UtcMillis | None:
    return max((at for one in events if (at := one.moment("createdAt")) is not None), default=None)


def _first_review(row: Row) -> UtcMillis | None:
    """By a person who is not its author; a bot reviews whatever it is shown."""
    author = row.part("author").name("login")
    moments = (
        one.moment("submittedAt")
        for one in _nodes(row, "reviews")
        if one.part("author").name("login") not in {None, author}
        and one.part("author").name("__typename") != _BOT
    )
    return _earliest(*moments)


def _state(row: Row, *, closed: bool, begun: bool) -> TicketState:
    if not closed:
        return TicketState.STARTED if begun else TicketState.OPEN
    return TicketState.NOT_PLANNED if row.name("stateReason") in _NOT_PLANNED else TicketState.DONE


def _working(beside: Beside) -> UtcMillis | None:
    """The first status that means work."""
    begun = (at for at, name in beside.statuses if state_named(name, closed=False) is TicketState.STARTED)
    return next(begun, None)


def _linked(row: Row) -> UtcMillis | None:
    """When the first pull request for it was opened."""
    return _earliest(*(one.moment("createdAt") for one in _nodes(row, "closedByPullRequestsReferences")))


def _assigned(row: Row, me: str) -> UtcMillis | None:
    """When the owner was first assigned."""
    events = _nodes(row, "timelineItems")
    own = (one for one in events if one.name("__typename") == "AssignedEvent" and _assignee(one) == me)
    return _earliest(*(one.moment("createdAt") for one in own))


def _assignee(event: Row) -> str | None:
    return event.part("assignee").name("login")


def _earliest(*moments: UtcMillis | None) -> UtcMillis | None:
    return min((at for at in moments if at is not None), default=None)


def _reopened(events: Iterable[Row]) -> tuple[UtcMillis, ...]:
    """Moments at which a ticket that was done was opened again; one that was put off is taken up, not reopened."""
    was_done = True
    found = []
    for one in events:
        kind, at = one.name("__typename"), one.moment("createdAt")
        if kind == "ClosedEvent":
            was_done = one.name("stateReason") not in _NOT_PLANNED
        elif kind == "ReopenedEvent" and was_done and at is not None:
            found.append(at)
    return tuple(sorted(set(found)))
