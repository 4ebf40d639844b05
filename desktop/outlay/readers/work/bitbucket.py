"""Bitbucket Cloud: the owner's pull requests in one workspace.

https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/. A list tells neither when a pull request
was merged nor its commits, and shortens the merge commit: one that changed costs three further requests. It is read
by the moment of its change, each page asked for anew from where the last one ended, so that what changes in between
moves no page. An agent's pull request is not found: only those the owner opened can be asked for.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from urllib.parse import quote

from msgspec import Raw

from outlay.domain.accounts import Account, Answer, Login, Need, Params, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis, iso_of
from outlay.domain.pulls import PullRequest, PullState
from outlay.readers.work.envelopes import (
    fields_of,
    if_allowed,
    needing,
    object_in,
    row_alone,
    rows_in,
    text_in,
    unless_hidden,
)
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.pull_words import HIGHEST_NUMBER, LONGEST_BODY, pull_marks, sha_of
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.rules.commit_text import LONGEST_SUBJECT

_CLOUD: Final = "https://bitbucket.org"
_CLOUD_API: Final = "https://api.bitbucket.org"
_STREAM: Final = "pulls"
_PAGE: Final = 20
"""Pull requests asked for at once: a reading can be stopped, and goes on, only between them."""

_DETAILS: Final = 50
_MOST_PAGES: Final = 20
"""Of one pull request's commits or activity."""

_WHOLE_SHA: Final = 40
_READ_USER: Final = "read:user:bitbucket"
_READ_PULLS: Final = "read:pullrequest:bitbucket"
_READ_REPOSITORIES: Final = "read:repository:bitbucket"
_STATES: Final = {
    "open": PullState.OPEN,
    "merged": PullState.MERGED,
    "declined": PullState.CLOSED,
    "superseded": PullState.CLOSED,
}
_ENDS: Final = frozenset(("MERGED", "DECLINED", "SUPERSEDED"))


class _Activity(NamedTuple):
    """`ended` is when it was merged, declined or superseded."""

    ended: UtcMillis | None = None
    ready: UtcMillis | None = None
    reviewed: UtcMillis | None = None


class _Bitbucket:
    """See WorkReader."""

    card = SystemCard(
        system="bitbucket",
        title="Bitbucket Cloud",
        address=_CLOUD,
        needs=(Need("email"), Need("workspace")),
        scopes=(_READ_USER, "read:workspace:bitbucket", _READ_REPOSITORIES, _READ_PULLS),
        token_page="https://id.atlassian.com/manage-profile/security/api-tokens",  # noqa: S106  a page, no token
        pulls=True,
        tickets=False,
        requests_a_reading=2,
        requests_a_day=24_000,
    )

    def base(self, account: Account) -> str:
        """Its API lives on a host of its own."""
        return f"{_CLOUD_API if account.address == _CLOUD else account.address}/2.0"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """The Atlassian account's e-mail and an API token."""
        pair = f"{account.setting('email') or ''}:{secret}"
        return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}

    def who(self, client: Client, account: Account) -> Login:
        """Three requests: the user, a pull request, the workspace's repositories."""
        user = _user(client)
        pulls = if_allowed(lambda: client.get(_pulls_path(account, user), {"pagelen": 1}))
        places = if_allowed(lambda: _repositories(client, account))
        looked = ((pulls, _READ_PULLS), (places, _READ_REPOSITORIES))
        missing = tuple(scope for shown, scope in looked if shown is None)
        shown = user.name("display_name")
        return Login(user.name("nickname") or shown or "", shown, places or (), missing)

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """One stream, by moment of change."""
        user = _user(client)
        me, seen = _uuid(user), SeenRows.of(bookmark)
        done = 0
        for rows, is_last in _lists(client, _pulls_path(account, user), seen.begin(_STREAM, since)):
            misfits = Misfits()
            pulls = tuple(_new_pulls(client, rows, me, seen, misfits))
            done += len(pulls)
            mark = seen.last_bookmark if is_last else seen.bookmark
            yield WorkPage(pulls, (), mark, done, None, len(misfits.rows_left_out))


READER = _Bitbucket()


def _user(client: Client) -> Row:
    return object_in(_get(client, "user", None, _READ_USER))


def _get(client: Client, path: str, params: Params | None, scope: str) -> Answer:
    """An answer that needs a scope, which is named where it is missing."""
    return needing(scope, lambda: client.get(path, params))


def _uuid(user: Row) -> str:
    uuid = user.name("uuid")
    if uuid is None:
        raise RemoteError(Trouble.UNEXPECTED)
    return uuid


def _workspace(account: Account) -> str:
    return quote(account.setting("workspace") or "", safe="")


def _pulls_path(account: Account, user: Row) -> str:
    return f"workspaces/{_workspace(account)}/pullrequests/{quote(_uuid(user), safe='')}"


def _repositories(client: Client, account: Account) -> tuple[str, ...]:
    answer = client.get(f"repositories/{_workspace(account)}", {"pagelen": 5, "sort": "-updated_on"})
    names = (row_alone(raw).name("full_name") for raw in rows_in(fields_of(answer), "values"))
    return tuple(name for name in names if name)


