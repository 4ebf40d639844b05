"""GitLab, in the cloud and on a server of the company: merge requests and issues.

gitlab_merge_requests.py and gitlab_issues.py read the two. Each list is read by the moment of change, every page asked
for anew from where the last one ended, so that what changes in between moves no page. An agent's merge request is
found where it is assigned to the owner; one that the owner merged and nothing else cannot be asked for on every
version, and is not told.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from outlay.domain.accounts import Account, Login, Params, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis
from outlay.readers.work.envelopes import if_allowed, needing, object_in, objects_in
from outlay.readers.work.gitlab_issues import read_issues
from outlay.readers.work.gitlab_merge_requests import read_merge_requests
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.rows import Row
from outlay.readers.work.seen_rows import SeenRows

_SCOPE = "read_api"


class _GitLab:
    """See WorkReader."""

    card = SystemCard(
        system="gitlab",
        title="GitLab",
        address="https://gitlab.com",
        needs=(),
        scopes=(_SCOPE,),
        token_page="{address}/-/user_settings/personal_access_tokens",  # noqa: S106  a page, no token
        pulls=True,
        tickets=True,
        requests_a_reading=4,
        # What a server allows where its limit is switched on; the cloud allows more.
        requests_a_day=172_800,
    )

    def base(self, account: Account) -> str:
        """Above both of its APIs: `v4` and `graphql`."""
        return f"{account.address}/api"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """In the way that fits a personal access token as well as one of OAuth."""
        return {"Authorization": f"Bearer {secret}"}

    def who(self, client: Client, account: Account) -> Login:
        """Two requests: the user, and the projects worked in last."""
        user, sees = _user(client), if_allowed(lambda: _projects(client))
        missing = (_SCOPE,) if sees is None else ()
        return Login(user.name("username") or "", user.name("name"), sees or (), missing)

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Own merge requests, those of agents, issues."""
        me, seen = _user(client).number_of("id"), SeenRows.of(bookmark)
        if me is None:
            raise RemoteError(Trouble.UNEXPECTED)
        done = 0
        streams = (
            read_merge_requests(client, seen, since, me),
            read_merge_requests(client, seen, since, me, of_agents=True),
            read_issues(client, seen, since, me),
        )
        for page in chain.from_iterable(streams):
            done += len(page.pulls) + len(page.tickets)
            yield page._replace(done=done)
        yield WorkPage((), (), seen.last_bookmark, done, None)


READER = _GitLab()


def _user(client: Client) -> Row:
    return needing(_SCOPE, lambda: object_in(client.get("v4/user")))


def _projects(client: Client) -> tuple[str, ...]:
    asked: Params = {"membership": "true", "simple": "true", "order_by": "last_activity_at", "per_page": 5}
    names = (row.name("path_with_namespace") for row in objects_in(client.get("v4/projects", asked)))
    return tuple(name for name in names if name)
