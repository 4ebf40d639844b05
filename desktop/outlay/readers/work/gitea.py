"""Gitea and Forgejo: pull requests and issues, over one search that finds both.

gitea_pulls.py and gitea_issues.py turn its rows into facts. The search can be narrowed by when something changed, but
tells the newest first: a mark moves only at the end of a list, and rows that look as they did when they were told of
cost nothing. What changes while a list is read moves rows to later pages, never out of sight. `created` and
`assigned` are taken for either of the two by some versions, so whose a row is gets looked at again.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from msgspec import Raw

from outlay.domain.accounts import Account, Login, Params, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis, iso_of
from outlay.domain.pulls import PullRequest, Ticket
from outlay.readers.work.envelopes import if_allowed, needing, newest_in, object_in, objects_in
from outlay.readers.work.forge_lists import pages
from outlay.readers.work.gitea_issues import ticket_from
from outlay.readers.work.gitea_pulls import agent_of, pull_from
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows

_ROWS_AT_ONCE: Final = 20
"""Each row may take three requests more, and what was read is kept by pages of the search."""

_SEARCH: Final = "repos/issues/search"
_USER: Final = "read:user"
_ISSUES: Final = "read:issue"
_REPOSITORIES: Final = "read:repository"


class _Stream(NamedTuple):
    """One list; `is_own` looks at a row again, given the owner's number, and `fact_from` asks for the rest."""

    name: str
    asked: Params
    is_own: Callable[[Row, int], bool]
    fact_from: Callable[[Client, Row, int], PullRequest | Ticket | None]


class _Gitea:
    """See WorkReader."""

    card = SystemCard(
        system="gitea",
        title="Gitea or Forgejo",
        address=None,
        needs=(),
        scopes=(_ISSUES, _REPOSITORIES, _USER),
        token_page="{address}/user/settings/applications",  # noqa: S106  a page, no token
        pulls=True,
        tickets=True,
        requests_a_reading=4,
        # It has no limit of its own; this is one request in two seconds, which no server should mind.
        requests_a_day=43_200,
    )

    def base(self, account: Account) -> str:
        """The first version of its API."""
        return f"{account.address}/api/v1"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """In the way every version knows."""
        return {"Authorization": f"token {secret}"}

    def who(self, client: Client, account: Account) -> Login:
        """Three requests: the user, an issue, the user's repositories."""
        user = _user(client)
        one: Params = {"state": "all", "assigned": "true", "limit": 1}
        issues = if_allowed(lambda: objects_in(client.get(_SEARCH, one)))
        places = if_allowed(lambda: objects_in(client.get("user/repos", {"limit": 5})))
        looked = ((issues, _ISSUES), (places, _REPOSITORIES))
        names = (place.name("full_name") for place in places or ())
        return Login(
            user.name("login") or "",
            user.name("full_name"),
            tuple(name for name in names if name),
            tuple(scope for shown, scope in looked if shown is None),
        )

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Own pull requests, those of agents, issues."""
        me, seen = _user(client).number_of("id"), SeenRows.of(bookmark)
        if me is None:
            raise RemoteError(Trouble.UNEXPECTED)
        done = 0
        for stream in _STREAMS:
            for page in _read_stream(client, stream, me, seen, seen.begin(stream.name, since)):
                done += len(page.pulls) + len(page.tickets)
                yield page._replace(done=done)
        yield WorkPage((), (), seen.last_bookmark, done, None)


READER = _Gitea()


def _wrote(row: Row, me: int) -> bool:
    return row.part("user").number_of("id") == me


def _is_assigned(row: Row, me: int) -> bool:
    return me in {one.number_of("id") for one in (row.part("assignee"), *row.parts("assignees"))}


def _is_an_agents(row: Row, me: int) -> bool:
    return _is_assigned(row, me) and agent_of(row) is not None


_PULLS: Final = {"type": "pulls", "state": "all"}
_STREAMS: Final = (
    _Stream("pulls", {**_PULLS, "created": "true"}, _wrote, pull_from),
    _Stream("of agents", {**_PULLS, "assigned": "true"}, _is_an_agents, pull_from),
    _Stream(
        "issues",
        {"type": "issues", "state": "all", "assigned": "true"},
        _is_assigned,
        lambda client, row, _: ticket_from(client, row),
    ),
)


def _user(client: Client) -> Row:
    return needing(_USER, lambda: object_in(client.get("user")))


def _read_stream(
    client: Client, stream: _Stream, me: int, seen: SeenRows, begin: UtcMillis
) -> Iterator[WorkPage]:
    newest: UtcMillis | None = None
    for rows, is_last in pages(
        client, _SEARCH, {**stream.asked, "since": iso_of(begin), "limit": _ROWS_AT_ONCE}
    ):
        misfits = Misfits()
        told = tuple(_new_facts(client, rows, stream, me, seen, misfits))
        newest = newest_in(rows, "updated_at", newest)
        if is_last:
            seen.passed(stream.name, newest)
        pulls = tuple(one for one in told if isinstance(one, PullRequest))
        tickets = tuple(one for one in told if isinstance(one, Ticket))
        yield WorkPage(pulls, tickets, seen.bookmark, 0, None, len(misfits.rows_left_out))


def _new_facts(
    client: Client, rows: list[Raw], stream: _Stream, me: int, seen: SeenRows, misfits: Misfits
) -> Iterator[PullRequest | Ticket]:
    for number, raw in enumerate(rows, start=1):
        row = Row(number, raw, misfits)
        id_ = row.count("id", 2**53)
        if id_ is None or not stream.is_own(row, me) or seen.meet(str(id_), raw):
            continue
        fact = stream.fact_from(client, row, me)
        seen.told(str(id_), raw)
        if fact is not None:
            yield fact
