"""Bitbucket Data Center: the owner's pull requests on a server of the company.

https://developer.atlassian.com/server/bitbucket/rest/. The dashboard tells of open ones in one list and of closed
ones by when they were closed; it does not say in which order, so a mark moves only at the end of a list. One that
changed costs two further requests: its commits and what happened to it. The server's clock stands in its answers.
"""

from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple
from urllib.parse import quote, unquote

from msgspec import Raw

from outlay.domain.accounts import Account, Answer, Login, Params, RemoteError, SystemCard, Trouble
from outlay.domain.moments import UtcMillis, moment_of
from outlay.domain.pulls import PullRequest, PullState
from outlay.readers.work.envelopes import (
    fields_of,
    if_allowed,
    newest_in,
    object_in,
    row_alone,
    rows_in,
    unless_hidden,
)
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.pull_words import HIGHEST_NUMBER, LONGEST_BODY, pull_marks, sha_of
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.rules.commit_text import LONGEST_SUBJECT

_DASHBOARD: Final = "dashboard/pull-requests"
_REPOSITORY_READ: Final = "Repository read"
_PAGE: Final = 25
"""Pull requests asked for at once: a reading can be stopped, and goes on, only between them."""

_DETAILS: Final = 100
_MOST_PAGES: Final = 200
_STREAMS: Final = ("OPEN", "MERGED", "DECLINED")
_STATES: Final = {"open": PullState.OPEN, "merged": PullState.MERGED, "declined": PullState.CLOSED}
_REVIEWS: Final = frozenset(("APPROVED", "REVIEWED", "COMMENTED"))


class _Course(NamedTuple):
    """What happened to a pull request."""

    merge_commit: str | None = None
    reviewed: UtcMillis | None = None


class _BitbucketServer:
    """See WorkReader."""

    card = SystemCard(
        system="bitbucket_server",
        title="Bitbucket Data Center",
        address=None,
        needs=(),
        scopes=("Project read", _REPOSITORY_READ),
        token_page="{address}/plugins/servlet/access-tokens/manage",  # noqa: S106  a page, no token
        pulls=True,
        tickets=False,
        requests_a_reading=4,
        requests_a_day=432_000,
    )

    def base(self, account: Account) -> str:
        """The server's address may have a path of its own."""
        return f"{account.address}/rest/api/1.0"

    def headers(self, account: Account, secret: str) -> Mapping[str, str]:
        """An HTTP access token."""
        return {"Authorization": f"Bearer {secret}"}

    def who(self, client: Client, account: Account) -> Login:
        """Two requests: the server, which names the user beside its answer, and what the token shows."""
        login = _login(_server(client))
        places = if_allowed(lambda: _places(client))
        return Login(login, None, places or (), (_REPOSITORY_READ,) if places is None else ())

    def read(
        self, client: Client, account: Account, bookmark: bytes | None, since: UtcMillis
    ) -> Iterator[WorkPage]:
        """Open ones first, then those merged and those declined since."""
        server = _server(client)
        me, now, seen = _login(server), _clock(server), SeenRows.of(bookmark)
        done = 0
        for state in _STREAMS:
            newest: UtcMillis | None = None
            for rows, is_last in _lists(client, _DASHBOARD, _asked(state, seen.begin(state, since), now)):
                misfits = Misfits()
                pulls = tuple(_new_pulls(client, rows, me, seen, misfits))
                newest = newest_in(rows, "closedDate", newest)
                if is_last and state != "OPEN":
                    seen.passed(state, newest)
                done += len(pulls)
                mark = seen.last_bookmark if is_last and state == _STREAMS[-1] else seen.bookmark
                yield WorkPage(pulls, (), mark, done, None, len(misfits.rows_left_out))


READER = _BitbucketServer()


def _server(client: Client) -> Answer:
    answer = client.get("application-properties")
    fields_of(answer)
    return answer


def _login(server: Answer) -> str:
    """The server names nobody where it takes the token for nobody's."""
    login = unquote(server.headers.get("x-ausername", ""))
    if not login or login == "anonymous":
        raise RemoteError(Trouble.REFUSED)
    return login


def _places(client: Client) -> tuple[str, ...]:
    """Some of what the token shows."""
    rows = rows_in(fields_of(client.get("repos", {"permission": "REPO_READ", "limit": 5})), "values")
    return tuple(place for raw in rows if (place := _place(row_alone(raw))))


