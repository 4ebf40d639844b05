"""Merge requests of GitLab that the owner opened, or an agent that the owner is assigned to.

https://docs.gitlab.com/api/merge_requests. One that changed costs three further requests (commits, notes, the issues
it closes), and a page of them one more for their sizes, which only GraphQL tells. Notes say in words of the system's
own when it stopped being a draft and who approved it; no version of the list does.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import msgspec
from msgspec import Raw

from outlay.domain.accounts import RemoteError, Trouble
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.work.agent_logins import agent_behind
from outlay.readers.work.envelopes import unless_hidden
from outlay.readers.work.forge_lists import every
from outlay.readers.work.gitlab_lists import MOST_DETAIL_PAGES, PAGE, changed_pages, place_in
from outlay.readers.work.graphql_answers import answered
from outlay.readers.work.interface import Client, WorkPage
from outlay.readers.work.pull_words import LONGEST_BODY, pull_marks, sha_of
from outlay.readers.work.rows import Misfits, Row
from outlay.readers.work.seen_rows import SeenRows
from outlay.rules.commit_text import LONGEST_SUBJECT

_STATES: Final = {
    "opened": PullState.OPEN,
    "locked": PullState.OPEN,
    "merged": PullState.MERGED,
    "closed": PullState.CLOSED,
}
_READY: Final = frozenset(
    (
        "marked this merge request as **ready**",
        "unmarked this merge request as a draft",
        "unmarked as a **Work In Progress**",
    )
)
_APPROVED: Final = "approved this merge request"
_NOTE_LENGTH: Final = 60
_BOT: Final = re.compile(r"(?:project|group)_\d+_bot\w*")
_SIZES_AT_ONCE: Final = 20
"""A query that would cost GitLab more than 200 points is refused; each asks for about six."""

_SIZE: Final = "{ diffStatsSummary { additions deletions fileCount } }"


class _Summary(msgspec.Struct):
    additions: int
    deletions: int
    file_count: int = msgspec.field(name="fileCount")


class _Size(msgspec.Struct):
    summary: _Summary | None = msgspec.field(name="diffStatsSummary", default=None)


class _Course(NamedTuple):
    """What notes tell of."""

    ready: UtcMillis | None = None
    reviewed: UtcMillis | None = None


def read_merge_requests(
    client: Client, seen: SeenRows, since: UtcMillis, me: int, *, of_agents: bool = False
) -> Iterator[WorkPage]:
    """Pages of the owner's, by the number of whose account; or of those by agents. Raises RemoteError."""
    stream, scope = ("of agents", "assigned_to_me") if of_agents else ("merge requests", "created_by_me")
    for rows in changed_pages(client, "v4/merge_requests", {"scope": scope}, seen.begin(stream, since)):
        misfits = Misfits()
        pulls: list[tuple[int, PullRequest]] = []
        for number, raw in enumerate(rows, start=1):
            row = Row(number, raw, misfits)
            if _is_wanted(row, me, of_agents=of_agents):
                pulls.extend(_unseen(client, row, raw, me, seen))
            seen.passed(stream, row.moment("updated_at"))
        told = tuple(_with_sizes(client, pulls))
        yield WorkPage(told, (), seen.bookmark, len(told), None, len(misfits.rows_left_out))


def _is_wanted(row: Row, me: int, *, of_agents: bool) -> bool:
    if not of_agents:
        return row.part("author").number_of("id") == me
    assigned = {one.number_of("id") for one in row.parts("assignees")}
    return me in assigned and _agent(row) is not None


def _agent(row: Row) -> str | None:
    author = row.part("author")
    return agent_behind(author.name("username"), author.name("name"))


def _unseen(client: Client, row: Row, raw: Raw, me: int, seen: SeenRows) -> Iterator[tuple[int, PullRequest]]:
    """One that looks different than when it was told of, with its id everywhere."""
    id_ = row.count("id", 2**53)
    if id_ is None or seen.meet(f"pull {id_}", raw):
        return
    pull = _pull_from(client, row, me)
    seen.told(f"pull {id_}", raw)
    if pull is not None:
        yield id_, pull


