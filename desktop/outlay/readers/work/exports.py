"""Pull requests and tickets as `outlay import` takes them: the arrays of contract.md.

A row is known by its repository and number, or by its tracker and key; of rows that say different things of one, the
last counts. A pull request's body is read for what it says of tickets, agents and repairs, and not kept.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar

from outlay.domain.imports import Misfit, RowMisfit
from outlay.domain.problems import Problem, ProblemKind
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.readers.logs.lines import place_of
from outlay.readers.work.export import export_at
from outlay.readers.work.rows import Misfits, Row
from outlay.rules.commit_text import LONGEST_SUBJECT
from outlay.rules.marks import marks_in

PULLS_SOURCE: Final = "import.pull_requests"
TICKETS_SOURCE: Final = "import.tickets"
_HIGHEST_NUMBER: Final = 999_999_999
_LONGEST_BODY: Final = 65_536
"""What GitHub lets a body have."""

_SYSTEM_LENGTH: Final = 40
_KEY_LENGTH: Final = 100
_SHA: Final = re.compile(r"[0-9a-f]{7,64}", re.IGNORECASE)
_BARE_NUMBER: Final = re.compile(r"#?([1-9]\d{0,8})")

T = TypeVar("T")


class WorkReading(NamedTuple, Generic[T]):
    """What a file holds. `trouble`: it could not be used at all, and why."""

    rows: tuple[T, ...]
    left_out: int
    misfits: tuple[RowMisfit, ...]
    problems: tuple[Problem, ...]
    trouble: ProblemKind | None = None


def read_pull_requests(path: Path) -> WorkReading[PullRequest]:
    """The pull requests of a file; never raises."""
    return _read(path, PULLS_SOURCE, _pull_from, lambda pull: (pull.repository.lower(), pull.number))


def read_tickets(path: Path) -> WorkReading[Ticket]:
    """The tickets of a file; never raises."""
    return _read(path, TICKETS_SOURCE, _ticket_from, lambda ticket: (ticket.system, ticket.key))


def _read(
    path: Path, source: str, value_from: Callable[[Row], T | None], key_of: Callable[[T], Hashable]
) -> WorkReading[T]:
    export = export_at(path)
    misfits = Misfits()
    found: dict[Hashable, T] = {}
    for number, raw in enumerate(export.rows, start=1):
        row = Row(number, raw, misfits)
        value = None if row.is_left_out else value_from(row)
        if value is None:
            continue
        if found.setdefault(key_of(value), value) != value:
            row.note("", Misfit.TWICE)
            found[key_of(value)] = value
    return WorkReading(
        tuple(found.values()),
        len(misfits.rows_left_out),
        tuple(misfits.first),
        _problems(source, path, misfits),
        export.trouble,
    )


def _problems(source: str, path: Path, misfits: Misfits) -> tuple[Problem, ...]:
    kinds = (
        (ProblemKind.UNKNOWN_RECORD, misfits.rows_left_out),
        (ProblemKind.WRONG_TYPE, misfits.rows_with_gaps),
    )
    return tuple(
        Problem(source, kind, len(rows), place_of(str(path), next(iter(rows))), path.name)
        for kind, rows in kinds
        if rows
    )


def _pull_from(row: Row) -> PullRequest | None:
    repository = row.place("repository", needed=True)
    number = row.count("number", _HIGHEST_NUMBER)
    state = row.word("state", PullState)
    if repository is None or number is None or state is None:
        return None
    title = row.name("title", LONGEST_SUBJECT) or ""
    return PullRequest(
        repository=repository,
        number=number,
        title=title,
        head_branch=row.name("head_branch"),
        base_branch=row.name("base_branch"),
        own=row.flag("author_is_me"),
        draft=row.flag("draft"),
        state=state,
        created=row.moment("created_at"),
        merged=row.moment("merged_at"),
        closed=row.moment("closed_at"),
        merge_commit=_sha(row),
        commits=tuple(sha.lower() for sha in row.names("commits", _is_sha)),
        marks=_marks(title, row.text("body", _LONGEST_BODY), row.names("labels")),
        url=row.address("url"),
    )


def _marks(title: str, body: str | None, labels: Iterable[str]) -> tuple[Mark, ...]:
    said = marks_in(f"{title}\n\n{body}" if body else title)
    return tuple(sorted({*said, *(Mark(MarkKind.LABEL, label) for label in labels)}))


def _sha(row: Row) -> str | None:
    written = row.name("merge_commit")
    if written is None or _is_sha(written):
        return written.lower() if written else None
    row.note("merge_commit", Misfit.NOT_A_COMMIT)
    return None


def _is_sha(text: str) -> bool:
    return _SHA.fullmatch(text) is not None


def _ticket_from(row: Row) -> Ticket | None:
    system = row.name("system", _SYSTEM_LENGTH, needed=True)
    key = row.name("key", _KEY_LENGTH, needed=True)
    state = row.word("state", TicketState)
    if system is None or key is None or state is None:
        return None
    repository = row.place("repository")
    return Ticket(
        system=system.lower(),
        key=_whole_key(key, repository),
        repository=repository,
        type=row.name("type"),
        title=row.name("title", LONGEST_SUBJECT) or "",
        state=state,
        created=row.moment("created_at"),
        started=row.moment("started_at"),
        done=row.moment("done_at"),
        reopened=row.moments("reopened_at"),
        url=row.address("url"),
    )


def _whole_key(key: str, repository: str | None) -> str:
    """A number that counts within a repository is told apart from another repository's."""
    bare = _BARE_NUMBER.fullmatch(key)
    return f"{repository}#{bare[1]}" if bare and repository else key
