"""A pull request of Gitea or Forgejo, from its row in the search.

https://docs.gitea.com/api. One that changed costs three further requests: itself, its commits and its timeline. The
timeline says when its title stopped saying that it is work in progress, and who reviewed it first. What the token may
not see of these is left unknown.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import quote

from outlay.domain.accounts import Params
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.agent_logins import agent_behind
from outlay.readers.work.envelopes import object_in, row_alone, unless_hidden
from outlay.readers.work.forge_lists import every
from outlay.readers.work.interface import Client
from outlay.readers.work.pull_words import HIGHEST_NUMBER, LONGEST_BODY, pull_marks, sha_of
from outlay.readers.work.rows import Row
from outlay.rules.commit_text import LONGEST_SUBJECT

_STATES: Final = {"open": PullState.OPEN, "closed": PullState.CLOSED}
_MOST_PAGES: Final = 40
_PAGE: Final = 50
_REVIEWS: Final = frozenset(("review", "comment", "code"))
_UNREADY: Final = re.compile(r"\s*(?:wip\b|draft:|\[(?:wip|draft)\])", re.IGNORECASE)
"""Beginnings of a title that make it a draft, as a server has them by default, and those people write beside."""


class Place(NamedTuple):
    """Where something is: its repository as people write it, its number, and the path of the repository."""

    repository: str
    number: int
    path: str


class _Course(NamedTuple):
    """What a timeline tells of."""

    ready: UtcMillis | None = None
    reviewed: UtcMillis | None = None


def place_of(row: Row) -> Place | None:
    """Where a row of the search is; None leaves it out."""
    repository = row.part("repository").name("full_name", needed=True)
    number = row.count("number", HIGHEST_NUMBER)
    if repository is None or number is None:
        return None
    return Place(repository, number, f"repos/{quote(repository)}")


def timeline(client: Client, place: Place) -> Iterator[Row]:
    """What happened, in order. Raises RemoteError."""
    return every(client, f"{place.path}/issues/{place.number}/timeline", {"limit": _PAGE}, _MOST_PAGES)


def agent_of(row: Row) -> str | None:
    """The agent that opened it, if one did."""
    user = row.part("user")
    return agent_behind(user.name("login"), user.name("full_name"))


def pull_from(client: Client, row: Row, me: int) -> PullRequest | None:
    """The whole of it; None where its row says too little. Raises RemoteError."""
    place, told = place_of(row), row.word("state", _STATES.__getitem__)
    if place is None or told is None:
        return None
    whole = unless_hidden(
        lambda: object_in(client.get(f"{place.path}/pulls/{place.number}")), row_alone(b"{}")
    )
    course = unless_hidden(lambda: _course(client, place, me), _Course())
    brief = row.part("pull_request")
    is_draft = whole.flag("draft") or brief.flag("draft")
    state = PullState.MERGED if brief.flag("merged") or whole.flag("merged") else told
    merged = brief.moment("merged_at") or whole.moment("merged_at")
    return PullRequest(
        repository=place.repository,
        number=place.number,
        title=row.name("title", LONGEST_SUBJECT) or "",
        head_branch=_branch(whole.part("head")),
        base_branch=_branch(whole.part("base")),
        own=True,
        draft=is_draft,
        state=state,
        created=row.moment("created_at"),
        merged=merged if state is PullState.MERGED else None,
        closed=row.moment("closed_at") if state is not PullState.OPEN else None,
        merge_commit=sha_of(whole.name("merge_commit_sha")) if state is PullState.MERGED else None,
        commits=unless_hidden(lambda: _commits(client, place), ()),
        marks=_marks(row),
        url=row.address("html_url"),
        system="gitea",
        added_lines=whole.number_of("additions"),
        removed_lines=whole.number_of("deletions"),
        changed_files=whole.number_of("changed_files"),
        ready=None if is_draft else course.ready,
        reviewed=course.reviewed,
    )


def _branch(end: Row) -> str | None:
    """The label keeps the branch's name when the branch is gone; what was pushed without a branch has none."""
    ref = end.name("ref") or ""
    return end.name("label") or (ref if ref and not ref.startswith("refs/") else None)


def _marks(row: Row) -> tuple[Mark, ...]:
    labels = (name for label in row.parts("labels") if (name := label.name("name")))
    body, agent = row.text("body", LONGEST_BODY), agent_of(row)
    said = pull_marks(row.name("title", LONGEST_SUBJECT) or "", body, labels)
    return said if agent is None else tuple(sorted({*said, Mark(MarkKind.AGENT, agent)}))


def _commits(client: Client, place: Place) -> tuple[str, ...]:
    """The newest comes first there; neither signatures nor files are asked for."""
    asked: Params = {"limit": _PAGE, "verification": "false", "files": "false"}
    rows = every(client, f"{place.path}/pulls/{place.number}/commits", asked, _MOST_PAGES)
    return tuple(reversed([sha for row in rows if (sha := sha_of(row.name("sha")))]))


def _course(client: Client, place: Place, me: int) -> _Course:
    events = list(timeline(client, place))
    ready = [at for event in events if _left_draft(event) and (at := event.moment("created_at"))]
    reviews = [at for event in events if _is_review(event, me) and (at := event.moment("created_at"))]
    return _Course(max(ready, default=None), min(reviews, default=None))


def _left_draft(event: Row) -> bool:
    if event.name("type") != "change_title":
        return False
    old, new = event.name("old_title") or "", event.name("new_title") or ""
    return _UNREADY.match(old) is not None and _UNREADY.match(new) is None


def _is_review(event: Row, me: int) -> bool:
    who = event.part("user").number_of("id")
    return event.name("type") in _REVIEWS and who is not None and who != me
