"""Everything the page of sources shows, asked for at once."""

from typing import NamedTuple

from outlay.domain.answers import Correction, SourceAnswer
from outlay.domain.machine import MachineFacts
from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import Act, ProjectGroup
from outlay.domain.problems import Problem
from outlay.domain.work import Identity, KnownRepository


class RepositoryRow(NamedTuple):
    """A repository the owner opted in; `own_commits` is None before it was read, `worktrees` counts further checkouts."""

    known: KnownRepository
    own_commits: int | None
    problems: tuple[Problem, ...]
    worktrees: int = 0


class SourcesPage(NamedTuple):
    """Sources as they are found now, and what the owner said; `losses` are when and how the file had to be mended."""

    sources: tuple[SourceAnswer, ...]
    repositories: tuple[RepositoryRow, ...]
    proposed_repositories: tuple[str, ...]
    identities: tuple[str, ...]
    proposed_identities: tuple[Identity, ...]
    groups: tuple[ProjectGroup, ...]
    corrections: tuple[Correction, ...]
    acts: tuple[Act, ...]
    machine: MachineFacts
    losses: tuple[tuple[UtcMillis, str], ...]
    log_folders: tuple[str, ...]
    last_sync: UtcMillis | None
    revision: int
    home: str
