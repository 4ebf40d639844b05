"""Which group of the owner's a folder counts for."""

from collections.abc import Callable, Mapping
from functools import cache

from outlay.domain.own_words import ProjectGroup
from outlay.rules.places import repository_of

GroupOf = Callable[[str | None], str | None]


def group_finder(grouped: Mapping[str, str], roots: Mapping[str, str]) -> GroupOf:
    """What says which group a folder is in; None where it is in none.

    A folder counts for the group of the nearest folder above it that is in one, then for that of its repository
    by name, then for the one that another checkout of its repository lies in.

    Args:
        grouped: by folder or repository's name: its group.
        roots: worktree roots, each with its repository.
    """
    by_checkout = {
        name: group for root, name in sorted(roots.items()) if (group := repository_of(root, grouped))
    }

    @cache
    def group_of(folder: str | None) -> str | None:
        near = repository_of(folder, grouped)
        if near is not None:
            return near
        repository = repository_of(folder, roots)
        return None if repository is None else grouped.get(repository) or by_checkout.get(repository)

    return group_of


def groups_from(grouped: Mapping[str, str]) -> tuple[ProjectGroup, ...]:
    """The groups with their projects, in order."""
    names = sorted(set(grouped.values()))
    return tuple(
        ProjectGroup(name, tuple(sorted(project for project, group in grouped.items() if group == name)))
        for name in names
    )
