"""Forges and trackers played on this machine: one file a system, answering in the shapes of its own API.

A world is asked through `answer`; tests/work_worlds/server.py serves it, counts, and plays faults in front of it.
By hand: `python tests/work_worlds/serve.py github` serves one until it is stopped.
"""

from typing import NamedTuple, Protocol

from werkzeug import Request, Response


class Seen(NamedTuple):
    """What of a world a reading must come to: keys of own pull requests and of own tickets."""

    pulls: frozenset
    tickets: frozenset


class World(Protocol):
    """One login's work at one system, at 2026-11-20T17:05:00Z. Made anew for every test; module-level name WORLD makes one.

    At its beginning it holds enough for two pages of each list it has, some of it somebody else's, a ticket that is
    not planned where the system knows such, one that was reopened and done again, and moments on both sides of a
    change of clocks (2026-10-25 in Europe, 2026-11-01 in North America).
    """

    system: str
    secret: str
    settings: dict
    login: str
    prefix: str
    """What stands between the server's address and the API in the account's address, such as `/jira`; mostly empty."""
    expected: Seen

    def answer(self, request: Request) -> Response:
        """Answer one request as the system would: a wrong token is refused in its own words."""
        ...

    def empty(self) -> None:
        """From now on there is no work."""
        ...

    def go_back(self) -> str:
        """A done ticket, or where there are none a merged pull request's title, changes after everything else:
        a ticket is reopened and no longer done. Returns its key (`owner/name#12` for a pull request)."""
        ...

    def grow(self, pulls: int, tickets: int) -> None:
        """From now on it holds this many own pull requests and tickets instead."""
        ...
