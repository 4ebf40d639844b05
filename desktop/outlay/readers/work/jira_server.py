"""Jira Data Center: the owner's issues on a server of the company.

https://developer.atlassian.com/server/jira/platform/rest. A search tells of what happened to each issue itself. The
server may give fewer issues a page than were asked for.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from outlay.domain.accounts import Account, Login, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis
from outlay.readers.work.envelopes import fields_of, object_in, objects_in, rows_in
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.jira_issues import (
    FIELDS,
    PAGE,
    SEEN_PROJECTS,
    Me,
    Questions,
    read_issues,
)
from outlay.readers.work.jira_search import Found, zone_named
from outlay.readers.work.rows import Row

_TOKENS: Final = "{address}/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens"


class _JiraServer:
    """See WorkReader."""

    card = SystemCard(
        system="jira_server",
        title="Jira Data Center",
        address=None,
        needs=(),
        scopes=(),
        token_page=_TOKENS,
        pulls=False,
        tickets=True,
        requests_a_reading=3,
        requests_a_day=86_400,
    )

    def base(self, account: Account) -> str:
        """The server's address may have a path of its own."""
        return f"{account.address}/rest/api/2"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """A personal access token; it may do what its owner may."""
        return {"Authorization": f"Bearer {secret}"}

    def who(self, client: Client, account: Account) -> Login:
        """Two requests: the person, and the projects they may look at."""
        row = _person(client)
        keys = [key for project in objects_in(client.get("project")) if (key := project.name("key"))]
        missing = () if keys else ("Browse projects",)
        return Login(
            row.name("name") or "", row.name("displayName"), tuple(sorted(keys)[:SEEN_PROJECTS]), missing
        )

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Issues assigned to the owner, in order of change."""
        row = _person(client)
        me = Me(row.name("name") or "", zone_named(row.name("timeZone")))
        questions = Questions(
            system="jira_server",
            person="name",
            site=account.address,
            search=lambda query, place: _search(client, query, place),
            statuses=lambda: objects_in(client.get("status")),
            histories=_histories,
        )
        return read_issues(questions, me, bookmark, since)


READER = _JiraServer()


def _person(client: Client) -> Row:
    """Raises RemoteError where the server answers and names nobody."""
    row = object_in(client.get("myself"))
    if row.name("name") is None:
        raise RemoteError(Trouble.UNEXPECTED)
    return row


def _search(client: Client, query: str, place: str | None) -> Found:
    first = int(place or 0)
    asked = {
        "jql": query,
        "startAt": first,
        "maxResults": PAGE,
        "fields": list(FIELDS),
        "expand": ["changelog"],
    }
    answer = client.post("search", asked)
    page, rows = object_in(answer), rows_in(fields_of(answer), "issues")
    total = page.number_of("total")
    after = first + len(rows)
    is_last = not rows or (total is not None and after >= total)
    return Found(rows, None if is_last else str(after), total)


def _histories(rows: list[Row]) -> Mapping[str, list[Row]]:
    """They stand with the issues."""
    return {row.name("id") or "": row.part("changelog").parts("histories") for row in rows}