def _clock(server: Answer) -> UtcMillis | None:
    try:
        return moment_of(parsedate_to_datetime(server.headers.get("date", "")))
    except (ValueError, OverflowError):
        return None


def _asked(state: str, begin: UtcMillis, now: UtcMillis | None) -> dict[str, str | int]:
    asked: dict[str, str | int] = {"role": "AUTHOR", "state": state, "limit": _PAGE}
    if state != "OPEN" and now is not None:
        asked["closedSince"] = max(now - begin, 0) // 1000 + 1
    return asked


def _lists(client: Client, path: str, asked: Params) -> Iterator[tuple[list[Raw], bool]]:
    """Pages, and whether each is the last."""
    start = 0
    for _ in range(_MOST_PAGES):
        answer = client.get(path, {**asked, "start": start})
        page, rows = object_in(answer), rows_in(fields_of(answer), "values")
        following = page.number_of("nextPageStart")
        is_last = page.flag("isLastPage") or following is None or following <= start
        yield rows, is_last
        if is_last or following is None:
            return
        start = following


def _new_pulls(
    client: Client, rows: list[Raw], me: str, seen: SeenRows, misfits: Misfits
) -> Iterator[PullRequest]:
    for number, raw in enumerate(rows, start=1):
        row = Row(number, raw, misfits)
        place = _place(row.part("toRef").part("repository"))
        id_ = row.count("id", HIGHEST_NUMBER)
        author = row.part("author").part("user").name("name") or ""
        key = f"{place}#{id_}"
        if place and id_ and author.lower() == me.lower() and not seen.meet(key, raw):
            pull = _pull_from(client, row, place, me)
            seen.told(key, raw)
            if pull is not None:
                yield pull


def _place(repository: Row) -> str | None:
    key, slug = repository.part("project").name("key", needed=True), repository.name("slug", needed=True)
    return f"{key}/{slug}" if key and slug else None


def _pull_from(client: Client, row: Row, place: str, me: str) -> PullRequest | None:
    number, state = row.count("id", HIGHEST_NUMBER), row.word("state", _STATES.__getitem__)
    if number is None or state is None:
        return None
    project, _, slug = place.partition("/")
    path = f"projects/{quote(project)}/repos/{quote(slug)}/pull-requests/{number}"
    course = unless_hidden(lambda: _course(client, path, me), _Course())
    title, closed = row.name("title", LONGEST_SUBJECT) or "", row.moment("closedDate")
    told = sha_of(row.part("properties").part("mergeCommit").name("id"))
    return PullRequest(
        repository=place,
        number=number,
        title=title,
        head_branch=row.part("fromRef").name("displayId"),
        base_branch=row.part("toRef").name("displayId"),
        own=True,
        draft=row.flag("draft"),
        state=state,
        created=row.moment("createdDate"),
        merged=closed if state is PullState.MERGED else None,
        closed=closed if state is not PullState.OPEN else None,
        merge_commit=told or course.merge_commit if state is PullState.MERGED else None,
        commits=unless_hidden(lambda: _commits(client, path), ()),
        marks=pull_marks(title, row.text("description", LONGEST_BODY)),
        url=next((one.address("href") for one in row.part("links").parts("self")), None),
        system="bitbucket_server",
        reviewed=course.reviewed,
    )


def _every(client: Client, path: str) -> Iterator[Row]:
    """The rows of a list, over its pages."""
    for rows, _ in _lists(client, path, {"limit": _DETAILS}):
        yield from map(row_alone, rows)


def _commits(client: Client, path: str) -> tuple[str, ...]:
    shas = [sha for row in _every(client, f"{path}/commits") if (sha := sha_of(row.name("id")))]
    return tuple(reversed(shas))


def _course(client: Client, path: str, me: str) -> _Course:
    acts = list(_every(client, f"{path}/activities"))
    merges = [sha for act in acts if act.name("action") == "MERGED" if (sha := _sha_of_merge(act))]
    reviews = [at for act in acts if _is_review(act, me) if (at := act.moment("createdDate"))]
    return _Course(next(iter(merges), None), min(reviews, default=None))


def _sha_of_merge(act: Row) -> str | None:
    return sha_of(act.part("commit").name("id"))


def _is_review(act: Row, me: str) -> bool:
    """Whether somebody else approved, asked for changes or commented."""
    who = act.part("user").name("name")
    return act.name("action") in _REVIEWS and who is not None and who.lower() != me.lower()
