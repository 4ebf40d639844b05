"""Jira Cloud: the owner's issues at a site of Atlassian's.

https://developer.atlassian.com/cloud/jira/platform/rest/v3. A token with scopes works at
`https://api.atlassian.com/ex/jira/` and the site's id alone, one without them at the site. To a token that is not
accepted a search answers with no issues, so that every reading asks first who it belongs to. A page of issues costs
a second request for what happened to them.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from outlay.domain.accounts import Account, Login, Need, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis
from outlay.readers.work.envelopes import (
    fields_of,
    if_allowed,
    object_in,
    objects_in,
    row_alone,
    rows_in,
    text_in,
    unless_hidden,
)
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

_GATEWAY: Final = re.compile(r"/ex/jira/[\w-]+")
_MOST_HISTORIES: Final = 1_000
_MOST_PAGES: Final = 200
_WORK_SCOPE: Final = "read:jira-work"
_UNSEEN: Final = frozenset((Trouble.REFUSED, Trouble.NOT_ALLOWED))


class _Jira:
    """See WorkReader."""

    card = SystemCard(
        system="jira",
        title="Jira",
        address=None,
        needs=(Need("email"),),
        scopes=(_WORK_SCOPE, "read:jira-user"),
        token_page="https://id.atlassian.com/manage-profile/security/api-tokens",  # noqa: S106  a page, no token
        pulls=False,
        tickets=True,
        requests_a_reading=4,
        requests_a_day=86_400,
    )

    def base(self, account: Account) -> str:
        """The site, whichever of its pages was typed, or its place at the gateway for tokens with scopes."""
        return f"{_root(account)}/rest/api/3"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """Basic authentication with the e-mail address of the Atlassian account."""
        pair = b64encode(f"{account.setting('email') or ''}:{secret}".encode()).decode()
        return {"Authorization": f"Basic {pair}"}

    def who(self, client: Client, account: Account) -> Login:
        """Two requests: the person, and the first projects the token shows."""
        row = _person(client)
        login = row.name("emailAddress") or row.name("displayName") or row.name("accountId") or ""
        sees = if_allowed(lambda: _projects(client), _UNSEEN)
        missing = (_WORK_SCOPE,) if sees is None else () if sees else ("Browse projects",)
        return Login(login, row.name("displayName"), sees or (), missing)

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Issues assigned to the owner, in order of change."""
        row = _person(client)
        me = Me(row.name("accountId") or "", zone_named(row.name("timeZone")))
        questions = Questions(
            system="jira",
            person="accountId",
            site=_site(client, account),
            search=lambda query, place: _search(client, query, place),
            statuses=lambda: objects_in(client.get("status")),
            histories=lambda rows: unless_hidden(lambda: _histories(client, rows), {}),
        )
        return read_issues(questions, me, bookmark, since)


READER = _Jira()


def _person(client: Client) -> Row:
    """Raises RemoteError where the site answers and names nobody."""
    row = object_in(client.get("myself"))
    if row.name("accountId") is None:
        raise RemoteError(Trouble.UNEXPECTED)
    return row


def _projects(client: Client) -> tuple[str, ...]:
    fields = fields_of(client.get("project/search", {"maxResults": SEEN_PROJECTS}))
    keys = (row_alone(raw).name("key") for raw in rows_in(fields, "values"))
    return tuple(key for key in keys if key)


def _root(account: Account) -> str:
    parts = urlsplit(account.address)
    found = _GATEWAY.match(parts.path)
    return f"{parts.scheme}://{parts.netloc}{found[0] if found else ''}"


def _site(client: Client, account: Account) -> str:
    """The gateway is no place to look at issues; it says where the site is."""
    root = _root(account)
    if not urlsplit(root).path:
        return root
    return object_in(client.get("serverInfo")).address("baseUrl") or root


def _search(client: Client, query: str, place: str | None) -> Found:
    asked: dict[str, Any] = {"jql": query, "maxResults": PAGE, "fields": list(FIELDS)}
    answer = client.post("search/jql", {**asked, "nextPageToken": place} if place else asked)
    fields = fields_of(answer)
    following = None if object_in(answer).flag("isLast") else text_in(fields, "nextPageToken")
    return Found(rows_in(fields, "issues"), following)


def _histories(client: Client, rows: list[Row]) -> Mapping[str, list[Row]]:
    """By issue; one whose history is long may be told of on several pages."""
    found: dict[str, list[Row]] = {}
    asked: dict[str, Any] = {
        "issueIdsOrKeys": [id_ for row in rows if (id_ := row.name("id"))],
        "fieldIds": ["status"],
        "maxResults": _MOST_HISTORIES,
    }
    for _ in range(_MOST_PAGES):
        fields = fields_of(client.post("changelog/bulkfetch", asked))
        for issue in map(row_alone, rows_in(fields, "issueChangeLogs")):
            found.setdefault(issue.name("issueId") or "", []).extend(issue.parts("changeHistories"))
        following = text_in(fields, "nextPageToken")
        if following is None:
            break
        asked = {**asked, "nextPageToken": following}
    return found
