"""Azure DevOps, in the cloud and on a server of the company.

azure_pulls.py reads its pull requests, azure_work_items.py its work items. A token that is not accepted is answered by
a page to sign in, or by the way there. An agent's pull request is not found: only those the owner opened are asked for.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Final

from outlay.domain.accounts import Account, Login, Need, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis
from outlay.readers.work.azure_addresses import organization_address
from outlay.readers.work.azure_pulls import Me, places_of_pulls, read_pulls
from outlay.readers.work.azure_work_items import ask_work_items, read_work_items
from outlay.readers.work.envelopes import if_allowed, object_in
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.seen_rows import SeenRows

_CLOUD: Final = "https://dev.azure.com"
_CODE: Final = "Code (Read)"
_WORK_ITEMS: Final = "Work Items (Read)"
_CLOSED_TO_US: Final = frozenset((Trouble.REFUSED, Trouble.NOT_ALLOWED))
"""What a token is told that may be used, and not for this."""


class _AzureDevOps:
    """See WorkReader."""

    card = SystemCard(
        system="azure_devops",
        title="Azure DevOps",
        address=_CLOUD,
        needs=(Need("organization"), Need("project", required=False)),
        scopes=(_CODE, _WORK_ITEMS),
        token_page="{address}",  # noqa: S106  a page, no token
        pulls=True,
        tickets=True,
        requests_a_reading=9,
        requests_a_day=57_600,
    )

    def base(self, account: Account) -> str:
        """The organization, or the collection of a server."""
        return organization_address(account)

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """A personal access token, as a password without a name."""
        return {"Authorization": f"Basic {b64encode(f':{secret}'.encode()).decode()}"}

    def who(self, client: Client, account: Account) -> Login:
        """Three requests: the user, a pull request, a work item."""
        me = _me(client)
        places = if_allowed(lambda: places_of_pulls(client, account, me), _CLOSED_TO_US)
        items = if_allowed(lambda: ask_work_items(client, account, None, most=1), _CLOSED_TO_US)
        looked = ((places, _CODE), (items, _WORK_ITEMS))
        return Login(
            me.login, me.name, places or (), tuple(scope for shown, scope in looked if shown is None)
        )

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Pull requests, then work items; what the token may not see of one keeps nothing of the other back."""
        me, seen = _me(client), SeenRows.of(bookmark)
        done, kept_back = 0, None
        try:
            for page in _scoped(read_pulls(client, account, me, seen, since), _CODE):
                done = page.done
                yield page
        except RemoteError as error:
            if error.trouble is not Trouble.NOT_ALLOWED:
                raise
            kept_back = error
        for page in _scoped(read_work_items(client, account, seen, since), _WORK_ITEMS):
            yield page._replace(done=page.done + done)
        if kept_back is not None:
            raise kept_back


READER = _AzureDevOps()


def _scoped(pages: Iterator[WorkPage], scope: str) -> Iterator[WorkPage]:
    """The pages; a token that is good but lacks a scope is refused like a wrong one, and is told apart here."""
    try:
        yield from pages
    except RemoteError as error:
        if error.trouble not in _CLOSED_TO_US:
            raise
        raise RemoteError(Trouble.NOT_ALLOWED, error.status, error.until, (scope,)) from None


def _me(client: Client) -> Me:
    try:
        told = object_in(client.get("_apis/connectionData", {"api-version": "7.1-preview"}))
    except RemoteError as error:
        # The way to the page where people sign in leads to another host.
        is_sent_on = error.trouble is Trouble.MOVED
        raise RemoteError(Trouble.REFUSED, error.status) if is_sent_on else error from None
    user = told.part("authenticatedUser")
    id_, shown = user.name("id"), user.name("providerDisplayName")
    if id_ is None:
        raise RemoteError(Trouble.UNEXPECTED)
    return Me(id_, user.part("properties").part("Account").name("$value") or shown or id_, shown)
