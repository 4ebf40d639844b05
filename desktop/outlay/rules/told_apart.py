"""Two forges may each have a repository of one name. The one that was met first keeps it; with the other its host is told.

`owner/name` says where work belongs, in git as at a forge, and numbers count within it; so the second forge's work
stands at `host/owner/name`, wherever the name is written.
"""

import re
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

from outlay.domain.pulls import PullRequest, Ticket


def host_named(address: str) -> str:
    """The host of an address, as it can stand in a place: `git.example.com`, with its port `127.0.0.1-8080`."""
    return re.sub(r"[\[\]]", "", urlsplit(address).netloc.lower()).replace(":", "-")


def pulls_apart(pulls: Iterable[PullRequest], host: str, taken: Collection[str]) -> tuple[PullRequest, ...]:
    """Pull requests with the host before every place that is taken; `taken` are in lower case."""
    return tuple(
        pull._replace(
            repository=_place(pull.repository, host, taken),
            marks=tuple(mark._replace(value=_key(mark.value, host, taken)) for mark in pull.marks),
        )
        for pull in pulls
    )


def tickets_apart(tickets: Iterable[Ticket], host: str, taken: Collection[str]) -> tuple[Ticket, ...]:
    """Tickets the same; those of a tracker, which have no repository, stay as they are."""
    return tuple(
        ticket._replace(
            repository=_place(ticket.repository, host, taken),
            key=_key(ticket.key, host, taken),
            pulls=tuple(_key(pull, host, taken) for pull in ticket.pulls),
        )
        if ticket.repository
        else ticket
        for ticket in tickets
    )


def _place(place: str, host: str, taken: Collection[str]) -> str:
    return f"{host}/{place}" if place.lower() in taken else place


def _key(key: str, host: str, taken: Collection[str]) -> str:
    place, sign, number = key.rpartition("#")
    return f"{_place(place, host, taken)}{sign}{number}" if sign else key
