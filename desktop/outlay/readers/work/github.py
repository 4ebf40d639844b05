"""GitHub, in the cloud and on the company's own servers: pull requests and issues.

Found by search, oldest change first. Agents' pull requests have another author: those the owner had to do with (was
assigned, named, wrote to or reviewed) are looked through for them. One that the owner merged without any of these is
not found.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from msgspec import Raw, Struct

from outlay.domain.accounts import Account, Login, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, Ticket
from outlay.readers.work import github_queries as queries
from outlay.readers.work.envelopes import row_alone
from outlay.readers.work.github_login import login_of
from outlay.readers.work.github_rows import (
    NOTHING_BESIDE,
    Beside,
    commits_in,
    is_own_agents,
    more_commits,
    pull_from,
    statuses_in,
    ticket_from,
)
from outlay.readers.work.github_search import Found, Stream, walked
from outlay.readers.work.graphql_answers import answered
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.watermarks import Watermarks

_CLOUD: Final = "https://github.com"
_CLOUD_HOSTS: Final = frozenset(("github.com", "www.github.com", "api.github.com"))
_CLOUD_API: Final = "https://api.github.com"
_OWN_CLOUD: Final = ".ghe.com"
_MOST_COMMIT_PAGES: Final = 5
_PASSED_OVER: Final = frozenset((Trouble.UNEXPECTED, Trouble.NOT_ALLOWED, Trouble.NOT_FOUND))

_PULLS: Final = Stream("pulls", "is:pr author:@me", queries.PULLS, 40)
_INVOLVED: Final = Stream("involved", "is:pr involves:@me -author:@me", queries.OTHERS_PULLS, 100)
_REVIEWED: Final = Stream("reviewed", "is:pr reviewed-by:@me -author:@me", queries.OTHERS_PULLS, 100)
_TICKETS: Final = Stream("tickets", "is:issue assignee:@me", queries.TICKETS, 50)


class _Nodes(Struct):
    nodes: list[Raw]


class _Node(Struct):
    node: Raw


class _GitHub:
    """See WorkReader."""

    card = SystemCard(
        system="github",
        title="GitHub",
        address=_CLOUD,
        needs=(),
        scopes=(
            "Metadata: Read-only",
            "Contents: Read-only",
            "Pull requests: Read-only",
            "Issues: Read-only",
            "Projects: Read-only",
        ),
        token_page="{address}/settings/personal-access-tokens/new",  # noqa: S106  a page, no token
        pulls=True,
        tickets=True,
        # Four searches, the pull requests of agents, and types and statuses of the tickets of the last day.
        requests_a_reading=8,
        # 5,000 points an hour; a search of full rows costs up to five.
        requests_a_day=24_000,
    )

    def base(self, account: Account) -> str:
        """The API has a host of its own in the cloud, and a path of its own on a company's server."""
        host = urlsplit(account.address).hostname or ""
        if host in _CLOUD_HOSTS:
            return _CLOUD_API
        if host.endswith(_OWN_CLOUD):
            return f"https://api.{host.removeprefix('api.')}"
        return f"{account.address}/api"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """A token of any kind."""
        return {
            "Authorization": f"Bearer {secret}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }

    def who(self, client: Client, account: Account) -> Login:
        """Two requests, and three more for a token whose permissions have to be tried."""
        return login_of(client, "v3/" if self.base(account).endswith("/api") else "")

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Four streams, each by moment of change."""
        reading = _Reading(client, Watermarks.of(bookmark), since)
        for stream in (_PULLS, _INVOLVED, _REVIEWED, _TICKETS):
            yield from reading.pages(stream)


READER = _GitHub()


class _Reading:
    """One reading of an account."""

    def __init__(self, client: Client, marks: Watermarks, since: UtcMillis) -> None:
        self._client = client
        self._marks = marks
        self._since = since
        self._told: dict[tuple[str, int | str], PullRequest | Ticket] = {}
        self._refused: set[str] = set()

    def pages(self, stream: Stream) -> Iterator[WorkPage]:
        """What changed in a stream."""
        for found in walked(self._client, stream, self._marks.begin(stream.name, self._since)):
            misfits = Misfits()
            pulls: tuple[PullRequest, ...] = ()
            tickets: tuple[Ticket, ...] = ()
            if stream is _TICKETS:
                tickets = tuple(self._tickets(found, misfits))
            else:
                pulls = tuple(self._pulls(self._whole(stream, found), misfits))
            self._marks = self._marks.passed(stream.name, found.newest)
            left_out = len(misfits.rows_left_out)
            yield WorkPage(pulls, tickets, self._marks.bookmark, len(self._told), None, left_out)

    def _whole(self, stream: Stream, found: Found) -> list[Raw]:
        """The rows to be told of, in full: others' are shown in brief until one is seen to be an agent's."""
        if stream is _PULLS:
            return found.rows
        rows = (row_alone(raw) for raw in found.rows)
        ids = [own for row in rows if is_own_agents(row, found.me) and (own := row.name("id"))]
        parts = (ids[begin : begin + _PULLS.page] for begin in range(0, len(ids), _PULLS.page))
        return [raw for part in parts for raw in self._nodes(queries.PULLS_BY_ID, part)]

    def _nodes(self, query: str, ids: Iterable[str]) -> list[Raw]:
        return answered(self._client, query, {"ids": list(ids)}, _Nodes).nodes

    def _pulls(self, nodes: list[Raw], misfits: Misfits) -> Iterator[PullRequest]:
        for number, raw in enumerate(nodes, start=1):
            row = Row(number, raw, misfits)
            pull = None if row.is_left_out else pull_from(row, self._commits(row))
            if pull is not None and self._is_news((pull.repository, pull.number), pull):
                yield pull

    def _is_news(self, key: tuple[str, int | str], fact: PullRequest | Ticket) -> bool:
        is_news = self._told.get(key) != fact
        self._told[key] = fact
        return is_news

    def _commits(self, row: Row) -> tuple[str, ...]:
        """One further request for every hundred beyond the first."""
        commits, cursor, own_id = commits_in(row), more_commits(row), row.name("id")
        for _ in range(_MOST_COMMIT_PAGES):
            if cursor is None or own_id is None:
                break
            answer = answered(self._client, queries.COMMITS, {"id": own_id, "after": cursor}, _Node)
            page = row_alone(answer.node)
            commits, cursor = (*commits, *commits_in(page)), more_commits(page)
        return commits

    def _tickets(self, found: Found, misfits: Misfits) -> Iterator[Ticket]:
        besides = self._besides([own for raw in found.rows if (own := row_alone(raw).name("id"))])
        for number, raw in enumerate(found.rows, start=1):
            row = Row(number, raw, misfits)
            beside = besides.get(row.name("id") or "", NOTHING_BESIDE)
            ticket = None if row.is_left_out else ticket_from(row, found.me, beside)
            if ticket is not None and self._is_news((ticket.system, ticket.key), ticket):
                yield ticket

    def _besides(self, ids: list[str]) -> dict[str, Beside]:
        types = {own: row.part("issueType").name("name") for own, row in self._optional(queries.TYPES, ids)}
        statuses = {own: statuses_in(row) for own, row in self._optional(queries.STATUSES, ids)}
        return {own: Beside(types.get(own), statuses.get(own, ())) for own in ids}

    def _optional(self, query: str, ids: list[str]) -> list[tuple[str, Row]]:
        """What not every server knows and not every token may see; refused once, it is not asked again."""
        if not ids or query in self._refused:
            return []
        try:
            rows = [row_alone(raw) for raw in self._nodes(query, ids)]
        except RemoteError as error:
            if error.trouble not in _PASSED_OVER:
                raise
            self._refused.add(query)
            return []
        return [(own, row) for row in rows if (own := row.name("id"))]