def _pull_from(client: Client, row: Row, me: int) -> PullRequest | None:
    place, state = place_in(row, "!", "merge_requests"), row.word("state", _STATES.__getitem__)
    if place is None or state is None:
        return None
    course = unless_hidden(lambda: _course(client, place.path, me), _Course())
    is_draft = row.flag("draft") or row.flag("work_in_progress")
    merged = row.moment("merged_at") if state is PullState.MERGED else None
    return PullRequest(
        repository=place.project,
        number=place.number,
        title=row.name("title", LONGEST_SUBJECT) or "",
        head_branch=row.name("source_branch"),
        base_branch=row.name("target_branch"),
        own=True,
        draft=is_draft,
        state=state,
        created=row.moment("created_at"),
        merged=merged,
        closed=merged or row.moment("closed_at") if state is not PullState.OPEN else None,
        merge_commit=sha_of(row.name("merge_commit_sha")) or sha_of(row.name("squash_commit_sha")),
        commits=unless_hidden(lambda: _commits(client, place.path), ()),
        marks=_marks(client, row, place.path),
        url=row.address("web_url"),
        system="gitlab",
        ready=None if is_draft else course.ready,
        reviewed=course.reviewed,
    )


def _marks(client: Client, row: Row, path: str) -> tuple[Mark, ...]:
    nothing: tuple[str, ...] = ()
    closes = unless_hidden(lambda: _closes(client, path), nothing)
    body, agent = row.text("description", LONGEST_BODY), _agent(row)
    said = pull_marks(row.name("title", LONGEST_SUBJECT) or "", body, row.names("labels"), closes)
    return said if agent is None else tuple(sorted({*said, Mark(MarkKind.AGENT, agent)}))


def _closes(client: Client, path: str) -> tuple[str, ...]:
    """Issues of GitLab as `owner/name#12`; of another tracker as it writes them, which stands for the id then."""
    rows = every(client, f"{path}/closes_issues", {"per_page": PAGE}, MOST_DETAIL_PAGES)
    return tuple(key for row in rows if (key := row.part("references").name("full") or row.name("id")))


def _commits(client: Client, path: str) -> tuple[str, ...]:
    """The newest comes first there."""
    rows = every(client, f"{path}/commits", {"per_page": PAGE}, MOST_DETAIL_PAGES)
    return tuple(reversed([sha for row in rows if (sha := sha_of(row.name("id")))]))


def _course(client: Client, path: str, me: int) -> _Course:
    notes = list(every(client, f"{path}/notes", {"per_page": PAGE}, MOST_DETAIL_PAGES))
    ready = [at for note in notes if _says_ready(note) and (at := note.moment("created_at"))]
    reviews = [at for note in notes if _is_review(note, me) and (at := note.moment("created_at"))]
    return _Course(max(ready, default=None), min(reviews, default=None))


def _says_ready(note: Row) -> bool:
    return note.flag("system") and note.text("body", _NOTE_LENGTH) in _READY


def _is_review(note: Row, me: int) -> bool:
    """A word or an approval of somebody else's; what a pipeline writes is none."""
    author = note.part("author")
    who = author.number_of("id")
    if who is None or who == me or _BOT.fullmatch(author.name("username") or ""):
        return False
    return not note.flag("system") or note.text("body", _NOTE_LENGTH) == _APPROVED


def _with_sizes(client: Client, pulls: list[tuple[int, PullRequest]]) -> Iterator[PullRequest]:
    for first in range(0, len(pulls), _SIZES_AT_ONCE):
        batch = pulls[first : first + _SIZES_AT_ONCE]
        sizes = _sizes(client, [id_ for id_, _ in batch])
        for id_, pull in batch:
            size = sizes.get(f"m{id_}")
            summary = size.summary if size is not None else None
            yield pull if summary is None else _sized(pull, summary)


def _sized(pull: PullRequest, size: _Summary) -> PullRequest:
    return pull._replace(
        added_lines=size.additions, removed_lines=size.deletions, changed_files=size.file_count
    )


def _sizes(client: Client, ids: list[int]) -> dict[str, _Size | None]:
    """By alias; none where a server has no GraphQL or does not know the question."""
    each = " ".join(f'm{id_}: mergeRequest(id: "gid://gitlab/MergeRequest/{id_}") {_SIZE}' for id_ in ids)
    try:
        return unless_hidden(lambda: answered(client, f"{{ {each} }}", {}, dict[str, _Size | None]), {})
    except RemoteError as error:
        if error.trouble is not Trouble.UNEXPECTED:
            raise
        return {}
