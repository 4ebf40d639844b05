"""Pull requests that a tracker itself ties to its tickets: what it says of them counts like a closing keyword."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from outlay.domain.pulls import PullRequest, Ticket
from outlay.domain.work import Mark, MarkKind


def with_ties(pulls: Iterable[PullRequest], tickets: Iterable[Ticket]) -> Iterator[PullRequest]:
    """The pull requests, each with a mark for every ticket that names it."""
    named: dict[str, set[Mark]] = defaultdict(set)
    for ticket in tickets:
        for key in ticket.pulls:
            named[key].add(Mark(MarkKind.CLOSES, ticket.key))
    for pull in pulls:
        ties = named.get(f"{pull.repository}#{pull.number}".lower())
        yield pull if ties is None else pull._replace(marks=tuple(sorted({*pull.marks, *ties})))
