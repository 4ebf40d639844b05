"""Answers everything the page of sources shows, in one look at the store and one at the machine."""

from collections import defaultdict

from outlay.domain.machine import MachineFacts
from outlay.domain.problems import Problem
from outlay.domain.sources_page import RepositoryRow, SourcesPage
from outlay.domain.work import Identity
from outlay.rules.groups import groups_from
from outlay.store.store import StoreView
from outlay.use_cases.sources import Live, sources


def sources_page(store: StoreView | None, live: Live, machine: MachineFacts) -> SourcesPage:
    """The page without what git and the settings tell: those the caller adds with `proposing`."""
    return SourcesPage(
        sources=sources(store, live),
        repositories=_repositories(store) if store else (),
        proposed_repositories=(),
        identities=store.owner.identities() if store else (),
        proposed_identities=(),
        groups=groups_from(store.links.grouped()) if store else (),
        corrections=store.corrections() if store else (),
        acts=store.links.acts() if store else (),
        machine=machine,
        losses=tuple(store.losses()) if store else (),
        log_folders=(),
        last_sync=store.last_sync if store else None,
        revision=store.revision if store else 0,
        home="",
    )


def proposing(
    page: SourcesPage, repositories: tuple[str, ...], identities: tuple[Identity, ...]
) -> SourcesPage:
    """The page with what git proposes and the owner has not named yet."""
    mine = set(page.identities)
    known = {row.known.path for row in page.repositories}
    return page._replace(
        proposed_repositories=tuple(path for path in repositories if path not in known),
        proposed_identities=tuple(one for one in identities if one.email.lower() not in mine),
    )


def _repositories(store: StoreView) -> tuple[RepositoryRow, ...]:
    commits, trees = store.upkeep.commits_by_repository(), store.upkeep.further_worktrees()
    problems: dict[str, list[Problem]] = defaultdict(list)
    for problem in store.git.problems():
        problems[problem.place].append(problem)
    return tuple(
        RepositoryRow(
            one, commits.get(one.key), tuple(problems.get(one.path, ())), worktrees=trees.get(one.key, 0)
        )
        for one in store.git.known()
    )
