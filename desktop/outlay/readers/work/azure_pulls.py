"""Pull requests of Azure DevOps that the owner opened.

https://learn.microsoft.com/rest/api/azure/devops/git/pull-requests. A list can be narrowed by when pull requests were
closed, never by when they changed, and shortens what they say: open ones are listed at every reading, closed ones by
when they were closed, and one that looks different costs two further requests. Pages come newest first, so a mark
moves only at the end of a list.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import quote

from msgspec import Raw

from outlay.domain.accounts import Account
from outlay.domain.moments import UtcMillis, iso_of
from outlay.domain.pulls import PullRequest, PullState
from outlay.readers.work.azure_addresses import pull_page
from outlay.readers.work.envelopes import fields_of, newest_in, object_in, row_alone, rows_in, unless_hidden
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.pull_words import HIGHEST_NUMBER, LONGEST_BODY, pull_marks, sha_of
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.rules.commit_text import LONGEST_SUBJECT

_VERSION: Final = {"api-version": "7.1"}
_PAGE: Final = 25
"""Pull requests asked for at once: a reading can be stopped, and goes on, only between them."""

_MOST_PAGES: Final = 200
_STREAMS: Final = ("active", "completed", "abandoned")
_STATES: Final = {
    "active": PullState.OPEN,
    "completed": PullState.MERGED,
    "abandoned": PullState.CLOSED,
}


class Me(NamedTuple):
    """Who the token belongs to."""

    id: str
    login: str
    name: str | None


class _Course(NamedTuple):
    """What happened to a pull request."""

    ready: UtcMillis | None = None
    reviewed: UtcMillis | None = None


def places_of_pulls(client: Client, account: Account, me: Me) -> tuple[str, ...]:
    """Where the owner's last pull requests are. Raises RemoteError."""
    asked = {**_asked(me, "all"), "$top": 5}
    rows = map(row_alone, rows_in(fields_of(client.get(_pulls_path(account), asked)), "value"))
    return tuple(dict.fromkeys(place for row in rows if (place := _place(row))))


def _pulls_path(account: Account) -> str:
    project = account.setting("project")
    return f"{quote(project, safe='')}/_apis/git/pullrequests" if project else "_apis/git/pullrequests"


def read_pulls(
    client: Client, account: Account, me: Me, seen: SeenRows, since: UtcMillis
) -> Iterator[WorkPage]:
    """Pages of them: open ones, then those completed and those abandoned since. Raises RemoteError."""
    done = 0
    for status in _STREAMS:
        newest: UtcMillis | None = None
        begin = None if status == "active" else seen.begin(status, since)
        for rows, is_last in _lists(client, account, _asked(me, status, begin)):
            misfits = Misfits()
            pulls = tuple(_new_pulls(client, account, rows, me, seen, misfits))
            newest = newest_in(rows, "closedDate", newest)
            if is_last:
                seen.passed(status, newest)
            done += len(pulls)
            yield WorkPage(pulls, (), seen.bookmark, done, None, len(misfits.rows_left_out))


def _asked(me: Me, status: str, begin: UtcMillis | None = None) -> dict[str, str | int]:
    asked: dict[str, str | int] = {
        **_VERSION,
        "searchCriteria.creatorId": me.id,
        "searchCriteria.status": status,
        "$top": _PAGE,
    }
    if begin is not None:
        asked["searchCriteria.queryTimeRangeType"] = "closed"
        asked["searchCriteria.minTime"] = iso_of(begin)
    return asked


def _lists(client: Client, account: Account, asked: dict[str, str | int]) -> Iterator[tuple[list[Raw], bool]]:
    """Pages, and whether each is the last; a server may give fewer than asked for, so only an empty one ends a list."""
    skipped = 0
    for _ in range(_MOST_PAGES):
        rows = rows_in(fields_of(client.get(_pulls_path(account), {**asked, "$skip": skipped})), "value")
        skipped += len(rows)
        yield rows, not rows
        if not rows:
            return


def _place(row: Row) -> str | None:
    repository = row.part("repository")
    project, name = repository.part("project").name("name", needed=True), repository.name("name", needed=True)
    return f"{project}/{name}" if project and name else None


