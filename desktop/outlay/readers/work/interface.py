"""What every forge and tracker reader promises. Open this first.

A reader says what it needs (`card`), where to knock (`base`, `headers`), who the token belongs to (`who`), and turns
what changed since a bookmark into pages of pull requests and tickets (`read`). It asks through the client it is
given and nothing else, keeps titles and no bodies, and tells of the owner's own work only. Trouble is a RemoteError,
which the client raises for what goes wrong on the way and the reader for an answer that says no in its own words; a row that does not
fit costs itself and is counted. Any other exception out of a reader is a bug.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from outlay.domain.accounts import Account, Answer, Login, Params, SystemCard
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, Ticket


class Client(Protocol):
    """Asks the host of one account and no other; system/http.py is the real one. Both questions raise RemoteError."""

    requests: int
    """How many requests were made."""

    def get(self, path: str, params: Params | None = None) -> Answer:
        """Answer of a GET; `path` is put behind the base, or is a whole address on the same host."""
        ...

    def post(self, path: str, body: Any, params: Params | None = None) -> Answer:
        """Answer of a POST with a JSON body, for questions that change nothing."""
        ...

    def close(self) -> None:
        """Close the connections."""
        ...


class WorkPage(NamedTuple):
    """One page of what changed, kept in one step with its bookmark.

    `bookmark` continues behind this page; after the last one it is what the next reading begins with. `done` and
    `total` count pull requests and tickets over the whole reading, `total` None where the system does not say.
    """

    pulls: tuple[PullRequest, ...]
    tickets: tuple[Ticket, ...]
    bookmark: bytes
    done: int
    total: int | None
    left_out: int = 0


class WorkReader(Protocol):
    """The family's promise; each member is a module-level object named READER."""

    card: SystemCard

    def base(self, account: Account) -> str:
        """The address every request of this account begins with."""
        ...

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """What is shown with every request: the token, in the way this system wants it."""
        ...

    def who(self, client: Client, account: Account) -> Login:
        """Who the token belongs to, what it may see, what is missing. Raises RemoteError."""
        ...

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Own pull requests and tickets that changed, oldest change first, page by page.

        Args:
            client: asks the account's host.
            account: whose.
            bookmark: the one of the last page that was kept; None, or one that does not fit, begins at `since`.
            since: how far back the first reading goes.

        Raises RemoteError; the pages before it stand.
        """
        ...