def _lists(client: Client, path: str, begin: UtcMillis) -> Iterator[tuple[list[Raw], bool]]:
    """Pages in order of change, and whether each is the last."""
    following: str | None = None
    while True:
        place, asked = (following, None) if following else (path, _asked_from(begin))
        fields = fields_of(_get(client, place, asked, _READ_PULLS))
        rows, following = rows_in(fields, "values"), text_in(fields, "next")
        yield rows, following is None
        if following is None:
            return
        newest = max((moment for raw in rows if (moment := _changed(raw)) is not None), default=begin)
        if newest > begin:
            begin, following = newest, None


def _asked_from(begin: UtcMillis) -> Params:
    return {
        "state": ["OPEN", "MERGED", "DECLINED", "SUPERSEDED"],
        "q": f"updated_on >= {iso_of(begin)}",
        "sort": "updated_on",
        "pagelen": _PAGE,
    }


def _changed(raw: Raw) -> UtcMillis | None:
    return row_alone(raw).moment("updated_on")


def _new_pulls(
    client: Client, rows: list[Raw], me: str, seen: SeenRows, misfits: Misfits
) -> Iterator[PullRequest]:
    for number, raw in enumerate(rows, start=1):
        row = Row(number, raw, misfits)
        place = row.part("destination").part("repository").name("full_name", needed=True)
        key = f"{place}#{row.count('id', HIGHEST_NUMBER)}"
        if not row.is_left_out and row.part("author").name("uuid") == me and not seen.meet(key, raw):
            pull = _pull_from(client, row, place or "", me)
            seen.told(key, raw)
            if pull is not None:
                yield pull
        seen.passed(_STREAM, row.moment("updated_on"))


def _pull_from(client: Client, row: Row, place: str, me: str) -> PullRequest | None:
    number, state = row.count("id", HIGHEST_NUMBER), row.word("state", _STATES.__getitem__)
    if number is None or state is None:
        return None
    path = f"repositories/{quote(place)}/pullrequests/{number}"
    activity = unless_hidden(lambda: _activity(client, path, me), _Activity())
    title = row.name("title", LONGEST_SUBJECT) or ""
    return PullRequest(
        repository=place,
        number=number,
        title=title,
        head_branch=row.part("source").part("branch").name("name"),
        base_branch=row.part("destination").part("branch").name("name"),
        own=True,
        draft=row.flag("draft"),
        state=state,
        created=row.moment("created_on"),
        merged=activity.ended if state is PullState.MERGED else None,
        closed=activity.ended if state is not PullState.OPEN else None,
        merge_commit=_merge_commit(client, row, place),
        commits=unless_hidden(lambda: _commits(client, path), ()),
        marks=pull_marks(title, row.text("description", LONGEST_BODY)),
        url=row.part("links").part("html").address("href"),
        system="bitbucket",
        ready=activity.ready,
        reviewed=activity.reviewed,
    )


def _merge_commit(client: Client, row: Row, place: str) -> str | None:
    """In full: a list has its first twelve digits."""
    told = sha_of(row.part("merge_commit").name("hash"))
    if told is None or len(told) >= _WHOLE_SHA:
        return told
    path = f"repositories/{quote(place)}/commit/{told}"
    return unless_hidden(lambda: sha_of(object_in(client.get(path)).name("hash")) or told, told)


def _every(client: Client, path: str) -> Iterator[Row]:
    """The rows of a list, over its pages."""
    answer = client.get(path, {"pagelen": _DETAILS})
    for _ in range(_MOST_PAGES):
        fields = fields_of(answer)
        for raw in rows_in(fields, "values"):
            yield row_alone(raw)
        following = text_in(fields, "next")
        if following is None:
            return
        answer = client.get(following)


def _commits(client: Client, path: str) -> tuple[str, ...]:
    shas = [sha for row in _every(client, f"{path}/commits") if (sha := sha_of(row.name("hash")))]
    return tuple(reversed(shas))


def _activity(client: Client, path: str, me: str) -> _Activity:
    entries = list(_every(client, f"{path}/activity"))
    updates = [entry.part("update") for entry in entries]
    ended = [at for one in updates if one.name("state") in _ENDS and (at := one.moment("date"))]
    ready = [at for one in updates if _left_draft(one) and (at := one.moment("date"))]
    reviews = [at for entry in entries if (at := _review(entry, me))]
    return _Activity(min(ended, default=None), max(ready, default=None), min(reviews, default=None))


def _left_draft(update: Row) -> bool:
    draft = update.part("changes").part("draft")
    return draft.flag("old") and not draft.flag("new")


def _review(entry: Row, me: str) -> UtcMillis | None:
    """When somebody else approved, asked for changes or commented."""
    for kind, at in (("approval", "date"), ("changes_requested", "date"), ("comment", "created_on")):
        one = entry.part(kind)
        who = one.part("user").name("uuid")
        if who is not None and who != me:
            return one.moment(at)
    return None