def _new_pulls(
    client: Client, account: Account, rows: list[Raw], me: Me, seen: SeenRows, misfits: Misfits
) -> Iterator[PullRequest]:
    for number, raw in enumerate(rows, start=1):
        row = Row(number, raw, misfits)
        place, id_ = _place(row), row.count("pullRequestId", HIGHEST_NUMBER)
        is_own = row.part("createdBy").name("id") == me.id
        if place and id_ and is_own and not seen.meet(f"pull {id_}", raw):
            pull = _pull_from(client, account, row, me)
            seen.told(f"pull {id_}", raw)
            if pull is not None:
                yield pull


def _pull_from(client: Client, account: Account, row: Row, me: Me) -> PullRequest | None:
    number, state = row.count("pullRequestId", HIGHEST_NUMBER), row.word("status", _STATES.__getitem__)
    place, repository = _place(row), row.part("repository").name("id", needed=True)
    if number is None or state is None or place is None or repository is None:
        return None
    path = f"_apis/git/repositories/{quote(repository)}/pullRequests/{number}"
    whole = unless_hidden(lambda: _whole(client, path), row)
    course = unless_hidden(lambda: _course(client, path, me), _Course())
    title, closed = row.name("title", LONGEST_SUBJECT) or "", row.moment("closedDate")
    items = (ref.name("id") for ref in whole.parts("workItemRefs"))
    labels = (label.name("name") for label in whole.parts("labels") or row.parts("labels"))
    return PullRequest(
        repository=place,
        number=number,
        title=title,
        head_branch=_branch(row.name("sourceRefName")),
        base_branch=_branch(row.name("targetRefName")),
        own=True,
        draft=row.flag("isDraft"),
        state=state,
        created=row.moment("creationDate"),
        merged=closed if state is PullState.MERGED else None,
        closed=closed if state is not PullState.OPEN else None,
        merge_commit=_sha(row, "lastMergeCommit") if state is PullState.MERGED else None,
        commits=tuple(
            reversed([sha for one in whole.parts("commits") if (sha := sha_of(one.name("commitId")))])
        ),
        marks=pull_marks(
            title,
            whole.text("description", LONGEST_BODY),
            (label for label in labels if label),
            (f"AB#{item}" for item in items if item),
        ),
        url=pull_page(account, place, number),
        system="azure_devops",
        ready=course.ready,
        reviewed=course.reviewed,
    )


def _whole(client: Client, path: str) -> Row:
    asked = {**_VERSION, "includeCommits": "true", "includeWorkItemRefs": "true"}
    return object_in(client.get(path, asked))


def _sha(row: Row, field: str) -> str | None:
    return sha_of(row.part(field).name("commitId"))


def _branch(ref: str | None) -> str | None:
    return ref.removeprefix("refs/heads/") if ref else None


def _course(client: Client, path: str, me: Me) -> _Course:
    threads = [row_alone(raw) for raw in rows_in(fields_of(client.get(f"{path}/threads", _VERSION)), "value")]
    ready = [at for one in threads if _left_draft(one) if (at := one.moment("publishedDate"))]
    reviews = [at for one in threads for at in _reviews(one, me)]
    return _Course(max(ready, default=None), min(reviews, default=None))


def _property(thread: Row, name: str) -> str | None:
    return thread.part("properties").part(name).name("$value")


def _voter(thread: Row) -> str | None:
    """Votes are written by an account of the system's; whose they are stands beside."""
    number = _property(thread, "CodeReviewVotedByIdentity")
    return thread.part("identities").part(number).name("id") if number else None


def _left_draft(thread: Row) -> bool:
    is_draft = (_property(thread, "CodeReviewIsDraftNowSet") or "").lower()
    return _property(thread, "CodeReviewThreadType") == "IsDraftUpdate" and is_draft == "false"


def _reviews(thread: Row, me: Me) -> Iterator[UtcMillis]:
    """When somebody else voted or commented; a comment of the system's own says nothing."""
    is_vote = _property(thread, "CodeReviewThreadType") == "VoteUpdate"
    for comment in thread.parts("comments"):
        who = _voter(thread) if is_vote else comment.part("author").name("id")
        at = comment.moment("publishedDate")
        is_word = is_vote or comment.name("commentType") in {"text", "codeChange"}
        if is_word and who is not None and who != me.id and at is not None:
            yield at
